"""Score a network on passages: marks against what their writers marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import torch

from parley.language.marks import RUNS
from parley.language.stands import WindowScores, marks
from parley.language.windows import Window
from parley.model.span import Span
from parley.model.stand import Marks, Stance
from training.findings.model import Network
from training.findings.prepare import Prepared, example
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


def read(network: Network, passages: Sequence[Prepared]) -> Iterator[tuple[Prepared, Marks]]:
    """Each passage by itself with the marks that the network sees."""
    network.eval()
    for each in passages:
        one = example([each]).window
        yield each, marks(one, scores_of(network, one))


def evaluate(network: Network, passages: Sequence[Prepared], sure: float = SURE) -> dict[str, Tally | str]:
    """Positions (measure and holder overlap, polarity), with issue, with stance and act; meetings; figures."""
    found = {k: Tally() for k in ("measures", "positions", "positions+issue", "meetings", "figures")}
    right: Counter[str] = Counter()
    for each, seen in read(network, passages):
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
