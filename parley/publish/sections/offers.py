"""What is on the table."""

from __future__ import annotations

from parley.analysis import Answer, Offer, View, offers
from parley.model.finding import Proposal
from parley.publish.briefing import Group, Line, More, Section
from parley.publish.citations import Citations
from parley.publish.phrases import about_offer, answered
from parley.publish.words import plain, told_by

_SHOWN = 8
_ANSWERS = 6


def section(view: View, citations: Citations) -> Section:
    """Proposals with who accepted how much of each."""
    found = offers(view)
    more = More(len(found) - _SHOWN, "parley show proposals") if len(found) > _SHOWN else None
    lines = tuple(_line(offer, view, citations) for offer in found[:_SHOWN])
    return Section("table", "On the table", "No report tells of a proposal.", groups=(Group("", lines, more),))


def _line(offer: Offer, view: View, citations: Citations) -> Line:
    cited = citations.cite(offer.entry.told)
    proposal = offer.entry.lead.finding
    return Line(
        text=plain(proposal.title),
        note=", ".join((*about_offer(offer), told_by(offer.entry, view.chorus))),
        sources=cited.sources,
        further=cited.further,
        lines=_answers(offer, citations),
    )


def _answers(offer: Offer, citations: Citations) -> tuple[Line, ...]:
    lines = tuple(_answer(answer, offer.entry.lead.finding, citations) for answer in offer.answers[:_ANSWERS])
    left = len(offer.answers) - _ANSWERS
    return (*lines, Line(str(More(left, "parley show proposals")))) if left > 0 else lines


def _answer(answer: Answer, proposal: Proposal, citations: Citations) -> Line:
    cited = citations.cite(answer.told)
    label, text = plain(answer.response.party), answered(answer.response, proposal)
    return Line(label=label, text=text, sources=cited.sources, further=cited.further)
