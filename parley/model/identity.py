"""Ids that come from content, so that doing a thing twice changes nothing."""

from __future__ import annotations

from hashlib import blake2b


def content_id(kind: str, *parts: str) -> str:
    """A short stable id such as `doc-3f9a1c0b7d24e658`, the same for the same parts in the same order.

    64 bits: among a hundred million items of a kind a clash is a one-in-four-thousand event.
    """
    digest = blake2b(digest_size=8)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return f"{kind}-{digest.hexdigest()}"
