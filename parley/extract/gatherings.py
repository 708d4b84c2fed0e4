"""Where a sentence says that sides come together, and which sides they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from parley.extract.arguments import subject
from parley.extract.context import Context, name_at, sources_of
from parley.extract.sides import as_source, sides_of_noun, sides_under
from parley.extract.spoken import speaker_at
from parley.lexicon.words import english, flat
from parley.model.actor import ActorKind
from parley.model.reading import NameKind, Sentence, Source, Token
from parley.model.stand import MeetingStatus


@dataclass(frozen=True, slots=True)
class Gathering:
    """Sides coming together at token `head`: the noun or verb that says so, and the verb that governs it.

    `status` is given where it need not be worked out from the words around.
    """

    head: int
    verb: int
    parties: tuple[str, ...]
    participants: tuple[str, ...]
    confidence: float
    recalled: bool = False
    status: MeetingStatus | None = None


def gatherings(context: Context, sentence: Sentence) -> Iterator[Gathering]:
    """The meetings of named sides that a sentence tells of, in order; of several words for one, the fullest."""
    found: list[Gathering] = []
    for token in sentence.tokens:
        gathering = None
        if token.tag[0] == "V":
            gathering = by_verb(sentence, token)
        elif token.tag in ("NN", "NNS") and is_talks(context, sentence, token):
            gathering = by_noun(context, sentence, token)
        named = gathering is not None and len(gathering.parties) > 1 and not _unreal(context, sentence, gathering)
        if gathering and named and not _told(found, gathering):
            found.append(gathering)
    yield from found


def _unreal(context: Context, sentence: Sentence, gathering: Gathering) -> bool:
    """`until they have met`, `a meeting is unlikely`: what is only supposed, or thought not to come."""
    words = context.words.modality
    below = [sentence.tokens[c] for c in sentence.children[gathering.verb]]
    supposed = any(t.dep == "mark" and t.lower in words.supposing for t in below)
    return supposed or any(t.dep == "acomp" and t.lower in words.unlikely for t in below)


def _told(found: list[Gathering], new: Gathering) -> bool:
    return any(set(new.parties) == set(g.parties) and new.verb == g.verb for g in found)


@cache
def _talks() -> frozenset[str]:
    return flat(english().meeting.talks)


def is_talks(context: Context, sentence: Sentence, token: Token) -> bool:
    """Whether a noun is a word for a meeting."""
    words = context.words.meeting
    noun = token.lemma
    if noun not in _talks() or (noun in words.always_plural and token.tag != "NNS"):
        return False
    if token.dep == "compound" and token.head != token.index:
        return False
    before = sentence.tokens[token.index - 1].lower if token.index else ""
    after = sentence.tokens[token.index + 1].lower if token.index + 1 < len(sentence.tokens) else ""
    return not any(p in words_not(context) for p in (f"{before} {token.lower}", f"{token.lower} {after}"))


def words_not(context: Context) -> frozenset[str]:
    """Phrases that look like a meeting and are none."""
    return flat(context.words.meeting.not_)


def by_verb(sentence: Sentence, verb: Token) -> Gathering | None:
    """`X met (with) Y`, `X spoke by telephone with Y`, `X and Y met`; with the sides that are named, if only one."""
    others = _counterpart(sentence, verb)
    if others is None:
        return None
    holder = _comer(sentence, verb)
    if holder is None and verb.lemma in english().meeting.signing:
        by = [c for c in sentence.children[verb.index] if sentence.tokens[c].dep == "agent"]
        holder = by[0] if by else None
    if holder is None:
        return None
    sources = [*sides_under(sentence, holder), *others]
    return _gathering(verb.index, verb.index, sources, 0.75)


def together_in(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb says that those who do it come together (`met`, `sat down`), with or without naming with whom."""
    return (
        any(verb.lemma in row.together for row in english().meeting.verbs) or _counterpart(sentence, verb) is not None
    )


def _comer(sentence: Sentence, verb: Token) -> int | None:
    """Who meets: the verb's subject, or that of the verb it is the purpose of ("flew to Y to meet X")."""
    holder = subject(sentence, verb)
    if holder is not None or verb.tag != "VB":
        return holder
    above = sentence.tokens[verb.head]
    if above.tag == "JJ" and above.dep == "acomp" and verb.dep == "xcomp":
        return subject(sentence, sentence.tokens[above.head])
    awaited = [c for c in sentence.children[above.index] if sentence.tokens[c].dep == "nsubjpass"]
    if awaited and verb.dep == "xcomp":
        return awaited[0]
    return subject(sentence, above) if above.tag[0] == "V" and verb.dep in ("advcl", "xcomp") else None


