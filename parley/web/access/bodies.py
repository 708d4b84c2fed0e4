"""How much one request may send."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from parley.web.access.answers import refusal
from parley.web.access.paths import ADD, page_of, under

FORM = 64 * 1024
"""Bytes enough for any form."""


@dataclass(frozen=True, slots=True)
class BodyLimit:
    """Refuses bodies over so many bytes, `upload` under /add: at once where their length is told, else on the way."""

    app: ASGIApp
    upload: int
    form: int = FORM

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with its body counted, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        most = self.upload if under(page_of(scope["path"]), ADD) else self.form
        told = Headers(scope=scope).get("content-length", "0")
        if not (told.isascii() and told.isdigit()):
            await refusal(scope, 400, "The Content-Length is no number.")(scope, receive, send)
        elif int(told) > most:
            await refusal(scope, 413, _why(most))(scope, receive, send)
        else:
            await self.app(scope, _counted(receive, most), send)


def _counted(receive: Receive, most: int) -> Receive:
    """What is received, until it is too much: then the app is told so, and answers 413 in its own way."""
    got = 0

    async def counting() -> Message:
        nonlocal got
        message = await receive()
        got += len(message.get("body", b""))
        if got > most:
            raise HTTPException(413, _why(most))
        return message

    return counting


def _why(most: int) -> str:
    return f"This is too large: at most {most:,} bytes are taken here."
