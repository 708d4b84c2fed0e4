"""What somebody is told whose request goes no further."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import Scope

from parley.web.access.paths import API, under


def refusal(scope: Scope, status: int, why: str, headers: Mapping[str, str] | None = None) -> Response:
    """The reason in plain words: as JSON to a program, as text to a person."""
    if under(scope["path"], API):
        return JSONResponse({"detail": why}, status, headers)
    return PlainTextResponse(f"{why}\n", status, headers)


def waiting(scope: Scope, seconds: int) -> Response:
    """Too many tries: when to come again."""
    return refusal(scope, 429, too_many(seconds), {"Retry-After": str(seconds)})


def too_many(seconds: int) -> str:
    """What somebody is told who failed too often."""
    return f"Too many failed tries to sign in. Wait {seconds} seconds and try again."
