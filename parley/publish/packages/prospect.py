"""What could hold at all, in words: how many packages have which verdict, which hold, what would open more."""

from __future__ import annotations

from dataclasses import dataclass

from parley.analysis.packages import Outlook, Problem, Stand, judge
from parley.analysis.packages.changes import Changes, OneSided
from parley.analysis.packages.clash import Clash
from parley.analysis.packages.outlook import By, Tally
from parley.analysis.packages.sandbox import Sandbox
from parley.analysis.packages.suppose import Supposed
from parley.publish.briefing import Briefing, Group, Line, Section
from parley.publish.packages import wording
from parley.publish.packages.layout import quoted, what_if
from parley.publish.packages.report import ProofWords, SupposedWords, proofs, suppositions
from parley.publish.words import counted, issue_name, listed, plain

_WAYS, _TRIED = 6, 10


@dataclass(frozen=True, slots=True)
class Holding:
    """A package that nobody is recorded as refusing: its options, by id and in words, and how much is to be asked."""

    options: tuple[str, ...]
    words: tuple[str, ...]
    says: str
    questions: int


@dataclass(frozen=True, slots=True)
class Way:
    """Changes that open packages together, and how many they open; None where it was not counted."""

    changes: tuple[str, ...]
    opens: int | None


@dataclass(frozen=True, slots=True)
class Ways:
    """The smallest changes of one party, or of any; `says` tells how many there are and whether that is proven."""

    who: str | None
    says: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class ClashWords:
    """Positions that cannot all be held, each with its sentences."""

    says: str
    stands: tuple[ClashingStand, ...]


