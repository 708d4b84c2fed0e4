"""Names in their sentences: the lexicon's, the model's, and what each stands for in this report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from parley.language.company import Company, home
from parley.language.factions import Factions
from parley.language.gazetteer import Gazetteer, Match
from parley.language.offices import given_office
from parley.language.parser import Parsed
from parley.language.people import Cast, Directory, Mention, Profile
from parley.language.persons import person_runs
from parley.lexicon.words import Roles
from parley.model.reading import Name, NameKind, Sentence, Token
from parley.model.span import Span


def named(
    parsed: Sequence[Parsed], gazetteer: Gazetteer, directory: Directory, day: date | None, roles: Roles
) -> tuple[list[Sentence], str | None]:
    """The sentences with their names, and the state whose conflict with a group the report is about, where it is one.

    `day` (of publication, where known) decides who held an office.
    """
    factions = Factions(roles)
    known = [tuple(gazetteer.matches(p)) for p in parsed]
    matches = [_with(k, factions.found(p.sentence.tokens, k)) for p, k in zip(parsed, known, strict=True)]
    mentions: list[list[Mention]] = []
    about = ((p.sentence.tokens, m) for p, m in zip(parsed, matches, strict=True))
    state = home(about, directory.world.governments)
    company = Company(roles, state)
    for sentence, found in zip(parsed, matches, strict=True):
        mentions.append(_mentions(sentence, found, roles, company))
        company.note(sentence.sentence.tokens, found)
    cast = Cast([m for found in mentions for m in found], directory, day)
    mentions = [
        [*found, *_overlooked(p, m, found, cast)] for p, m, found in zip(parsed, matches, mentions, strict=True)
    ]
    return [
        replace(p.sentence, names=_names(p, m, found, cast))
        for p, m, found in zip(parsed, matches, mentions, strict=True)
    ], state


def _with(known: tuple[Match, ...], groups: tuple[Match, ...]) -> tuple[Match, ...]:
    """Known names and groups, without the places that are part of a group's name."""
    inside = {i for m in groups for i in range(m.first, m.last + 1)}
    return (*(m for m in known if m.first not in inside), *groups)


def _mentions(parsed: Parsed, matches: tuple[Match, ...], roles: Roles, company: Company) -> list[Mention]:
    tokens = parsed.sentence.tokens
    found = []
    for first, last in person_runs(parsed, matches, roles):
        role, party = given_office(tokens, first, last, matches, roles)
        if role and not party:
            company.note(tokens[:first], tuple(m for m in matches if m.last < first))
            party = company.of(role)
        role = _said_plainly(role, roles) if role else None
        words = _words(tokens[first : last + 1])
        found.append(Mention(parsed.sentence.index, first, last, words, role, party))
    return found


def _said_plainly(role: str, roles: Roles) -> str:
    """`its envoy` is an envoy: whose is said by the party."""
    first, _, rest = role.partition(" ")
    return rest if first.lower() in roles.possessives and rest else role


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
        profile = cast.profile(mention.words)
        if profile:
            names.append(_person(mention, profile, span(mention.first, mention.last)))
    return tuple(sorted(names, key=lambda n: n.first))


def _person(mention: Mention, profile: Profile, span: Span) -> Name:
    text = " ".join(mention.words)
    role = mention.role or profile.role
    return Name(span, mention.first, mention.last, text, NameKind.PERSON, profile.name, profile.party, role)
