"""The names used for the same thing: the wordings of one entry, and who uses which."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from parley.analysis.telling.tellers import Parting, Teller
from parley.analysis.view import View
from parley.model.entry import Entry, Told
from parley.model.finding import Actor, Finding, Meeting, Position, Proposal


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to name something, and the findings in which each teller names it so (in the order of the tellers)."""

    words: str
    told: tuple[tuple[Teller, tuple[Told[Finding], ...]], ...]

    @property
    def tellers(self) -> frozenset[str]:
        """The names of those who use it."""
        return frozenset(teller.name for teller, _ in self.told)


@dataclass(frozen=True, slots=True)
class Naming:
    """An entry that tellers name differently; of a meeting it is the place that is named.

    The wordings that most tellers use come first.
    """

    entry: Entry[Any]
    kind: type[Finding]
    wordings: tuple[Wording, ...]

    @property
    def tellers(self) -> frozenset[str]:
        """The names of those who tell of it."""
        return frozenset().union(*(w.tellers for w in self.wordings))


def wordings(view: View, tellers: Sequence[Teller]) -> tuple[Naming, ...]:
    """The entries that two tellers or more name, and not all with the same words; those of most tellers first."""
    kinds: Mapping[type[Finding], tuple[Entry[Any], ...]] = {
        Actor: view.actors,
        Position: view.measures,
        Proposal: view.proposals,
        Meeting: view.meetings,
    }
    parting = Parting(tellers, view.chorus)
    every = (_naming(entry, kind, tellers, parting) for kind, entries in kinds.items() for entry in entries)
    told = [naming for naming in every if naming is not None]
    return tuple(sorted(told, key=lambda n: (-len(n.tellers), -n.entry.voices, -len(n.wordings), n.entry.id)))


def _naming(entry: Entry[Any], kind: type[Finding], tellers: Sequence[Teller], parting: Parting) -> Naming | None:
    used = _used(parting.of(entry.told), kind) if len(entry.told) > 1 else {}
    if not _differ([frozenset(by_teller) for by_teller in used.values()]):
        return None
    named = [
        Wording(words, tuple((tellers[at], tuple(told)) for at, told in sorted(by_teller.items())))
        for words, by_teller in used.items()
    ]
    named.sort(key=lambda w: (-len(w.told), -sum(len(told) for _, told in w.told), w.words))
    return Naming(entry, kind, tuple(named))


def _used(parts: Mapping[int, Sequence[Told[Any]]], kind: type[Finding]) -> dict[str, dict[int, list[Told[Finding]]]]:
    """Which words each teller (by its place) uses where; words that differ in case only are one."""
    used: dict[str, dict[int, list[Told[Finding]]]] = {}
    spelled: dict[str, str] = {}
    for at, told in parts.items():
        for t in told:
            for words in dict.fromkeys(spelled.setdefault(w.casefold(), w) for w in _NAMES[kind](t.finding)):
                used.setdefault(words, {}).setdefault(at, []).append(t)
    return used


def _differ(users: Sequence[frozenset[int]]) -> bool:
    """Whether there are two tellers or more, and some of them use words that others do not."""
    everyone = frozenset().union(*users)
    return len(everyone) > 1 and any(each != everyone for each in users)


def _names(actor: Actor) -> tuple[str, ...]:
    return (actor.name, *actor.aliases)


_NAMES: Mapping[type[Finding], Callable[[Any], tuple[str, ...]]] = {
    Actor: _names,
    Position: lambda position: (position.measure,),
    Proposal: lambda proposal: (proposal.title,),
    Meeting: lambda meeting: (meeting.place,) if meeting.place else (),
}
