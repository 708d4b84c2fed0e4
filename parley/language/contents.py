"""What was said: the characters that a cue's content covers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parley.language.cues import Cue, Frame, frames_of
from parley.language.quotes import Quotation
from parley.lexicon.words import Words, flat
from parley.model.reading import Sentence, Token
from parley.model.span import Span

MARKS = " \t\u00a0,;:.–—-\"'“”‘’"
CLAUSAL = ("ccomp", "xcomp", "advcl", "parataxis")
FINITE = ("VBD", "VBZ", "VBP", "MD")
OPENING = ("that", ":", ",", "“", '"')
SHORTEST_HALF = 3
ASIDE = 9
"""Words (where, when, to whom) that may stand between a cue and the quotation after it."""
GAP = 3
"""Characters (a comma, a space) that may stand between a quotation and its cue."""


@dataclass(frozen=True, slots=True)
class Content:
    """The spans of the content, and which of the paragraph's quotations it uses."""

    spans: tuple[Span, ...]
    quotations: frozenset[int]


def content_of(cue: Cue, sentence: Sentence, quoted: Sequence[Quotation], text: str, words: Words) -> Content | None:
    """The content of a cue; None where the cue gives none."""
    if Frame.PHRASE in cue.frames:
        return _whole(_beside_phrase(cue, sentence, text), quoted, text)
    opened = any(text[cue.limits.end : q.outer.start].rstrip().endswith(":") for q in _following(cue, sentence, quoted))
    if opened or cue.frames & {Frame.CLAUSE, Frame.QUOTE, Frame.URGING}:
        direct = _direct(cue, sentence, quoted, text)
        if direct:
            return direct
        halves = _around(cue, sentence, text)
        if halves and not any(q.outer.overlaps(h) for q in quoted for h in halves):
            return Content(halves, frozenset())
    region = _clause(cue, sentence, text) if Frame.CLAUSE in cue.frames else None
    if region is None:
        region = _complements(cue, sentence, text, words)
    return _whole(region, quoted, text)


def _following(cue: Cue, sentence: Sentence, quoted: Sequence[Quotation]) -> list[Quotation]:
    """The first quotation behind a cue in its sentence, if any."""
    return [q for q in quoted if cue.limits.end <= q.outer.start < sentence.span.end][:1]


def _whole(region: Span | None, quoted: Sequence[Quotation], text: str) -> Content | None:
    """A region of the reporter's own words, stretched over a quotation that it cuts into."""
    if region is None:
        return None
    touched = [n for n, q in enumerate(quoted) if q.outer.overlaps(region)]
    end = max([region.end, *(quoted[n].outer.end for n in touched if quoted[n].outer.start >= region.start)])
    trimmed = _trim(region.start, end, text)
    if trimmed is None:
        return None
    inside = [n for n in touched if quoted[n].outer.covers(trimmed) or quoted[n].inner == trimmed]
    if inside:
        trimmed = quoted[inside[0]].inner
    few = len(trimmed.of(text).split()) < 2
    return None if few and not touched else Content((trimmed,), frozenset(touched))


def _trim(start: int, end: int, text: str) -> Span | None:
    """Without the commas and spaces at its edges; quotation marks stay where their partner is inside."""
    while start < end and text[start] in " \t\u00a0,;:–—-":
        start += 1
    while end > start and text[end - 1] in " \t\u00a0,;:.–—-":
        end -= 1
    return Span(start, end) if start < end else None


def _beside_phrase(cue: Cue, sentence: Sentence, text: str) -> Span | None:
    before = text[sentence.span.start : cue.limits.start].strip(MARKS)
    last = [t for t in sentence.tokens if t.start < cue.limits.start and t.tag not in (",", ":")]
    if len(before.split()) <= 1 or last[-1].tag in ("WP", "WDT"):
        return _trim(cue.limits.end, sentence.span.end, text)
    return _trim(sentence.span.start, cue.limits.start, text)


def _direct(cue: Cue, sentence: Sentence, quoted: Sequence[Quotation], text: str) -> Content | None:
    """A quotation right before the cue, or right after it."""
    for n, q in enumerate(quoted):
        if q.outer.end <= cue.limits.start and not text[q.outer.end : cue.limits.start].strip(MARKS):
            return _mixed_before(sentence, quoted, n, text) or _broken(cue, sentence, quoted, n, text)
    for n, q in enumerate(quoted):
        if cue.limits.end <= q.outer.start < sentence.span.end:
            between = text[cue.limits.end : q.outer.start].strip(MARKS).lower()
            opened = text[cue.limits.end : q.outer.start].rstrip().endswith((":", ","))
            aside = [t for t in sentence.tokens if cue.limits.end <= t.start < q.outer.start]
            plain = len(aside) <= ASIDE and not any(t.tag in FINITE for t in aside)
            if between in ("", "that", "this") or (opened and plain):
                return _sentence_or_phrase(q, n, cue, sentence, text)
            return None
    return None


