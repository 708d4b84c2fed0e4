"""The labels of the findings network, in the order of its scores."""

from __future__ import annotations

from parley.lexicon.words import english
from parley.model.stand import Act, MeetingStatus, Stance

RUNS = ("measure", "meeting", "figure")
"""What words are tagged as, each by itself as none, begin or inside."""
MEASURE, MEETING, FIGURE = range(3)
STANCES = tuple(Stance)
LINKS = 1 + len(STANCES) + 2
"""What a word is to a measure or meeting: nothing, holder with one of four stances, condition, or the name of a side:
one that meets, or the one for which a measure's holder speaks."""
CONDITION, SIDE = 1 + len(STANCES), 2 + len(STANCES)
ACTS = tuple(Act)
STATUSES = tuple(MeetingStatus)


def issue_ids() -> tuple[str, ...]:
    """The issues in the order of their scores: that of the word list, the one for everything else last."""
    listed = english().issues
    return (*(issue.id for issue in listed.issues if issue.id != listed.other), listed.other)
