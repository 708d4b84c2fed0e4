"""The browser that tests and pictures of the pages use."""

from __future__ import annotations

import shutil

import pytest

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NEEDED = pytest.mark.skipif(CHROMIUM is None, reason="needs the browser chromium, on Debian: apt-get install chromium")
DRAWN = """() => [...document.querySelectorAll(".chart")]
    .every(each => each.matches(".empty") || each.querySelector("svg"))"""
"""Whether the charts of a page are drawn."""
