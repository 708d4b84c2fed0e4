"""Tables as files."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Response

from parley.publish import rows
from parley.publish.tables import Table
from parley.web.answers.tables import whole_table

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


def _named(table: Table, suffix: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{table.name}.{suffix}"'}
