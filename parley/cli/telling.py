"""How it is told at a terminal: which columns a person sees of each part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from parley.analysis.telling import Beside, Naming, Quoted, Reported, Telling, Wording
from parley.cli.faces import Face
from parley.model.entry import Told
from parley.publish.phrases import in_full
from parley.publish.told import Part
from parley.publish.words import counted, plain, short_id

HEADINGS: Mapping[Part, str] = {
    Part.REPORTED: "What each reports and leaves out, of what others report in its time",
    Part.QUOTED: "Whose words it carries",
    Part.NAMES: "What they call the same things",
    Part.WORDS: "Words it uses more than the others do (outside quotation marks)",
}


@dataclass(frozen=True, slots=True)
class Worded:
    """One wording of an entry; `first` says that it opens the rows of that entry."""

    naming: Naming
    wording: Wording
    first: bool


@dataclass(frozen=True, slots=True)
class Account:
    """One report's account of a meeting, of a teller's."""

    beside: Beside
    told: Told[Any]


def rows_of(found: Telling, part: Part) -> Sequence[Any]:
    """The rows of a part, those of most weight first within each teller."""
    match part:
        case Part.REPORTED:
            return found.reported
        case Part.QUOTED:
            return found.quoted
        case Part.NAMES:
            return list(_worded(found.names))
        case Part.WORDS:
            return found.words


def accounts(found: Sequence[Beside]) -> list[Account]:
    """The reports of a meeting, teller by teller."""
    return [Account(each, told) for each in found for told in each.told]


def share(part: int, whole: int, *, few: bool) -> str:
    """A share in percent with its count; of few only the count, and that it is few."""
    return f"{part} of {whole}, few" if few else f"{part / whole:.0%} ({part})"


def _worded(names: Sequence[Naming]) -> Iterator[Worded]:
    for naming in names:
        for at, wording in enumerate(naming.wordings):
            yield Worded(naming, wording, first=at == 0)


def _left_out(r: Reported) -> str:
    if r.first is None:
        return "none of its reports has a day"
    shown = r.left_out[:2]
    return "; ".join(f"{in_full(e.lead.finding)} [{short_id(e.lead.id)}]" for e in shown)


def _used_by(row: Worded) -> str:
    return ", ".join(f"{plain(teller.name)} {len({t.document.id for t in told})}" for teller, told in row.wording.told)


def _forms(q: Quoted) -> str:
    parts = ((q.direct, "direct"), (q.mixed, "mixed"), (q.indirect, "indirect"))
    return ", ".join(f"{count} {form}" for count, form in parts if count)


def _said(row: Account) -> str:
    return ", ".join(f"{party or 'no party'} {count}" for party, count in row.beside.quoted)


def _told(name: str, *, wide: bool = False, under: str | None = None) -> Face:
    return Face(name, lambda row: str(getattr(row.told.finding, name) or ""), wide=wide, under=under)


_TELLER = Face("outlet or group", lambda row: row.teller.name, grows=True)
FACES: Mapping[Part, tuple[Face, ...]] = {
    Part.REPORTED: (
        _TELLER,
        Face("from – to", lambda r: f"{r.first} – {r.latest}" if r.first else "no day", under="outlet or group"),
        Face("of", lambda r: f"{r.kind.KIND}s"),
        Face("others tell", lambda r: str(r.due)),
        Face("it too", lambda r: str(len(r.shared)), wide=True),
        Face("leaves out", lambda r: share(len(r.left_out), r.due, few=r.few) if r.due else "–"),
        Face("by 2 or more", lambda r: str(r.left_out_by_voices), wide=True),
        Face("alone", lambda r: str(len(r.alone))),
        Face("left out, told by most", _left_out, grows=True, wide=True),
    ),
    Part.QUOTED: (
        _TELLER,
        Face("party", lambda q: q.party or "no party"),
        Face("statements", lambda q: share(len(q.told), q.of_statements, few=q.few)),
        Face("words", lambda q: share(q.words, q.of_words, few=q.few)),
        Face("in marks", lambda q: share(q.in_marks, q.of_marks, few=q.few) if q.in_marks else "–"),
        Face("form", _forms, under="statements"),
        Face("unnamed", lambda q: str(q.unnamed), wide=True),
    ),
    Part.NAMES: (
        Face("id", lambda row: short_id(row.naming.entry.lead.id) if row.first else ""),
        Face("what", lambda row: row.naming.kind.KIND if row.first else ""),
        Face("wording", lambda row: row.wording.words, grows=True),
        Face("reports of", _used_by, grows=True),
    ),
    Part.WORDS: (
        _TELLER,
        Face("word", lambda w: w.word),
        Face("here", lambda w: f"{w.count} of {w.of:,}"),
        Face("in", lambda w: counted(w.reports, "report"), wide=True),
        Face("elsewhere", lambda w: f"{w.others} of {w.of_others:,}"),
        Face("log-odds", lambda w: f"{w.log_odds:.2f}"),
        Face("z", lambda w: f"{w.z:.1f}"),
        Face("note", lambda w: "few" if w.few else ""),
    ),
}

MEETING: tuple[Face, ...] = (
    Face("outlet or group", lambda row: row.beside.teller.name),
    Face("id", lambda row: short_id(row.told.id), under="outlet or group"),
    _told("status"),
    _told("date", under="status"),
    _told("place"),
    _told("round", wide=True),
    _told("duration", wide=True),
    Face("sides", lambda row: ", ".join(row.told.finding.parties), grows=True),
    Face("present", lambda row: ", ".join(row.told.finding.participants), grows=True, wide=True),
    Face("its reports quote", _said, grows=True),
)