def _mixed_before(sentence: Sentence, quoted: Sequence[Quotation], n: int, text: str) -> Content | None:
    """`Talks were "substantive", X said`: the reporter's words before the quotation belong to it."""
    q = quoted[n]
    start = sentence.span.start
    if q.outer.start <= start:
        return None
    own = text[start : q.outer.start].strip(MARKS)
    if len(own.split()) < 2 or own[-1:] in ".!?":
        return None
    trimmed = _trim(start, q.outer.end, text)
    return Content((trimmed,), frozenset({n})) if trimmed else None


def _broken(cue: Cue, sentence: Sentence, quoted: Sequence[Quotation], n: int, text: str) -> Content:
    """A quotation, with its second half where the cue broke it in mid-sentence."""
    first = quoted[n]
    spans, used = [first.inner], {n}
    if n + 1 < len(quoted):
        second = quoted[n + 1]
        goes_on = second.inner.of(text)[:1].islower() and first.inner.of(text)[-1:] not in ".!?"
        if goes_on and second.outer.start < sentence.span.end and second.outer.start >= cue.limits.end:
            spans.append(second.inner)
            used.add(n + 1)
    return Content(tuple(spans), frozenset(used))


def _sentence_or_phrase(q: Quotation, n: int, cue: Cue, sentence: Sentence, text: str) -> Content | None:
    """A quotation after its cue; where the sentence goes on past it, what was said is the whole clause."""
    rest = text[q.outer.end : sentence.span.end].strip(MARKS) if q.outer.end < sentence.span.end else ""
    clause = _clause(cue, sentence, text)
    if rest and clause and clause.end > q.outer.end + GAP:
        return Content((Span(min(clause.start, q.outer.start), clause.end),), frozenset({n}))
    return Content((q.inner,), frozenset({n}))


def _clause(cue: Cue, sentence: Sentence, text: str) -> Span | None:
    """The clause that a verb of saying takes, from the parse; else from where the commas stand."""
    verb = sentence.tokens[cue.index]
    below = [c for c in sentence.children[verb.index] if sentence.tokens[c].dep in ("ccomp", "parataxis")]
    after = [c for c in below if c > verb.index]
    before = [c for c in below if c < verb.index]
    if after:
        return _after(cue, sentence, after, text)
    if before or _closes(cue, sentence, text):
        return _preposed(cue, sentence, before, text)
    that = next(
        (t for t in sentence.tokens[verb.index + 1 : verb.index + 8] if t.lower == "that" and t.tag == "IN"), None
    )
    if that and that.index + 1 < len(sentence.tokens):
        return _cut(cue, sentence, that.index + 1, sentence.tokens[-1].index, text)
    return None


def _after(cue: Cue, sentence: Sentence, clauses: list[int], text: str) -> Span | None:
    inside = sorted(i for c in clauses for i in sentence.subtree(c) if i > cue.index)
    while inside and _opener(sentence.tokens[inside[0]]):
        inside = inside[1:]
    return _cut(cue, sentence, inside[0], inside[-1], text) if inside else None


def _opener(token: Token) -> bool:
    return token.dep in ("mark", "punct") and token.lower in ("that", ",", ":", "“", '"', "''", "``")


def _cut(cue: Cue, sentence: Sentence, first: int, last: int, text: str) -> Span | None:
    """Tokens `first` to `last`, ended where another cue of the same speaker begins."""
    for token in sentence.tokens[first + 1 : last + 1]:
        if token.index <= cue.index or not frames_of(sentence, token):
            continue
        before = sentence.tokens[token.index - 1]
        joined = token.dep == "conj" and token.head == cue.index and before.dep != "mark"
        following = sentence.tokens[token.index + 1] if token.index < last else token
        joined = joined or (before.tag == "CC" and token.tag == "VBD" and following.lower in OPENING)
        if (token.tag == "VBG" and before.text == ",") or joined:
            last = token.index - 1
            while last > first and sentence.tokens[last].tag in ("CC", ",", "RB", ":"):
                last -= 1
            break
    return _trim(sentence.tokens[first].start, sentence.tokens[last].end, text)


def _closes(cue: Cue, sentence: Sentence, text: str) -> bool:
    """Whether a comma and then the cue end the sentence: `…, the official said on Monday`."""
    before = text[sentence.span.start : cue.limits.start].rstrip()
    if not before.endswith((",", "”", '"')) or len(before.split()) < 3:
        return False
    finite = any(t.tag in FINITE for t in sentence.tokens if t.start < cue.limits.start)
    below = [sentence.tokens[c] for c in sentence.children[cue.index] if c > cue.index]
    complement = any(t.dep in ("dobj", "ccomp", "xcomp") for t in below)
    return finite and not complement


