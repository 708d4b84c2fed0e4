from __future__ import annotations

import datetime as dt
from itertools import product

import numpy as np
import pytest

from parley.analysis.movement.answers import Verdict
from parley.analysis.movement.beliefs import BELIEFS, Beliefs, Noise
from parley.analysis.movement.chain import smooth, transitions
from parley.analysis.movement.ladder import Options
from parley.analysis.movement.moving import movements
from parley.analysis.movement.order import orders
from parley.analysis.movement.track import tracks, tracks_on
from parley.model.entry import Voice
from parley.model.when import Basis, Precision, When
from tests.analysis.movement import STANCES, Telling, day, monthly, told, track, view

MOVED, NOT_SHOWN, TOO_LITTLE = Verdict
VERDICTS: dict[str, tuple[list[Telling], Verdict]] = {
    "against month after month, then for": (monthly("-----+++++"), MOVED),
    "against, then open, then for": (monthly("----oooo++++"), MOVED),
    "for all the time": (monthly("++++++++"), NOT_SHOWN),
    "one report otherwise": (monthly("++++-++++"), NOT_SHOWN),
    "one report otherwise, the last": (monthly("++++++++-"), NOT_SHOWN),
    "back and forth": (monthly("+-+-+-+-+-"), TOO_LITTLE),
    "told once": (monthly("+"), TOO_LITTLE),
    "against once, then for once": (monthly("-+"), TOO_LITTLE),
    "a single outlet": (monthly("-----+++++", "A"), TOO_LITTLE),
    "many outlets on one day": ([*monthly("----"), *((120, "+", f"Outlet {c}") for c in "DEFGH")], TOO_LITTLE),
    "the change is one outlet's alone": (
        [*monthly("------", "AB"), *((180 + 30 * n, "+", "Outlet C") for n in range(4))],
        TOO_LITTLE,
    ),
}


@pytest.mark.parametrize(("each", "verdict"), VERDICTS.values(), ids=VERDICTS)
def test_verdicts(each: list[Telling], verdict: Verdict) -> None:
    (found,) = movements([track(*each)])
    assert found.verdict is verdict
    assert bool(found.steps) is (verdict is MOVED)
    assert bool(found.reason) is (verdict is TOO_LITTLE)


def test_a_move_names_the_words_on_both_sides_of_it_and_the_time_between() -> None:
    (found,) = movements([track(*monthly("-----+++++"))])
    (step,) = found.steps
    rungs = found.track.scale.ladder.rungs
    assert (rungs[step.origin], rungs[step.goal], step.upward) == ("opposes", "supports", True)
    assert {t.finding.stance for t in step.before} == {STANCES["-"]}
    assert {t.finding.stance for t in step.after} == {STANCES["+"]}
    assert step.earliest <= day(120) < day(150) <= step.latest
    assert step.sure >= BELIEFS.sure
    assert step.sure >= step.steadfast >= BELIEFS.steadfast


def test_there_and_back_is_two_moves() -> None:
    (found,) = movements([track(*monthly("----------++++++++++----------"))])
    assert [s.upward for s in found.steps] == [True, False]
    assert found.stayed is not None
    assert found.stayed > 0.8


SINCE = {
    "a day before the move": (day(130), MOVED),
    "a day after the move": (day(200), NOT_SHOWN),
    "a day after all reports": (day(900), TOO_LITTLE),
}


@pytest.mark.parametrize(("since", "verdict"), SINCE.values(), ids=SINCE)
def test_since_a_day(since: dt.date, verdict: Verdict) -> None:
    (found,) = movements([track(*monthly("-----+++++"))], since)
    assert found.verdict is verdict


def test_until_a_day_nothing_later_is_looked_at() -> None:
    (found,) = movements([track(*monthly("-----+++++"))], until=day(130))
    assert (found.verdict, len(found.track.occasions)) == (NOT_SHOWN, 5)


def test_reports_within_days_are_one_occasion() -> None:
    found = track((0, "+", "A"), (1, "+", "B"), (2, "-", "C"), (3, "+", "D"))
    assert [len(o.told) for o in found.occasions] == [3, 1]
    assert (found.occasions[0].first, found.occasions[0].last) == (day(0), day(2))


def test_a_copy_adds_no_voice_and_no_occasion() -> None:
    every = told([(0, "+", "A"), (9, "+", "B")])
    copies = (Voice("wire", tuple(t.document.id for t in every)),)
    (found,) = tracks(view(*every, voices=copies))
    assert (len(found.occasions), found.voices, found.copies) == (1, 1, 1)


def test_what_has_no_day_or_a_vague_one_is_counted_and_left_aside() -> None:
    vague = When(day(0), day(60), Precision.INTERVAL, Basis.INFERRED)
    assert track((0, "+", "A"), (None, "-", "B"), (vague, "-", "C")).undated == 2


def test_who_moved_first_is_said_only_where_it_is_certain() -> None:
    early, late = told(monthly("-----++++++++++")), told(monthly("----------+++++"), "Sudria")
    same = told(monthly("-----++++++++++"), "Sudria")
    (apart,) = orders(movements(tracks(view(*early, *late))))
    (together,) = orders(movements(tracks(view(*early, *same))))
    assert ([m.movement.track.party for m in apart.moved], apart.certain) == (["Norland", "Sudria"], True)
    assert not together.certain


def test_on_a_ladder_of_options_a_party_moves_between_measures() -> None:
    options = ("a truce of a week", "a truce of a month", "a truce for good")
    every = [
        t
        for start, measure in ((0, options[0]), (150, options[2]))
        for t in told([(start + at, s, o) for at, s, o in monthly("+++++") if isinstance(at, int)], measure=measure)
    ]
    ladder = Options("ceasefire", options, {t.id: options.index(t.finding.measure) for t in every})
    (found,) = movements(tracks_on(view(*every), ladder))
    assert [(options[s.origin], options[s.goal]) for s in found.steps] == [(options[0], options[2])]


def test_against_an_option_is_every_other_rung() -> None:
    (refusal,) = told([(0, "-", "A")])
    ladder = Options("ceasefire", ("a", "b", "c"), {refusal.id: 1})
    assert ladder.fits(refusal) == (0, 2)


def test_staying_and_going_add_up_and_wear_off() -> None:
    chances = transitions(np.array([0.0, 30.0, 1e6]), 3, 1 / 730)
    assert np.allclose(chances.sum(axis=-1), 1)
    assert np.allclose(chances[0], np.eye(3))
    assert chances[1, 0, 0] > chances[1, 0, 1] > chances[1, 0, 2]
    assert np.allclose(chances[2], 1 / 3)


def test_messages_agree_with_adding_up_every_history() -> None:
    one = track(*monthly("-o+"))
    beliefs = Beliefs(noises=(Noise(0.7, 0.2, 0.1), Noise(0.3, 0.4, 0.1)))
    found = smooth([one], beliefs)
    weights = np.zeros((2, 3, 3, 3))
    for m, path in product(range(2), product(range(3), repeat=3)):
        chance = beliefs.noises[m].share * found.seen[m, 0, 0, path[0]] / 3
        for at in (1, 2):
            chance *= found.moves[0, at, path[at - 1], path[at]] * found.seen[m, 0, at, path[at]]
        weights[(m, *path)] = chance
    weights /= weights.sum()
    assert np.allclose(found.weights[:, 0], weights.sum(axis=(1, 2, 3)))
    assert np.allclose(found.rungs[0, 1], weights.sum(axis=(0, 1, 3)))
    assert np.allclose(found.joint([0], [0], [2])[0], weights.sum(axis=(0, 2)))
