"""Who moved and how far apart they are, at a terminal: as cards, since the words are the answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.analysis.distance.answers import Distance
from parley.analysis.movement.answers import Movement, Step, Verdict
from parley.cli.cards import Card, Deck
from parley.publish import moves as words
from parley.publish.words import issue_name, plain


def moves_decks(found: Sequence[Movement]) -> Iterator[Deck]:
    """The movements by verdict, each with the words on both sides; of too little evidence only what is missing."""
    for verdict in Verdict:
        yield Deck(verdict.value, tuple(_moved(m) for m in found if m.verdict is verdict))


def distance_decks(found: Sequence[Distance], *, over_time: bool) -> Iterator[Deck]:
    """The distances issue by issue, with a line for each day where they are over time."""
    for issue in dict.fromkeys(d.issue for d in found):
        yield Deck(issue_name(issue), tuple(_apart(d, over_time=over_time) for d in found if d.issue == issue))


def _moved(found: Movement) -> Card:
    track = found.track
    heading, told = f"{plain(track.party)}: {plain(words.scale_words(track.scale))}", words.told_words(track)
    if found.verdict is Verdict.TOO_LITTLE:
        return Card(heading, (("", f"{found.reason}{words.aside_words(track)}"),))
    if found.steps:
        return Card(heading, (*(line for step in found.steps for line in _step(step, found)), ("rests on", told)))
    sure = words.verdict_words(found).removeprefix(f"{found.verdict.value} ").strip("()")
    first, last = (words.quoted(o.findings) for o in (track.occasions[0], track.occasions[-1]))
    stands = f"{words.standing_words(found)}; {sure}"
    return Card(heading, (("stands", stands), ("first", first), ("last", last), ("rests on", told)))


def _step(step: Step, found: Movement) -> Iterator[tuple[str, str]]:
    yield "moved", f"{words.step_words(step, found.track)} ({words.sure_words(step.sure)} sure)"
    yield "before", words.quoted(step.before)
    yield "after", words.quoted(step.after)


def _apart(found: Distance, *, over_time: bool) -> Card:
    heading = " and ".join(map(plain, found.parties))
    if found.now is None:
        return Card(heading, (("", f"too little evidence: {found.reason}"),))
    days = found.over_time if over_time else ()
    ranges = [(str(each.day), words.range_words(each)) for each in days] or [("apart", words.range_words(found.now))]
    basis, trend = words.basis_words(found.basis, found.now.day), words.trend_words(found.converging)
    return Card(heading, (*ranges, ("rests on", basis), ("over time", trend)))
