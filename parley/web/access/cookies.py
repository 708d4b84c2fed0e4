"""The cookie that holds a session's name."""

from __future__ import annotations

from starlette.requests import HTTPConnection
from starlette.responses import Response


def session_of(connection: HTTPConnection) -> str:
    """The session that a browser shows; empty where it shows none."""
    return connection.cookies.get(_name(connection), "")


def give(response: Response, connection: HTTPConnection, session: str) -> None:
    """Have the browser keep a session until it closes, away from scripts and from other sites."""
    secure = _is_https(connection)
    response.set_cookie(_name(connection), session, path="/", secure=secure, httponly=True, samesite="strict")


def take(response: Response, connection: HTTPConnection) -> None:
    """Have the browser forget it."""
    secure = _is_https(connection)
    response.delete_cookie(_name(connection), path="/", secure=secure, httponly=True, samesite="strict")


def _name(connection: HTTPConnection) -> str:
    """With TLS, a name that a browser takes from this very host alone."""
    return "__Host-parley" if _is_https(connection) else "parley"


def _is_https(connection: HTTPConnection) -> bool:
    return bool(connection.scope["scheme"] == "https")
