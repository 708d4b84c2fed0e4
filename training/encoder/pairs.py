"""The pair scorer: what each word of a window is to some of its words."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

PAIR = 64
"""Width of the pair scorers, per label."""
REACH, BUCKETS = 512, 32


class Biaffine(nn.Module):
    """For some words of a window and every word: the score of each label of their pair."""

    buckets: Tensor

    def __init__(self, width: int, labels: int) -> None:
        super().__init__()
        self.labels = labels
        self.query = nn.Linear(width, labels * PAIR)
        self.word = nn.Linear(width, labels * PAIR)
        self.alone = nn.Linear(width, labels)
        self.distance = nn.Embedding(2 * BUCKETS + 1, labels)
        self.dropout = nn.Dropout(0.1)
        self.register_buffer("buckets", _buckets(), persistent=False)
        nn.init.zeros_(self.distance.weight)

    def forward(self, states: Tensor, queries: Tensor) -> Tensor:
        """States [b, t, w] and the queries' places [b, q] to scores [b, q, t, labels]."""
        batch, length, width = states.shape
        chosen = states.gather(1, queries[..., None].expand(-1, -1, width))
        left = self.dropout(functional.gelu(self.query(chosen))).view(batch, -1, self.labels, PAIR)
        right = self.dropout(functional.gelu(self.word(states))).view(batch, length, self.labels, PAIR)
        scores = left.permute(0, 2, 1, 3) @ right.permute(0, 2, 3, 1) / PAIR**0.5
        away = torch.arange(length, device=states.device)[None, None] - queries[..., None] + REACH
        return scores.permute(0, 2, 3, 1) + self.alone(states)[:, None] + self.distance(self.buckets[away])


def _buckets() -> Tensor:
    """A bucket for each distance from -REACH to REACH: exact when near, by logarithm when far."""
    away = torch.arange(-REACH, REACH + 1)
    near = BUCKETS // 2
    far = near + (near - 1) * (away.abs().clamp(min=1) / near).clamp(min=1).log() / torch.tensor(REACH / near).log()
    return BUCKETS + away.sign() * torch.where(away.abs() < near, away.abs(), far.round().long())
