"""Proposals: a text through its versions, and the answers to it over time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from parley.analysis.days import sort_day
from parley.model.entry import Told
from parley.model.finding import Proposal
from parley.publish.phrases import answered
from parley.publish.words import outlet, plain, published, quantity
from parley.web.answers.overview import OfferCard, offer_card
from parley.web.answers.quotes import Quote, quote
from parley.web.asking import Now
from parley.web.missing import entry_of

_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Version:
    """A proposal as one report has it: what it calls it, how large, how far it has come, who answered how."""

    published: str
    outlet: str
    title: str
    issuer: str | None
    date: dt.date | None
    size: str | None
    status: str
    answers: tuple[str, ...]
    quote: Quote


@dataclass(frozen=True, slots=True)
class ProposalPage:
    """One proposal: its answers by party, and its versions from the first report to the latest."""

    offer: OfferCard
    sizes: tuple[str, ...]
    names: tuple[str, ...]
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class ProposalList:
    """Proposals, those told by most voices first; `hidden` is how many more there are."""

    rows: tuple[OfferCard, ...]
    hidden: int


def proposal_list(index: Now) -> ProposalList:
    """What is on the table."""
    found = index.offers
    rows = tuple(offer_card(index, offer.entry.id) for offer in found[:_SHOWN])
    return ProposalList(rows, max(0, len(found) - _SHOWN))


def proposal_page(index: Now, proposal: str) -> ProposalPage:
    """One proposal: lineage, sizes, names and answers over time."""
    entry = entry_of(index, "proposal", proposal)
    ground = dict(zip((t.id for t in entry.told), entry.grounds, strict=True))
    in_order = sorted(entry.told, key=lambda t: (sort_day(t), t.id))
    versions = tuple(_version(t, ground[t.id]) for t in in_order)
    return ProposalPage(
        offer=offer_card(index, entry.id),
        sizes=tuple(dict.fromkeys(v.size for v in versions if v.size)),
        names=tuple(dict.fromkeys(v.title for v in versions)),
        versions=versions,
    )


def _version(told: Told[Proposal], why: str) -> Version:
    proposal = told.finding
    return Version(
        published=published(told.document),
        outlet=outlet(told.document),
        title=plain(proposal.title),
        issuer=plain(proposal.issuer) if proposal.issuer else None,
        date=proposal.date,
        size=quantity(proposal.size.count, proposal.size.unit) if proposal.size else None,
        status=proposal.status.value,
        answers=tuple(f"{plain(r.party)}: {answered(r, proposal)}" for r in proposal.responses),
        quote=quote(told, why),
    )
