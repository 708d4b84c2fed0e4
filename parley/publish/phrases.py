"""Findings and answers in words: what a briefing, a terminal and a page say alike."""

from __future__ import annotations

from collections.abc import Sequence

from parley.analysis import Offer, Standing, Talk
from parley.model.finding import Actor, Dispute, Figure, Finding, Meeting, Position, Proposal, Response, Statement
from parley.model.stand import Stance
from parley.publish.words import day, listed, plain, quantity

_NAMES = 4
_BEHIND = (Standing.HELD, Standing.UNDER_WAY)
_STANDS = {
    Stance.SUPPORT: "supports {}",
    Stance.OPPOSE: "opposes {}",
    Stance.CONDITIONAL: "accepts {} on conditions",
    Stance.OPEN: "open to {}",
}


def said(position: Position) -> str:
    """A position as a sentence without its party."""
    measure = plain(position.measure)
    if position.stance is Stance.CONDITIONAL and position.condition:
        return f"accepts {measure} on a condition: {plain(position.condition)}"
    return _STANDS[position.stance].format(measure)


def held(position: Position) -> str:
    """A position as a sentence."""
    is_open = "is " if position.stance is Stance.OPEN else ""
    return f"{plain(position.party)} {is_open}{said(position)}"


def in_brief(finding: Finding) -> str:
    """The words in which a finding has its subject."""
    match finding:
        case Statement():
            return f"“{plain(finding.content)}”"
        case Position():
            return f"{finding.stance.value} {plain(finding.measure)}"
        case Meeting():
            return " ".join(filter(None, (finding.status.value, str(finding.date or ""), plain(finding.place or ""))))
        case Proposal():
            return plain(finding.title)
        case Figure():
            return f"{quantity(finding.value, finding.unit)}, {plain(finding.of)}"
        case Actor():
            return ", ".join(filter(None, (plain(finding.name), plain(finding.role or ""))))
        case Dispute():
            return plain(finding.topic)
        case _:
            return plain(finding.evidence[0].text)


def in_full(finding: Finding) -> str:
    """The same with the parties it is of, where its own words leave them out."""
    match finding:
        case Position():
            return held(finding)
        case Meeting():
            return f"{listed(map(plain, finding.parties))}: {in_brief(finding)}"
        case _:
            return in_brief(finding)


def sentence(finding: Finding) -> str:
    """The words that a finding rests on, in the order of the text, with a mark where something lies between them."""
    in_order = sorted(finding.evidence, key=lambda e: e.span)
    return " […] ".join(dict.fromkeys(plain(e.text) for e in in_order))


def day_of_talk(talk: Talk) -> str:
    """The day of a meeting; where none is given, the day by which it had been held is that of its first report."""
    if talk.day:
        return day(talk.day)
    reported = [t.document.published.day for t in talk.entry.told if t.document.published and t.document.published.day]
    return f"By {day(min(reported))}" if reported and talk.standing in _BEHIND else "No day given"


def who_met(talk: Talk) -> str:
    """Who met where, and how it stands unless it was simply held."""
    place = next((t.finding.place for t in talk.entry.told if t.finding.place), None)
    where = f" in {plain(place)}" if place else ""
    standing = "" if talk.standing is Standing.HELD else f": {talk.standing.value}"
    return f"{listed(plain(p) for p in talk.entry.lead.finding.parties)}{where}{standing}"


def about_talk(talk: Talk) -> tuple[str, ...]:
    """Round, length, mediator and who took part, each from the first account that gives it."""
    told = [t.finding for t in talk.entry.told]
    number = next((m.round for m in told if m.round), None)
    duration = next((m.duration for m in told if m.duration), None)
    mediator = next((m.mediator for m in told if m.mediator), None)
    notes = (
        f"round {number}" if number else "",
        plain(duration or ""),
        f"mediator: {plain(mediator)}" if mediator else "",
        "told otherwise by a side" if talk.disputed else "",
        few_names(next((m.participants for m in told if m.participants), ())),
    )
    return tuple(filter(None, notes))


def few_names(names: Sequence[str]) -> str:
    """The first names, and how many more there are."""
    left = len(names) - _NAMES
    return listed([*map(plain, names[:_NAMES]), *([f"{left} more"] if left > 0 else [])])


def about_offer(offer: Offer) -> tuple[str, ...]:
    """By whom, how large, and how far it has come."""
    proposal = offer.entry.lead.finding
    by = f"by {plain(proposal.issuer)}" if proposal.issuer else ""
    size = quantity(proposal.size.count, proposal.size.unit) if proposal.size else ""
    return tuple(filter(None, (by, size, offer.status.value)))


def answered(response: Response, proposal: Proposal) -> str:
    """A verdict, and to how much of the text it goes."""
    of = f" of {proposal.size.count:,}" if proposal.size else ""
    share = f": {response.count:,}{of}" if response.count is not None else ""
    return f"{response.verdict.value.replace('-', ' ')}{share}"
