"""Grounds that add up: each proof speaks for or against, and together they must be enough."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TypeAlias, TypeVar

from parley.model.node import Ground

P = TypeVar("P", bound=Hashable)
Proof: TypeAlias = Callable[[P, P], Ground | None]
"""What one thing that two profiles say proves: a weight below 0 speaks against their being one; None is no proof."""


def together(proofs: Iterable[Proof[P]], lead: P, other: P, enough: float) -> Ground | None:
    """All that speaks for two profiles in words, with the sum of all weights; None where that is not enough."""
    found = [proof for prove in proofs if (proof := prove(lead, other)) is not None]
    weight = sum(proof.weight for proof in found)
    return Ground(", ".join(proof.words for proof in found if proof.weight > 0), weight) if weight >= enough else None
