"""Measures: what a stance is about, as clauses and noun phrases that stand alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.extract.context import Context
from parley.extract.stances import Expression
from parley.lexicon.words import english
from parley.model.reading import Sentence, Token
from parley.model.span import Span

LONGEST = 28
"""Words of a measure beyond which its tail is left off."""
LEFT_OUT = frozenset(("relcl", "appos", "punct", "advcl", "parataxis"))


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure in the report's words; `head` is the token that it hangs on, `span` from its first word to its last."""

    head: int
    text: str
    span: Span


def measures(context: Context, sentence: Sentence, expression: Expression) -> Iterator[Measure]:
    """The measures of a stance expression, listed ones apart."""
    for told in expression.heads:
        for head in _heads(sentence, told):
            if _clausal(sentence, head):
                yield from _clauses(context, sentence, expression, head)
            else:
                yield from _phrase(context, sentence, head)


def _heads(sentence: Sentence, told: int) -> Iterator[int]:
    """What heads each item of what is told, its examples or its verbs where the item's own noun says nothing."""
    for item in (told,) if _clausal(sentence, told) else (told, *_listed(sentence, told)):
        told_by = [h for example in _exampled(sentence, item) for h in _heads(sentence, example)]
        yield from _to_do(sentence, item) or told_by or [item]


def _clausal(sentence: Sentence, head: int) -> bool:
    tag = sentence.tokens[head].tag
    return tag[0] == "V" and tag != "VBG"


def _phrase(context: Context, sentence: Sentence, head: int) -> Iterator[Measure]:
    inside = _inside(sentence, head)[:LONGEST]
    text = bare(context.phrase(sentence, inside))
    if text:
        yield Measure(head, text, _span(sentence, inside))


def _exampled(sentence: Sentence, head: int) -> list[int]:
    """`several demands, including a ceasefire`: what is given as an example of a noun that says nothing by itself."""
    stance = english().stance
    if sentence.tokens[head].lemma not in stance.hollow and sentence.tokens[head].lower not in stance.anaphora.nouns:
        return []
    examples = (
        c
        for c in sentence.children[head]
        if sentence.tokens[c].dep == "prep" and sentence.tokens[c].lower in stance.introducing
    )
    return [i for c in examples for i in sentence.children[c] if sentence.tokens[i].dep in ("pobj", "pcomp")]


def _to_do(sentence: Sentence, head: int) -> list[int]:
    """`rejected the offer to withdraw`, `steps to open the port`: the verbs of what an offer or a step is to do."""
    texts, stance = english().proposal.texts, english().stance
    if sentence.tokens[head].lemma not in (*texts, *stance.anaphora.nouns, *stance.hollow):
        return []
    below = [sentence.tokens[c] for c in sentence.children[head]]
    return [t.index for t in below if t.dep in ("acl", "relcl") and t.tag == "VB" and _to(sentence, t.index)]


def _span(sentence: Sentence, indices: list[int]) -> Span:
    return Span(sentence.tokens[min(indices)].start, sentence.tokens[max(indices)].end)


def _listed(sentence: Sentence, head: int) -> list[int]:
    """What is joined to a head, in the order of the text; names joined under one noun stay together."""
    found: list[int] = []
    for child in sentence.children[head]:
        token = sentence.tokens[child]
        if token.dep == "conj" and token.tag not in ("NNP", "NNPS") and token.tag[0] in "NV":
            found += [child, *_listed(sentence, child)]
    return found


def _inside(sentence: Sentence, head: int) -> list[int]:
    """The tokens of a phrase, without clauses that comment on it and without what is joined to it."""
    found, stack = [], [head]
    while stack:
        at = stack.pop()
        found.append(at)
        for child in sentence.children[at]:
            token = sentence.tokens[child]
            apart = at == head and token.dep in ("cc", "conj", "preconj") and token.tag not in ("NNP", "NNPS")
            out = token.dep in LEFT_OUT and not _inner(token.text) and not _narrows(sentence, token)
            if not apart and not _beside(sentence, child) and not out:
                stack.append(child)
    return sorted(found)


def _narrows(sentence: Sentence, token: Token) -> bool:
    """`any format that leads to a truce`: a clause without which the words before it say something else."""
    first = min(sentence.subtree(token.index))
    opened = token.dep == "relcl" and sentence.tokens[first].lower == "that"
    return opened and first > 0 and sentence.tokens[first - 1].text != ","


def _beside(sentence: Sentence, child: int) -> bool:
    """`on Monday`, `in exchange for …`, `under the plan`: when, for what and by which text, but not the measure."""
    token = sentence.tokens[child]
    if token.dep != "prep":
        return False
    phrase = " ".join(t.lower for t in sentence.tokens[child : child + 3])
    below = [sentence.tokens[c] for c in sentence.children[child]]
    dated = any(t.when.day and t.span.start <= w.start < t.span.end for w in below for t in sentence.times)
    under = token.lower == "under" and any(t.lemma in english().proposal.texts for t in below)
    return under or phrase in english().stance.exchange or (dated and token.lower in english().calendar.dating)


