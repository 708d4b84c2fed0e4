from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from parley.analysis import View
from parley.errors import QueryError
from parley.publish import charts, pictures
from parley.publish.charts import Spec
from tests import by_hand

VIEW = View.of(by_hand.DOCUMENTS, by_hand.VOICES, by_hand.TOLD, by_hand.RESOLVER)
STATIC = Path(__file__).resolve().parents[2] / "parley" / "web" / "static"


@pytest.fixture
def spec() -> Spec:
    found = charts.history(VIEW, "ceasefire")
    assert found is not None
    return found


def test_a_chart_becomes_an_svg_that_needs_no_page(spec: Spec) -> None:
    drawn = pictures.picture(spec, ".svg").decode()
    assert drawn.startswith("<svg")
    assert "Norland" in drawn
    assert "var(" not in drawn


def test_a_chart_becomes_a_png(spec: Spec) -> None:
    assert pictures.picture(spec, ".png").startswith(b"\x89PNG")


def test_what_is_no_kind_of_picture_is_refused(spec: Spec) -> None:
    with pytest.raises(QueryError, match=r"'\.jpg': is no kind of picture\. End the file's name in \.svg or \.png"):
        pictures.picture(spec, ".jpg")


def test_without_the_extra_the_error_says_how_to_get_it(spec: Spec, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(QueryError, match=r"pip install 'openparley\[pictures\]'"):
        pictures.picture(spec, ".svg")


def test_the_colours_are_those_of_the_page_on_light_paper() -> None:
    sheets = "".join((STATIC / name).read_text("utf-8") for name in ("parley.css", "charts.css"))
    first = dict(reversed(re.findall(r"(--[a-z-]+): (#[0-9a-f]+)", sheets)))
    assert {name: first[name] for name in pictures._COLOURS} == pictures._COLOURS
