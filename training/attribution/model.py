"""The network: a MiniLM encoder, a tagger of roles, and a pair scorer that says what belongs to which cue."""

from __future__ import annotations

from pathlib import Path

from torch import Tensor, nn

from parley.language.decoding import LINKS, TAGS
from training.encoder.network import Encoder
from training.encoder.pairs import Biaffine

FRESH = ("encoder.mix", "encoder.embeddings.features.", "tags.", "pairs.")
"""What starts from nothing; all else comes from the pretrained encoder."""


class Network(nn.Module):
    """Pieces [b, t] and features [b, t] to tag scores [b, t, TAGS] and states for the pair scorer."""

    def __init__(self, width: int = 384) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.tags = nn.Linear(width, TAGS)
        self.pairs = Biaffine(width, LINKS)

    def forward(self, ids: Tensor, features: Tensor, cues: Tensor) -> tuple[Tensor, Tensor]:
        """Tag scores [b, t, TAGS] and link scores [b, c, t, LINKS] of the given cue places [b, c]."""
        states = self.encoder(ids, features)
        return self.tags(states), self.pairs(states, cues)


def pretrained(folder: Path) -> Network:
    """A network whose encoder carries the weights of a BERT folder (config.json, model.safetensors)."""
    network = Network()
    network.encoder.take(folder)
    return network
