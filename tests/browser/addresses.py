"""One address of every kind of page, with something that the record holds in it."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote
from urllib.request import urlopen

NAMES = (
    *("overview", "overview-then", "overview-before", "board", "issues", "issue", "measure", "parties", "party"),
    *("people", "person", "meetings", "meeting", "proposals", "proposal", "disputes", "dispute", "statement", "figure"),
    *("sources", "outlet", "report", "changes", "search", "hits", "table", "documents", "add", "fault"),
    *("analysis", "options", "options-issue", "moves", "distance", "told", "network", "package", "packages"),
    *("review", "review-one", "review-second", "review-log", "review-progress"),
)


def addresses(site: str) -> dict[str, str]:
    """The path of each page by its name."""

    def ask(path: str) -> Any:  # noqa: ANN401 - what JSON holds
        with urlopen(f"{site}/api{path}") as answer:  # noqa: S310 - our own server
            return json.load(answer)

    def first(kind: str) -> str:
        return str(ask(f"/tables/{kind}")["rows"][0][0])[-16:][:8]

    issue = ask("/issues")[0]["id"]
    proof = ask("/board")["rows"][0]["squares"][0]["quotes"][0]
    person = next(row for row in ask("/actors")["rows"] if row["kind"] == "person" and row["role"])
    meeting = max(ask("/meetings")["so_far"], key=lambda row: int(row["told"].split()[2]))
    paths = (
        *("/", "/?as-of=2025-05-31", "/?as-of=2000-01-01", "/board"),
        *("/issues", f"/issues/{issue}", f"/positions/{ask(f'/issues/{issue}')['measures'][0]['id']}"),
        *("/parties", f"/parties/{quote(ask('/parties')[0]['name'])}", "/actors", f"/actors/{person['id']}"),
        *("/meetings", f"/meetings/{meeting['id']}"),
        *("/proposals", f"/proposals/{ask('/proposals')['rows'][0]['card']['id']}"),
        *("/disputes", f"/disputes/{ask('/disputes')['rows'][0]['id']}"),
        *(f"/statements/{first('statements')}", f"/figures/{first('figures')}"),
        *("/sources", f"/sources/{quote(ask('/sources')['outlets'][0]['id'])}"),
        *(f"/reports/{proof['report']}#f-{proof['finding']}", "/changes", "/search", "/search?q=prisoners"),
        *("/tables/positions", "/tables/documents", "/add", "/nowhere"),
        *("/analysis", "/options", f"/options/{issue}", "/moves", "/distance", "/told", "/network"),
        *("/package?clause=30-day+unconditional+ceasefire&clause=withdrawal+from+the+four+regions", "/packages"),
        *("/review?kind=proposal&round=first", f"/review/{ask('/review/next?kind=statement')['case']['id']}"),
        *("/review?round=second", "/review/log", "/review/progress"),
    )
    return dict(zip(NAMES, paths, strict=True))
