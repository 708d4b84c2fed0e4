"""`parley read`: reports into JSON in the record format, with no record."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.options import ConfidenceOption, JobsOption, LexiconOption, ModelOption, settings
from parley.errors import ParleyError, QueryError
from parley.model.document import Document

if TYPE_CHECKING:
    from parley.batch import Read, Source

Files = Annotated[list[Path], typer.Argument(metavar="FILES...", help="Files or folders; - is standard input.")]
Out = Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Where the JSON files go, one a report.")]

_UNFIT = re.compile(r"[^\w.-]+")


def read(
    files: Files,
    out: Out = None,
    jobs: JobsOption = None,
    lexicon: LexiconOption = None,
    model: ModelOption = None,
    confidence: ConfidenceOption = None,
) -> None:
    """Read reports and write what was found, one JSON file a report. With - and no --out: to standard output."""
    from parley.batch import read_all, reading
    from parley.cli.add import tell_failures

    if out is None and files != [reading.STDIN]:
        raise QueryError("parley read", "says nowhere to write to", "Give a folder with --out DIR")
    chosen, names = settings(None, lexicon, model, jobs, confidence), Names()
    jobs_used = min(chosen.jobs, reading.count(files) or chosen.jobs)
    source = names.given(reading.reports(files, chosen))
    failures: list[ParleyError] = []
    for outcome in read_all(source, reading.work(chosen), jobs=jobs_used):
        if isinstance(outcome, ParleyError):
            failures.append(outcome)
        else:
            _write(outcome, out, names)
    tell_failures(failures)
    raise typer.Exit(1 if failures else 0)


class Names:
    """A file name for each report, from its slug: the same for the same reports in the same order."""

    def __init__(self) -> None:
        self._by_document: dict[str, str] = {}
        self._taken: set[str] = set()

    def given(self, source: Source) -> Iterator[Document | ParleyError]:
        """The same reports, each given its name as it passes."""
        for item in source:
            if isinstance(item, Document) and item.id not in self._by_document:
                self._by_document[item.id] = self._free(item)
            yield item

    def of(self, document: Document) -> str:
        """The name that the report was given."""
        return self._by_document[document.id]

    def _free(self, document: Document) -> str:
        # A slug may come from inside a file, so it must not lead out of the folder.
        stem = _UNFIT.sub("-", document.slug).strip(".-") or "report"
        name = stem if stem not in self._taken else f"{stem}-{document.id[-8:]}"
        self._taken.add(name)
        return f"{name}.json"


def _write(outcome: Read, out: Path | None, names: Names) -> None:
    from parley.record.form import to_form

    text = json.dumps(to_form(outcome.document, outcome.findings), ensure_ascii=False, indent=2) + "\n"
    if out is None:
        typer.echo(text, nl=False)
        return
    out.mkdir(parents=True, exist_ok=True)
    (out / names.of(outcome.document)).write_text(text, encoding="utf-8")
