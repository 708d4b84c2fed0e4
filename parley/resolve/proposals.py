"""One text on the table told by several reports, through its versions."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from parley.lexicon.comparing import comparing
from parley.lexicon.words import english
from parley.model.entry import Told
from parley.model.finding import Proposal, ProposalStatus
from parley.model.node import Ground, Likeness, Rank
from parley.resolve.meaning import read, sense
from parley.resolve.naming import fold
from parley.resolve.proofs import together
from parley.resolve.sides import Sides
from parley.resolve.wording import MOSTLY, overlap, stem, stems

_LINEAGE = dt.timedelta(days=400)
"""How long after one version another of the same text may come, or somebody may still speak of it."""
_ROUND = dt.timedelta(days=45)
"""How long one text is what is on the table."""
ENOUGH = 0.52
"""Two reports speak of one text from here on: same issuer and size, or same issuer and a title that fits in time."""


@dataclass(frozen=True, slots=True)
class ProposalProfile:
    """What a report says of a text.

    `counts` are the sizes that it gives, `unit` what they count; `about` are the words of its title that say more than
    that it is a text of its issuer's; `dated` is the year, month and day, as far as given, of which it is said to be;
    `day` is when it was tabled or else told of.
    """

    issuer: str | None
    counts: tuple[int, ...]
    unit: str | None
    about: tuple[str, ...]
    dated: tuple[int, ...]
    revised: bool
    day: dt.date | None


def proposals(sides: Sides) -> Likeness[Proposal, ProposalProfile]:
    """Texts are one by issuer, size, title and date taken together, whichever version of the text is meant."""

    def profile(told: Told[Proposal]) -> ProposalProfile:
        proposal, published = told.finding, told.document.published
        size, title = proposal.size, fold(proposal.title)
        named = date_parts(proposal.date) if proposal.date else dated(title)
        return ProposalProfile(
            issuer=sides.party(proposal.issuer) if proposal.issuer else None,
            counts=tuple(sorted({size.count, *_counts(title)})) if size else (),
            unit=("part" if size.unit in _PARTS else size.unit) if size else None,
            about=_about(proposal.title, sides),
            dated=named,
            revised=proposal.status is ProposalStatus.REVISED or bool(_REVISED & stems(title)),
            day=_middle(named) if named else (published.middle if published else None),
        )

    return Likeness(Proposal, "proposal", ProposalProfile, profile, _keys, _rank, _same)


def _counts(title: str) -> set[int]:
    """Numbers in a title that can be counts of parts, no years."""
    return {int(n) for n in re.findall(r"(?<![\d.,/])\d{1,3}(?![\d.,/])", title)} - {0}


def date_parts(day: dt.date) -> tuple[int, ...]:
    """A day as year, month and day."""
    return day.year, day.month, day.day


def dated(title: str) -> tuple[int, ...]:
    """The year, month and day that a folded title names, as far as it does.

    >>> dated("statement of 19 september 2005"), dated("the accord of 1994"), dated("a plan")
    ((2005, 9, 19), (1994,), ())
    """
    year = re.search(r"\b(?:19|20)\d\d\b", title)
    if not year:
        return ()
    months = english().calendar.months
    for word in re.finditer(r"[a-z]+", title):
        if word[0] in months:
            day = _DAY_BEFORE.search(title[: word.start()]) or _DAY_AFTER.match(title[word.end() :])
            return (int(year[0]), months[word[0]], *([int(day[1])] if day else []))
    return (int(year[0]),)


def _middle(named: tuple[int, ...]) -> dt.date:
    """A day within the time that a year, a month and a day name."""
    year, month, day = (*named, *(6, 15)[len(named) - 1 :])[:3]
    return dt.date(year, month, min(day, calendar.monthrange(year, month)[1]))


def _about(title: str, sides: Sides) -> tuple[str, ...]:
    words = sides.split(_POSSESSOR.sub(" ", title))[1]
    kept = [w for w in words if w[0].isalpha() and stem(fold(w)) not in _SAID_ANYWAY]
    return sense(read(kept)).words


def _keys(text: ProposalProfile) -> Iterable[str]:
    yield from (f"about {word}" for word in text.about)
    yield from (f"size {count} {text.unit}" for count in text.counts)
    if text.day is not None:  # two days within the lineage of one text lie in one bucket or in neighbours
        bucket = text.day.toordinal() // _LINEAGE.days
        yield from (f"issuer {text.issuer} {n}" for n in (bucket, bucket + 1))
    if text.dated:
        yield f"year {text.issuer} {text.dated[0]}"


def _rank(text: ProposalProfile) -> Rank:
    return (not text.counts, text.issuer is None, not text.about, len(text.dated) < 3, -len(text.about))


def _same(lead: ProposalProfile, other: ProposalProfile) -> Ground | None:
    if lead.issuer is not None and other.issuer is not None and lead.issuer != other.issuer:
        return None
    return together(_PROOFS, lead, other, ENOUGH)


def _issuer(lead: ProposalProfile, other: ProposalProfile) -> Ground:
    if lead.issuer == other.issuer:
        return Ground("same issuer", 0.25) if lead.issuer else Ground("no issuer named", 0.15)
    return Ground("one report names no issuer", 0.12)


def _size(lead: ProposalProfile, other: ProposalProfile) -> Ground | None:
    if not lead.counts or not other.counts:
        return None
    if lead.unit != other.unit:
        return Ground("counted in other units", -0.1)
    if set(lead.counts) & set(other.counts):
        return Ground("same size", 0.35)
    version = lead.revised or other.revised or (lead.about == other.about and bool(lead.about))
    return Ground("another version", 0.05) if version else Ground("another size", -0.15)


def _title(lead: ProposalProfile, other: ProposalProfile) -> Ground:
    """What the titles say; two texts of one issuer and the same size may be titled by different things."""
    one, two = frozenset(lead.about), frozenset(other.about)
    if not one and not two:
        return Ground("neither title says more", 0.25)
    if not one or not two:
        # An issuer's plan, with no more said, is the one that has points, not a paper on one matter.
        counted = (lead if one else other).unit == "part"
        return Ground("one title says no more", 0.2) if counted else Ground("one title is on one matter", -0.1)
    shared, few = one & two, min(len(one), len(two))
    if one == two:
        return Ground("same title", 0.3 if few == 1 else 0.4)
    if overlap(one, two) >= MOSTLY or (len(shared) == few and few > 1):
        return Ground("mostly the same title", 0.3)
    if shared:
        return Ground("a word of the title in common", 0.1)
    same_size = lead.issuer == other.issuer and bool(set(lead.counts) & set(other.counts))
    return Ground("other titles", -0.1 if same_size else -0.3)


def _time(lead: ProposalProfile, other: ProposalProfile) -> Ground | None:
    if lead.dated and other.dated and _agree(lead.dated, other.dated):
        return Ground("same date", 0.3)
    for one, two in ((lead, other), (other, lead)):
        if one.dated and not two.dated and two.day and _agree(one.dated, date_parts(two.day)[:2]):
            return Ground("told when it was dated", 0.3 if len(one.dated) > 1 else 0.1)
    if lead.day is None or other.day is None:
        return None
    apart = abs(lead.day - other.day)
    if apart <= _LINEAGE:
        return Ground("at one time", 0.2 if apart <= _ROUND else 0.1)
    return Ground("years apart", -0.3 if lead.dated and other.dated else -0.1)


def _agree(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(a == b for a, b in zip(one, other, strict=False))


_PROOFS = (_issuer, _size, _title, _time)
_PARTS = frozenset({*english().proposal.parts, *comparing().parts})
_REVISED = stems(" ".join((*english().proposal.statuses["revised"], *comparing().versions)))
_DAY_BEFORE = re.compile(r"\b([12]?\d|3[01])(?:st|nd|rd|th)?\s*$")
_DAY_AFTER = re.compile(r"\s*([12]?\d|3[01])\b")
_POSSESSOR = re.compile(r"\b[A-Z][\w-]*(?:[’']s\b|s[’'](?!\w))")
_SAID_ANYWAY = frozenset(
    stem(phrase)
    for words in (
        english().proposal.texts,
        english().proposal.parts,
        english().proposal.made_by,
        english().proposal.making,
        english().calendar.months,
        english().meeting.rounds,
        english().roles.courtesies,
        comparing().vague,
        *english().proposal.statuses.values(),
    )
    for phrase in words
    if " " not in phrase
)
