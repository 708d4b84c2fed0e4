"""How it is told: what is reported and left out, whose words are carried, names and words; each rule a case."""

from __future__ import annotations

import datetime as dt
from math import log, sqrt
from typing import Any

import pytest

from parley.analysis import View
from parley.analysis.between import between
from parley.analysis.telling import (
    Quoted,
    Reported,
    Teller,
    Word,
    beside,
    by_sympathy,
    each_outlet,
    grouped,
    log_odds,
    only,
    quoted,
    reported,
    telling,
    vocabulary,
    wordings,
)
from parley.errors import QueryError
from parley.model.actor import ActorKind
from parley.model.document import Document
from parley.model.entry import Told, Voice
from parley.model.finding import Actor, Dispute, Meeting, Position, Statement
from parley.model.reading import SpeechForm
from parley.model.stand import Stance
from tests import by_hand
from tests.by_hand import D, meeting, position, report, tell

VIEW = View.of(by_hand.DOCUMENTS, by_hand.VOICES, by_hand.TOLD, by_hand.RESOLVER)
LANTERN, POST = "The Lantern", "Harbour Post"


def view(*told: Told[Any], also: tuple[Document, ...] = (), voices: tuple[Voice, ...] = ()) -> View:
    documents = {d.id: d for d in (*(t.document for t in told), *also)}
    return View.of(list(documents.values()), voices, told, by_hand.RESOLVER)


def on(outlet: str | None, day: int | None, text: str = "Envoys met.") -> Document:
    """A report of that day of June; each has a text of its own."""
    return report(f"{text} {outlet} told of it on {day}.", outlet, D(2025, 6, day) if day else None)


def met(outlet: str | None, day: int | None, **fields: Any) -> Told[Meeting]:  # noqa: ANN401
    return meeting(on(outlet, day), "Norland", "Sudria", date=D(2025, 6, 5), place="Vellin", **fields)


def of(found: tuple[Reported, ...], name: str, kind: type = Meeting) -> tuple[int, int, int]:
    """How much a teller tells too, leaves out, and is alone with."""
    (one,) = (r for r in found if r.teller.name == name and r.kind is kind)
    return len(one.shared), len(one.left_out), len(one.alone)


LEFT_OUT = {
    "told by another in its time and not by it: left out": ((met(POST, 6), (3, 9)), (0, 1, 0)),
    "told by another before its first report: no omission": ((met(POST, 6), (7, 9)), (0, 0, 0)),
    "told by another after its last report: no omission": ((met(POST, 6), (2, 5)), (0, 0, 0)),
    "told by another on the day of its first report: left out": ((met(POST, 6), (6, 9)), (0, 1, 0)),
    "told by another on no known day: no omission": ((met(POST, None), (3, 9)), (0, 0, 0)),
    "told by a report of no known outlet in its time: left out": ((met(None, 6), (3, 9)), (0, 1, 0)),
    "none of its own reports has a day: nothing is left out": ((met(POST, 6), (None,)), (0, 0, 0)),
}


