"""Names in their sentences: the lexicon's, the model's, and what each stands for in this report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from parley.language.company import Company, home, pair
from parley.language.factions import Factions
from parley.language.gazetteer import Gazetteer, Match
from parley.language.offices import given_office
from parley.language.parser import Parsed
from parley.language.people import Cast, Directory, Mention, Profile
from parley.language.persons import LONGEST, person_runs
from parley.language.shortened import Shortened
from parley.lexicon.atlas import World
from parley.lexicon.words import Roles
from parley.model.reading import Name, NameKind, Sentence, Token
from parley.model.span import Span


@dataclass(frozen=True)
class Known:
    """What is known of names before a report is read; made once a process."""

    gazetteer: Gazetteer
    shortened: Shortened
    directory: Directory
    roles: Roles
    groups: frozenset[str]

    @classmethod
    def of(cls, world: World, roles: Roles) -> Known:
        """The names of a world."""
        groups = frozenset(s.canonical for s in world.surfaces() if s.kind is NameKind.GROUP)
        return cls(Gazetteer(world.surfaces()), Shortened(world.surfaces(), roles), Directory(world), roles, groups)


def named(parsed: Sequence[Parsed], known: Known, day: date | None) -> tuple[list[Sentence], str | None]:
    """The sentences with their names, and the state whose conflict with a group the report is about, where it is one.

    `day` (of publication, where known) decides who held an office.
    """
    roles, directory = known.roles, known.directory
    matches = _sides(parsed, known)
    report = [(p.sentence.tokens, m) for p, m in zip(parsed, matches, strict=True)]
    state = home(report, directory.world.governments)
    told = [_mentions(p, m, roles) for p, m in zip(parsed, matches, strict=True)]
    cast = Cast([m for found in told for m in found], directory, day)
    told = [[*found, *_overlooked(p, m, found, cast)] for p, m, found in zip(parsed, matches, told, strict=True)]
    company = Company(roles, state, known.groups, pair(report))
    hinted: list[list[Mention]] = []
    later: list[Mention] = []
    before: Mention | None = None
    for p, m, found in zip(parsed, matches, told, strict=True):
        hinted.append(_hinted(p, m, found, cast, company))
        side = company.of_the_one_before() if before else None
        if before and side:
            later.append(replace(before, hint=side))
        subjects = [x for x in found if _is_subject(p.sentence.tokens, x)] or (found if len(found) == 1 else [])
        before = subjects[0] if subjects else before
        company.end()
    cast = Cast([*(m for found in hinted for m in found), *later], directory, day)
    return [
        replace(p.sentence, names=_names(p, m, found, cast))
        for p, m, found in zip(parsed, matches, hinted, strict=True)
    ], state


def _sides(parsed: Sequence[Parsed], known: Known) -> list[tuple[Match, ...]]:
    """The names in each sentence: those that are known, groups that the report introduces, short names of either."""
    factions = Factions(known.roles)
    full = []
    for p in parsed:
        found = tuple(m for m in known.gazetteer.matches(p) if not _within_person(p, m))
        full.append((p.sentence.tokens, _with(found, factions.found(p.sentence.tokens, found))))
    folded = known.shortened.folded([found for _, found in full])
    report = [(tokens, found) for (tokens, _), found in zip(full, folded, strict=True)]
    return [(*found, *short) for found, short in zip(folded, known.shortened.added(report), strict=True)]


def _within_person(parsed: Parsed, match: Match) -> bool:
    """A place that is part of somebody's name: `Milan Petrov`, `Reto Amman`."""
    tokens = parsed.sentence.tokens
    around = next((e for e in parsed.entities if e.first <= match.first <= match.last <= e.last), None)
    place = match.surface.kind in (NameKind.PLACE, NameKind.STATE) and match.surface.text != match.surface.canonical
    if around is None or around.label != "PERSON" or not (place or match.surface.kind is NameKind.PLACE):
        return False
    run = tokens[around.first : around.last + 1]
    return 1 < len(run) <= LONGEST and match.first == match.last and all(t.tag == "NNP" for t in run)


