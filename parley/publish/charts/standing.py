"""What charts without a time axis have in common: the frame, and the words around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parley.publish.charts.layers import Json, Spec
from parley.publish.charts.spec import CONFIG, SCHEMA
from parley.publish.charts.symbols import Symbol

INK, QUIET, RULE, PAPER, CLEAR = "var(--ink)", "var(--quiet)", "var(--rule)", "var(--paper)", "transparent"


def standing(
    description: str, height: float, layers: Sequence[Json], legend: Iterable[Symbol], notes: Iterable[str]
) -> Spec:
    """A chart so high in pixels, as wide as its place; without a window in `usermeta` the script offers no zoom."""
    return {
        "$schema": SCHEMA,
        "description": description,
        "width": "container",
        "height": height,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "padding": {"left": 0, "right": 0, "top": 5, "bottom": 5},
        "background": CLEAR,
        "layer": list(layers),
        "config": CONFIG,
        "usermeta": {
            "legend": [{"label": s.label, "path": s.path, "fill": s.fill, "stroke": s.stroke} for s in legend],
            "notes": list(notes),
        },
    }