def _inner(text: str) -> bool:
    """Marks that belong inside a phrase: hyphens, currency signs, apostrophes."""
    return text in ("-", "$", "€", "£", "'", "’", "/")


def _clauses(context: Context, sentence: Sentence, expression: Expression, head: int) -> Iterator[Measure]:
    inside = _inside_clause(sentence, head)
    actor = expression.actor if expression.actor is not None else None
    who = [] if actor is None else [i for i in _inside(sentence, actor) if i not in inside]
    own = [i for i in who if i < head]
    inside = _without_modals(sentence, inside, head, keep_subject=actor is not None)
    for part in _infinitives(sentence, inside):
        verb = next((i for i in part if sentence.tokens[i].tag[0] == "V"), part[0])
        text = _worded(context, sentence, part[:LONGEST], head)
        if own and part[0] > own[0]:
            text = f"{context.phrase(sentence, own)} to {text}"
        text = bare(text)
        if text:
            yield Measure(verb, text, _span(sentence, part[:LONGEST]))


def _without_modals(sentence: Sentence, inside: list[int], head: int, *, keep_subject: bool) -> list[int]:
    """What is to be done, without the words that say that it must, will or will not be, and by whom if the holder."""
    below = [sentence.tokens[c] for c in sentence.children[head]]
    modal = any(t.tag == "MD" for t in below)
    dropped: set[int] = set()
    for token in below:
        if token.tag == "MD" or (modal and (token.dep == "neg" or (token.dep == "auxpass" and token.lower == "be"))):
            dropped.add(token.index)
        if token.dep == "nsubj" and not keep_subject:
            dropped |= set(sentence.subtree(token.index))
    return [i for i in inside if i not in dropped]


def _worded(context: Context, sentence: Sentence, kept: list[int], head: int) -> str:
    """The tokens as a phrase that stands alone: `Y to withdraw its troops`, whatever mood the report used."""
    before = [sentence.tokens[i] for i in kept if i < head and sentence.tokens[i].head == head]
    deps = {t.dep for t in before}
    bare = sentence.tokens[head].tag in ("VB", "VBP") and head in kept
    if not (deps & {"nsubj", "nsubjpass"} and bare) or any(t.tag == "TO" for t in before):
        return context.phrase(sentence, kept)
    first = min([head, *(t.index for t in before if t.dep in ("aux", "auxpass", "advmod"))])
    subject = context.phrase(sentence, [i for i in kept if i < first])
    return f"{subject} to {context.phrase(sentence, [i for i in kept if i >= first])}"


def _inside_clause(sentence: Sentence, head: int) -> list[int]:
    found, stack = [], [head]
    while stack:
        at = stack.pop()
        found.append(at)
        for child in sentence.children[at]:
            token = sentence.tokens[child]
            comment = (
                token.dep in ("relcl", "appos", "parataxis")
                or (token.dep == "advcl" and not _to(sentence, child))
                or (token.dep == "ccomp" and child < at)
                or (token.dep == "prep" and child < at and _set_off(sentence, child))
            )
            marker = at == head and token.dep == "mark"
            if not comment and not marker and not _beside(sentence, child):
                stack.append(child)
    return sorted(i for i in found if sentence.tokens[i].tag not in ("``", "''"))


def _set_off(sentence: Sentence, child: int) -> bool:
    """`above all, …`: words before a comma that lead in."""
    after = max(sentence.subtree(child)) + 1
    return after < len(sentence.tokens) and sentence.tokens[after].text == ","


def _to(sentence: Sentence, verb: int) -> bool:
    return any(sentence.tokens[c].tag == "TO" for c in sentence.children[verb])


def _infinitives(sentence: Sentence, inside: list[int]) -> list[list[int]]:
    """A clause cut where its list goes on: `to amend …, to recognize … and to recognize …`."""
    parts: list[list[int]] = [[]]
    for n, i in enumerate(inside):
        token = sentence.tokens[i]
        before = sentence.tokens[inside[n - 1]] if n else None
        if token.tag == "TO" and before is not None and before.text in (",", ";", "and", "or"):
            parts.append([])
        parts[-1].append(i)
    return [p for p in (_without_edges(sentence, p) for p in parts) if p]


def _without_edges(sentence: Sentence, part: list[int]) -> list[int]:
    while part and sentence.tokens[part[-1]].tag in (",", "CC", ":", ".", "-LRB-"):
        part = part[:-1]
    while part and sentence.tokens[part[0]].tag in (",", "CC", "TO", "IN", ":", "-LRB-", "-RRB-"):
        part = part[1:]
    return part


def bare(text: str) -> str:
    """Without a leading article."""
    first, _, rest = text.partition(" ")
    return rest if first.lower() in english().grammar.articles and rest else text
