"""The app: one page for now."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import PlainTextResponse
from fastapi.templating import Jinja2Templates

from parley.web.access.access import Access
from parley.web.access.guard import Guard
from parley.web.access.guarded import GuardedApp
from parley.web.access.signing import sign_in_routes

TEMPLATES = Path(__file__).parent / "templates"


def create(desk: object, access: Access) -> FastAPI:
    """The app over a desk, behind the rules of who may do what."""
    app = GuardedApp(access, title="Parley", docs_url=None, redoc_url=None)
    app.state.desk = desk
    if isinstance(access.door, Guard):
        app.include_router(sign_in_routes(access.door, Jinja2Templates(TEMPLATES)))

    @app.get("/")
    async def hello() -> PlainTextResponse:
        return PlainTextResponse("Hello")

    return app
