"""Disputes: accounts of one fact that contradict each other within a report."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from parley.extract.arguments import subject
from parley.extract.context import READER, Context, sentence_at, sources_of
from parley.extract.contradictions import NEAR, SHARED, contradiction, matter, of_what_is_to_be
from parley.extract.issues import issues
from parley.lexicon.words import english, flat
from parley.model.finding import Claim, Dispute
from parley.model.reading import Sentence, Token

LONGEST = 110
"""Characters of a topic."""
BACK = 3
"""Sentences that a denial may look back over for what it denies."""


@cache
def _denying() -> frozenset[str]:
    return frozenset(english().dispute.denying)


def disputes(context: Context) -> Iterator[Dispute]:
    """The disputes of a report: a denial with what it denies, and accusations that answer each other."""
    taken: set[int] = set()
    for sentence in context.reading.sentences:
        if sentence.index in taken:
            continue
        dispute = (
            _denial(context, sentence)
            or _mutual(context, sentence)
            or _answered(context, sentence)
            or _accused(context, sentence)
            or _contradiction(context, sentence)
        )
        if dispute:
            taken |= {sentence.index, sentence.index + 1, *_sentences(context, dispute)}
            yield dispute


def _verbs(sentence: Sentence, lemmas: frozenset[str]) -> Iterator[Token]:
    return (t for t in sentence.tokens if t.lemma in lemmas and t.tag[0] == "V")


def _parties(sentence: Sentence, index: int | None) -> list[str]:
    if index is None:
        return []
    return list(dict.fromkeys(s.party for s in sources_of(sentence, index) if s.party))


def _denial(context: Context, sentence: Sentence) -> Dispute | None:
    """`Y denied it` after what X said or is said to have done."""
    for verb in (*_verbs(sentence, _denying()), *_rejected_claims(sentence), *_called_false(sentence)):
        deniers = _parties(sentence, subject(sentence, verb)) or _agents(sentence, verb)
        if not deniers:
            continue
        claim = _claimed(context, sentence, deniers)
        if claim and _answers(context, sentence, verb, claim):
            denial = Claim(deniers[0], _said(context, sentence, verb), context.evidence(sentence.span))
            return _dispute(context, (claim, denial), 0.6)
    return None


def _rejected_claims(sentence: Sentence) -> Iterator[Token]:
    """`rejects the accusation`: verbs that deny only where what they reject is something said."""
    claims = flat(english().reporting.hollow)
    for verb in _verbs(sentence, frozenset(english().dispute.rejecting)):
        near = [*sentence.children[verb.index], *([verb.head] if verb.dep == "acl" else [])]
        if any(sentence.tokens[c].lemma in claims for c in near):
            yield verb


def _called_false(sentence: Sentence) -> Iterator[Token]:
    """`calls that a lie`, `describes it as nonsense`."""
    words = english().dispute
    for verb in _verbs(sentence, frozenset(words.calling)):
        below = {sentence.tokens[i].lower for i in sentence.subtree(verb.index) if i > verb.index}
        if below & set(words.falsehoods):
            yield verb


def _said(context: Context, sentence: Sentence, verb: Token) -> str:
    """The clause of the denial; the whole sentence where it cannot be told apart."""
    clause = context.phrase(sentence, sentence.subtree(verb.index))
    return clause if len(clause.split()) > 3 and verb.tag != "VBN" else context.text(sentence.span)


def _agents(sentence: Sentence, verb: Token) -> list[str]:
    """`a claim rejected by Y`."""
    for child in sentence.children[verb.index]:
        if sentence.tokens[child].lower == "by":
            for below in sentence.children[child]:
                return _parties(sentence, below)
    return []


def _answers(context: Context, sentence: Sentence, verb: Token, claim: Claim) -> bool:
    """Whether a denial is of that claim: it points back at it ("denied this"), or it speaks of the same things."""
    clauses = [c for c in sentence.children[verb.index] if sentence.tokens[c].dep == "ccomp"]
    if not clauses:
        return True
    denied = matter(context.phrase(sentence, sentence.subtree(clauses[0])))
    return len(denied & matter(claim.claim)) >= min(SHARED, len(denied))


def _claimed(context: Context, sentence: Sentence, deniers: list[str]) -> Claim | None:
    """The claim of another side that a denial answers: in its own sentence, else in the ones before."""
    for index in range(sentence.index, max(-1, sentence.index - BACK - 1), -1):
        earlier = context.reading.sentences[index]
        if sentence.paragraph - earlier.paragraph > 1:
            return None
        for attribution in context.reading.attributions:
            party = attribution.source.party
            if attribution.sentence == index and party and party not in deniers:
                text = context.text(attribution.content_spans[0])
                return Claim(party, text, context.evidence(earlier.span))
    return None


def _mutual(context: Context, sentence: Sentence) -> Dispute | None:
    """`both sides accused each other of …`: one claim for each side that the report names nearby."""
    words = english().dispute
    lower = " ".join(t.lower for t in sentence.tokens)
    accusing = next(_verbs(sentence, frozenset(words.accusing)), None)
    if accusing is None or not any(w in lower for w in words.each_other):
        return None
    sides = _parties(sentence, subject(sentence, accusing)) or _sides_before(context, sentence)
    if len(sides) < 2:
        return None
    evidence = context.evidence(sentence.span)
    text = context.text(sentence.span)
    return _dispute(context, tuple(Claim(side, text, evidence) for side in sides[:2]), 0.55)


def _sides_before(context: Context, sentence: Sentence) -> list[str]:
    """The two sides that the report names most up to a sentence."""
    counts: dict[str, int] = {}
    for earlier in context.reading.sentences[: sentence.index + 1]:
        for name in earlier.names:
            if name.party:
                counts[name.party] = counts.get(name.party, 0) + 1
    return sorted(counts, key=lambda p: -counts[p])[:2]


def _answered(context: Context, sentence: Sentence) -> Dispute | None:
    """An accusation, and in the next sentence the other side's: `Y, in turn, accused X …`."""
    words = english().dispute
    following = context.reading.sentences[sentence.index + 1 : sentence.index + 2]
    first = next(_verbs(sentence, frozenset(words.accusing)), None)
    if first is None or not following or following[0].paragraph - sentence.paragraph > 1:
        return None
    second = next(_verbs(following[0], frozenset(words.accusing)), None)
    if second is None:
        return None
    a = _parties(sentence, subject(sentence, first))
    b = _parties(following[0], subject(following[0], second))
    if not a or not b or a[0] == b[0]:
        return None
    claims = (
        Claim(a[0], context.text(sentence.span), context.evidence(sentence.span)),
        Claim(b[0], context.text(following[0].span), context.evidence(following[0].span)),
    )
    return _dispute(context, claims, 0.6)