def _with(known: tuple[Match, ...], groups: tuple[Match, ...]) -> tuple[Match, ...]:
    """Known names and groups, without the places that are part of a group's name."""
    inside = {i for m in groups for i in range(m.first, m.last + 1)}
    return (*(m for m in known if m.first not in inside), *groups)


def _mentions(parsed: Parsed, matches: tuple[Match, ...], roles: Roles) -> list[Mention]:
    """The persons named in a sentence, with what is said of them right there."""
    tokens = parsed.sentence.tokens
    found = []
    for first, last in person_runs(parsed, matches, roles):
        role, party = given_office(tokens, first, last, matches, roles)
        words = _words(tokens[first : last + 1])
        titled = bool(first) and (tokens[first - 1].text in roles.courtesies or tokens[first - 1].lower in roles.nouns)
        found.append(Mention(parsed.sentence.index, first, last, words, role, party, titled=titled))
    return found


def _hinted(
    parsed: Parsed, matches: tuple[Match, ...], mentions: list[Mention], cast: Cast, company: Company
) -> list[Mention]:
    """The same mentions, those of persons whose side nobody names with the side that the report hints at."""
    tokens = parsed.sentence.tokens
    persons = {m.last: cast.side(m) for m in mentions}
    company.begin(tokens, matches, persons)
    found = []
    for mention in mentions:
        hint = None if cast.side(mention) else company.hint(mention.first, mention.last, mention.role)
        role = company.said_plainly(mention.role) if mention.role else None
        found.append(replace(mention, role=role, hint=hint))
    return found


def _is_subject(tokens: Sequence[Token], mention: Mention) -> bool:
    within = tokens[mention.first : mention.last + 1]
    heads = [tokens[t.head] if t.dep == "appos" else t for t in within]
    return any(t.dep in ("nsubj", "nsubjpass") for t in heads)


def _words(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The words of a name, hyphenated ones whole."""
    words: list[str] = []
    end = -1
    for token in tokens:
        if token.tag == "POS":
            continue
        if token.start == end and words:
            words[-1] += token.text
        else:
            words.append(token.text)
        end = token.end
    return tuple(words)


def _overlooked(parsed: Parsed, matches: tuple[Match, ...], found: list[Mention], cast: Cast) -> list[Mention]:
    """Bare surnames of persons whom the report names in full elsewhere, where the model saw no name."""
    taken = {i for m in matches for i in range(m.first, m.last + 1)}
    taken |= {i for m in found for i in range(m.first, m.last + 1)}
    return [
        Mention(parsed.sentence.index, t.index, t.index, (t.text,), None, None)
        for t in parsed.sentence.tokens
        if t.index not in taken and t.dep != "compound" and cast.knows(t.text, named=t.tag in ("NNP", "NNPS"))
    ]


def _names(parsed: Parsed, matches: tuple[Match, ...], mentions: list[Mention], cast: Cast) -> tuple[Name, ...]:
    tokens = parsed.sentence.tokens

    def span(first: int, last: int) -> Span:
        return Span(tokens[first].start, tokens[last].end)

    names = []
    for match in matches:
        if match.surface.kind is not NameKind.PERSON:
            known = match.surface
            at = span(match.first, match.last)
            names.append(Name(at, match.first, match.last, known.text, known.kind, known.canonical, known.party))
    for mention in mentions:
        profile = cast.profile(mention)
        if profile:
            names.append(_person(mention, profile, span(mention.first, mention.last)))
    return tuple(sorted(names, key=lambda n: n.first))


def _person(mention: Mention, profile: Profile, span: Span) -> Name:
    text = " ".join(mention.words)
    role = mention.role or profile.role
    return Name(span, mention.first, mention.last, text, NameKind.PERSON, profile.name, profile.party, role)
