"""Proposals: texts and plans on the table, whose they are, how far they have come, and who answered what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from parley.extract.answers import CountedAnswer, counted_answers
from parley.extract.arguments import agent, subject
from parley.extract.context import READER, Context, name_at, sources_of
from parley.lexicon.words import ProposalWords
from parley.model.finding import Proposal, ProposalStatus, Response, Size, Verdict
from parley.model.reading import Name, NameKind, Sentence, Token

ORDER = tuple(ProposalStatus)
LONGEST = 16


def proposals(context: Context) -> Iterator[Proposal]:
    """The proposals of a report; one told of in several sentences is one, with the evidence of all."""
    found: list[Proposal] = []
    for sentence in context.reading.sentences:
        for proposal in _in_sentence(context, sentence):
            _add(found, proposal)
        for answer in counted_answers(context, sentence):
            _answered(found, answer, context, sentence)
    yield from found


def _answered(found: list[Proposal], answer: CountedAnswer, context: Context, sentence: Sentence) -> None:
    """Put a counted answer to the proposal that has so many parts, or else to the one told of last."""
    same = [n for n, p in enumerate(found) if answer.of is not None and p.size and p.size.count == answer.of]
    last = [n for n, p in enumerate(found) if answer.of is None and p.size and p.size.count >= answer.count]
    if not same and not last:
        return
    n = (same or last)[-1]
    if found[n].issuer == answer.party:
        return
    response = Response(answer.party, Verdict.PARTLY_ACCEPTED, answer.count)
    others = tuple(r for r in found[n].responses if r.party != answer.party)
    evidence = tuple(dict.fromkeys((*found[n].evidence, *context.evidence(sentence.span))))
    found[n] = replace(found[n], responses=(*others, response), evidence=evidence)


def _in_sentence(context: Context, sentence: Sentence) -> Iterator[Proposal]:
    words = context.words.proposal
    for token in sentence.tokens:
        if token.tag not in ("NN", "NNS") or token.lemma not in words.texts or token.dep == "compound":
            continue
        size = _size(context, sentence, token)
        issuer = _issuer(context, sentence, token)
        made = _made(sentence, token, words)
        if not size and not (
            issuer and (made or token.lemma not in words.needing_detail or _modified(sentence, token))
        ):
            continue
        yield Proposal(
            title=_title(context, sentence, token),
            issuer=issuer,
            status=_status(sentence, words),
            size=size,
            responses=_responses(context, sentence, token, issuer),
            evidence=context.evidence(sentence.span),
            confidence=0.75 if size else 0.6,
            reader=READER,
        )


def _modified(sentence: Sentence, noun: Token) -> bool:
    """`a draft peace agreement`: a word of the list, or one for the process, stands before the noun."""
    return any(
        sentence.tokens[c].dep in ("compound", "amod", "nmod") and c < noun.index for c in sentence.children[noun.index]
    )


def _title(context: Context, sentence: Sentence, noun: Token) -> str:
    inside = [i for i in sentence.subtree(noun.index) if sentence.tokens[i].dep not in ("relcl", "appos")]
    kept = [i for i in inside if not _below_relative(sentence, i, noun.index)]
    text = context.phrase(sentence, kept[:LONGEST])
    first, _, rest = text.partition(" ")
    return rest if first.lower() in ("the", "a", "an") and rest else text


def _below_relative(sentence: Sentence, index: int, top: int) -> bool:
    token = sentence.tokens[index]
    while token.index not in (top, token.head):
        if token.dep in ("relcl", "appos"):
            return True
        token = sentence.tokens[token.head]
    return False


def _size(context: Context, sentence: Sentence, noun: Token) -> Size | None:
    """`28-point plan`, `a draft of 12 articles`, `four documents`."""
    words = context.words
    near = [t for t in sentence.tokens[max(0, noun.index - 7) : noun.index + 9] if _part_of(sentence, t, noun)]
    for token in near:
        part = token.lemma if token.tag == "NNS" else token.lower
        if part in words.proposal.parts and token.index:
            back = token.index - 2 if sentence.tokens[token.index - 1].text == "-" else token.index - 1
            count = _count(sentence.tokens[back], words.figures.numbers) if back >= 0 else None
            if count:
                return Size(count, part)
    if noun.tag == "NNS":
        for child in sentence.children[noun.index]:
            count = _count(sentence.tokens[child], words.figures.numbers)
            if sentence.tokens[child].dep == "nummod" and count:
                return Size(count, noun.lemma)
    return None


def _part_of(sentence: Sentence, token: Token, noun: Token) -> bool:
    at = token
    for _ in range(5):
        if at.index == noun.index:
            return True
        if at.head == at.index:
            break
        at = sentence.tokens[at.head]
    between = sentence.tokens[min(token.index, noun.index) : max(token.index, noun.index)]
    return abs(token.index - noun.index) <= 6 and not any(t.text in (",", ";") or t.tag[0] == "V" for t in between)


def _count(token: Token, numbers: dict[str, int]) -> int | None:
    if token.lower.isdigit():
        return int(token.lower)
    return numbers.get(token.lower)


def _issuer(context: Context, sentence: Sentence, noun: Token) -> str | None:
    """Whose text it is: a name before it, `by X` after it, or whoever hands it over."""
    words = context.words.proposal
    for i in range(max(0, noun.index - 7), noun.index):
        name = name_at(sentence, i)
        if name and name.party and name.last == i and _owns(context, sentence, name, noun):
            return name.party
    for child in sentence.children[noun.index]:
        below = sentence.tokens[child]
        if below.tag == "PRP$":
            return next((s.party for s in sources_of(sentence, child) if s.party), None)
        if below.lower in ("by", "from") or _made_thus(sentence, below, words):
            for i in sentence.subtree(child):
                name = name_at(sentence, i)
                if name and name.party:
                    return name.party
    verb = _maker(sentence, noun, words)
    if verb is not None:
        holder = subject(sentence, verb)
        found = sources_of(sentence, holder) if holder is not None else []
        return next((s.party for s in found if s.party), None)
    return None


def _made_thus(sentence: Sentence, below: Token, words: ProposalWords) -> bool:
    """`a framework drawn up by …`: a participle of making, with its particle."""
    particles = [f"{below.lemma} {sentence.tokens[c].lower}" for c in sentence.children[below.index]]
    made = (*words.making, *words.made_by)
    return below.dep == "acl" and any(verb in made for verb in (below.lemma, *particles))


def _owns(context: Context, sentence: Sentence, name: Name, noun: Token) -> bool:
    """Whether a name before the noun says whose text it is; a body's or a capital's alone says where it was made."""
    token = sentence.tokens[name.last]
    if token.dep in ("dative", "iobj", "dobj", "nsubj"):
        return False
    where = name.kind is NameKind.BODY or context.world.place(name.text) is not None
    return _part_of(sentence, token, noun) and (not where or token.dep == "poss")


def _maker(sentence: Sentence, noun: Token, words: ProposalWords) -> Token | None:
    """The verb of making or handing over that has the noun for its object."""
    if noun.dep not in ("dobj", "pobj", "conj"):
        return None
    above = sentence.tokens[noun.head]
    if above.dep == "prep":
        above = sentence.tokens[above.head]
    particles = {f"{above.lemma} {sentence.tokens[c].lower}" for c in sentence.children[above.index]}
    made = above.tag[0] == "V" and (above.lemma in words.making or bool(particles & set(words.making)))
    return above if made else None


def _made(sentence: Sentence, noun: Token, words: ProposalWords) -> bool:
    return _maker(sentence, noun, words) is not None


def _status(sentence: Sentence, words: ProposalWords) -> ProposalStatus:
    lemmas = {t.lemma for t in sentence.tokens} | {t.lower for t in sentence.tokens}
    for status, markers in words.statuses.items():
        if lemmas & set(markers):
            return ProposalStatus(status)
    return ProposalStatus.TABLED


def _responses(context: Context, sentence: Sentence, noun: Token, issuer: str | None) -> tuple[Response, ...]:
    """What other parties do with the text in the same sentence."""
    words = context.words.proposal
    answers = {
        Verdict.ACCEPTED: words.statuses.get("accepted", ()),
        Verdict.REJECTED: words.statuses.get("rejected", ()),
        Verdict.UNDER_DISCUSSION: words.statuses.get("discussed", ()),
    }
    found: dict[str, Response] = {}
    for token in sentence.tokens:
        if token.tag[0] != "V":
            continue
        for verdict, verbs in answers.items():
            holder = (agent(sentence, token) or subject(sentence, token)) if token.lemma in verbs else None
            for source in sources_of(sentence, holder) if holder is not None else ():
                if (
                    source.party
                    and source.party != issuer
                    and (noun.index in sentence.subtree(token.index) or token.head == noun.index)
                ):
                    found.setdefault(source.party, Response(source.party, verdict))
    return tuple(found.values())


def _add(found: list[Proposal], new: Proposal) -> None:
    for n, old in enumerate(found):
        if _same(old, new):
            later = max(old.status, new.status, key=lambda s: s is not ProposalStatus.TABLED)
            found[n] = replace(
                old,
                issuer=old.issuer or new.issuer,
                size=old.size or new.size,
                status=old.status if old.status is not ProposalStatus.TABLED else later,
                responses=tuple({r.party: r for r in (*old.responses, *new.responses)}.values()),
                evidence=tuple(dict.fromkeys((*old.evidence, *new.evidence))),
            )
            return
    found.append(new)


def _same(old: Proposal, new: Proposal) -> bool:
    if old.size and new.size:
        return old.size == new.size and (old.issuer == new.issuer or None in (old.issuer, new.issuer))
    if old.issuer and new.issuer and old.issuer != new.issuer:
        return False
    a, b = set(old.title.lower().split()), set(new.title.lower().split())
    return len(a & b) >= 0.6 * min(len(a), len(b)) and old.issuer == new.issuer
