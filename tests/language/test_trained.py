"""What the trained reader adds to the rules, and what it may not add."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from parley.language.parser import SHIPPED
from parley.language.reader import Reader
from parley.language.tagger import Triple
from parley.model.document import Document
from parley.model.reading import Attribution
from parley.model.span import Span
from parley.pipeline import Desk


@dataclass(frozen=True)
class Prompted:
    """A trained reader that says what it is told to: source, cue and content as strings of the text."""

    source: str
    cue: str
    content: str

    def attributions(self, text: str, paragraphs: Sequence[Span]) -> list[Triple]:  # noqa: ARG002
        """The one attribution, wherever its strings stand."""
        return [Triple(*((_at(text, words),) if words else () for words in (self.source, self.cue, self.content)))]


def _at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def added(desk: Desk, text: str, prompted: Prompted) -> list[Attribution]:
    reader = Reader(desk.world, SHIPPED, prompted)
    found = reader.read(Document(text=text, slug="a", origin="a")).attributions
    return [a for a in found if a.reader == "trained"]


HINTING = "The signal from Ankara, Turkey has let it be known in confirmed briefings, is that the port stays shut."


def test_what_the_rules_miss_is_added_with_the_side_that_the_parse_knows(desk: Desk) -> None:
    found = added(desk, HINTING, Prompted("Turkey", "confirmed", "that the port stays shut"))
    assert [(a.source.name, a.content_spans[0].of(HINTING)) for a in found] == [("Turkey", "that the port stays shut")]


def test_the_outlet_that_was_told_is_the_channel_not_the_speaker(desk: Desk) -> None:
    text = "It is, Turkey confirmed in remarks to Reuters, a fact of life that the port stays shut."
    found = added(desk, text, Prompted("Turkey", "confirmed", "that the port stays shut"))
    assert [(a.source.name, a.channel) for a in found] == [("Turkey", "Reuters")]


REFUSED = "Qatar confirmed a new round. Analysts expect that Oman will host it. Surveys indicate that few care."


@pytest.mark.parametrize(
    "prompted",
    [
        pytest.param(Prompted("Qatar", "new", "a new round"), id="no word of saying"),
        pytest.param(Prompted("Analysts", "expect", "that Oman will host it"), id="a belief"),
        pytest.param(Prompted("", "confirmed", "a new round"), id="no source"),
        pytest.param(Prompted("Qatar", "confirmed", "round"), id="no clause was said"),
    ],
)
def test_nothing_is_added_for(desk: Desk, prompted: Prompted) -> None:
    assert added(desk, REFUSED, prompted) == []


def test_what_the_rules_have_found_is_not_added_again(desk: Desk) -> None:
    text = "Qatar said that the talks would resume on Monday."
    assert added(desk, text, Prompted("Qatar", "said", "that the talks would resume on Monday")) == []


def test_a_chain_of_speakers_is_kept_outermost_first(desk: Desk) -> None:
    text = "Sudan said on Monday that Egypt had told the mediators that the border would stay open."
    found = desk.findings(Document(text=text, slug="a", origin="a"))
    chains = {f.speaker: f.chain for f in found if f.KIND == "statement"}  # type: ignore[attr-defined]
    assert chains == {"Sudan": (), "Egypt": ("Sudan",)}
