"""Problems drawn for hypothesis, small enough for the naive way."""

from __future__ import annotations

from hypothesis import strategies as st

from parley.analysis.packages import Answer, Issue, Option, Problem, Stand

PARTIES = ("Estmark", "Norland", "Sudria")


@st.composite
def problems(draw: st.DrawFn, most_issues: int = 3, most_options: int = 3) -> Problem:
    """Up to so many issues and options, two or three parties, any stand on any option."""
    sizes = draw(st.lists(st.integers(1, most_options), min_size=1, max_size=most_issues))
    issues = tuple(
        Issue(f"i{n}", tuple(Option(f"{n}.{o}", f"option {n}.{o}") for o in range(size)))
        for n, size in enumerate(sizes)
    )
    ids = [option.id for issue in issues for option in issue.options]
    parties = PARTIES[: draw(st.integers(1, 3))]
    stands = [stand for party in parties for option in ids if (stand := draw(_stands(party, option, ids)))]
    return Problem(issues, parties, tuple(stands))


def _stands(party: str, option: str, ids: list[str]) -> st.SearchStrategy[Stand | None]:
    plain = st.sampled_from([a for a in Answer if a is not Answer.CONDITIONAL])
    needs = st.lists(st.sampled_from([*ids, "elsewhere"]), max_size=2, unique=True)
    return st.one_of(
        st.none(),
        plain.map(lambda answer: Stand(party, option, answer)),
        needs.map(lambda some: Stand(party, option, Answer.CONDITIONAL, tuple(some), "in words")),
    )
