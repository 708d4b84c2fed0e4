"""Problems of a few words: two parties, a truce, a pull-back and guarantees."""

from __future__ import annotations

from parley.analysis.packages import Answer, Issue, Option, Problem, Stand

ISSUES = (
    Issue("ceasefire", (Option("truce", "a truce of thirty days"), Option("pause", "a pause for the harvest"))),
    Issue("withdrawal", (Option("leave", "withdrawal behind the river"), Option("stay", "troops stay where they are"))),
    Issue("guarantees", (Option("guarantee", "security guarantees by Estmark"), Option("none", "no pledges at all"))),
)
PARTIES = ("Norland", "Sudria")
GUARDED = Stand("Sudria", "leave", Answer.CONDITIONAL, ("guarantee",), "only with guarantees")


def problem(*stands: Stand, parties: tuple[str, ...] = PARTIES) -> Problem:
    """The issues above with these stands."""
    return Problem(ISSUES, parties, stands)


def all_but(*stands: Stand) -> Problem:
    """Everybody accepts everything but where a stand says otherwise."""
    accepting = (Stand(party, o.id, Answer.ACCEPTS) for party in PARTIES for issue in ISSUES for o in issue.options)
    return problem(*accepting).with_stands(stands)
