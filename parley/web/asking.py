"""What every question is asked of: the record as it stands, or as it could be known on a day."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, TypeAlias

from fastapi import Depends, Query, Request
from pydantic import BeforeValidator, Field

from parley.analysis.index import Index
from parley.web.desk import Desk

_EMPTY = BeforeValidator(lambda value: None if value == "" else value)
"""A field of a form that was left empty asks for nothing."""
Day: TypeAlias = Annotated[dt.date | None, _EMPTY]
Share: TypeAlias = Annotated[Annotated[float, Field(ge=0, le=1)] | None, _EMPTY]
AsOf: TypeAlias = Annotated[
    dt.date | None, _EMPTY, Query(alias="as-of", description="The record as it could be known on this day.")
]


def desk_of(request: Request) -> Desk:
    """The desk that the app was made with."""
    desk = request.app.state.desk
    if not isinstance(desk, Desk):
        raise TypeError("the app was made without a desk")
    return desk


def index_now(desk: Annotated[Desk, Depends(desk_of)], as_of: AsOf = None) -> Index:
    """The index that a question is put to."""
    return desk.index(as_of)


Now: TypeAlias = Annotated[Index, Depends(index_now)]
AtDesk: TypeAlias = Annotated[Desk, Depends(desk_of)]
