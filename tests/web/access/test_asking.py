"""Who is asking, and what they may do."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from parley.web.access.access import Access
from parley.web.access.guard import OpenDoor
from parley.web.access.paths import needed
from parley.web.access.visitor import Role, Visitor
from tests.web.access.served import BEARER, OWN, client, open_access, token_access


def as_role(role: Role) -> TestClient:
    return client(Access(OpenDoor(Visitor("Ines", role))))


def test_at_this_computer_one_is_the_reviewer_and_may_do_all() -> None:
    browser = client(open_access())
    assert browser.get("/").json() == "Ines"
    assert browser.post("/add", headers=OWN).status_code == 200


@pytest.mark.parametrize("header", ["X-Forwarded-For", "X-Forwarded-Host", "Forwarded", "Via", "X-Real-IP"])
def test_a_server_without_signing_in_answers_no_proxy(header: str) -> None:
    answer = client(open_access()).get("/", headers={header: "192.0.2.7"})
    assert answer.status_code == 403
    assert "--users" in answer.text


MAY = {
    "read pages": ("GET", "/", Role.READER),
    "read what is to be judged": ("GET", "/review/1", Role.READER),
    "judge": ("POST", "/review/1", Role.REVIEWER),
    "judge by program": ("POST", "/api/review/1", Role.REVIEWER),
    "see how reports are added": ("GET", "/add", Role.ADMIN),
    "add": ("POST", "/add", Role.ADMIN),
    "add by program": ("POST", "/api/add", Role.ADMIN),
    "write where no rule speaks of": ("POST", "/other", Role.ADMIN),
    "delete where no rule speaks of": ("DELETE", "/other", Role.ADMIN),
    "see what asks for an admin itself": ("GET", "/for-admins", Role.ADMIN),
}


@pytest.mark.parametrize(("method", "path", "least"), MAY.values(), ids=MAY)
@pytest.mark.parametrize("role", list(Role))
def test_each_role_may_do_what_is_its_own(method: str, path: str, least: Role, role: Role) -> None:
    answer = as_role(role).request(method, path, headers=OWN)
    assert answer.status_code == (200 if role >= least else 403)
    assert role >= least or f"signed in as {role.value}; only a {least.value}" in answer.text


@pytest.mark.parametrize("path", ["/reviews", "/review2", "/Review/1", "//review", "/apis/review", "/api/reviews"])
def test_a_path_that_only_looks_like_one_of_review_is_for_admins(path: str) -> None:
    assert needed("POST", path) is Role.ADMIN


@pytest.mark.parametrize("path", ["/sign-in2", "/statics", "/api/sign-in", "/api/static", "//static", "", "/"])
def test_a_path_that_only_looks_like_an_open_one_is_not(path: str) -> None:
    assert needed("GET", path) is Role.READER


def test_who_has_not_signed_in_is_sent_to_do_so_and_back() -> None:
    answer = client(token_access()).get("/review/1?kind=meeting&page=2")
    assert answer.status_code == 303
    assert answer.headers["Location"] == "/sign-in?next=/review/1%3Fkind%3Dmeeting%26page%3D2"


def test_who_has_not_signed_in_writes_nothing() -> None:
    answer = client(token_access()).post("/review/1", headers=OWN)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/sign-in?next=/")


def test_a_part_of_a_page_has_the_whole_page_go_to_sign_in() -> None:
    headers = {"HX-Request": "true", "HX-Current-URL": "http://127.0.0.1:8000/review/1?kind=meeting", **OWN}
    answer = client(token_access()).post("/review/1", headers=headers)
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (401, "/sign-in?next=/review/1%3Fkind%3Dmeeting")


def test_a_program_is_told_that_it_has_to_sign_in() -> None:
    answer = client(token_access()).get("/api/review/1")
    assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Bearer")
    assert answer.json()["detail"] == "Sign in, or send a token."


def test_what_the_sign_in_page_needs_is_open() -> None:
    assert client(token_access()).get("/static/style.css").json() == "nobody"


TOKENS = {
    "the token": (BEARER["Authorization"], 200),
    "the token, the word in small letters": (BEARER["Authorization"].replace("Bearer", "bearer"), 200),
    "another token": ("Bearer of-something-else-altogether", 401),
    "no token": ("Bearer", 401),
    "another way": (BEARER["Authorization"].replace("Bearer", "Basic"), 401),
}


@pytest.mark.parametrize(("header", "status"), TOKENS.values(), ids=TOKENS)
def test_a_program_comes_in_by_its_token(header: str, status: int) -> None:
    answer = client(token_access()).get("/api/review/1", headers={"Authorization": header})
    assert answer.status_code == status


def test_a_users_file_that_is_broken_later_keeps_everybody_out(
    users_access: Access, users_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    browser = client(users_access)
    users_path.write_text("{", encoding="utf-8")
    browser.cookies.set("parley", "of-some-session")
    assert browser.get("/").status_code == 303
    answer = browser.post("/sign-in", data={"name": "Ines", "secret": "four words and more"}, headers=OWN)
    assert answer.status_code == 503
    assert "is no JSON" in caplog.text
