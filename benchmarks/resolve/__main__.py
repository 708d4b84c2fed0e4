"""Add invented reports to a record with and without linking them, and time the last ones at each size.

    python -m benchmarks.resolve [--sizes 200 2000 20000] [--seed N]

Each report has 41 findings of one negotiation over eight years. Linked means that every finding finds its entry as it
is added; the peer only stores. Times are of the processor, so that what else the machine does is not counted. The last
line tells how the total grows: 1.0 is linear.
"""

from __future__ import annotations

import argparse
import math
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.resolve.invented import Coverage
from parley.lexicon.atlas import load_world
from parley.record import Record
from parley.resolve import Resolver

LAST = 100


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of the processor for the last reports of a size, each, and for all up to it."""

    size: int
    each: float
    total: float


def grow(sizes: Sequence[int], seed: int, resolver: Resolver | None) -> list[Cost]:
    """Add reports up to the largest size and take the time at each."""
    coverage, costs, total = Coverage(seed), [], 0.0
    with tempfile.TemporaryDirectory() as folder, Record.open(Path(folder, "r.sqlite"), resolver=resolver) as record:
        if resolver:
            record.link()
        last: list[float] = []
        for number in range(max(sizes)):
            document, findings = coverage.report(number)
            start = time.process_time()
            record.add(document, findings)
            last.append(time.process_time() - start)
            total += last[-1]
            if number + 1 in sizes:
                each = sum(last[-LAST:]) / len(last[-LAST:])
                costs.append(Cost(number + 1, each, total))
    return costs


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.resolve", description=__doc__)
    options.add_argument("--sizes", type=int, nargs="+", default=[200, 2_000, 20_000])
    options.add_argument("--seed", type=int, default=7)
    given = options.parse_args()
    stored = grow(given.sizes, given.seed, None)
    linked = grow(given.sizes, given.seed, Resolver(load_world()))
    print(
        f"{'reports':>8}{'stored, ms':>12}{'linked, ms':>12}{'ratio':>8}{'against the first size':>25}{'total, s':>10}"
    )
    for one, other in zip(stored, linked, strict=True):
        growth = other.each / linked[0].each
        times = f"{one.each * 1000:>12.1f}{other.each * 1000:>12.1f}{other.each / one.each:>8.1f}"
        print(f"{other.size:>8}{times}{growth:>25.2f}{other.total:>10.0f}")
    if len(linked) > 1:
        first, last = linked[0], linked[-1]
        power = math.log(last.total / first.total) / math.log(last.size / first.size)
        print(f"The total grows with the number of reports to the power of {power:.2f}.")


if __name__ == "__main__":
    main()
