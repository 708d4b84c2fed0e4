"""Whose an office is that a report leaves unsaid: each case is a text and the side of the person in it."""

from __future__ import annotations

import pytest

from parley.model.reading import NameKind
from tests.language.conftest import Read


@pytest.mark.parametrize(
    ("text", "party"),
    [
        pytest.param(
            "The United Nations warned of famine. Its envoy Marit Solheim left.",
            "United Nations",
            id="its envoy is the envoy of the last subject",
        ),
        pytest.param(
            "Hamas refused to meet Israel. Its envoy Karim Daluni left.",
            "Hamas",
            id="the subject, not the side named last",
        ),
        pytest.param(
            "Sudan refused. Foreign Minister Salah Mirghani left for Jeddah.",
            "Sudan",
            id="a foreign minister is of the state named last",
        ),
        pytest.param(
            "Sudan refused the offer of the Houthis. Foreign Minister Salah Mirghani left.",
            "Sudan",
            id="a foreign minister is of no group",
        ),
        pytest.param(
            "Wagner warned Sudan. Wagner fled Sudan. Wagner met Sudan. Mali won. Foreign Minister Salah Mirghani left.",
            "Sudan",
            id="beside a group, a foreign minister is of the state at odds with it, not the one named last",
        ),
        pytest.param(
            "Wagner warned Mali. Wagner fled Mali. Wagner met American, American and American envoys."
            " Foreign Minister Salah Mirghani left.",
            "Mali",
            id="the state whose envoys are told of is not the one at odds",
        ),
        pytest.param(
            "FARC warned Mali. FARC met Mali. Mali refused. Foreign Minister Salah Mirghani left.",
            "Colombia",
            id="beside a group whose state is known, a foreign minister is of that state",
        ),
        pytest.param(
            "Hamas refused. The group's negotiator Karim Daluni left.",
            "Hamas",
            id="the group's negotiator is of the group named last",
        ),
        pytest.param(
            "The rebels refused in Norway. Foreign Minister Salah Mirghani left.",
            None,
            id="a state somebody is in is no side",
        ),
        pytest.param(
            "It rained. Foreign Minister Salah Mirghani left.", None, id="where no side was named there is none"
        ),
        pytest.param("Sudan refused. The historian Salah Mirghani left.", None, id="a historian is of no state"),
    ],
)
def test_an_office_belongs_to(read: Read, text: str, party: str | None) -> None:
    [person] = [n for s in read(text).sentences for n in s.names if n.kind is NameKind.PERSON]
    assert person.party == party
