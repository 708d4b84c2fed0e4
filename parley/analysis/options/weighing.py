"""From all that is told of a party on an option to where it stands: one walk through the days, by a rule with a name.

The last word alone does not decide. A day says what its weightiest voices say; it turns what stood before only where
two independent voices, or one of no less authority, tell of the turn. What was told otherwise is settled by a later
word of no less authority.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from parley.analysis.options.firmness import firmness
from parley.analysis.options.model import Acceptance, Footing, Rule, Witness
from parley.model.stand import Stance
from parley.resolve import Chorus

TURNING = 2
"""So many independent voices turn what stood before, whatever their authority."""
_MIXED = frozenset({Acceptance.ACCEPT, Acceptance.CONDITIONAL})
_UNLESS = frozenset({Acceptance.REJECT, Acceptance.CONDITIONAL})
_OF_STANCE = {
    Stance.SUPPORT: Acceptance.ACCEPT,
    Stance.OPPOSE: Acceptance.REJECT,
    Stance.CONDITIONAL: Acceptance.CONDITIONAL,
    Stance.OPEN: Acceptance.CONDITIONAL,
}


def acceptance(stance: Stance) -> Acceptance:
    """Which way a stance points on an option; an open door is a condition that is not named."""
    return _OF_STANCE[stance]


@dataclass(slots=True)
class _Walk:
    """What stands so far, what carries it, and what has been told otherwise since."""

    stand: Acceptance | None = None
    carrying: list[Witness] = field(default_factory=list)
    contrary: list[Witness] = field(default_factory=list)

    def take(self, day: Sequence[Witness], chorus: Chorus) -> None:
        """One more day."""
        says = reading(day)
        if says is None:
            self.contrary += day
        elif self.stand in (None, says):
            self._confirm(says, day)
        else:
            self._challenge(says, day, chorus)

    def _confirm(self, says: Acceptance, day: Sequence[Witness]) -> None:
        self.stand = says
        self.carrying += [t for t in day if _fits(t, says, day)]
        if not self.contrary or authority(day) >= authority(self.contrary):
            self.contrary = []
        self.contrary += [t for t in day if not _fits(t, says, day)]

    def _challenge(self, says: Acceptance, day: Sequence[Witness], chorus: Chorus) -> None:
        self.contrary += day
        turning = [t for t in self.contrary if t.acceptance is says or (t in day and _fits(t, says, day))]
        many = chorus.count(t.told for t in turning) >= TURNING
        if many or authority(turning) >= authority(self.carrying):
            self.carrying = turning
            self.contrary = [t for t in day if not _fits(t, says, day)]
            self.stand = says


def reading(day: Sequence[Witness]) -> Acceptance | None:
    """What the weightiest voices of a day say; None where they contradict each other or themselves."""
    top = authority(day)
    by_report: dict[str, set[Acceptance]] = {}
    for t in day:
        if t.bearing.authority.weight == top:
            by_report.setdefault(t.told.document.id, set()).add(t.acceptance)
    says = {_merged(ways) for ways in by_report.values()}
    return says.pop() if len(says) == 1 else Acceptance.CONDITIONAL if says == _MIXED else None


def authority(told: Iterable[Witness]) -> int:
    """The weight of the weightiest voice."""
    return max(t.bearing.authority.weight for t in told)


def _merged(ways: set[Acceptance]) -> Acceptance | None:
    """What one report says: "yes, if" and "no, unless" are conditions, "yes" and "no" are nothing."""
    if len(ways) == 1:
        return next(iter(ways))
    return Acceptance.CONDITIONAL if ways in (_MIXED, _UNLESS) else None


def _fits(witness: Witness, says: Acceptance, day: Sequence[Witness]) -> bool:
    """Whether a finding is in line with a reading of its day: a yes with a yes-if, a no with its own no-unless."""
    if witness.acceptance is says or says is not Acceptance.CONDITIONAL:
        return witness.acceptance is says
    report = witness.told.document.id
    own = {t.acceptance for t in day if t.told.document.id == report}
    return witness.acceptance is Acceptance.ACCEPT or own == _UNLESS


def weigh(party: str, option: str, told: Sequence[Witness], chorus: Chorus, latest: dt.date | None) -> Footing:
    """Where a party stands on an option, by all that is told of it (at least one finding)."""
    walk, undated = _walked(told, chorus)
    if walk.stand is None:
        return Footing(party, option, Acceptance.UNKNOWN, Rule.DIVIDED, contrary=_latest_first(told))
    agreeing = [t for t in (*undated, *walk.contrary) if t.acceptance is walk.stand]
    carrying = _latest_first((*walk.carrying, *agreeing))
    contrary = _latest_first(t for t in walk.contrary if t.acceptance is not walk.stand)
    rest = {t.told.id for t in (*carrying, *contrary)}
    footing = Footing(
        party,
        option,
        walk.stand,
        _rule(told, contrary),
        carrying=carrying,
        contrary=contrary,
        earlier=_latest_first(t for t in told if t.told.id not in rest),
        conditions=tuple(dict.fromkeys(c for t in carrying if (c := t.told.finding.condition))),
        when=carrying[0].when,
        days=_since(carrying[0], latest),
        voices=chorus.count(t.told for t in carrying),
        open=all(t.told.finding.stance is Stance.OPEN for t in carrying),
    )
    return replace(footing, firmness=firmness(footing)) if walk.stand is Acceptance.REJECT else footing


def _walked(told: Sequence[Witness], chorus: Chorus) -> tuple[_Walk, Sequence[Witness]]:
    """The walk through the days, and what no day is known of; where that is all there is, it counts as one day."""
    dated = sorted((t for t in told if _day(t)), key=lambda t: (_day(t), t.told.id))
    walk = _Walk()
    for _, day in groupby(dated, key=_day):
        walk.take(tuple(day), chorus)
    if not dated:
        walk.take(told, chorus)
        return walk, ()
    return walk, [t for t in told if not _day(t)]


def _day(witness: Witness) -> dt.date | None:
    return witness.when.day if witness.when else None


def _rule(told: Sequence[Witness], contrary: Sequence[Witness]) -> Rule:
    if contrary:
        return Rule.HELD
    return Rule.ONLY if len({t.acceptance for t in told}) == 1 else Rule.LATEST


def _since(witness: Witness, latest: dt.date | None) -> int | None:
    return (latest - witness.when.last).days if latest and witness.when else None


def _latest_first(told: Iterable[Witness]) -> tuple[Witness, ...]:
    return tuple(sorted(told, key=_freshness, reverse=True))


def _freshness(witness: Witness) -> tuple[bool, dt.date, int, str]:
    middle = witness.when.middle if witness.when else dt.date.min
    return (_day(witness) is not None, middle, witness.bearing.authority.weight, witness.told.id)
