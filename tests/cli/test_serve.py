from __future__ import annotations

import socket
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.types import ASGIApp

from parley.web import server
from parley.web.access.access import Access
from parley.web.access.guarded import GuardedApp
from tests.cli.conftest import Run

Out = pytest.CaptureFixture[str]
Served = list[Access]


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Served:
    """What the server would have been run with: it ends at once."""
    ran: Served = []

    def run(app: ASGIApp, listening: socket.socket, proxy: str = "") -> None:  # noqa: ARG001 - as it is called
        assert isinstance(app, GuardedApp)
        assert isinstance(app, FastAPI)
        ran.append(app.access)

    monkeypatch.setattr(server, "run", run)
    for name in ("HOST", "PORT", "NAMES", "PROXY", "USERS", "TOKEN"):
        monkeypatch.delenv(f"PARLEY_{name}", raising=False)
    monkeypatch.setenv("PARLEY_REVIEWER", "Ines")
    return ran


def test_it_tells_where_it_is_and_how_to_stop_it(run: Run, served: Served, record: Path, capsys: Out) -> None:
    assert run("serve", "--record", record, "--port", "0") == 0
    out = capsys.readouterr()
    assert "Parley is at http://127.0.0.1:" in out.out
    assert "Ctrl-C" in out.out
    assert "Sign in" not in out.out
    assert not out.err
    assert not served[0].signs_in


def test_a_token_that_is_asked_for_is_told_once(run: Run, served: Served, record: Path, capsys: Out) -> None:
    assert run("serve", "--record", record, "--port", "0", "--token", "new") == 0
    line = capsys.readouterr().out.splitlines()[0]
    assert len(line.removeprefix("Token, told this once: ")) >= 43
    assert served[0].takes_bearer


def test_a_token_that_is_given_is_not_told(
    run: Run, served: Served, record: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARLEY_TOKEN", "a-token-long-enough-to-be-one")
    assert run("serve", "--record", record, "--port", "0") == 0
    out = capsys.readouterr().out
    assert "a-token" not in out
    assert "Sign in there." in out
    assert served[0].signs_in


def test_it_does_not_start_open_to_others(run: Run, served: Served, record: Path, capsys: Out) -> None:
    assert run("serve", "--record", record, "--host", "0.0.0.0", "--name", "parley.example.org") == 2  # noqa: S104
    assert "Give --users FILE (parley users add NAME makes it), or --token new" in capsys.readouterr().err
    assert not served


def test_without_tls_it_warns(
    run: Run, served: Served, record: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "listen", lambda _host, port: socket.create_server(("127.0.0.1", port)))
    arguments = ("--host", "0.0.0.0", "--name", "parley.example.org", "--token", "new")  # noqa: S104
    assert run("serve", "--record", record, "--port", "0", *arguments) == 0
    out = capsys.readouterr()
    assert "http://parley.example.org:" in out.out
    assert "no TLS" in out.err
    assert "parley.example.org" in served[0].hosts


def test_a_port_that_is_taken_is_told(run: Run, served: Served, record: Path, capsys: Out) -> None:
    with server.listen("127.0.0.1", 0) as taken:
        assert run("serve", "--record", record, "--port", taken.getsockname()[1]) == 1
    assert "Give another --port" in capsys.readouterr().err
    assert not served


OPTIONS = {
    "no file": (None, "cannot be read"),
    "no options file": ("clauses: []", "options.yml:1: unknown key 'clauses'"),
    "an issue that the record has not": ("issues:\n  - issue: ceasefires", "options.yml:2: nobody holds a position on"),
}


@pytest.mark.parametrize(("content", "fault"), OPTIONS.values(), ids=OPTIONS)
def test_it_does_not_start_with_an_options_file_that_does_not_fit(
    content: str | None, fault: str, run: Run, served: Served, record: Path, tmp_path: Path, capsys: Out
) -> None:
    path = tmp_path / "options.yml"
    if content:
        path.write_text(content, encoding="utf-8")
    assert run("serve", "--record", record, "--port", "0", "--options", path) == 1
    assert fault in capsys.readouterr().err
    assert not served
