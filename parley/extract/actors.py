"""Actors: who speaks, acts or is a party in the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from parley.extract.context import READER, SIDES, Context
from parley.model.actor import ActorKind
from parley.model.finding import Actor, Finding, Meeting, Position, Proposal
from parley.model.reading import Name, NameKind, Sentence, Source
from parley.model.span import Span

KIND = {NameKind.STATE: ActorKind.STATE, NameKind.GROUP: ActorKind.GROUP, NameKind.BODY: ActorKind.ORGANIZATION}
ACTING = ("nsubj", "nsubjpass", "agent")
PLACED = ("in", "from", "near", "inside", "across", "at", "into", "throughout")
LISTED = 12
"""How many spellings of one actor are kept."""
SURE = 0.4
"""Findings less sure than this make nobody an actor."""


@dataclass(slots=True)
class Draft:
    """An actor while its mentions are gathered."""

    name: str
    kind: ActorKind
    party: str | None
    role: str | None = None
    aliases: dict[str, None] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    acts: bool = False


def actors(context: Context, found: Sequence[Finding]) -> Iterator[Actor]:
    """The actors of a report: persons with a side or an office, sides that act or meet, bodies and outlets that speak.

    `found` are the report's other findings: whoever they name as a party is an actor.
    """
    drafts: dict[str, Draft] = {}
    for sentence in context.reading.sentences:
        for name in sentence.names:
            _gather(drafts, sentence, name)
    _speakers(context, drafts)
    for party in _parties(found):
        if party in drafts:
            drafts[party].acts = True
    for draft in drafts.values():
        if draft.acts:
            yield _actor(context, draft)


def _parties(found: Sequence[Finding]) -> set[str]:
    named: set[str] = set()
    for finding in (f for f in found if f.confidence >= SURE):
        if isinstance(finding, Meeting):
            named |= set(finding.parties)
        elif isinstance(finding, Position):
            named.add(finding.party)
        elif isinstance(finding, Proposal) and finding.issuer:
            named.add(finding.issuer)
    return named


def _gather(drafts: dict[str, Draft], sentence: Sentence, name: Name) -> None:
    if name.kind is NameKind.PERSON:
        draft = drafts.setdefault(name.canonical, Draft(name.canonical, ActorKind.PERSON, name.party))
        draft.acts |= name.party is not None or name.role is not None
    elif name.kind in SIDES and name.party:
        draft = drafts.setdefault(name.canonical, Draft(name.canonical, KIND[name.kind], name.party))
        draft.acts |= _acts(sentence, name)
    else:
        return
    draft.role = draft.role or name.role
    draft.aliases[name.text] = None
    draft.spans.append(sentence.span)


def _acts(sentence: Sentence, name: Name) -> bool:
    """Whether a side does something here: a subject or an agent, alone or joined to one."""
    token = sentence.tokens[name.last]
    seen = 0
    while token.dep in ("conj", "compound", "nmod") and token.head != token.index and seen < 6:
        if token.dep != "conj" and not name.first <= token.head <= name.last:
            return False
        token, seen = sentence.tokens[token.head], seen + 1
    if token.dep in ACTING:
        return token.head != token.index
    return token.dep == "pobj" and sentence.tokens[token.head].dep == "agent"


def _speakers(context: Context, drafts: dict[str, Draft]) -> None:
    """Bodies and outlets that the report lets speak, under the name it gives them."""
    for attribution in context.reading.attributions:
        source = attribution.source
        if source.name in drafts:
            drafts[source.name].acts = True
        elif source.kind is ActorKind.ORGANIZATION and _is_body(context, source):
            name = source.name.removeprefix("the ").removeprefix("The ")
            draft = drafts.setdefault(name, Draft(name, ActorKind.ORGANIZATION, source.party))
            draft.acts = True
            draft.spans.append(context.reading.sentences[attribution.sentence].span)


def _is_body(context: Context, source: Source) -> bool:
    """A body with a name, or one that a side has only one of (its foreign ministry); no agency that only relays."""
    outlet = context.world.outlet(source.name)
    if source.named:
        return outlet is None or not outlet.agency
    last = source.name.lower().split()[-1]
    return source.party is not None and last not in context.words.roles.passing


def _actor(context: Context, draft: Draft) -> Actor:
    aliases = tuple(a for a in draft.aliases if a != draft.name)[:LISTED]
    sure = 0.9 if draft.party else 0.6
    return Actor(
        name=draft.name,
        kind=draft.kind,
        party=draft.party,
        role=draft.role,
        aliases=aliases,
        evidence=context.evidence(*draft.spans[:3]),
        confidence=sure,
        reader=READER,
    )
