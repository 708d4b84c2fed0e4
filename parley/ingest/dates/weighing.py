"""Which day of publication the evidence adds up to, if to any."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from parley.ingest.dates.address import dates_in_address
from parley.ingest.dates.candidate import Candidate, Ground
from parley.ingest.dates.offices import Offices, inferred
from parley.ingest.dates.onpage import Dateline, dateline, stated, titled
from parley.ingest.dates.spelling import full_dates, months
from parley.ingest.page import Page
from parley.ingest.phrases import folded, matcher
from parley.ingest.words import DateWords
from parley.model.span import Span
from parley.model.when import Basis, Precision, When

_ENOUGH = 0.5
_LEAD = 0.1


@dataclass(frozen=True, slots=True)
class Setting:
    """What the text says by the way: weekdays it names (0 is Monday), days on captions, months it looks back on."""

    weekdays: frozenset[int]
    captioned: frozenset[date]
    past_months: frozenset[tuple[int, int]]


def published(
    page: Page, furniture: tuple[Span, ...], body: str, words: DateWords, offices: Offices | None = None
) -> When | None:
    """When the page appeared: a day if the evidence fixes one, a month or an interval if it narrows it, else None.

    `body` is the page's text without its furniture.
    """
    scene = setting(page.text, furniture, body, words)
    when = verdict(list(candidates(page, body, scene, words)), scene)
    return when or (inferred(body, scene.weekdays, offices, words) if offices else None)


def candidates(page: Page, body: str, scene: Setting, words: DateWords) -> Iterator[Candidate]:
    """Everything that speaks for a day, a dateline last because it may take its year from the others."""
    found = [*page.dates, *stated(page.text, words), *titled(page.title or "", words)]
    if page.url:
        found += dates_in_address(page.url, words)
    yield from found
    line = dateline(body, words)
    if line:
        yield from _dated(line, found, scene, body, words)


def setting(text: str, furniture: tuple[Span, ...], body: str, words: DateWords) -> Setting:
    """What the text says by the way."""
    named = (match[0] for match in matcher(words.weekdays).all_in(folded(body)))
    captions = (day for span in furniture for spelt in full_dates(span.of(text), words) for day in spelt.days)
    return Setting(
        weekdays=frozenset(words.weekdays.index(name) for name in named),
        captioned=frozenset(captions),
        past_months=frozenset((month.year, month.month) for month in months(text, words)),
    )


def _dated(
    line: Dateline, others: Sequence[Candidate], scene: Setting, body: str, words: DateWords
) -> Iterator[Candidate]:
    """The dateline as a day, its year its own, or that of the nearest other candidate, or the text's latest."""
    if line.year:
        day = line.in_year(line.year)
        if day:
            yield Candidate(When.on(day, Basis.STATED), Ground.DATELINE, 0.8, "the dateline gives the day and the year")
        return
    agreeing = [day for day in _years_from(line, others) if any(c.speaks_for(day) for c in others)]
    if agreeing:
        for day in dict.fromkeys(agreeing):
            yield Candidate(When.on(day, Basis.METADATA), Ground.DATELINE, 0.6, "the dateline agrees with another date")
        return
    yield from _supposed(line, others, scene, body, words)


def _years_from(line: Dateline, others: Sequence[Candidate]) -> Iterator[date]:
    for other in others:
        for year in (other.when.first.year - 1, other.when.first.year, other.when.first.year + 1):
            day = line.in_year(year)
            if day:
                yield day


def _supposed(
    line: Dateline, others: Sequence[Candidate], scene: Setting, body: str, words: DateWords
) -> Iterator[Candidate]:
    """A dateline that nothing agrees with: the latest year that is not after what metadata or the text give."""
    if others:
        latest = max(other.when.last for other in others) + timedelta(days=2)
        days = [
            day for year in range(latest.year - 2, latest.year + 1) if (day := line.in_year(year)) and day <= latest
        ]
        fitting = [day for day in days if _weekday_bonus(day, scene) > 0.1 or not scene.weekdays] or days
        for day in fitting[-1:]:
            yield Candidate(
                When.on(day, Basis.METADATA), Ground.DATELINE, 0.7, "the dateline, in the year that fits best"
            )
        return
    years = [day.year for spelt in full_dates(body, words) for day in spelt.days]
    years += [month.year for month in months(body, words)]
    supposed = line.in_year(max(years)) if years else None
    if supposed:
        why = "the dateline, in the latest year that the text names"
        yield Candidate(When.on(supposed, Basis.INFERRED), Ground.DATELINE, 0.4, why)


def verdict(found: Sequence[Candidate], scene: Setting) -> When | None:
    """The day with the most weight if it has enough and leads the next one clearly; else the narrowest span known."""
    days = {c.when.first for c in found if c.when.precision is Precision.DAY}
    ranked = sorted(days, key=lambda day: (-weight_of(day, found, scene), day))
    if ranked and _is_clear(ranked, found, scene):
        return When.on(ranked[0], _basis(ranked[0], found))
    spans = [c.when for c in found if c.when.precision is not Precision.DAY]
    return min(spans, key=lambda span: span.last - span.first, default=None)


def weight_of(day: date, found: Sequence[Candidate], scene: Setting) -> float:
    """How much speaks for a day: the best candidate of each ground, the weekdays named, less what jars."""
    best: dict[Ground, float] = {}
    for candidate in found:
        if candidate.speaks_for(day):
            exact = candidate.weight if candidate.when.day in (day, None) else 0.9 * candidate.weight
            best[candidate.ground] = max(best.get(candidate.ground, 0.0), exact)
    total = sum(best.values()) + _weekday_bonus(day, scene)
    if set(best) <= {Ground.METADATA}:
        total -= _doubt(day, scene)
    changes = [c.when.first for c in found if c.ground is Ground.CHANGED]
    return total - (0.3 if changes and day > max(changes) + timedelta(days=1) else 0.0)


def _weekday_bonus(day: date, scene: Setting) -> float:
    """Reports name the day of what they tell: mostly the day that they appear, or the day before."""
    if not scene.weekdays:
        return 0.0
    if day.weekday() in scene.weekdays:
        return 0.15
    return 0.05 if (day.weekday() - 1) % 7 in scene.weekdays else -0.05


def _doubt(day: date, scene: Setting) -> float:
    """Metadata with no support may be a picture's date, or an event's that the text looks back on by its month."""
    return 0.35 * (day in scene.captioned) + 0.3 * ((day.year, day.month) in scene.past_months)


def _is_clear(ranked: Sequence[date], found: Sequence[Candidate], scene: Setting) -> bool:
    best = weight_of(ranked[0], found, scene)
    rivals = [weight_of(day, found, scene) for day in ranked[1:] if abs(day - ranked[0]) > timedelta(days=1)]
    return best >= _ENOUGH and all(best - rival >= _LEAD for rival in rivals)


def _basis(day: date, found: Sequence[Candidate]) -> Basis:
    bases = {c.when.basis for c in found if c.speaks_for(day) and c.when.precision is Precision.DAY}
    return next(basis for basis in (Basis.STATED, Basis.METADATA, Basis.INFERRED) if basis in bases)
