"""What people's judgements come to: which findings stand, which are of one thing, and what no longer fits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from parley.model.finding import Finding
from parley.model.judgement import Decision, Judgement, Verdicts

OF_ONE = frozenset({Decision.ACCEPT, Decision.REJECT, Decision.CORRECT})
"""The decisions that say of one finding whether it is right."""


def verdicts(judgements: Iterable[Judgement]) -> Verdicts:
    """What judgements, in the order in which they were made, come to: the last one on a thing counts."""
    said = active(judgements)
    last = _last(said)
    pairs: dict[frozenset[str], Judgement] = {
        frozenset((j.subject, j.other)): j for j in said if j.other is not None and j.other != j.subject
    }
    corrected = {s: j for s, j in last.items() if j.decision is Decision.CORRECT}
    same, apart = (
        [tuple(_final(i, corrected) for i in sorted(pair)) for pair, j in pairs.items() if j.decision is decision]
        for decision in (Decision.SAME, Decision.APART)
    )
    return Verdicts(
        active=said,
        accepted={s: j for s, j in last.items() if j.decision is Decision.ACCEPT},
        corrected=corrected,
        rejected=frozenset(s for s, j in last.items() if j.decision is Decision.REJECT),
        same=_classes(same),
        apart=_neighbours(apart),
    )


def _last(said: Iterable[Judgement]) -> dict[str, Judgement]:
    """The judgement that counts on each finding by its id; what is put in a place again is not out of it any more."""
    last: dict[str, Judgement] = {}
    for judgement in said:
        if judgement.decision in OF_ONE:
            last[judgement.subject] = judgement
        if judgement.decision is Decision.CORRECT:
            last.pop(_id_of(judgement), None)
    return last


def active(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Those that are not undone; undoing an undoing brings back what it undid."""
    every = {j.id: j for j in judgements}
    undone: set[str] = set()
    for judgement in reversed(every.values()):
        if judgement.decision is Decision.UNDO and judgement.id not in undone:
            undone.add(judgement.subject)
    return tuple(j for j in every.values() if j.id not in undone and j.decision is not Decision.UNDO)


def _final(finding_id: str, corrected: Mapping[str, Judgement]) -> str:
    """The id of what stands in a finding's place after all corrections."""
    seen = {finding_id}
    while (judgement := corrected.get(finding_id)) and (after := _id_of(judgement)) not in seen:
        seen.add(after)
        finding_id = after
    return finding_id


def _id_of(judgement: Judgement) -> str:
    if judgement.finding is None or judgement.document is None:
        return judgement.subject
    return judgement.finding.id_in(judgement.document)


def _classes(pairs: Iterable[tuple[str, ...]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for one, other in pairs:
        both = found.get(one, frozenset((one,))) | found.get(other, frozenset((other,)))
        found |= dict.fromkeys(both, both)
    return found


def _neighbours(pairs: Iterable[tuple[str, ...]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for pair in pairs:
        for one, other in (pair, pair[::-1]):
            found[one] = found.get(one, frozenset()) | {other}
    return found


def standing(document_id: str, read: Mapping[str, Finding], said: Verdicts) -> dict[str, Finding]:
    """The findings of a report that stand, by id; `read` are those of its readers.

    They are what readers found, less what is rejected or corrected, and what people accepted or put in its place,
    whether or not a reader finds it still. What people have settled is as sure as can be.
    """
    stands = {i: f for i, f in read.items() if i not in said.rejected and i not in said.corrected}
    for judgement in (*said.accepted.values(), *said.corrected.values()):
        if judgement.document == document_id and judgement.finding is not None:
            own = judgement.finding.id_in(document_id)
            if own not in said.rejected and own not in said.corrected:
                stands[own] = replace(judgement.finding, confidence=1.0)
    return stands


def unfit(said: Verdicts, known: Iterable[str]) -> tuple[Judgement, ...]:
    """Judgements about findings that no reader finds any more, in the order in which they were made.

    `known` are the ids of the findings that readers found, or of those among them that are judged. What was accepted or
    corrected still stands; the other judgements have nothing left to be about.
    """
    kept = {_id_of(j) for j in (*said.accepted.values(), *said.corrected.values())}
    there = set(known) | kept
    return tuple(
        j
        for j in said.active
        if (
            j.subject not in there
            if j.decision not in (Decision.ACCEPT, Decision.CORRECT)
            else j.subject not in set(known)
        )
        or (j.other is not None and j.other not in there)
    )
