"""What one entry says of another must be so: parties, states, offices and issues that are named must exist."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from parley.errors import LexiconError
from parley.lexicon.binding import Where
from parley.lexicon.facts import Office, Person, Sheet


def check(sheet: Sheet) -> None:
    """LexiconError with file and line for the first name that points nowhere."""
    states = {state.name for state in sheet.states}
    parties = states | {group.name for group in sheet.parties} | {body.name for body in sheet.bodies}
    offices = {office.id for office in sheet.offices}
    issues = {issue.id for issue in sheet.issues}
    _check_titles(sheet.offices)
    for group in sheet.parties:
        _known(group.state, states, "state", group.where)
    for body in sheet.bodies:
        _known(body.party, parties, "party", body.where)
    for person in sheet.people:
        _check_person(person, parties, offices)
    for place in sheet.places:
        _known(place.state, states, "state", place.where)
    for outlet in sheet.outlets:
        _known(outlet.state, states, "state", outlet.where)
        for side in outlet.sympathies:
            _known(side, parties, "party", outlet.where)
    for term in sheet.terms:
        _known(term.issue, issues, "issue", term.where)


def _check_person(person: Person, parties: set[str], offices: set[str]) -> None:
    _known(person.party, parties, "party", person.where)
    for tenure in person.tenures:
        _known(tenure.office, offices, "office", tenure.where)
        _known(tenure.party, parties, "party", tenure.where)
        if tenure.party is None and person.party is None:
            raise LexiconError(str(tenure.where), "an office is held for a party, and none is given", "Add 'party: …'")


def _check_titles(offices: tuple[Office, ...]) -> None:
    holders: dict[str, str] = {}
    for office in offices:
        for title in office.titles:
            if title in holders:
                fault = f"the title '{title}' is given to the office '{holders[title]}' too"
                raise LexiconError(str(office.where), fault, "Leave it to one of the two")
            holders[title] = office.id


def _known(name: str | None, known: Iterable[str], what: str, where: Where) -> None:
    if name is None or name in known:
        return
    near = get_close_matches(name, known, n=1)
    remedy = f"Did you mean '{near[0]}'?" if near else f"Use the name of a known {what}, or define it in a file first"
    raise LexiconError(str(where), f"unknown {what} '{name}'", remedy)
