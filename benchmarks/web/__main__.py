"""Make a record of invented reports and time every page of it, in the server and without a browser.

    python -m benchmarks.web [--reports 5000] [--record FILE] [--times 7]

With --record, a record that is there already is used. Each page is asked for several times; the table gives the median
and the slowest, in milliseconds of the processor: what else the machine does is not counted. The last lines tell
what it takes to open the record, and how long the first page after a judgement takes.
"""

from __future__ import annotations

import argparse
import datetime as dt
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from fastapi.testclient import TestClient

from benchmarks.memory import peak
from benchmarks.resolve.invented import Coverage
from parley.lexicon.atlas import load_world
from parley.record import Record
from parley.resolve import Resolver
from parley.review import Reviewer
from parley.settings import Settings
from parley.web.access.access import Access
from parley.web.access.guard import OpenDoor
from parley.web.access.visitor import Role, Visitor
from parley.web.app import create
from parley.web.desk import Desk
from parley.web.uploads import Uploads


def fill(record: Record, reports: int, seed: int) -> None:
    """Add invented reports up to a number."""
    coverage = Coverage(seed)
    record.link()
    for number in range(reports):
        record.add(*coverage.report(number))


def paths(client: TestClient) -> Iterator[str]:
    """A page of every kind, of the busiest of its kind."""
    issue = client.get("/api/issues").json()[0]["id"]
    party = client.get("/api/parties").json()[0]["name"]
    outlet = client.get("/api/sources").json()["outlets"][0]["id"]
    report = client.get(f"/api/sources/{outlet}").json()["reports"][0]["id"]
    yield from ("/", "/board", "/issues", f"/issues/{issue}", "/parties", f"/parties/{party}", "/actors", "/meetings")
    yield f"/positions/{client.get(f'/api/issues/{issue}').json()['measures'][0]['id']}"
    yield f"/actors/{client.get('/api/actors').json()['rows'][0]['id']}"
    yield f"/meetings/{client.get('/api/meetings').json()['so_far'][0]['id']}"
    yield f"/proposals/{client.get('/api/proposals').json()['rows'][0]['card']['id']}"
    yield f"/disputes/{client.get('/api/disputes').json()['rows'][0]['id']}"
    yield from ("/proposals", "/disputes", "/changes", "/sources", f"/sources/{outlet}", f"/reports/{report}")
    yield from ("/tables/positions", f"/tables/statements?party={party}", "/tables/documents", "/search?q=withdrawal")
    yield from ("/options", f"/options/{issue}", "/moves", f"/distance?issue={issue}", "/told", "/network", "/package")
    yield from ("/review", "/review/progress", "/review/log", "/api/charts/timeline", "/api/charts/coverage")


def ask(client: TestClient, path: str) -> float:
    """Milliseconds of the processor that a page takes."""
    start = time.process_time()
    response = client.get(path)
    took = (time.process_time() - start) * 1000
    response.raise_for_status()
    return took


def measure(record: Record, resolver: Resolver, times: int) -> None:
    """Open the record as the server does and time its pages."""
    start = time.process_time()
    desk = Desk(record, resolver)
    desk.warm()
    access = Access(OpenDoor(Visitor("benchmark", Role.ADMIN)))
    app = create(desk, Uploads(record, Settings()), access)
    app.state.bench.warm()
    opened = time.process_time() - start
    client = TestClient(app, base_url="http://localhost")
    print(f"{'page':<44}{'median, ms':>12}{'slowest, ms':>14}")
    for path in dict.fromkeys(paths(client)):
        taken = [ask(client, path) for _ in range(times)]
        print(f"{path:<44}{statistics.median(taken):>12.0f}{max(taken):>14.0f}")
    told = next(iter(desk.index().view.proposals)).lead
    Reviewer(record, "benchmark", lambda: dt.datetime.now(dt.UTC)).accept(told.id)
    print(f"The record was opened in {opened:.1f} s; the first page after a judgement took {ask(client, '/'):.0f} ms.")
    print(f"Peak memory: {peak():.0f} MiB.")


def main() -> None:
    """Make the record, or open one, and measure."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.web", description=__doc__)
    options.add_argument("--reports", type=int, default=5_000)
    options.add_argument("--record", type=Path)
    options.add_argument("--times", type=int, default=7)
    options.add_argument("--seed", type=int, default=7)
    given = options.parse_args()
    resolver = Resolver(load_world())
    with tempfile.TemporaryDirectory() as folder:
        path = given.record or Path(folder, "record.sqlite")
        with Record.open(path, resolver=resolver) as record:
            if given.record is None:
                fill(record, given.reports, given.seed)
            record.link()
            measure(record, resolver, given.times)


if __name__ == "__main__":
    main()
