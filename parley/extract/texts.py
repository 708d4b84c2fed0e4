"""What a text on the table contains, and who stands behind it."""

from __future__ import annotations

from collections.abc import Iterator

from parley.extract.context import Context, name_at, sources_of
from parley.extract.stances import Expression, agent, objects, particle_of, subject
from parley.model.actor import ActorKind
from parley.model.reading import NameKind, Sentence, Source, Token
from parley.model.stand import Act, Stance

NAMING = ("amod", "compound", "nmod")
"""How a name hangs on a noun that it says the owner of: `the Kenyan draft`, `a UN plan`."""


def contained(context: Context, sentence: Sentence) -> Iterator[Expression]:
    """`X's plan provides for …`: what a text contains is put forward by whoever stands behind it."""
    words = context.words
    for verb in sentence.tokens:
        particle = particle_of(sentence, verb, words.stance.containing)
        if verb.tag[0] != "V" or (particle is None and verb.lemma not in words.stance.containing):
            continue
        text = subject(sentence, verb)
        found = objects(sentence, verb, particle)
        if text is not None and found and sentence.tokens[text].lemma in words.proposal.texts:
            yield Expression(verb.index, Stance.SUPPORT, Act.PROPOSE, text, found[0], found[1], weak=True)


def behind(context: Context, sentence: Sentence, text: Token) -> list[Source]:
    """Those who put a text forward, by the words around it; none where they do not say, or it is no text."""
    if text.lemma not in context.words.proposal.texts:
        return []
    owners = [c for c in sentence.children[text.index] if sentence.tokens[c].dep == "poss"]
    for child in sentence.children[text.index]:
        below = sentence.tokens[child]
        by = agent(sentence, below) if below.dep == "acl" else None
        owners += [by] if by is not None else []
    if text.dep == "dobj" and not owners:
        holder = subject(sentence, sentence.tokens[text.head])
        owners = [holder] if holder is not None else []
    found = [s for owner in owners for s in sources_of(sentence, owner)]
    return found or naming(sentence, text.index)


def naming(sentence: Sentence, noun: int) -> list[Source]:
    """The side that a name before a noun says it is of (`Kenyan demands`); empty where there is none."""
    for child in sentence.children[noun]:
        name = name_at(sentence, child)
        if sentence.tokens[child].dep in NAMING and name and name.party and name.kind is not NameKind.PERSON:
            return [Source(name.party, name.party, ActorKind.STATE, named=True)]
    return []
