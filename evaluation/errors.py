"""What can be wrong with a gate run itself, as against a score that is too low."""

from __future__ import annotations

from parley.errors import ParleyError


class EvaluationError(ParleyError):
    """A corpus, scorer, reader or floors file that a score cannot be made with."""
