"""How far the review has come, and how often readers were right where somebody looked."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from parley.model.finding import KINDS
from parley.model.item import Item
from parley.model.judgement import Decision, Judgement, Verdicts
from parley.resolve import verdicts
from parley.review.votes import Votes

BANDS = (0.0, 0.3, 0.4, 0.6, 0.75, 0.9, 1.0)
"""Where bands of confidence begin and end; each holds its lower end, the last one both."""
_Z = 1.959963984540054
"""The normal quantile of a two-sided interval of 95%."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many, and between what the true share lies: Wilson's interval (1927) of 95%."""

    count: int
    of: int

    @property
    def value(self) -> float | None:
        """The share, 0 to 1; None of nothing."""
        return self.count / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The ends of the interval, 0 to 1; None of nothing.

        >>> [round(end, 3) for end in Share(8, 10).interval or ()]
        [0.49, 0.943]
        """
        if not self.of:
            return None
        share, spread = self.count / self.of, _Z**2 / self.of
        half = _Z * math.sqrt(share * (1 - share) / self.of + spread / (4 * self.of))
        low, high = ((share + spread / 2 + side * half) / (1 + spread) for side in (-1, 1))
        return max(0.0, low), min(1.0, high)


@dataclass(frozen=True, slots=True)
class Part:
    """Some of what readers found: a kind, a band of confidence, or all.

    `found` counts what readers found, `stands` what of it stands as it was read, `left` what nobody has judged. `right`
    is how much of what was judged was right as it was read, by the last word on each. `expected` is the mean confidence
    (0 to 1) of what was judged: well calibrated, it is the share that is right.
    """

    name: str
    found: int
    stands: int
    left: int
    right: Share
    expected: float | None

    @property
    def judged(self) -> int:
        """How many somebody has judged."""
        return self.right.of


@dataclass(frozen=True, slots=True)
class Work:
    """How much somebody has judged: the last words of a person that are not undone, by decision."""

    who: str
    accepted: int
    corrected: int
    rejected: int

    @property
    def judged(self) -> int:
        """How many in all."""
        return self.accepted + self.corrected + self.rejected


@dataclass(frozen=True, slots=True)
class Progress:
    """All of it, kind by kind, by how sure the readers were, and person by person (who judged most first)."""

    all: Part
    kinds: tuple[Part, ...] = ()
    bands: tuple[Part, ...] = ()
    people: tuple[Work, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Census:
    """All that readers found, by id, and how many of them are of each kind and in each band: counted once."""

    items: Mapping[str, Item]
    kinds: Mapping[str, int]
    bands: Mapping[int, int]

    @classmethod
    def of(cls, items: Iterable[Item]) -> Census:
        """Count items."""
        by_id = {item.id: item for item in items}
        bands = Counter(_band(item.confidence) for item in by_id.values())
        return cls(by_id, Counter(item.kind for item in by_id.values()), bands)


def progress(found: Census, judgements: Iterable[Judgement]) -> Progress:
    """How far it has come, from all that readers found and all judgements, undone ones too."""
    made = tuple(judgements)
    last = _last_words(verdicts(made))
    judged = [(found.items[i], word) for i, word in last.items() if i in found.items]
    kinds, bands = found.kinds, found.bands
    return Progress(
        all=_part("all", len(found.items), judged),
        kinds=tuple(
            _part(k.KIND, n, [j for j in judged if j[0].kind == k.KIND]) for k in KINDS if (n := kinds.get(k.KIND, 0))
        ),
        bands=tuple(
            _part(_words(band), bands[band], [j for j in judged if _band(j[0].confidence) == band])
            for band in sorted(bands)
        ),
        people=_people(Votes.of(made)),
    )


def _last_words(said: Verdicts) -> Mapping[str, Decision]:
    """What was decided last on each finding, by its id."""
    ids = {Decision.ACCEPT: said.accepted, Decision.CORRECT: said.corrected, Decision.REJECT: said.rejected}
    return {finding_id: decision for decision, findings in ids.items() for finding_id in findings}


def _band(confidence: float) -> int:
    """The band of a confidence, counted from 0."""
    return min(bisect_right(BANDS, confidence), len(BANDS) - 1) - 1


def _words(band: int) -> str:
    return f"{BANDS[band]:.2f} to {BANDS[band + 1]:.2f}"


def _part(name: str, found: int, judged: Sequence[tuple[Item, Decision]]) -> Part:
    """So many that were found, and those of them that were judged with the last word on each."""
    right = sum(word is Decision.ACCEPT for _, word in judged)
    return Part(
        name=name,
        found=found,
        stands=found - len(judged) + right,
        left=found - len(judged),
        right=Share(right, len(judged)),
        expected=sum(item.confidence for item, _ in judged) / len(judged) if judged else None,
    )


def _people(votes: Votes) -> tuple[Work, ...]:
    said: dict[str, list[Decision]] = {}
    for finding_id in votes.by_finding:
        for vote in votes.on(finding_id):
            said.setdefault(vote.who, []).append(vote.decision)
    work = [
        Work(who, made.count(Decision.ACCEPT), made.count(Decision.CORRECT), made.count(Decision.REJECT))
        for who, made in said.items()
    ]
    return tuple(sorted(work, key=lambda each: (-each.judged, each.who)))
