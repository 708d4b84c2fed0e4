"""The review pages: shown, and what their forms send."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Annotated, TypeAlias

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from parley.errors import QueryError
from parley.model.finding import KINDS
from parley.review import Misfit, Round, Votes
from parley.review.forms import issue_ids
from parley.web.missing import missing
from parley.web.rendering import page
from parley.web.review.answers import (
    Advance,
    Desktop,
    Log,
    Other,
    advance,
    log,
    next_case,
    one_case,
    others,
    suggestions,
)
from parley.web.review.bench import AtBench
from parley.web.review.judging import STAYS, Choice, Given, judge, subject_of, take_back
from parley.web.review.place import AtPlace, Part, Place

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
_OWN = frozenset({"choice", "merge", "why", "q"})
"""What a form sends that is no field of a finding."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Why something was not done, and what had been given; `misfits` by field."""

    fault: str = ""
    misfits: Mapping[str, Misfit] = field(default_factory=dict)
    given: Given | None = None


@router.get("/review")
def first(request: Request, place: AtPlace, found: Annotated[Desktop, Depends(next_case)]) -> Response:
    """The queue: its first finding."""
    return _desktop(request, Place(place.asked, queued=True), found)


@router.get("/review/log")
def show_log(request: Request, found: Annotated[Log, Depends(log)]) -> Response:
    """Who did what."""
    return page(request, "review/log.html", found=found)


@router.get("/review/progress")
def show_progress(request: Request, found: Annotated[Advance, Depends(advance)]) -> Response:
    """How far it has come."""
    return page(request, "review/progress.html", found=found)


@router.post("/review/undo")
def undo(
    request: Request,
    bench: AtBench,
    place: AtPlace,
    judgement: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "",
    at: Part = None,
) -> Response:
    """Take back a judgement, or what was done last; then to the finding, or back to the log."""
    try:
        made = take_back(bench, place.who, judgement)
    except QueryError as error:
        found = one_case(bench, place, at) if at else next_case(bench, place)
        return _desktop(request, place, found, Refused(f"{error.place} {error.fault}."))
    where = "/review/log" if back == "log" else f"/review/{subject_of(bench, made[-1])}"
    return _to(place.to(where, did=made[-1].id))


@router.get("/review/{finding}")
def one(request: Request, place: AtPlace, found: Annotated[Desktop, Depends(one_case)]) -> Response:
    """One finding."""
    return _desktop(request, place, found)


@router.get("/review/{finding}/others")
def show_others(
    request: Request, place: AtPlace, finding: str, found: Annotated[tuple[Other, ...], Depends(others)]
) -> Response:
    """What a finding may be one with."""
    return page(request, "review/others.html", place=place, finding=finding, others=found)


@router.get("/review/{finding}/suggestions/{field_name}")
def suggest(request: Request, bench: AtBench, finding: str, field_name: str) -> Response:
    """What a field may say that has in it what is typed there: a part of a page."""
    typed = request.query_params.get(field_name, "")
    found = suggestions(bench, finding, field_name, typed)
    return page(request, "review/suggestions.html", finding=finding, field_name=field_name, found=found)


@router.post("/review/{finding}/search")
def search(place: AtPlace, finding: str, q: Annotated[str, Form()] = "") -> Response:
    """What a finding may be one with, asked for without a script."""
    return _to(place.to(f"/review/{finding}/others", q=q))


async def given_by(request: Request) -> Given:
    """What a form sends; HTTPException 404 where it is no choice."""
    sent = {name: value for name, value in (await request.form()).items() if isinstance(value, str)}
    choice = Choice.MERGE.value if "merge" in sent else sent.get("choice", "")
    if choice not in {*Choice}:
        raise missing("choice", choice)
    fields = {name: value for name, value in sent.items() if name not in _OWN}
    return Given(Choice(choice), sent.get("why", ""), sent.get("merge", ""), fields)


IsGiven: TypeAlias = Annotated[Given, Depends(given_by)]


@router.post("/review/{finding}")
def decide(request: Request, bench: AtBench, place: AtPlace, given: IsGiven, finding: str) -> Response:
    """Judge a finding, and go on to the next; where something does not fit, say so and keep what was typed."""
    votes = Votes.of(bench.record.judgements())
    following = bench.queue().next(place.asked, votes, finding) if place.queued else None
    try:
        made = judge(bench, place.who, finding, given)
    except QueryError as error:
        refused = Refused(f"It {error.fault}. {error.remedy}.", given=given)
        return _desktop(request, place, one_case(bench, place, finding), refused)
    if made.misfits:
        refused = Refused(misfits={misfit.field: misfit for misfit in made.misfits}, given=given)
        return _desktop(request, place, one_case(bench, place, finding), refused)
    did = made.judgements[-1].id
    if given.choice in STAYS or not place.queued:
        return _to(place.to(f"/review/{finding}", did=did))
    return _to(place.to(f"/review/{following.id}" if following else "/review", did=did))


def _to(address: str) -> RedirectResponse:
    return RedirectResponse(address, HTTPStatus.SEE_OTHER)


def _desktop(request: Request, place: Place, found: Desktop, refused: Refused | None = None) -> Response:
    """The page; 422 where something was refused, and then under the finding's own address."""
    answer = page(
        request,
        "review/desktop.html",
        HTTPStatus.UNPROCESSABLE_ENTITY if refused else HTTPStatus.OK,
        found=found,
        place=place,
        refused=refused or Refused(),
        rounds=_ROUNDS,
        kinds=[kind.KIND for kind in KINDS],
        issues=issue_ids(),
    )
    if refused and found.case:
        answer.headers["HX-Replace-Url"] = place.to(f"/review/{found.case.id}")
    return answer


_ROUNDS = (
    (Round.FIRST, "What nobody has judged"),
    (Round.OWN, "What I have not judged"),
    (Round.SECOND, "What others judged, without their word"),
)
