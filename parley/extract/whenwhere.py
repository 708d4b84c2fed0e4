"""Place, day, round, length, mediator and state of a meeting, from the sentence that tells of it."""

from __future__ import annotations

from parley.extract.context import Context, name_at
from parley.extract.gatherings import Gathering
from parley.lexicon.words import flat
from parley.model.reading import Name, NameKind, Sentence, Time, Token
from parley.model.stand import MeetingStatus

PRESENT = ("VBZ", "VBP", "VBG")


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
        if token is None or _of_saying(sentence, token, telling):
            continue
        far = abs(token.index - gathering.head) + (0 if token.index in inside else 10)
        if best is None or far < best[0]:
            best = far, time
    return best[1] if best else None


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


def status_of(context: Context, sentence: Sentence, gathering: Gathering) -> MeetingStatus:
    """How far a meeting has come, by the verb that governs it and the words around."""
    words = context.words.modality
    if _gone(context, sentence, gathering) or _behind(context, sentence, gathering):
        return MeetingStatus.HELD
    chain = _chain(sentence, gathering)
    lemmas = {t.lemma for t in chain} | {t.lower for t in chain} | _with_particles(sentence, chain)
    modals = {t.lower for t in chain if t.tag == "MD"}
    denied = any(t.dep == "neg" for t in chain)
    if lemmas & set(words.cancelled):
        return MeetingStatus.CANCELLED
    if modals & set(words.possible) or lemmas & set(words.proposed):
        return MeetingStatus.PROPOSED
    if modals & set(words.coming) or _ahead(sentence, gathering, lemmas, context):
        return MeetingStatus.PLANNED if _fixed(sentence) else MeetingStatus.PROPOSED
    if denied:
        return MeetingStatus.PROPOSED
    tenses = {t.tag for t in chain if t.tag[0] == "V"}
    if _going_on(context, sentence, gathering, lemmas) and tenses & set(PRESENT):
        return MeetingStatus.UNDER_WAY
    return MeetingStatus.HELD


def _with_particles(sentence: Sentence, chain: list[Token]) -> set[str]:
    """`call off` of `was called off`."""
    return {
        f"{t.lemma} {sentence.tokens[c].lower}"
        for t in chain
        if t.tag[0] == "V"
        for c in sentence.children[t.index]
        if sentence.tokens[c].dep in ("prt", "advmod", "prep")
    }


def _gone(context: Context, sentence: Sentence, gathering: Gathering) -> bool:
    """`flew to Y to meet X`: whoever went there met."""
    verb = sentence.tokens[gathering.verb]
    above = sentence.tokens[verb.head]
    return verb.tag == "VB" and above.tag == "VBD" and above.lemma in context.words.meeting.moving


def _behind(context: Context, sentence: Sentence, gathering: Gathering) -> bool:
    """`agreed to … after talks in Y`: the talks are over, whatever else is to come."""
    at = sentence.tokens[gathering.head]
    while at.dep in ("pobj", "prep") and at.head != at.index:
        at = sentence.tokens[at.head]
        if at.lower in context.words.meeting.behind:
            return True
    return False


def _fixed(sentence: Sentence) -> bool:
    """Whether a day, a week or a place is named, so that there is a plan and not only a wish."""
    return bool(sentence.times) or any(n.kind is NameKind.PLACE for n in sentence.names)


def _going_on(context: Context, sentence: Sentence, gathering: Gathering, lemmas: set[str]) -> bool:
    words = set(context.words.modality.ongoing)
    after = [t.lower for t in sentence.tokens[gathering.head :]]
    return bool(lemmas & words) or any(w in " ".join(after[:40]) for w in context.words.modality.under_way)


def _ahead(sentence: Sentence, gathering: Gathering, lemmas: set[str], context: Context) -> bool:
    planned = set(context.words.modality.planned)
    to = any(t.tag == "TO" and t.head == gathering.verb for t in sentence.tokens)
    return bool(lemmas & planned) or (to and sentence.tokens[gathering.verb].tag == "VB")


def _chain(sentence: Sentence, gathering: Gathering) -> list[Token]:
    """The word for the meeting with its modifiers, its verb with auxiliaries, and the verbs that embed it."""
    found = {gathering.head, gathering.verb}
    for i in (gathering.head, gathering.verb):
        found |= {
            c for c in sentence.children[i] if sentence.tokens[c].dep in ("amod", "aux", "auxpass", "neg", "advmod")
        }
    at = sentence.tokens[gathering.verb]
    for _ in range(3):
        if at.dep not in ("xcomp", "ccomp", "conj", "pcomp") or at.head == at.index or at.dep == "ccomp":
            break
        at = sentence.tokens[at.head]
        found.add(at.index)
        found |= {c for c in sentence.children[at.index] if sentence.tokens[c].dep in ("aux", "neg", "acomp")}
    return [sentence.tokens[i] for i in sorted(found)]
