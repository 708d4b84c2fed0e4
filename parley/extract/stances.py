"""Stance words in a sentence: where somebody is said to want, offer, accept or refuse something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from parley.extract.arguments import (
    actor_above,
    agent,
    objects,
    opened_by_for,
    own_subject,
    particle_of,
    phrasal,
    subject,
)
from parley.lexicon.words import StanceLists, StanceWords, english
from parley.model.reading import Sentence, Token
from parley.model.stand import Act, Stance


@dataclass(frozen=True, slots=True)
class Expression:
    """A stance word at token `cue`, the tokens that head what it is about, and the token of the holder.

    `holder` is None where whoever speaks the sentence holds it. `weak` words need a measure
    that an issue names outright. `actor` heads whoever is to act, where that is not the holder.
    """

    cue: int
    stance: Stance
    act: Act
    holder: int | None
    heads: tuple[int, ...]
    actor: int | None = None
    weak: bool = False
    doubted: bool = False


@cache
def _verbs() -> dict[str, StanceWords]:
    return {word: group for group in english().stance.verbs for word in group.words}


@cache
def _adjectives() -> dict[str, StanceWords]:
    return {word: group for group in english().stance.adjectives for word in group.words}


@cache
def _nouns() -> dict[str, StanceWords]:
    return {word: group for group in english().stance.nouns for word in group.words}


def expressions(sentence: Sentence) -> Iterator[Expression]:
    """The stance expressions of a sentence, negation applied, in order."""
    lists = english().stance
    for token in sentence.tokens:
        found = None
        if token.tag[0] == "V":
            found = _verb(sentence, token, lists)
        elif token.lower in _nouns() or token.lemma in _nouns():
            found = _noun(sentence, token)
        elif token.tag in ("JJ", "IN", "RB", "VBN"):
            found = _adjective(sentence, token)
        if found and found.heads and not _suspended(sentence, token, lists) and not unmade(sentence, token):
            yield _negated(sentence, found, lists)


def _suspended(sentence: Sentence, token: Token, lists: StanceLists) -> bool:
    """`neither accepted nor rejected`: no stance at all."""
    return any(
        sentence.tokens[c].lower in lists.neither
        for c in (*sentence.children[token.index], *sentence.children[token.head])
    )


def unmade(sentence: Sentence, token: Token) -> bool:
    """`has not demanded X`: nothing is demanded, and nothing refused."""
    lists = english().stance
    forms = {token.lemma, *(f"{token.lemma} {sentence.tokens[c].lower}" for c in sentence.children[token.index])}
    return token.tag[0] == "V" and bool(forms & set(lists.unmade)) and denied(sentence, token)


def _verb(sentence: Sentence, verb: Token, lists: StanceLists) -> Expression | None:
    group, particle = _group(sentence, verb)
    if group is None:
        stopped = _stopped(sentence, verb, lists)
        return stopped or (_adjective(sentence, verb) if verb.tag == "VBN" else None)
    if _passes_on(sentence, verb) or _asked_of(sentence, verb) or in_question(sentence, verb):
        return None
    holder, heads, actor = _arguments(sentence, verb, particle)
    if any(_whether(sentence, head) for head in heads):
        undecided = group.stance is Stance.OPEN or (group.act is Act.COMMIT and denied(sentence, verb))
        return _open(sentence, Expression(verb.index, group.stance, group.act, holder, heads)) if undecided else None
    weak = verb.lemma in lists.weak or (particle is not None and phrasal(sentence, verb, particle) in lists.weak)
    doubted = any(sentence.tokens[c].lower in lists.doubt for c in sentence.children[verb.index])
    return Expression(verb.index, group.stance, group.act, holder, heads, actor, weak, doubted)


def _whether(sentence: Sentence, clause: int) -> bool:
    return any(sentence.tokens[c].lower == "whether" for c in sentence.children[clause])


def _stopped(sentence: Sentence, verb: Token, lists: StanceLists) -> Expression | None:
    """`has halted deliveries`: what somebody stops doing for another, or with another, is refused."""
    particle = particle_of(sentence, verb, lists.stopping)
    if verb.lemma not in lists.stopping and particle is None:
        return None
    holder, heads, _ = _arguments(sentence, verb, particle)
    given = tuple(h for h in heads if sentence.tokens[h].lemma in lists.stoppable)
    if holder is None or not given or _asked_of(sentence, verb) or in_question(sentence, verb):
        return None
    return Expression(verb.index, Stance.OPPOSE, Act.REJECT, holder, given, weak=True)


def _open(sentence: Sentence, found: Expression) -> Expression:
    """`has not decided whether to …`: open, whatever the verb says by itself and however it is denied."""
    flipped = denied(sentence, sentence.tokens[found.cue])
    return replace(found, stance=Stance.OPPOSE if flipped else Stance.OPEN, act=Act.STATE)


def is_stance(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb says by itself where somebody stands."""
    return _group(sentence, verb)[0] is not None


