"""Judgements made by hand, without a record."""

from __future__ import annotations

import datetime as dt
from itertools import count

from parley.model.finding import Finding
from parley.model.judgement import Decision, Judgement
from tests import by_hand

NOON = dt.datetime(2025, 7, 1, 12, tzinfo=dt.UTC)
_minutes = count()
_SOME: Finding = by_hand.TOLD[0].finding


def vote(who: str, decision: Decision, finding_id: str) -> Judgement:
    """Somebody's decision about a finding or a judgement, later than all made before."""
    needs = decision in {Decision.ACCEPT, Decision.CORRECT}
    when = NOON + dt.timedelta(minutes=next(_minutes))
    finding = _SOME if needs else None
    return Judgement(decision=decision, subject=finding_id, who=who, when=when, finding=finding, document="doc-1")


def said(finding_id: str, **decisions: str) -> list[Judgement]:
    """What each person said of a finding."""
    return [vote(who, Decision(decision), finding_id) for who, decision in decisions.items()]
