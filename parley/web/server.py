"""The server: an address to listen on, and the app behind it until somebody stops it."""

from __future__ import annotations

import contextlib
import socket

import uvicorn
from starlette.types import ASGIApp

from parley.errors import ServingError
from parley.settings import Serving
from parley.web.access.hosts import as_header, is_everywhere

PATIENCE = 5
"""Seconds that requests have to end when the server is stopped."""


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens; port 0 takes one that is free. ServingError where the address cannot be had."""
    try:
        family, _, _, _, place = socket.getaddrinfo(
            host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        return socket.create_server((str(place[0]), port), family=family)
    except OSError as error:
        fault = f"the server cannot listen there ({error.strerror})"
        remedy = "Give another --port (0 finds a free one), or another --host"
        raise ServingError(f"{as_header(host)}:{port}", fault, remedy) from error


def address(serving: Serving, port: int) -> str:
    """The address to open in a browser."""
    host = serving.names[0] if is_everywhere(serving.host) else serving.host
    return f"http://{as_header(host)}:{port}/"


def run(app: ASGIApp, listening: socket.socket, proxy: str = "") -> None:
    """Serve until Ctrl-C; `proxy` is the address of the one proxy that is believed in whom it speaks for."""
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=bool(proxy),
        forwarded_allow_ips=[proxy],
        ws="none",
        timeout_graceful_shutdown=PATIENCE,
    )
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listening])
