"""All kinds of finding, and how each is told apart: made once from the world, then asked."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from parley.lexicon.atlas import World
from parley.model.entry import Told
from parley.model.finding import Finding
from parley.model.identity import content_id
from parley.model.judgement import Judgement, Verdicts
from parley.model.node import AnyLikeness, Likeness, Link, Node, Shelf
from parley.resolve.actors import actors
from parley.resolve.disputes import disputes
from parley.resolve.figures import figures
from parley.resolve.gather import settle
from parley.resolve.judging import standing, verdicts
from parley.resolve.measures import measures
from parley.resolve.meetings import meetings
from parley.resolve.outlets import Outlets
from parley.resolve.proposals import proposals
from parley.resolve.shelf import MemoryShelf
from parley.resolve.sides import Sides
from parley.resolve.statements import statements

P = TypeVar("P", bound=Hashable)
F = TypeVar("F", bound=Finding)

LIKENESSES: tuple[Callable[[Sides], AnyLikeness], ...] = (
    actors,
    statements,
    measures,
    meetings,
    proposals,
    figures,
    disputes,
)
REVISION = 3
"""To be raised when profiles, keys or grounds change, so that records are linked anew."""


class Resolver:
    """Links findings of one thing. Links depend on the findings and the judgements, not on the order they came in."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.outlets = Outlets(world)
        sides = Sides(world)
        self.likenesses: tuple[AnyLikeness, ...] = tuple(make(sides) for make in LIKENESSES)

    @cached_property
    def fingerprint(self) -> str:
        """The same as long as the rules and the world are."""
        return content_id("resolver", str(REVISION), repr(self.world.sheet))

    def likeness(self, kind: type[Finding]) -> AnyLikeness:
        """How findings of a kind are told apart."""
        return next(each for each in self.likenesses if each.kind is kind)

    def node(self, likeness: Likeness[F, P], members: Sequence[Told[F]], *, by_hand: bool = False) -> Node[P]:
        """The node of findings that are of one thing: they say the same, or, `by_hand`, people say that they are."""
        profiles = sorted({likeness.profile(t) for t in members}, key=lambda p: (likeness.rank(p), repr(p)))
        own = sorted(t.id for t in members) if by_hand or likeness.once else []
        reports = {t.document.id for t in members}
        return self.shelved(
            likeness,
            content_id(likeness.name, *map(repr, profiles), *own),
            tuple(profiles),
            reports.pop() if likeness.once and len(reports) == 1 else None,
        )

    def shelved(self, likeness: Likeness[F, P], identity: str, profiles: tuple[P, ...], report: str | None) -> Node[P]:
        """A node made again from what a shelf keeps of it."""
        return Node(identity, profiles, likeness.rank(profiles[0]), report)

    def settle(
        self, likeness: Likeness[F, P], new: Iterable[Node[P]], shelf: Shelf[P], gone: Iterable[Node[P]] = ()
    ) -> None:
        """Link new nodes on a shelf, and link anew what they and those that are gone change."""
        settle(new, shelf, likeness.same, gone)

    def verdicts(self, judgements: Iterable[Judgement]) -> Verdicts:
        """What judgements come to (see `judging.verdicts`)."""
        return verdicts(judgements)

    def standing(self, document_id: str, read: Mapping[str, Finding], said: Verdicts) -> dict[str, Finding]:
        """The findings of a report that stand (see `judging.standing`)."""
        return standing(document_id, read, said)

    def links(self, likeness: Likeness[F, P], told: Sequence[Told[F]], said: Verdicts) -> dict[str, Link]:
        """Each finding's link by its id, worked out in memory; `told` are all findings of the kind that stand."""
        node_of = self._nodes(likeness, told, said)
        nodes = {node.id: node for node in node_of.values()}
        apart: dict[str, frozenset[str]] = {}
        for finding_id, others in said.apart.items():
            if finding_id in node_of:
                ids = frozenset(node_of[i].id for i in others if i in node_of)
                apart[node_of[finding_id].id] = apart.get(node_of[finding_id].id, frozenset()) | ids
        shelf = MemoryShelf(likeness, nodes.values(), apart)
        self.settle(likeness, nodes.values(), shelf)
        return {i: link for i, node in node_of.items() if (link := shelf.link(node))}

    def _nodes(self, likeness: Likeness[F, P], told: Sequence[Told[F]], said: Verdicts) -> dict[str, Node[P]]:
        """Each finding's node by the finding's id."""
        by_id = {t.id: t for t in told}
        found: dict[str, Node[P]] = {}
        for t in told:
            if t.id not in found:
                members = [by_id[i] for i in said.same.get(t.id, (t.id,)) if i in by_id]
                node = self.node(likeness, members, by_hand=said.by_hand(t.id))
                found |= dict.fromkeys((m.id for m in members), node)
        return found
