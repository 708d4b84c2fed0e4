"""The one grouping that every kind uses: in order, each node joins the lead that it fits best, or leads itself.

This is the pivot method of correlation clustering (Ailon, Charikar and Newman, 2008) in a fixed order, the most
telling first. Whether a node leads depends only on those before it, so the groups are the same in whatever order
nodes came, and a new one disturbs no more than what comes after it and shares a key.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from heapq import heappop, heappush
from typing import TypeAlias, TypeVar

from parley.model.node import Ground, Link, Node, Rank, Shelf

P = TypeVar("P", bound=Hashable)
Same: TypeAlias = Callable[[P, P], Ground | None]


def settle(unsettled: Iterable[Node[P]], shelf: Shelf[P], same: Same[P], gone: Iterable[Node[P]] = ()) -> None:
    """Link nodes that are on the shelf and not yet linked, and link anew what that changes.

    `gone` are nodes that were linked and are off the shelf now.
    """
    queue: list[tuple[Rank, str, Node[P]]] = []
    queued: set[str] = set()

    def ask(nodes: Iterable[Node[P]], after: Node[P] | None = None) -> None:
        new = {n.id: n for n in nodes if n.id not in queued and (after is None or n.place > after.place)}
        if new:
            queued.update(new)
            shelf.expect(new.values())
        for node in new.values():
            heappush(queue, (*node.place, node))

    ask(unsettled)
    for node in gone:
        ask(_touched(node, shelf, same), node)
        ask(shelf.apart(node), node)
    while queue:
        node = heappop(queue)[-1]
        before, now = shelf.link(node), _choose(node, shelf, same)
        if now == before:
            continue
        shelf.put(node, now)
        if (before is not None and before.lead == node.id) != (now.lead == node.id):
            ask(_touched(node, shelf, same), node)
        if before is None or before.lead != now.lead:
            ask(shelf.apart(node), node)


def _touched(node: Node[P], shelf: Shelf[P], same: Same[P]) -> Iterable[Node[P]]:
    """The nodes after one to which it matters whether that one leads: it is their lead, or as good as theirs."""
    for other in shelf.near(node):
        ground = _ground(node, other, same) if other.place > node.place else None
        if ground is not None:
            link = shelf.link(other)
            weight = link.weight if link else None
            if link is None or weight is None or link.lead == node.id or ground.weight >= weight:
                yield other


def _choose(node: Node[P], shelf: Shelf[P], same: Same[P]) -> Link:
    """The best lead among the nodes before it; itself where there is none, or two that are equally good."""
    taken = {link.lead for n in shelf.apart(node) if n.place < node.place and (link := shelf.link(n))}
    best: list[tuple[float, Link]] = []
    for leads, least in shelf.leads(node):
        for lead in leads:
            if lead.place > node.place or lead.id in taken:
                continue
            ground = _ground(lead, node, same)
            if ground is not None and (not best or ground.weight >= best[0][0]):
                equal = best if best and best[0][0] == ground.weight else []
                best = [*equal, (ground.weight, Link(lead.id, ground))]
        if best and best[0][0] >= least:
            break
    return best[0][1] if len(best) == 1 else Link(node.id, tied=best[0][0] if best else None)


def _ground(lead: Node[P], node: Node[P], same: Same[P]) -> Ground | None:
    """The strongest ground between any of their profiles."""
    found = [g for one in lead.profiles for two in node.profiles if (g := same(one, two)) is not None]
    return max(found, key=lambda g: g.weight, default=None)
