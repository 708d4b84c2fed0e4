"""Invented problems: parties, issues, options and stands drawn at random from a fixed seed; nothing was reported."""

from __future__ import annotations

import random

from parley.analysis.packages.problem import Answer, Issue, Option, Problem, Stand

SHARES = {
    Answer.ACCEPTS: 0.42,
    Answer.CONDITIONAL: 0.08,
    Answer.REJECTS: 0.12,
    Answer.FIRMLY: 0.08,
    Answer.UNKNOWN: 0.30,
}
"""How often a cell of the table is which answer."""


def problem(issues: int, options: int, parties: int, seed: int) -> Problem:
    """So many issues with so many options each; a condition asks for one option of another issue."""
    rng = random.Random(seed)
    table = tuple(
        Issue(f"issue-{i}", tuple(Option(f"{i}.{o}", f"option {o} of issue {i}") for o in range(options)))
        for i in range(issues)
    )
    names = tuple(f"Party {chr(65 + n)}" for n in range(parties))
    stands = [
        _stand(rng, party, number, option.id, table)
        for party in names
        for number, issue in enumerate(table)
        for option in issue.options
    ]
    return Problem(table, names, tuple(s for s in stands if s.answer is not Answer.UNKNOWN))


def _stand(rng: random.Random, party: str, issue: int, option: str, table: tuple[Issue, ...]) -> Stand:
    answer = rng.choices(list(SHARES), list(SHARES.values()))[0]
    if answer is not Answer.CONDITIONAL:
        return Stand(party, option, answer)
    other = rng.choice([each for number, each in enumerate(table) if number != issue])
    return Stand(party, option, answer, needs=(rng.choice(other.options).id,), condition="on that only")
