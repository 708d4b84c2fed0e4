"""What a review comes to as plain JSON."""

from __future__ import annotations

from collections.abc import Iterable

from parley.model.judgement import Judgement
from parley.record.codec import Json
from parley.review.advance import Part, Progress, Work
from parley.review.agreeing import Agreement, Alpha, Disagreement


def of_progress(progress: Progress) -> Json:
    """How far the review has come: shares from 0 to 1, intervals as two numbers."""
    return {
        "all": _part(progress.all),
        "kinds": [_part(part) for part in progress.kinds],
        "bands": [_part(part) for part in progress.bands],
        "people": [_work(work) for work in progress.people],
    }


def of_agreement(agreed: Iterable[Agreement], odd: Iterable[Disagreement]) -> Json:
    """How far people agree, and on what they do not."""
    return {
        "agreement": [_agreement(each) for each in agreed],
        "disagreements": [{"finding": d.finding, "judgements": [_vote(v) for v in d.votes]} for d in odd],
    }


def _part(part: Part) -> Json:
    interval = part.right.interval
    return {
        "name": part.name,
        "found": part.found,
        "stands": part.stands,
        "judged": part.judged,
        "left": part.left,
        "right": part.right.count,
        "share_right": part.right.value,
        "interval": list(interval) if interval else None,
        "expected": part.expected,
    }


def _work(work: Work) -> Json:
    return {
        "who": work.who,
        "judged": work.judged,
        "accepted": work.accepted,
        "corrected": work.corrected,
        "rejected": work.rejected,
    }


def _agreement(each: Agreement) -> Json:
    return {
        "kind": each.kind,
        "items": each.items,
        "reviewers": each.reviewers,
        "pairs": each.pairs,
        "right_or_wrong": _alpha(each.right),
        "right_corrected_or_rejected": _alpha(each.said),
    }


def _alpha(alpha: Alpha) -> Json:
    return {"alpha": alpha.value, "alike": alpha.alike, "undefined": alpha.undefined or None}


def _vote(vote: Judgement) -> Json:
    return {"id": vote.id, "who": vote.who, "decision": vote.decision.value, "when": vote.when.isoformat()}
