"""Whether reviewers who judged the same findings judge alike: Krippendorff's alpha, and what they disagree on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import krippendorff

from parley.model.finding import KINDS
from parley.model.judgement import Decision, Judgement
from parley.review.votes import Votes

_RIGHT_OR_WRONG: Mapping[Decision, str] = {
    Decision.ACCEPT: "right",
    Decision.REJECT: "wrong",
    Decision.CORRECT: "wrong",
}
_WHAT_WAS_SAID: Mapping[Decision, str] = {
    Decision.ACCEPT: "right",
    Decision.REJECT: "rejected",
    Decision.CORRECT: "corrected",
}


@dataclass(frozen=True, slots=True)
class Alpha:
    """Krippendorff's alpha (nominal; Krippendorff 2004, 2011): 1 is perfect, 0 no better than chance, less is worse.

    `value` is None where it is undefined, and `undefined` says why; `alike` is the share of pairs that say the same.
    """

    value: float | None
    alike: float | None
    undefined: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far reviewers agree on findings that two or more of them judged, of one kind or of all (`kind` is None).

    `pairs` counts two judgements of one finding by two people. `right` holds right against wrong (rejected or
    corrected), `said` right, corrected and rejected apart.
    """

    kind: str | None
    items: int
    reviewers: int
    pairs: int
    right: Alpha
    said: Alpha


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A finding of which reviewers say different things, with their last words."""

    finding: str
    votes: tuple[Judgement, ...]


def agreement(judgements: Iterable[Judgement]) -> tuple[Agreement, ...]:
    """Overall first, then kind by kind where there is anything: each reviewer's last judgement that is not undone."""
    shared = _shared(judgements)
    by_kind = {kind.KIND: [votes for votes in shared if _kind(votes) == kind.KIND] for kind in KINDS}
    return (_agreement(None, shared), *(_agreement(kind, own) for kind, own in by_kind.items() if own))


def disagreements(judgements: Iterable[Judgement]) -> tuple[Disagreement, ...]:
    """The findings on which two reviewers or more do not say the same, those judged last first."""
    odd = [votes for votes in _shared(judgements) if len({vote.decision for vote in votes}) > 1]
    odd.sort(key=lambda votes: max(vote.when for vote in votes), reverse=True)
    return tuple(Disagreement(votes[0].subject, votes) for votes in odd)


Shared = Sequence[tuple[Judgement, ...]]
"""The votes on each finding that two people or more have judged."""


def _shared(judgements: Iterable[Judgement]) -> Shared:
    votes = Votes.of(judgements)
    return [said for finding_id in votes.by_finding if len(said := votes.on(finding_id)) > 1]


def _kind(votes: tuple[Judgement, ...]) -> str:
    return votes[0].subject.partition("-")[0]


def _agreement(kind: str | None, shared: Shared) -> Agreement:
    return Agreement(
        kind=kind,
        items=len(shared),
        reviewers=len({vote.who for votes in shared for vote in votes}),
        pairs=sum(len(votes) * (len(votes) - 1) // 2 for votes in shared),
        right=_alpha(shared, _RIGHT_OR_WRONG),
        said=_alpha(shared, _WHAT_WAS_SAID),
    )


def _alpha(shared: Shared, values: Mapping[Decision, str]) -> Alpha:
    """Alpha over the values that decisions come to."""
    counted = [Counter(values[vote.decision] for vote in votes) for votes in shared]
    domain = sorted({value for counts in counted for value in counts})
    if not counted:
        return Alpha(None, None, "no two people have judged the same finding")
    if len(domain) == 1:
        return Alpha(None, 1.0, f"everybody says {domain[0]} of all, so that chance agreement cannot be told from it")
    table = [[counts[value] for value in domain] for counts in counted]
    return Alpha(float(krippendorff.alpha(value_counts=table, level_of_measurement="nominal")), _alike(table))


def _alike(table: Sequence[Sequence[int]]) -> float:
    same = sum(number * (number - 1) for counts in table for number in counts)
    return same / sum(sum(counts) * (sum(counts) - 1) for counts in table)
