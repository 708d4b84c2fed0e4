"""Review as JSON, under /api/review."""

from __future__ import annotations

from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Body, Depends, HTTPException
from fastapi.responses import JSONResponse

from parley.model.judgement import Judgement
from parley.review import agreement, disagreements, progress
from parley.review.as_json import of_agreement, of_progress
from parley.web.review.answers import Desktop, Log, Other, log, next_case, one_case, others, suggestions
from parley.web.review.bench import AtBench
from parley.web.review.judging import Choice, Given, judge, take_back
from parley.web.review.place import AtPlace, Who

router = APIRouter(prefix="/api/review", tags=["review"])


@dataclass(frozen=True, slots=True)
class Sent:
    """A choice as JSON: `fields` are names and what is typed, as in a form; `other` is a finding to merge with."""

    choice: Choice
    why: str = ""
    other: str = ""
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What to undo: a judgement's id, or nothing for what was done last."""

    judgement: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """A judgement that was made."""

    id: str
    decision: str
    subject: str
    other: str | None
    who: str
    when: str
    why: str


@router.get("/next")
def next_finding(found: Annotated[Desktop, Depends(next_case)]) -> Desktop:
    """The first finding that waits, or the first after another."""
    return found


@router.get("/log")
def judgements(found: Annotated[Log, Depends(log)]) -> Log:
    """Who did what, the latest first."""
    return found


@router.get("/progress")
def how_far(bench: AtBench, who: Who) -> JSONResponse:  # noqa: ARG001 - signed in
    """How far the review has come, and how often readers were right."""
    return JSONResponse(of_progress(progress(bench.census(), bench.record.judgements())))


@router.get("/agreement")
def how_alike(bench: AtBench, who: Who) -> JSONResponse:  # noqa: ARG001 - signed in
    """How far people agree who judged the same findings."""
    made = bench.record.judgements()
    return JSONResponse(of_agreement(agreement(made), disagreements(made)))


@router.post("/undo")
def undo(bench: AtBench, who: Who, sent: Annotated[TakenBack, Body()]) -> list[Answer]:
    """Take back a judgement, or what was done last."""
    return [_answer(judgement) for judgement in take_back(bench, who, sent.judgement, sent.why)]


@router.get("/{finding}")
def one_finding(found: Annotated[Desktop, Depends(one_case)]) -> Desktop:
    """One finding, whether or not it waits."""
    return found


@router.get("/{finding}/others")
def other_entries(found: Annotated[tuple[Other, ...], Depends(others)]) -> tuple[Other, ...]:
    """What a finding may be one with."""
    return found


@router.get("/{finding}/suggestions/{field}")
def words_for(found: Annotated[tuple[str, ...], Depends(suggestions)]) -> tuple[str, ...]:
    """What a field may say."""
    return found


@router.post("/{finding}")
def decide(bench: AtBench, place: AtPlace, finding: str, sent: Annotated[Sent, Body()]) -> list[Answer]:
    """Judge a finding: accept, reject, correct, merge, split. 422 names the fields in which something cannot stand."""
    made = judge(bench, place.who, finding, Given(sent.choice, sent.why, sent.other, sent.fields))
    if made.misfits:
        raise HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, "; ".join(map(str, made.misfits)))
    return [_answer(judgement) for judgement in made.judgements]


def _answer(judgement: Judgement) -> Answer:
    return Answer(
        id=judgement.id,
        decision=judgement.decision.value,
        subject=judgement.subject,
        other=judgement.other,
        who=judgement.who,
        when=judgement.when.isoformat(),
        why=judgement.why,
    )
