"""A small app behind the rules, and what it needs to be asked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader
from starlette.templating import Jinja2Templates
from starlette.testclient import TestClient

import parley.web
from parley.settings import Serving
from parley.web.access.access import Access, access_of
from parley.web.access.guard import Guard
from parley.web.access.guarded import GuardedApp
from parley.web.access.required import require
from parley.web.access.signing import sign_in_routes
from parley.web.access.visitor import Role, Visitor

HERE = "http://127.0.0.1:8000"
OWN = {"Origin": HERE}
"""What a browser without TLS says of a form of our own page."""
TOKEN = "a-token-long-enough-to-be-one"  # noqa: S105 - of no server
BEARER = {"Authorization": f"Bearer {TOKEN}"}
BASE = "<title>{% block title %}{% endblock %}</title>{% block main %}{% endblock %}"


@dataclass
class Clock:
    """A clock that stands until it is set; it begins at a day in 2025."""

    now: float = 1_750_000_000.0

    def __call__(self) -> float:
        return self.now

    time = __call__


def pages() -> Jinja2Templates:
    loader = ChoiceLoader(
        [DictLoader({"base.html": BASE}), FileSystemLoader(Path(parley.web.__path__[0]) / "templates")]
    )
    return Jinja2Templates(env=Environment(loader=loader, autoescape=True))


def app(access: Access) -> GuardedApp:
    """Every kind of place there is, each answering with the name of who asks."""
    made = GuardedApp(access, openapi_url=None)
    if isinstance(access.door, Guard):
        made.include_router(sign_in_routes(access.door, pages()))
    made.include_router(places())
    return made


def places() -> APIRouter:
    router = APIRouter()

    async def who(request: Request) -> str:
        await request.body()
        return request.state.visitor.name if request.state.visitor else "nobody"

    for place in ("/", "/review/1", "/add", "/other", "/api/review/1", "/api/add", "/static/style.css"):
        router.add_api_route(place, who, methods=["GET", "POST", "DELETE"])

    @router.get("/failing")
    async def failing() -> None:
        raise RuntimeError("the page is broken")

    @router.get("/for-admins")
    async def for_admins(visitor: Annotated[Visitor, Depends(require(Role.ADMIN))]) -> str:
        return visitor.name

    return router


def client(access: Access, base_url: str = HERE, address: str = "192.0.2.7") -> TestClient:
    """A browser at an address; it follows no redirects, so that they can be seen."""
    return TestClient(
        app(access),
        base_url=base_url,
        follow_redirects=False,
        raise_server_exceptions=False,
        client=(address, 50000),
    )


def open_access() -> Access:
    return access_of(Serving(), "Ines")


def token_access(clock: Clock | None = None) -> Access:
    return access_of(Serving(token=TOKEN), "Ines", clock or Clock())
