"""Finds out who asks, and whether they may."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from parley.errors import ServingError
from parley.web.access.answers import refusal, waiting
from parley.web.access.cookies import session_of
from parley.web.access.guard import Door, OpenDoor, Refused, Shown, bearer_of
from parley.web.access.paths import API, SIGN_IN, needed, under
from parley.web.access.visitor import Role, Visitor

LOG = logging.getLogger(__name__)
FORWARDED = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip")
"""What a proxy adds; nobody at this computer sends it."""

BEHIND_PROXY = (
    "A proxy stands before this server, so others can reach it, and nobody would have to sign in. "
    "Start it with --users FILE or --token, and --proxy."
)
UNREADABLE = "Nobody can sign in at present: the users file cannot be read. The server's terminal says why."


@dataclass(frozen=True, slots=True)
class WhoAsks:
    """Puts the visitor into `request.state.visitor` (None on the way to signing in), or says why not."""

    app: ASGIApp
    door: Door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        answer = self._answer(scope) if scope["type"] == "http" else self.app
        await answer(scope, receive, send)

    def _answer(self, scope: Scope) -> ASGIApp:
        connection = HTTPConnection(scope)
        if isinstance(self.door, OpenDoor) and any(name in connection.headers for name in FORWARDED):
            return refusal(scope, 403, BEHIND_PROXY)
        try:
            asking = self.door.asking(_shown(connection))
        except ServingError as error:
            LOG.error("%s", error)
            return refusal(scope, 503, UNREADABLE)
        return self._decide(scope, asking)

    def _decide(self, scope: Scope, asking: Visitor | Refused) -> ASGIApp:
        need = needed(scope["method"], scope["path"])
        visitor = asking if isinstance(asking, Visitor) else None
        if need is not None and isinstance(asking, Refused):
            return waiting(scope, asking.wait) if asking.wait else _signed_out(scope)
        if need is not None and visitor and visitor.role < need:
            return refusal(scope, 403, too_little(visitor, need))
        scope.setdefault("state", {})["visitor"] = visitor
        return self.app


def too_little(visitor: Visitor, need: Role) -> str:
    """What somebody is told whose role is too small."""
    return f"{visitor.name} is signed in as {visitor.role.value}; only a {need.value} may do this."


def address_of(connection: HTTPConnection) -> str:
    """Where a request comes from."""
    return connection.client.host if connection.client else ""


def _shown(connection: HTTPConnection) -> Shown:
    return Shown(bearer_of(connection.headers), session_of(connection), address_of(connection))


def _signed_out(scope: Scope) -> Response:
    """To the sign-in page, and back afterwards; a program is only told."""
    if under(scope["path"], API):
        return refusal(scope, 401, "Sign in, or send a token.", {"WWW-Authenticate": "Bearer"})
    headers = Headers(scope=scope)
    page = f"{SIGN_IN}?next={quote(_here(scope, headers), safe='/')}"
    if "hx-request" in headers:  # a part of a page: the whole page has to go there
        return refusal(scope, 401, "Sign in.", {"HX-Redirect": page})
    return RedirectResponse(page, 303)


def _here(scope: Scope, headers: Headers) -> str:
    """The page that somebody is on: what they asked for, or the page that a part of it was asked from."""
    if "hx-request" in headers:
        shown = urlsplit(headers.get("hx-current-url", ""))
        return f"{shown.path or '/'}?{shown.query}" if shown.query else shown.path or "/"
    if scope["method"] != "GET":
        return "/"
    query = scope["query_string"].decode("latin-1")
    return f"{quote(scope['path'])}?{query}" if query else quote(scope["path"])
