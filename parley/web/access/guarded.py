"""An app behind the rules."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from starlette.types import ASGIApp, Receive, Scope, Send

from parley.web.access.access import Access
from parley.web.access.asking import WhoAsks
from parley.web.access.bodies import BodyLimit
from parley.web.access.headers import SafeHeaders
from parley.web.access.hosts import KnownHosts
from parley.web.access.sites import SameSite


def guarded(app: ASGIApp, access: Access) -> ASGIApp:
    """The app behind every rule. A request passes them in the order of this list, read backwards."""
    app = WhoAsks(app, access.door)
    app = SameSite(app, bearer=access.takes_bearer)
    app = BodyLimit(app, upload=access.upload)
    app = KnownHosts(app, access.hosts)
    app = SafeHeaders(app)
    return _NoSockets(app)


class GuardedApp(FastAPI):
    """A FastAPI app whose every answer, that to an error of our own included, passes the rules."""

    def __init__(self, access: Access, **options: Any) -> None:  # noqa: ANN401 - FastAPI's own
        super().__init__(**options)
        self.access = access

    def build_middleware_stack(self) -> ASGIApp:
        """All that FastAPI builds, behind the rules."""
        return guarded(super().build_middleware_stack(), self.access)


class _NoSockets:
    """Refuses web sockets: there are none, and the other rules are about requests."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await self._app(scope, receive, send)
