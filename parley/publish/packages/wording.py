"""The sentences in which packages are told: every party's in the same words."""

from __future__ import annotations

from collections.abc import Iterable

from parley.analysis.packages import Answer, Effect, Problem, Stand, Verdict
from parley.analysis.packages.changes import Change, Changes, Swap
from parley.analysis.packages.problem import Exclusion
from parley.analysis.packages.single import ASKING, BLOCKING, Clause, Judged, Standing
from parley.publish.words import counted, listed, plain

_TOGETHER = "without "


def verdict_of(judged: Judged) -> str:
    """The verdict on a package in one sentence."""
    if judged.verdict is Verdict.BLOCKED:
        names = listed(plain(party) for party in sorted({s.party for s in judged.blockers}))
        firm = listed(
            plain(p) for p in sorted({s.party for s in judged.blockers if s.effect is Effect.FIRMLY_REJECTED})
        )
        return f"Blocked by {names}{f', firmly by {firm}' if firm else ''}."
    if judged.verdict is Verdict.UNDETERMINED:
        unknown = counted(len(judged.questions), "answer")
        return f"Undetermined: nobody is recorded as refusing it; {unknown} not known."
    return "Acceptable to all who are asked, by what is recorded."


def clause_verdict(clause: Clause) -> str:
    """The verdict on a clause, with those whose stand makes it."""
    for verdict, effects in ((Verdict.BLOCKED, BLOCKING), (Verdict.UNDETERMINED, ASKING)):
        names = [plain(s.party) for s in clause.standings if s.effect in effects]
        if names:
            return (
                f"{verdict.value} by {listed(names)}"
                if verdict is Verdict.BLOCKED
                else f"{verdict.value}: {listed(names)}"
            )
    return Verdict.ACCEPTABLE.value


def standing(each: Standing, problem: Problem) -> str:
    """Where a party stands on a clause."""
    stand = each.stand
    supposed = " (supposed)" if stand and stand.supposed else ""
    match each.effect:
        case Effect.UNMET if stand:
            return f"accepts on a condition that is not met: {condition(stand, problem)}{supposed}"
        case Effect.MET if stand:
            return f"accepts on a condition that the package meets: {condition(stand, problem)}{supposed}"
        case Effect.OPEN_CONDITION if stand:
            return f"accepts on a condition that has to be asked about: {condition(stand, problem)}{supposed}"
        case Effect.UNKNOWN:
            why = f": {listed(map(plain, stand.because))}" if stand and stand.because else ": nothing is reported"
            return f"not known{supposed or why}"
        case _:
            why = f" ({listed(map(plain, stand.because))})" if stand and stand.because else ""
            return f"{each.effect.value}{supposed}{why}"


def condition(stand: Stand, problem: Problem) -> str:
    """A condition in its own words, else by the options that it asks for."""
    return f"“{plain(stand.condition)}”" if stand.condition else needed(stand.needs, problem)


def needed(options: Iterable[str], problem: Problem) -> str:
    """The words of some options, an option that is on no list by its id."""
    return listed(option_words(option, problem) for option in options)


def option_words(option: str, problem: Problem) -> str:
    """An option in its words."""
    known = problem.options.get(option)
    return f"“{plain(known.words)}”" if known else f"option {option}"


def question(each: Standing, problem: Problem) -> str:
    """What would have to be asked of a party."""
    words = option_words(each.option, problem)
    if each.effect is Effect.OPEN_CONDITION and each.stand:
        return f"Does the package meet your condition for {words}: {condition(each.stand, problem)}?"
    return f"Do you accept {words}?"


def move(stand: Stand, problem: Problem) -> str:
    """A change of position."""
    words = option_words(stand.option, problem)
    now = f"accepts on a condition: {condition(stand, problem)}" if stand.needs else stand.answer.value
    return f"{plain(stand.party)} comes to accept {words} (now: {now})"


def supposed(stand: Stand, problem: Problem) -> str:
    """A supposition."""
    answer = {Answer.CONDITIONAL: "accepts", Answer.UNKNOWN: "leaves open"}.get(stand.answer, stand.answer.value)
    needs = f" if {needed(stand.needs, problem)}" if stand.needs else ""
    return f"{plain(stand.party)} {answer} {option_words(stand.option, problem)}{needs}"


def swap(each: Swap, problem: Problem) -> str:
    """A change of the package."""
    if each.old.startswith(_TOGETHER):
        return f"The package also holds {option_words(each.new, problem)}"
    return f"The package holds {option_words(each.new, problem)} instead of {option_words(each.old, problem)}"


def change(each: Change, problem: Problem) -> tuple[str, ...]:
    """Everything that changes, a sentence each: the package first, then positions party by party."""
    return (*(swap(s, problem) for s in each.swaps), *(move(s, problem) for s in each.moves))


def ways(found: Changes) -> str:
    """How many changes of the smallest size there are, how many are told, and whether that is proven."""
    number = counted(found.total, "way")
    least = f"at least {number}" if found.more else number
    told = f"; the first {len(found.found)} are told" if found.total > len(found.found) else ""
    proven = "" if found.proven else ", not proven to be smallest"
    return f"{least} of {counted(found.size or 0, 'change')}{told}{proven}"


def contradiction(each: Exclusion, problem: Problem) -> str:
    """Two clauses that cannot both hold."""
    both = f"{option_words(each.one, problem)} and {option_words(each.other, problem)}"
    return f"{both} exclude each other ({each.said})"
