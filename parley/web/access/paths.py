"""The places of the server that the rules tell apart."""

from __future__ import annotations

from parley.web.access.visitor import Role

API = "/api"
STATIC = "/static"
SIGN_IN = "/sign-in"
SIGN_OUT = "/sign-out"
ADD = "/add"
REVIEW = "/review"

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
"""What changes nothing."""


def under(path: str, *places: str) -> bool:
    """Whether a path is one of these places or lies below it.

    >>> under("/review/3f9a", "/review"), under("/reviews", "/review")
    (True, False)
    """
    return any(path == place or path.startswith(f"{place}/") for place in places)


def page_of(path: str) -> str:
    """The path without the /api before it: what is said of a page is true of its API too."""
    return path.removeprefix(API) if under(path, API) else path


def needed(method: str, path: str) -> Role | None:
    """The least role that a request needs; None where nobody has to sign in. What is not listed is for admins."""
    if under(path, SIGN_IN, SIGN_OUT, STATIC):
        return None
    page = page_of(path)
    if under(page, ADD):
        return Role.ADMIN
    if method in SAFE_METHODS:
        return Role.READER
    return Role.REVIEWER if under(page, REVIEW) else Role.ADMIN