@pytest.mark.parametrize(("given", "expected"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_a_silence_counts_only_in_the_time_in_which_an_outlet_reports(
    given: tuple[Told[Meeting], tuple[int | None, ...]], expected: tuple[int, int, int]
) -> None:
    told, days = given
    found = view(told, also=tuple(on(LANTERN, day, "Nothing new.") for day in days))
    assert of(reported(found, each_outlet(found)), LANTERN) == expected


def test_what_both_tell_is_shared_and_what_one_tells_alone_is_its_own() -> None:
    alone = meeting(on(LANTERN, 8, "Others met."), "Estmark", "Westmark", date=D(2025, 6, 7), place="Oster")
    found = view(
        met(LANTERN, 6),
        met(POST, 7),
        alone,
        also=(on(LANTERN, 2, "Nothing."), on(POST, 3, "Nothing."), on(POST, 9, "Nothing more.")),
    )
    answer = reported(found, each_outlet(found))
    assert of(answer, LANTERN) == (1, 0, 1)
    assert of(answer, POST) == (1, 1, 0)


def test_what_is_left_out_names_the_findings_of_the_others() -> None:
    told = met(POST, 6)
    found = view(told, also=(on(LANTERN, 3, "Nothing."), on(LANTERN, 9, "Nothing new.")))
    (one,) = (r for r in reported(found, each_outlet(found)) if r.teller.name == LANTERN and r.kind is Meeting)
    assert [t.id for entry in one.left_out for t in entry.told] == [told.id]
    assert (one.first, one.latest, one.due, one.few) == (D(2025, 6, 3), D(2025, 6, 9), 1, True)


def test_what_two_voices_tell_and_it_leaves_out_is_counted_apart() -> None:
    single = meeting(on(POST, 6, "Others met."), "Estmark", "Westmark", date=D(2025, 6, 6), place="Oster")
    quiet = (on(LANTERN, 3, "Nothing."), on(LANTERN, 9, "Nothing new."))
    found = view(met(POST, 6), met("North Wire", 7), single, also=quiet)
    (one,) = (r for r in reported(found, each_outlet(found)) if r.teller.name == LANTERN and r.kind is Meeting)
    assert (len(one.left_out), one.left_out_by_voices) == (2, 1)


def test_a_group_leaves_out_only_what_none_of_it_tells() -> None:
    found = view(met(LANTERN, 6), met("North Wire", 7), also=(on(POST, 2, "Nothing."), on(POST, 9, "Nothing new.")))
    pair = grouped([("Coast", [LANTERN, POST])], found)
    assert of(reported(found, pair), "Coast") == (1, 0, 0)


def test_it_is_asked_of_meetings_positions_and_disputes() -> None:
    kinds = [r.kind for r in reported(VIEW, each_outlet(VIEW)[:1])]
    assert kinds == [Meeting, Position, Dispute]


def said(
    document: Document, words: str, party: str | None = "Norland", speaker: str = "Ada Holm", form: str = "indirect"
) -> Told[Statement]:
    return tell(
        document,
        Statement,
        speaker=speaker,
        party=party,
        form=SpeechForm(form),
        content=words,
        cue="said",
        content_spans=tuple(by_hand.proof(document, words)[i].span for i in range(1)) if words in document.text else (),
    )


def shares(found: tuple[Quoted, ...]) -> dict[str | None, tuple[int, float, float]]:
    return {q.party: (len(q.told), round(q.share, 2), round(q.share_of_words, 2)) for q in found}


def test_shares_are_of_statements_and_of_words() -> None:
    one, other = on(LANTERN, 1, "One."), on(LANTERN, 2, "Two.")
    found = view(
        said(one, "a truce of thirty days is near"), said(other, "no", "Sudria"), said(one, "never again", "Sudria")
    )
    assert shares(quoted(found, each_outlet(found))) == {"Norland": (1, 0.33, 0.7), "Sudria": (2, 0.67, 0.3)}


def test_fewer_than_ten_statements_are_said_to_be_few() -> None:
    few = view(*(said(on(LANTERN, n, f"Text {n}."), f"words {n}") for n in range(1, 10)))
    many = view(*(said(on(LANTERN, n, f"Text {n}."), f"words {n}") for n in range(1, 11)))
    assert [q.few for v in (few, many) for q in quoted(v, each_outlet(v))] == [True, False]


FORMS = {
    "all words of a direct statement stand in quotation marks": (
        "direct",
        "“We will talk”, he said.",
        "We will talk",
        3,
    ),
    "none of an indirect one do": ("indirect", "He said that they will talk.", "they will talk", 0),
    "of a mixed one those between the marks do": (
        "mixed",
        "He said they will “talk soon” in Vellin.",
        "they will “talk soon” in Vellin",
        2,
    ),
}


@pytest.mark.parametrize(("form", "text", "words", "count"), FORMS.values(), ids=FORMS)
def test_words_in_quotation_marks(form: str, text: str, words: str, count: int) -> None:
    found = view(said(on(LANTERN, 1, text), words, form=form))
    (one,) = quoted(found, each_outlet(found))
    assert one.in_marks == count
    assert {"direct": one.direct, "mixed": one.mixed, "indirect": one.indirect}[form] == 1


SOURCES = {
    "a speaker whom the record knows by name is named": ("Ada Holm", 0),
    "also by another name": ("Holm", 0),
    "a side that speaks for itself is named": ("Norland", 0),
    "a description is unnamed": ("a senior diplomat", 1),
}


@pytest.mark.parametrize(("speaker", "unnamed"), SOURCES.values(), ids=SOURCES)
def test_named_and_unnamed_sources(speaker: str, unnamed: int) -> None:
    document = on(LANTERN, 1)
    known = tell(document, Actor, name="Ada Holm", kind=ActorKind.PERSON, party="Norland", aliases=("Holm",))
    found = view(known, said(document, "we will talk", speaker=speaker))
    assert [q.unnamed for q in quoted(found, each_outlet(found))] == [unnamed]


def test_a_copied_text_counts_once_in_a_group_and_for_each_outlet_that_prints_it() -> None:
    text = "Norland will talk, its minister said."
    one, copy = report(text, "North Wire", D(2025, 6, 3)), report(text, POST, D(2025, 6, 3))
    told = [said(d, "Norland will talk") for d in (one, copy)]
    found = view(*told, voices=(Voice("voice-wire", (one.id, copy.id)),))
    assert [len(q.told) for q in quoted(found, each_outlet(found))] == [1, 1]
    both = grouped([("Both", ["North Wire", POST])], found)
    assert [len(q.told) for q in quoted(found, both)] == [1]


def test_wordings_of_one_entry_are_told_with_who_uses_which() -> None:
    told = [
        position(on(LANTERN, 1, "One."), "Norland", Stance.SUPPORT, "a truce of thirty days"),
        position(on(POST, 2, "Two."), "Norland", Stance.SUPPORT, "a ceasefire of thirty days"),
    ]
    found = view(*told)
    (naming,) = wordings(found, each_outlet(found))
    assert {w.words: {*w.tellers} for w in naming.wordings} == {
        "a truce of thirty days": {LANTERN},
        "a ceasefire of thirty days": {POST},
    }
    assert {t.id for w in naming.wordings for _, own in w.told for t in own} == {t.id for t in told}


SAME = {
    "the same words": ("a truce of thirty days", "a truce of thirty days"),
    "words that differ in case only": ("a truce of thirty days", "A truce of thirty days"),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_nothing_is_named_differently_by(one: str, other: str) -> None:
    told = [
        position(on(LANTERN, 1, "One."), "Norland", Stance.SUPPORT, one),
        position(on(POST, 2, "Two."), "Norland", Stance.SUPPORT, other),
    ]
    found = view(*told)
    assert wordings(found, each_outlet(found)) == ()


def test_what_one_outlet_alone_names_in_two_ways_is_no_difference_between_outlets() -> None:
    told = [
        position(on(LANTERN, day, f"Text {day}."), "Norland", Stance.SUPPORT, f"a {word} of thirty days")
        for day, word in ((1, "truce"), (2, "ceasefire"))
    ]
    found = view(*told)
    assert wordings(found, each_outlet(found)) == ()


def test_log_odds_of_a_worked_example() -> None:
    # 20 of 1,000 words here, 5 of 2,000 there; a prior of 500 words, 25/3,000 of them this one.
    prior = 500 * 25 / 3000
    here = (20 + prior) / (1000 + 500 - 20 - prior)
    there = (5 + prior) / (2000 + 500 - 5 - prior)
    delta = log(here) - log(there)
    z = delta / sqrt(1 / (20 + prior) + 1 / (5 + prior))
    assert log_odds(20, 1000, 5, 2000, prior, 500) == pytest.approx((delta, z))
    assert (round(delta, 4), round(z, 4)) == (1.4928, 3.8484)


def test_a_word_used_alike_has_log_odds_of_nothing() -> None:
    assert log_odds(10, 1000, 20, 2000, 5, 500) == pytest.approx((0, 0), abs=0.2)
    assert log_odds(10, 1000, 10, 1000, 5, 500) == (0, 0)


def test_the_prior_holds_back_a_rare_word() -> None:
    rare, common = log_odds(2, 1000, 0, 1000, 0.5, 500), log_odds(40, 1000, 0, 1000, 10, 500)
    assert rare[1] < common[1]


def texts(own: str, other: str, count: int = 4) -> View:
    """So many reports of one outlet and sixty of another."""
    reports = [
        report(f"{words} report {outlet[0]}{n} follows the talks at length again.", outlet, D(2025, 6, 1))
        for outlet, words, reports in ((LANTERN, own, count), (POST, other, 60))
        for n in range(reports)
    ]
    return view(also=tuple(reports))


def words(found: View) -> dict[str, Word]:
    return {w.word: w for w in vocabulary(found, each_outlet(found)) if w.teller.name == LANTERN}


def test_a_word_that_one_outlet_uses_and_another_does_not_is_told_with_its_counts() -> None:
    found = words(texts("The regime, the regime, the regime spoke.", "The government spoke."))
    assert (found["regime"].count, found["regime"].reports, found["regime"].others) == (12, 4, 0)
    assert not found["regime"].few
    assert "the" not in found


NO_WORDS = {
    "words in quotation marks are the speaker's": texts(
        "He said “regime, regime, regime, regime” twice.", "He said so."
    ),
    "a word of the outlet's own name": texts("Lantern, lantern, lantern, lantern reports.", "He said so."),
    "a word of one report only": texts("Regime, regime, regime, regime, regime spoke.", "He said so.", count=1),
}


@pytest.mark.parametrize("found", NO_WORDS.values(), ids=NO_WORDS)
def test_is_not_told_as_an_outlets_word(found: View) -> None:
    assert not {"regime", "lantern"} & words(found).keys()


def test_a_word_used_seldom_is_said_to_rest_on_little() -> None:
    found = words(texts("The regime, the regime, the regime spoke.", "The government spoke.", count=2))
    assert found["regime"].few


def test_texts_with_copies_are_nobodys_words() -> None:
    assert vocabulary(VIEW, [Teller("North Wire", frozenset({"North Wire"}))]) == ()


def test_the_same_meeting_side_by_side_with_whom_the_reports_quote() -> None:
    own = met(LANTERN, 6)
    found = view(own, met(POST, 7), said(own.document, "we met"))
    (entry,) = found.meetings
    lantern, post = sorted(beside(found, entry, each_outlet(found)), key=lambda b: b.teller.name, reverse=True)
    assert (lantern.teller.name, lantern.quoted, post.quoted) == (LANTERN, (("Norland", 1),), ())
    assert [t.id for t in lantern.told] == [own.id]


def test_groups_by_sympathy_are_those_of_the_world() -> None:
    found = view(met("TASS", 6), met("Ukrinform", 7), met(LANTERN, 8))
    assert {t.name: set(t.outlets) for t in by_sympathy(found)} == {
        "close to Russia": {"TASS"},
        "close to Ukraine": {"Ukrinform"},
        "no sympathy known": {LANTERN},
    }


def test_a_group_takes_an_outlet_by_any_name_that_the_world_knows() -> None:
    found = view(met("TASS news agency", 6))
    assert grouped([("State", ["tass"])], found)[0].outlets == {"TASS news agency"}


def test_an_outlet_with_no_report_is_refused() -> None:
    with pytest.raises(QueryError, match="outlet 'The Moon': has no report here"):
        grouped([("A", ["The Moon"])], VIEW)


def test_one_outlet_is_asked_for_by_name() -> None:
    assert [t.name for t in only("the lantern", each_outlet(VIEW), VIEW)] == [LANTERN]


def test_reports_of_no_outlet_are_nobodys_telling() -> None:
    assert [t.name for t in each_outlet(VIEW)] == [POST, "North Wire", "Sudria Today", LANTERN]


BETWEEN = {
    "all days": (None, None, 5),
    "from a day on, and what may lie after it": (D(2025, 6, 3), None, 4),
    "up to a day": (None, D(2025, 5, 20), 2),
    "of one day": (D(2025, 6, 4), D(2025, 6, 4), 2),
}


@pytest.mark.parametrize(("since", "until", "reports"), BETWEEN.values(), ids=BETWEEN)
def test_the_record_of_some_days(since: dt.date | None, until: dt.date | None, reports: int) -> None:
    found = between(VIEW, since, until)
    assert len(found.documents) == reports
    assert {t.document.id for e in found.meetings for t in e.told} <= {d.id for d in found.documents}
    assert all(e.voices == found.chorus.count(e.told) for e in found.meetings)


def test_all_is_asked_at_once() -> None:
    found = telling(VIEW, each_outlet(VIEW))
    assert len(found.reported) == 3 * len(found.tellers)
    assert [q.teller.name for q in found.quoted] == [LANTERN]
