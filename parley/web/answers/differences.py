"""Told differently: accounts of one thing side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from parley.analysis import Account, Difference
from parley.analysis.index import Index
from parley.model.finding import Dispute, Position
from parley.publish import accounts
from parley.publish.words import issue_name, plain, short_id
from parley.web.answers.quotes import Quote, quotes
from parley.web.asking import Now
from parley.web.missing import missing

_SHOWN = 100


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account: by whom, what it says, since when, on whose word, and the sentences."""

    by: str
    says: str
    since: dt.date | None
    word: tuple[str, ...]
    outlets: tuple[str, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """A topic told in two or more ways; `id` is the short id of the first finding that tells it."""

    id: str
    kind: str
    topic: str
    issue: str | None
    accounts: tuple[AccountRow, ...]

    @property
    def where(self) -> str:
        """The page with all that is told of it."""
        return f"/disputes/{self.id}"


@dataclass(frozen=True, slots=True)
class DifferenceList:
    """Everything that is told in two or more ways; `hidden` are those that are not shown."""

    rows: tuple[DifferenceRow, ...]
    hidden: int


def difference_list(index: Now) -> DifferenceList:
    """Everything that is told in two or more ways: disputes, meetings, stances, figures."""
    found = index.differences
    return DifferenceList(difference_rows(found[:_SHOWN], index), max(0, len(found) - _SHOWN))


def difference_rows(found: Iterable[Difference], index: Index) -> tuple[DifferenceRow, ...]:
    """Differences as a page shows them."""
    return tuple(_row(difference, index) for difference in found)


def difference_page(index: Now, dispute: str) -> DifferenceRow:
    """One thing that is told in two or more ways."""
    found = index.difference_of.get(dispute)
    if found is None:
        raise missing("account that differs", dispute)
    return _row(found, index, most=20)


def _row(difference: Difference, index: Index, most: int = 2) -> DifferenceRow:
    first = difference.accounts[0].told[0]
    issue = first.finding.issue if isinstance(first.finding, Position | Dispute) else None
    return DifferenceRow(
        id=short_id(first.id),
        kind=difference.kind.value,
        topic=plain(difference.topic),
        issue=issue_name(issue) if issue else None,
        accounts=tuple(_account(account, index, most) for account in difference.accounts),
    )


def _account(account: Account, index: Index, most: int) -> AccountRow:
    return AccountRow(
        by=accounts.by(account),
        says=accounts.says(account),
        since=account.since,
        word=tuple(map(plain, account.word)),
        outlets=accounts.outlets(account.told),
        quotes=quotes(accounts.proof(account), index.view.chorus, most),
    )
