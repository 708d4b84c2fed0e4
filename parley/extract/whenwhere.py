"""Place, day, round, length and mediator of a meeting, from the sentence that tells of it."""

from __future__ import annotations

from parley.extract.context import Context, name_at
from parley.extract.gatherings import Gathering
from parley.lexicon.words import flat
from parley.model.reading import Name, NameKind, Sentence, Time, Token


def place_of(context: Context, sentence: Sentence, gathering: Gathering) -> str | None:
    """The place after `in` or `at` nearest to the word for the meeting, seats of government included."""
    found = [
        (abs(name.first - gathering.head), name)
        for name in sentence.names
        if _is_place(context, name) and name.first and _at(context, sentence, name)
    ]
    return min(found, key=lambda f: f[0])[1].text if found else None


def _is_place(context: Context, name: Name) -> bool:
    """Whether a name is of a place, a state, or the seat of a group that governs there."""
    governed = name.kind is NameKind.GROUP and context.world.place(name.text) is not None
    return governed or name.kind in (NameKind.PLACE, NameKind.STATE)


def _at(context: Context, sentence: Sentence, name: Name) -> bool:
    """Whether a name stands after `in` or `at`, or after `to` where somebody goes there."""
    before = sentence.tokens[max(0, name.first - 4) : name.first]
    words = [t.lower for t in before]
    at = context.words.meeting.at
    if any(w in at for w in words[-2:]) or (words and words[-1] == "," and any(w in at for w in words)):
        return True
    moving = any(t.lemma in context.words.meeting.moving for t in before)
    return moving and ("to" in words[-2:] or before[-1].lemma in context.words.meeting.moving)


def time_of(context: Context, sentence: Sentence, gathering: Gathering) -> Time | None:
    """The time that belongs to the meeting: one hanging on its words, else the nearest; not that of the saying."""
    inside = set(sentence.subtree(gathering.verb))
    best: tuple[int, Time] | None = None
    telling = flat(context.words.reporting.saying)
    for time in sentence.times:
        token = next((t for t in sentence.tokens if t.start >= time.span.start), None)
        if token is None or _of_saying(sentence, token, telling) or _ending(sentence, token):
            continue
        far = abs(token.index - gathering.head)
        if not _told_of(context, sentence, gathering, token):
            far += 0 if token.index in inside else 10
            far += 10 if _verb_of(sentence, token) not in (gathering.verb, None) else 0
        if best is None or far < best[0]:
            best = far, time
    return best[1] if best else None


def _told_of(context: Context, sentence: Sentence, gathering: Gathering, token: Token) -> bool:
    """`the talks that they held on May 16`: whether a time hangs on a clause that says when the meeting was held."""
    at = _verb_of(sentence, token)
    if at is None:
        return False
    verb = sentence.tokens[at]
    clause = verb.dep == "relcl" and verb.head == gathering.head
    return clause and verb.lemma in context.words.meeting.holding


def _verb_of(sentence: Sentence, token: Token) -> int | None:
    """The nearest verb above a token."""
    at = token
    while at.head != at.index:
        at = sentence.tokens[at.head]
        if at.tag[0] == "V":
            return at.index
    return None


def _ending(sentence: Sentence, token: Token) -> bool:
    """`until Friday`: when it is over, not when it is."""
    return any(t.lower in ("until", "till") for t in sentence.tokens[max(0, token.index - 2) : token.index])


def _of_saying(sentence: Sentence, token: Token, telling: frozenset[str]) -> bool:
    """`said on Tuesday`: the day hangs on a verb of saying."""
    at = token
    for _ in range(3):
        if at.head == at.index:
            return False
        at = sentence.tokens[at.head]
        if at.tag[0] == "V":
            return at.lemma in telling
    return False


def round_of(context: Context, sentence: Sentence) -> int | None:
    """The number of the round, where the sentence counts them."""
    words = context.words.meeting
    for token in sentence.tokens:
        number = words.rounds.get(token.lower)
        near = sentence.tokens[token.index + 1 : token.index + 4]
        if number and any(t.lemma in words.round_nouns for t in near):
            return number
    return None


def duration_of(context: Context, sentence: Sentence) -> str | None:
    """How long it took, in the report's words (`almost five hours`)."""
    lists = context.words
    for token in sentence.tokens:
        if token.lower not in lists.meeting.durations or token.tag not in ("NNS", "NN"):
            continue
        first = token.index
        while first and (
            sentence.tokens[first - 1].tag in ("CD", "HYPH")
            or sentence.tokens[first - 1].lower in lists.figures.approximators
        ):
            first -= 1
        before = [t.lower for t in sentence.tokens[max(0, first - 3) : first]]
        lasting = any(w in lists.meeting.lasting for w in before)
        if first < token.index and lasting and any(sentence.tokens[i].tag == "CD" for i in range(first, token.index)):
            return context.phrase(sentence, range(first, token.index + 1))
    return None


def mediator_of(context: Context, sentence: Sentence, gathering: Gathering) -> str | None:
    """Who brings the sides together: `mediated by X`, `X-brokered talks`, `through X mediators`."""
    words = context.words.meeting.mediating
    for token in sentence.tokens:
        if token.lemma in words.verbs and token.tag == "VBN":
            after = [name_at(sentence, i) for i in sentence.subtree(token.index) if i > token.index]
            found = next((n.party for n in after if n and n.party), None)
            if found:
                return found
        if token.lower in words.adjectives and token.index > 1 and sentence.tokens[token.index - 1].text == "-":
            name = name_at(sentence, token.index - 2)
            if name and name.party:
                return name.party
        if token.lower in words.nouns and token.index:
            back = 2 if sentence.tokens[token.index - 1].lower == "as" else 1
            name = name_at(sentence, token.index - back) if token.index >= back else None
            if name and name.party:
                return name.party
        if token.lemma in words.verbs and token.tag in ("VBD", "VBZ"):
            below = [name_at(sentence, c) for c in sentence.children[token.index] if sentence.tokens[c].dep == "nsubj"]
            if below and below[0] and below[0].party and gathering.verb != token.index:
                return below[0].party
    return None
