"""English is read, other languages are refused clearly, few words count as English."""

from __future__ import annotations

import pytest

from parley.errors import IngestError
from parley.ingest.tongue import language_of

ENGLISH = "The delegations agreed on Monday to meet again within a week, the mediator told reporters in the evening."
FRENCH = "Les délégations ont convenu lundi de se revoir dans la semaine, a déclaré la médiatrice devant la presse."
RUSSIAN = (
    "Делегации договорились в понедельник снова встретиться в течение недели "
    "и продолжить переговоры, сообщила вечером журналистам пресс-служба посредника."
)


@pytest.mark.parametrize(
    ("body", "given"),
    [
        pytest.param(ENGLISH, None, id="English by its words"),
        pytest.param("Genf, Montag", None, id="too few words to tell"),
        pytest.param(ENGLISH, "en-US", id="English as given"),
    ],
)
def test_english_is_read(body: str, given: str | None) -> None:
    assert language_of(body, given, "a.txt") == "en"


@pytest.mark.parametrize(
    ("body", "given", "code"),
    [
        pytest.param(FRENCH, None, "fr", id="French"),
        pytest.param(RUSSIAN, None, "ru", id="Russian"),
        pytest.param(ENGLISH, "uk", "uk", id="what is given counts"),
    ],
)
def test_another_language_is_refused_by_name(body: str, given: str | None, code: str) -> None:
    with pytest.raises(IngestError, match=f"it is in '{code}'"):
        language_of(body, given, "a.txt")
