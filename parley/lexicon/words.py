"""The English word lists, typed: what `lexicon/en/*.yml` says about words and nothing about any process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from parley.lexicon.binding import read_file
from parley.model.stand import Act, Stance

EN = Path(__file__).parent / "en"
Lists = tuple[tuple[str, ...], ...]


def flat(lists: Lists) -> frozenset[str]:
    """The words of several lists as one set."""
    return frozenset(word for words in lists for word in words)


@dataclass(frozen=True, slots=True)
class Reporting:
    """Cue verbs by frame, cue phrases, and nouns that stand for sources with no name."""

    clause: Lists
    quote: Lists
    object: Lists
    calling: Lists
    urging: Lists
    accusing: Lists
    blaming: Lists
    phrases: Lists
    carriers: Lists
    describers: Lists
    hollow: Lists
    saying: Lists
    hearing: Lists


@dataclass(frozen=True, slots=True)
class StanceWords:
    """Words that share a stance and an act."""

    words: tuple[str, ...]
    stance: Stance
    act: Act


@dataclass(frozen=True, slots=True)
class Anaphora:
    """What points back at listed terms: a determiner and a noun, or a pronoun (`single` ones at one term)."""

    determiners: tuple[str, ...]
    conditions: tuple[str, ...]
    nouns: tuple[str, ...]
    pronouns: tuple[str, ...]
    single: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StanceLists:
    """Words that say where a holder stands."""

    verbs: tuple[StanceWords, ...]
    weak: tuple[str, ...]
    containing: tuple[str, ...]
    stopping: tuple[str, ...]
    stoppable: tuple[str, ...]
    adjectives: tuple[StanceWords, ...]
    verdicts: tuple[StanceWords, ...]
    nouns: tuple[StanceWords, ...]
    having: tuple[str, ...]
    obliging: tuple[str, ...]
    refusing: tuple[str, ...]
    undertaking: tuple[str, ...]
    selves: tuple[str, ...]
    own: tuple[str, ...]
    standins: tuple[str, ...]
    anaphora: Anaphora
    conditions: tuple[str, ...]
    negations: tuple[str, ...]
    dropping: tuple[str, ...]
    supposing: tuple[str, ...]
    hollow: tuple[str, ...]
    unmade: tuple[str, ...]
    neither: tuple[str, ...]
    needing: tuple[str, ...]
    having_to: tuple[str, ...]
    nothing: tuple[str, ...]
    introducing: tuple[str, ...]
    copulas: tuple[str, ...]
    accusing: tuple[str, ...]
    divided: tuple[str, ...]
    members: tuple[str, ...]
    exclusive: tuple[str, ...]
    exchange: tuple[str, ...]
    doubt: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Modality:
    """Words by which a thing is planned, proposed, cancelled, refused or going on."""

    planned: tuple[str, ...]
    proposed: tuple[str, ...]
    cancelled: tuple[str, ...]
    refused: tuple[str, ...]
    ongoing: tuple[str, ...]
    under_way: tuple[str, ...]
    possible: tuple[str, ...]
    coming: tuple[str, ...]
    coming_about: tuple[str, ...]
    opening: tuple[str, ...]
    supposing: tuple[str, ...]
    unlikely: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeetingVerbs:
    """Verbs whose subject and object come together; those in `together` need no object (`X and Y met`)."""

    words: tuple[str, ...]
    together: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mediating:
    """Words that name whoever brings sides together."""

    verbs: tuple[str, ...]
    adjectives: tuple[str, ...]
    nouns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeetingWords:
    """Words for sides coming together."""

    talks: Lists
    always_plural: tuple[str, ...]
    verbs: tuple[MeetingVerbs, ...]
    seeing: tuple[str, ...]
    joining: tuple[str, ...]
    signing: tuple[str, ...]
    sitting: tuple[str, ...]
    holding: tuple[str, ...]
    moving: tuple[str, ...]
    with_words: tuple[str, ...]
    mediating: Mediating
    rounds: dict[str, int]
    round_nouns: tuple[str, ...]
    events: tuple[str, ...]
    signings: tuple[str, ...]
    sittings: tuple[str, ...]
    delegations: tuple[str, ...]
    ways: tuple[str, ...]
    same: tuple[str, ...]
    again: tuple[str, ...]
    in_turn: tuple[str, ...]
    both_people: tuple[str, ...]
    both_sides: tuple[str, ...]
    pairs: tuple[str, ...]
    durations: tuple[str, ...]
    at: tuple[str, ...]
    attending: tuple[str, ...]
    behind: tuple[str, ...]
    lasting: tuple[str, ...]
    not_: Lists


@dataclass(frozen=True, slots=True)
class ProposalWords:
    """Words for texts on the table and what happens to them."""

    texts: tuple[str, ...]
    needing_detail: tuple[str, ...]
    parts: tuple[str, ...]
    making: tuple[str, ...]
    made_by: tuple[str, ...]
    statuses: dict[str, tuple[str, ...]]
    meant: tuple[str, ...]
    acceptable: tuple[str, ...]
    denying: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DisputeWords:
    """Words by which accounts of a fact differ."""

    denying: tuple[str, ...]
    rejecting: tuple[str, ...]
    accusing: tuple[str, ...]
    contrary: tuple[tuple[str, ...], ...]
    turning: tuple[str, ...]
    calling: tuple[str, ...]
    falsehoods: tuple[str, ...]
    rivalling: tuple[str, ...]
    harming: tuple[str, ...]
    each_other: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Words for numbers, what they count, and what is never a figure."""

    numbers: dict[str, int]
    scales: dict[str, int]
    fractions: dict[str, float]
    currencies: dict[str, str]
    percent: tuple[str, ...]
    people: tuple[str, ...]
    person_events: tuple[str, ...]
    units: dict[str, str]
    time_units: tuple[str, ...]
    lasting: tuple[str, ...]
    ago: tuple[str, ...]
    passing: tuple[str, ...]
    battlefield: tuple[str, ...]
    approximators: tuple[str, ...]
    clock: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IssueTerms:
    """One issue and the words that point to it; a final * stands for any ending."""

    id: str
    names: tuple[str, ...]
    likely: tuple[str, ...]
    hints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IssueList:
    """The closed list of issues, and the one for everything else."""

    issues: tuple[IssueTerms, ...]
    other: str


