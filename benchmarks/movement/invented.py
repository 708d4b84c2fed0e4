"""Histories with a known truth, as the findings of invented reports."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from benchmarks.movement.regimes import Path, Regime
from parley.lexicon.atlas import load_world
from parley.model.document import Document
from parley.model.entry import Told, Voice
from parley.model.finding import Evidence, Position
from parley.model.span import Span
from parley.model.stand import Act, Stance
from parley.model.when import Basis, When
from parley.resolve import Chorus, Outlets

STANCES = (Stance.OPPOSE, Stance.CONDITIONAL, Stance.SUPPORT)
FIRST = dt.date(2024, 1, 1)
DAYS = 360
"""How long a history is."""
_SPELL = 20
"""Words that last are again as off within so many days."""


@dataclass(frozen=True, slots=True)
class History:
    """What a party truly did on a measure, by day from FIRST, and what reports tell of it: nothing where unreported.

    `rung_by_finding` is the rung that each finding tells of.
    """

    party: str
    measure: str
    truth: tuple[int, ...]
    told: tuple[Told[Position], ...]
    rung_by_finding: dict[str, int]

    @property
    def moved(self) -> bool:
        """Whether it truly stood on more than one rung in the time that is told of."""
        days = [(when.first - FIRST).days for t in self.told if (when := t.document.published)]
        return len(set(self.truth[min(days) : max(days) + 1])) > 1


@dataclass(frozen=True, slots=True)
class Case:
    """The histories of two parties on the measures of one issue, as many of the one as of the other, and the voices.

    `options` is how many options the ladder has that they stand on, 0 where it is that of the stances.
    """

    histories: tuple[History, ...]
    chorus: Chorus
    options: int


def cases(regime: Regime, number: int, seed: int, measures: int = 3) -> Iterator[Case]:
    """So many cases of a regime; the same for the same seed."""
    rng = random.Random(f"{regime.name} {seed}")
    for _ in range(number):
        yield _case(regime, rng, measures)


def _case(regime: Regime, rng: random.Random, measures: int) -> Case:
    # An issue has one ladder of options, and as many measures as one likes.
    number = 1 if regime.options else measures
    made = [
        _History(regime, rng, party, f"measure {n}").make() for n in range(number) for party in ("Norland", "Sudria")
    ]
    documents = [t.document for history, _ in made for t in history.told]
    voices = [voice for _, copies in made for voice in copies]
    return Case(tuple(history for history, _ in made), Chorus.of(voices, documents, _outlets()), regime.options)


@cache
def _outlets() -> Outlets:
    return Outlets(load_world())


class _History:
    """Makes one history."""

    def __init__(self, regime: Regime, rng: random.Random, party: str, measure: str) -> None:
        self.regime, self.rng, self.party, self.measure = regime, rng, party, measure
        self.rungs = regime.options or len(STANCES)
        self.truth = _truth(regime.path, self.rungs, rng)
        self.rung_by_finding: dict[str, int] = {}
        self.off: tuple[int, int] | None = None

    def make(self) -> tuple[History, list[Voice]]:
        told: list[Told[Position]] = []
        voices: list[Voice] = []
        for day in self._days() if self.rng.random() >= self.regime.unreported else ():
            words = self._words(day)
            for outlet in self.rng.sample(self._outlets(day), self.rng.randint(*self.regime.each)):
                told.append(self._report(day, outlet, words))
                copies = list(self._copies(told[-1], day))
                voices.append(_voice(told[-1], copies))
                told.extend(copies)
        return History(self.party, self.measure, self.truth, tuple(told), self.rung_by_finding), voices

    def _days(self) -> list[int]:
        return sorted(self.rng.sample(range(DAYS), self.rng.randint(*self.regime.occasions)))

    def _outlets(self, day: int) -> list[str]:
        """Partisans come first by name; those that come up late are not there in the first half."""
        hidden = self.regime.partisan if self.regime.late and day < DAYS // 2 else 0
        return [f"Outlet {n}" for n in range(hidden, self.regime.outlets)]

    def _words(self, day: int) -> int:
        """The rung that the party's words are of on a day."""
        if self.off and day - self.off[0] <= _SPELL and self.rng.random() < self.regime.lasting:
            self.off = (day, self.off[1])
            return self.off[1]
        self.off = None
        if self.rng.random() >= self.regime.off:
            return self.truth[day]
        self.off = (day, self.rng.choice([r for r in range(self.rungs) if r != self.truth[day]]))
        return self.off[1]

    def _report(self, day: int, outlet: str, words: int) -> Told[Position]:
        if int(outlet.split()[1]) < self.regime.partisan:
            words = 0
        elif self.rng.random() < self.regime.wrong:
            words = self.rng.choice([r for r in range(self.rungs) if r != words])
        sure = self.rng.uniform(0.5, 0.95)
        if self.regime.misread and self.rng.random() >= sure:
            words = self.rng.randrange(self.rungs)
        return self._told(words, outlet, day, sure)

    def _copies(self, original: Told[Position], day: int) -> Iterator[Told[Position]]:
        while self.rng.random() < self.regime.copies:
            later, outlet = min(DAYS - 1, day + self.rng.randint(0, 12)), f"Paper {self.rng.randint(1, 30)}"
            yield self._told(self.rung_by_finding[original.id], outlet, later, original.finding.confidence)

    def _told(self, rung: int, outlet: str, day: int, sure: float) -> Told[Position]:
        """A stance on the measure, or support of one of the options."""
        measure = f"{self.measure}, option {rung}" if self.regime.options else self.measure
        stance = Stance.SUPPORT if self.regime.options else STANCES[rung]
        told = _told(self.party, measure, stance, outlet, day, sure, self.rng.random())
        self.rung_by_finding[told.id] = rung
        return told


def _voice(original: Told[Position], copies: list[Told[Position]]) -> Voice:
    """A report and its copies in order of time."""
    later = sorted(copies, key=lambda t: str(t.document.published))
    return Voice(f"voice-{original.document.id}", tuple(t.document.id for t in (original, *later)))


def _truth(path: Path, rungs: int, rng: random.Random) -> tuple[int, ...]:
    at = rng.randint(DAYS // 4, DAYS * 3 // 4)
    start = rng.randrange(rungs)
    other = rng.choice([r for r in range(rungs) if r != start])
    match path:
        case Path.STABLE:
            return (start,) * DAYS
        case Path.STEP:
            return (start,) * at + (other,) * (DAYS - at)
        case Path.GRADUAL:
            up = rng.random() < 0.5
            levels = (0, 1, 2) if up else (2, 1, 0)
            return tuple(levels[min(2, day * 3 // DAYS)] for day in range(DAYS))
        case Path.RETURN:
            return tuple(other if DAYS // 3 <= day < DAYS * 2 // 3 else start for day in range(DAYS))


def _told(party: str, measure: str, stance: Stance, outlet: str, day: int, sure: float, salt: float) -> Told[Position]:
    text = f"{party} {stance.value}s {measure}, {outlet} has it ({salt})."
    on = When.on(FIRST + dt.timedelta(days=day), Basis.STATED)
    document = Document(text=text, slug="invented", origin="invented", outlet=outlet, published=on)
    position = Position(
        evidence=(Evidence(Span(0, len(text)), text),),
        confidence=sure,
        reader="invented",
        holder=party,
        party=party,
        issue="ceasefire",
        measure=measure,
        stance=stance,
        act=Act.STATE,
    )
    return Told(position.id_in(document.id), document, position)
