"""What is reported and what is left out, of what others report in the time in which a teller reports at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from parley.analysis.telling.tellers import Teller
from parley.analysis.view import View
from parley.model.entry import Entry
from parley.model.finding import Dispute, Finding, Meeting, Position

TOLD_OF: tuple[type[Finding], ...] = (Meeting, Position, Dispute)
"""The kinds of which it is asked who reports them; a position is one party's on one measure, pointing one way."""

_Stretch: TypeAlias = tuple[dt.date, dt.date]
FEW = 10
"""Of fewer entries than this a share means little: it is said beside the count."""
_NEVER = dt.date.max.toordinal() + 1


@dataclass(frozen=True, slots=True)
class Reported:
    """What a teller makes of the entries of one kind that others tell of from `first` to `latest`.

    These are the days of its own first and last report; None where none of its reports has a day, and then nothing
    can be said to be left out. `shared` it tells too, `left_out` it does not, `alone` it tells and nobody else does
    in that time. Those told by most voices come first.
    """

    teller: Teller
    kind: type[Finding]
    first: dt.date | None
    latest: dt.date | None
    shared: tuple[Entry[Any], ...]
    left_out: tuple[Entry[Any], ...]
    alone: tuple[Entry[Any], ...]

    @property
    def left_out_by_voices(self) -> int:
        """How many of those that it leaves out two independent voices or more tell."""
        return sum(entry.voices > 1 for entry in self.left_out)

    @property
    def few(self) -> bool:
        """Whether others tell of too few for a share to mean much."""
        return self.due < FEW

    @property
    def due(self) -> int:
        """How many entries others tell of in the teller's time."""
        return len(self.shared) + len(self.left_out)


def reported(view: View, tellers: Sequence[Teller]) -> tuple[Reported, ...]:
    """For each teller, and each kind, what it reports, leaves out and is alone with.

    An entry counts where somebody else's report of it surely lies within the teller's own days: a silence before its
    first report or after its last is not its choice but ours, since the record has nothing of it from that time.
    """
    sheets = [_Sheet(sorted(view.entries(kind), key=lambda e: (-e.voices, e.id)), kind) for kind in TOLD_OF]
    return tuple(sheet.of(teller, _days(view, teller)) for teller in tellers for sheet in sheets)


class _Sheet:
    """The reports of every entry of a kind as columns: which entry, which outlet, from which day to which."""

    def __init__(self, entries: Sequence[Entry[Any]], kind: type[Finding]) -> None:
        self._entries, self._kind = entries, kind
        told = [(at, d) for at, e in enumerate(entries) for d in {t.document.id: t.document for t in e.told}.values()]
        self._outlets = list(dict.fromkeys(d.outlet for _, d in told))
        place = {outlet: at for at, outlet in enumerate(self._outlets)}
        self._entry = np.array([at for at, _ in told], dtype=np.intp)
        self._outlet = np.array([place[d.outlet] for _, d in told], dtype=np.intp)
        self._first = np.array([d.published.first.toordinal() if d.published else 0 for _, d in told])
        self._last = np.array([d.published.last.toordinal() if d.published else _NEVER for _, d in told])

    def of(self, teller: Teller, days: _Stretch | None) -> Reported:
        """What a teller makes of them, whose reports lie between two days."""
        is_own = np.array([outlet in teller.outlets for outlet in self._outlets], dtype=bool)
        own = is_own[self._outlet] if len(self._outlet) else np.zeros(0, dtype=bool)
        first, latest = days or (None, None)
        since, until = (first.toordinal(), latest.toordinal()) if first and latest else (_NEVER, 0)
        in_time = (self._first >= since) & (self._last <= until)
        tells, others = self._some(own), self._some(in_time & ~own)
        return Reported(
            teller,
            self._kind,
            first,
            latest,
            shared=self._chosen(tells & others),
            left_out=self._chosen(others & ~tells),
            alone=self._chosen(tells & ~others),
        )

    def _some(self, rows: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """For each entry, whether it has any of these reports."""
        return np.bincount(self._entry[rows], minlength=len(self._entries)) > 0

    def _chosen(self, marked: NDArray[np.bool_]) -> tuple[Entry[Any], ...]:
        return tuple(self._entries[at] for at in np.flatnonzero(marked).tolist())


def _days(view: View, teller: Teller) -> _Stretch | None:
    days = [d.published.day for d in view.documents if teller.tells(d) and d.published and d.published.day]
    return (min(days), max(days)) if days else None
