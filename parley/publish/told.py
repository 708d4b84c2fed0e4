"""How it is told, as tables: one for each thing that is asked, the same for CSV, JSON and the page's downloads."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from parley.analysis.telling import Beside, Naming, Quoted, Reported, Telling, Word
from parley.model.entry import Told
from parley.model.finding import Finding
from parley.publish.tables import Cell, CellType, Column, Table

_IDS = 20
"""So many ids stand in a row for what was left out: those told by most voices."""
_WHOLE, _NUMBER, _DAY, _WORDS = CellType.WHOLE, CellType.NUMBER, CellType.DAY, CellType.WORDS
_TELLER = Column("teller")


class Part(StrEnum):
    """What can be asked of how it is told."""

    REPORTED = "reported"
    QUOTED = "quoted"
    NAMES = "names"
    WORDS = "words"


def told_tables(found: Telling) -> dict[Part, Table]:
    """All parts of an answer as tables."""
    return {
        Part.REPORTED: reported_table(found.reported),
        Part.QUOTED: quoted_table(found.quoted),
        Part.NAMES: names_table(found.names),
        Part.WORDS: words_table(found.words),
    }


def reported_table(found: Iterable[Reported]) -> Table:
    """What each teller reports, leaves out and is alone with, kind by kind, and the ids of some that it leaves out."""
    counts = (Column(name, _WHOLE) for name in ("others_report", "reports_too", "leaves_out", "of_two_voices", "alone"))
    days = (Column("first", _DAY), Column("latest", _DAY))
    return Table(
        "reported",
        (
            _TELLER,
            Column("kind"),
            *days,
            *counts,
            Column("share_left_out", _NUMBER),
            Column("note"),
            Column("left_out", _WORDS),
        ),
        tuple(_reported(r) for r in found),
    )


def quoted_table(found: Iterable[Quoted]) -> Table:
    """Each teller's statements by party; shares are of the teller's statements, words and words in quotation marks."""
    counts = (
        *("statements", "of_statements", "words", "of_words", "in_marks", "of_marks"),
        *("direct", "mixed", "indirect", "unnamed"),
    )
    shares = ("share", "share_of_words", "share_of_marks")
    return Table(
        "quoted",
        (
            _TELLER,
            Column("party"),
            *(Column(name, _WHOLE) for name in counts),
            *(Column(name, _NUMBER) for name in shares),
            Column("note"),
            Column("findings", _WORDS),
        ),
        tuple(_quoted(q) for q in found),
    )


def names_table(found: Iterable[Naming]) -> Table:
    """One row for each wording of an entry and each teller that uses it."""
    columns = (Column("entry"), Column("kind"), Column("wording"), _TELLER)
    return Table(
        "names",
        (*columns, Column("findings", _WORDS)),
        tuple(
            (naming.entry.lead.id, naming.kind.KIND, wording.words, teller.name, _ids(told))
            for naming in found
            for wording in naming.wordings
            for teller, told in wording.told
        ),
    )


def words_table(found: Iterable[Word]) -> Table:
    """Each teller's telling words with their counts here and in all other reports."""
    counts = ("count", "of", "reports", "others", "of_others")
    return Table(
        "words",
        (
            _TELLER,
            Column("word"),
            *(Column(name, _WHOLE) for name in counts),
            Column("log_odds", _NUMBER),
            Column("z", _NUMBER),
            Column("note"),
        ),
        tuple(_word(w) for w in found),
    )


def meeting_table(found: Iterable[Beside]) -> Table:
    """The tellers' accounts of one meeting, a row for each report, and whom each teller's reports of it quote."""
    texts = (Column(name) for name in ("status", "place", "duration", "mediator"))
    lists = (Column(name, _WORDS) for name in ("parties", "participants", "quotes"))
    days = (Column("published", _DAY), Column("date", _DAY), Column("round", _WHOLE))
    return Table("meeting", (_TELLER, Column("id"), *days, *texts, *lists), tuple(_accounts(found)))


def _reported(r: Reported) -> tuple[Cell, ...]:
    counts = (r.due, len(r.shared), len(r.left_out), r.left_out_by_voices, len(r.alone))
    share = round(len(r.left_out) / r.due, 4) if r.due else None
    return (
        r.teller.name,
        r.kind.KIND,
        r.first,
        r.latest,
        *counts,
        share,
        _few(r.few),
        _ids(e.lead for e in r.left_out[:_IDS]),
    )


def _quoted(q: Quoted) -> tuple[Cell, ...]:
    counts = (len(q.told), q.of_statements, q.words, q.of_words, q.in_marks, q.of_marks)
    shares = (round(share, 4) for share in (q.share, q.share_of_words, q.share_of_marks))
    forms = (q.direct, q.mixed, q.indirect, q.unnamed)
    return (q.teller.name, q.party, *counts, *forms, *shares, _few(q.few), _ids(q.told))


def _word(w: Word) -> tuple[Cell, ...]:
    counts = (w.count, w.of, w.reports, w.others, w.of_others)
    return (w.teller.name, w.word, *counts, round(w.log_odds, 3), round(w.z, 2), _few(w.few))


def _accounts(found: Iterable[Beside]) -> Iterable[tuple[Cell, ...]]:
    for each in found:
        quotes = tuple(f"{party or 'no party'}: {count}" for party, count in each.quoted)
        for told in each.told:
            meeting, when = told.finding, told.document.published
            days = (when.day if when else None, meeting.date, meeting.round)
            texts = (meeting.status.value, meeting.place, meeting.duration, meeting.mediator)
            yield (each.teller.name, told.id, *days, *texts, meeting.parties, meeting.participants, quotes)


def _ids(told: Iterable[Told[Finding]]) -> tuple[str, ...]:
    return tuple(t.id for t in told)


def _few(few: bool) -> str:
    return "few" if few else ""
