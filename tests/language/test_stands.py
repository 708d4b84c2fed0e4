"""From scores to marks: what is likely enough is marked, and what belongs to it is linked."""

from __future__ import annotations

import numpy as np
import pytest

from parley.language.decoding import Scores
from parley.language.marks import (
    ACTS,
    CONDITION,
    FIGURE,
    LINKS,
    MEASURE,
    MEETING,
    RUNS,
    SIDE,
    STANCES,
    STATUSES,
    issue_ids,
)
from parley.language.stands import WindowScores, marks
from parley.language.windows import Window
from parley.model.span import Span
from parley.model.stand import Act, Marks, MeetingStatus, Stance

WORDS = ["Brandt", "would", "reopen", "the", "quay", "if", "guns", "went", "and", "met", "Osk"]


def window() -> Window:
    spans, at = [], 0
    for word in WORDS:
        spans.append(Span(at, at + len(word)))
        at += len(word) + 1
    n = len(WORDS)
    return Window((0,) * n, (0,) * n, tuple(range(n)), tuple(spans))


class Drawn:
    """Scores drawn by hand: everything is unlikely but what is set."""

    def __init__(self) -> None:
        n = len(WORDS)
        self.tags: Scores = np.zeros((n, len(RUNS), 3), dtype=np.float32)
        self.tags[:, :, 0] = 8
        self.issues: Scores = np.zeros((n, len(issue_ids())), dtype=np.float32)
        self.statuses: Scores = np.zeros((n, len(STATUSES)), dtype=np.float32)
        self.links: Scores = np.zeros((n, n, LINKS), dtype=np.float32)
        self.links[:, :, 0] = 8
        self.acts: Scores = np.zeros((n, n, len(ACTS)), dtype=np.float32)

    def run(self, mark: int, start: int, end: int, likely: float = 16) -> None:
        self.tags[start, mark, 1] = likely
        self.tags[start + 1 : end, mark, 2] = likely

    def link(self, query: int, start: int, end: int, label: int, likely: float = 16) -> None:
        self.links[query, start:end, label] = likely

    def read(self) -> Marks:
        return marks(window(), WindowScores(self.tags, self.issues, self.statuses, self.links, self.acts))


@pytest.fixture
def quay() -> Drawn:
    drawn = Drawn()
    drawn.run(MEASURE, 2, 5)
    drawn.link(2, 0, 1, 1 + STANCES.index(Stance.CONDITIONAL))
    drawn.link(2, 5, 8, CONDITION)
    drawn.acts[2, 0, ACTS.index(Act.COMMIT)] = 5
    drawn.issues[2:5, issue_ids().index("corridors")] = 5
    return drawn


def text(span: Span | None) -> str | None:
    return None if span is None else span.of(" ".join(WORDS))


def test_a_measure_has_its_holder_condition_stance_act_and_issue(quay: Drawn) -> None:
    [stand] = quay.read().stands
    assert (text(stand.measure), text(stand.holder)) == ("reopen the quay", "Brandt")
    assert [text(c) for c in stand.conditions] == ["if guns went"]
    assert (stand.stance, stand.act, stand.issues[0][0]) == (Stance.CONDITIONAL, Act.COMMIT, "corridors")
    assert stand.measured > 0.99
    assert stand.held > 0.99


def test_two_holders_are_two_stands(quay: Drawn) -> None:
    quay.link(2, 10, 11, 1 + STANCES.index(Stance.OPPOSE))
    assert [(text(s.holder), s.stance) for s in quay.read().stands] == [
        ("Brandt", Stance.CONDITIONAL),
        ("Osk", Stance.OPPOSE),
    ]


def test_a_measure_that_nobody_holds_is_told_without_holder(quay: Drawn) -> None:
    quay.links[2, 0] = [8, *[0] * (LINKS - 1)]
    [stand] = quay.read().stands
    assert (stand.holder, stand.held) == (None, 0.0)


def test_a_measure_is_no_holder_of_itself(quay: Drawn) -> None:
    quay.link(2, 3, 4, 1)
    assert [text(s.holder) for s in quay.read().stands] == ["Brandt"]


def test_what_is_a_little_likely_is_marked_as_such() -> None:
    drawn = Drawn()
    drawn.run(FIGURE, 4, 5, 7)
    [count] = drawn.read().counts
    assert text(count.span) == "quay"
    assert 0.2 < count.sure < 0.4


def test_a_meeting_has_its_status_and_its_sides() -> None:
    drawn = Drawn()
    drawn.run(MEETING, 9, 10)
    drawn.link(9, 0, 1, SIDE)
    drawn.link(9, 10, 11, SIDE)
    drawn.statuses[9, STATUSES.index(MeetingStatus.PLANNED)] = 5
    [meeting] = drawn.read().encounters
    assert (text(meeting.trigger), meeting.status) == ("met", MeetingStatus.PLANNED)
    assert [text(s) for s in meeting.sides] == ["Brandt", "Osk"]


def test_where_nothing_is_likely_nothing_is_marked() -> None:
    assert Drawn().read() == Marks()
