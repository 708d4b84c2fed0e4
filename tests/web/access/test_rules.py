"""What every request passes, whoever asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from parley.settings import Serving
from parley.web.access.access import access_of
from parley.web.access.headers import POLICY
from tests.web.access.served import BEARER, HERE, OWN, TOKEN, client, open_access, token_access


@pytest.fixture
def browser() -> TestClient:
    return client(open_access())


ANSWERS = {
    "a page": ("GET", "/", {}, 200),
    "a page that is not there": ("GET", "/nowhere", {}, 404),
    "a page that fails": ("GET", "/failing", {}, 500),
    "a refused host": ("GET", "/", {"Host": "evil.example"}, 400),
    "a refused form": ("POST", "/review/1", {}, 403),
    "a refused body": ("POST", "/review/1", {"Content-Length": "99999999"}, 413),
}


@pytest.mark.parametrize(("method", "path", "headers", "status"), ANSWERS.values(), ids=ANSWERS)
def test_every_answer_carries_the_headers(
    browser: TestClient, method: str, path: str, headers: dict[str, str], status: int
) -> None:
    answer = browser.request(method, path, headers=headers)
    assert answer.status_code == status
    assert answer.headers["Content-Security-Policy"] == POLICY
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in answer.headers["Permissions-Policy"]
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_policy_lets_no_page_run_or_load_what_is_not_ours() -> None:
    assert "default-src 'none'" in POLICY
    assert "unsafe" not in POLICY
    assert "*" not in POLICY


def test_what_never_changes_may_be_kept_by_the_browser(browser: TestClient) -> None:
    assert "Cache-Control" not in browser.get("/static/style.css").headers


HOSTS = {
    "127.0.0.1": True,
    "127.0.0.1:8000": True,
    "localhost:1234": True,
    "LOCALHOST": True,
    "localhost.": True,
    "[::1]:8000": True,
    "parley.example.org": True,
    "parley.example.org:443": True,
    "evil.example": False,
    "localhost.evil.example": False,
    "127.0.0.1.evil.example": False,
    "evil.example:127.0.0.1": False,
    "evil.example@localhost": False,
    "localhost:8000:9000": False,
    "192.0.2.7": False,
    "": False,
}


@pytest.mark.parametrize(("host", "known"), HOSTS.items(), ids=[host or "(none)" for host in HOSTS])
def test_only_the_servers_own_names_are_answered(host: str, known: bool) -> None:
    access = access_of(Serving(names=("Parley.example.org",), token=TOKEN), "Ines")
    answer = client(access).get("/", headers={"Host": host, **BEARER})
    assert answer.status_code == (200 if known else 400)


def test_a_request_with_two_hosts_is_refused(browser: TestClient) -> None:
    assert browser.get("/", headers=[("Host", "localhost"), ("Host", "evil.example")]).status_code == 400


SITES = {
    "a form of our own": ({"Sec-Fetch-Site": "same-origin"}, True),
    "what the person typed or reloaded": ({"Sec-Fetch-Site": "none"}, True),
    "another site": ({"Sec-Fetch-Site": "cross-site"}, False),
    "another name of the same site": ({"Sec-Fetch-Site": "same-site"}, False),
    "another site, with an origin that is ours": ({"Sec-Fetch-Site": "cross-site", **OWN}, False),
    "our own, from a browser that tells only the origin": (OWN, True),
    "our own, from a browser that tells only the page": ({"Referer": f"{HERE}/review/1"}, True),
    "another origin": ({"Origin": "https://evil.example"}, False),
    "another port": ({"Origin": "http://127.0.0.1:9000"}, False),
    "a name that begins like ours": ({"Origin": "http://127.0.0.1:8000.evil.example"}, False),
    "a user name like our host": ({"Origin": "http://127.0.0.1:8000@evil.example"}, False),
    "an origin that is kept secret": ({"Origin": "null"}, False),
    "an origin that is none": ({"Origin": "http://[", "Referer": f"{HERE}/"}, False),
    "another page": ({"Referer": "https://evil.example/127.0.0.1:8000"}, False),
    "nothing said": ({}, False),
    "a token where there is none": (BEARER, False),
}


@pytest.mark.parametrize(("headers", "passes"), SITES.values(), ids=SITES)
@pytest.mark.parametrize("method", ["POST", "DELETE"])
def test_only_pages_of_this_server_write(
    browser: TestClient, method: str, headers: dict[str, str], passes: bool
) -> None:
    answer = browser.request(method, "/review/1", headers=headers)
    assert answer.status_code == (200 if passes else 403)
    assert passes or "nothing was changed" in answer.text


def test_another_site_may_link_to_a_page(browser: TestClient) -> None:
    assert browser.get("/", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200


def test_a_program_with_a_token_needs_no_origin() -> None:
    assert client(token_access()).post("/api/review/1", headers=BEARER).status_code == 200


def test_to_a_program_the_reason_is_json(browser: TestClient) -> None:
    assert "nothing was changed" in browser.post("/api/review/1").json()["detail"]


SIZES = {
    "a form": ("/review/1", 64 * 1024, 200),
    "a form that is too large": ("/review/1", 64 * 1024 + 1, 413),
    "an upload": ("/add", 100_000, 200),
    "an upload by a program": ("/api/add", 100_000, 200),
    "an upload that is too large": ("/add", 100_001, 413),
    "no upload, though it begins like one": ("/additional", 100_000, 413),
}


@pytest.mark.parametrize(("path", "size", "status"), SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("streamed", [False, True], ids=["length told", "streamed"])
def test_bodies_are_limited(path: str, size: int, status: int, streamed: bool) -> None:
    browser = client(replace(open_access(), upload=100_000))
    if path == "/additional" and streamed:
        path = "/other"  # a path that is not there reads no body

    def pieces() -> Iterator[bytes]:
        for start in range(0, size, 1000):
            yield b"x" * min(1000, size - start)

    answer = browser.post(path, headers=OWN, content=pieces() if streamed else b"x" * size)
    assert answer.status_code == status
    assert status == 200 or "too large" in answer.text


@pytest.mark.parametrize("length", ["-1", "1e3", "many", "²"])
def test_a_length_that_is_no_number_is_refused(browser: TestClient, length: str) -> None:
    headers = [(b"Origin", HERE.encode()), (b"Content-Length", length.encode("latin-1"))]
    assert browser.post("/review/1", headers=headers).status_code == 400


def test_there_are_no_web_sockets(browser: TestClient) -> None:
    with pytest.raises(WebSocketDisconnect) as closed, browser.websocket_connect("/"):
        pass
    assert closed.value.code == 1008
