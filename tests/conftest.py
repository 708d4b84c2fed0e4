"""What every test is given: no way out to the network, the same random numbers each time, and the shared corpus."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from parley.pipeline import Desk

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

Address = tuple[str | int, ...] | str
"""What a socket connects to: host and port, or the path of a local socket."""

settings.register_profile("house", derandomize=True, deadline=None, database=None)
settings.load_profile("house")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs the shared corpus where there is none."""
    if (SHARED / "corpus").is_dir():
        return
    absent = pytest.mark.skip(reason="needs the corpus in ../shared, which is not part of this repository")
    for item in items:
        if item.get_closest_marker("shared"):
            item.add_marker(absent)


@pytest.fixture
def shared() -> Path:
    """The folder beside the repository that holds the corpus and its scorers."""
    return SHARED


@pytest.fixture(scope="session")
def desk() -> Desk:
    """The desk at which every test reads its reports: opened once, since the language model takes seconds."""
    from parley.pipeline import Desk, Equipment

    return Desk.open(Equipment())


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Refuse every connection and every name look-up that would leave this machine."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, _local_only(getattr(socket.socket, name)))
        patch.setattr(socket, "getaddrinfo", _local_names_only(socket.getaddrinfo))
        yield


def _local_only(connect: Callable[[socket.socket, Address], object]) -> Callable[[socket.socket, Address], object]:
    def guarded(connection: socket.socket, address: Address) -> object:
        if connection.family != socket.AF_UNIX:
            _refuse_if_remote(str(address[0]))
        return connect(connection, address)

    return guarded


def _local_names_only(look_up: Callable[..., object]) -> Callable[..., object]:
    def guarded(host: str | bytes | None, *rest: object, **named: object) -> object:
        if host is not None:
            _refuse_if_remote(host if isinstance(host, str) else host.decode("ascii"))
        return look_up(host, *rest, **named)

    return guarded


def _refuse_if_remote(host: str) -> None:
    try:
        local = ipaddress.ip_address(host).is_loopback
    except ValueError:
        local = host in {"", "localhost"}
    if not local:
        raise AssertionError(f"a test reached out to {host}: tests use no network")