def _accused(context: Context, sentence: Sentence) -> Dispute | None:
    """`X accuses Y of …`, and what Y says of it right there or in the next sentence."""
    verb = next(_verbs(sentence, frozenset(english().dispute.accusing)), None)
    if verb is None:
        return None
    accusers = _parties(sentence, subject(sentence, verb))
    objects = (c for c in sentence.children[verb.index] if sentence.tokens[c].dep == "dobj")
    accused = {p for c in objects for p in _parties(sentence, c)}
    for answer in context.reading.attributions:
        near = 0 <= answer.sentence - sentence.index <= NEAR and answer.content_spans[0].start > verb.start
        if accusers and near and answer.source.party in accused - set(accusers):
            if of_what_is_to_be(context, answer):
                continue
            told = context.reading.sentences[answer.sentence]
            charge = Claim(accusers[0], context.text(sentence.span), context.evidence(sentence.span))
            words = context.text(answer.content_spans[0])
            return _dispute(context, (charge, Claim(answer.source.party, words, context.evidence(told.span))), 0.55)
    return None


def _contradiction(context: Context, sentence: Sentence) -> Dispute | None:
    claims = contradiction(context, sentence)
    return _dispute(context, claims, 0.55) if claims else None


def _sentences(context: Context, dispute: Dispute) -> set[int]:
    found = (sentence_at(context, e.span.start) for e in dispute.evidence)
    return {s.index for s in found if s}


def _dispute(context: Context, claims: tuple[Claim, ...], sure: float) -> Dispute:
    return Dispute(
        topic=_topic(claims[0].claim),
        issue=issues(context.world.terms).of(claims[0].claim).id,
        claims=claims,
        evidence=tuple(dict.fromkeys(e for c in claims for e in c.evidence)),
        confidence=sure,
        reader=READER,
    )


def _topic(claim: str) -> str:
    """The claim at issue, cut at a word."""
    return claim if len(claim) <= LONGEST else claim[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:") + " …"
