"""Who reviews, and where in the queue they are: what an address keeps from one finding to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, TypeAlias
from urllib.parse import urlencode

from fastapi import Depends, Query, Request
from pydantic import BeforeValidator

from parley.review import Asked, Filters, Round
from parley.web.access.visitor import Visitor

_EMPTY = BeforeValidator(lambda value: value or None)
Part: TypeAlias = Annotated[str | None, _EMPTY]


@dataclass(frozen=True, slots=True)
class Place:
    """Who is asked about what. `queued` says that they go through the queue, and do not look at one finding alone."""

    asked: Asked
    queued: bool

    @property
    def who(self) -> str:
        """The name that judgements are made under."""
        return self.asked.who or ""

    @property
    def blind(self) -> bool:
        """Whether what others said is not shown."""
        return self.queued and self.asked.round is Round.SECOND

    @property
    def kept(self) -> dict[str, str]:
        """The parameters of an address that lead to this place again."""
        filters = self.asked.filters
        given = {
            "round": self.asked.round.value if self.queued else None,
            "kind": filters.kind,
            "issue": filters.issue,
            "party": filters.party,
            "outlet": filters.outlet,
            "document": filters.document,
        }
        return {name: value for name, value in given.items() if value}

    @property
    def filtered(self) -> str:
        """The filters in words; nothing where there are none."""
        return ", ".join(f"{name} {value}" for name, value in self.kept.items() if name != "round")

    def to(self, path: str, **more: str | None) -> str:
        """An address with these parameters and others."""
        asked = self.kept | {name: value for name, value in more.items() if value}
        return f"{path}?{urlencode(asked)}" if asked else path


def who_asks(request: Request) -> str:
    """The name under which whoever asks judges."""
    visitor = request.state.visitor
    if not isinstance(visitor, Visitor):
        raise TypeError("nobody is let in who is not known")
    return visitor.name


Who: TypeAlias = Annotated[str, Depends(who_asks)]


def place_of(
    who: Who,
    round: Annotated[Round | None, _EMPTY, Query()] = None,  # noqa: A002 - the word of the address
    kind: Part = None,
    issue: Part = None,
    party: Part = None,
    outlet: Part = None,
    document: Part = None,
) -> Place:
    """The place that an address leads to."""
    filters = Filters(kind=kind, issue=issue, party=party, outlet=outlet, document=document)
    return Place(Asked(who=who, round=round or Round.FIRST, filters=filters), queued=round is not None)


AtPlace: TypeAlias = Annotated[Place, Depends(place_of)]
