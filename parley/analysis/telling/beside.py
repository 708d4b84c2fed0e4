"""The same meeting side by side: each teller's account of it, and whom its reports of it quote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from parley.analysis.telling.tellers import Parting, Teller
from parley.analysis.view import View
from parley.model.entry import Entry, Told
from parley.model.finding import Meeting, Statement


@dataclass(frozen=True, slots=True)
class Beside:
    """A teller's findings of a meeting, the first report first, and the statements in the same reports."""

    teller: Teller
    told: tuple[Told[Meeting], ...]
    said: tuple[Told[Statement], ...]

    @property
    def quoted(self) -> tuple[tuple[str | None, int], ...]:
        """The parties of the speakers, each with its number of statements, the most first; None is no party."""
        counts = Counter(t.finding.party for t in self.said)
        return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0] or "")))


def beside(view: View, meeting: Entry[Meeting], tellers: Sequence[Teller]) -> tuple[Beside, ...]:
    """The accounts of those who tell of a meeting, in the order of the tellers."""
    reports = {t.document.id for t in meeting.told}
    said = [t for entry in view.statements for t in entry.told if t.document.id in reports]
    parting = Parting(tellers, view.chorus)
    told, spoken = parting.of(meeting.told), parting.of(said)
    return tuple(Beside(tellers[at], _in_order(told[at]), tuple(spoken.get(at, ()))) for at in sorted(told))


def _in_order(told: Sequence[Told[Meeting]]) -> tuple[Told[Meeting], ...]:
    return tuple(sorted(told, key=lambda t: ((when := t.document.published) is None, when and when.first, t.id)))
