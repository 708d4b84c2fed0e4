"""Both sides: each case is a text and the parties that hold what both sides are said to want."""

from __future__ import annotations

import pytest

from parley.model.finding import Position
from tests.extract.conftest import Find

TOLD = "Armenia met Azerbaijan. Armenia thanked Azerbaijan. Azerbaijan thanked Armenia. Armenia and Azerbaijan left. "
WANT = "demanded a truce of six months."


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        pytest.param(f"{TOLD}Both sides {WANT}", ["Armenia", "Azerbaijan"], id="both sides are the two"),
        pytest.param(f"{TOLD}The two delegations {WANT}", ["Armenia", "Azerbaijan"], id="the two delegations"),
        pytest.param(f"{TOLD}The parties {WANT}", [], id="the parties need not be two"),
        pytest.param(f"{TOLD}Both sides announced progress on a truce.", [], id="what is announced need not be held"),
        pytest.param(f"Armenia met Azerbaijan and Turkey. Both sides {WANT}", [], id="of three sides it is nobody"),
    ],
)
def test_both_sides_hold(find: Find, text: str, parties: list[str]) -> None:
    assert sorted(p.party for p in find(Position, text)) == parties
