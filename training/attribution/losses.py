"""What the network is trained to lower."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from parley.language.decoding import BEGIN_CUE
from training.attribution.batches import IGNORED, Batch
from training.attribution.model import Network

FALSE_CUES = 2
"""Words of each window that look most like a cue and are none; the pair scorer learns that they have no content."""
LINK_WEIGHT = 2.0


def loss_of(network: Network, batch: Batch) -> Tensor:
    """Cross entropy of the tags plus that of the links, each a mean over the labels that count."""
    states = network.encoder(batch.ids, batch.features)
    tags = network.tags(states).float()
    cues, links = _with_false_cues(batch, tags)
    scores = network.pairs(states, cues).float()
    tag_loss = functional.cross_entropy(tags.flatten(0, 1), batch.tags.flatten(), ignore_index=IGNORED)
    link_loss = functional.cross_entropy(scores.flatten(0, 2), links.flatten(), ignore_index=IGNORED)
    return tag_loss + LINK_WEIGHT * link_loss


def _with_false_cues(batch: Batch, tags: Tensor) -> tuple[Tensor, Tensor]:
    likely = tags.detach().softmax(-1)[..., BEGIN_CUE].clone()
    likely[(batch.tags == IGNORED) | (batch.tags == BEGIN_CUE) | (batch.tags == BEGIN_CUE + 1)] = -1
    worst = likely.topk(min(FALSE_CUES, likely.shape[1]), dim=1).indices
    nothing = torch.where(batch.tags == IGNORED, IGNORED, 0)[:, None].expand(-1, worst.shape[1], -1)
    return torch.cat([batch.cues, worst], 1), torch.cat([batch.links, nothing], 1)
