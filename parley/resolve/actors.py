"""One actor named by several reports, in several spellings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parley.lexicon.atlas import World
from parley.lexicon.words import english
from parley.model.actor import ActorKind
from parley.model.entry import Told
from parley.model.finding import Actor
from parley.model.node import Ground, Likeness, Rank
from parley.resolve.naming import EXACT, fold, parts, same_name, sounds
from parley.resolve.offices import person
from parley.resolve.sides import Sides
from parley.resolve.wording import stem

LONE, REWORDED = 0.6, 0.8
"""What a name weighs that is given by one word only, and one that says the same in other words."""
OTHER_SIDE, NO_SIDE = 0.7, 0.9
"""What agreement of names weighs where reports differ on the side, or one gives none."""


@dataclass(frozen=True, slots=True)
class ActorProfile:
    """What a report says of an actor: `known` is the name under which the lexicon has it.

    `other` are further names in the report; `words` are those that tell a body from others of its side.
    """

    name: str
    person: bool
    party: str | None
    known: str | None
    other: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def actors(sides: Sides) -> Likeness[Actor, ActorProfile]:
    """Actors are one by the lexicon, or by their names and sides."""
    world = sides.world

    def profile(told: Told[Actor]) -> ActorProfile:
        actor = told.finding
        party = sides.party(actor.party) if actor.party else None
        if actor.kind is ActorKind.PERSON:
            published = told.document.published
            known = person(actor.name, actor.party, published.middle if published else None, world)
            return ActorProfile(actor.name, True, party, known, _names(actor))
        words = _words(actor.name, sides)
        known = party if actor.kind is ActorKind.STATE and party else _body(actor.name, world)
        if known is None and party is not None and _is_side(words, party):
            known = party
        return ActorProfile(actor.name, False, party, known, _names(actor), tuple(stem(fold(w)) for w in words))

    return Likeness(Actor, "actor", ActorProfile, profile, _keys, _rank, _same)


def _body(name: str, world: World) -> str | None:
    known = world.party(name) or world.party(name.removeprefix("the ").removeprefix("The "))
    return known.name if known else None


def _is_side(words: tuple[str, ...], party: str) -> bool:
    """Whether a body of a side is the side itself: its delegation, its own name cut short, or its kind and a place."""
    own = _headed(party.split())
    return bool(words) and (set(words) <= set(english().roles.passing) or words[0] == own[0])


def _names(actor: Actor) -> tuple[str, ...]:
    """The other names in full that a report uses; a surname, a title or a description names nobody by itself."""
    if actor.kind is ActorKind.STATE:
        return ()
    least = 2 if actor.kind is ActorKind.PERSON else 1
    own = set(parts(actor.name))
    return tuple(sorted({a for a in actor.aliases if _proper(a) and len(parts(a)) >= least and set(parts(a)) - own}))


def _proper(name: str) -> bool:
    """Whether every word of it is a name's, not one of a description."""
    function = english().grammar.function
    return all(w[0].isupper() or w.lower() in function for w in name.split()) and not name.lower().startswith("the ")


def _words(name: str, sides: Sides) -> tuple[str, ...]:
    """The words of a body's name beside those that name its side, in lower case."""
    return _headed(sides.split(name)[1])


def _headed(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a name that are no grammar, its head first, so that "Ministry of X" and "X ministry" begin alike."""
    function, lower = english().grammar.function, [w.lower() for w in words]
    at = next((n for n, w in enumerate(lower) if n and w in function), len(lower)) - 1
    return tuple(dict.fromkeys(w for w in (*lower[at : at + 1], *lower[:at], *lower[at + 1 :]) if w not in function))


def _keys(actor: ActorProfile) -> Iterable[str]:
    if actor.known:
        yield f"known {actor.known}"
    for name in (actor.name, *actor.other):
        if actor.person:
            yield from (f"sound {s}" for s in sounds(parts(name)))
        else:
            yield f"name {fold(name)}"
            yield f"name {_initials(name)}"
    if not actor.person:
        yield from (f"word {word}" for word in actor.words[:1])


def _initials(name: str) -> str:
    return "".join(w[0] for w in fold(name).split() if w not in english().grammar.function)


def _rank(actor: ActorProfile) -> Rank:
    """Those the lexicon knows first, then those with more of a name and a side."""
    return (actor.known is None, -len(parts(actor.name)), actor.party is None, -len(actor.other))


def _same(lead: ActorProfile, other: ActorProfile) -> Ground | None:
    if lead.person is not other.person:
        return None
    if lead.known and other.known:
        return Ground("one in the lexicon", 1.0) if lead.known == other.known else None
    return _same_person(lead, other) if lead.person else _same_body(lead, other)


def _same_person(lead: ActorProfile, other: ActorProfile) -> Ground | None:
    pairs = [(parts(one), parts(two)) for one in (lead.name, *lead.other) for two in (other.name, *other.other)]
    sure, lone = max((same_name(one, two), -min(len(one), len(two))) for one, two in pairs)
    if not sure:
        return None
    full = -lone > 1
    sides, weight = _sides(lead, other)
    if lead.party != other.party and not full:
        return None
    how = "same name" if sure == EXACT else "the same name spelled otherwise"
    return Ground(f"{how if full else 'the surname of one'}, {sides}", sure * weight * (1.0 if full else LONE))


def _sides(lead: ActorProfile, other: ActorProfile) -> tuple[str, float]:
    if lead.party == other.party:
        return "same side", 1.0
    if lead.party is None or other.party is None:
        return "one report gives no side", NO_SIDE
    return "the reports differ on the side", OTHER_SIDE


def _same_body(lead: ActorProfile, other: ActorProfile) -> Ground | None:
    sides, weight = _sides(lead, other)
    if weight == OTHER_SIDE and not _own_side(lead, other):
        return None
    names, others = ({fold(n) for n in (a.name, *a.other)} for a in (lead, other))
    if names & others:
        return Ground(f"same name, {sides}", weight)
    if not lead.words or not other.words or (lead.party != other.party and not _own_side(lead, other)):
        return _acronym(lead, other, weight)
    one, two = set(lead.words), set(other.words)
    if one == two:
        return Ground("the same body in other words", REWORDED)
    if lead.words[0] == other.words[0] and (one < two or two < one):
        return Ground("the same body of one side, one name is shorter", LONE)
    return _acronym(lead, other, weight)


def _own_side(lead: ActorProfile, other: ActorProfile) -> bool:
    """Whether each is a side of its own, so that its side is only its name again."""
    return lead.party == lead.name and other.party == other.name


def _acronym(lead: ActorProfile, other: ActorProfile, weight: float) -> Ground | None:
    for one, two in ((lead, other), (other, lead)):
        if one.name.isupper() and len(one.name) > 1 and fold(one.name) == _initials(two.name):
            return Ground("the first letters of the other's name", REWORDED * weight)
    return None
