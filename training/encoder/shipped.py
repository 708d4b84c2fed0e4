"""The encoder of a reader that is shipped, as weights to start another one from: it has learnt to read news already."""

from __future__ import annotations

from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

PREFIX = "network."
INTEGERS = "_quantized"
"""The end of the name of a matrix that is computed with in 8 bits."""


def encoder_of(path: Path) -> dict[str, Tensor]:
    """The encoder's weights in a file that `shrink` wrote, under the names of `Encoder`, spread out to 32 bits.

    ValueError where the file holds no such encoder.
    """
    parts = ("embeddings.", "layers.")
    named = ((name.removeprefix("encoder."), tensor) for name, tensor in _weights(onnx.load(str(path)).graph).items())
    encoder = {name: tensor for name, tensor in named if name.startswith(parts)}
    if not any(name.startswith("layers.") and name.endswith("attend.weight") for name in encoder):
        raise ValueError(f"{path} holds no encoder of this kind")
    return encoder


def _weights(graph: onnx.GraphProto) -> dict[str, Tensor]:
    """What is stored under a name of its own, and each matrix under the name of the step that multiplies by it."""
    stored = _stored(graph)
    found = {name.removeprefix(PREFIX): tensor for name, tensor in stored.items() if name.startswith(PREFIX)}
    for node in graph.node:
        matrix = node.input[1].removesuffix(INTEGERS) if node.op_type in ("MatMul", "MatMulInteger") else ""
        if matrix in stored:
            found[_place(node.name).removeprefix(PREFIX) + ".weight"] = stored[matrix].T.contiguous()
    return {name: tensor for name, tensor in found.items() if not name.endswith((".numbers", ".scales"))}


def _stored(graph: onnx.GraphProto) -> dict[str, Tensor]:
    """Every stored tensor, and under their own names those that are stored in 8 bits, spread out.

    A file that was made small twice has scales that are stored in 8 bits themselves.
    """
    stored = {t.name: torch.from_numpy(numpy_helper.to_array(t).copy()) for t in graph.initializer}
    short = [name.removesuffix(".numbers") for name in stored if name.endswith(".numbers")]
    for name in sorted(short, key=len, reverse=True):
        stored[name] = stored[f"{name}.numbers"].float() * stored[f"{name}.scales"]
    for name in [name.removesuffix(INTEGERS) for name in stored if name.endswith(INTEGERS)]:
        steps = stored[name + INTEGERS].float() - stored[f"{name}_zero_point"].float()
        stored[name] = steps * stored[f"{name}_scale"]
    return stored


def _place(node: str) -> str:
    """`/network/layers.0/attend/MatMul` as `network.layers.0.attend`, `/issues/issues.1/MatMul` as `issues.1`."""
    parts = node.strip("/").split("/")[:-1]
    return ".".join(p for p, inner in zip(parts, [*parts[1:], ""], strict=True) if not inner.startswith(f"{p}."))
