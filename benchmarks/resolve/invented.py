"""Invented coverage of one negotiation: any number of reports, the same for the same seed."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from parley.model.actor import ActorKind
from parley.model.document import Document
from parley.model.finding import (
    Actor,
    Evidence,
    Figure,
    Finding,
    Meeting,
    Position,
    Proposal,
    ProposalStatus,
    Size,
    Statement,
)
from parley.model.reading import SpeechForm
from parley.model.span import Span
from parley.model.stand import Act, MeetingStatus, Stance
from parley.model.when import Basis, When

SINCE = dt.date(2017, 1, 1)
YEARS = 8
SIDES = ("Norland", "Sudria", "Estmark", "Westmark", "Free Delta Movement", "League of the Straits")
ISSUES = ("ceasefire", "withdrawal", "territory", "monitoring", "prisoners", "corridors", "sanctions", "format")
_SYLLABLES = (
    "ar",
    "bel",
    "cor",
    "dan",
    "el",
    "fir",
    "gor",
    "hal",
    "in",
    "jor",
    "kal",
    "lem",
    "mir",
    "nor",
    "os",
    "pel",
)
_DOING = ("withdrawal of", "return of", "guarantees for", "inspection of", "release of", "a halt to", "control of")
_HOW = ("by the summer", "under a mandate", "without conditions", "in two stages", "before any vote", "for ten years")


class Coverage:
    """A source of reports about people, places and measures that recur as they do in real coverage."""

    def __init__(self, seed: int = 7) -> None:
        self._random = random.Random(seed)
        self._people = [(self._name(), self._random.choice(SIDES)) for _ in range(120)]
        self._places = [self._word() for _ in range(25)]
        self._things = [self._word() for _ in range(1500)]
        self._talks = [self._talk(n) for n in range(YEARS * 60)]
        self._measures = [self._measure() for _ in range(600)]
        self._texts = [self._text() for _ in range(YEARS * 20)]

    def report(self, number: int) -> tuple[Document, tuple[Finding, ...]]:
        """A report on some day of the eight years, with about forty findings."""
        day = SINCE + dt.timedelta(days=self._random.randrange(YEARS * 365))
        text = f"Report {number} of {day}."
        document = Document(
            text=text,
            slug=f"report-{number}",
            origin=f"report-{number}",
            outlet=f"Outlet {number % 40}",
            published=When.on(day, Basis.STATED),
        )
        proof: dict[str, Any] = {
            "evidence": (Evidence(Span(0, len(text)), text),),
            "confidence": 0.8,
            "reader": "invented",
        }
        makers = ((self._actor, 12), (self._statement, 15), (self._position, 8), (self._meeting, 2), (self._figure, 3))
        found = [make(day, proof) for make, count in makers for _ in range(count)]
        return document, (*found, self._proposal(day, proof))

    def _word(self) -> str:
        return "".join(self._random.choices(_SYLLABLES, k=self._random.randint(2, 4)))

    def _name(self) -> str:
        return f"{self._word().title()} {self._word().title()}"

    def _often(self, pool: list[Any]) -> Any:  # noqa: ANN401 - whatever is in the pool
        """One of a pool, the first ones more often than the last (Zipf's law, flattened at the head)."""
        return self._random.choices(pool, [1 / (rank + 3) for rank in range(len(pool))])[0]

    def _actor(self, _: dt.date, proof: dict[str, Any]) -> Finding:
        name, party = self._often(self._people) if self._random.random() < 0.97 else (self._name(), "Norland")
        return Actor(**proof, name=name, kind=ActorKind.PERSON, party=party)

    def _statement(self, day: dt.date, proof: dict[str, Any]) -> Finding:
        name, party = self._often(self._people)
        words = " ".join(self._random.choices(self._things, k=12))
        form = SpeechForm.INDIRECT
        return Statement(**proof, speaker=name, party=party, form=form, content=words, cue="said", said_on=day)

    def _measure(self) -> tuple[str, list[str]]:
        words = [self._random.choice(_DOING), *(self._often(self._things) for _ in range(self._random.randint(1, 4)))]
        return self._random.choice(ISSUES), words

    def _position(self, _: dt.date, proof: dict[str, Any]) -> Finding:
        party = self._random.choice(SIDES)
        issue, words = self._often(self._measures) if self._random.random() < 0.8 else self._measure()
        # Another report leaves a word out or puts one in.
        words = [*words[self._random.randrange(2) :], *self._random.choices(self._things, k=self._random.randrange(2))]
        return Position(
            **proof,
            holder=party,
            party=party,
            issue=issue,
            measure=f"{' '.join(words)} {self._random.choice(_HOW)}",
            stance=self._random.choice(list(Stance)),
            act=Act.STATE,
        )

    def _talk(self, number: int) -> tuple[dt.date, tuple[str, ...], str, int]:
        day = SINCE + dt.timedelta(days=self._random.randrange(YEARS * 365))
        return day, tuple(self._random.sample(SIDES, 2)), self._random.choice(self._places), number

    def _meeting(self, _: dt.date, proof: dict[str, Any]) -> Finding:
        day, parties, place, number = self._random.choice(self._talks)
        return Meeting(
            **proof,
            parties=parties,
            place=place if self._random.random() < 0.8 else None,
            date=day if self._random.random() < 0.8 else None,
            status=MeetingStatus.HELD,
            round=number if self._random.random() < 0.3 else None,
        )

    def _figure(self, _: dt.date, proof: dict[str, Any]) -> Finding:
        value = float(self._random.randrange(1, 3000))
        return Figure(**proof, value=value, unit="person", of=f"prisoners of {self._often(self._things)}")

    def _text(self) -> tuple[str, str, int]:
        """A text that was on the table at some time: its issuer, what it is about, and how many points it has."""
        return self._random.choice(SIDES), self._often(self._things), self._random.randrange(3, 40)

    def _proposal(self, _: dt.date, proof: dict[str, Any]) -> Finding:
        issuer, about, count = self._often(self._texts)
        vague = self._random.random() < 0.3
        return Proposal(
            **proof,
            title="peace plan" if vague else f"plan on the {about}",
            issuer=issuer,
            status=ProposalStatus.TABLED,
            size=None if vague else Size(count, "point"),
        )
