"""The briefing as one self-contained HTML page."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

from parley.publish.briefing import Briefing


def render(briefing: Briefing) -> str:
    """The page: inline style, no script, every text escaped by the template engine."""
    environment = Environment(
        loader=PackageLoader("parley.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("briefing.html").render(briefing=briefing)
