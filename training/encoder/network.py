"""The encoder in torch: MiniLM's layers with what lower-casing loses beside each piece, the last layers mixed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from parley.language.pieces import FEATURES

MIXED = 4
"""The last layers whose states are mixed for the heads."""


class Embeddings(nn.Module):
    """Pieces, positions and features to states [batch, length, width]."""

    def __init__(self, vocabulary: int, width: int, longest: int) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, width)
        self.positions = nn.Embedding(longest, width)
        self.features = nn.Embedding(FEATURES, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, ids: Tensor, features: Tensor) -> Tensor:
        """The embedded pieces."""
        places = torch.arange(ids.shape[1], device=ids.device)
        total = self.words(ids) + self.positions(places) + self.features(features)
        return self.dropout(self.norm(total))


class Layer(nn.Module):
    """One BERT layer: attention, then two dense steps, each added and normed."""

    def __init__(self, width: int, heads: int, inner: int) -> None:
        super().__init__()
        self.heads = heads
        self.attend = nn.Linear(width, 3 * width)
        self.attended = nn.Linear(width, width)
        self.attended_norm = nn.LayerNorm(width, eps=1e-12)
        self.widen = nn.Linear(width, inner)
        self.narrow = nn.Linear(inner, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """States [batch, length, width] under a mask [batch, 1, 1, length] that is added to the scores."""
        batch, length, width = states.shape
        split = self.attend(states).view(batch, length, 3, self.heads, width // self.heads)
        query, key, value = split.permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(query, key, value, mask)
        mixed = mixed.transpose(1, 2).reshape(batch, length, width)
        states = self.attended_norm(states + self.dropout(self.attended(mixed)))
        inner = functional.gelu(self.widen(states))
        return self.norm(states + self.dropout(self.narrow(inner)))


class Encoder(nn.Module):
    """Pieces [b, t] and features [b, t] to the mixed states of the last layers [b, t, w]."""

    def __init__(self, vocabulary: int = 30522, width: int = 384, depth: int = 6) -> None:
        super().__init__()
        self.embeddings = Embeddings(vocabulary, width, 512)
        self.layers = nn.ModuleList(Layer(width, 12, 4 * width) for _ in range(depth))
        self.mix = nn.Parameter(torch.zeros(MIXED))
        self.dropout = nn.Dropout(0.1)

    def forward(self, ids: Tensor, features: Tensor) -> Tensor:
        """The states of every piece."""
        state = self.embeddings(ids, features)
        mask = torch.where(ids == 0, -1e4, 0.0).to(state.dtype)[:, None, None]
        kept = []
        for layer in self.layers:
            state = layer(state, mask)
            kept.append(state)
        weights = self.mix.softmax(0)
        mixed = torch.stack([weights[i] * s for i, s in enumerate(kept[-MIXED:])]).sum(0)
        return self.dropout(mixed)

    def take(self, folder: Path) -> None:
        """Take on the weights of a BERT folder (config.json, model.safetensors); ValueError if of another kind."""
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        loaded = load_file(folder / "model.safetensors")
        stored = {name.removeprefix("bert."): tensor for name, tensor in loaded.items()}
        missing, unexpected = self.load_state_dict(dict(_renamed(stored, config["num_hidden_layers"])), strict=False)
        if unexpected or set(missing) != {"mix", "embeddings.features.weight"}:
            raise ValueError(f"{folder} holds another kind of encoder: {unexpected or missing}")
        nn.init.normal_(self.embeddings.features.weight, std=0.02)


def _renamed(stored: dict[str, Tensor], depth: int) -> Iterator[tuple[str, Tensor]]:
    """The weights of a BERT encoder under this network's names."""
    yield "embeddings.words.weight", stored["embeddings.word_embeddings.weight"]
    kind = stored["embeddings.token_type_embeddings.weight"][0]
    yield "embeddings.positions.weight", stored["embeddings.position_embeddings.weight"] + kind
    for end in ("weight", "bias"):
        yield f"embeddings.norm.{end}", stored[f"embeddings.LayerNorm.{end}"]
        for n in range(depth):
            old, new = f"encoder.layer.{n}.", f"layers.{n}."
            parts = [stored[f"{old}attention.self.{which}.{end}"] for which in ("query", "key", "value")]
            yield f"{new}attend.{end}", torch.cat(parts)
            yield f"{new}attended.{end}", stored[f"{old}attention.output.dense.{end}"]
            yield f"{new}attended_norm.{end}", stored[f"{old}attention.output.LayerNorm.{end}"]
            yield f"{new}widen.{end}", stored[f"{old}intermediate.dense.{end}"]
            yield f"{new}narrow.{end}", stored[f"{old}output.dense.{end}"]
            yield f"{new}norm.{end}", stored[f"{old}output.LayerNorm.{end}"]