def _counterpart(sentence: Sentence, verb: Token) -> list[Source] | None:
    known = {w for row in english().meeting.verbs for w in row.words}
    found: list[Source] = []
    fits = False
    for child in sentence.children[verb.index]:
        below = sentence.tokens[child]
        if below.dep == "dobj" and verb.lemma in known and below.lemma not in _talks():
            fits = True
            found += sides_under(sentence, child)
        elif below.dep in ("prep", "prt") and f"{verb.lemma} {below.lower}" in known:
            fits = True
            for c in sentence.children[child]:
                found += sides_under(sentence, c)
    return found if fits or _seen(sentence, verb, found) or _come_together(sentence, verb) else None


def _come_together(sentence: Sentence, verb: Token) -> bool:
    """`met`, `talked`, `sat down together`: verbs that need not say with whom."""
    words = english().meeting
    if verb.lemma in words.sitting:
        return any(sentence.tokens[c].lower in words.joining for c in sentence.children[verb.index])
    if verb.lemma in words.signing:
        return _in_a_place(sentence, verb)
    return any(verb.lemma in row.together for row in words.verbs)


def _in_a_place(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb has its place with it (`signed in Y`), and is not of some month or year: that is history."""
    some_year = any(t.tag == "CD" and t.text.isdigit() and len(t.text) == len("1999") for t in sentence.tokens)
    if any(time.when.day is None for time in sentence.times) or (some_year and not sentence.times):
        return False
    below = sentence.children[verb.index]
    what = [c for b in below if sentence.tokens[b].dep in ("dobj", "nsubjpass") for c in sentence.children[b]]
    for child in (*below, *what):
        if sentence.tokens[child].lower in ("in", "at"):
            names = [name_at(sentence, c) for c in sentence.children[child]]
            if any(n and n.kind in (NameKind.PLACE, NameKind.STATE) for n in names):
                return True
    return False


def _seen(sentence: Sentence, verb: Token, found: list[Source]) -> bool:
    """`saw Y on Monday`: adds whoever is seen, if it is somebody."""
    if verb.lemma not in english().meeting.seeing:
        return False
    for child in sentence.children[verb.index]:
        seen = [child, *sentence.children[child]] if sentence.tokens[child].dep == "ccomp" else [child]
        for index in seen:
            named = [*sources_of(sentence, index), *([as_source(sentence, index)] if name_at(sentence, index) else [])]
            somebody = any(s.kind is ActorKind.PERSON for s in named)
            if sentence.tokens[index].dep in ("dobj", "nsubj") and index > verb.index and somebody:
                found += sides_under(sentence, index)
    return bool(found)


def by_noun(context: Context, sentence: Sentence, noun: Token) -> Gathering:
    """`talks between X and Y`, `X held talks with Y`; with the sides that are named, if only one."""
    sources = sides_of_noun(sentence, noun)
    verb = governor(sentence, noun)
    holder = subject(sentence, sentence.tokens[verb]) if verb is not None else None
    governed = verb is not None and _holds(context, sentence, sentence.tokens[verb], noun)
    if governed and holder is not None and holder != noun.index:
        sources = [*sides_under(sentence, holder), *sources]
    elif not governed and any(sentence.tokens[c].lower == "with" for c in sentence.children[noun.index]):
        speaker = speaker_at(context.reading.attributions, noun.start)
        sources = [*([speaker] if speaker else []), *sources]
    return _gathering(noun.index, verb if verb is not None else noun.index, sources, 0.7)


def governor(sentence: Sentence, noun: Token) -> int | None:
    """The verb that a noun of talks hangs on."""
    at = noun
    for _ in range(5):
        if at.head == at.index:
            return None
        at = sentence.tokens[at.head]
        if at.tag[0] == "V":
            return at.index
    return None


def _holds(context: Context, sentence: Sentence, verb: Token, noun: Token) -> bool:
    """Whether whoever does the verb takes part: `held talks`, `attended the summit`, `a call with`."""
    words = context.words.meeting
    particles = {f"{verb.lemma} {sentence.tokens[c].lower}" for c in sentence.children[verb.index]}
    holding = {*words.holding, *context.words.modality.cancelled}
    known = verb.lemma in holding or bool(particles & holding)
    at = noun
    while at.dep in ("pobj", "prep", "compound") and at.head not in (verb.index, at.index):
        if at.lower in words.attending:
            return True
        at = sentence.tokens[at.head]
    if at.lower in words.attending:
        return True
    return known and verb.lemma not in words.mediating.verbs and noun.dep in ("dobj", "pobj", "conj")


def _gathering(head: int, verb: int, sources: Sequence[Source], sure: float) -> Gathering:
    parties = tuple(sorted({s.party for s in sources if s.party}))
    people = tuple(dict.fromkeys(s.name for s in sources if s.named and s.kind is ActorKind.PERSON))
    return Gathering(head, verb, parties, people, sure)
