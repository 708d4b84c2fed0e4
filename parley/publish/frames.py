"""Answers as Arrow tables, the data frames that pandas, polars and DuckDB take as they are.

They have the columns and rows of the CSV and JSON of the same answers. Days are dates, lists stay lists, and what a
report left out is null.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pyarrow as pa

from parley.analysis.distance.answers import Distance
from parley.analysis.movement.answers import Movement
from parley.analysis.network import Kind, Network
from parley.analysis.options import OptionsBoard
from parley.analysis.packages import PackageAnswer
from parley.analysis.telling import Telling
from parley.analysis.view import View
from parley.publish.arrow import to_arrow
from parley.publish.moves import distances_table, moves_table
from parley.publish.networks import network_table
from parley.publish.options import options_table, sheet_of
from parley.publish.packages.report import report
from parley.publish.packages.table import package_table
from parley.publish.told import Part, told_tables


def board_frame(found: OptionsBoard, view: View) -> pa.Table:
    """A row for each party on each option of which anything is known: acceptance, firmness, voices, sentences."""
    return to_arrow(options_table(sheet_of(found, view)))


def moves_frame(found: Iterable[Movement]) -> pa.Table:
    """A row for each step, or for each party and measure without one; `sure` and `stayed` are 0 to 1."""
    return to_arrow(moves_table(found))


def distances_frame(found: Iterable[Distance]) -> pa.Table:
    """A row for each pair of parties on an issue and day: `low`, `high` and `middle` in rungs, `held` 0 to 1."""
    return to_arrow(distances_table(found))


def told_frame(found: Telling, part: Part) -> pa.Table:
    """A row for each teller and kind (reported), party (quoted), wording (names) or word (words)."""
    return to_arrow(told_tables(found)[part])


def network_frame(found: Iterable[Network], kinds: Sequence[Kind] = tuple(Kind)) -> pa.Table:
    """A row for each edge of each kind in each stretch of time: its weight in measures, `normalised` 0 to 1."""
    return to_arrow(network_table(found, kinds))


def package_frame(found: Iterable[PackageAnswer]) -> pa.Table:
    """A row for each party on each clause of each package, with the verdicts of clause and package."""
    return to_arrow(package_table(map(report, found)))
