"""How far a meeting has come, from the verb that governs it, the words around and the day it is dated to."""

from __future__ import annotations

from datetime import date, timedelta

from parley.extract.context import Context
from parley.extract.gatherings import Gathering
from parley.extract.whenwhere import place_of
from parley.model.reading import Sentence, Time, Token
from parley.model.stand import MeetingStatus

PRESENT = ("VBZ", "VBP", "VBG")
FRESH = timedelta(days=6)
"""How lately talks must have opened for a report that does not say that they closed to find them still sitting."""


def status_of(context: Context, sentence: Sentence, gathering: Gathering, time: Time | None) -> MeetingStatus:
    """How far a meeting has come, by the verb that governs it, the words around and its day."""
    if _gone(context, sentence, gathering) or _behind(context, sentence, gathering):
        return MeetingStatus.HELD
    words = context.words.modality
    chain = _chain(sentence, gathering)
    lemmas = {t.lemma for t in chain} | {t.lower for t in chain} | _with_particles(sentence, chain)
    denied = any(t.dep == "neg" for t in chain)
    if denied and any(sentence.tokens[c].lower == "since" for c in sentence.children[gathering.verb]):
        return MeetingStatus.HELD
    if lemmas & set(words.cancelled) or _undone(context, sentence, gathering, denied):
        return MeetingStatus.CANCELLED
    modals = {t.lower for t in chain if t.tag == "MD"}
    thought_of = bool(modals & set(words.possible) or lemmas & set(words.proposed))
    coming = bool(modals & set(words.coming)) or _ahead(sentence, gathering, lemmas, context)
    if thought_of or _put_forward(context, sentence, gathering) or (denied and not coming):
        return MeetingStatus.PROPOSED
    if coming:
        sure = "will" in modals
        return MeetingStatus.PLANNED if sure or _fixed(context, sentence, gathering) else MeetingStatus.PROPOSED
    return _by_tense(context, sentence, gathering, time, {t.tag for t in chain if t.tag[0] == "V"}, lemmas)


def _by_tense(
    context: Context, sentence: Sentence, gathering: Gathering, time: Time | None, tenses: set[str], lemmas: set[str]
) -> MeetingStatus:
    """The status of what is neither refused, proposed nor put as to come: past, present or, with a day, near future."""
    until = any(sentence.tokens[c].lower in ("until", "till") for c in sentence.children[gathering.verb])
    if until and tenses & set(PRESENT):
        return MeetingStatus.UNDER_WAY
    if _foreseen(context, sentence, gathering, time):
        return MeetingStatus.PLANNED
    going_on = _going_on(context, sentence, gathering, lemmas) and bool(tenses & set(PRESENT))
    if going_on or _as_we_speak(sentence, gathering) or _just_opened(context, sentence, gathering, time):
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


def _fixed(context: Context, sentence: Sentence, gathering: Gathering) -> bool:
    """Whether a day, a month or a place is named, so that there is a plan and not only a wish."""
    months = context.words.calendar.months
    timed = bool(sentence.times) or any(t.lower in months and t.tag == "NNP" for t in sentence.tokens)
    return timed or place_of(context, sentence, gathering) is not None


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
        own = at.dep == "conj" and at.tag in ("VBD", "VBZ", "VBP")
        if at.dep not in ("xcomp", "conj", "pcomp") or at.head == at.index or own:
            break
        at = sentence.tokens[at.head]
        found.add(at.index)
        found |= {c for c in sentence.children[at.index] if sentence.tokens[c].dep in ("aux", "neg", "acomp")}
    return [sentence.tokens[i] for i in sorted(found)]


def _undone(context: Context, sentence: Sentence, gathering: Gathering, denied: bool) -> bool:
    """`did not take place`, `is off`, `was to have opened`: a meeting that there was a plan for."""
    verb = sentence.tokens[gathering.verb]
    below = [sentence.tokens[c] for c in sentence.children[verb.index]]
    if denied and verb.lemma in context.words.modality.coming_about and verb.index != gathering.head:
        return True
    cancelled = set(context.words.modality.cancelled)
    joined = [t for t in below if t.dep == "conj" and t.tag == "VBN"]
    if any({t.lemma, t.lower} & cancelled for t in joined) or _with_particles(sentence, joined) & cancelled:
        return True
    if verb.lemma == "be" and any(t.lower == "off" and not sentence.children[t.index] for t in below):
        return True
    chain = [t for t in below if t.dep == "xcomp" and t.tag == "VBN"] if verb.lemma == "be" else [verb]
    return any(_was_to_have(sentence, t) for t in chain)


def _was_to_have(sentence: Sentence, token: Token) -> bool:
    """`to have opened` below `was`, `were` or `had been due`."""
    aux = {sentence.tokens[c].lower for c in sentence.children[token.index] if sentence.tokens[c].dep == "aux"}
    return token.tag == "VBN" and {"to", "have"} <= aux


def _put_forward(context: Context, sentence: Sentence, gathering: Gathering) -> bool:
    """`proposed that X and Y meet`."""
    verb = sentence.tokens[gathering.verb]
    above = sentence.tokens[verb.head]
    return verb.dep == "ccomp" and verb.tag in ("VB", "VBP") and above.lemma in context.words.modality.proposed


def _finite(sentence: Sentence, gathering: Gathering) -> str | None:
    """The tag of the finite verb that governs a meeting, where no auxiliary stands by it."""
    verb = sentence.tokens[gathering.verb]
    helped = any(sentence.tokens[c].dep in ("aux", "auxpass") for c in sentence.children[verb.index])
    return None if helped or verb.tag not in ("VBD", "VBZ", "VBP") else verb.tag


def _foreseen(context: Context, sentence: Sentence, gathering: Gathering, time: Time | None) -> bool:
    """`opens on Friday`, `meet again on 12 November`: the present tense with a day to come."""
    published = _published(context)
    if time is None or time.when.day is None or published is None or _finite(sentence, gathering) not in ("VBZ", "VBP"):
        return False
    return later(context, time) > published


def _published(context: Context) -> date | None:
    return context.document.published.day if context.document.published else None


def later(context: Context, time: Time) -> date:
    """The day of a time if it is one to come: the first such day of the week or of the year after publication."""
    day, published = time.when.first, _published(context)
    if published is None or day >= published:
        return day
    text = context.text(time.span).lower()
    if any(weekday in text for weekday in context.words.calendar.weekdays):
        return day + timedelta(days=7) if published - day < timedelta(days=7) else day
    if any(c.isdigit() for c in text) and not any(len(w) == 4 and w.isdigit() for w in text.replace(",", " ").split()):
        try:
            return day.replace(year=day.year + 1)
        except ValueError:
            return day
    return day


def _as_we_speak(sentence: Sentence, gathering: Gathering) -> bool:
    """`is meeting X`."""
    verb = sentence.tokens[gathering.verb]
    aux = {sentence.tokens[c].lower for c in sentence.children[verb.index] if sentence.tokens[c].dep == "aux"}
    return verb.tag == "VBG" and verb.index == gathering.head and bool(aux & {"is", "are"})


def _just_opened(context: Context, sentence: Sentence, gathering: Gathering, time: Time | None) -> bool:
    """`opened on Tuesday`, in a report of that week."""
    verb = sentence.tokens[gathering.verb]
    day, published = time.when.day if time else None, _published(context)
    before_then = any(sentence.tokens[c].lower == "had" for c in sentence.children[verb.index])
    if day is None or published is None or verb.index == gathering.head or before_then:
        return False
    return (
        verb.tag in ("VBD", "VBN")
        and verb.lemma in context.words.modality.opening
        and published - FRESH <= day <= published
    )
