"""The network: the encoder, taggers of words, and pair scorers that say what belongs to which measure or meeting."""

from __future__ import annotations

import math
from pathlib import Path

import torch
from torch import Tensor, nn

from parley.language.marks import ACTS, LINKS, RUNS, STATUSES, issue_ids
from training.encoder.network import Encoder
from training.encoder.pairs import Biaffine

UNLINKED = 0.1
"""What a word that is nothing to a measure weighs in learning beside one that is something: they are fifty to one."""

ISSUE_DROPOUT = 0.2
"""Issues are learnt by heart soonest, so their head sees less."""


class Network(nn.Module):
    """Pieces [b, t] and features [b, t] to the scores of words and of pairs of words."""

    def __init__(self, width: int = 384) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.tags = nn.Linear(width, 3 * len(RUNS))
        self.issues = nn.Sequential(nn.Dropout(ISSUE_DROPOUT), nn.Linear(width, len(issue_ids())))
        self.statuses = nn.Linear(width, len(STATUSES))
        self.links = Biaffine(width, LINKS)
        self.acts = Biaffine(width, len(ACTS))

    def of_words(self, states: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of tags [b, t, 3 * RUNS], issues [b, t, ISSUES] and statuses [b, t, STATUSES]."""
        return self.tags(states), self.issues(states), self.statuses(states)

    def of_pairs(self, states: Tensor, queries: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of links [b, q, t, LINKS], the weight in learning undone, and of acts [b, q, t, ACTS]."""
        links = self.links(states, queries)
        undone = torch.zeros(LINKS, device=links.device)
        undone[0] = -math.log(UNLINKED)
        return links + undone, self.acts(states, queries)


def pretrained(folder: Path) -> Network:
    """A network whose encoder carries the weights of a BERT folder."""
    network = Network()
    network.encoder.take(folder)
    return network
