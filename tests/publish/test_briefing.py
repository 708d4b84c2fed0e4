from __future__ import annotations

import datetime as dt
import io
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rich.console import Console

from parley.analysis import View
from parley.cli import terminal
from parley.model.entry import Voice
from parley.model.finding import Figure, Position
from parley.model.stand import Stance
from parley.model.when import Basis, Precision, When
from parley.publish import html, markdown, words
from parley.publish.briefing import Briefing
from parley.publish.compose import compose
from parley.publish.words import told_by
from tests import by_hand

GOLDEN = Path(__file__).parent / "golden"
BRIEFING = compose(View.of(by_hand.DOCUMENTS, by_hand.VOICES, by_hand.TOLD, by_hand.RESOLVER))


def at_terminal(briefing: Briefing, width: int = 80) -> str:
    out = io.StringIO()
    terminal.show(briefing, Console(file=out, width=width, highlight=False, markup=False, emoji=False))
    return out.getvalue()


def test_the_markdown_briefing_is_as_written_by_hand() -> None:
    assert markdown.render(BRIEFING) == (GOLDEN / "briefing.md").read_text(encoding="utf-8")


def test_the_terminal_briefing_is_as_written_by_hand() -> None:
    assert at_terminal(BRIEFING) == (GOLDEN / "briefing.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(len, at_terminal(BRIEFING, width).splitlines())) <= width


def test_every_number_has_its_source() -> None:
    cited = {
        n for section in BRIEFING.sections for group in section.groups for line in group.lines for n in line.sources
    }
    assert cited <= {source.number for source in BRIEFING.sources}
    assert [source.number for source in BRIEFING.sources] == list(range(1, len(BRIEFING.sources) + 1))


def test_one_sentence_of_one_report_has_one_number() -> None:
    proofs = [(source.outlet, source.sentences) for source in BRIEFING.sources]
    assert len(proofs) == len(set(proofs))


def test_sources_quote_their_reports_verbatim() -> None:
    texts = " ".join(document.text for document in by_hand.DOCUMENTS)
    assert all(sentence in texts for source in BRIEFING.sources for sentence in source.sentences)


def test_a_long_list_says_what_it_leaves_out() -> None:
    report = by_hand.report("Numbers were given.", "A", dt.date(2025, 6, 1))
    told = [
        by_hand.tell(report, Figure, value=float(n), unit="person", of=f"soldiers of brigade {n}") for n in range(20)
    ]
    text = markdown.render(compose(View.of([report], (), told, by_hand.RESOLVER)))
    assert "… and 5 more: `parley show figures`" in text


def test_an_empty_record_makes_a_briefing_that_says_so() -> None:
    text = markdown.render(compose(View.of((), (), (), by_hand.RESOLVER)))
    assert "No report tells of a meeting." in text
    assert "No report gives a position." in text


class Page(HTMLParser):
    """The tags and links of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links.update(value for name, value in attrs if name in {"href", "src"} and value)
        assert not any(name.startswith("on") for name, _ in attrs)


HOSTILE = (
    '<script>alert(1)</script><img src=x onerror="alert(2)"> | a pipe, '
    "[a link](javascript:alert(3)) and *stars*\x1b[31m"
)


@pytest.fixture
def hostile() -> Briefing:
    report = by_hand.report(f"It was said: {HOSTILE}", HOSTILE, dt.date(2025, 6, 1), HOSTILE, "javascript:alert(4)")
    told = by_hand.position(report, HOSTILE, Stance.SUPPORT, HOSTILE)
    return compose(View.of([report], (), [told], by_hand.RESOLVER))


def test_nothing_from_a_report_runs_in_the_page(hostile: Briefing) -> None:
    page = Page(html.render(hostile))
    assert not page.tags & {"script", "img"}
    assert all(link.startswith("#") for link in page.links)


def test_the_page_needs_nothing_from_elsewhere() -> None:
    page = Page(html.render(BRIEFING))
    assert not page.tags & {"script", "link", "img", "iframe"}
    assert {link for link in page.links if not link.startswith("#")} == {"https://wire.example/vellin"}


def test_nothing_from_a_report_marks_up_the_markdown(hostile: Briefing) -> None:
    text = markdown.render(hostile)
    assert "<script" not in text
    assert "[a link]" not in text
    assert "*stars*" not in text.replace("\\*stars\\*", "")


def test_a_pipe_in_a_report_adds_no_column(hostile: Briefing) -> None:
    table = [line for line in markdown.render(hostile).splitlines() if line.startswith("|")]
    assert {line.replace("\\|", "").count("|") for line in table} == {3}


def test_a_report_cannot_steer_the_terminal(hostile: Briefing) -> None:
    assert "\x1b" not in at_terminal(hostile)


def test_not_reported_is_told_apart_from_a_stance() -> None:
    page = html.render(BRIEFING)
    assert '<td class="absent">not reported</td>' in page
    assert '<td class="oppose"><b>opposes</b>' in page


DAY = dt.date(2025, 6, 2)
DATES = {
    "a day": (When.on(DAY, Basis.STATED), "2 June 2025"),
    "a day worked out": (When.on(DAY, Basis.INFERRED), "2 June 2025 (inferred)"),
    "an interval": (
        When(DAY, dt.date(2025, 7, 1), Precision.INTERVAL, Basis.INFERRED),
        "undated, between 2 June 2025 and 1 July 2025",
    ),
    "nothing": (None, "undated"),
}


@pytest.mark.parametrize(("when", "said"), DATES.values(), ids=DATES)
def test_dates_are_as_sure_as_they_are_known(when: When | None, said: str) -> None:
    assert words.published(by_hand.report("A report.", "A", when)) == said


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (1, "person", "1 person"),
        (20000, "person", "20,000 people"),
        (0.5, "percent", "0.5%"),
        (2_500_000_000, "USD", "2.5 billion USD"),
        (12, "point", "12 points"),
    ],
)
def test_numbers_are_as_a_person_writes_them(value: float, unit: str, said: str) -> None:
    assert words.quantity(value, unit) == said


def test_a_condition_is_told_with_its_position() -> None:
    told = [t for t in by_hand.TOLD if isinstance(t.finding, Position) and t.finding.condition]
    assert told
    assert "accepts a truce on a condition: the roads reopen" in markdown.render(BRIEFING)


def test_where_all_voices_are_close_to_one_side_that_is_said() -> None:
    report = by_hand.report("Envoys met.", "TASS", by_hand.D(2025, 6, 3))
    told = [by_hand.meeting(report, "Norland", "Sudria")]
    view = View.of([report], [Voice("voice-a", (report.id,))], told, by_hand.RESOLVER)
    assert told_by(view.meetings[0], view.chorus) == "told by 1 source, close to Russia, 3 Jun 2025"
