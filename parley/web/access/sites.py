"""Pages of other sites cannot write here, though the browser would send our cookie along."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from parley.web.access.answers import refusal
from parley.web.access.guard import bearer_of
from parley.web.access.paths import SAFE_METHODS

WHY = (
    "This did not come from a page of this server, so nothing was changed. Open the page here and try again. "
    "A program sends an Authorization: Bearer header, or an Origin header that names this server."
)


@dataclass(frozen=True, slots=True)
class SameSite:
    """Refuses to write for what another site's page asks for.

    `bearer`: a request with a token is exempt, since no browser adds one by itself.
    """

    app: ASGIApp
    bearer: bool = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        answer = self.app if self._may_pass(scope) else refusal(scope, 403, WHY)
        await answer(scope, receive, send)

    def _may_pass(self, scope: Scope) -> bool:
        if scope["type"] != "http" or scope["method"] in SAFE_METHODS:
            return True
        headers = Headers(scope=scope)
        return (self.bearer and bearer_of(headers) is not None) or _from_here(headers)


def _from_here(headers: Headers) -> bool:
    """What the browser says of the site; browsers that are old, or that use no TLS, tell only the origin."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in {"same-origin", "none"}
    return _authority(headers.get("origin") or headers.get("referer") or "") == headers.get("host", "").lower()


def _authority(url: str) -> str | None:
    """Host and port of an address; None where it has none."""
    try:
        return urlsplit(url).netloc.lower() or None
    except ValueError:
        return None
