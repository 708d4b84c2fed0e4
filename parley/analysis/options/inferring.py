"""Where a party must stand on an option of which nothing is reported, given where it stands on others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from parley.analysis.options.model import Acceptance, Bond, Footing, Inference, Rule, Tie


class Web:
    """Bonds as they are followed: from an option to those it implies, is implied by, or excludes."""

    def __init__(self, bonds: Iterable[Bond]) -> None:
        self._implied: dict[str, list[tuple[str, Bond]]] = {}
        self._implying: dict[str, list[tuple[str, Bond]]] = {}
        self._excluded: dict[str, list[tuple[str, Bond]]] = {}
        for bond in bonds:
            if bond.tie is Tie.IMPLIES:
                self._implied.setdefault(bond.one, []).append((bond.other, bond))
                self._implying.setdefault(bond.other, []).append((bond.one, bond))
            else:
                self._excluded.setdefault(bond.one, []).append((bond.other, bond))
                self._excluded.setdefault(bond.other, []).append((bond.one, bond))

    def inferences(self, said: Footing) -> Iterator[tuple[str, Inference]]:
        """What a reported stand means for other options, each by its id.

        Whoever takes an option takes what it implies, on the same conditions, and refuses what it excludes; whoever
        refuses one refuses all that imply it. A refusal says nothing of what the option implies or excludes.
        """
        if said.acceptance is Acceptance.REJECT:
            yield from _inferred(Acceptance.REJECT, said, self._reached(said.option, self._implying))
        elif said.acceptance in (Acceptance.ACCEPT, Acceptance.CONDITIONAL):
            taken = self._reached(said.option, self._implied)
            yield from _inferred(said.acceptance, said, taken)
            if said.acceptance is Acceptance.ACCEPT:
                yield from _inferred(Acceptance.REJECT, said, self._shut_out({said.option: (), **taken}))

    def _shut_out(self, taken: Mapping[str, tuple[Bond, ...]]) -> dict[str, tuple[Bond, ...]]:
        """The options that some taken together exclude, and those that imply one of these."""
        found: dict[str, tuple[Bond, ...]] = {}
        for option, path in taken.items():
            for other, bond in self._excluded.get(option, ()):
                found.setdefault(other, (*path, bond))
        for option, path in tuple(found.items()):
            for other, more in self._reached(option, self._implying).items():
                found.setdefault(other, (*path, *more))
        return found

    def _reached(self, start: str, steps: Mapping[str, Sequence[tuple[str, Bond]]]) -> dict[str, tuple[Bond, ...]]:
        """Every option that steps lead to, with the bonds of a shortest way."""
        found: dict[str, tuple[Bond, ...]] = {start: ()}
        queue = [start]
        for option in queue:
            for other, bond in steps.get(option, ()):
                if other not in found:
                    found[other] = (*found[option], bond)
                    queue.append(other)
        del found[start]
        return found


def infer(said: Sequence[Footing], bonds: Sequence[Bond]) -> Iterator[Footing]:
    """The footings that follow from what is said and of which nothing is reported.

    What follows from wordings is given only where nothing follows from what an analyst says.
    """
    reported = {(f.party, f.option) for f in said}
    found = {at: i for at, i in _followed(said, Web(b for b in bonds if b.said_at)).items() if at not in reported}
    hints = {at: i for at, i in _followed(said, Web(bonds)).items() if at not in reported}
    return (_footing(*at, inferences) for at, inferences in {**hints, **found}.items())


def _followed(said: Iterable[Footing], web: Web) -> dict[tuple[str, str], list[Inference]]:
    """All that follows, by party and option."""
    found: dict[tuple[str, str], list[Inference]] = {}
    for footing in said:
        for option, inference in web.inferences(footing):
            found.setdefault((footing.party, option), []).append(inference)
    return found


def _footing(party: str, option: str, inferences: Sequence[Inference]) -> Footing:
    ways = {i.acceptance for i in inferences if i.sure}
    acceptance = ways.pop() if len(ways) == 1 else Acceptance.UNKNOWN
    rule = Rule.UNREPORTED if acceptance is Acceptance.UNKNOWN else Rule.INFERRED
    return Footing(party, option, acceptance, rule, inferred=tuple(inferences))


def _inferred(
    acceptance: Acceptance, said: Footing, reached: Mapping[str, tuple[Bond, ...]]
) -> Iterator[tuple[str, Inference]]:
    return ((option, Inference(acceptance, said.option, path)) for option, path in reached.items())
