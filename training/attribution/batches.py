"""Examples of like length in padded tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from training.attribution.prepare import Example

IGNORED = -100
MASK = 103
STEP = 32
"""Lengths are padded to multiples of it: few shapes are fast shapes."""


@dataclass(frozen=True, slots=True)
class Batch:
    """`ids`, `features`, `tags` [b, t]; `cues` [b, c]; `links` [b, c, t]; labels that do not count are IGNORED."""

    ids: Tensor
    features: Tensor
    tags: Tensor
    cues: Tensor
    links: Tensor


def batched(examples: Sequence[Example], size: int, rng: random.Random, hidden: float) -> Iterator[Batch]:
    """Batches of about `size` pieces in random order, with a share `hidden` of the pieces masked."""
    order = sorted(examples, key=lambda e: len(e.window.ids) + rng.random() * 16)
    groups: list[list[Example]] = [[]]
    for example in order:
        if groups[-1] and (len(groups[-1]) + 1) * len(example.window.ids) > size:
            groups.append([])
        groups[-1].append(example)
    rng.shuffle(groups)
    for group in groups:
        yield collate(group, rng, hidden)


def collate(group: Sequence[Example], rng: random.Random, hidden: float) -> Batch:
    """One batch."""
    length = -(-max(len(e.window.ids) for e in group) // STEP) * STEP
    most = max(1, *(len(e.cues) for e in group))
    batch = Batch(
        torch.zeros(len(group), length, dtype=torch.long),
        torch.zeros(len(group), length, dtype=torch.long),
        torch.full((len(group), length), IGNORED),
        torch.zeros(len(group), most, dtype=torch.long),
        torch.full((len(group), most, length), IGNORED),
    )
    for row, example in enumerate(group):
        window = example.window
        ids = [MASK if 0 < rng.random() < hidden and i > 102 else i for i in window.ids]
        batch.ids[row, : len(ids)] = torch.tensor(ids)
        batch.features[row, : len(ids)] = torch.tensor(window.features)
        places = torch.tensor(window.words, dtype=torch.long)
        batch.tags[row, places] = torch.tensor(example.tags)
        for n, (cue, links) in enumerate(zip(example.cues, example.links, strict=True)):
            batch.cues[row, n] = window.words[cue]
            batch.links[row, n, places] = torch.tensor(links)
    return batch


def to(batch: Batch, device: str) -> Batch:
    """The batch on a device."""
    parts = (batch.ids, batch.features, batch.tags, batch.cues, batch.links)
    return Batch(*(part.to(device) for part in parts))
