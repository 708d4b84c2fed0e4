"""A finding in one line, with all that tells it from others."""

from __future__ import annotations

from parley.model.finding import Dispute, Finding, Meeting, Proposal
from parley.publish.words import day, listed, plain, quantity
from parley.web.answers.quotes import says


def heading(finding: Finding) -> str:
    """Who and what: of a meeting its sides, place, day and state, of a proposal its issuer and size."""
    match finding:
        case Meeting():
            return _meeting(finding)
        case Proposal():
            by = f"by {plain(finding.issuer)}" if finding.issuer else ""
            size = quantity(finding.size.count, finding.size.unit) if finding.size else ""
            return ", ".join(filter(None, (plain(finding.title), by, size, finding.status.value)))
        case Dispute():
            return f"{listed(plain(c.party or 'the report') for c in finding.claims)} on {plain(finding.topic)}"
    return says(finding)


def _meeting(meeting: Meeting) -> str:
    where = f" in {plain(meeting.place)}" if meeting.place else ""
    when = f", {day(meeting.date)}" if meeting.date else ""
    return f"{listed(map(plain, meeting.parties))}{where}{when}: {meeting.status.value.replace('-', ' ')}"
