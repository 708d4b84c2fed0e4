"""What a text on the table contains, and who stands behind it."""

from __future__ import annotations

from collections.abc import Iterator

from parley.extract.arguments import agent, objects, particle_of, subject
from parley.extract.context import Context, name_at, sources_of
from parley.extract.stances import Expression, denied, in_question, is_stance, refuses
from parley.model.actor import ActorKind
from parley.model.reading import NameKind, Sentence, Source, Token
from parley.model.stand import Act, Stance

NAMING = ("amod", "compound", "nmod")
"""How a name hangs on a noun that it says the owner of: `the Kenyan draft`, `a UN plan`."""


def contained(context: Context, sentence: Sentence) -> Iterator[Expression]:
    """`X's plan provides for …`: what a text contains is put forward by whoever stands behind it."""
    for verb in sentence.tokens:
        if verb.tag[0] == "V" and not denied(sentence, verb) and not in_question(sentence, verb):
            found = _said_to_contain(context, sentence, verb) or _would(context, sentence, verb)
            if found:
                yield found


def _said_to_contain(context: Context, sentence: Sentence, verb: Token) -> Expression | None:
    words = context.words
    particle = particle_of(sentence, verb, words.stance.containing)
    if particle is None and verb.lemma not in words.stance.containing:
        return None
    text = subject(sentence, verb)
    found = objects(sentence, verb, particle)
    if text is None or not found or sentence.tokens[text].lemma not in words.proposal.texts:
        return None
    return Expression(verb.index, Stance.SUPPORT, Act.PROPOSE, text, found[0], found[1], weak=True)


def _would(context: Context, sentence: Sentence, verb: Token) -> Expression | None:
    """`X's plan would give …`, `under X's plan Y would leave …`: what would be done if it came into force."""
    below = [sentence.tokens[c] for c in sentence.children[verb.index]]
    if is_stance(sentence, verb) or not any(
        t.tag == "MD" and t.lower in context.words.stance.undertaking for t in below
    ):
        return None
    subjects = [t for t in below if t.dep in ("nsubj", "nsubjpass")]
    if subjects and subjects[0].lemma in context.words.proposal.texts:
        return Expression(verb.index, Stance.SUPPORT, Act.PROPOSE, subjects[0].index, (verb.index,), weak=True)
    under = (c for t in below if t.dep == "prep" and t.lower == "under" for c in sentence.children[t.index])
    text = next((c for c in under if sentence.tokens[c].lemma in context.words.proposal.texts), None)
    if text is None or not subjects:
        return None
    return Expression(verb.index, Stance.SUPPORT, Act.PROPOSE, text, (verb.index,), subjects[0].index, weak=True)


def is_text(context: Context, sentence: Sentence, head: int) -> bool:
    """Whether words are of a text on the table or of its parts: `the draft`, `26 of the 41 points`."""
    proposal = context.words.proposal
    of = (c for c in sentence.children[head] if sentence.tokens[c].lower == "of")
    counted = [head, *(i for c in of for i in sentence.children[c])] if sentence.tokens[head].tag == "CD" else [head]
    return any(sentence.tokens[i].lemma in (*proposal.texts, *proposal.parts) for i in counted)


def behind(context: Context, sentence: Sentence, text: Token) -> list[Source]:
    """Those who put a text forward, by the words around it; none where they do not say, or it is no text."""
    if text.lemma not in context.words.proposal.texts:
        return []
    owners = [c for c in sentence.children[text.index] if sentence.tokens[c].dep == "poss"]
    for child in sentence.children[text.index]:
        below = sentence.tokens[child]
        by = agent(sentence, below) if below.dep == "acl" else None
        owners += [by] if by is not None else []
    found = [s for owner in owners for s in sources_of(sentence, owner)] or naming(sentence, text.index)
    if text.dep == "dobj" and not owners and not found and not refuses(sentence, sentence.tokens[text.head]):
        holder = subject(sentence, sentence.tokens[text.head])
        found = sources_of(sentence, holder) if holder is not None else []
    return found


def naming(sentence: Sentence, noun: int) -> list[Source]:
    """The side that a name before a noun says it is of (`Kenyan demands`); empty where there is none."""
    for child in sentence.children[noun]:
        name = name_at(sentence, child)
        if sentence.tokens[child].dep in NAMING and name and name.party and name.kind is not NameKind.PERSON:
            return [Source(name.party, name.party, ActorKind.STATE, named=True)]
    return []
