"""A network in 32 bits made small: its large matrices in 8 bits, computed with in 8 bits only where it does no harm."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

LARGE = 10_000
"""Matrices with fewer numbers stay as they are."""


def shrink(big: Path, small: Path, computed: Sequence[str]) -> None:
    """Write the network `big` with matrices in 8 bits to `small`.

    Products whose node's name ends in one of `computed` are made of 8-bit numbers on both sides, which is
    fast; the other matrices are only stored in 8 bits, one scale a row or column, and spread out on loading.
    """
    names = [n.name for n in onnx.load(str(big)).graph.node if n.op_type == "MatMul"]
    fast = [name for name in names if any(part in name for part in computed)]
    with tempfile.TemporaryDirectory() as scratch:
        half = Path(scratch) / "half.onnx"
        if fast:
            quantize_dynamic(
                str(big),
                str(half),
                op_types_to_quantize=["MatMul"],
                nodes_to_quantize=fast,
                per_channel=True,
                reduce_range=True,  # 7 bits, because processors without VNNI overflow on the sums of 8
                weight_type=QuantType.QInt8,
            )
        model = onnx.load(str(half if fast else big))
    for tensor in [t for t in model.graph.initializer if t.data_type == onnx.TensorProto.FLOAT]:
        if len(tensor.dims) == 2 and np.prod(tensor.dims) >= LARGE:
            _store(model.graph, tensor)
    onnx.checker.check_model(model)
    onnx.save(model, str(small))


def _store(graph: onnx.GraphProto, tensor: onnx.TensorProto) -> None:
    """Put a matrix's 8-bit numbers in its place, and the steps that spread it out before what uses it."""
    users = [node for node in graph.node if tensor.name in node.input]
    gathered = all(node.op_type == "Gather" for node in users)
    numbers, scales = rounded(numpy_helper.to_array(tensor), axis=1 if gathered else 0)
    name = tensor.name
    graph.initializer.remove(tensor)
    graph.initializer.append(numpy_helper.from_array(numbers, f"{name}.numbers"))
    graph.initializer.append(numpy_helper.from_array(scales, f"{name}.scales"))
    steps = _gathered(name, users) if gathered else _spread(name)
    for step in reversed(steps):
        graph.node.insert(0, step)
    if gathered:
        _in_order(graph)


def rounded(matrix: NDArray[np.float32], axis: int) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """The nearest 8-bit numbers, and the scales along the axis that undo it."""
    scales = np.maximum(np.abs(matrix).max(axis, keepdims=True), 1e-8) / 127
    return np.round(matrix / scales).astype(np.int8), scales.astype(np.float32)


def _spread(name: str) -> list[onnx.NodeProto]:
    """The whole matrix again, under its old name."""
    return [
        helper.make_node("Cast", [f"{name}.numbers"], [f"{name}.wide"], to=onnx.TensorProto.FLOAT),
        helper.make_node("Mul", [f"{name}.wide", f"{name}.scales"], [name]),
    ]


def _gathered(name: str, users: Sequence[onnx.NodeProto]) -> list[onnx.NodeProto]:
    """Only the rows that are looked up are spread out: the look-up's old output is made of two look-ups."""
    steps = []
    for n, user in enumerate(users):
        rows, scales, wide = (f"{name}.{n}.{part}" for part in ("rows", "row_scales", "row_wide"))
        output = user.output[0]
        user.input[0], user.output[0] = f"{name}.numbers", rows
        steps += [
            helper.make_node("Gather", [f"{name}.scales", user.input[1]], [scales], axis=0),
            helper.make_node("Cast", [rows], [wide], to=onnx.TensorProto.FLOAT),
            helper.make_node("Mul", [wide, scales], [output]),
        ]
    return steps


def _in_order(graph: onnx.GraphProto) -> None:
    """Sort the nodes so that each stands after what it needs."""
    waiting = list(graph.node)
    known = {t.name for t in graph.initializer} | {v.name for v in graph.input} | {""}
    done: list[onnx.NodeProto] = []
    while waiting:
        ready = [node for node in waiting if known.issuperset(node.input)]
        if not ready:
            raise ValueError("the network's steps need one another in a circle")
        done += ready
        known.update(name for node in ready for name in node.output)
        waiting = [node for node in waiting if node not in ready]
    del graph.node[:]
    graph.node.extend(done)
