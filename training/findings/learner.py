"""Learning: batches of windows, what the network is trained to lower, and the running average of its weights."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

import torch
from torch import Tensor, nn
from torch.nn import functional

from parley.language.marks import MEASURE, MEETING, RUNS
from training.findings.model import UNLINKED, Network
from training.findings.prepare import Example, Query

IGNORED = -100
MASK = 103
STEP = 32
"""Lengths are padded to multiples of it: few shapes are fast shapes."""
WARM_UP = 0.08
HEAD_RATE = 8
"""How much faster than the encoder the parts go that start from nothing."""
EVERY, KEEP = 2, 0.985
"""Every so many steps the average takes in the weights, and keeps this share of what it was."""
FALSE_QUERIES = 3
"""Words of each window that look most like the begin of a measure and are none; they learn that nobody holds them."""
LINK_WEIGHT, ISSUE_WEIGHT, ACT_WEIGHT, STATUS_WEIGHT = 2.0, 1.0, 0.5, 0.3


@dataclass(frozen=True, slots=True)
class Batch:
    """Some windows in padded tensors; labels that do not count are IGNORED.

    `ids`, `features` [b, t]; `tags` [b, t, RUNS]; of measures and meetings `queries`, `issues`, `statuses` [b, q],
    `links`, `acts` and `within` (what share of the query each word is) [b, q, t].
    """

    ids: Tensor
    features: Tensor
    tags: Tensor
    queries: Tensor
    links: Tensor
    acts: Tensor
    within: Tensor
    issues: Tensor
    statuses: Tensor

    def to(self, device: str) -> Batch:
        """The batch on a device."""
        return Batch(*(getattr(self, f.name).to(device) for f in fields(self)))


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
    rows = len(group)
    length = -(-max(len(e.window.ids) for e in group) // STEP) * STEP
    most = max(1, *(len(e.queries) for e in group))
    batch = Batch(
        torch.zeros(rows, length, dtype=torch.long),
        torch.zeros(rows, length, dtype=torch.long),
        torch.full((rows, length, len(RUNS)), IGNORED),
        torch.zeros(rows, most, dtype=torch.long),
        torch.full((rows, most, length), IGNORED),
        torch.full((rows, most, length), IGNORED),
        torch.zeros(rows, most, length),
        torch.full((rows, most), IGNORED),
        torch.full((rows, most), IGNORED),
    )
    for row, example in enumerate(group):
        window = example.window
        ids = [MASK if 0 < rng.random() < hidden and i > 102 else i for i in window.ids]
        batch.ids[row, : len(ids)] = torch.tensor(ids)
        batch.features[row, : len(ids)] = torch.tensor(window.features)
        places = torch.tensor(window.words, dtype=torch.long)
        batch.tags[row, places] = torch.tensor(example.tags).T
        for n, query in enumerate(example.queries):
            _fill(batch, row, n, query, places)
    return batch


def _fill(batch: Batch, row: int, n: int, query: Query, places: Tensor) -> None:
    batch.queries[row, n] = places[query.start]
    batch.links[row, n, places] = torch.tensor(query.links)
    batch.within[row, n, places[query.start : query.end]] = 1 / (query.end - query.start)
    for word, act in query.acts:
        batch.acts[row, n, places[word]] = act
    (batch.issues if query.run == MEASURE else batch.statuses)[row, n] = query.label


def loss_of(network: Network, batch: Batch) -> Tensor:
    """Cross entropies of tags, links, acts, issues and statuses, each a mean over the labels that count, weighted."""
    states = network.encoder(batch.ids, batch.features)
    tags, issues, statuses = (scores.float() for scores in network.of_words(states))
    tags = tags.view(*batch.tags.shape, 3)
    worst = _false_queries(batch, tags)
    nothing = torch.where(batch.tags[..., 0] == IGNORED, IGNORED, 0)[:, None].expand(-1, worst.shape[1], -1)
    links = network.links(states, torch.cat([batch.queries, worst], 1)).float()
    acts = network.acts(states, batch.queries).float()
    pooled_issues, pooled_statuses = batch.within @ issues, batch.within @ statuses
    return (
        _entropy(tags, batch.tags)
        + LINK_WEIGHT * _entropy(links, torch.cat([batch.links, nothing], 1), UNLINKED)
        + ACT_WEIGHT * _entropy(acts, batch.acts)
        + ISSUE_WEIGHT * _entropy(pooled_issues, batch.issues)
        + STATUS_WEIGHT * _entropy(pooled_statuses, batch.statuses)
    )


def _entropy(scores: Tensor, labels: Tensor, first: float = 1.0) -> Tensor:
    """Cross entropy, the first label weighing `first` and all others 1."""
    if not (labels != IGNORED).any():
        return scores.sum() * 0
    weights = torch.ones(scores.shape[-1], device=scores.device)
    weights[0] = first
    return functional.cross_entropy(scores.flatten(0, -2), labels.flatten(), weights, ignore_index=IGNORED)


def _false_queries(batch: Batch, tags: Tensor) -> Tensor:
    likely = tags.detach().softmax(-1)[..., [MEASURE, MEETING], 1].amax(-1)
    real = (batch.tags[..., [MEASURE, MEETING]] != 0).any(-1)
    likely = likely.masked_fill(real, -1)
    return likely.topk(min(FALSE_QUERIES, likely.shape[1]), dim=1).indices


class Learner:
    """Takes steps; `average` is the network for use."""

    def __init__(self, network: Network, rate: float, steps: int, device: str, frozen: int = 0) -> None:
        self.network = network.to(device)
        self.average = copy.deepcopy(self.network)
        self.device = device
        self.done = 0
        self._optimizer = _optimizer(self.network, rate, frozen)
        self._schedule = torch.optim.lr_scheduler.LambdaLR(
            self._optimizer, lambda n: max(1e-3, min((n + 1) / (WARM_UP * steps), 1 - n / steps))
        )

    def step(self, batch: Batch) -> float:
        """One step down the loss, which is returned."""
        # Processors without instructions for 16 bits are many times slower at them than at 32.
        with torch.autocast(self.device, dtype=torch.bfloat16, enabled=self.device != "cpu"):
            loss = loss_of(self.network, batch)
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self._optimizer.step()
        self._schedule.step()
        self._optimizer.zero_grad()
        self.done += 1
        if self.done % EVERY == 0:
            self._take_in()
        return loss.item()

    @torch.no_grad()
    def _take_in(self) -> None:
        keep = min(KEEP, self.done / (self.done + 40))
        for mean, weight in zip(self.average.parameters(), self.network.parameters(), strict=True):
            if weight.requires_grad:
                mean.lerp_(weight, 1 - keep)


def _optimizer(network: Network, rate: float, frozen: int) -> torch.optim.AdamW:
    """AdamW, faster for the parts that start from nothing, without decay on norms and biases.

    The words' embeddings stay as they are: half of all weights, of which a batch would move a few. So do the lowest
    `frozen` layers and all below them.
    """
    network.encoder.embeddings.words.weight.requires_grad_(False)
    for layer in network.encoder.layers[:frozen]:
        layer.requires_grad_(False)
    if frozen:
        network.encoder.embeddings.requires_grad_(False)
    groups: dict[tuple[bool, bool], list[nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        fresh = not name.startswith("encoder.") or name.startswith(("encoder.mix", "encoder.embeddings.features"))
        groups.setdefault((fresh, parameter.ndim > 1), []).append(parameter)
    options = [
        {"params": parameters, "lr": rate * (HEAD_RATE if fresh else 1), "weight_decay": 0.01 if wide else 0.0}
        for (fresh, wide), parameters in groups.items()
    ]
    return torch.optim.AdamW(options, betas=(0.9, 0.98), fused=True)
