"""The app over a record at an address of this computer, for as long as a browser needs it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import uvicorn

from parley.batch import add_all, reading
from parley.batch.desk import Reader, Work
from parley.ingest.syndication import are_copies
from parley.record import Record
from parley.resolve import Resolver
from parley.settings import Settings
from parley.web import server
from parley.web.access.access import Access
from parley.web.access.guard import OpenDoor
from parley.web.access.visitor import Role, Visitor
from parley.web.app import create
from parley.web.desk import Desk
from parley.web.uploads import Uploads

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "reports"
HOST = "127.0.0.1"
OPEN = Access(OpenDoor(Visitor("Ines", Role.ADMIN)))


def read_examples(path: Path, read: Reader, resolver: Resolver) -> None:
    """The example reports in a new record at the path."""
    with Record.open(path, copies=are_copies, resolver=resolver) as record:
        record.link()
        work = Work(lambda: read, reading.draw)
        tally = add_all(record, reading.reports([EXAMPLES], Settings()), work)
        assert tally.failures == []


@contextmanager
def serving(path: Path, resolver: Resolver, access: Access = OPEN) -> Iterator[str]:
    """The address at which the record is served; what is uploaded is read in this process."""
    with (
        Record.open(path, copies=are_copies, resolver=resolver) as record,
        server.listen(HOST, 0) as listening,
        closing(Uploads(record, Settings(), processes=1)) as uploads,
    ):
        app = create(Desk(record, resolver), uploads, access)
        running = uvicorn.Server(uvicorn.Config(app, log_level="warning", ws="none"))
        thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]})
        thread.start()
        while not running.started:
            time.sleep(0.01)
        yield f"http://{HOST}:{listening.getsockname()[1]}"
        running.should_exit = True
        thread.join()
