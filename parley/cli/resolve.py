"""`parley resolve`: findings of many reports into entries, without a record."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from parley.cli.options import LexiconOption, settings
from parley.errors import QueryError, RecordError

if TYPE_CHECKING:
    from parley.model.document import Document
    from parley.model.entry import Told
    from parley.model.finding import Finding
    from parley.publish.entries import Item

Folder = Annotated[
    list[Path], typer.Argument(metavar="FINDINGS_DIR...", help="Folders of findings as parley read writes them.")
]
Out = Annotated[Path, typer.Option("--out", metavar="FILE", help="Where the entries go; - is standard output.")]
STDOUT = Path("-")


def resolve(folders: Folder, out: Out, lexicon: LexiconOption = None) -> None:
    """Resolve findings in JSON into entries in JSON: which items of which report are of one thing, and why."""
    told, items = _told(_forms(folders))
    text = _entries(told, items, lexicon)
    if out == STDOUT:
        typer.echo(text, nl=False)
        return
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(text, encoding="utf-8")


def _forms(folders: Iterable[Path]) -> Iterator[tuple[Document, tuple[Finding, ...]]]:
    from parley.record.bare import from_bare_form

    for folder in folders:
        if not folder.is_dir():
            raise QueryError(str(folder), "is no folder", "Name a folder of findings, as parley read --out makes it")
        for path in sorted(folder.rglob("*.json")):
            try:
                form = json.loads(path.read_text("utf-8"))
            except ValueError as error:
                raise RecordError(str(path), f"is not JSON ({error})", "Mend the file or take it away") from error
            if isinstance(form, dict) and "document" in form:
                yield from_bare_form(form, origin=str(path))
            else:
                typer.echo(f"{path}: holds no findings, passed over", err=True)


def _told(
    forms: Iterable[tuple[Document, tuple[Finding, ...]]],
) -> tuple[list[Told[Finding]], dict[str, Item]]:
    """The findings, each with the place that it has in its report's list of its kind."""
    from parley.model.entry import Told

    told: list[Told[Finding]] = []
    items: dict[str, Item] = {}
    seen: dict[str, str] = {}
    for document, findings in forms:
        if document.slug in seen:
            fault = f"the document id {document.slug} stands in {seen[document.slug]} too"
            raise RecordError(document.origin, fault, "Give each report an id of its own")
        seen[document.slug] = document.origin
        places: dict[type[Finding], int] = {}
        for finding in findings:
            place = places[type(finding)] = places.get(type(finding), -1) + 1
            # Two items that say the same word for word are two items still.
            identity = f"{finding.KIND}-{document.slug}-{place}"
            items[identity] = (document.slug, place)
            told.append(Told(identity, document, finding))
    return told, items


def _entries(told: list[Told[Finding]], items: dict[str, Item], lexicon: list[Path] | None) -> str:
    from parley.analysis import View
    from parley.lexicon.atlas import load_world
    from parley.model.finding import Position
    from parley.publish.entries import to_json
    from parley.resolve import Resolver
    from parley.resolve.relations import relations

    world = load_world(settings(lexicon=lexicon).lexicon)
    resolver = Resolver(world)
    view = View.of(tuple({t.document.id: t.document for t in told}.values()), (), told, resolver)
    kinds: dict[str, Any] = {
        "actors": view.actors,
        "statements": view.statements,
        "measures": view.measures,
        "meetings": view.meetings,
        "proposals": view.proposals,
        "figures": view.figures,
        "disputes": view.disputes,
    }
    return to_json(kinds, items, relations(view.measures, resolver.likeness(Position)), world)
