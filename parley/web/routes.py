"""Every question that has a page, and the page: the same function answers both the page and the JSON API."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import HTMLResponse

from parley.web.answers import (
    actors,
    analyses,
    changes,
    differences,
    distances,
    entries,
    issues,
    meetings,
    movement,
    networks,
    options,
    overview,
    packages,
    parties,
    proposals,
    reports,
    search,
    sources,
    tables,
    told,
)
from parley.web.rendering import page


@dataclass(frozen=True, slots=True)
class Question:
    """A path, the function that answers it, and the template that shows the answer."""

    path: str
    answer: Callable[..., Any]
    template: str


QUESTIONS: tuple[Question, ...] = (
    Question("/", overview.overview, "overview.html"),
    Question("/board", overview.board, "board.html"),
    Question("/analysis", analyses.analyses, "analysis.html"),
    Question("/options", options.options_page, "options.html"),
    Question("/options/{issue}", options.issue_options, "issue-options.html"),
    Question("/issues", issues.issue_rows, "issues.html"),
    Question("/issues/{issue}", issues.issue_page, "issue.html"),
    Question("/positions/{measure}", issues.measure_page, "measure.html"),
    Question("/parties", parties.party_rows, "parties.html"),
    Question("/parties/{party}", parties.party_page, "party.html"),
    Question("/actors", actors.actor_list, "actors.html"),
    Question("/actors/{actor}", actors.actor_page, "actor.html"),
    Question("/meetings", meetings.meeting_lists, "meetings.html"),
    Question("/meetings/{meeting}", meetings.meeting_page, "meeting.html"),
    Question("/proposals", proposals.proposal_list, "proposals.html"),
    Question("/proposals/{proposal}", proposals.proposal_page, "proposal.html"),
    Question("/package", packages.package_page, "package.html"),
    Question("/packages", packages.package_search, "packages.html"),
    Question("/disputes", differences.difference_list, "differences.html"),
    Question("/disputes/{dispute}", differences.difference_page, "difference.html"),
    Question("/statements/{statement}", entries.statement_page, "entry.html"),
    Question("/figures/{figure}", entries.figure_page, "entry.html"),
    Question("/sources", sources.sources_page, "sources.html"),
    Question("/sources/{source}", sources.outlet_page, "outlet.html"),
    Question("/told", told.told_page, "told.html"),
    Question("/network", networks.network_page, "network.html"),
    Question("/changes", changes.changes_page, "changes.html"),
    Question("/moves", movement.moves_page, "moves.html"),
    Question("/distance", distances.distance_page, "distance.html"),
    Question("/search", search.search, "search.html"),
    Question("/tables/{kind}", tables.table_page, "table.html"),
    Question("/reports/{report}", reports.report_page, "report.html"),
)


def router() -> APIRouter:
    """A page and an address under /api for every question."""
    routes = APIRouter()
    for question in QUESTIONS:
        at = "/overview" if question.path == "/" else question.path
        routes.add_api_route(f"/api{at}", question.answer, methods=["GET"], name=question.answer.__name__)
        routes.add_api_route(
            question.path, _shown(question), methods=["GET"], response_class=HTMLResponse, include_in_schema=False
        )
    return routes


def _shown(question: Question) -> Callable[..., Response]:
    answer = Depends(question.answer)

    def show(request: Request, found: object = answer) -> Response:
        return page(request, question.template, found=found)

    return show
