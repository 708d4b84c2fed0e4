"""View → options board."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from parley.analysis.days import when
from parley.analysis.options.authority import Authorities
from parley.analysis.options.bonds import bonds
from parley.analysis.options.inferring import infer
from parley.analysis.options.ladders import in_order, named_options, options_of
from parley.analysis.options.model import Bond, Footing, IssueOptions, Option, OptionsBoard, Witness
from parley.analysis.options.weighing import acceptance, weigh
from parley.analysis.options.wording import FirmnessLanguage
from parley.analysis.view import View
from parley.lexicon.ladders import Ladders
from parley.lexicon.words import english
from parley.model.entry import Told
from parley.model.finding import Position
from parley.resolve import Resolver


def options_board(view: View, resolver: Resolver, said: Ladders | None = None) -> OptionsBoard:
    """Every issue's options and where each party stands on them, with what an analyst's file says of the options.

    LexiconError with file and line where the file names an issue or an option that the view does not have.
    """
    bare = options_of(view)
    named = named_options(bare, said)
    options = in_order(bare, said, named)
    tied = bonds(options, resolver, said.issues if said else (), named)
    spoken = tuple(_spoken(view, options, Weigher(view, resolver)))
    found = _by_issue(options, tied, (*spoken, *infer(spoken, tied)), dict.fromkeys(named, said.file if said else ""))
    return OptionsBoard(tuple(found))


class Weigher:
    """Hears findings as witnesses."""

    def __init__(self, view: View, resolver: Resolver) -> None:
        words = english()
        self._authorities = Authorities(view.actors, view.statements, resolver.world, words)
        self._language = FirmnessLanguage(words)

    def witness(self, told: Told[Position]) -> Witness:
        """One finding weighed."""
        position = told.finding
        return Witness(
            told=told,
            acceptance=acceptance(position.stance),
            when=when(told),
            bearing=self._authorities.bearing(told),
            final=self._language.final(position),
            soft=self._language.soft(position),
        )


def _spoken(view: View, options: Sequence[Option], weigher: Weigher) -> Iterator[Footing]:
    """Where each party stands on each option of which a report gives a position."""
    for option in options:
        by_party: dict[str, list[Witness]] = {}
        for told in option.entry.told:
            by_party.setdefault(told.finding.party, []).append(weigher.witness(told))
        for party, witnesses in by_party.items():
            yield weigh(party, option.id, witnesses, view.chorus, view.latest)


def _by_issue(
    options: Sequence[Option], tied: Sequence[Bond], footings: Sequence[Footing], said_in: Mapping[str, str]
) -> Iterator[IssueOptions]:
    """The options issue by issue, the issue with most voices first."""
    issue_of = {option.id: option.issue for option in options}
    voices: Counter[str] = Counter()
    for option in options:
        voices[option.issue] += option.entry.voices
    for issue in sorted(voices, key=lambda i: (-voices[i], i)):
        own = tuple(f for f in footings if issue_of[f.option] == issue)
        yield IssueOptions(
            issue,
            tuple(o for o in options if o.issue == issue),
            tuple(b for b in tied if issue in (issue_of[b.one], issue_of[b.other])),
            _parties(own),
            own,
            said_in.get(issue),
        )


def _parties(footings: Sequence[Footing]) -> tuple[str, ...]:
    """Those with most voices first, counted over what reports give."""
    voices: Counter[str] = Counter()
    for footing in footings:
        voices[footing.party] += footing.voices
    return tuple(sorted(voices, key=lambda party: (-voices[party], party)))
