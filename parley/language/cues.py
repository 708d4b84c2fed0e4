"""Cues: the words that say that somebody spoke, and who."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from parley.language.quotes import Quotation
from parley.lexicon.words import english, flat
from parley.model.actor import ActorKind
from parley.model.reading import Sentence, Source, Token
from parley.model.span import Span


class Frame(StrEnum):
    """How the words given stand to the cue."""

    CLAUSE = "clause"
    QUOTE = "quote"
    OBJECT = "object"
    CALLING = "calling"
    URGING = "urging"
    ACCUSING = "accusing"
    BLAMING = "blaming"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue at token `index`: its words, its source, the frames its verb allows.

    `limits` is the stretch of characters (subject, auxiliaries, verb, hearer) that is no content.
    """

    index: int
    frames: frozenset[Frame]
    source: Source
    source_spans: tuple[Span, ...]
    spans: tuple[Span, ...]
    limits: Span
    passive: bool
    channel: str | None


@cache
def _frames() -> dict[str, frozenset[Frame]]:
    """Verb, with its particle, to the frames that the word list gives it."""
    lists = english().reporting
    found: dict[str, set[Frame]] = {}
    for frame in Frame:
        if frame is Frame.PHRASE:
            continue
        for verb in flat(getattr(lists, frame.value)):
            found.setdefault(verb, set()).add(frame)
    return {verb: frozenset(frames) for verb, frames in found.items()}


def frames_of(sentence: Sentence, verb: Token) -> frozenset[Frame]:
    """The frames of a verb: those of the verb alone and those with the particle that follows it."""
    known = _frames()
    following = [sentence.tokens[c].lower for c in sentence.children[verb.index] if c > verb.index]
    after = sentence.tokens[verb.index + 1].lower if verb.index + 1 < len(sentence.tokens) else ""
    with_particle = {frame for p in (*following, after) for frame in known.get(f"{verb.lemma} {p}", ())}
    return frozenset(with_particle) or known.get(verb.lemma, frozenset())


def cues_in(sentence: Sentence, quoted: Sequence[Quotation]) -> Iterator[Cue]:
    """The cues of a sentence that stand outside quotation marks, in order."""
    sources = sources_by_token(sentence)
    for token in sentence.tokens:
        if any(q.inner.start <= token.start < q.inner.end for q in quoted):
            continue
        if token.tag[0] == "V":
            yield from _verb_cue(sentence, token, sources)
        elif token.lower == "to" and token.index and sentence.tokens[token.index - 1].lower == "according":
            yield from _phrase_cue(sentence, token, sources)


def sources_by_token(sentence: Sentence) -> dict[int, Source]:
    """Who each token stands for, several behind one token taken together."""
    found: dict[int, Source] = {}
    for reference in sentence.references:
        known = found.get(reference.index)
        found[reference.index] = _both(known, reference.source) if known else reference.source
    return found


def _both(one: Source, other: Source) -> Source:
    """Two sources behind one phrase, as one that speaks for no side unless both speak for the same."""
    name = one.name if other.name in one.name else f"{one.name} and {other.name}"
    return replace(one, name=name, party=one.party if one.party == other.party else None)


def _verb_cue(sentence: Sentence, verb: Token, sources: dict[int, Source]) -> Iterator[Cue]:
    frames = frames_of(sentence, verb)
    if not frames or verb.dep in ("amod", "compound") or unsaid(sentence, verb):
        return
    subject, passive = subject_of(sentence, verb)
    if subject is None:
        return
    found = next((sources[i] for i in (subject, *_joined(sentence, subject)) if i in sources), None)
    if found:
        yield _cue(sentence, verb, subject, found, frames, passive)
        return
    described = _as_described(sentence, subject, frames)
    if described:
        yield _cue(sentence, verb, subject, described, frozenset({Frame.CLAUSE}), passive)


def _as_described(sentence: Sentence, subject: int, frames: frozenset[Frame]) -> Source | None:
    """Any other noun that says something: a source under the report's own words for it, speaking for no side.

    It may say that something is so (`the figures show …`); it stresses, calls and urges nothing.
    """
    token = sentence.tokens[subject]
    if token.tag[0] != "N" or not frames & {Frame.CLAUSE, Frame.PHRASE}:
        return None
    run = noun_phrase(sentence, subject)
    words = [sentence.tokens[i] for i in run]
    text = "".join(
        w.text + (" " if n + 1 < len(words) and words[n + 1].start > w.end else "") for n, w in enumerate(words)
    )
    kind = ActorKind.GROUP if token.tag in ("NNS", "NNPS") else ActorKind.ORGANIZATION
    return Source(text, None, kind, named=False)


def unsaid(sentence: Sentence, verb: Token) -> bool:
    """`to say`, `would not say`: nothing was said."""
    below = [sentence.tokens[c] for c in sentence.children[verb.index]]
    to = any(t.tag == "TO" for t in below) or (verb.index > 0 and sentence.tokens[verb.index - 1].tag == "TO")
    denied = any(t.dep == "neg" for t in below)
    modal = any(t.tag == "MD" for t in below)
    return to or denied or modal


def _joined(sentence: Sentence, index: int) -> list[int]:
    return [c for c in sentence.children[index] if sentence.tokens[c].dep == "conj"]


