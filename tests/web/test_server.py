"""The server's address, and what it is told."""

from __future__ import annotations

import socket

import pytest
import uvicorn
from starlette.responses import PlainTextResponse

from parley.errors import ServingError
from parley.settings import Serving
from parley.web import server


def test_port_0_is_one_that_is_free() -> None:
    with server.listen("127.0.0.1", 0) as listening:
        port = listening.getsockname()[1]
        assert port
        assert server.address(Serving(), port) == f"http://127.0.0.1:{port}/"


def test_a_port_that_is_taken_is_named_with_the_remedy() -> None:
    with server.listen("127.0.0.1", 0) as listening:
        port = listening.getsockname()[1]
        with pytest.raises(ServingError, match=rf"127.0.0.1:{port}: .*already in use.* Give another --port"):
            server.listen("127.0.0.1", port)


def test_a_host_that_nobody_knows_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_place: object, **_named: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(ServingError, match=r"parley.example.org:80: .*Name or service not known.*another --host"):
        server.listen("parley.example.org", 80)


ADDRESSES = {
    "http://[::1]:80/": Serving(host="::1"),
    "http://localhost:80/": Serving(host="localhost", names=("parley.example.org",)),
    "http://parley.example.org:80/": Serving(host="::", names=("parley.example.org",)),
}


@pytest.mark.parametrize(("address", "serving"), ADDRESSES.items(), ids=ADDRESSES)
def test_the_address_is_one_that_a_browser_opens(address: str, serving: Serving) -> None:
    assert server.address(serving, 80) == address


@pytest.mark.parametrize("proxy", ["", "127.0.0.1"], ids=["no proxy", "a proxy"])
def test_a_proxy_is_believed_only_where_it_is_named(monkeypatch: pytest.MonkeyPatch, proxy: str) -> None:
    made: list[uvicorn.Config] = []

    def run(self: uvicorn.Server, sockets: list[socket.socket] | None = None) -> None:  # noqa: ARG001 - as it is called
        made.append(self.config)
        raise KeyboardInterrupt

    monkeypatch.setattr(uvicorn.Server, "run", run)
    monkeypatch.setenv("FORWARDED_ALLOW_IPS", "*")
    with server.listen("127.0.0.1", 0) as listening:
        server.run(PlainTextResponse("Hello"), listening, proxy)
    (config,) = made
    assert (config.proxy_headers, config.forwarded_allow_ips) == (bool(proxy), [proxy])
    assert not config.server_header
    assert not config.access_log
