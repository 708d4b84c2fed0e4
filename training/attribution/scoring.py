"""The shared scorer of attributions, loaded from where it lies."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from parley.model.span import Span

Predicted = Mapping[str, Sequence[Mapping[str, Sequence[Sequence[int]]]]]


def scorer(path: Path) -> Any:  # noqa: ANN401
    """`score_attribution.py` as a module."""
    spec = importlib.util.spec_from_file_location("score_attribution", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def listed(spans: Iterable[Span]) -> list[list[int]]:
    """Spans as the scorer wants them."""
    return [[s.start, s.end] for s in spans]


def brief(result: Mapping[str, Any]) -> str:
    """End to end, detection and source in one line."""
    parts = [f"{c} {100 * result[c]['end_to_end'][2]:.1f}" for c in ("all", "direct", "indirect")]
    row = result["all"]
    precision, recall, f1 = (100 * v for v in row["detection"])
    tokens = " ".join(f"{role} {100 * row[role][2]:.1f}" for role in ("content", "source", "cue"))
    return (
        f"end to end {', '.join(parts)}; detection {precision:.1f}/{recall:.1f}/{f1:.1f}; "
        f"source ok {100 * row['source_correct']:.1f}; {tokens}"
    )
