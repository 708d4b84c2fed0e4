"""Who does what a verb says, to what, and with which particle: the words that hang on it."""

from __future__ import annotations

from collections.abc import Sequence

from parley.lexicon.words import english
from parley.model.reading import Sentence, Token


def subject(sentence: Sentence, verb: Token, depth: int = 0) -> int | None:
    """The token that holds what a verb says: its subject, or the one that it shares with the verb above."""
    for child in sentence.children[verb.index]:
        if sentence.tokens[child].dep == "nsubj":
            relative = sentence.tokens[child].tag in ("WP", "WDT") and verb.dep == "relcl"
            return verb.head if relative else child
    if depth > 3 or verb.head == verb.index:
        return None
    above = sentence.tokens[verb.head]
    if verb.dep in ("conj", "advcl", "xcomp", "pcomp"):
        if above.dep == "prep" and above.head != above.index:
            above = sentence.tokens[above.head]
        if verb.dep == "pcomp" and above.lemma in english().stance.accusing:
            return None
        if verb.dep == "xcomp" and actor_above(sentence, above, verb) is not None:
            return None
        if above.tag[0] in "VM" or above.tag == "JJ":
            return subject(sentence, above, depth + 1)
    if verb.dep == "acl" and verb.tag == "VBG":
        return verb.head
    return None


def actor_above(sentence: Sentence, above: Token, verb: Token) -> int | None:
    """`urged Y to withdraw`: the token of whoever is to do what a verb below another says."""
    return next(
        (c for c in sentence.children[above.index] if sentence.tokens[c].dep == "dobj" and c < verb.index), None
    )


def agent(sentence: Sentence, verb: Token) -> int | None:
    """The token after `by`, for a passive verb."""
    for child in sentence.children[verb.index]:
        if sentence.tokens[child].lower == "by":
            for below in sentence.children[child]:
                if sentence.tokens[below].dep == "pobj":
                    return below
    return None


def objects(sentence: Sentence, verb: Token, particle: int | None) -> tuple[tuple[int, ...], int | None] | None:
    """Heads of what a verb is about, and of whoever is to do it ("urged Y to withdraw")."""
    below = [sentence.tokens[c] for c in sentence.children[verb.index] if c > verb.index]
    clauses = [t.index for t in below if t.dep in ("xcomp", "ccomp") and t.tag[0] == "V"]
    clauses += [t.index for t in below if particle is not None and opened_by_for(sentence, t.index) == particle]
    nouns = [t.index for t in below if t.dep in ("dobj", "dative")]
    if particle is not None and sentence.tokens[particle].dep == "prep":
        nouns = [c for c in sentence.children[particle] if sentence.tokens[c].dep in ("pobj", "pcomp")] or nouns
    if clauses:
        actor = nouns[0] if nouns else own_subject(sentence, clauses[0])
        return tuple(clauses), actor
    if not nouns:
        nouns = [c for t in below if t.dep == "prep" and t.lower in ("on", "to") for c in sentence.children[t.index]]
        nouns = [c for c in nouns if sentence.tokens[c].dep in ("pobj", "pcomp")] if particle is not None else []
    return (tuple(nouns), None) if nouns else None


def own_subject(sentence: Sentence, verb: int) -> int | None:
    """The token of a verb's own subject, active or passive."""
    return next((c for c in sentence.children[verb] if sentence.tokens[c].dep in ("nsubj", "nsubjpass")), None)


def opened_by_for(sentence: Sentence, clause: int) -> int | None:
    """`called for Y to withdraw`: the word that opens the clause."""
    if sentence.tokens[clause].dep != "advcl":
        return None
    marks = (c for c in sentence.children[clause] if sentence.tokens[c].dep == "mark")
    return next((m for m in marks if sentence.tokens[m].lower == "for"), None)


def particle_of(sentence: Sentence, verb: Token, words: Sequence[str]) -> int | None:
    """The particle or preposition with which a verb is one of some words (`provide for`); None where there is none."""
    return next(
        (c for c in sentence.children[verb.index] if c > verb.index and phrasal(sentence, verb, c) in words), None
    )


def phrasal(sentence: Sentence, verb: Token, particle: int) -> str:
    """A verb with its particle, as the word lists have it (`call for`)."""
    return f"{verb.lemma} {sentence.tokens[particle].lower}"
