"""The options and stands of a record, as the options board weighs them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from parley.analysis.options import (
    Acceptance,
    Firmness,
    Footing,
    Inference,
    OptionsBoard,
    Rule,
    Sign,
    Tie,
    Witness,
    options_board,
)
from parley.analysis.options import Option as Measure
from parley.analysis.packages.matching import Matcher
from parley.analysis.packages.problem import Answer, Exclusion, Issue, Option, Problem, Proof, Stand
from parley.analysis.view import View
from parley.lexicon.ladders import Ladders
from parley.model.entry import Told
from parley.model.finding import Position, Proposal
from parley.model.when import When
from parley.resolve import Chorus, Resolver

_QUOTED = 2
_ANSWERS = {
    Acceptance.ACCEPT: Answer.ACCEPTS,
    Acceptance.CONDITIONAL: Answer.CONDITIONAL,
    Acceptance.REJECT: Answer.REJECTS,
    Acceptance.UNKNOWN: Answer.UNKNOWN,
}
_LEAN = {
    Acceptance.ACCEPT: "accepts it",
    Acceptance.CONDITIONAL: "accepts it on a condition",
    Acceptance.REJECT: "rejects it",
}
SHORT = 8
"""So many characters of an id are enough to name a proposal."""


def recorded(view: View, resolver: Resolver, said: Ladders | None = None) -> Problem:
    """Every measure of the record as an option of its issue, with where each party stands on it.

    A condition that asks for another measure of the record needs that option; any other stays in words. `said` is what
    an analyst's file says of the options.
    """
    return of_board(options_board(view, resolver, said), view.chorus, resolver)


def of_board(board: OptionsBoard, chorus: Chorus, resolver: Resolver) -> Problem:
    """An options board as the input of questions about packages."""
    measures = [option for issue in board.issues for option in issue.options]
    issues = tuple(Issue(i.issue, tuple(map(_option, i.options))) for i in board.issues)
    reader = _Reader(board, chorus, Matcher(map(_option, measures), resolver.world))
    stands = tuple(stand for issue in board.issues for f in issue.footings if (stand := reader.stand(f)))
    exclusions = tuple(dict.fromkeys(_exclusions(board)))
    return Problem(issues, tuple(sorted({stand.party for stand in stands})), stands, exclusions)


def points(view: View, board: Problem, proposal: str) -> Mapping[str, str] | None:
    """The points of a proposal by the ids of their options, with their words; None where there is no such proposal.

    They are the measures that its issuer holds in the very sentences that tell of it.
    """
    entry = next((e for e in view.proposals if any(proposal in _names(t) for t in e.told)), None)
    if entry is None:
        return None
    issuer = next((t.finding.issuer for t in entry.told if t.finding.issuer), None)
    sentences = {(t.document.id, e.span) for t in entry.told for e in t.finding.evidence}
    named = {t.id.rpartition("-")[2][:SHORT]: measure for measure in view.measures for t in measure.told[:1]}
    return {
        identity: measure.lead.finding.measure
        for identity, measure in named.items()
        if identity in board.options
        and any(
            t.finding.party == issuer and (t.document.id, e.span) in sentences
            for t in measure.told
            for e in t.finding.evidence
        )
    }


class _Reader:
    """Turns footings into stands."""

    def __init__(self, board: OptionsBoard, chorus: Chorus, matcher: Matcher) -> None:
        self._chorus = chorus
        self._matcher = matcher
        self._measures = {option.id: option for issue in board.issues for option in issue.options}
        self._footings = {(f.party, f.option): f for issue in board.issues for f in issue.footings}

    def stand(self, footing: Footing) -> Stand | None:
        """The stand that a footing comes to; None where nothing at all is known."""
        if footing.inferred:
            return self._inferred(footing)
        if footing.rule is Rule.UNREPORTED:
            return None
        condition = "; ".join(footing.conditions)
        answer = _answer(footing)
        return Stand(
            party=footing.party,
            option=footing.option,
            answer=answer,
            needs=self._needs(footing) if answer is Answer.CONDITIONAL else (),
            condition=condition if answer is Answer.CONDITIONAL else "",
            because=tuple(_because(footing)),
            proof=self._proof(footing.carrying or footing.contrary),
        )

    def _inferred(self, footing: Footing) -> Stand:
        """A stand on something of which nothing is reported, with the words behind what it is inferred from."""
        sources = [self._footings.get((footing.party, i.source)) for i in footing.inferred]
        witnesses = [t for source in sources if source for t in source.carrying]
        known = footing.acceptance is not Acceptance.UNKNOWN
        because = tuple(self._because_of(i, sure=known) for i in footing.inferred)
        return Stand(footing.party, footing.option, _answer(footing), because=because, proof=self._proof(witnesses))

    def _because_of(self, inference: Inference, *, sure: bool) -> str:
        words = self._measures[inference.source].words
        if sure:
            return f"inferred from where it stands on “{words}”"
        return f"nothing is reported; where it stands on “{words}” suggests that it {_LEAN[inference.acceptance]}"

    def _needs(self, footing: Footing) -> tuple[str, ...]:
        """The options that the conditions ask for; none where any condition is for something else."""
        found = [self._matcher.match(condition).option for condition in footing.conditions]
        if not all(found):
            return ()
        return tuple(dict.fromkeys(option for option in found if option and option != footing.option))

    def _proof(self, witnesses: Sequence[Witness]) -> tuple[Proof, ...]:
        when_of = {t.told.id: t.when for t in witnesses}
        one_each = self._chorus.one_each([t.told for t in witnesses])
        return tuple(_words(told, when_of[told.id]) for told in one_each[:_QUOTED])


def _option(measure: Measure) -> Option:
    wordings = tuple(dict.fromkeys(t.finding.measure for t in measure.entry.told))
    return Option(measure.id, measure.words, wordings)


def _exclusions(board: OptionsBoard) -> Iterator[Exclusion]:
    for issue in board.issues:
        for bond in issue.bonds:
            if bond.tie is Tie.EXCLUDES:
                yield Exclusion(bond.one, bond.other, bond.said_at or "by their wordings")


def _answer(footing: Footing) -> Answer:
    if footing.firm:
        return Answer.FIRMLY
    if footing.open or (footing.inferred and footing.acceptance is Acceptance.CONDITIONAL):
        return Answer.UNKNOWN
    return _ANSWERS[footing.acceptance]


def _because(footing: Footing) -> Iterator[str]:
    """Why a refusal is firm or not, why a stand is not known, and that voices tell otherwise."""
    if footing.firmness is not None:
        yield from _signs(footing.firmness)
    elif footing.open:
        yield "ready to discuss it, with no condition named"
    if footing.contrary:
        yield footing.rule.value


def _signs(firmness: Firmness) -> Iterator[str]:
    yield from (_sign(each) for each in firmness.strengths)
    yield from (f"not firm: {_sign(each)}" for each in firmness.slack)
    if not firmness.strengths:
        yield "no sign that it is firm"


def _sign(sign: Sign) -> str:
    return f"{sign.of.value} ({', '.join(sign.words)})" if sign.words else sign.of.value


def _words(told: Told[Position], known: When | None) -> Proof:
    in_order = sorted(told.finding.evidence, key=lambda e: e.span)
    sentences = dict.fromkeys(e.text for e in in_order)
    day = known.day if known else None
    return Proof(" […] ".join(sentences), told.id, told.document.id, told.document.outlet, day)


def _names(told: Told[Proposal]) -> tuple[str, ...]:
    kind, _, digest = told.id.rpartition("-")
    return (told.id, digest, digest[:SHORT], f"{kind}-{digest[:SHORT]}")
