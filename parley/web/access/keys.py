"""What lets somebody in: a token that all share, or a name with its password."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from typing import Protocol

from parley.web.access.visitor import Visitor


@dataclass(frozen=True, slots=True)
class Pass:
    """What somebody showed who was let in. `stamp` changes with their password, and the pass is void then."""

    name: str
    stamp: bytes


class Keys(Protocol):
    """Those who may come in."""

    @property
    def asks_name(self) -> bool:
        """Whether the form asks for a name beside the secret."""

    @property
    def takes_bearer(self) -> bool:
        """Whether the secret may come in an Authorization: Bearer header."""

    def admit(self, name: str, secret: str) -> Pass | None:
        """A pass for who has the right secret."""

    def owner(self, shown: Pass) -> Visitor | None:
        """Whose pass it is; None where it is void."""


@dataclass(frozen=True, slots=True)
class SharedToken:
    """One token that lets anybody in as the same visitor."""

    digest: bytes
    visitor: Visitor
    asks_name: bool = False
    takes_bearer: bool = True

    @classmethod
    def of(cls, token: str, visitor: Visitor) -> SharedToken:
        """The key that this token is."""
        return cls(_digest(token), visitor)

    def admit(self, name: str, secret: str) -> Pass | None:  # noqa: ARG002 - a token has no name
        """A pass for who has the token."""
        return Pass(self.visitor.name, self.digest) if hmac.compare_digest(_digest(secret), self.digest) else None

    def owner(self, shown: Pass) -> Visitor | None:
        """The visitor, for as long as the token is the same."""
        return self.visitor if hmac.compare_digest(shown.stamp, self.digest) else None


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()
