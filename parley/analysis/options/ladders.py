"""An analyst's ladders put to the options of a record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from parley.analysis.index import SHORT
from parley.analysis.movement.ladder import Options
from parley.analysis.options.model import Option
from parley.analysis.options.naming import Named
from parley.analysis.view import View
from parley.errors import LexiconError
from parley.lexicon.binding import Written
from parley.lexicon.ladders import Ladder, Ladders
from parley.model.entry import Entry
from parley.model.finding import Position


def options_of(view: View) -> tuple[Option, ...]:
    """The options of every issue, on no ladder yet."""
    return tuple(_option(entry) for entry in view.measures)


def _option(entry: Entry[Position]) -> Option:
    lead = entry.lead
    return Option(lead.id.rpartition("-")[2][:SHORT], lead.finding.issue, lead.finding.measure, entry)


def named_options(options: Iterable[Option], said: Ladders | None) -> dict[str, Named]:
    """How options are named, for each issue of the file; LexiconError where nobody holds a position on one."""
    by_issue: dict[str, list[Option]] = {}
    for option in options:
        by_issue.setdefault(option.issue, []).append(option)
    found: dict[str, Named] = {}
    for ladder in said.issues if said else ():
        if ladder.issue.text in found:
            raise _fault(ladder.issue, f"the issue '{ladder.issue.text}' stands twice", "Put the two together")
        if ladder.issue.text not in by_issue:
            raise _fault(ladder.issue, f"nobody holds a position on '{ladder.issue.text}'", _known(ladder, by_issue))
        found[ladder.issue.text] = Named(by_issue[ladder.issue.text])
    return found


def in_order(options: Sequence[Option], said: Ladders | None, named: Mapping[str, Named]) -> list[Option]:
    """The options with their ranks: those on a ladder first and in its order, then those with most voices."""
    ranks: dict[str, int] = {}
    for ladder in said.issues if said else ():
        for rank, step in enumerate(ladder.ladder):
            option = named[ladder.issue.text].option(step)
            if option.id in ranks:
                raise _fault(step, f"'{step.text}' and a step before it are one option", "Leave one of the two out")
            ranks[option.id] = rank
    return sorted((replace(o, rank=ranks.get(o.id)) for o in options), key=_place)


def scales(view: View, said: Ladders | None) -> tuple[Options, ...]:
    """The ladders of two options or more as scales on which parties may move, one an issue at the most.

    LexiconError with file and line where the file names an issue or an option that the view does not have.
    """
    if said is None:
        return ()
    bare = options_of(view)
    placed = [o for o in in_order(bare, said, named_options(bare, said)) if o.rank is not None]
    steps = [[o for o in placed if o.issue == ladder.issue.text] for ladder in said.issues]
    return tuple(_scale(each) for each in steps if len(each) > 1)


def _scale(steps: Sequence[Option]) -> Options:
    rungs = {told.id: rung for rung, option in enumerate(steps) for told in option.entry.told}
    return Options(steps[0].issue, tuple(option.words for option in steps), rungs)


def _place(option: Option) -> tuple[bool, int, int, str]:
    return (option.rank is None, option.rank or 0, -option.entry.voices, option.id)


def _known(ladder: Ladder, issues: Iterable[str]) -> str:
    near = get_close_matches(ladder.issue.text, known := sorted(issues), n=1)
    return f"Did you mean '{near[0]}'?" if near else f"Known here: {', '.join(known) or 'none'}"


def _fault(written: Written, fault: str, remedy: str) -> LexiconError:
    return LexiconError(str(written.where), fault, remedy)
