"""Check the passages: that they follow the guide, that none tells another's sentence again, that none leaks a report.

    python -m training.findings.check [--data FOLDER] [--against FOLDER ...] [FILE ...]

Prints what the passages hold. Ends with 1 where one is at fault: each fault is a line with its place.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from training.findings.passages import Passage, PassageError, blocks, passage

HERE = Path(__file__).parent
SHINGLE = 5
"""Words in a row that are compared at once."""
ALIKE = 0.3
"""Share of the shorter passage's shingles from which on two passages tell the same sentence."""
LEAKED = 9
"""Words in a row that a passage may not share with a report it is tested on."""


def shingles(text: str, length: int = SHINGLE) -> set[str]:
    """All runs of so many words, in small letters and without punctuation."""
    words = "".join(c if c.isalnum() else " " for c in text.lower()).split()
    return {" ".join(words[i : i + length]) for i in range(len(words) - length + 1)}


def duplicates(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Passage, float]]:
    """Pairs of passages that share too much, with the share of the shorter one's shingles."""
    sets = [shingles(p.text) for p in passages]
    where: defaultdict[str, list[int]] = defaultdict(list)
    for n, found in enumerate(sets):
        shared = Counter(other for shingle in found for other in where[shingle])
        for other, count in shared.items():
            share = count / max(1, min(len(found), len(sets[other])))
            if share >= ALIKE and count > 1:
                yield passages[other], passages[n], share
        for shingle in found:
            where[shingle].append(n)


def leaks(passages: Sequence[Passage], reports: Iterable[Path]) -> Iterator[tuple[Passage, Path, str]]:
    """Passages that share a long run of words with a report, and those words."""
    for path in reports:
        held = shingles(path.read_text("utf-8"), LEAKED)
        for each in passages:
            for run in sorted(shingles(each.text, LEAKED) & held)[:1]:
                yield each, path, run


def census(passages: Sequence[Passage]) -> str:
    """What the passages hold, as a few lines."""
    holdings = [h for p in passages for h in p.holdings]
    words, empty = sum(len(p.text.split()) for p in passages), sum(not p.holdings for p in passages)
    conditions, meetings = sum(h.condition is not None for h in holdings), sum(len(p.gatherings) for p in passages)
    figures, processes = sum(len(p.figures) for p in passages), len({p.process for p in passages})
    lines = [
        f"{len(passages)} passages of {processes} processes, {words} words; {empty} hold no position",
        f"{len(holdings)} positions, {conditions} with a condition; {meetings} meetings, {figures} figures",
        "issues: " + _counts(h.issue for h in holdings),
        "stances: " + _counts(h.stance.value for h in holdings),
        "acts: " + _counts(h.act.value for h in holdings),
        "manners: " + _counts(p.manner for p in passages),
    ]
    return "\n".join(lines)


def _counts(values: Iterable[str]) -> str:
    return ", ".join(f"{value} {count}" for value, count in Counter(values).most_common())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line; 0 when nothing is at fault."""
    options = argparse.ArgumentParser(prog="python -m training.findings.check", description=__doc__.splitlines()[0])
    options.add_argument("files", nargs="*", type=Path, help="only these files")
    options.add_argument("--data", type=Path, default=HERE / "data", help="the folder of all passages")
    options.add_argument("--against", type=Path, nargs="*", default=[], help="folders of reports that must not be met")
    given = options.parse_args(arguments)
    faults, passages = [], []
    for path in given.files or sorted(given.data.glob("*.txt")):
        for block in blocks(path):
            try:
                passages.append(passage(block))
            except PassageError as fault:
                faults.append(str(fault))
    faults += [
        f"{100 * share:.0f}% alike: {a.text[:90]!r} ({a.process}) and {b.text[:90]!r} ({b.process})"
        for a, b, share in duplicates(passages)
    ]
    reports = [path for folder in given.against for path in sorted(folder.rglob("*")) if path.suffix in (".md", ".txt")]
    faults += [f"{p.process}: shares {run!r} with {path.name}" for p, path, run in leaks(passages, reports)]
    print(census(passages), *faults, sep="\n")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
