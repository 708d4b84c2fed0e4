"""A package's answer as a briefing: the verdict first, then who stands in the way with the quote, then what to ask."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from parley.publish.briefing import Briefing, Group, Line, More, Section
from parley.publish.packages.report import (
    ClauseWords,
    PackageReport,
    ProofWords,
    SideWords,
    StandingWords,
    SupposedWords,
)
from parley.publish.words import listed

_WAYS = 8


def lay_out(report: PackageReport) -> Briefing:
    """The answer, section by section."""
    sections = (*_what_if(report), _clauses(report), _questions(report), _positions(report), _changes(report))
    return Briefing(report.title, f"{report.says} {_asked(report)}", sections, ())


def _asked(report: PackageReport) -> str:
    others = f" Not asked, though they accept a clause: {listed(report.unasked)}." if report.unasked else ""
    return f"Asked: {listed(report.parties)}.{others}"


def _what_if(report: PackageReport) -> tuple[Section, ...]:
    if report.before is None:
        return ()
    return what_if(report.supposed, Line(report.before, label="Without that"))


def what_if(supposed: Iterable[SupposedWords], *more: Line) -> tuple[Section, ...]:
    """The suppositions, and what is told beside them; nothing where there are none."""
    lines = tuple(Line(each.says, label="Supposed") for each in supposed)
    return (Section("what-if", "What if", "", groups=(Group("", (*lines, *more)),)),) if lines else ()


def _clauses(report: PackageReport) -> Section:
    against = tuple(Line(words) for words in report.contradictions)
    apart = (Group("The package contradicts itself", against),) if against else ()
    return Section("clauses", "Clause by clause", "", groups=(*apart, *map(_clause, report.clauses)))


def _clause(clause: ClauseWords) -> Group:
    found = f"clause {clause.number}: {clause.words}"
    matched = f", found by {clause.matched}" if clause.option else f", no option: {clause.matched}"
    head = Line(clause.says, note=f"{clause.option or 'nothing'}{matched}" if clause.option else matched[2:])
    return Group(found, (head, *(_standing(each) for each in clause.standings)))


def _standing(each: StandingWords) -> Line:
    return Line(each.says, label=each.party, lines=quoted(each.quotes))


def quoted(quotes: Iterable[ProofWords]) -> tuple[Line, ...]:
    """The sentences behind something, a line each."""
    return tuple(_quote(quote) for quote in quotes)


def _quote(quote: ProofWords) -> Line:
    where = f"{quote.source}; parley why {quote.finding}" if quote.finding else quote.source
    return Line(f"“{quote.words}”", note=where)


def _questions(report: PackageReport) -> Section:
    by_party = groupby(report.questions, key=lambda q: q.party)
    groups = tuple(Group(f"Ask {party}", tuple(Line(q.question) for q in asked)) for party, asked in by_party)
    return Section("questions", "What to ask whom", "Nothing: every answer is on record.", groups=groups)


def _positions(report: PackageReport) -> Section:
    groups = tuple(_side(side) for side in report.sides)
    heading = "What each side's change would unlock, the package as it stands"
    return Section("sides", heading, "Nobody is recorded as refusing it.", groups=groups)


def _side(side: SideWords) -> Group:
    moves = tuple(Line(words) for words in side.moves) or (Line(f"{side.party} refuses nothing in it"),)
    return Group(f"If {side.party} alone changed", (*moves, Line(side.then, label="Then")))


def _changes(report: PackageReport) -> Section:
    ways = tuple(Line("; ".join(way), label=f"Way {n}") for n, way in enumerate(report.changes[:_WAYS], 1))
    left = len(report.changes) - len(ways)
    more = More(left, "parley package FILE --format json") if left else None
    groups = (Group(report.changes_said, ways, more),) if ways else ()
    return Section("changes", "The smallest changes that would open it", report.changes_said, groups=groups)
