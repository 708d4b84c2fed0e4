"""Passwords, kept so that who reads them learns nothing: scrypt, with a salt of their own."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import dataclass

SHORTEST = 12
"""Characters of a password, at least."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try costs: scrypt's n, r and p. The default is what OWASP's cheat sheet on password storage asks for."""

    n: int = 2**17
    r: int = 8
    p: int = 1

    @property
    def memory(self) -> int:
        """Bytes that one try takes."""
        return 128 * self.r * (self.n + self.p)

    @property
    def fits(self) -> bool:
        """Whether it is neither so cheap that it protects nothing nor so dear that one try stops the server."""
        power = self.n > 1 and not self.n & (self.n - 1)
        return power and self.r > 0 and 0 < self.p <= 16 and 2**23 <= self.memory <= 2**29 and self.n * self.p >= 2**16


@dataclass(frozen=True, slots=True)
class Hash:
    """What is kept of a password."""

    cost: Cost
    salt: bytes
    digest: bytes

    @classmethod
    def of(cls, password: str, cost: Cost | None = None) -> Hash:
        """Of a password, under a new salt."""
        cost, salt = cost or Cost(), secrets.token_bytes(16)
        return cls(cost, salt, _digest(password, cost, salt))

    def fits(self, password: str) -> bool:
        """Whether it is of this password; how long that takes does not tell how near it is."""
        return hmac.compare_digest(_digest(password, self.cost, self.salt), self.digest)


NOBODY = Hash(Cost(), bytes(16), bytes(32))
"""What the password of a name that is not known is held against, so that it takes as long as any other."""


def _digest(password: str, cost: Cost, salt: bytes) -> bytes:
    # The same letters may come from two keyboards in two encodings; both mean one password.
    typed = unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")
    return hashlib.scrypt(typed, salt=salt, n=cost.n, r=cost.r, p=cost.p, maxmem=cost.memory + 2**20, dklen=32)
