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
    rivals: dict[str, list[Node[P]] | None] = {}  # by node what leads now and did not; None if all is to be looked at

    def ask(nodes: Iterable[Node[P]], after: Node[P] | None = None, rival: Node[P] | None = None) -> None:
        asked = {n.id: n for n in nodes if after is None or n.place > after.place}
        new = [n for n in asked.values() if n.id not in rivals]
        for node_id in asked:
            others = rivals.setdefault(node_id, [])
            rivals[node_id] = None if others is None or rival is None else [*others, rival]
        shelf.expect(n for n in new if rival is None)
        for node in new:
            heappush(queue, (*node.place, node))

    ask(unsettled)
    for node in gone:
        ask(_touched(node, shelf, same), node)
        ask(shelf.apart(node), node)
    while queue:
        node = heappop(queue)[-1]
        before, new = shelf.link(node), rivals[node.id]
        if before is None or new is None:
            now = _choose(node, shelf, same)
        else:
            now = _choose_again(node, before, new, shelf, same)
        if now == before:
            continue
        shelf.put(node, now)
        led, leads = before is not None and before.lead == node.id, now.lead == node.id
        if led != leads:
            ask(_touched(node, shelf, same), node, node if leads else None)
        if before is None or before.lead != now.lead:
            ask(shelf.apart(node), node)


def _touched(node: Node[P], shelf: Shelf[P], same: Same[P]) -> Iterable[Node[P]]:
    """The nodes after one to which it matters whether that one leads: it is their lead, or as good as theirs."""
    after = (other for other in shelf.near(node) if other.place > node.place)
    alike = [(other, ground.weight) for other in after if (ground := _ground(node, other, same)) is not None]
    links = shelf.links(other for other, _ in alike)
    for other, weight in alike:
        link = links.get(other.id)
        if link is None or link.weight is None or link.lead == node.id or weight >= link.weight:
            yield other


def _choose(node: Node[P], shelf: Shelf[P], same: Same[P]) -> Link:
    """The best lead among the nodes before it; itself where there is none, or two that are equally good."""
    taken = _taken(node, shelf)
    best: list[Link] = []
    for leads, least in shelf.leads(node):
        best = _best(node, (lead for lead in leads if lead.id not in taken), same, best)
        if best and _weight(best[0]) >= least:
            break
    return _only(node, best)


def _choose_again(node: Node[P], before: Link, rivals: Iterable[Node[P]], shelf: Shelf[P], same: Same[P]) -> Link:
    """What a node chooses that has chosen before, where nothing has changed but that some others have come to lead."""
    taken = _taken(node, shelf)
    # Of leads that tie it is enough to know one twice.
    own = [] if before.weight is None else [before] if before.ground else [before, before]
    return _only(node, _best(node, (lead for lead in rivals if lead.id not in taken), same, own))


def _taken(node: Node[P], shelf: Shelf[P]) -> set[str]:
    """The leads that nodes have joined which may not be in one group with it."""
    return {link.lead for n in shelf.apart(node) if n.place < node.place and (link := shelf.link(n))}


def _best(node: Node[P], leads: Iterable[Node[P]], same: Same[P], best: list[Link]) -> list[Link]:
    """The links to the best of some leads, and those that are best so far, which are equally good."""
    for lead in leads:
        ground = _ground(lead, node, same) if lead.place < node.place else None
        if ground is not None and (not best or ground.weight >= _weight(best[0])):
            equal = best if best and ground.weight == _weight(best[0]) else []
            best = [*equal, Link(lead.id, ground)]
    return best


def _only(node: Node[P], best: list[Link]) -> Link:
    """The one that is best; the node itself where there is none, or more than one."""
    return best[0] if len(best) == 1 else Link(node.id, tied=_weight(best[0]) if best else None)


def _weight(link: Link) -> float:
    return float("-inf") if link.weight is None else link.weight


def _ground(lead: Node[P], node: Node[P], same: Same[P]) -> Ground | None:
    """The strongest ground between any of their profiles."""
    found = [g for one in lead.profiles for two in node.profiles if (g := same(one, two)) is not None]
    return max(found, key=lambda g: g.weight, default=None)
