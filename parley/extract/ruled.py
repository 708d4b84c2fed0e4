"""Positions by rules: stance words and modals, their holders and what they are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parley.extract.candidates import Candidate, day_of
from parley.extract.conditions import condition_of, price_of, reopens
from parley.extract.context import READER, Context, sources_of
from parley.extract.issues import NAMED, Issue, issues
from parley.extract.measures import Measure, measures
from parley.extract.oughts import oughts
from parley.extract.principals import each_side
from parley.extract.spoken import speaker_at
from parley.extract.stances import Expression, expressions
from parley.extract.texts import behind, contained, is_text, naming
from parley.model.actor import ActorKind
from parley.model.finding import Position
from parley.model.reading import NameKind, Sentence, Source, Token
from parley.model.stand import Act, Stance

BACK = 3
"""Sentences that "these terms" may point back over."""
SAYING = ("prep", "acl", "relcl", "ccomp", "appos", "compound", "nmod")
"""What hangs on a noun that says nothing by itself and says what is meant."""
FAINT = 0.3
"""How sure a position is, at most, whose measure no word of any issue names."""


def ruled(context: Context) -> Iterator[Candidate]:
    """The positions that the rules propose, in order."""
    found: list[Candidate] = []
    for sentence in context.reading.sentences:
        proposed = [
            c
            for e in (*expressions(sentence), *oughts(context, sentence), *contained(context, sentence))
            for c in _held(context, sentence, e, found)
        ]
        found += [c for c in proposed if c.position.confidence > FAINT]
        yield from proposed


def _held(
    context: Context, sentence: Sentence, expression: Expression, before: Sequence[Candidate]
) -> Iterator[Candidate]:
    if expression.doubted and condition_of(context, sentence, expression) is None:
        return
    told = _holders(context, sentence, expression)
    holders = [h for h in (told if expression.weak else each_side(context, told)) if h.party]
    if not holders:
        return
    pointed = _pointed_at(context, sentence, expression, before, holders)
    if pointed:
        for earlier in pointed:
            for holder in holders:
                yield _answer(context, sentence, expression, holder, earlier)
        return
    for each in (expression, *_price(context, sentence, expression)):
        for measure in measures(context, sentence, each):
            if _no_measure(context, sentence, each, measure):
                continue
            issue = _issue(context, sentence, each, measure)
            for holder in holders:
                yield _position(context, sentence, each, holder, measure, issue)


def _no_measure(context: Context, sentence: Sentence, expression: Expression, measure: Measure) -> bool:
    """`presented a plan`: a text on the table, no measure; `demanded measures`: nothing that stands alone."""
    head = sentence.tokens[measure.head]
    text = expression.act is Act.PROPOSE and head.lemma in context.words.proposal.texts
    alone = measure.text.lower() == head.lower
    told = any(sentence.tokens[c].dep in SAYING for c in sentence.children[measure.head])
    return text or (head.lemma in context.words.stance.hollow and (alone or not told))


def _price(context: Context, sentence: Sentence, expression: Expression) -> list[Expression]:
    """What an offer is made in exchange for is wanted."""
    head = price_of(sentence, context.words)
    if head is None or expression.stance is not Stance.SUPPORT:
        return []
    return [Expression(expression.cue, Stance.SUPPORT, Act.DEMAND, expression.holder, (head,), weak=True)]


def _holders(context: Context, sentence: Sentence, expression: Expression) -> list[Source]:
    speaker = speaker_at(context.reading.attributions, sentence.tokens[expression.cue].start)
    if expression.holder is None:
        return [speaker] if speaker else []
    token = sentence.tokens[expression.holder]
    if token.lower in context.words.stance.selves:
        return [speaker] if speaker else []
    found = sources_of(sentence, expression.holder) or behind(context, sentence, token)
    if not found and expression.holder == expression.cue:
        found = naming(sentence, expression.cue)
    if not any(source.party for source in found):
        found = _members(context, sentence, token) or found
    return found or ([speaker] if speaker and token.lower in context.words.stance.own else [])


def _members(context: Context, sentence: Sentence, token: Token) -> list[Source]:
    """`members of X's team`, `several states, including X and Y`: those whom a noun says the holders are or are of."""
    below = [sentence.tokens[c] for c in sentence.children[token.index] if sentence.tokens[c].dep == "prep"]
    stance = context.words.stance
    examples = [
        s for t in below if t.lower in stance.introducing for i in _after(sentence, t) for s in sources_of(sentence, i)
    ]
    if examples or token.lemma not in stance.members:
        return examples
    of = [i for t in below for i in _after(sentence, t)]
    owners = [i for b in of for i in (b, *sentence.children[b]) if i == b or sentence.tokens[i].dep == "poss"]
    sides = dict.fromkeys(s.party for owner in owners for s in sources_of(sentence, owner) if s.party)
    name = context.phrase(sentence, sentence.subtree(token.index))
    return [Source(name, side, ActorKind.ORGANIZATION, named=False) for side in sides][:1]


def _after(sentence: Sentence, preposition: Token) -> list[int]:
    return [c for c in sentence.children[preposition.index] if sentence.tokens[c].dep == "pobj"]


def _issue(context: Context, sentence: Sentence, expression: Expression, measure: Measure) -> Issue | None:
    """The issue of a measure; None where no word points to one, or too faintly for a weak stance word."""
    listed = issues(context.world.terms)
    head = sentence.tokens[measure.head]
    found = listed.of(_nameless(sentence, measure.text), head.lower)
    answers = expression.act in (Act.ACCEPT, Act.REJECT)
    if found.weight < NAMED and answers and is_text(context, sentence, measure.head):
        return Issue(listed.other, 1.0)
    if found.id == listed.other and not expression.weak:
        around = listed.of(context.text(sentence.span))
        return around if around.weight >= NAMED and _vague(context, measure) else None
    if found.id == listed.other or (expression.weak and found.weight < NAMED):
        return None
    return found


def _nameless(sentence: Sentence, text: str) -> str:
    """A measure without the names of groups, whose words say nothing of the matter."""
    for name in sentence.names:
        if name.kind is NameKind.GROUP and " " in name.text:
            text = text.replace(name.text, "")
    return text


def _vague(context: Context, measure: Measure) -> bool:
    """`such proposals on the issue`: a measure that the rest of its sentence must fill."""
    words = {w.lower().strip(".,") for w in measure.text.split()}
    return len(words) > 2 and bool(words & set(context.words.stance.anaphora.nouns))


def _position(
    context: Context, sentence: Sentence, expression: Expression, holder: Source, measure: Measure, issue: Issue | None
) -> Candidate:
    condition = condition_of(context, sentence, expression)
    stance = expression.stance
    offered = expression.act in (Act.COMMIT, Act.ACCEPT, Act.PROPOSE, Act.STATE)
    if condition and (offered or (expression.act is Act.REJECT and reopens(context, sentence))):
        stance = Stance.CONDITIONAL
    position = Position(
        holder=holder.name,
        party=holder.party or "",
        issue=issue.id if issue else issues(context.world.terms).of(context.text(sentence.span)).id,
        measure=measure.text,
        stance=stance,
        act=expression.act,
        condition=condition if stance is Stance.CONDITIONAL else None,
        as_of=day_of(sentence),
        evidence=context.evidence(sentence.span),
        confidence=_sure(expression, issue),
        reader=READER,
    )
    return Candidate(sentence.index, measure.span, position)


def _sure(expression: Expression, issue: Issue | None) -> float:
    if issue is None:
        return FAINT - (0.1 if expression.weak else 0.0)
    return round(0.5 + (0.15 if issue.weight >= NAMED else 0.0) + (0.0 if expression.weak else 0.15), 2)


def _pointed_at(
    context: Context, sentence: Sentence, expression: Expression, before: Sequence[Candidate], holders: list[Source]
) -> list[Candidate]:
    """The positions of another party that `these terms` points back at."""
    anaphora = context.words.stance.anaphora
    for head in expression.heads:
        if any(sentence.tokens[c].dep in ("acl", "relcl", "prep") for c in sentence.children[head]):
            continue
        words = [sentence.tokens[i].lower for i in sorted((head, *sentence.children[head]))]
        named = words[0] in anaphora.determiners and sentence.tokens[head].lower in anaphora.nouns
        pronoun = len(words) == 1 and words[0] in anaphora.pronouns
        if len(words) > 3 or not (named or pronoun):
            continue
        back = BACK if named else 1
        near = [
            h for h in before if 0 <= sentence.index - h.sentence <= back and h.position.stance is not Stance.OPPOSE
        ]
        others = [h for h in near if h.position.party not in {s.party for s in holders}]
        if others and (sentence.tokens[head].tag == "NN" or words[0] in anaphora.single):
            others = [h for h in others if h.sentence == others[-1].sentence][-1:]
        return [h for h in others if others and h.position.party == others[-1].position.party]
    return []


def _answer(
    context: Context, sentence: Sentence, expression: Expression, holder: Source, earlier: Candidate
) -> Candidate:
    """Another party's answer to a measure listed before: its evidence holds both."""
    own = context.evidence(sentence.span)
    position = earlier.position
    nouns = {sentence.tokens[h].lower for h in expression.heads}
    if position.condition and nouns & set(context.words.stance.anaphora.conditions):
        issue = issues(context.world.terms).of(position.condition)
        position = replace(position, measure=position.condition, issue=issue.id)
    answer = replace(
        position,
        holder=holder.name,
        party=holder.party or "",
        stance=expression.stance,
        act=expression.act,
        condition=None,
        as_of=day_of(sentence),
        evidence=tuple(sorted({*earlier.position.evidence, *own}, key=lambda e: e.span)),
        confidence=0.6,
    )
    return Candidate(sentence.index, earlier.span, answer)
