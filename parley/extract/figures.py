"""Figures: numbers that bear on the process, in plain units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from parley.extract.context import READER, Context, name_at
from parley.extract.counts import LIKELY, UNLIKELY, sure_of
from parley.lexicon.words import FigureWords
from parley.model.finding import Figure
from parley.model.reading import NameKind, Sentence, Token

PLAIN = re.compile(r"^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$")
GLUED = re.compile(r"^(\d[\d,.]*)(bn|m|mn|k|tn|km|kg|%)$", re.IGNORECASE)
YEAR = range(1900, 2101)
TENS = range(20, 100, 10)
ROUND = 100
"""Smaller numbers are one figure only where they count the same noun."""
LISTED = 4
"""From this many quantities in a sentence on it is a battlefield tally, where most count arms or clashes."""
TALLIED = 2
"""So many kinds of arms and clashes counted in a sentence are a tally of their own beside what else it counts."""
MODIFYING = ("compound", "nmod", "amod", "npadvmod", "quantmod", "nummod")
LONGEST = 14
RULED = 0.8
"""How sure the rules are of a figure."""
WIDTH = 6
"""How many words after a number its unit may stand."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number at tokens `first` to `last`, with its unit once known."""

    value: float
    unit: str | None
    first: int
    last: int


def figures(context: Context) -> Iterator[Figure]:
    """The figures of a report; one value for one unit told again adds to the evidence of the first."""
    found: dict[tuple[float, str, str], Figure] = {}
    for sentence in context.reading.sentences:
        for figure in _in_sentence(context, sentence):
            key = figure.value, figure.unit, figure.of.split()[-1].lower() if figure.value < ROUND else ""
            known = found.get(key)
            found[key] = replace(known, evidence=(*known.evidence, *figure.evidence)) if known else figure
    for figure in found.values():
        yield replace(figure, evidence=tuple(dict.fromkeys(figure.evidence)))


def _in_sentence(context: Context, sentence: Sentence) -> Iterator[Figure]:
    lists = context.words.figures
    counted = list(_counts(context, sentence, lists))
    arms = [unit for _, unit, _ in counted if unit in lists.battlefield]
    if len(counted) >= LISTED and len(arms) * 2 > len(counted):
        return
    for quantity, unit, noun in counted:
        if unit in arms and len(set(arms)) >= TALLIED:
            continue
        sure = sure_of(context, sentence, quantity.first, quantity.last)
        if sure is not None and sure < UNLIKELY:
            continue
        yield Figure(
            value=quantity.value,
            unit=unit,
            of=_of(context, sentence, quantity, noun),
            evidence=context.evidence(sentence.span),
            confidence=RULED if sure is None else round((RULED + sure) / 2, 2),
            reader=READER,
        )


def _counts(context: Context, sentence: Sentence, lists: FigureWords) -> Iterator[tuple[Quantity, str, int]]:
    """The quantities of a sentence with unit and noun; a bare number counts what the one before it counted."""
    last, before = -1, ""
    for token in sentence.tokens:
        quantity = _quantity(sentence, token, lists) if token.index > last else None
        if quantity is None:
            continue
        last = quantity.last
        if _elsewhere(sentence, quantity):
            continue
        found = _counted(sentence, quantity, lists)
        if found is None and before and _goes_on(sentence, quantity):
            found = before, quantity.last
        if found is None and (sure_of(context, sentence, quantity.first, quantity.last) or 0.0) >= LIKELY:
            found = _whatever(sentence, quantity)
        if found:
            before = found[0] if found[0] not in lists.time_units else before
            yield quantity, *found


def _whatever(sentence: Sentence, quantity: Quantity) -> tuple[str, int] | None:
    """The next noun as the unit, where the trained reader knows that it is counted and the word lists do not."""
    for token in sentence.tokens[quantity.last + 1 : quantity.last + 1 + WIDTH]:
        if token.tag in ("NN", "NNS"):
            return token.lemma, token.index
        if not _passable(token):
            return None
    return None


def _goes_on(sentence: Sentence, quantity: Quantity) -> bool:
    """`40 drones, including 34 over …, 110 of which …, 157 each`."""
    if quantity.value < 2 or quantity.last + 1 >= len(sentence.tokens):
        return False
    after = sentence.tokens[quantity.last + 1]
    return quantity.unit is None and (after.tag in ("IN", "VBD") or after.lower in ("each", "of", "more", "others"))


