"""Charts as Vega-Lite specifications, which the page's script draws."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated, TypeAlias

from fastapi import APIRouter, Depends, Query
from fastapi.responses import JSONResponse, Response

from parley.publish import charts
from parley.publish.charts import Spec, Window
from parley.web.answers import networks, told
from parley.web.answers.distances import found_between
from parley.web.asking import AtDesk, Day, Now

router = APIRouter(prefix="/api/charts", default_response_class=JSONResponse)


def window(
    first: Annotated[Day, Query(alias="from")] = None, last: Annotated[Day, Query(alias="to")] = None
) -> Window | None:
    """The stretch of time that is asked for; None where a day is missing, or they are the wrong way round."""
    return Window(first, last) if first and last and first <= last else None


Shown: TypeAlias = Annotated[Window | None, Depends(window)]


@router.get("/timeline")
def timeline(index: Now, shown: Shown) -> Response:
    """Meetings, proposals and shifts over time; 204 where nothing has a day."""
    return _sent(charts.timeline(index.view, shown) if shown else index.once("timeline", charts.timeline))


@router.get("/coverage")
def coverage(index: Now, shown: Shown) -> Response:
    """Reports by outlet over time."""
    return _sent(charts.coverage(index.view, shown) if shown else index.once("coverage", charts.coverage))


@router.get("/history")
def history(index: Now, shown: Shown, issue: str) -> Response:
    """Each party's stance on an issue over time."""
    return _sent(charts.history(index.view, issue, shown))


@router.get("/quoting")
def quoting(index: Now, asked: told.Asked) -> Response:
    """Whose words each outlet or group carries."""
    return _sent(charts.quoting(told.telling_of(index, asked).quoted))


@router.get("/network")
def network(index: Now, asked: networks.Asked) -> Response:
    """Who agrees and who disagrees with whom."""
    return _sent(charts.network(networks.network_of(index, asked), asked.kinds))


@router.get("/distance")
def distance(index: Now, desk: AtDesk, issue: str, party: str, other: str) -> Response:
    """How far apart two parties stood on an issue over time; 204 where there is nothing to draw."""
    return _sent(charts.distance(found_between(index, desk, issue, (party, other), None, over_time=True)))


def _sent(spec: Spec | None) -> Response:
    return JSONResponse(spec) if spec else Response(status_code=HTTPStatus.NO_CONTENT)
