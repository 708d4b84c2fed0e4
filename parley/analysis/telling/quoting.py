"""Whose words get quoted, how much, and how."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parley.analysis.telling.tellers import Parting, Teller
from parley.analysis.view import View
from parley.model.entry import Told
from parley.model.finding import Statement
from parley.model.reading import SpeechForm

IN_MARKS = re.compile(r"[“„«\"]([^“”„«»\"\n]+)[”“»\"]")
"""Words in quotation marks, within one paragraph."""
FEW = 10
"""Fewer statements than this are too few for a share to mean much: it is said beside the share."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """The statements that a teller has from a party; None for speakers of no party.

    `words` counts what was said, in whatever form, `in_marks` those of the words that stand in quotation marks.
    `direct`, `mixed`, `indirect` and `unnamed` count statements; `of_statements`, `of_words` and `of_marks` are the
    teller's totals over all parties. An unnamed source is told by a description ("a senior diplomat").
    """

    teller: Teller
    party: str | None
    told: tuple[Told[Statement], ...]
    words: int
    in_marks: int
    direct: int
    mixed: int
    indirect: int
    unnamed: int
    of_statements: int
    of_words: int
    of_marks: int

    @property
    def share(self) -> float:
        """The party's share of the teller's statements, 0 to 1."""
        return len(self.told) / self.of_statements

    @property
    def share_of_words(self) -> float:
        """Its share of the words said."""
        return self.words / self.of_words if self.of_words else 0.0

    @property
    def share_of_marks(self) -> float:
        """Its share of the words in quotation marks."""
        return self.in_marks / self.of_marks if self.of_marks else 0.0

    @property
    def few(self) -> bool:
        """Whether the teller has too few statements for a share to mean much."""
        return self.of_statements < FEW


def quoted(view: View, tellers: Sequence[Teller]) -> tuple[Quoted, ...]:
    """For each teller its parties, the one with most statements first; a copied text counts once in a teller."""
    named = _names(view)
    own = Parting(tellers, view.chorus).of(t for entry in view.statements for t in entry.told)
    return tuple(each for at, teller in enumerate(tellers) for each in _of(teller, own.get(at, ()), named))


def _of(teller: Teller, own: Sequence[Told[Statement]], named: frozenset[str]) -> list[Quoted]:
    parties: dict[str | None, list[Told[Statement]]] = {}
    for t in own:
        parties.setdefault(t.finding.party, []).append(t)
    totals = len(own), sum(map(_words, own)), sum(map(_in_marks, own))
    found = [_quoted(teller, party, said, named, totals) for party, said in parties.items()]
    return sorted(found, key=lambda q: (-len(q.told), -q.words, q.party or ""))


def _quoted(
    teller: Teller,
    party: str | None,
    said: Sequence[Told[Statement]],
    named: frozenset[str],
    totals: tuple[int, int, int],
) -> Quoted:
    forms = [t.finding.form for t in said]
    of_statements, of_words, of_marks = totals
    return Quoted(
        teller,
        party,
        tuple(said),
        words=sum(map(_words, said)),
        in_marks=sum(map(_in_marks, said)),
        direct=forms.count(SpeechForm.DIRECT),
        mixed=forms.count(SpeechForm.MIXED),
        indirect=forms.count(SpeechForm.INDIRECT),
        unnamed=sum(t.finding.speaker not in named and t.finding.speaker != t.finding.party for t in said),
        of_statements=of_statements,
        of_words=of_words,
        of_marks=of_marks,
    )


def _names(view: View) -> frozenset[str]:
    """All that the record knows as the name of somebody: unnamed sources are no actors."""
    actors = (t.finding for entry in view.actors for t in entry.told)
    return frozenset(name for actor in actors for name in (actor.name, *actor.aliases))


def _words(told: Told[Statement]) -> int:
    return len(told.finding.content.split())


def _in_marks(told: Told[Statement]) -> int:
    """All words of a direct statement; of a mixed one those in marks where its content stands."""
    said = told.finding
    if said.form is SpeechForm.DIRECT:
        return _words(told)
    if said.form is SpeechForm.INDIRECT:
        return 0
    places = said.content_spans or tuple(e.span for e in said.evidence)
    around = told.document.text[max(0, min(s.start for s in places) - 1) : max(s.end for s in places) + 1]
    return sum(len(words.split()) for words in IN_MARKS.findall(around))
