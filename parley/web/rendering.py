"""Pages from templates: every text is escaped, and what is not there is an error."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request, Response
from fastapi.templating import Jinja2Templates
from jinja2 import Environment, PackageLoader, StrictUndefined

from parley.publish.moves import sure_words
from parley.publish.words import counted, day, issue_name, short_day
from parley.web.access.visitor import Role, Visitor

KEPT = ("as-of",)
"""What a link on a page keeps of the question that the page was asked with."""


def page(request: Request, template: str, status: int = 200, **values: Any) -> Response:  # noqa: ANN401 - answers of many types
    """A template filled in with an answer."""
    return TEMPLATES.TemplateResponse(request, template, values, status)


def _common(request: Request) -> dict[str, Any]:
    """What every template is given."""
    kept = {name: request.query_params[name] for name in KEPT if request.query_params.get(name)}
    return {
        "kept": kept,
        "to": _links(kept),
        "may_review": _is(request, Role.REVIEWER),
        "may_add": _is(request, Role.ADMIN),
    }


def _is(request: Request, role: Role) -> bool:
    """Whether the visitor may do what a role may."""
    visitor: Visitor | None = request.state.visitor
    return visitor is not None and visitor.role >= role


def _links(kept: Mapping[str, str]) -> Callable[..., str]:
    """Makes links within the app that keep what the page was asked with."""

    def to(path: str, **more: str | int | None) -> str:
        bare, hash_, anchor = path.partition("#")
        asked = {**kept, **{name.replace("_", "-"): str(value) for name, value in more.items() if value is not None}}
        return f"{bare}{'?' + urlencode(asked) if asked else ''}{hash_}{anchor}"

    return to


def _segment(name: str) -> str:
    """A name as one segment of a path."""
    return quote(name, safe="")


_ENVIRONMENT = Environment(
    loader=PackageLoader("parley.web"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ENVIRONMENT.filters |= {
    "day": day,
    "short_day": short_day,
    "counted": counted,
    "issue_name": issue_name,
    "segment": _segment,
    "sure": sure_words,
}
TEMPLATES = Jinja2Templates(env=_ENVIRONMENT, context_processors=[_common])
