"""Reports of a few words, each with one position, for the rules of the options board."""

from __future__ import annotations

import datetime as dt
from typing import Any

from parley.analysis import View
from parley.analysis.options import Footing, OptionsBoard, options_board
from parley.lexicon.ladders import Ladders
from parley.model.actor import ActorKind
from parley.model.entry import Told, Voice
from parley.model.finding import Actor, Statement
from parley.model.reading import SpeechForm
from parley.model.span import Span
from parley.model.stand import Stance
from parley.model.when import When
from tests import by_hand

Y, N, IF, OPEN = Stance.SUPPORT, Stance.OPPOSE, Stance.CONDITIONAL, Stance.OPEN
TRUCE = "a truce of thirty days"
PRESIDENT, MINISTER, SOURCE = "President Ida Brandt", "Foreign Minister Ada Holm", "an official"
_ROLES = {PRESIDENT: "president", MINISTER: "foreign minister"}


def may(day: int) -> dt.date:
    """A day of May 2025."""
    return dt.date(2025, 5, day)


def told(
    day: dt.date | When | None,
    stance: Stance,
    holder: str = "Norland",
    outlet: str = "The Lantern",
    measure: str = TRUCE,
    text: str = "Norland answered.",
    **fields: Any,  # noqa: ANN401
) -> list[Told[Any]]:
    """One report in which Norland, or somebody for it, takes a stance; with the holder's office where one has any."""
    report = by_hand.report(f"{text} ({outlet}, {day}, {stance}, {holder})", outlet, day)
    fields = {"party": "Norland", "issue": "ceasefire", "holder": holder, **fields}
    found: list[Told[Any]] = [by_hand.position(report, stance=stance, measure=measure, **fields)]
    if holder in _ROLES:
        actor = {"kind": ActorKind.PERSON, "party": "Norland", "role": _ROLES[holder]}
        found.append(by_hand.tell(report, Actor, name=holder, **actor))
    return found


def hearsay(day: dt.date, stance: Stance, outlet: str = "The Lantern") -> list[Told[Any]]:
    """One report in which Sudria says where Norland stands."""
    content = f"Norland now answers on {TRUCE}"
    found = told(day, stance, outlet=outlet, text=f"{content}, Sudria said.")
    words = {"speaker": "Sudria", "party": "Sudria", "form": SpeechForm.INDIRECT, "cue": "said", "content": content}
    spans = (Span(0, len(content)),)
    return [*found, by_hand.tell(found[0].document, Statement, **words, content_spans=spans)]


def view_of(*reports: list[Told[Any]]) -> View:
    """What these reports make."""
    every = [t for report in reports for t in report]
    documents = {t.document.id: t.document for t in every}
    return View.of(list(documents.values()), [Voice(i, (i,)) for i in documents], every, by_hand.RESOLVER)


def board_of(*reports: list[Told[Any]], said: Ladders | None = None) -> OptionsBoard:
    """The board that these reports make."""
    return options_board(view_of(*reports), by_hand.RESOLVER, said)


def footing_of(*reports: list[Told[Any]]) -> Footing:
    """Where Norland stands on the one option of the one issue that these reports tell of."""
    (issue,) = board_of(*reports).issues
    (option,) = issue.options
    return issue.footing("Norland", option.id)
