"""The sheet as JSON text, the same as the address /api/options answers with."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict

from parley.publish.options.sheet import BoardSheet


def to_json(sheet: BoardSheet) -> str:
    """A JSON object; days are ISO dates."""
    return json.dumps(asdict(sheet), ensure_ascii=False, indent=2, default=_day)


def _day(value: object) -> str:
    if not isinstance(value, dt.date):
        raise TypeError(f"{value!r} is no value of a sheet")
    return value.isoformat()
