"""The network guard itself: a guard that lets everything through would go unnoticed."""

from __future__ import annotations

import socket

import pytest


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("2001:db8::1", 80)], ids=["IPv4", "IPv6"])
def test_no_test_can_connect_to_another_machine(address: tuple[str, int]) -> None:
    family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
    with socket.socket(family) as connection, pytest.raises(AssertionError, match="no network"):
        connection.connect(address)


def test_no_test_can_look_up_a_name() -> None:
    with pytest.raises(AssertionError, match="no network"):
        socket.getaddrinfo("example.org", 80)


def test_a_server_in_the_test_itself_can_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)) as connection:
            assert connection.getpeername()[1] == port
