"""The one grouping that every kind uses: block by key, compare with leads, decline to guess."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from parley.model.entry import Entry, Told
from parley.model.finding import Finding
from parley.model.identity import content_id
from parley.resolve.voices import Chorus

F = TypeVar("F", bound=Finding)


@dataclass(frozen=True, slots=True)
class Ground:
    """Why two findings are taken for one: in words, and how strongly (0 to 1)."""

    words: str
    weight: float


Keys = Callable[[F], Iterable[Hashable]]
Test = Callable[[Told[F], Told[F]], Ground | None]


@dataclass(slots=True)
class _Group(Generic[F]):
    members: list[Told[F]]
    grounds: dict[str, None] = field(default_factory=dict)

    @property
    def lead(self) -> Told[F]:
        return self.members[0]


def gather(told: Iterable[Told[F]], keys: Keys[F], test: Test[F], chorus: Chorus) -> tuple[Entry[F], ...]:
    """Entries of findings that share a key with an entry's lead and pass the test against it.

    Findings are taken in the order given, so put the most telling first. A finding
    that fits two entries equally well starts one of its own.
    """
    groups: list[_Group[F]] = []
    block: dict[Hashable, list[_Group[F]]] = {}
    for t in told:
        own = tuple(keys(t.finding))
        best = _best(t, _candidates(own, block), test)
        if best is None:
            group = _Group([t])
            groups.append(group)
            for key in own:
                block.setdefault(key, []).append(group)
        else:
            group, ground = best
            group.members.append(t)
            group.grounds.setdefault(ground.words)
    return tuple(_entry(group, chorus) for group in groups)


def _candidates(keys: Iterable[Hashable], block: dict[Hashable, list[_Group[F]]]) -> Iterable[_Group[F]]:
    return {id(group): group for key in keys for group in block.get(key, ())}.values()


def _best(t: Told[F], groups: Iterable[_Group[F]], test: Test[F]) -> tuple[_Group[F], Ground] | None:
    found = [(group, ground) for group in groups if (ground := test(group.lead, t)) is not None]
    if not found:
        return None
    found.sort(key=lambda pair: -pair[1].weight)
    tie = len(found) > 1 and found[0][1].weight == found[1][1].weight
    return None if tie else found[0]


def _entry(group: _Group[F], chorus: Chorus) -> Entry[F]:
    ground = "; ".join(group.grounds) or "told once"
    return Entry(content_id("entry", group.lead.id), tuple(group.members), ground, chorus.count(group.members))
