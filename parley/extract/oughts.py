"""What a speaker says must be done, will be done or will never be done, and what is called unacceptable."""

from __future__ import annotations

from collections.abc import Iterator

from parley.extract.arguments import agent
from parley.extract.context import Context, source_at
from parley.extract.spoken import attribution_at
from parley.extract.stances import FLIPPED, Expression, denied, in_question, is_stance
from parley.model.actor import ActorKind
from parley.model.reading import Attribution, Sentence, Source, SpeechForm, Token
from parley.model.stand import Act, Stance


def oughts(context: Context, sentence: Sentence) -> Iterator[Expression]:
    """Modal demands, refusals and undertakings, and verdicts, within somebody's words."""
    for token in sentence.tokens:
        attribution = attribution_at(context.reading.attributions, token.start)
        if attribution is None:
            continue
        if token.tag == "MD":
            found = _modal(context, sentence, token, attribution)
        elif token.tag[0] == "V" and token.lemma in (*context.words.stance.needing, *context.words.stance.having_to):
            found = _need(context, sentence, token, attribution.source)
        elif token.tag == "VB":
            found = _ordered(sentence, token, attribution)
        elif token.lower == "without":
            found = _indispensable(context, sentence, token)
        else:
            found = _verdict(context, sentence, token, attribution.source)
        if found:
            yield found


def _modal(context: Context, sentence: Sentence, modal: Token, attribution: Attribution) -> Expression | None:
    lists = context.words.stance
    verb = sentence.tokens[modal.head]
    if verb.tag[0] != "V" or modal.dep != "aux" or verb.dep in ("advcl", "relcl"):
        return None
    if modal.lower in lists.refusing and any(sentence.tokens[c].dep == "expl" for c in sentence.children[verb.index]):
        return _none(sentence, modal, verb)
    subjects = [c for c in sentence.children[verb.index] if sentence.tokens[c].dep in ("nsubj", "nsubjpass")]
    if not subjects:
        return None
    ruled_out = denied(sentence, verb)
    own = _own(context, sentence, subjects[0], attribution.source) or _again(sentence, subjects[0], attribution)
    if modal.lower in lists.obliging:
        stance, act = (Stance.OPPOSE, Act.REJECT) if ruled_out else (Stance.SUPPORT, Act.DEMAND)
        return Expression(modal.index, stance, act, None, (verb.index,), None if own else subjects[0], weak=True)
    if is_stance(sentence, verb):
        return None
    open_to_all = sentence.tokens[subjects[0]].dep == "nsubjpass" and agent(sentence, verb) is None
    if ruled_out and (own or open_to_all) and modal.lower in lists.refusing:
        return Expression(modal.index, Stance.OPPOSE, Act.REJECT, None, (verb.index,), None, weak=True)
    if own and not ruled_out and modal.lower in lists.undertaking:
        return Expression(modal.index, Stance.SUPPORT, Act.COMMIT, None, (verb.index,), None, weak=True)
    return None


def _none(sentence: Sentence, modal: Token, verb: Token) -> Expression | None:
    """`there will be no amnesty`: what is not to be is refused."""
    nouns = (c for c in sentence.children[verb.index] if sentence.tokens[c].dep in ("attr", "nsubj", "dobj"))
    for noun in nouns:
        if any(sentence.tokens[c].lower == "no" for c in sentence.children[noun]):
            return Expression(modal.index, Stance.OPPOSE, Act.REJECT, None, (noun,), None, weak=True)
    return None


def _need(context: Context, sentence: Sentence, verb: Token, speaker: Source) -> Expression | None:
    """`we need guarantees`; `X needs to withdraw`: a demand of the speaker's."""
    below = [sentence.tokens[c] for c in sentence.children[verb.index]]
    subjects = [t.index for t in below if t.dep == "nsubj"]
    heads = tuple(t.index for t in below if t.dep in ("xcomp", "dobj", "ccomp") and t.index > verb.index)
    if verb.lemma in context.words.stance.having_to:
        heads = tuple(h for h in heads if sentence.tokens[h].dep == "xcomp" and sentence.tokens[h].tag == "VB")
    if not subjects or not heads or denied(sentence, verb) or in_question(sentence, verb):
        return None
    own = _own(context, sentence, subjects[0], speaker)
    clause = sentence.tokens[heads[0]].tag[0] == "V"
    if not own and not clause:
        return None
    return Expression(verb.index, Stance.SUPPORT, Act.DEMAND, None, heads, None if own else subjects[0], weak=True)


