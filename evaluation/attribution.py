"""Score the readers of attributed speech, the one by rules and the trained one, on PolNeAR's development articles.

Run it as `python -m evaluation.attribution`.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from evaluation.errors import EvaluationError
from parley.errors import ParleyError
from parley.language.parser import SHIPPED
from parley.language.reader import Reader
from parley.language.tagger import Tagger
from parley.lexicon.atlas import load_world
from parley.model.document import Document
from parley.model.span import Span

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
LINE = re.compile(r"[^\n\r]*\S[^\n\r]*")

Raw = Mapping[str, Sequence[Sequence[int]]]
"""One attribution as the scorer takes it: `source`, `cue` and `content`, each a list of [start, end]."""
Read = Callable[[str], list[Raw]]


class Spoken(Protocol):
    """What either reader finds."""

    @property
    def source_spans(self) -> tuple[Span, ...]:
        """Whose words."""

    @property
    def cue_spans(self) -> tuple[Span, ...]:
        """By which words they are given."""

    @property
    def content_spans(self) -> tuple[Span, ...]:
        """What was said."""


class Scorer(Protocol):
    """What is used of the shared `score_attribution.py`."""

    def load_gold(self, folder: Path, /) -> Mapping[str, object]:
        """Articles and annotations by stem."""

    def score(self, predictions: Mapping[str, list[Raw]], gold: Mapping[str, object], /) -> list[object]:
        """Counts per article."""

    def metrics(self, counts: list[object], /) -> dict[str, object]:
        """Scores over all articles."""

    def print_table(self, result: Mapping[str, object], /) -> None:
        """The table."""


@dataclass(frozen=True, slots=True)
class Polnear:
    """The folder `shared` with `score_attribution.py` and `corpus/polnear`."""

    shared: Path
    part: str = "dev"

    @property
    def folder(self) -> Path:
        """Where the part lies. EvaluationError if it is not there."""
        folder = self.shared / "corpus" / "polnear" / self.part
        if not folder.is_dir():
            raise EvaluationError(str(folder), "no such folder", "Name the folder that holds the corpus with --shared")
        return folder

    def texts(self) -> dict[str, str]:
        """Each article's text by its stem, line ends untouched."""
        paths = sorted((self.folder / "text").glob("*.txt"))
        return {path.stem: path.read_bytes().decode("utf-8") for path in paths}

    def scorer(self) -> Scorer:
        """`score_attribution.py`, loaded from where it lies, so that no copy can grow old."""
        path = self.shared / "score_attribution.py"
        spec = importlib.util.spec_from_file_location("shared_score_attribution", path)
        if not path.is_file() or spec is None or spec.loader is None:
            raise EvaluationError(str(path), "no scorer there", "Name the folder that holds it with --shared")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return cast("Scorer", module)


def raw(spoken: Iterable[Spoken]) -> list[Raw]:
    """Attributions as the scorer takes them."""
    return [
        {
            "source": [[s.start, s.end] for s in one.source_spans],
            "cue": [[s.start, s.end] for s in one.cue_spans],
            "content": [[s.start, s.end] for s in one.content_spans],
        }
        for one in spoken
    ]


def by_rules() -> Read:
    """The reader by rules, with the whole language stage that it stands on."""
    reader = Reader(load_world(()), SHIPPED)
    return lambda text: raw(reader.read(Document(text=text, slug="article", origin="article")).attributions)


def trained() -> Read:
    """The trained reader alone."""
    tagger = Tagger.load()
    return lambda text: raw(tagger.attributions(text, [Span(*line.span()) for line in LINE.finditer(text)]))


READERS: Mapping[str, Callable[[], Read]] = {"rules": by_rules, "trained": trained}


def run(corpus: Polnear, readers: Sequence[str]) -> None:
    """Print each reader's table and its speed."""
    scorer, texts = corpus.scorer(), corpus.texts()
    gold = scorer.load_gold(corpus.folder / "attributions")
    for name in readers:
        read = READERS[name]()
        began = time.perf_counter()
        predictions = {stem: read(text) for stem, text in texts.items()}
        words = sum(len(text.split()) for text in texts.values()) / (time.perf_counter() - began)
        print(f"{name}: {words:,.0f} words a second; ", end="")
        counts = scorer.score(predictions, gold)
        scorer.print_table({**scorer.metrics(counts), "articles": len(counts)})


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it; a fault in the run is told on standard error and gives 2."""
    options = argparse.ArgumentParser(prog="python -m evaluation.attribution", description=__doc__)
    options.add_argument("--shared", type=Path, default=SHARED, help="folder with the scorer and corpus/polnear")
    options.add_argument("--part", default="dev", help="the part to score (default: dev)")
    options.add_argument("--reader", choices=READERS, action="append", help="only this reader; may be repeated")
    given = options.parse_args(arguments)
    try:
        run(Polnear(given.shared, given.part), given.reader or list(READERS))
    except ParleyError as fault:
        print(fault, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
