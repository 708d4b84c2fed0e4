"""Tracks made by hand: stances on days, told by outlets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from parley.analysis import View
from parley.analysis.movement.track import Track, tracks
from parley.model.entry import Told, Voice
from parley.model.finding import Position
from parley.model.stand import Stance
from parley.model.when import When
from tests import by_hand

START = dt.date(2025, 1, 1)
STANCES = {"-": Stance.OPPOSE, "o": Stance.CONDITIONAL, "+": Stance.SUPPORT}
Telling = tuple[int | When | None, str, str]
"""On which day after START (or when), which stance, by which outlet."""


def day(number: int) -> dt.date:
    return START + dt.timedelta(days=number)


def told(each: Iterable[Telling], party: str = "Norland", measure: str = "a truce") -> list[Told[Position]]:
    """A report for each, of a confident reader."""
    return [
        by_hand.position(
            by_hand.report(f"{party} and {measure}: {n}, {outlet}.", outlet, day(at) if isinstance(at, int) else at),
            party,
            STANCES[stance],
            measure,
            confidence=0.9,
        )
        for n, (at, stance, outlet) in enumerate(each)
    ]


def view(*every: Told[Position], voices: tuple[Voice, ...] = ()) -> View:
    """A view of some findings; a report in none of the voices is one of its own, as in a record."""
    documents = list({t.document.id: t.document for t in every}.values())
    copied = {document for voice in voices for document in voice.documents}
    alone = [Voice(d.id, (d.id,)) for d in documents if d.id not in copied]
    return View.of(documents, (*voices, *alone), every, by_hand.RESOLVER)


def track(*each: Telling) -> Track:
    (found,) = tracks(view(*told(each)))
    return found


PAUSES, FRONT = "pauses", "a ceasefire"
"""Two options of an issue, the one more far-reaching than the other."""


def coming_over() -> list[Told[Position]]:
    """Norland holds to pauses for half a year and to a ceasefire after, Sudria to a ceasefire all the time."""
    later = [(180 + at, stance, outlet) for at, stance, outlet in monthly("++++++") if isinstance(at, int)]
    norland = [*told(monthly("++++++"), measure=PAUSES), *told(later, measure=FRONT)]
    return [*norland, *told(monthly("+" * 12), "Sudria", FRONT)]


def monthly(stances: str, outlets: str = "ABC") -> list[Telling]:
    """A stance every thirty days, the outlets taking turns."""
    return [(30 * n, stance, f"Outlet {outlets[n % len(outlets)]}") for n, stance in enumerate(stances)]