def _preposed(cue: Cue, sentence: Sentence, clauses: list[int], text: str) -> Span | None:
    start = sentence.span.start
    if clauses and sentence.tokens[cue.index].dep != "ROOT" and not _closes(cue, sentence, text):
        start = min(sentence.tokens[i].start for c in clauses for i in sentence.subtree(c))
    return _trim(start, cue.limits.start, text) if start < cue.limits.start else None


def _around(cue: Cue, sentence: Sentence, text: str) -> tuple[Span, ...]:
    """The two halves of a sentence that a cue between commas breaks: `Holding elections, X said, was possible`."""
    before = text[sentence.span.start : cue.limits.start].rstrip()
    after = text[cue.limits.end : sentence.span.end]
    words = len(before.split()), len(after.split())
    if not before.endswith(",") or not after.lstrip().startswith(",") or min(words) < SHORTEST_HALF:
        return ()
    if any(c > cue.index and sentence.tokens[c].dep in ("dobj", "ccomp") for c in sentence.children[cue.index]):
        ccomp = [c for c in sentence.children[cue.index] if c > cue.index and sentence.tokens[c].dep == "ccomp"]
        if not ccomp or text[cue.limits.end : sentence.tokens[min(sentence.subtree(ccomp[0]))].start].strip() != ",":
            return ()
    halves = (_trim(sentence.span.start, cue.limits.start, text), _trim(cue.limits.end, sentence.span.end, text))
    return tuple(h for h in halves if h)


def _complements(cue: Cue, sentence: Sentence, text: str, words: Words) -> Span | None:
    """The complements of a verb that takes no clause: what was acknowledged, who was urged to do what."""
    verb = sentence.tokens[cue.index]
    wanted = _wanted(cue.frames)
    if not wanted:
        return None
    if cue.passive:
        return _passive(cue, sentence, text)
    hollow = flat(words.reporting.hollow)
    children = [c for c in sentence.children[verb.index] if c > verb.index and sentence.tokens[c].dep in wanted]
    if any(sentence.tokens[c].lemma in hollow for c in children):
        return None
    fitting = [c for c in children if _fits(cue.frames, sentence, c)]
    if not fitting:
        return None
    if cue.frames <= {Frame.CALLING} and not _names_it(sentence, fitting):
        return None
    that = _that_clause(sentence, fitting)
    if that:
        return _cut(cue, sentence, that[0], that[-1], text)
    inside = sorted(i for c in fitting for i in sentence.subtree(c))
    first = inside[0]
    if sentence.tokens[first].tag == "IN" and Frame.CALLING not in cue.frames and first + 1 <= inside[-1]:
        first += 1
    return _cut(cue, sentence, first, inside[-1], text)


def _that_clause(sentence: Sentence, children: Iterable[int]) -> list[int]:
    """`expressed concern that …`: the clause that says what the concern is."""
    for child in children:
        for clause in sentence.children[child]:
            marks = [c for c in sentence.children[clause] if sentence.tokens[c].lower == "that"]
            if marks and sentence.tokens[clause].dep in ("acl", "ccomp") and sentence.tokens[marks[0]].tag == "IN":
                return [i for i in sentence.subtree(clause) if i > marks[0]]
    return []


def _wanted(frames: frozenset[Frame]) -> frozenset[str]:
    wanted: set[str] = set()
    if Frame.OBJECT in frames:
        wanted |= {"dobj", "prep"}
    if Frame.CALLING in frames:
        wanted |= {"dobj", "ccomp", "oprd", "prep", "attr"}
    if Frame.URGING in frames:
        wanted |= {"dobj", "ccomp", "xcomp", "prep", "dative"}
    if frames & {Frame.ACCUSING, Frame.BLAMING}:
        wanted |= {"dobj", "prep"}
    return frozenset(wanted)


def _fits(frames: frozenset[Frame], sentence: Sentence, child: int) -> bool:
    token = sentence.tokens[child]
    if token.dep != "prep":
        return True
    allowed = {Frame.CALLING: ("as",), Frame.ACCUSING: ("of",), Frame.BLAMING: ("for", "over"), Frame.URGING: ("on",)}
    allowed |= {Frame.OBJECT: ("for", "of", "to", "against")}
    return any(token.lower in allowed.get(f, ()) for f in frames)


def _names_it(sentence: Sentence, children: Iterable[int]) -> bool:
    deps = {sentence.tokens[c].dep for c in children}
    return bool(deps & {"oprd", "prep", "ccomp"})


def _passive(cue: Cue, sentence: Sentence, text: str) -> Span | None:
    """`described by X as …`: what stands after the `as`."""
    if Frame.CALLING not in cue.frames:
        return None
    for token in sentence.tokens[cue.index + 1 :]:
        if token.lower == "as" and token.index + 1 < len(sentence.tokens):
            inside = [i for i in sentence.subtree(token.index) if i > token.index and sentence.tokens[i].dep != "agent"]
            return _cut(cue, sentence, inside[0], inside[-1], text) if inside else None
    return None
