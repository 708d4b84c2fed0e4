"""What is on the table, and who accepted how much of it."""

from __future__ import annotations

from dataclasses import dataclass

from parley.analysis.days import last_day, sort_day
from parley.analysis.view import View
from parley.model.entry import Entry, Told
from parley.model.finding import Proposal, ProposalStatus, Response


@dataclass(frozen=True, slots=True)
class Answer:
    """A party's answer to a proposal, and who tells it, the latest first."""

    response: Response
    told: tuple[Told[Proposal], ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """A proposal, its status in the latest report, and the answers to it by party, the latest first."""

    entry: Entry[Proposal]
    status: ProposalStatus
    answers: tuple[Answer, ...]


def offers(view: View) -> tuple[Offer, ...]:
    """The proposals, those told by most voices first, then the latest."""
    found = [_offer(entry) for entry in view.proposals]
    found.sort(key=lambda o: (-o.entry.voices, -last_day(o.entry.told).toordinal(), o.entry.id))
    return tuple(found)


def _offer(entry: Entry[Proposal]) -> Offer:
    latest_first = sorted(entry.told, key=sort_day, reverse=True)
    told_by: dict[Response, list[Told[Proposal]]] = {}
    for told in latest_first:
        for response in told.finding.responses:
            told_by.setdefault(response, []).append(told)
    answers = sorted((Answer(r, tuple(told)) for r, told in told_by.items()), key=lambda a: a.response.party)
    return Offer(entry, latest_first[0].finding.status, tuple(answers))
