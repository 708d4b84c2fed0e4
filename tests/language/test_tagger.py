from __future__ import annotations

import re
from pathlib import Path

import pytest

from parley.errors import LanguageError
from parley.language.tagger import Tagger, Triple
from parley.model.span import Span

PARAGRAPH = re.compile(r"[^\n]+")


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger.load()


def read(tagger: Tagger, text: str) -> list[Triple]:
    return tagger.attributions(text, [Span(*m.span()) for m in PARAGRAPH.finditer(text)])


def told(text: str, triple: Triple) -> tuple[str, str, str]:
    """Source, cue and content as a reader sees them; parts are joined by a bar, marks at the edges left off."""
    roles = (triple.source_spans, triple.cue_spans, triple.content_spans)
    source, cue, content = (" | ".join(s.of(text).strip(' ."“”,') for s in spans) for spans in roles)
    return source, cue, content


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        pytest.param(
            "The foreign minister said that his government would not accept a truce without guarantees.",
            "The foreign minister",
            "that his government would not accept a truce without guarantees",
            id="indirect",
        ),
        pytest.param(
            "“We will not sign anything this week,” the envoy told reporters.",
            "the envoy",
            "We will not sign anything this week",
            id="direct",
        ),
        pytest.param(
            "According to two officials, the talks will resume in Geneva on Monday.",
            "two officials",
            "the talks will resume in Geneva on Monday",
            id="according to",
        ),
        pytest.param(
            "“The border is closed,” the general said, “and it will stay closed.”",
            "the general",
            "The border is closed | and it will stay closed",
            id="broken",
        ),
    ],
)
def test_who_said_what_is_found(tagger: Tagger, text: str, source: str, content: str) -> None:
    (found,) = read(tagger, text)
    assert (told(text, found)[0], told(text, found)[2]) == (source, content)


def test_each_paragraph_keeps_its_own_speaker(tagger: Tagger) -> None:
    text = "The minister said the war would end soon.\nThe rebels' spokesman said the war would go on."
    assert [told(text, t)[0] for t in read(tagger, text)] == ["The minister", "The rebels' spokesman"]


def test_a_paragraph_in_which_nobody_speaks_has_nothing(tagger: Tagger) -> None:
    assert read(tagger, "The convoy crossed the river on Monday and reached the town at noon.") == []


@pytest.mark.parametrize("text", ["", "\n", " \n \n"])
def test_no_words_no_attributions(tagger: Tagger, text: str) -> None:
    assert read(tagger, text) == []


def test_a_text_longer_than_any_window_is_read_to_its_end(tagger: Tagger) -> None:
    line = "The mediator said that the two sides had come closer.\n"
    assert len(read(tagger, line * 60)) == 60


def test_missing_weights_are_named_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match=r"attribution\.onnx: .* missing\. Reinstall"):
        Tagger.load(tmp_path)
