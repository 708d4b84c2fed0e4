"""The network: the encoder, taggers of words, and pair scorers that say what belongs to which measure or meeting."""

from __future__ import annotations

from pathlib import Path

from torch import Tensor, nn

from parley.language.marks import ACTS, LINKS, RUNS, STATUSES, issue_ids
from training.encoder.network import Encoder
from training.encoder.pairs import Biaffine


class Network(nn.Module):
    """Pieces [b, t] and features [b, t] to the scores of words and of pairs of words."""

    def __init__(self, width: int = 384) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.tags = nn.Linear(width, 3 * len(RUNS))
        self.issues = nn.Linear(width, len(issue_ids()))
        self.statuses = nn.Linear(width, len(STATUSES))
        self.links = Biaffine(width, LINKS)
        self.acts = Biaffine(width, len(ACTS))

    def of_words(self, states: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of tags [b, t, 3 * RUNS], issues [b, t, ISSUES] and statuses [b, t, STATUSES]."""
        return self.tags(states), self.issues(states), self.statuses(states)


def pretrained(folder: Path) -> Network:
    """A network whose encoder carries the weights of a BERT folder."""
    network = Network()
    network.encoder.take(folder)
    return network