@dataclass(frozen=True, slots=True)
class Roles:
    """Words for offices and functions, and how sources with no name are described."""

    nouns: tuple[str, ...]
    courtesies: tuple[str, ...]
    addresses: tuple[str, ...]
    joiners: tuple[str, ...]
    behalf: tuple[str, ...]
    siding: tuple[str, ...]
    roving: tuple[str, ...]
    attached: tuple[str, ...]
    fellowships: tuple[str, ...]
    undertaking: tuple[str, ...]
    once: tuple[str, ...]
    panels: tuple[str, ...]
    halves: tuple[str, ...]
    portfolios: tuple[str, ...]
    opposed: tuple[str, ...]
    particles: tuple[str, ...]
    unnamed: tuple[str, ...]
    pronouns: dict[str, tuple[str, ...]]
    gendered: dict[str, tuple[str, ...]]
    organizations: tuple[str, ...]
    groups: tuple[str, ...]
    passing: tuple[str, ...]
    possessives: tuple[str, ...]
    of_state: tuple[str, ...]
    spoken: tuple[str, ...]
    leading: tuple[str, ...]
    acting: tuple[str, ...]
    factions: tuple[str, ...]
    linking: tuple[str, ...]
    bearings: tuple[str, ...]
    collectives: tuple[str, ...]
    governing: tuple[str, ...]
    lesser: tuple[str, ...]
    chiefs: tuple[str, ...]
    heads: tuple[str, ...]
    indefinite: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Irregular:
    """Forms that rules do not derive."""

    verbs: dict[str, tuple[str, ...]]
    doubling: tuple[str, ...]
    nouns: dict[str, str]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Words for days, months and spans of time."""

    weekdays: dict[str, int]
    months: dict[str, int]
    numbers: dict[str, int]
    units: dict[str, int]
    dating: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Words that carry no matter."""

    function: tuple[str, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FirmnessWords:
    """How a refusal is worded: for good, within limits, or with a door left open.

    `undoing` words take back what is final or open after them, not what is limited: "not for now" is limited.
    """

    final: tuple[str, ...]
    limited: tuple[str, ...]
    open: tuple[str, ...]
    undoing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """All English word lists."""

    reporting: Reporting
    stance: StanceLists
    modality: Modality
    meeting: MeetingWords
    proposal: ProposalWords
    dispute: DisputeWords
    figures: FigureWords
    issues: IssueList
    roles: Roles
    irregular: Irregular
    calendar: Calendar
    grammar: Grammar
    firmness: FirmnessWords


@cache
def english() -> Words:
    """The lists shipped with Parley, read once a process; LexiconError names file and line of a mistake."""
    return Words(
        reporting=read_file(EN / "reporting.yml", Reporting),
        stance=read_file(EN / "stance.yml", StanceLists),
        modality=read_file(EN / "modality.yml", Modality),
        meeting=read_file(EN / "meeting.yml", MeetingWords),
        proposal=read_file(EN / "proposal.yml", ProposalWords),
        dispute=read_file(EN / "dispute.yml", DisputeWords),
        figures=read_file(EN / "figures.yml", FigureWords),
        issues=read_file(EN / "issues.yml", IssueList),
        roles=read_file(EN / "roles.yml", Roles),
        irregular=read_file(EN / "irregular.yml", Irregular),
        calendar=read_file(EN / "calendar.yml", Calendar),
        grammar=read_file(EN / "grammar.yml", Grammar),
        firmness=read_file(EN / "firmness.yml", FirmnessWords),
    )
