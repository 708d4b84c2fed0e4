"""An account of what is told differently, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from parley.analysis import Account
from parley.model.entry import Told
from parley.model.finding import Claim, Dispute, Figure, Finding, Meeting, Position
from parley.publish.phrases import held
from parley.publish.words import listed, outlet, plain, quantity


def by(account: Account) -> str:
    """Whose account it is: a side's, a report's own, or that of the outlets that give it."""
    if account.claim is None:
        return listed(outlets(account.told))
    return plain(account.claim.party) if account.claim.party else f"{outlet(account.told[0].document)} itself"


def says(account: Account) -> str:
    """What it says."""
    return plain(account.claim.claim) if account.claim else _says(account.told[0].finding)


def proof(account: Account) -> tuple[Told[Finding], ...]:
    """Its findings; a side's narrowed to the sentences in which that side speaks, so that they alone are cited."""
    if account.claim is None:
        return account.told
    return tuple(replace(t, finding=own) for t in account.told if (own := _narrowed(t.finding, account.claim)))


def outlets(told: Iterable[Told[Finding]]) -> tuple[str, ...]:
    """The outlets that tell something, each once."""
    return tuple(dict.fromkeys(outlet(t.document) for t in told))


def _narrowed(finding: Finding, claim: Claim) -> Finding | None:
    claims = finding.claims if isinstance(finding, Dispute) else ()
    own = next((c for c in claims if c.party == claim.party), None)
    return replace(finding, evidence=own.evidence) if own else None


def _says(finding: Finding) -> str:
    match finding:
        case Figure():
            return quantity(finding.value, finding.unit)
        case Meeting():
            return finding.status.value.replace("-", " ")
        case Position():
            return held(finding)
        case _:
            return plain(finding.evidence[0].text)