def _quantity(sentence: Sentence, token: Token, lists: FigureWords) -> Quantity | None:
    """The number that begins at a token; None where none does."""
    tokens = sentence.tokens
    unit = None
    at = token.index
    if token.text in lists.currencies and at + 1 < len(tokens):
        unit, at = lists.currencies[token.text], at + 1
    part = "".join(t.lower for t in tokens[at : at + 3])
    if part in lists.fractions:
        return Quantity(lists.fractions[part], "percent", token.index, at + 2)
    number = _number(tokens[at], lists)
    if number is None:
        return None
    value, unit = number[0], unit or number[1]
    last = at
    if value in TENS and at + 2 < len(tokens) and tokens[at + 1].text == "-":
        ones = lists.numbers.get(tokens[at + 2].lower, 0)
        value, last = (value + ones, at + 2) if 0 < ones < TENS.step else (value, at)
    while last + 1 < len(tokens) and tokens[last + 1].lower in lists.scales:
        value *= lists.scales[tokens[last + 1].lower]
        last += 1
    if (
        tokens[at].lower in lists.fractions
        and unit == "percent"
        and at + 1 < len(tokens)
        and tokens[at + 1].lower != "of"
    ):
        return None
    return Quantity(value, unit, token.index, last)


def _number(token: Token, lists: FigureWords) -> tuple[float, str | None] | None:
    lower = token.lower
    if PLAIN.match(lower):
        return float(lower.replace(",", "")), None
    glued = GLUED.match(lower.rstrip("."))
    if glued:
        value, mark = float(glued[1].rstrip(".,").replace(",", "")), glued[2]
        if mark in lists.scales:
            return value * lists.scales[mark], None
        return value, "percent" if mark in lists.percent else lists.units.get(mark)
    if lower in lists.fractions and "-" in lower:
        return lists.fractions[lower], "percent"
    if lower in lists.numbers and token.tag in ("CD", "NNP", "JJ", "NN", "NNS"):
        return float(lists.numbers[lower]), None
    return None


