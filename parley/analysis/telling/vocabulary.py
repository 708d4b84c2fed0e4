"""The words that one teller uses more than the others: log-odds with an informative Dirichlet prior.

Monroe, Colaresi and Quinn (2008), "Fightin' Words", Political Analysis 16(4): the log-odds ratio with
an informative prior, its approximate variance, and the z of the two.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log, sqrt

from parley.analysis.telling.quoting import IN_MARKS
from parley.analysis.telling.tellers import Teller
from parley.analysis.view import View
from parley.model.document import Document

PRIOR = 500.0
"""The weight of the prior in words, about one report: each word is expected as often as in all reports together."""
SURE = 2.58
"""The least z that is told: of words that are used alike, one in two hundred lies above it by chance."""
FEW, FEW_REPORTS = 10, 3
"""A word used less often, or in fewer reports, is said to rest on little."""
_WORD = re.compile(r"[^\W\d_][^\W_]*(?:[’'-](?!s\b)[^\W_]+)*")
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a teller: how often it uses it among `of` words, in how many of its reports; `others` likewise.

    `log_odds` is how much likelier it is here than there (0: alike; 0.69: twice), `z` that divided by its deviation.
    """

    teller: Teller
    word: str
    count: int
    of: int
    reports: int
    others: int
    of_others: int
    log_odds: float
    z: float

    @property
    def few(self) -> bool:
        """Whether it rests on few uses or few reports."""
        return self.count < FEW or self.reports < FEW_REPORTS


def vocabulary(view: View, tellers: Sequence[Teller], most: int = 15) -> tuple[Word, ...]:
    """Each teller's most telling words against all other reports, of its own text: what is in quotation marks is not.

    Copies of one text are read once, and as nobody's words in particular: they stand on neither side.
    """
    texts = [(document, _counts(document)) for document in _own_texts(view)]
    background: Counter[str] = Counter()
    for _, counts in texts:
        background.update(counts)
    return tuple(word for teller in tellers for word in _of(teller, texts, background, most))


def log_odds(count: int, of: int, others: int, of_others: int, prior: float, of_prior: float) -> tuple[float, float]:
    """How much likelier a word is in one text than in another, and that over its deviation.

    Of each count and its prior it takes the log of the odds against all other words, then the difference of the two;
    its variance is about the sum of the inverses of both counts with their priors.

    >>> [round(value, 3) for value in log_odds(8, 100, 2, 100, 5.0, 100.0)]
    [0.651, 1.388]
    """
    one, other = count + prior, others + prior
    delta = log(one / (of + of_prior - one)) - log(other / (of_others + of_prior - other))
    return delta, delta / sqrt(1 / one + 1 / other)


def _own_texts(view: View) -> list[Document]:
    """The reports of which the record has no copy, and whose words are therefore their outlet's own."""
    voices = Counter(view.chorus.voice(d.id) for d in view.documents)
    return [d for d in view.documents if voices[view.chorus.voice(d.id)] == 1]


def _counts(document: Document) -> Counter[str]:
    return Counter(_WORD.findall(IN_MARKS.sub(" ", _bare(document)).casefold()))


def _bare(document: Document) -> str:
    """The text without what is on the page and not of the report."""
    kept, at = [], 0
    for span in sorted(document.furniture):
        kept.append(document.text[at : span.start])
        at = max(at, span.end)
    return "\n".join((*kept, document.text[at:]))


def _of(
    teller: Teller, texts: Sequence[tuple[Document, Counter[str]]], background: Counter[str], most: int
) -> list[Word]:
    own: Counter[str] = Counter()
    reports: Counter[str] = Counter()
    for document, counts in texts:
        if teller.tells(document):
            own.update(counts)
            reports.update(counts.keys())
    of, every = own.total(), background.total()
    if not of or of == every:
        return []
    mastheads = {word for name in teller.outlets for word in _WORD.findall(name.casefold())}
    found = [
        Word(teller, word, count, of, reports[word], background[word] - count, every - of, *odds)
        for word, count in own.items()
        if len(word) >= _SHORTEST
        and reports[word] > 1
        and word not in mastheads
        and (odds := _odds(count, of, background[word], every))[1] >= SURE
    ]
    return sorted(found, key=lambda w: (-w.z, w.word))[:most]


def _odds(count: int, of: int, total: int, every: int) -> tuple[float, float]:
    return log_odds(count, of, total - count, every - of, PRIOR * total / every, PRIOR)
