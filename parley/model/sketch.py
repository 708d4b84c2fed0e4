"""What is kept of a text to tell near-identical copies by."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sketch:
    """The smallest hashes of a text's runs of words, in rising order: the same hashes wherever the same words stand.

    `keys` are the very smallest: copies share some of them, unrelated texts share none, so a store
    that indexes keys finds the texts worth comparing.
    """

    signature: tuple[int, ...]
    keys: tuple[int, ...]
