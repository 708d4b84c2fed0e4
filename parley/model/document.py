"""One report, cleaned once."""

from __future__ import annotations

from dataclasses import dataclass, field

from parley.model.identity import content_id
from parley.model.span import Span
from parley.model.when import When


@dataclass(frozen=True, slots=True)
class Document:
    """A report's text and what is known about it.

    `text` never changes once made, so every offset into it stays true.
    `furniture` marks what is on the page but not of the report (navigation,
    captions, teasers): it is kept, shown greyed, and never read.
    `slug` is the name the source goes by (a file's stem, a feed's id): it names
    the JSON that `parley read` writes. `origin` says where the bytes came from.
    """

    text: str
    slug: str
    origin: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: When | None = None
    language: str = "en"
    furniture: tuple[Span, ...] = ()
    id: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(
            self, "id", content_id("doc", self.outlet or "", self.url or "", self.title or "", self.text)
        )
