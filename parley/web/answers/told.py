"""How it is told: what each outlet or group of outlets reports and leaves out, whom it quotes, and in which words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, TypeAlias
from urllib.parse import urlencode

from fastapi import Depends, Query

from parley.analysis import View
from parley.analysis.between import between
from parley.analysis.index import Index
from parley.analysis.telling import (
    Naming,
    Quoted,
    Reported,
    Teller,
    Telling,
    Word,
    by_sympathy,
    each_outlet,
    grouped,
    telling,
)
from parley.model.entry import Entry
from parley.model.finding import Finding
from parley.publish.phrases import in_full
from parley.publish.words import plain, short_id
from parley.web.answers.quotes import Quote, quote
from parley.web.asking import Day, Now
from parley.web.missing import missing

_TELLERS, _ITEMS, _NAMES, _WORDS, _QUOTES = 40, 20, 25, 60, 8


class By(StrEnum):
    """What is taken together."""

    OUTLET = "outlet"
    SYMPATHY = "sympathy"


@dataclass(frozen=True, slots=True)
class Asking:
    """Whose telling of which time is asked about; `groups` (NAME=OUTLET,OUTLET) go before `by`."""

    by: By
    groups: tuple[str, ...]
    since: dt.date | None
    until: dt.date | None

    @property
    def query(self) -> dict[str, str]:
        """What a link keeps of it, groups aside."""
        days = {"since": self.since, "until": self.until}
        return {"by": self.by.value, **{name: str(day) for name, day in days.items() if day}}


@dataclass(frozen=True, slots=True)
class ReportedRow:
    """What a teller makes of the things of one kind, in numbers; `few` says that they are too few for a share.

    `left_out_by_voices` are those left out that two voices or more tell.
    """

    teller: str
    kind: str
    first: dt.date | None
    latest: dt.date | None
    due: int
    shared: int
    left_out: int
    left_out_by_voices: int
    alone: int
    few: bool


@dataclass(frozen=True, slots=True)
class QuotedRow:
    """A teller's statements from a party; shares are 0 to 1, `few` says that they mean little."""

    teller: str
    party: str | None
    statements: int
    of_statements: int
    share: float
    words: int
    share_of_words: float
    in_marks: int
    direct: int
    mixed: int
    indirect: int
    unnamed: int
    few: bool
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An entry in a list: its page, how many voices tell it, and the words of one."""

    heading: str
    where: str
    voices: int
    quote: Quote


@dataclass(frozen=True, slots=True)
class Lists:
    """The entries of one kind that one teller leaves out, tells too and is alone with; the first of each."""

    kind: str
    left_out: tuple[Item, ...]
    shared: tuple[Item, ...]
    alone: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class WordingRow:
    """One wording of something, and who uses it in how many findings: with where the first stands."""

    words: str
    users: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True, slots=True)
class NameRow:
    """Something that is named differently."""

    kind: str
    heading: str
    where: str
    wordings: tuple[WordingRow, ...]


@dataclass(frozen=True, slots=True)
class WordRow:
    """A word that a teller uses more than the others; `where` searches for it."""

    teller: str
    word: str
    count: int
    of: int
    reports: int
    others: int
    of_others: int
    log_odds: float
    z: float
    few: bool
    where: str


@dataclass(frozen=True, slots=True)
class ToldPage:
    """How it is told by all tellers, or by `teller` alone, and then with the lists behind the numbers."""

    asking: Asking
    tellers: tuple[str, ...]
    teller: str | None
    reported: tuple[ReportedRow, ...]
    quoted: tuple[QuotedRow, ...]
    lists: tuple[Lists, ...]
    names: tuple[NameRow, ...]
    words: tuple[WordRow, ...]


def asking(
    by: By = By.OUTLET,
    group: Annotated[tuple[str, ...], Query()] = (),
    since: Day = None,
    until: Day = None,
) -> Asking:
    """By outlet, by sympathy, or by groups of one's own, of all reports or of those between two days."""
    return Asking(by, group, since, until)


Asked: TypeAlias = Annotated[Asking, Depends(asking)]