def _ordered(sentence: Sentence, verb: Token, attribution: Attribution) -> Expression | None:
    """`“Lift the blockade,” said X`: what is asked for by a bare verb at the head of quoted words."""
    at = verb
    while at.dep == "conj" and sentence.tokens[at.head].tag == "VB":
        at = sentence.tokens[at.head]
    below = [sentence.tokens[c] for each in {at, verb} for c in sentence.children[each.index]]
    led = any(t.dep in ("nsubj", "nsubjpass", "aux", "mark", "expl") for t in below)
    quoted = attribution.form is not SpeechForm.INDIRECT
    if led or not quoted or at.dep not in ("ROOT", "ccomp") or not any(t.dep == "dobj" for t in below):
        return None
    return Expression(verb.index, Stance.SUPPORT, Act.DEMAND, None, (verb.index,), None, weak=True)


def _indispensable(context: Context, sentence: Sentence, without: Token) -> Expression | None:
    """`no deal without guarantees`: what nothing goes without is demanded."""
    lists = context.words.stance
    heads = tuple(c for c in sentence.children[without.index] if sentence.tokens[c].dep in ("pobj", "pcomp"))
    at = without
    for _ in range(3):
        at = sentence.tokens[at.head]
        around = {sentence.tokens[i].lower for c in sentence.children[at.index] for i in (c, *sentence.children[c])}
        if heads and around & set(lists.nothing):
            return Expression(without.index, Stance.SUPPORT, Act.DEMAND, None, heads, None, weak=True)
    return None


def _own(context: Context, sentence: Sentence, subject: int, speaker: Source) -> bool:
    """Whether the speaker, or the speaker's side, is the one to act."""
    lists = context.words.stance
    token = sentence.tokens[subject]
    if token.lower in lists.selves:
        return True
    if token.lower in lists.standins and any(sentence.tokens[c].lower in lists.own for c in sentence.children[subject]):
        return True
    source = source_at(sentence, subject)
    return source is not None and source.party is not None and source.party == speaker.party


def _again(sentence: Sentence, subject: int, attribution: Attribution) -> bool:
    """`Kyiv said it would …`: a pronoun that opens reported words stands for whoever speaks them."""
    pronoun = sentence.tokens[subject]
    opens = any(0 <= pronoun.start - span.start <= len("that ") for span in attribution.content_spans)
    person = attribution.source.kind is ActorKind.PERSON
    return opens and pronoun.lower in (("he", "she") if person else ("it", "they"))


def _verdict(context: Context, sentence: Sentence, word: Token, speaker: Source) -> Expression | None:
    """`X is unacceptable`, `X is a red line`: the subject is the measure, the speaker holds it."""
    above = sentence.tokens[word.head]
    if word.dep not in ("acomp", "attr", "prep", "oprd") or above.lemma not in context.words.stance.copulas:
        return None
    subjects = [c for c in sentence.children[above.index] if sentence.tokens[c].dep in ("nsubj", "csubj")]
    said = " ".join(sentence.tokens[i].lower for i in sentence.subtree(word.index)[:5])
    if len(subjects) == 1 and sentence.tokens[subjects[0]].lower == "it":
        subjects = [
            c for c in (*sentence.children[word.index], *sentence.children[above.index]) if _clause(sentence, c)
        ]
    for group in context.words.stance.verdicts:
        if subjects and any(said == w or said.startswith(w + " ") for w in group.words):
            flipped = any(sentence.tokens[c].dep == "neg" for c in sentence.children[above.index])
            stance, act = FLIPPED[group.stance] if flipped else (group.stance, group.act)
            actor = _other(context, sentence, subjects[0], speaker)
            return Expression(word.index, stance, act, None, (subjects[0],), actor, weak=True)
    return None


def _other(context: Context, sentence: Sentence, clause: int, speaker: Source) -> int | None:
    """`it is vital that the rebels disarm`: who is to act in a clause, where that is not the speaker."""
    below = (c for c in sentence.children[clause] if sentence.tokens[c].dep in ("nsubj", "nsubjpass"))
    return next((c for c in below if not _own(context, sentence, c, speaker)), None)


def _clause(sentence: Sentence, index: int) -> bool:
    """`it is vital that …`, `it is too early to …`: the clause that stands for the subject."""
    token = sentence.tokens[index]
    return token.dep in ("xcomp", "ccomp", "advcl") and token.tag[0] == "V"
