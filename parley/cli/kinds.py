"""What can be shown, and which filters fit it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from parley.errors import QueryError


class Kind(StrEnum):
    """What can be shown."""

    DOCUMENTS = "documents"
    ACTORS = "actors"
    STATEMENTS = "statements"
    POSITIONS = "positions"
    MEETINGS = "meetings"
    PROPOSALS = "proposals"
    FIGURES = "figures"
    DISPUTES = "disputes"


_STATEMENTS = frozenset({Kind.STATEMENTS})
_FITS: Mapping[str, frozenset[Kind]] = {
    "party": frozenset(Kind) - {Kind.FIGURES},
    "issue": frozenset({Kind.DOCUMENTS, Kind.POSITIONS, Kind.DISPUTES}),
    "actor": frozenset(Kind) - {Kind.PROPOSALS, Kind.FIGURES, Kind.DISPUTES},
    "speaker": _STATEMENTS,
    "about": _STATEMENTS,
    "contains": _STATEMENTS,
}
_INSTEAD = {
    (Kind.STATEMENTS, "issue"): "For statements give --about",
    (Kind.POSITIONS, "about"): "For positions give --issue",
    (Kind.DISPUTES, "about"): "For disputes give --issue",
}


def check_fit(kind: Kind, filters: Mapping[str, object]) -> None:
    """QueryError where a filter that is given (not None) says nothing of this kind, and would keep nothing."""
    for name, value in filters.items():
        fits = _FITS.get(name, frozenset(Kind))
        if value is not None and kind not in fits:
            others = "It is for " + ", ".join(other for other in Kind if other in fits)
            raise QueryError(f"--{name}", f"does not apply to {kind.value}", _INSTEAD.get((kind, name), others))