@dataclass(frozen=True, slots=True)
class ClashingStand:
    """One of them."""

    says: str
    quotes: tuple[ProofWords, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """What an analyst's assumptions would say of the open packages: `says` in words, and the packages with it."""

    says: str
    packages: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Prospect:
    """The whole answer to a search; `tally` is None where the packages are too many to count."""

    says: str
    how: str
    packages: int
    issues: tuple[str, ...]
    parties: tuple[str, ...]
    supposed: tuple[SupposedWords, ...]
    tally: Tally | None
    holding: tuple[Holding, ...]
    clashes: tuple[ClashWords, ...]
    ways: Ways
    sides: tuple[Ways, ...]
    trial: Trial | None = None


def prospect(
    problem: Problem, found: Outlook, supposed: tuple[Supposed, ...] = (), tried: Sandbox | None = None
) -> Prospect:
    """What a search found, in words."""
    return Prospect(
        says=_says(found),
        how=_how(found),
        packages=found.size,
        issues=tuple(issue_name(issue.id) for issue in problem.issues),
        parties=tuple(map(plain, problem.parties)),
        supposed=suppositions(supposed, problem),
        tally=found.tally,
        holding=tuple(_holding(package, problem) for package in found.holding),
        clashes=tuple(_clash(clash, problem) for clash in found.clashes),
        ways=_ways(None, found.changes, problem),
        sides=tuple(_side(side, problem) for side in found.sides),
        trial=_trial(tried, problem) if tried else None,
    )


def lay_out(found: Prospect) -> Briefing:
    """The answer, section by section."""
    sections = (*what_if(found.supposed), _held(found), _clashing(found), _moving(found), *_assumed(found))
    asked = f"Asked: {listed(found.parties)}. One option on each of: {listed(found.issues)}."
    return Briefing("What could hold", f"{found.says} {asked} {found.how}", sections, ())


def _says(found: Outlook) -> str:
    tally = found.tally
    if tally is None:
        return (
            "There is a package that nobody is recorded as refusing." if found.holding else "Every package is blocked."
        )
    if not tally.open:
        return f"Every package is blocked, {tally.firmly_refused:,} of {found.size:,} by a firm refusal."
    return (
        f"Of {counted(found.size, 'package')}, {tally.acceptable:,} acceptable to all who are asked, "
        f"{tally.undetermined:,} undetermined, {tally.refused:,} blocked by no firm refusal, "
        f"{tally.firmly_refused:,} blocked by a firm one."
    )


def _how(found: Outlook) -> str:
    if found.by is By.ENUMERATED:
        return "Every package was looked at."
    proven = (
        "what it found is proven"
        if found.proven
        else "it ran out of time, so what it found is not proven to be smallest"
    )
    return f"These are {found.size:,} packages, too many to look at each: an exact solver was asked, and {proven}."


def _holding(package: tuple[str, ...], problem: Problem) -> Holding:
    judged = judge(problem, package)
    return Holding(package, _option_words(package, problem), wording.verdict_of(judged), len(judged.questions))


def _clash(clash: Clash, problem: Problem) -> ClashWords:
    issues = listed(issue_name(issue) for issue in clash.issues)
    if not clash.stands:
        return ClashWords(
            f"On {issues}, no open package was found, and which positions do it was not found in time.", ()
        )
    least = "no fewer do that" if clash.smallest else "none of them can be spared, though a smaller set may exist"
    says = f"On {issues}, these {len(clash.stands)} positions together block every option; {least}."
    return ClashWords(says, tuple(ClashingStand(_stand(s, problem), proofs(s.proof)) for s in clash.stands))


def _stand(stand: Stand, problem: Problem) -> str:
    words = wording.option_words(stand.option, problem)
    if stand.needs:
        return f"{plain(stand.party)} accepts {words} on a condition: {wording.condition(stand, problem)}"
    return f"{plain(stand.party)} {stand.answer.value} {words}"


def _side(side: OneSided, problem: Problem) -> Ways:
    return _ways(side.party, side.changes, problem, side.opens)


def _ways(party: str | None, changes: Changes, problem: Problem, opens: int | None = None) -> Ways:
    who = f"{plain(party)} alone" if party else "anybody"
    ways = tuple(Way(wording.change(each, problem), each.opens) for each in changes.found)
    return Ways(plain(party) if party else None, _number(who, changes, opens), ways)


def _number(who: str, changes: Changes, opens: int | None) -> str:
    if changes.size is None:
        return f"No change by {who} opens a package that is blocked now."
    if not changes.size:
        return "Nothing has to change for some package to be open."
    in_all = f"Changes by {who} can open {counted(opens, 'package')} in all. " if opens is not None else ""
    return f"{in_all}The smallest: {wording.ways(changes)}."


def _held(found: Prospect) -> Section:
    groups = tuple(
        Group(f"{n}. {held.says}", tuple(Line(words) for words in held.words))
        for n, held in enumerate(found.holding, 1)
    )
    return Section("holding", "What nobody is recorded as refusing", "No package.", groups=groups)


def _clashing(found: Prospect) -> Section:
    groups = tuple(Group(c.says, tuple(Line(s.says, lines=quoted(s.quotes)) for s in c.stands)) for c in found.clashes)
    return Section("clash", "Recorded positions that clash", "None: some package is open.", groups=groups)


def _moving(found: Prospect) -> Section:
    groups = tuple(_group(ways) for ways in (found.ways, *found.sides))
    return Section("changes", "The smallest changes, and what one side's would unlock", "", groups=groups)


def _group(ways: Ways) -> Group:
    heading = f"By {ways.who} alone" if ways.who else "By anybody"
    lines = tuple(Line("; ".join(w.changes), note=_opens(w)) for w in ways.ways[:_WAYS])
    left = len(ways.ways) - len(lines)
    rest = (Line(f"and {left} more: --format json"),) if left else ()
    return Group(heading, (Line(ways.says), *lines, *rest))


def _opens(way: Way) -> str:
    return f"opens {counted(way.opens, 'package')}" if way.opens is not None else ""


def _trial(tried: Sandbox, problem: Problem) -> Trial:
    says = (
        f"The analyst's assumptions, not reports: {counted(tried.assumptions, 'combination')} of the ends of their "
        f"ranges, over {counted(tried.packages, 'package')} that nobody is recorded as refusing. Told is under how "
        "many combinations no other of these is as good for every party and better for one; "
        f"{len(tried.best):,} are so at least once, and at most {_TRIED} are told."
    )
    shown = tried.best[:_TRIED]
    return Trial(says, tuple((f"{e.times} of {tried.assumptions}", _option_words(e.package, problem)) for e in shown))


def _option_words(package: tuple[str, ...], problem: Problem) -> tuple[str, ...]:
    return tuple(plain(problem.options[option].words) for option in package)


def _assumed(found: Prospect) -> tuple[Section, ...]:
    if found.trial is None:
        return ()
    lines = tuple(Line("; ".join(words), label=times) for times, words in found.trial.packages)
    groups = (Group(found.trial.says, lines),)
    return (Section("assumed", "Sandbox: the analyst's assumptions", found.trial.says, groups=groups),)
