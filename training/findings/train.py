"""Train the network on the passages, with whole processes held out to see what carries over."""

from __future__ import annotations

import argparse
import logging
import random
import time
from pathlib import Path

import torch

from training.encoder.pretrained import installed, tokenizer_of
from training.encoder.shipped import encoder_of
from training.findings.evaluate import evaluate
from training.findings.learner import Learner, batched
from training.findings.model import pretrained
from training.findings.passages import load
from training.findings.prepare import Prepared, examples, prepared

LOG = logging.getLogger("training.findings")
HERE = Path(__file__).parent
TOLD = 20


def held_out(passages: list[Prepared], processes: list[str]) -> tuple[list[Prepared], list[Prepared]]:
    """The passages to learn from, and those of the processes named."""
    known = {p.passage.process for p in passages}
    if set(processes) - known:
        raise SystemExit(f"No passages of {sorted(set(processes) - known)}; there are {sorted(known)}")
    return (
        [p for p in passages if p.passage.process not in processes],
        [p for p in passages if p.passage.process in processes],
    )


def parser() -> argparse.ArgumentParser:
    """The command line."""
    options = argparse.ArgumentParser(prog="python -m training.findings.train", description=__doc__)
    options.add_argument("--data", type=Path, default=HERE / "data", help="folder of passages")
    options.add_argument("--encoder", type=Path, help="folder with the pretrained encoder (default: the wheel's)")
    options.add_argument(
        "--start", type=Path, help="a shipped reader (.onnx) to take the encoder from, not the bare one"
    )
    options.add_argument("--hold", nargs="*", default=[], help="processes to hold out, by the name in their files")
    options.add_argument("--out", type=Path, default=Path("build/training/findings"), help="folder for checkpoints")
    options.add_argument("--device", default="cpu", choices=("cpu", "cuda"))
    options.add_argument("--epochs", type=int, default=8)
    options.add_argument("--rate", type=float, default=1.5e-4, help="highest rate of the encoder")
    options.add_argument("--size", type=int, default=1536, help="pieces in a batch, about")
    options.add_argument("--hidden", type=float, default=0.08, help="share of the pieces that are masked")
    options.add_argument("--frozen", type=int, default=0, help="lowest layers of the encoder that stay as they are")
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--seed", type=int, default=1)
    return options


def run(options: argparse.Namespace) -> None:
    """Train, keeping a checkpoint and telling the scores on the held-out processes after each epoch."""
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    folder = options.encoder or installed()
    learn, hold = held_out(prepared(load(options.data), tokenizer_of(folder)), options.hold)
    network = pretrained(folder)
    if options.start and options.start.suffix == ".pt":
        network.load_state_dict(torch.load(options.start, weights_only=True))
    elif options.start:
        network.encoder.load_state_dict(encoder_of(options.start), strict=False)
    first = list(examples(learn, random.Random(0)))
    steps = sum(1 for _ in batched(first, options.size, random.Random(0), 0)) * options.epochs
    learner = Learner(network, options.rate, steps, options.device, options.frozen)
    LOG.info("%d passages to learn from, %d held out, about %d steps", len(learn), len(hold), steps)
    for epoch in range(1, options.epochs + 1):
        one_epoch(learner, learn, options, epoch)
        torch.save(learner.average.state_dict(), options.out / f"average-{epoch}.pt")
        if hold:
            scores = evaluate(learner.average, hold)
            LOG.info("epoch %d: %s", epoch, "; ".join(f"{kind} {score}" for kind, score in scores.items()))


def one_epoch(learner: Learner, learn: list[Prepared], options: argparse.Namespace, epoch: int) -> None:
    """Every passage once."""
    learner.network.train()
    rng = random.Random(options.seed * 1000 + epoch)
    began, seen, lost = time.monotonic(), 0, 0.0
    for n, batch in enumerate(batched(list(examples(learn, rng)), options.size, rng, options.hidden), 1):
        lost += learner.step(batch.to(options.device))
        seen += batch.ids.numel()
        if n % TOLD == 0:
            speed = seen / (time.monotonic() - began)
            LOG.info("epoch %d, step %d: loss %.4f, %.0f pieces/s", epoch, n, lost / TOLD, speed)
            lost = 0.0


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    run(parser().parse_args())
