"""Told differently."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from parley.analysis import Account, Difference, View, differences
from parley.analysis.differences import DifferenceKind
from parley.model.entry import Told
from parley.model.finding import Claim, Dispute, Figure, Finding, Meeting, Position
from parley.publish.briefing import Group, Line, More, Section
from parley.publish.citations import Citations
from parley.publish.sections.stands import said
from parley.publish.words import listed, outlet, plain, quantity, short_day

_SHOWN = 8


def section(view: View, citations: Citations) -> Section:
    """Accounts of one thing that contradict each other, side by side."""
    found = differences(view)
    more = More(len(found) - _SHOWN, "parley show disputes") if len(found) > _SHOWN else None
    lines = tuple(_line(difference, citations) for difference in found[:_SHOWN])
    empty = "No two accounts contradict each other."
    return Section("differences", "Told differently", empty, groups=(Group("", lines, more),))


def _line(difference: Difference, citations: Citations) -> Line:
    accounts = tuple(_account(account, citations) for account in difference.accounts)
    note = "" if difference.kind in (DifferenceKind.FACT, DifferenceKind.MEETING) else f"two {difference.kind.value}s"
    return Line(text=plain(difference.topic), note=note, lines=accounts)


def _account(account: Account, citations: Citations) -> Line:
    if account.claim is not None:
        return _claim(account, account.claim, citations)
    cited = citations.cite(account.told)
    return Line(
        label=_outlets(account.told),
        text=_says(account.told[0].finding),
        note=_on_whose_word(account),
        sources=cited.sources,
        further=cited.further,
    )


def _claim(account: Account, claim: Claim, citations: Citations) -> Line:
    told = [replace(t, finding=own) for t in account.told if (own := _own_evidence(t.finding, claim))]
    cited = citations.cite(told)
    by = plain(claim.party) if claim.party else f"{outlet(account.told[0].document)} itself"
    note = _on_whose_word(account)
    return Line(label=by, text=plain(claim.claim), note=note, sources=cited.sources, further=cited.further)


def _on_whose_word(account: Account) -> str:
    """Since when an account is told, and on whose word."""
    since = f"since {short_day(account.since)}" if account.since else ""
    word = f"on the word of {listed(map(plain, account.word))}" if account.word else ""
    return ", ".join(filter(None, (since, word)))


def _own_evidence(finding: Finding, claim: Claim) -> Finding | None:
    """The dispute narrowed to the sentences in which this side speaks, so that they alone are cited."""
    claims = finding.claims if isinstance(finding, Dispute) else ()
    own = next((c for c in claims if c.party == claim.party), None)
    return replace(finding, evidence=own.evidence) if own else None


def _outlets(told: Iterable[Told[Finding]]) -> str:
    return listed(dict.fromkeys(outlet(t.document) for t in told))


def _says(finding: Finding) -> str:
    match finding:
        case Figure():
            return quantity(finding.value, finding.unit)
        case Meeting():
            return finding.status.value.replace("-", " ")
        case Position():
            return f"{plain(finding.party)} {said(finding)}"
        case _:
            return plain(finding.evidence[0].text)
