"""Told differently."""

from __future__ import annotations

from parley.analysis import Account, Difference, View, differences
from parley.analysis.differences import DifferenceKind
from parley.publish import accounts
from parley.publish.briefing import Group, Line, More, Section
from parley.publish.citations import Citations
from parley.publish.words import listed, plain, short_day

_SHOWN = 8


def section(view: View, citations: Citations) -> Section:
    """Accounts of one thing that contradict each other, side by side."""
    found = differences(view)
    more = More(len(found) - _SHOWN, "parley show disputes") if len(found) > _SHOWN else None
    lines = tuple(_line(difference, citations) for difference in found[:_SHOWN])
    empty = "No two accounts contradict each other."
    return Section("differences", "Told differently", empty, groups=(Group("", lines, more),))


def _line(difference: Difference, citations: Citations) -> Line:
    lines = tuple(_account(account, citations) for account in difference.accounts)
    note = "" if difference.kind in (DifferenceKind.FACT, DifferenceKind.MEETING) else f"two {difference.kind.value}s"
    return Line(text=plain(difference.topic), note=note, lines=lines)


def _account(account: Account, citations: Citations) -> Line:
    cited = citations.cite(accounts.proof(account))
    return Line(
        label=accounts.by(account),
        text=accounts.says(account),
        note=_on_whose_word(account),
        sources=cited.sources,
        further=cited.further,
    )


def _on_whose_word(account: Account) -> str:
    """Since when an account is told, and on whose word."""
    since = f"since {short_day(account.since)}" if account.since else ""
    word = f"on the word of {listed(map(plain, account.word))}" if account.word else ""
    return ", ".join(filter(None, (since, word)))
