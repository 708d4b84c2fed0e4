"""How often somebody may fail to sign in."""

from __future__ import annotations

import hashlib
import ipaddress
import math
import time
import unicodedata
from collections.abc import Callable, Iterator

from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

FAILURES: tuple[RateLimitItem, ...] = (RateLimitItemPerMinute(5), RateLimitItemPerHour(30))
"""How many failures a name and an address have."""


class Throttle:
    """Counts failures by name and by address, in windows that move with the time."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._windows = MovingWindowRateLimiter(MemoryStorage())

    def wait(self, name: str, address: str) -> int:
        """Seconds until another try is heard; 0 where it is heard now."""
        full = [
            self._windows.get_window_stats(limit, *key).reset_time - self._clock()
            for limit, key in _counted(name, address)
            if not self._windows.test(limit, *key)
        ]
        return max(1, math.ceil(max(full))) if full else 0

    def count(self, name: str, address: str) -> None:
        """Count a failure."""
        for limit, key in _counted(name, address):
            self._windows.hit(limit, *key)


def _counted(name: str, address: str) -> Iterator[tuple[RateLimitItem, tuple[str, str]]]:
    """Each limit for the address, and for the name where there is one."""
    keys = [("address", _network(address))]
    spelled = unicodedata.normalize("NFKC", name).strip().casefold()
    if spelled:
        keys.append(("name", hashlib.sha256(spelled.encode("utf-8", "surrogatepass")).hexdigest()))
    return ((limit, key) for key in keys for limit in FAILURES)


def _network(address: str) -> str:
    """An address as one counts it: whoever has one of IPv6 has its whole /64.

    >>> _network("2001:db8::7"), _network("::ffff:192.0.2.7")
    ('2001:db8::/64', '192.0.2.7')
    """
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv4Address):
        return str(parsed)
    return str(parsed.ipv4_mapped or ipaddress.ip_network((parsed, 64), strict=False))
