"""Tables and networks as files."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Response

from parley.publish import rows
from parley.publish.networks import to_graphml
from parley.publish.tables import Table
from parley.web.answers import networks
from parley.web.answers.tables import whole_table
from parley.web.asking import Now

router = APIRouter()
Whole = Annotated[Table, Depends(whole_table)]


@router.get("/tables/{kind}.csv", response_class=Response)
@router.get("/api/tables/{kind}.csv", response_class=Response)
def as_csv(table: Whole) -> Response:
    """A whole table as CSV."""
    return Response(rows.to_csv(table), media_type="text/csv; charset=utf-8", headers=_named(table, "csv"))


@router.get("/tables/{kind}.json", response_class=Response)
@router.get("/api/tables/{kind}.json", response_class=Response)
def as_json(table: Whole) -> Response:
    """A whole table as a JSON list with one object a row."""
    return Response(rows.to_json(table), media_type="application/json", headers=_named(table, "json"))


@router.get("/network.graphml", response_class=Response)
@router.get("/api/network.graphml", response_class=Response)
def as_graphml(index: Now, asked: networks.Asked) -> Response:
    """A network as GraphML, with all kinds of edges."""
    found = networks.network_of(index, asked)
    headers = {"Content-Disposition": 'attachment; filename="network.graphml"'}
    return Response(to_graphml(found), media_type="application/graphml+xml", headers=headers)


def _named(table: Table, suffix: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{table.name}.{suffix}"'}
