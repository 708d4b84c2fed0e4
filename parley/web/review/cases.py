"""One finding as it is put before a reviewer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.model.entry import Told
from parley.model.finding import Finding
from parley.model.judgement import Decision, Judgement
from parley.publish.words import outlet, plain, published, short_id
from parley.review import Field, Votes, entry_of, form
from parley.web.review.bench import Bench
from parley.web.review.headings import heading
from parley.web.review.passages import Passage, passages

_COMPANY = 6
PAST = {Decision.ACCEPT: "accepted", Decision.REJECT: "rejected", Decision.CORRECT: "corrected"}


@dataclass(frozen=True, slots=True)
class Earlier:
    """What somebody has said of a finding before; `when` to the minute, UTC."""

    judgement: str
    who: str
    decision: str
    when: str
    why: str


@dataclass(frozen=True, slots=True)
class Beside:
    """Another finding of the entry, by its whole id, with why it is taken to tell of the same."""

    id: str
    says: str
    outlet: str
    published: str
    why: str


@dataclass(frozen=True, slots=True)
class Case:
    """A finding with all that it takes to judge it.

    `passages` hold its words, `fields` what can be corrected, `company` the other findings of its entry (with `more`
    that are not listed), each with why it is taken to tell of the same. `earlier` is what people said of it; `now` is
    the id of the finding that stands in its place, where it was corrected.
    """

    id: str
    kind: str
    says: str
    confidence: float
    reader: str
    report: str
    title: str
    outlet: str
    published: str
    passages: tuple[Passage, ...]
    fields: tuple[Field, ...]
    company: tuple[Beside, ...]
    more: int
    earlier: tuple[Earlier, ...]
    stands: bool
    now: str | None

    @property
    def short(self) -> str:
        """The id without its kind, as other pages use it."""
        return short_id(self.id)


def case_of(bench: Bench, finding_id: str, votes: Votes, *, blind: bool) -> Case:
    """A finding by its whole id as its reader left it; `blind` leaves out what people said of it."""
    told = bench.record.as_read(finding_id)
    said = bench.record.verdicts()
    company = tuple(_company(bench, told))
    corrected = said.corrected.get(finding_id)
    return Case(
        id=told.id,
        kind=told.finding.KIND,
        says=heading(told.finding),
        confidence=round(told.finding.confidence, 2),
        reader=told.finding.reader,
        report=told.document.id,
        title=plain(told.document.title or told.document.slug),
        outlet=outlet(told.document),
        published=published(told.document),
        passages=passages(told.document.text, told.finding.evidence),
        fields=form(told.finding, bench.vocabulary()),
        company=company[:_COMPANY],
        more=max(0, len(company) - _COMPANY),
        earlier=() if blind else tuple(map(_earlier, votes.on(finding_id))),
        stands=blind or (finding_id not in said.rejected and corrected is None),
        now=None if blind or corrected is None else _in_place(corrected),
    )


def _company(bench: Bench, told: Told[Finding]) -> Iterator[Beside]:
    """The other findings of the entry, with why each is taken to be of it."""
    entry = entry_of(bench.record, told.id)
    for other, ground in zip(entry.told, entry.grounds, strict=True) if entry else ():
        if other.id != told.id:
            document, why = other.document, ground or "the fullest account"
            yield Beside(other.id, heading(other.finding), outlet(document), published(document), why)


def _in_place(judgement: Judgement) -> str | None:
    finding, document = judgement.finding, judgement.document
    return finding.id_in(document) if finding is not None and document is not None else None


def _earlier(vote: Judgement) -> Earlier:
    return Earlier(
        judgement=vote.id,
        who=vote.who,
        decision=PAST[vote.decision],
        when=vote.when.strftime("%Y-%m-%d %H:%M"),
        why=vote.why,
    )
