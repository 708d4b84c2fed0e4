"""Tables and networks as files."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fastapi import APIRouter, Depends, Response

from parley.publish import rows
from parley.publish.networks import to_graphml
from parley.publish.tables import Table
from parley.web.answers import asked_sheets, networks, sheets
from parley.web.answers.tables import whole_table
from parley.web.asking import Now

SHEETS: Mapping[str, Callable[..., Table]] = {
    "/tables/{kind}": whole_table,
    "/board": sheets.board_sheet,
    "/issues": sheets.issues_sheet,
    "/parties": sheets.parties_sheet,
    "/sources": sheets.outlets_sheet,
    "/changes": sheets.changes_sheet,
    "/options": asked_sheets.options_sheet,
    "/moves": asked_sheets.moves_sheet,
    "/distance": asked_sheets.distance_sheet,
    "/told/{part}": asked_sheets.told_sheet,
}
"""By the path of a page, or of one table of it, the whole of what it shows; the file has the path and a suffix."""


def router() -> APIRouter:
    """Every table as CSV and as JSON, under its page's path and under /api."""
    routes = APIRouter()
    for path, sheet in SHEETS.items():
        for suffix, send in ((".csv", _as_csv), (".json", _as_json)):
            routes.add_api_route(f"/api{path}{suffix}", send(sheet), methods=["GET"], response_class=Response)
            routes.add_api_route(f"{path}{suffix}", send(sheet), methods=["GET"], include_in_schema=False)
    routes.add_api_route("/api/network.graphml", as_graphml, methods=["GET"], response_class=Response)
    routes.add_api_route("/network.graphml", as_graphml, methods=["GET"], include_in_schema=False)
    return routes


def _as_csv(sheet: Callable[..., Table]) -> Callable[..., Response]:
    whole = Depends(sheet)

    def as_csv(table: Table = whole) -> Response:
        """A whole table as CSV."""
        return Response(rows.to_csv(table), media_type="text/csv; charset=utf-8", headers=_named(table, "csv"))

    return as_csv


def _as_json(sheet: Callable[..., Table]) -> Callable[..., Response]:
    whole = Depends(sheet)

    def as_json(table: Table = whole) -> Response:
        """A whole table as a JSON list with one object a row."""
        return Response(rows.to_json(table), media_type="application/json", headers=_named(table, "json"))

    return as_json


def as_graphml(index: Now, asked: networks.Asked) -> Response:
    """A network as GraphML, with all kinds of edges."""
    found = networks.network_of(index, asked)
    headers = {"Content-Disposition": 'attachment; filename="network.graphml"'}
    return Response(to_graphml(found), media_type="application/graphml+xml", headers=headers)


def _named(table: Table, suffix: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{table.name}.{suffix}"'}