def refuses(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb turns down what it is about: `rejected`, `did not accept`."""
    group = _group(sentence, verb)[0]
    return group is not None and (group.stance is Stance.OPPOSE or denied(sentence, verb))


def _group(sentence: Sentence, verb: Token) -> tuple[StanceWords | None, int | None]:
    """The stance of a verb with its particle, and the token of that particle."""
    known = _verbs()
    for child in sentence.children[verb.index]:
        mark = opened_by_for(sentence, child)
        if mark is not None and f"{verb.lemma} for" in known:
            return known[f"{verb.lemma} for"], mark
        if child > verb.index and sentence.tokens[child].dep in ("prt", "prep", "advmod"):
            group = known.get(phrasal(sentence, verb, child))
            if group and not _of_time(sentence, child):
                return group, child
            for below in sentence.children[child]:
                longer = f"{phrasal(sentence, verb, child)} {sentence.tokens[below].lower}"
                if sentence.tokens[below].dep == "prep" and longer in known:
                    return known[longer], below
    return known.get(verb.lemma), None


def _of_time(sentence: Sentence, preposition: int) -> bool:
    """`agreed on Monday`: the preposition is the day's, not the verb's."""
    below = [sentence.tokens[c] for c in sentence.children[preposition]]
    return any(t.span.start <= word.start < t.span.end for word in below for t in sentence.times)


def _passes_on(sentence: Sentence, verb: Token) -> bool:
    """`refuses to accept X`: the verb below says it, with this one's polarity (see `_negated`)."""
    for child in sentence.children[verb.index]:
        below = sentence.tokens[child]
        said = below.dep == "xcomp" and below.tag == "VB" and _group(sentence, below)[0] is not None
        if said and objects(sentence, below, None) and not _whether(sentence, child):
            return not any(sentence.tokens[c].dep == "dobj" for c in sentence.children[verb.index])
    return False


def _asked_of(sentence: Sentence, verb: Token) -> bool:
    """`asked Y to agree`: what Y is asked to do is no stance of Y's."""
    if verb.dep not in ("ccomp", "xcomp") or verb.head == verb.index:
        return False
    above = sentence.tokens[verb.head]
    group = _group(sentence, above)[0] if above.tag[0] == "V" else None
    own = own_subject(sentence, verb.index) is not None or actor_above(sentence, above, verb) is not None
    return group is not None and group.stance is Stance.SUPPORT and group.act is Act.DEMAND and own


def in_question(sentence: Sentence, verb: Token) -> bool:
    """`whether X is ready to …`, `if X does not agree …`: nobody says that X does."""
    supposing = (*english().stance.supposing, *english().stance.exclusive)
    at = verb
    for _ in range(4):
        marks = [sentence.tokens[c] for c in sentence.children[at.index] if sentence.tokens[c].dep == "mark"]
        if any(t.lower in supposing for t in marks):
            return True
        if at.head == at.index:
            return False
        at = sentence.tokens[at.head]
    return False


def _arguments(sentence: Sentence, verb: Token, particle: int | None) -> tuple[int | None, tuple[int, ...], int | None]:
    """Holder, heads of the measure, and whoever is to act."""
    passive = [c for c in sentence.children[verb.index] if sentence.tokens[c].dep == "nsubjpass"]
    by = agent(sentence, verb)
    to_do = [c for c in sentence.children[verb.index] if sentence.tokens[c].dep == "xcomp"]
    if by is not None and to_do:
        return by, tuple(to_do), passive[0] if passive else None
    if passive:
        return by, tuple(passive) if by is not None else (), None
    if verb.dep == "acl" and verb.tag == "VBN":
        return by, (verb.head,) if by is not None else (), None
    holder = subject(sentence, verb)
    heads, actor = objects(sentence, verb, particle) or ((), None)
    return holder, heads if holder is not None else (), actor


def _adjective(sentence: Sentence, word: Token) -> Expression | None:
    """`is ready to …`, `is open to …`, `is against …`."""
    known = _adjectives()
    group, heads = None, []
    for child in sentence.children[word.index]:
        below = sentence.tokens[child]
        if below.dep == "xcomp" and word.lower in known:
            group, heads = known[word.lower], [child]
        elif below.dep == "prep" and f"{word.lower} {below.lower}" in known:
            group = known[f"{word.lower} {below.lower}"]
            heads = [c for c in sentence.children[child] if sentence.tokens[c].dep in ("pobj", "pcomp")]
        elif word.tag == "IN" and word.lower in known and below.dep in ("pobj", "pcomp"):
            group, heads = known[word.lower], [child]
    if group is None or not heads:
        return None
    if in_question(sentence, word):
        return None
    above = sentence.tokens[word.head]
    holder = subject(sentence, word) if word.tag == "JJ" else None
    holder = holder if holder is not None else (subject(sentence, above) if above.tag[0] in "VM" else None)
    if word.tag == "IN" and above.lemma != "be":
        return None
    return Expression(word.index, group.stance, group.act, holder, tuple(heads)) if holder is not None else None


def _noun(sentence: Sentence, noun: Token) -> Expression | None:
    """`X's demand that …`, `X reiterated its refusal to …`, `opposition by X to …`."""
    group = _nouns().get(noun.lower) or _nouns()[noun.lemma]
    heads: list[int] = []
    holder = next((c for c in sentence.children[noun.index] if sentence.tokens[c].dep == "poss"), None)
    for child in sentence.children[noun.index]:
        below = sentence.tokens[child]
        if child > noun.index and below.dep in ("acl", "ccomp", "xcomp", "relcl") and below.tag[0] == "V":
            if below.dep != "relcl" and below.tag != "VBN":
                heads.append(child)
        elif below.dep == "prep" and below.lower in ("for", "to", "on", "of", "that"):
            heads += [c for c in sentence.children[child] if sentence.tokens[c].dep in ("pobj", "pcomp")]
        elif below.dep == "prep" and below.lower in ("by", "from") and holder is None:
            holder = next((c for c in sentence.children[child] if sentence.tokens[c].dep == "pobj"), None)
    if not heads:
        heads = _after_colon(sentence, noun)
    if holder is None and _named(sentence, noun):
        holder = noun.index
    if holder is None:
        holder = _having(sentence, noun)
    return Expression(noun.index, group.stance, group.act, holder, tuple(heads)) if holder is not None else None


def _after_colon(sentence: Sentence, noun: Token) -> list[int]:
    """`two demands: a truce and …`: the head of what a colon after a noun introduces."""
    colon = next((t.index for t in sentence.tokens[noun.index + 1 :] if t.text == ":"), None)
    if colon is None or colon + 1 == len(sentence.tokens):
        return []
    head = colon + 1
    while sentence.tokens[head].head > colon and min(sentence.subtree(sentence.tokens[head].head)) == colon + 1:
        head = sentence.tokens[head].head
    return [head] if sentence.tokens[head].tag in ("NN", "NNS", "VB", "VBG") else []


def _having(sentence: Sentence, noun: Token) -> int | None:
    """`X renewed a demand for …`, `X wrote in a bid to …`: who a noun without an owner is said of."""
    above = sentence.tokens[noun.head]
    if noun.dep == "dobj":
        return subject(sentence, above) if above.lemma in english().stance.having else None
    verb = sentence.tokens[above.head]
    whole = any(sentence.tokens[c].dep == "dobj" for c in sentence.children[verb.index])
    beside = above.lower == "in" or (above.lower == "with" and whole)
    return subject(sentence, verb) if noun.dep == "pobj" and beside and verb.tag[0] == "V" else None


def _named(sentence: Sentence, noun: Token) -> bool:
    """`Kenyan demands`: whether a name before a noun may say whose it is."""
    return any(
        sentence.tokens[c].dep in ("amod", "compound", "nmod") and any(n.first <= c <= n.last for n in sentence.names)
        for c in sentence.children[noun.index]
    )


FLIPPED = {
    Stance.SUPPORT: (Stance.OPPOSE, Act.REJECT),
    Stance.OPPOSE: (Stance.OPEN, Act.STATE),
    Stance.OPEN: (Stance.OPPOSE, Act.REJECT),
    Stance.CONDITIONAL: (Stance.OPPOSE, Act.REJECT),
}


def _negated(sentence: Sentence, found: Expression, lists: StanceLists) -> Expression:
    """The expression as it stands with the negations and the refusals above it."""
    token = sentence.tokens[found.cue]
    around = {sentence.tokens[c].lower for c in sentence.children[token.index]}
    if around & set(lists.dropping):
        return replace(found, stance=Stance.OPEN, act=Act.STATE)
    flips = int(denied(sentence, token))
    at, steps = token, 0
    while at.dep in ("xcomp", "pcomp", "conj") and at.head != at.index and steps < 3:
        above = sentence.tokens[at.head]
        if at.dep != "conj":
            group = _group(sentence, above)[0] if above.tag[0] == "V" else None
            flips += int(denied(sentence, above)) + int(group is not None and group.stance is Stance.OPPOSE)
        at, steps = above, steps + 1
    if not flips % 2:
        return found
    stance, act = FLIPPED[found.stance]
    return replace(found, stance=stance, act=act)


def denied(sentence: Sentence, token: Token) -> bool:
    """Whether a negation hangs on a word, or on the copula that an adjective completes.

    `without accepting X` denies what it governs; `withdraw without delay` denies nothing.
    """
    below = list(sentence.children[token.index])
    if token.tag[0] != "V" and token.dep in ("acomp", "prep", "attr"):
        below += sentence.children[token.head]
    negations = [t for t in (token, *(sentence.tokens[c] for c in below)) if t.lower in english().stance.negations]
    return any((t.dep == "prep") == (t is token) for t in negations)
