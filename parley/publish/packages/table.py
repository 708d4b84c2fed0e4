"""What the recorded positions say of packages, as a table."""

from __future__ import annotations

from collections.abc import Iterable

from parley.publish.packages.report import ClauseWords, PackageReport, StandingWords
from parley.publish.tables import Cell, CellType, Column, Table

_COLUMNS = (
    Column("package"),
    Column("package_verdict"),
    Column("clause", CellType.WHOLE),
    *(Column(name) for name in ("asked", "option", "measure", "clause_verdict", "party", "effect", "says")),
    Column("sentences", CellType.WORDS),
    Column("findings", CellType.WORDS),
)


def package_table(found: Iterable[PackageReport]) -> Table:
    """A row for each party that is asked on each clause of each package; `option` is empty where a clause is none."""
    rows = (_row(each, clause, standing) for each in found for clause in each.clauses for standing in clause.standings)
    return Table("packages", _COLUMNS, tuple(rows))


def _row(found: PackageReport, clause: ClauseWords, standing: StandingWords) -> tuple[Cell, ...]:
    return (
        *(found.title, found.verdict, clause.number, clause.asked, clause.option, clause.words, clause.verdict),
        *(standing.party, standing.effect, standing.says),
        tuple(quote.words for quote in standing.quotes),
        tuple(quote.finding for quote in standing.quotes if quote.finding),
    )
