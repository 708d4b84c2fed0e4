"""What every extractor is given, and how it proves what it finds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from parley.lexicon.atlas import World
from parley.lexicon.words import Words
from parley.model.document import Document
from parley.model.finding import Evidence
from parley.model.reading import Name, NameKind, Reading, Sentence, Source
from parley.model.span import Span

READER = "rules"
"""The name under which these extractors sign what they find."""

SIDES = (NameKind.STATE, NameKind.GROUP, NameKind.BODY)


@dataclass(frozen=True, slots=True)
class Context:
    """One report with its reading, and the words and the world to read it by."""

    document: Document
    reading: Reading
    words: Words
    world: World

    def evidence(self, *spans: Span) -> tuple[Evidence, ...]:
        """The characters of each span, once each, in the order of the text."""
        return tuple(Evidence(s, s.of(self.document.text)) for s in sorted(set(spans)))

    def text(self, span: Span) -> str:
        """The characters of a span on one line, invisible ones left out."""
        return " ".join(visible(span.of(self.document.text)).split())

    def phrase(self, sentence: Sentence, indices: Iterable[int]) -> str:
        """Some tokens of a sentence as the report has them, gaps closed by a space."""
        words = [sentence.tokens[i] for i in sorted(indices)]
        text = ""
        for n, word in enumerate(words):
            joined = n and word.index == words[n - 1].index + 1 and word.start == words[n - 1].end
            text += ("" if not n or joined else " ") + word.text
        return text.strip(" ,;:–—-")


INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"))


def visible(text: str) -> str:
    """A text without zero-width characters."""
    return text.translate(INVISIBLE)


def sentence_at(context: Context, place: int) -> Sentence | None:
    """The sentence that covers a character; None between sentences."""
    sentences = context.reading.sentences
    n = bisect_right(sentences, place, key=lambda s: s.span.start) - 1
    return sentences[n] if n >= 0 and place < sentences[n].span.end else None


def source_at(sentence: Sentence, index: int) -> Source | None:
    """Who the token stands for, where the reading says so."""
    return next((r.source for r in sentence.references if r.index == index), None)


def name_at(sentence: Sentence, index: int) -> Name | None:
    """The name that covers a token."""
    return next((n for n in sentence.names if n.first <= index <= n.last), None)


def joined(sentence: Sentence, index: int) -> list[int]:
    """A token and all that are joined to it by commas and conjunctions."""
    found, at = [index], 0
    while at < len(found):
        found += [
            c for c in sentence.children[found[at]] if sentence.tokens[c].dep in ("conj", "appos") and c not in found
        ]
        at += 1
    return found


def sources_of(sentence: Sentence, index: int) -> list[Source]:
    """The sources that a (possibly joined) noun phrase names, each once."""
    found: dict[tuple[str, str | None], Source] = {}
    for i in joined(sentence, index):
        if sentence.tokens[i].dep == "appos" and found:
            continue
        for reference in sentence.references:
            if reference.index == i:
                found.setdefault((reference.source.name, reference.source.party), reference.source)
    return list(found.values())
