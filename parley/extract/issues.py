"""Which issue a measure belongs to, by the words that name it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp, log, log1p

from parley.lexicon.facts import Term
from parley.lexicon.learned import issue_weights
from parley.lexicon.words import english

NAMED, LIKELY, HINTED = 3.0, 1.2, 1.0
HEAD = 1.6
"""What the head of a measure weighs beside its other words."""
FIRST = 0.5
"""How much more the word that opens a measure weighs than one that ends it."""
JOINED = re.compile(r"(?<![\w-])(?:(\w+),? )?(\w+),? (?:and|or) (\w+) (\w+)")
LEAST = 0.004
"""The share of an issue that a reader does not tell of."""


@dataclass(frozen=True, slots=True)
class Pool:
    """What weighs in an issue.

    The trained reader's share, that of the learned weights of words, the listed words of the measure, those of its
    sentence, and the rules.
    """

    share: float
    learned: float
    measure: float
    sentence: float
    ruled: float


MARKED = Pool(share=0.5, learned=0.3, measure=0.9, sentence=1.0, ruled=0.0)
"""For the words that a trained reader marks, which may begin and end anywhere."""
PLAIN = Pool(share=0.5, learned=0.7, measure=0.5, sentence=0.3, ruled=1.4)
"""For those that the rules take for a measure too, which say more by themselves."""


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue id and how clearly the words point to it (3 and more where one is named outright), or its share."""

    id: str
    weight: float


class Issues:
    """The issue list compiled to one pattern for each weight of words."""

    def __init__(self, terms: Iterable[Term]) -> None:
        listed = english().issues
        self.other = listed.other
        self._weights: dict[str, tuple[str, float]] = {}
        self._endings: list[tuple[str, str, float]] = []
        for issue in listed.issues:
            self._add(issue.id, issue.names, NAMED)
            self._add(issue.id, issue.likely, LIKELY)
            self._add(issue.id, issue.hints, HINTED)
        for term in terms:
            self._weights[term.term.lower()] = (term.issue, NAMED)
        words = sorted((*self._weights, *(stem for stem, _, _ in self._endings)), key=len, reverse=True)
        self._meanings: dict[str, tuple[str, float]] = {}
        stems = {stem for stem, _, _ in self._endings}
        parts = [re.escape(w) + (r"\w*" if w in stems else r"s?") for w in words]
        self._pattern = re.compile(r"(?<![\w-])(?:" + "|".join(parts) + r")(?!\w)")

    def _add(self, issue: str, words: Iterable[str], weight: float) -> None:
        for word in words:
            if word.endswith("*"):
                self._endings.append((word[:-1], issue, weight))
            else:
                self._weights.setdefault(word, (issue, weight))

    def of(self, measure: str, head: str = "") -> Issue:
        """The issue with the most weight in a measure, its `head` word counting most; `other` where no word points."""
        scores = self.weights(measure, head)
        if not scores:
            return Issue(self.other, 0.0)
        best = max(scores, key=lambda i: scores[i])
        return Issue(best, scores[best])

    def pooled(self, shares: Mapping[str, float], measure: str, sentence: str, ruled: str | None) -> Issue:
        """The likeliest issue of a measure and its share, 0 to 1.

        It is found from the trained reader's `shares`, what words have been learned to weigh, the listed words of the
        measure and of its sentence, and the issue that the rules give it, by a sum of logarithms, each with its weight
        (a log-linear pool, Genest and Zidek 1986).
        """
        pool = MARKED if ruled is None else PLAIN
        of_measure, of_sentence = self.weights(measure), self.weights(sentence)
        learned = issue_weights().shares(measure, sentence)
        known = {*learned, *shares, *of_measure, *of_sentence, *([ruled] if ruled else []), self.other}
        odds = {
            issue: exp(
                pool.share * log(shares.get(issue, 0.0) + LEAST)
                + pool.learned * log(learned.get(issue, 0.0) + LEAST)
                + pool.measure * log1p(of_measure.get(issue, 0.0))
                + pool.sentence * log1p(of_sentence.get(issue, 0.0))
                + (pool.ruled if issue == ruled else 0.0)
            )
            for issue in known
        }
        best = max(sorted(odds), key=lambda issue: odds[issue])
        return Issue(best, odds[best] / sum(odds.values()))

    def weights(self, measure: str, head: str = "") -> dict[str, float]:
        """What the words of a measure weigh for each issue that they point to, its `head` word counting most."""
        lower = _apart(measure.lower())
        scores: dict[str, float] = {}
        for match in self._pattern.finditer(lower):
            issue, weight = self._meaning(match.group())
            place = match.start() / max(1, len(lower))
            main = HEAD if head and head in match.group() else 1.0
            scores[issue] = scores.get(issue, 0.0) + weight * main * (1.0 + FIRST * (1.0 - place))
        return scores

    def _meaning(self, found: str) -> tuple[str, float]:
        """Issue and weight of a word: the weightiest of its entries, a longer stem before a shorter."""
        if found not in self._meanings:
            self._meanings[found] = self._looked_up(found)
        return self._meanings[found]

    def _looked_up(self, found: str) -> tuple[str, float]:
        exact = [(w, len(f), i) for f in (found, found.removesuffix("s")) for i, w in [self._weights.get(f, ("", 0.0))]]
        stems = [(weight, len(stem), issue) for stem, issue, weight in self._endings if found.startswith(stem)]
        weight, _, issue = max((*exact, *stems))
        return issue, weight


def _apart(text: str) -> str:
    """`military and financial aid` as `military aid and financial aid`."""
    function = english().grammar.function

    def told(found: re.Match[str]) -> str:
        first, second, third, noun = found.groups()
        if {second, third, noun}.intersection(function):
            return found[0]
        lead = "" if first is None else f"{first} " if first in function else f"{first} {noun} "
        return f"{lead}{second} {noun} {third} {noun}"

    return JOINED.sub(told, text)


@cache
def issues(terms: tuple[Term, ...]) -> Issues:
    """The compiled list for a world's terms, once a process."""
    return Issues(terms)
