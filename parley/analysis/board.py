"""Where they stand: issues × parties, and the positions behind each square."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from parley.analysis.days import last_day, sort_day, when
from parley.analysis.view import View
from parley.model.entry import Entry, Told
from parley.model.finding import Position
from parley.model.stand import Act, Stance
from parley.model.when import When
from parley.resolve import polarity


@dataclass(frozen=True, slots=True)
class Cell:
    """A party on an issue: its stances in the latest evidence (more than one where measures differ).

    `acts` are what it did in that evidence (demand, reject …), `reports` how many reports have it point the same way.
    """

    party: str
    issue: str
    stances: tuple[Stance, ...]
    acts: tuple[Act, ...]
    when: When | None
    voices: int
    reports: int
    told: tuple[Told[Position], ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Parties and issues, those with most voices first; a square with no cell was not reported."""

    parties: tuple[str, ...]
    issues: tuple[str, ...]
    cells: tuple[Cell, ...]

    def cell(self, party: str, issue: str) -> Cell | None:
        """The cell of a square, or None where no report gives a position."""
        return next((c for c in self.cells if c.party == party and c.issue == issue), None)


def board(view: View) -> Board:
    """Each party's latest stance on each issue, the day of that evidence, and the voices on the square."""
    squares: dict[tuple[str, str], list[Told[Position]]] = {}
    for entry in view.positions:
        for told in entry.told:
            squares.setdefault((told.finding.party, told.finding.issue), []).append(told)
    cells = [_cell(party, issue, told, view) for (party, issue), told in squares.items()]
    parties, issues = [(c.party, c.voices) for c in cells], [(c.issue, c.voices) for c in cells]
    return Board(_ranked(parties), _ranked(issues), tuple(cells))


def stands(view: View, issue: str) -> tuple[Entry[Position], ...]:
    """The positions on an issue, those told by most voices first, then the latest."""
    found = [entry for entry in view.positions if entry.lead.finding.issue == issue]
    return tuple(sorted(found, key=lambda e: (-e.voices, -last_day(e.told).toordinal(), e.id)))


def _cell(party: str, issue: str, told: list[Told[Position]], view: View) -> Cell:
    newest = max(sort_day(t) for t in told)
    latest = tuple(t for t in told if sort_day(t) == newest)
    counts = Counter(t.finding.stance for t in latest)
    stances = tuple(stance for stance in Stance if stance in counts)
    acts = tuple(dict.fromkeys(t.finding.act for t in latest))
    ways = {polarity(stance) for stance in stances}
    alike = {t.document.id for t in told if polarity(t.finding.stance) in ways}
    return Cell(party, issue, stances, acts, when(latest[0]), view.chorus.count(told), len(alike), latest)


def _ranked(weighed: list[tuple[str, int]]) -> tuple[str, ...]:
    total: Counter[str] = Counter()
    for name, voices in weighed:
        total[name] += voices
    return tuple(sorted(total, key=lambda name: (-total[name], name)))