def told_page(index: Now, asked: Asked, teller: str | None = None) -> ToldPage:
    """What each outlet or group reports, leaves out and quotes, and its words; of one teller with the sentences."""
    found = telling_of(index, asked)
    if teller is not None and teller not in {t.name for t in found.tellers}:
        raise missing("outlet or group", teller)
    mine = [t.name for t in found.tellers[:_TELLERS]] if teller is None else [teller]
    reports = [r for r in found.reported if r.teller.name in mine]
    names = [n for n in found.names if teller is None or teller in n.tellers]
    return ToldPage(
        asking=asked,
        tellers=tuple(t.name for t in found.tellers),
        teller=teller,
        reported=tuple(map(_reported, reports)),
        quoted=tuple(_quoted(q, with_words=teller is not None) for q in found.quoted if q.teller.name in mine),
        lists=tuple(_lists(r) for r in reports) if teller is not None else (),
        names=tuple(_name(n) for n in names[:_NAMES]),
        words=tuple([_word(w) for w in found.words if w.teller.name in mine][:_WORDS]),
    )


def telling_of(index: Index, asked: Asking) -> Telling:
    """How the reports that are asked about tell it; of all reports it is worked out once."""
    view = between(index.view, asked.since, asked.until)
    if view is index.view and not asked.groups:
        return index.once(("telling", asked.by), lambda every: telling(every, tellers_of(every, asked)))
    return telling(view, tellers_of(view, asked))


def tellers_of(view: View, asked: Asking) -> tuple[Teller, ...]:
    """Whose telling is asked about; QueryError for a group with an outlet that has no report."""
    if asked.groups:
        pairs = (words.partition("=") for words in asked.groups)
        return grouped([(name.strip(), outlets.split(",")) for name, _, outlets in pairs], view)
    return by_sympathy(view) if asked.by is By.SYMPATHY else each_outlet(view)


def _reported(r: Reported) -> ReportedRow:
    counts = (r.due, len(r.shared), len(r.left_out), r.left_out_by_voices, len(r.alone))
    return ReportedRow(r.teller.name, r.kind.KIND, r.first, r.latest, *counts, few=r.few)


def _quoted(q: Quoted, *, with_words: bool) -> QuotedRow:
    return QuotedRow(
        teller=q.teller.name,
        party=plain(q.party) if q.party else None,
        statements=len(q.told),
        of_statements=q.of_statements,
        share=round(q.share, 4),
        words=q.words,
        share_of_words=round(q.share_of_words, 4),
        in_marks=q.in_marks,
        direct=q.direct,
        mixed=q.mixed,
        indirect=q.indirect,
        unnamed=q.unnamed,
        few=q.few,
        quotes=tuple(map(quote, q.told[:_QUOTES])) if with_words else (),
    )


def _lists(r: Reported) -> Lists:
    parts = (tuple(map(_item, entries[:_ITEMS])) for entries in (r.left_out, r.shared, r.alone))
    return Lists(r.kind.KIND, *parts)


def _item(entry: Entry[Finding]) -> Item:
    return Item(in_full(entry.lead.finding), _page(entry), entry.voices, quote(entry.lead))


def _page(entry: Entry[Finding]) -> str:
    return f"/{entry.lead.finding.KIND}s/{short_id(entry.lead.id)}"


def _name(naming: Naming) -> NameRow:
    rows = tuple(
        WordingRow(plain(w.words), tuple((t.name, len(told), quote(told[0]).where) for t, told in w.told))
        for w in naming.wordings
    )
    return NameRow(naming.kind.KIND, in_full(naming.entry.lead.finding), _page(naming.entry), rows)


def _word(w: Word) -> WordRow:
    sought = {"q": w.word, "kind": "document"} | ({"outlet": w.teller.name} if len(w.teller.outlets) == 1 else {})
    return WordRow(
        *(w.teller.name, w.word, w.count, w.of, w.reports, w.others, w.of_others),
        log_odds=round(w.log_odds, 3),
        z=round(w.z, 2),
        few=w.few,
        where=f"/search?{urlencode(sought)}",
    )
