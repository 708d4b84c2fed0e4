"""Review in an app."""

from __future__ import annotations

from fastapi import FastAPI

from parley.web.review import api, pages
from parley.web.review.bench import Bench


def add_review(app: FastAPI, bench: Bench, who: str = "") -> None:
    """Give an app the review pages and addresses; `who` judges where nobody signs in."""
    app.state.bench = bench
    app.state.reviewer = who
    app.include_router(api.router)
    app.include_router(pages.router)
