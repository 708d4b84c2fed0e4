"""Words a second of the attribution readers, by rules and trained, beside the bare spaCy pipeline, with their quality.

    python -m benchmarks.attribution [FOLDER of .txt] [--rounds N] [--articles N]

All read the same articles in turn in the same process, so that a busy machine slows all of them; speeds and
ratios are medians of the rounds. The reader by rules is timed with the whole language stage that it stands on,
parse included; the trained one alone, for it needs no parse. The bare pipeline has all its components.

Without a folder the articles are those of PolNeAR's development part, where it lies beside the repository, and
each reader's end-to-end F1 by the shared scorer stands beside its speed. BBC Citron was not run: its
trained models are too large for the public snapshot that was at hand, so nothing is said of its speed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import cast

import spacy

from benchmarks.timing import timed
from evaluation.attribution import READERS, SHARED, Polnear, Raw, Read
from evaluation.errors import EvaluationError
from parley.errors import ParleyError
from parley.language.parser import SHIPPED

BARE = "bare pipeline"
CLASSES = ("all", "direct", "indirect")

Found = dict[str, list[Raw]]
"""Attributions by article."""
Program = Callable[[Mapping[str, str]], Found]
"""Reads all articles, given by their names."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; a fault in the run is told on standard error and gives 2."""
    options = _options(arguments)
    try:
        _run(options.folder, options.rounds, options.articles)
    except ParleyError as fault:
        print(fault, file=sys.stderr)
        return 2
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.attribution", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--articles", type=int, help="only so many, the first by name")
    return parser.parse_args(arguments)


def _run(folder: Path | None, rounds: int, articles: int | None) -> None:
    corpus = Polnear(SHARED)
    texts = dict(list((_texts(folder) if folder else corpus.texts()).items())[:articles])
    words = sum(len(text.split()) for text in texts.values())
    print(f"{len(texts)} articles, {words:,} words, {rounds} rounds")
    programs = _programs()
    took, found = _rounds(programs, texts, rounds)
    quality = {} if folder else {name: _quality(corpus, found[name]) for name in READERS}
    for name in programs:
        ratio = _ratio(took[name], took[BARE]) if name != BARE else ""
        print(f"{name:15}{words / median(took[name]):>8,.0f} words/s{ratio}{quality.get(name, '')}")


def _texts(folder: Path) -> dict[str, str]:
    texts = {path.stem: path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))}
    if not texts:
        raise EvaluationError(str(folder), "holds no .txt file", "Name a folder of articles, one a file")
    return texts


def _programs() -> dict[str, Program]:
    nlp = spacy.load(SHIPPED)

    def bare(texts: Mapping[str, str]) -> Found:
        return {stem: [] for stem, _ in zip(texts, nlp.pipe(texts.values()), strict=True)}

    return {BARE: bare, **{name: _over_all(make()) for name, make in READERS.items()}}


def _over_all(read: Read) -> Program:
    return lambda texts: {stem: read(text) for stem, text in texts.items()}


def _rounds(
    programs: Mapping[str, Program], texts: Mapping[str, str], rounds: int
) -> tuple[dict[str, list[float]], dict[str, Found]]:
    """The seconds that each program took round by round, and what it found."""
    took: dict[str, list[float]] = {name: [] for name in programs}
    found: dict[str, Found] = {}
    for _ in range(rounds):
        for name, program in programs.items():
            seconds, found[name] = timed(partial(program, texts))
            took[name].append(seconds)
    return took, found


def _ratio(took: Sequence[float], bare: Sequence[float]) -> str:
    ratios = sorted(mine / other for mine, other in zip(took, bare, strict=True))
    return f"   {median(ratios):.2f} of the bare pipeline's time ({ratios[0]:.2f} to {ratios[-1]:.2f})"


def _quality(corpus: Polnear, found: Found) -> str:
    scorer = corpus.scorer()
    gold = scorer.load_gold(corpus.folder / "attributions")
    counts = scorer.score(found, {stem: article for stem, article in gold.items() if stem in found})
    table = cast("Mapping[str, Mapping[str, Sequence[float]]]", scorer.metrics(counts))
    return "   end-to-end F1 " + ", ".join(f"{name} {table[name]['end_to_end'][2]:.3f}" for name in CLASSES)


if __name__ == "__main__":
    sys.exit(main())
