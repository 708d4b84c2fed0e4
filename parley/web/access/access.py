"""Who may do what on one server, worked out from what it was started with."""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Callable
from dataclasses import dataclass

from parley.errors import QueryError, ServingError
from parley.settings import Serving
from parley.web.access.directory import Directory
from parley.web.access.guard import Door, Guard, OpenDoor
from parley.web.access.hosts import LOOPBACK, as_header, is_everywhere, is_loopback, is_name
from parley.web.access.keys import Keys, SharedToken
from parley.web.access.sessions import Sessions
from parley.web.access.throttle import Throttle
from parley.web.access.visitor import Role, Visitor

UPLOAD = 32 * 1024 * 1024
"""Bytes of one upload of reports, at most."""

SHORTEST_TOKEN = 20


@dataclass(frozen=True, slots=True)
class Access:
    """The door, the names under which the server answers, and how many bytes an upload may have."""

    door: Door
    hosts: frozenset[str] = LOOPBACK
    upload: int = UPLOAD

    @property
    def signs_in(self) -> bool:
        """Whether people sign in, and so may sign out."""
        return isinstance(self.door, Guard)

    @property
    def takes_bearer(self) -> bool:
        """Whether programs may show a token."""
        return isinstance(self.door, Guard) and self.door.keys.takes_bearer


def access_of(serving: Serving, who: str, clock: Callable[[], float] = time.time) -> Access:
    """Who may do what. `who` is the visitor where users have no names of their own.

    QueryError where the server would stand open to others, or where what was given contradicts itself;
    ServingError where the users file cannot be used.
    """
    _check_proxy(serving.proxy)
    keys = _keys(serving, who)
    if keys is None:
        _for_this_computer_only(serving)
    door = OpenDoor(Visitor(who, Role.ADMIN)) if keys is None else Guard(keys, Sessions(clock), Throttle(clock))
    return Access(door, _hosts(serving))


def is_shared(serving: Serving) -> bool:
    """Whether others than those at this computer can reach the server."""
    return not is_loopback(serving.host) or bool(serving.proxy) or not all(map(is_loopback, serving.names))


def is_plain(serving: Serving) -> bool:
    """Whether others reach the server itself, with no proxy in front that could do TLS."""
    return not is_loopback(serving.host) and not serving.proxy


def _keys(serving: Serving, who: str) -> Keys | None:
    if serving.users and serving.token:
        raise QueryError(
            "--users and --token", "both are given", "Give one: names with passwords, or one token for all"
        )
    if serving.users:
        return _directory(Directory(serving.users), str(serving.users))
    if not who:
        raise QueryError("--who", "nobody is named, and a judgement has somebody's name", "Give --who NAME")
    if not serving.token:
        return None
    if len(serving.token) < SHORTEST_TOKEN:
        raise QueryError("--token", f"has less than {SHORTEST_TOKEN} characters", "--token new makes one that is safe")
    return SharedToken.of(serving.token, Visitor(who, Role.ADMIN))


def _directory(directory: Directory, place: str) -> Directory:
    if not directory.users:
        raise ServingError(place, "nobody may sign in", "Name somebody with parley users add NAME --users FILE")
    return directory


def _for_this_computer_only(serving: Serving) -> None:
    if is_shared(serving):
        option = "--proxy" if serving.proxy else "--name" if is_loopback(serving.host) else f"--host {serving.host}"
        fault = "others could reach the server, and nobody would have to sign in"
        raise QueryError(option, fault, "Give --users FILE (parley users add NAME makes it), or --token new")


def _hosts(serving: Serving) -> frozenset[str]:
    """Every name under which the server answers."""
    for name in serving.names:
        if not is_name(name):
            raise QueryError(
                "--name", f"'{name}' is no name of a computer", "Give it as parley.example.org, nothing else"
            )
    if not is_everywhere(serving.host):
        return LOOPBACK | {as_header(name) for name in (serving.host, *serving.names)}
    if not serving.names:
        fault = "does not say under which name others reach the server"
        raise QueryError(f"--host {serving.host}", fault, "Give --name NAME, as it stands in their address bar")
    return LOOPBACK | {as_header(name) for name in serving.names}


def _check_proxy(proxy: str) -> None:
    try:
        ipaddress.ip_address(proxy or "::")
    except ValueError as error:
        fault = f"'{proxy}' is no address"
        raise QueryError("--proxy", fault, "Give the one the proxy connects from, such as 127.0.0.1") from error
