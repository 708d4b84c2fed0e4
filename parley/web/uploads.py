"""Reports that come through a browser: read one batch after the other, in processes of their own, while pages go on."""

from __future__ import annotations

import json
import secrets
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import BinaryIO

from parley.batch import Progress, add_all, reading
from parley.batch.desk import crashed
from parley.batch.pool import Source
from parley.errors import ParleyError
from parley.model.document import Document
from parley.record import Record
from parley.settings import Settings

PROCESSES = 2
"""Two or more read in processes of their own, so that pages stay quick."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """A report that was typed or pasted in; what is empty is unknown."""

    text: str
    title: str = ""
    outlet: str = ""
    url: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """A file as a browser sends it: the name that it has there, and its bytes."""

    name: str
    body: BinaryIO


@dataclass(slots=True)
class Batch:
    """What has become of some reports so far; `faults` are the failures in words, `fault` is what ended it early."""

    id: str
    total: int | None = None
    done: int = 0
    added: int = 0
    known: int = 0
    current: str = ""
    faults: tuple[str, ...] = ()
    fault: str = ""
    finished: bool = False

    def watch(self, progress: Progress) -> None:
        """Take note of how far it is."""
        self.done, self.total, self.current = progress.done, progress.total, progress.current


class Uploads:
    """Where batches wait for their turn and are remembered."""

    def __init__(self, record: Record, settings: Settings, processes: int = PROCESSES) -> None:
        self._record = record
        self._settings = settings
        self._processes = processes
        self._turns = ThreadPoolExecutor(1, "uploads")
        self._batches: dict[str, Batch] = {}

    def batch(self, identity: str) -> Batch | None:
        """A batch by its id; None for one that this server does not know."""
        return self._batches.get(identity)

    def add(self, files: Sequence[Given], pasted: Pasted | None = None) -> Batch:
        """Keep the files aside and read them when it is their turn."""
        folder = Path(tempfile.mkdtemp(prefix="parley-"))
        paths = [_saved(file, folder / str(number)) for number, file in enumerate(files)]
        if pasted and pasted.text.strip():
            paths.append(_written(pasted, folder))
        batch = Batch(secrets.token_hex(8), total=reading.count(paths))
        self._batches[batch.id] = batch
        self._turns.submit(self._read, batch, paths, folder)
        return batch

    def close(self) -> None:
        """Begin no further batch."""
        self._turns.shutdown(wait=False, cancel_futures=True)

    def _read(self, batch: Batch, paths: Sequence[Path], folder: Path) -> None:
        try:
            source = _by_own_names(reading.reports(paths, self._settings))
            work = reading.work(self._settings)
            tally = add_all(self._record, source, work, jobs=self._processes, total=batch.total, watch=batch.watch)
            batch.added, batch.known = tally.added, tally.skipped
            batch.faults = tuple(map(str, tally.failures))
        except ParleyError as error:
            batch.fault = str(error)
        except Exception as error:  # noqa: BLE001 - told on the page, and the next batch goes on
            batch.fault = str(crashed("these reports", error))
        finally:
            batch.finished = True
            shutil.rmtree(folder, ignore_errors=True)


def _saved(file: Given, folder: Path) -> Path:
    """The file under its own bare name in a folder of its own."""
    folder.mkdir()
    name = PureWindowsPath(PurePosixPath(file.name).name).name.lstrip(".") or "report"
    path = folder / name
    with path.open("wb") as out:
        shutil.copyfileobj(file.body, out)
    return path


def _written(pasted: Pasted, folder: Path) -> Path:
    known = {"title": pasted.title, "outlet": pasted.outlet, "url": pasted.url, "published": pasted.published}
    given = {name: value.strip() for name, value in known.items() if value.strip()}
    line = {"id": "pasted", "text": pasted.text, **given}
    path = folder / "pasted.jsonl"
    path.write_text(json.dumps(line, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def _by_own_names(source: Source) -> Iterator[Document | ParleyError]:
    """Reports and errors that name the file as the browser did, not where it lay meanwhile."""
    for item in source:
        if isinstance(item, Document):
            yield replace(item, origin=_bare(item.origin))
        else:
            yield type(item)(_bare(item.place), item.fault, item.remedy)


def _bare(place: str) -> str:
    return Path(place).name
