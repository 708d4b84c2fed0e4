"""Under which names the server answers.

A page elsewhere whose name was bent to this machine (DNS rebinding) asks under another.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from parley.web.access.answers import refusal

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})

WHY = "This server does not go by the name it was asked under. Start it with --name NAME to give it one more."

_NAME = re.compile(r"\[[0-9a-f:.]+\]|[a-z0-9_.-]+", re.IGNORECASE)
_HOST = re.compile(rf"({_NAME.pattern})(?::\d{{1,5}})?", re.IGNORECASE)


def is_loopback(host: str) -> bool:
    """Whether only this computer reaches an address. A name that we do not know counts as one that others reach."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_everywhere(host: str) -> bool:
    """Whether an address means every address of this computer.

    >>> [is_everywhere(host) for host in ("0.0.0.0", "::", "", "192.0.2.7")]
    [True, True, True, False]
    """
    try:
        return not host or ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return False


def is_name(host: str) -> bool:
    """Whether it is a name or address alone, with no port and no http:// about it."""
    return _NAME.fullmatch(as_header(host)) is not None


def as_header(host: str) -> str:
    """A host as a Host header spells it: in small letters, IPv6 in brackets."""
    return f"[{host}]".lower() if ":" in host and not host.startswith("[") else host.lower()


@dataclass(frozen=True, slots=True)
class KnownHosts:
    """Answers only what is asked under one of these names, whatever the port."""

    app: ASGIApp
    hosts: frozenset[str]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        known = scope["type"] != "http" or _host(Headers(scope=scope)) in self.hosts
        answer = self.app if known else refusal(scope, 400, WHY)
        await answer(scope, receive, send)


def _host(headers: Headers) -> str | None:
    """The one host that is asked for, without its port; None where it is missing, given twice or no host."""
    given = headers.getlist("host")
    parts = _HOST.fullmatch(given[0]) if len(given) == 1 else None
    return parts[1].lower().rstrip(".") if parts else None
