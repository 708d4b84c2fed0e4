"""What a route asks of its visitor, beside what the paths do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.exceptions import HTTPException
from starlette.requests import Request

from parley.web.access.asking import too_little
from parley.web.access.visitor import Role, Visitor


def require(role: Role) -> Callable[[Request], Awaitable[Visitor]]:
    """A FastAPI dependency: the visitor, where they have at least this role; else 403."""

    async def visitor_of(request: Request) -> Visitor:
        visitor = getattr(request.state, "visitor", None)
        if not isinstance(visitor, Visitor):
            raise HTTPException(401, "Sign in first.")
        if visitor.role < role:
            raise HTTPException(403, too_little(visitor, role))
        return visitor

    return visitor_of
