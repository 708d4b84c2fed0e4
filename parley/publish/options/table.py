"""The options board as a table: one row for each party on each option of which anything is known."""

from __future__ import annotations

from parley.publish.options.sheet import BoardSheet, FootingRow, InferredRow, IssueSheet, OptionRow, Reason
from parley.publish.tables import Cell, CellType, Column, Table

_WORDS = CellType.WORDS
_COLUMNS = (
    *(Column(name) for name in ("issue", "option", "measure")),
    Column("rank", CellType.WHOLE),
    *(Column(name) for name in ("party", "acceptance", "firm", "open", "contested", "rule")),
    Column("conditions", _WORDS),
    Column("when"),
    Column("days", CellType.WHOLE),
    Column("voices", CellType.WHOLE),
    Column("authority"),
    Column("by"),
    *(Column(name, _WORDS) for name in ("for_firmness", "against_firmness", "inferred")),
    *(Column(name, _WORDS) for name in ("sentences", "findings", "contrary")),
)


def options_table(sheet: BoardSheet) -> Table:
    """The sheet as rows; of whom nothing is known has none."""
    rows = (_row(i, o, s) for i in sheet.issues for o in i.options for s in o.footings)
    return Table("options", _COLUMNS, tuple(rows))


def _row(issue: IssueSheet, option: OptionRow, footing: FootingRow) -> tuple[Cell, ...]:
    return (
        *(issue.id, option.id, option.words, option.rank),
        *(
            footing.party,
            footing.acceptance,
            _yes(footing.firm),
            _yes(footing.open),
            _yes(footing.contested),
            footing.rule,
        ),
        *(footing.conditions, footing.when or None, footing.days, footing.voices, footing.authority, footing.by),
        tuple(_reason(r) for r in footing.reasons if not r.against),
        tuple(_reason(r) for r in footing.reasons if r.against),
        tuple(map(_inferred, footing.inferred)),
        tuple(p.sentence for p in footing.proofs),
        tuple(p.finding for p in footing.proofs),
        tuple(p.finding for p in footing.contrary),
    )


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _reason(reason: Reason) -> str:
    return f"{reason.says}: {', '.join(reason.words)}" if reason.words else reason.says


def _inferred(inferred: InferredRow) -> str:
    basis = "as an analyst says" if inferred.sure else "by the wordings only"
    return f"{inferred.acceptance} from {inferred.source} ({inferred.source_words}), {basis}"
