"""The options and stands of a record: its measures, and where each party stood on them last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from parley.analysis.days import sort_day, when
from parley.analysis.index import SHORT
from parley.analysis.packages.matching import Matcher
from parley.analysis.packages.problem import Answer, Issue, Option, Problem, Proof, Stand
from parley.analysis.view import View
from parley.lexicon.atlas import World
from parley.model.entry import Entry, Told
from parley.model.finding import Position
from parley.model.stand import Stance
from parley.resolve import polarity

_ANSWERS = {
    Stance.SUPPORT: Answer.ACCEPTS,
    Stance.OPPOSE: Answer.REJECTS,
    Stance.CONDITIONAL: Answer.CONDITIONAL,
    Stance.OPEN: Answer.UNKNOWN,
}
_QUOTED = 2


def recorded(view: View, world: World) -> Problem:
    """Every measure of the record as an option of its issue, with each party's latest stand on which reports agree.

    A refusal is firm that two independent voices tell or that was told on two days and not taken back. A condition that
    asks for a measure of the record needs that option; any other stays in words.
    """
    measure_of = {t.id: option_id(measure) for measure in view.measures for t in measure.told}
    matcher = Matcher((_option(measure) for measure in view.measures), world)
    held = sorted(view.holdings, key=lambda e: (e.lead.finding.party, measure_of[e.lead.id]))
    stands = tuple(_stand(entry, measure_of[entry.lead.id], view, matcher) for entry in held)
    return Problem(_issues(view.measures), tuple(sorted({s.party for s in stands})), stands)


def option_id(measure: Entry[Position]) -> str:
    """The short id under which a measure is an option, a page and a finding of `parley why`."""
    return measure.lead.id.rpartition("-")[2][:SHORT]


def _issues(measures: Iterable[Entry[Position]]) -> tuple[Issue, ...]:
    by_issue: dict[str, list[Option]] = {}
    for measure in sorted(measures, key=lambda e: (-e.voices, e.id)):
        by_issue.setdefault(measure.lead.finding.issue, []).append(_option(measure))
    return tuple(Issue(issue, tuple(options)) for issue, options in sorted(by_issue.items()))


def _option(measure: Entry[Position]) -> Option:
    wordings = tuple(dict.fromkeys(t.finding.measure for t in measure.told))
    return Option(option_id(measure), measure.lead.finding.measure, wordings)


def _stand(entry: Entry[Position], option: str, view: View, matcher: Matcher) -> Stand:
    latest = _latest(entry.told)
    party = entry.lead.finding.party
    if len({polarity(t.finding.stance) for t in latest}) > 1:
        return Stand(
            party, option, Answer.UNKNOWN, because=("reports of one day disagree",), proof=_proof(latest, view)
        )
    lead = min(latest, key=lambda t: (t.finding.stance is not Stance.CONDITIONAL, -t.finding.confidence, t.id))
    answer, condition = _ANSWERS[lead.finding.stance], lead.finding.condition or ""
    alike = [t for t in entry.told if polarity(t.finding.stance) is polarity(lead.finding.stance)]
    because = _firm(alike, view) if answer is Answer.REJECTS else _open(answer)
    return Stand(
        party=party,
        option=option,
        answer=Answer.FIRMLY if answer is Answer.REJECTS and because else answer,
        needs=_needs(condition, option, matcher) if answer is Answer.CONDITIONAL else (),
        condition=condition,
        because=because,
        proof=_proof((lead, *(t for t in alike if t is not lead)), view),
    )


def _latest(told: Sequence[Told[Position]]) -> list[Told[Position]]:
    in_order = sorted(told, key=sort_day)
    *_, (_, latest) = ((day, list(same)) for day, same in groupby(in_order, key=sort_day))
    return latest


def _firm(told: Sequence[Told[Position]], view: View) -> tuple[str, ...]:
    voices, days = view.chorus.count(told), len({sort_day(t) for t in told})
    reasons = (
        f"{voices} independent voices tell it" if voices > 1 else "",
        f"told on {days} days and not taken back" if days > 1 else "",
    )
    return tuple(filter(None, reasons))


def _open(answer: Answer) -> tuple[str, ...]:
    return ("ready to discuss it, undecided",) if answer is Answer.UNKNOWN else ()


def _needs(condition: str, option: str, matcher: Matcher) -> tuple[str, ...]:
    found = matcher.match(condition).option if condition else None
    return (found,) if found and found != option else ()


def _proof(told: Sequence[Told[Position]], view: View) -> tuple[Proof, ...]:
    return tuple(_words(t) for t in view.chorus.one_each(told)[:_QUOTED])


def _words(told: Told[Position]) -> Proof:
    in_order = sorted(told.finding.evidence, key=lambda e: e.span)
    known = when(told)
    sentences = dict.fromkeys(e.text for e in in_order)
    return Proof(" […] ".join(sentences), told.id, told.document.id, told.document.outlet, known.day if known else None)


def points(view: View, proposal: str) -> Mapping[str, str] | None:
    """The points of a proposal by the ids of their options, with their words; None where there is no such proposal.

    They are the measures that its issuer holds in the very sentences that tell of it.
    """
    entry = next((e for e in view.proposals if any(proposal in _names(t) for t in e.told)), None)
    if entry is None:
        return None
    issuer = next((t.finding.issuer for t in entry.told if t.finding.issuer), None)
    sentences = {(t.document.id, e.span) for t in entry.told for e in t.finding.evidence}
    return {
        option_id(measure): measure.lead.finding.measure
        for measure in view.measures
        for t in measure.told
        if t.finding.party == issuer
        if any((t.document.id, e.span) in sentences for e in t.finding.evidence)
    }


def _names(told: Told[object]) -> tuple[str, ...]:  # type: ignore[type-var]
    digest = told.id.rpartition("-")[2]
    return (told.id, digest, digest[:SHORT], told.id[: -len(digest)] + digest[:SHORT])