def _elsewhere(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the number is part of a date or of a name, and so no figure."""
    token = sentence.tokens[quantity.first]
    if (
        quantity.first > 1
        and sentence.tokens[quantity.first - 1].text == "("
        and sentence.tokens[quantity.first - 2].tag[0] in "NJH"
    ):
        return True
    if any(t.span.start <= token.start < t.span.end for t in sentence.times):
        return True
    name = name_at(sentence, quantity.first)
    return name is not None and name.kind is not NameKind.DEMONYM


def _counted(sentence: Sentence, quantity: Quantity, lists: FigureWords) -> tuple[str, int] | None:
    """The unit of a quantity and the token of the noun that it counts; None where it is no figure."""
    tokens = sentence.tokens
    following = tokens[quantity.last + 1 : quantity.last + 1 + WIDTH]
    if _excluded(tokens, quantity, following, lists):
        return None
    if quantity.unit:
        return quantity.unit, quantity.last
    if len(following) > 2 and following[0].lower in ("to", "–", "or", "and", "-") and following[1].tag == "CD":
        following = following[2:]
    for n, token in enumerate(following):
        after = tokens[token.index + 1].lower if token.index + 1 < len(tokens) else ""
        if token.lower in lists.percent or f"{token.lower} {after}" in lists.percent:
            return "percent", token.index
        if token.lower in lists.currencies:
            return lists.currencies[token.lower], token.index
        unit = _unit(token, n, lists) or _of_a_people(sentence, token)
        if unit == "person" and token.dep == "compound" and token.head == token.index + 1:
            continue  # personnel carriers
        if unit:
            return (unit, token.index) if _bears(sentence, quantity, token, unit, lists) else None
        if not _passable(token):
            break
    return _bare(sentence, quantity, lists)


def _unit(token: Token, distance: int, lists: FigureWords) -> str | None:
    noun = token.lemma if token.tag in ("NNS", "NNPS") else token.lower.rstrip(".")
    if noun in lists.units and (distance < 3 or token.tag == "NNS"):
        return lists.units[noun]
    return "person" if noun in lists.people or token.lower in lists.people else None


def _of_a_people(sentence: Sentence, token: Token) -> str | None:
    """`650 Turks`."""
    name = name_at(sentence, token.index)
    return "person" if name and name.kind is NameKind.DEMONYM and token.tag == "NNPS" else None


def _passable(token: Token) -> bool:
    """A word that may stand between a number and its noun."""
    return token.tag in (
        "JJ",
        "NN",
        "NNP",
        "NNPS",
        "VBN",
        "HYPH",
        "JJR",
        "POS",
        "NNS",
        "VBG",
        ":",
        "IN",
        "DT",
        "CD",
    ) and (token.tag not in ("IN", "DT") or token.lower in ("of", "the", "its", "their", "these", "those"))


def _excluded(tokens: tuple[Token, ...], quantity: Quantity, following: tuple[Token, ...], lists: FigureWords) -> bool:
    before = tokens[quantity.first - 1].lower if quantity.first else ""
    after = following[0].lower if following else ""
    words = [t.lower for t in following[:5] if t.text != "-"][:3]
    if after in lists.clock or before in ("aged", "age", "no.", "article", "chapter", "resolution", "part", "group"):
        return True
    timed = bool(words) and words[0].rstrip("s") in lists.time_units
    if "old" in words or (timed and (set(words[1:]) & set(lists.ago) or _passing(tokens, quantity, lists))):
        return True
    if (
        quantity.value == 100
        and following
        and following[0].lower in lists.percent
        and len(following) > 1
        and following[1].tag == "JJ"
    ):
        return True
    year = quantity.unit is None and quantity.value in YEAR and quantity.first == quantity.last
    return (year and "," not in tokens[quantity.first].text) or after == ":"


def _passing(tokens: tuple[Token, ...], quantity: Quantity, lists: FigureWords) -> bool:
    """`the past 24 hours`, `the next two days`: when, not how long."""
    return any(t.lower in lists.passing for t in tokens[max(0, quantity.first - 2) : quantity.first])


def _bears(sentence: Sentence, quantity: Quantity, noun: Token, unit: str, lists: FigureWords) -> bool:
    """A stretch of time counts only where it is the length of something, a `one` only where people are counted."""
    if quantity.value == 1 and sentence.tokens[quantity.first].lower in ("one", "a") and unit not in lists.time_units:
        return unit == "person" and any(t.lower in lists.person_events for t in sentence.tokens)
    if unit in lists.time_units:
        before = sentence.tokens[max(0, quantity.first - 4) : quantity.first]
        after = sentence.tokens[noun.index + 1 : noun.index + 4]
        hyphened = any(t.text == "-" for t in sentence.tokens[quantity.last : noun.index])
        near = {t.lemma for t in (*before, *after)} | {t.lower for t in (*before, *after)}
        return hyphened or bool(near & set(lists.lasting))
    return unit != "country" or noun.tag == "NNS"


def _bare(sentence: Sentence, quantity: Quantity, lists: FigureWords) -> tuple[str, int] | None:
    """`110 of which`, `eight were hurt`: people where something befell them, else nothing."""
    near = sentence.tokens[quantity.last + 1 : quantity.last + 5]
    noun = bool(near) and near[0].tag[0] in "NJ" and near[0].lower not in lists.person_events
    if quantity.value > 1 and not noun and any(t.lower in lists.person_events for t in near):
        return "person", quantity.last
    return None


def _of(context: Context, sentence: Sentence, quantity: Quantity, noun: int) -> str:
    """What is counted: the noun with what hangs on it, number and unit left out; for a length, of what."""
    anchor = _anchor(sentence, noun)
    inside = [i for i in sentence.subtree(anchor.index) if not quantity.first <= i <= quantity.last]
    kept = [i for i in inside if not _comment(sentence, i, anchor.index)]
    words = _without_counting(context, sentence, kept)
    if any(
        sentence.tokens[i].tag[0] in "NV" and sentence.tokens[i].lemma not in context.words.figures.units for i in words
    ):
        return context.phrase(sentence, words[:LONGEST])
    return _governed(context, sentence, anchor) or context.phrase(sentence, kept) or context.text(sentence.span)


def _anchor(sentence: Sentence, noun: int) -> Token:
    """The noun that a unit measures: `truce` of `30-day truce` and of `truce of 30 days`."""
    anchor = sentence.tokens[noun]
    while anchor.head != anchor.index:
        above = sentence.tokens[anchor.head]
        measured = anchor.dep == "pobj" and above.lower == "of" and sentence.tokens[above.head].tag[0] == "N"
        if measured:
            above = sentence.tokens[above.head]
        elif anchor.dep not in MODIFYING:
            break
        anchor = above
    return anchor


def _comment(sentence: Sentence, index: int, top: int) -> bool:
    token = sentence.tokens[index]
    while token.index not in (top, token.head):
        if token.dep in ("relcl", "appos", "advcl", "punct"):
            return token.text != "-"
        token = sentence.tokens[token.head]
    return False


def _without_counting(context: Context, sentence: Sentence, kept: list[int]) -> list[int]:
    """Without `about`, `more than`, articles and other numbers at the head of the phrase."""
    lists = context.words.figures
    while kept:
        token = sentence.tokens[kept[0]]
        unit = len(kept) > 1 and token.lemma in lists.units
        small = token.tag in ("CD", "DT", "IN", "TO", "CC", "HYPH", "RB", ":")
        if not (unit or small or token.lower in lists.approximators):
            return kept
        kept = kept[1:]
    return kept


def _governed(context: Context, sentence: Sentence, anchor: Token) -> str:
    """`the talks lasted two hours`: the subject of the verb that a length hangs on, or else what is done."""
    at = anchor
    while at.tag[0] != "V" and at.head != at.index:
        at = sentence.tokens[at.head]
    subjects = [c for c in sentence.children[at.index] if sentence.tokens[c].dep in ("nsubj", "nsubjpass")]
    if subjects and sentence.tokens[subjects[0]].tag in ("NN", "NNS"):
        return context.phrase(sentence, sentence.subtree(subjects[0])[:LONGEST])
    own = [c for c in sentence.children[at.index] if sentence.tokens[c].dep in ("dobj", "prt", "acomp")]
    inside = sorted({at.index, *(i for c in own for i in sentence.subtree(c))})
    return context.phrase(sentence, inside[:LONGEST]) if own else ""
