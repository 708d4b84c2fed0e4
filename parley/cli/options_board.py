"""The options board at a terminal: option by option, a line for each party, and the words that it rests on."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from parley.publish.options.sheet import BoardSheet, FootingRow, InferredRow, OptionRow, Proof, Reason
from parley.publish.words import counted, listed

_TONES = {
    "support": "green",
    "conditional": "yellow",
    "open": "blue",
    "oppose": "red",
    "mixed": "magenta",
    "unknown": "dim",
}
_WIDEST = 110
_PARTY, _STAND = 16, 17
_QUOTED = 170
_HINTS = 2
"""So many things that the wordings alone suggest are shown of one option, or of one party on it."""


def show(sheet: BoardSheet, console: Console) -> None:
    """Print the board; where it is piped, without the spaces that fill lines at a terminal."""
    console.width = min(console.width, _WIDEST)
    if console.is_terminal:
        _print(sheet, console)
        return
    with console.capture() as captured:
        _print(sheet, console)
    console.print("\n".join(line.rstrip() for line in captured.get().splitlines()), soft_wrap=True)


def _print(sheet: BoardSheet, console: Console) -> None:
    for issue in sheet.issues:
        console.print()
        console.rule(Text(issue.name, style="bold"), align="left", style="dim")
        for option in issue.options:
            console.print(_option(option))
        if issue.hidden:
            more = f"  … {counted(issue.hidden, 'more option')}: parley board --issue {issue.id}"
            console.print(Text(f"\n{more}", style="dim"))


def _option(option: OptionRow) -> RenderableType:
    step = f"{option.rank + 1}. " if option.rank is not None else ""
    head = Text.assemble("\n", step, (option.words, "bold"), (f"  {option.id}", "cyan"), (f"  {option.told}", "dim"))
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=_PARTY)
    grid.add_column(width=_STAND)
    grid.add_column(ratio=1)
    for footing in option.footings:
        grid.add_row(Text(footing.party), Text(footing.words, style=_style(footing)), Group(*_lines(footing)))
    unknown = [Text(f"unknown: {listed(option.unknown)}", style="dim italic")] if option.unknown else []
    return Group(head, Padding(Group(*_bonds(option), grid, *unknown), (0, 0, 0, 2)))


def _style(footing: FootingRow) -> str:
    """Firm stands out, and what nobody said stands back."""
    return f"{'bold reverse ' if footing.firm else '' if footing.proofs else 'dim italic '}{_TONES[footing.tone]}"


def _bonds(option: OptionRow) -> Iterable[Text]:
    """What an analyst says of other options, and the first of what wordings suggest."""
    by_wording = [bond for bond in option.bonds if bond.by is None]
    for bond in (*(b for b in option.bonds if b.by), *by_wording[:_HINTS]):
        yield Text(f"{bond.says} “{bond.other_words}” {bond.other}, {_basis(bond.by is not None)}", style="dim")
    if len(by_wording) > _HINTS:
        yield Text(f"and {len(by_wording) - _HINTS} more by their wordings", style="dim")


def _lines(footing: FootingRow) -> Iterable[Text]:
    if facts := _facts(footing):
        yield Text(facts)
    if footing.conditions:
        yield Text(f"condition: {'; '.join(footing.conditions)}", style="yellow")
    yield from map(_reason, footing.reasons)
    yield from map(_inferred, footing.inferred[:_HINTS])
    if footing.proofs:
        yield _quoted(footing.proofs[0])
    if footing.contested:
        yield Text(f"contested: {footing.rule}", style="magenta")
    yield from map(_quoted, footing.contrary[:1])


def _facts(footing: FootingRow) -> str:
    """When, how old, on how many voices and by whom; nothing where nothing carries the footing."""
    if not footing.proofs:
        return ""
    old = f" ({counted(footing.days, 'day')} old)" if footing.days is not None else ""
    return f"{footing.when}{old} · {counted(footing.voices, 'voice')} · {footing.authority}: {footing.by}"


def _reason(reason: Reason) -> Text:
    words = f": {', '.join(reason.words)}" if reason.words else ""
    return Text(f"{'−' if reason.against else '+'} {reason.says}{words}", style="dim" if reason.against else "red")


def _inferred(row: InferredRow) -> Text:
    how = "inferred" if row.sure else "a hint"
    return Text(
        f"{how}: {row.acceptance}, from “{row.source_words}” {row.source}, {_basis(row.sure)}", style="dim italic"
    )


def _basis(analyst: bool) -> str:
    return "as an analyst says" if analyst else "by its wording"


def _quoted(proof: Proof) -> Text:
    words = proof.sentence
    short = words if len(words) <= _QUOTED else words[: _QUOTED - 1].rsplit(" ", 1)[0] + "…"
    return Text.assemble(
        (f"“{short}” ", "dim"), (f"{proof.outlet}, {proof.published} ", "dim"), (proof.finding, "cyan")
    )
