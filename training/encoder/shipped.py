"""The encoder of a reader that is shipped, as weights to start another one from: it has learnt to read news already."""

from __future__ import annotations

from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

PREFIX = "network."


def encoder_of(path: Path) -> dict[str, Tensor]:
    """The encoder's weights in a file that `shrink` wrote, under the names of `Encoder`, spread out to 32 bits.

    ValueError where the file holds no such encoder.
    """
    graph = onnx.load(str(path)).graph
    stored = {t.name: torch.from_numpy(numpy_helper.to_array(t).copy()) for t in graph.initializer}
    for name in [n.removesuffix(".numbers") for n in stored if n.endswith(".numbers")]:
        stored[name] = stored[f"{name}.numbers"].float() * stored[f"{name}.scales"]
    found = {}
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in stored:
            found[_place(node.name) + ".weight"] = stored[node.input[1]].T.contiguous()
    found |= {name: tensor for name, tensor in stored.items() if name.startswith(PREFIX)}
    parts = ("embeddings.", "layers.")
    encoder = {name.removeprefix(PREFIX).removeprefix("encoder."): tensor for name, tensor in found.items()}
    encoder = {n: t for n, t in encoder.items() if n.startswith(parts) and not n.endswith((".numbers", ".scales"))}
    if not any(name.startswith("layers.") and name.endswith("attend.weight") for name in encoder):
        raise ValueError(f"{path} holds no encoder of this kind")
    return encoder


def _place(node: str) -> str:
    """`/network/layers.0/attend/MatMul` as `network.layers.0.attend`."""
    return ".".join(node.strip("/").split("/")[:-1])
