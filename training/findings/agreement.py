"""How far two annotators mark the same passages alike: the writers, and one who saw the bare text and the guide.

    python -m training.findings.agreement --strip 200 --out build/blind.txt      # the texts to mark, drawn at random
    python -m training.findings.agreement build/blind.txt                         # compare, once they are marked

The second annotator's file follows the guide too; a passage is found again by its text.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from training.findings.check import HERE
from training.findings.passages import MANNER, PROCESS, Holding, Passage, PassageError, load, read
from training.findings.tally import Tally, overlap

ALIKE = 0.5
"""Share of the shorter measure from which on two marks are of one measure."""


def stripped(passages: Sequence[Passage], count: int) -> str:
    """The bare texts of some passages, drawn at random but always the same."""
    drawn = random.Random(4).sample(list(passages), count)
    return f"{PROCESS}blind\n\n" + "\n\n".join(f"{MANNER}{p.manner}\n{p.text}" for p in drawn) + "\n"


def compare(first: Sequence[Passage], second: Sequence[Passage]) -> dict[str, Tally]:
    """Precision, recall and F1 of the second annotator against the first, kind by kind."""
    found: defaultdict[str, Tally] = defaultdict(Tally)
    by_text = {p.text: p for p in first}
    for again in second:
        once = by_text.get(again.text)
        if once is None:
            raise PassageError(again.text[:60], "is no passage of the data", "Leave the text as it was")
        _count(found["positions"], once.holdings, again.holdings, issue=False)
        _count(found["positions+issue"], once.holdings, again.holdings, issue=True)
        spans = {
            "meetings": ([g.trigger for g in once.gatherings], [g.trigger for g in again.gatherings]),
            "figures": (once.figures, again.figures),
        }
        for kind, (a, b) in spans.items():
            found[kind].wanted += len(a)
            found[kind].said += len(b)
            found[kind].right += sum(any(overlap(x, y) >= ALIKE for y in b) for x in a)
    return dict(found)


def _count(tally: Tally, once: Sequence[Holding], again: Sequence[Holding], *, issue: bool) -> None:
    tally.wanted += len(once)
    tally.said += len(again)
    left = list(again)
    for a in once:
        match = next((b for b in left if _same(a, b) and (a.issue == b.issue or not issue)), None)
        if match:
            left.remove(match)
            tally.right += 1


def _same(a: Holding, b: Holding) -> bool:
    held = a.party.lower() == b.party.lower() or a.holder.overlaps(b.holder)
    return held and a.stance is b.stance and overlap(a.measure, b.measure) >= ALIKE


def main() -> None:
    """The command line."""
    options = argparse.ArgumentParser(prog="python -m training.findings.agreement", description=__doc__.splitlines()[0])
    options.add_argument("file", nargs="?", type=Path, help="the passages as the second annotator marked them")
    options.add_argument("--data", type=Path, default=HERE / "data", help="the folder of all passages")
    options.add_argument("--strip", type=int, metavar="N", help="write the bare texts of N passages instead")
    options.add_argument("--out", type=Path, help="where to")
    given = options.parse_args()
    passages = load(given.data)
    if given.strip:
        given.out.write_text(stripped(passages, given.strip), "utf-8")
        return
    for kind, tally in compare(passages, list(read(given.file))).items():
        print(f"{kind:<18}{tally}  ({tally.wanted} and {tally.said})")


if __name__ == "__main__":
    main()
