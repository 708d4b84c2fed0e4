"""The model: a hidden rung that changes seldom, seen through words that may be off and reports that may be wrong.

A party stands on one of K rungs. It moves to another at a constant rate in continuous time, the less often the further,
so that what a report says of today wears off with the days (a Markov chain; between two days it is exp(Q · days)). On
an occasion its words fit the rung or, now and then, any other; each voice gets the words right but for now and then;
and a finding that its reader has wrong says nothing. The words are shared by all voices of the occasion and summed
over, so ten outlets that heard one speech are not ten speeches. How often is now and then differs from one party and
measure to the next: a few kinds of noise are all tried, each weighing as much as it is common and explains what was
told. Exact inference by forward and backward messages (Rabiner, 1989), for many tracks at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from parley.analysis.movement.beliefs import Beliefs, Noise
from parley.analysis.movement.track import Track

Array: TypeAlias = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Smoothed:
    """Messages of N tracks over T occasions and K rungs under M kinds of noise, the shorter tracks padded at the end.

    `seen` (M, N, T, K) is how well each rung explains an occasion, `moves` (N, T, K, K) the chance to go from one rung
    to another since the occasion before (at the first occasion: to stay), `ahead` and `back` (M, N, T, K) what earlier
    and later occasions say; `weights` (M, N) is the probability of each kind of noise, `rungs` (N, T, K) that of each
    rung on each occasion given all that is told.
    """

    seen: Array
    moves: Array
    ahead: Array
    back: Array
    weights: Array
    rungs: Array

    def joint(self, tracks: Sequence[int], first: Sequence[int], last: Sequence[int]) -> Array:
        """For each of B tracks the chance of each rung on one occasion with each on a later one, (B, K, K)."""
        rows, start, end = np.array(tracks), np.array(first), np.array(last)
        both = self.ahead[:, rows, start, :, None] * np.eye(self.moves.shape[-1])
        for at in range(start.min() + 1, end.max() + 1):
            on = np.flatnonzero((start < at) & (at <= end))
            step = both[:, on] @ (self.moves[rows[on], at] * self.seen[:, rows[on], at, None, :])
            both[:, on] = step / step.sum(axis=(2, 3), keepdims=True)
        both *= self.back[:, rows, end, None, :]
        both /= both.sum(axis=(2, 3), keepdims=True)
        found: Array = np.einsum("mb,mbkl->bkl", self.weights[:, rows], both)
        return found


def smooth(tracks: Sequence[Track], beliefs: Beliefs) -> Smoothed:
    """The messages of tracks that all have the same number of rungs; at least one track, each with an occasion."""
    sizes = [len(t.occasions) for t in tracks]
    rungs = len(tracks[0].scale.ladder.rungs)
    days = np.zeros((len(tracks), max(sizes)))
    for row, track in enumerate(tracks):
        days[row, : sizes[row]] = [o.day.toordinal() for o in track.occasions]
        days[row, sizes[row] :] = days[row, sizes[row] - 1]
    moves = transitions(np.diff(days, axis=1, prepend=days[:, :1]), rungs, beliefs.rate)
    heard = _heard(tracks, (max(sizes), rungs), beliefs)
    highest = heard.max(axis=-1, keepdims=True)
    words = np.stack([_words(noise, rungs) for noise in beliefs.noises])
    seen = np.einsum("mntk,mkl->mntl", np.exp(heard - highest), words)
    ahead, explained = _ahead(seen, moves)
    explained += highest.sum(axis=(2, 3)) + np.log([[noise.share] for noise in beliefs.noises])
    weights = _scaled(np.exp(explained - explained.max(axis=0)), axis=0)
    back = _back(seen, moves)
    each: Array = np.einsum("mn,mntk->ntk", weights, _scaled(ahead * back))
    return Smoothed(seen, moves, ahead, back, weights, each)


def transitions(days: Array, rungs: int, rate: float) -> Array:
    """The chance to be on each rung so many days after being on each, (…, K, K), for days of shape (…)."""
    steps = np.abs(np.arange(rungs)[:, None] - np.arange(rungs)) + np.eye(rungs)
    generator = rate / steps
    generator -= np.diag(generator.sum(axis=1))
    # Symmetric, since both ways are equally likely: so it has an orthonormal basis of eigenvectors.
    values, vectors = np.linalg.eigh(generator)
    found: Array = (vectors * np.exp(days[..., None] * values)[..., None, :]) @ vectors.T
    return np.clip(found, 0.0, None)


def _words(noise: Noise, rungs: int) -> Array:
    """The chance that a party on each rung speaks as if it stood on each, (K, K)."""
    off = noise.rhetoric / (rungs - 1)
    found: Array = np.full((rungs, rungs), off) + np.eye(rungs) * (1 - noise.rhetoric - off)
    return found


def _heard(tracks: Sequence[Track], size: tuple[int, int], beliefs: Beliefs) -> Array:
    """The logarithm of how likely the voices of each occasion tell what they do if the words fit each rung.

    Shape (M, N, T, K); a voice counts once an occasion, however much it tells.
    """
    heard = np.zeros((len(beliefs.noises), len(tracks), *size))
    spots: list[tuple[int, int]] = []
    told: list[tuple[float, float, tuple[int, ...]]] = []
    for row, track in enumerate(tracks):
        for at, occasion in enumerate(track.occasions):
            often = Counter(sources for sources, _ in occasion.told)
            spots.extend([(row, at)] * len(occasion.told))
            told.extend((1 / often[by], t.finding.confidence, track.scale.ladder.fits(t)) for by, t in occasion.told)
    if told:
        rows, ats = np.array(spots).T
        share, sure = (np.array([t[column] for t in told])[:, None] for column in (0, 1))
        fit = _fitting([t[2] for t in told], size[1])
        for layer, noise in zip(heard, beliefs.noises, strict=True):
            right = np.where(fit, 1 - noise.misreport, noise.misreport / (size[1] - 1))
            # A finding that its reader has wrong says as much of one rung as of another.
            np.add.at(layer, (rows, ats), share * np.log(sure * right + (1 - sure) / size[1]))
    return heard


def _fitting(fits: Sequence[tuple[int, ...]], rungs: int) -> npt.NDArray[np.bool_]:
    """Which rungs each finding fits, (findings, K)."""
    row = {those: np.isin(np.arange(rungs), those) for those in set(fits)}
    return np.array([row[those] for those in fits])


def _ahead(seen: Array, moves: Array) -> tuple[Array, Array]:
    """What occasions up to each say, (M, N, T, K), and the logarithm of how well all is explained, (M, N)."""
    found = np.empty_like(seen)
    coming = np.full_like(seen[:, :, 0], 1 / seen.shape[-1])
    explained = np.zeros(seen.shape[:2])
    for at in range(seen.shape[2]):
        if at:
            coming = np.einsum("mnk,nkl->mnl", found[:, :, at - 1], moves[:, at])
        reached = coming * seen[:, :, at]
        explained += np.log(reached.sum(axis=-1))
        found[:, :, at] = _scaled(reached)
    return found, explained


def _back(seen: Array, moves: Array) -> Array:
    found = np.ones_like(seen)
    for at in range(seen.shape[2] - 2, -1, -1):
        later = seen[:, :, at + 1] * found[:, :, at + 1]
        found[:, :, at] = _scaled(np.einsum("nkl,mnl->mnk", moves[:, at + 1], later))
    return found


def _scaled(messages: Array, axis: int = -1) -> Array:
    scaled: Array = messages / messages.sum(axis=axis, keepdims=True)
    return scaled
