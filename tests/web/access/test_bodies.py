"""A body that comes piece by piece, with no word of its length."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from parley.web.access.access import Access
from parley.web.access.guard import OpenDoor
from parley.web.access.guarded import GuardedApp
from parley.web.access.visitor import Role, Visitor
from tests.web.access.served import OWN

PIECE = 1000


async def posted(pieces: int) -> tuple[int, int]:
    """The status of the answer to so many pieces, and how many of them were read."""
    app = GuardedApp(Access(OpenDoor(Visitor("Ines", Role.ADMIN))), openapi_url=None)
    left = iter(range(pieces - 1, -1, -1))
    read: list[int] = []
    sent: list[Message] = []

    async def other(request: Request) -> PlainTextResponse:
        return PlainTextResponse(str(len(await request.body())))

    async def receive() -> Message:
        read.append(next(left))
        return {"type": "http.request", "body": b"x" * PIECE, "more_body": read[-1] > 0}

    async def send(message: Message) -> None:
        sent.append(message)

    app.add_route("/other", other, methods=["POST"])
    await ask(app, receive, send, {**OWN, "Host": "127.0.0.1:8000"}.items())
    return sent[0]["status"], len(read)


async def ask(app: GuardedApp, receive: Receive, send: Send, headers: Iterable[tuple[str, str]]) -> None:
    spelled = [(name.lower().encode(), value.encode()) for name, value in headers]
    scope: Scope = {"type": "http", "method": "POST", "path": "/other", "query_string": b"", "scheme": "http"}
    await app({**scope, "headers": spelled, "client": ("127.0.0.1", 50000)}, receive, send)


@pytest.mark.parametrize(
    ("pieces", "answer"),
    [
        pytest.param(65, (200, 65), id="as many as a form may have are read"),
        pytest.param(66, (413, 66), id="one more is too many"),
        pytest.param(9999, (413, 66), id="what comes after that is not read"),
    ],
)
def test_pieces_are_counted_together(pieces: int, answer: tuple[int, int]) -> None:
    assert asyncio.run(posted(pieces)) == answer
