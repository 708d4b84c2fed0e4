from __future__ import annotations

import datetime as dt

from parley.model.document import Document
from parley.model.entry import Told, Voice
from parley.model.finding import Meeting
from parley.resolve import Chorus
from tests import by_hand
from tests.resolve.entries import DOCS


def told(*documents: Document) -> list[Told[Meeting]]:
    return [by_hand.meeting(d, "Norland", "Sudria") for d in documents]


def heard(*documents: Document, voices: tuple[Voice, ...] = ()) -> int:
    alone = tuple(Voice(f"voice-{d.id}", (d.id,)) for d in documents if not any(d.id in v.documents for v in voices))
    return Chorus.of((*voices, *alone), documents, by_hand.RESOLVER.outlets).count(told(*documents))


def report(outlet: str | None, text: str = "They met.") -> Document:
    return by_hand.report(f"{text} ({outlet})", outlet, dt.date(2025, 6, 1))


def test_outlets_of_their_own_are_voices_of_their_own() -> None:
    assert heard(report("The Lantern"), report("Harbour Post")) == 2


def test_copies_are_one_voice() -> None:
    copies = report("The Lantern"), report("Harbour Post")
    assert heard(*copies, voices=(Voice("voice-a", tuple(d.id for d in copies)),)) == 1


def test_an_outlet_twice_is_one_voice() -> None:
    assert heard(report("The Lantern"), report("The Lantern", "They met again.")) == 1


def test_reports_of_no_known_outlet_are_voices_of_their_own() -> None:
    assert heard(report(None), report(None, "They met again.")) == 2


def test_a_report_with_an_agencys_credit_is_the_agencys() -> None:
    assert heard(report("The Lantern (AFP)"), report("AFP", "The two met.")) == 1


def test_what_cites_an_outlet_adds_no_voice_to_it() -> None:
    assert heard(report("The Lantern", "They met, Reuters reported."), report("Reuters", "The two met.")) == 1


def test_two_that_cite_one_outlet_are_one_voice() -> None:
    citing = [
        report(name, f"They met, a source told Reuters, says {name}.") for name in ("The Lantern", "Harbour Post")
    ]
    assert heard(*citing) == 1


def test_sympathies_come_from_the_lexicon_and_are_counted_beside_the_voices() -> None:
    documents = report("TASS"), report("The Lantern")
    voices = [Voice(f"voice-{d.id}", (d.id,)) for d in documents]
    chorus = Chorus.of(voices, documents, by_hand.RESOLVER.outlets)
    assert chorus.close_to(told(*documents)) == {"Russia": 1}


def test_a_voice_is_cited_by_its_first_report() -> None:
    chorus = Chorus.of([Voice("voice-a", (DOCS[0].id, DOCS[1].id))])
    assert [t.document for t in chorus.one_each(told(DOCS[1], DOCS[0]))] == [DOCS[0]]
