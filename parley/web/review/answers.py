"""What review pages and their addresses under /api answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Query

from parley.model.document import Document
from parley.model.entry import Entry
from parley.model.finding import KINDS, Position
from parley.model.judgement import Decision, Judgement
from parley.publish.words import outlet, plain, published
from parley.review import (
    Agreement,
    Deed,
    Disagreement,
    Outcome,
    Progress,
    Votes,
    agreement,
    deeds,
    disagreements,
    progress,
)
from parley.review.alike import alike
from parley.web.missing import missing
from parley.web.review.bench import AtBench, Bench
from parley.web.review.cases import PAST, Case, case_of
from parley.web.review.headings import heading
from parley.web.review.place import AtPlace, Part, Place, Who

_SHOWN, _ODD = 200, 50
_DONE = {
    Decision.ACCEPT: "Accepted",
    Decision.REJECT: "Rejected",
    Decision.CORRECT: "Corrected",
    Decision.SAME: "Merged",
    Decision.APART: "Split off",
    Decision.UNDO: "Undone",
}


@dataclass(frozen=True, slots=True)
class Desktop:
    """The finding before a reviewer (None at the end of the queue), what waits around it, and what was done last.

    `left` counts what waits with these filters, `judged` what this person has judged in all; `before` and `after` are
    the ids of the neighbours in the queue; `done` says what was done last, and `last` is the judgement to take back.
    """

    who: str
    case: Case | None
    left: int
    judged: int
    before: str | None
    after: str | None
    done: str
    last: str | None


@dataclass(frozen=True, slots=True)
class Other:
    """An entry that a finding may be one with; `finding` is the id of the one that leads it, which `outlet` tells."""

    finding: str
    says: str
    told: int
    outlet: str
    published: str


@dataclass(frozen=True, slots=True)
class Line:
    """A judgement in the log: of what, in words, and what has become of it; `id` is its whole id."""

    id: str
    when: str
    who: str
    decision: str
    finding: str | None
    says: str
    why: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Log:
    """Who did what, the latest first; `people` are all who have judged, `hidden` the earlier lines not shown."""

    lines: tuple[Line, ...]
    people: tuple[str, ...]
    who: str | None
    hidden: int


@dataclass(frozen=True, slots=True)
class Odd:
    """A finding of which people say different things: what it says, and who said what."""

    finding: str
    says: str
    words: str


@dataclass(frozen=True, slots=True)
class Advance:
    """How far the review has come, and how far people agree; `hidden` are the disagreements that are not shown."""

    progress: Progress
    agreement: tuple[Agreement, ...]
    odd: tuple[Odd, ...]
    hidden: int


def next_case(bench: AtBench, place: AtPlace, after: Part = None, did: Part = None) -> Desktop:
    """The first finding that waits, or the first after another."""
    votes = Votes.of(bench.record.judgements())
    item = bench.queue().next(place.asked, votes, after)
    return desktop(bench, place, votes, item.id if item else None, did)


def one_case(bench: AtBench, place: AtPlace, finding: str, did: Part = None) -> Desktop:
    """One finding by the beginning of its id, whether or not it waits; QueryError where there is none."""
    votes = Votes.of(bench.record.judgements())
    return desktop(bench, place, votes, whole_id(bench, finding), did)


def others(bench: AtBench, who: Who, finding: str, q: Annotated[str, Query()] = "") -> tuple[Other, ...]:  # noqa: ARG001 - signed in
    """The entries that a finding may be one with: those that read like it, or like what was typed."""
    told = bench.record.as_read(whole_id(bench, finding))
    view = bench.desk.index().view
    kind = type(told.finding)
    entries = view.measures if kind is Position else view.entries(kind)
    away = [entry for entry in entries if all(t.id != told.id for t in entry.told)]
    return tuple(_other(entry) for entry in alike(told.finding, away, q.strip()))


def suggestions(bench: AtBench, finding: str, field: str, q: str = "") -> tuple[str, ...]:
    """What a field of a finding may say: what others say, and what the world knows, that has some words in it."""
    return bench.vocabulary().suggest(bench.record.as_read(whole_id(bench, finding)).finding, field, q.strip())


def log(bench: AtBench, who: Who, by: Part = None) -> Log:  # noqa: ARG001 - signed in
    """Who did what."""
    every = deeds(bench.record)
    people = tuple(sorted({deed.judgement.who for deed in every}))
    own = [deed for deed in reversed(every) if by in {None, deed.judgement.who}]
    made = {deed.judgement.id: deed.judgement for deed in every}
    lines = tuple(_line(bench, deed, made) for deed in own[:_SHOWN])
    return Log(lines, people, by, max(0, len(own) - _SHOWN))


def advance(bench: AtBench, who: Who) -> Advance:  # noqa: ARG001 - signed in
    """How far the review has come, and how far people agree."""
    judgements = bench.record.judgements()
    odd = disagreements(judgements)
    return Advance(
        progress=progress(bench.census(), judgements),
        agreement=agreement(judgements),
        odd=tuple(_odd(bench, each) for each in odd[:_ODD]),
        hidden=max(0, len(odd) - _ODD),
    )


def desktop(bench: Bench, place: Place, votes: Votes, finding_id: str | None, did: str | None = None) -> Desktop:
    """What a reviewer has before them."""
    queue, asked = bench.queue(), place.asked
    before = queue.previous(asked, votes, finding_id) if finding_id and place.queued else None
    after = queue.next(asked, votes, finding_id) if finding_id else None
    done = next((j for j in bench.record.judgements() if j.id == did), None) if did else None
    return Desktop(
        who=place.who,
        case=case_of(bench, finding_id, votes, blind=place.blind) if finding_id else None,
        left=queue.left(asked, votes),
        judged=sum(votes.by(place.who, judged) for judged in votes.by_finding),
        before=before.id if before else None,
        after=after.id if after else None,
        done=f"{_DONE[done.decision]}: {_about(bench, done)}" if done else "",
        last=done.id if done and done.decision is not Decision.UNDO else None,
    )


def whole_id(bench: Bench, prefix: str) -> str:
    """The id of the finding whose id begins so; HTTPException 404 where there is none."""
    if prefix.partition("-")[0] not in {kind.KIND for kind in KINDS}:
        raise missing("finding", prefix)
    found = bench.record.find(prefix)
    if isinstance(found, Document):
        raise missing("finding", prefix)
    return found.id


def _odd(bench: Bench, odd: Disagreement) -> Odd:
    words = (f"{vote.who} {PAST[vote.decision]} it" for vote in odd.votes)
    return Odd(odd.finding, bench.words_of(odd.finding), ", ".join(words))


def _other(entry: Entry[Any]) -> Other:
    document = entry.lead.document
    return Other(entry.lead.id, heading(entry.lead.finding), entry.reports, outlet(document), published(document))


def _line(bench: Bench, deed: Deed, made: dict[str, Judgement]) -> Line:
    judgement = deed.judgement
    subject = made.get(judgement.subject, judgement).subject
    return Line(
        id=judgement.id,
        when=judgement.when.strftime("%Y-%m-%d %H:%M"),
        who=judgement.who,
        decision=judgement.decision.value,
        finding=None if deed.outcome is Outcome.UNFIT else subject,
        says=_about(bench, judgement),
        why=judgement.why,
        outcome=deed.outcome.value,
    )


def _about(bench: Bench, judgement: Judgement) -> str:
    """What a judgement is about, in words."""
    if judgement.finding is not None:
        return heading(judgement.finding)
    if judgement.decision is Decision.UNDO:
        made = next((j for j in bench.record.judgements() if j.id == judgement.subject), None)
        return f"{made.decision.value}: {_about(bench, made)}" if made else plain(judgement.subject)
    words = bench.words_of(judgement.subject)
    other = f" and {bench.words_of(judgement.other)}" if judgement.other else ""
    return f"{words}{other}"