def subject_of(sentence: Sentence, verb: Token) -> tuple[int | None, bool]:
    """The token that does what the verb says, and whether the verb is passive; None where nobody is named."""
    below = sentence.children[verb.index]
    for child in below:
        if sentence.tokens[child].dep in ("nsubj", "csubj"):
            return _not_relative(sentence, verb, child), False
    agent = _agent(sentence, verb)
    if agent is not None:
        return agent, True
    if any(sentence.tokens[c].dep in ("nsubjpass", "auxpass") for c in below):
        return _quoted(sentence, verb), True
    if verb.dep in ("conj", "advcl", "xcomp", "pcomp") and verb.head != verb.index:
        head = sentence.tokens[verb.head]
        if head.dep == "prep" and head.head != head.index:
            relayed = head.lower == "as"
            head = sentence.tokens[head.head]
            quoted = [c for c in sentence.children[head.index] if sentence.tokens[c].dep == "nsubjpass"]
            if relayed and quoted:
                return quoted[0], False
        if verb.dep != "xcomp" and verb.tag != "VBN" and head.tag[0] in "VM":
            return subject_of(sentence, head)
    if verb.dep == "acl" and verb.tag == "VBG":
        return verb.head, False
    return None, False


def _not_relative(sentence: Sentence, verb: Token, child: int) -> int:
    """`…, who said …`: the noun before the relative clause."""
    if sentence.tokens[child].tag in ("WP", "WDT") and verb.dep == "relcl":
        return verb.head
    return child


def _agent(sentence: Sentence, verb: Token) -> int | None:
    for child in sentence.children[verb.index]:
        if sentence.tokens[child].dep == "agent" or (sentence.tokens[child].lower == "by" and verb.tag == "VBN"):
            for below in sentence.children[child]:
                if sentence.tokens[below].dep == "pobj":
                    return below
    return None


def _quoted(sentence: Sentence, verb: Token) -> int | None:
    """`X was quoted as saying`: X speaks though the verb is passive; other passives name nobody."""
    below = sentence.children[verb.index]
    saying = any(sentence.tokens[g].dep == "pcomp" for c in below for g in sentence.children[c])
    subjects = [c for c in below if sentence.tokens[c].dep == "nsubjpass"]
    return subjects[0] if saying and subjects else None


def _cue(sentence: Sentence, verb: Token, subject: int, source: Source, frames: frozenset[Frame], passive: bool) -> Cue:
    aux = [c for c in sentence.children[verb.index] if sentence.tokens[c].dep in ("aux", "auxpass", "neg", "prt")]
    near = [i for i in aux if abs(i - verb.index) <= 3] + [verb.index]
    spans = (Span(sentence.tokens[min(near)].start, sentence.tokens[max(near)].end),)
    if not all(_plain(sentence, i, near) for i in range(min(near), max(near) + 1)):
        spans = (Span(verb.start, verb.end),)
    phrase = noun_phrase(sentence, subject)
    source_span = Span(sentence.tokens[phrase[0]].start, sentence.tokens[phrase[-1]].end)
    hearer = _hearer(sentence, verb)
    ends = [verb.index, *([max(sentence.subtree(hearer))] if hearer is not None else [])]
    adjacent = abs(subject - verb.index) < 25
    first = min(phrase[0], verb.index) if adjacent else verb.index
    limits = Span(sentence.tokens[first].start, sentence.tokens[max([*ends, *([phrase[-1]] if adjacent else [])])].end)
    return Cue(verb.index, frames, source, (source_span,), spans, limits, passive, _channel(sentence, verb, hearer))


def _plain(sentence: Sentence, index: int, near: list[int]) -> bool:
    return index in near or sentence.tokens[index].tag == "RB"


def _hearer(sentence: Sentence, verb: Token) -> int | None:
    """`told reporters`: who was told, which is no part of what was said."""
    if verb.lemma not in flat(english().reporting.hearing):
        return None
    for child in sentence.children[verb.index]:
        if child > verb.index and sentence.tokens[child].dep in ("dobj", "dative", "iobj"):
            return child
    return None


def _channel(sentence: Sentence, verb: Token, hearer: int | None) -> str | None:
    """The outlet or post by which the words went out, where the sentence names one."""
    for name in sentence.names:
        if name.kind == "outlet" and (
            hearer is None or name.first in sentence.subtree(hearer) or name.first > verb.index
        ):
            return name.canonical
    return None


def noun_phrase(sentence: Sentence, head: int) -> list[int]:
    """The unbroken run of tokens around a head that belong to its phrase, relative clauses and appositions left out."""
    found, stack = {head}, [head]
    while stack:
        at = stack.pop()
        for child in sentence.children[at]:
            if sentence.tokens[child].dep not in ("relcl", "appos", "acl", "punct", "prep", "advcl") or (
                sentence.tokens[child].dep == "prep" and child == at + 1
            ):
                found.add(child)
                stack.append(child)
    first = last = head
    while first - 1 in found:
        first -= 1
    while last + 1 in found:
        last += 1
    return list(range(first, last + 1))


def _phrase_cue(sentence: Sentence, to: Token, sources: dict[int, Source]) -> Iterator[Cue]:
    for child in sentence.children[to.index]:
        source = sources.get(child) or _as_described(sentence, child, frozenset({Frame.PHRASE}))
        if source and sentence.tokens[child].dep == "pobj":
            phrase = noun_phrase(sentence, child)
            first = sentence.tokens[to.index - 1]
            last = max(sentence.subtree(child)[-1], phrase[-1])
            yield Cue(
                index=to.index,
                frames=frozenset({Frame.PHRASE}),
                source=source,
                source_spans=(Span(sentence.tokens[phrase[0]].start, sentence.tokens[phrase[-1]].end),),
                spans=(Span(first.start, to.end),),
                limits=Span(first.start, sentence.tokens[last].end),
                passive=False,
                channel=None,
            )
            return
