"""The office that a report gives somebody beside the name, and the side that it says they speak for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.language.gazetteer import Match
from parley.language.whose import SIDES, Owners, whose
from parley.lexicon.words import Roles
from parley.model.reading import NameKind, Token

REACH = 14
"""How many words a role may run to on one side of a name."""
OPENING = (",", "(", "–", "—")
CLOSING = (",", ")", "–", "—", ".", ";", ":")
FINITE = ("VBD", "VBZ", "VBP", "MD")
ROLE = ("JJ", "JJS", "NN", "NNP", "NNPS", "POS", "HYPH", "VBN", "NNS", "PRP$")
NOUNS = ("NN", "NNS", "NNP", "NNPS")
NO_RUN = range(0)

Given = tuple[str | None, str | None]
"""A role in the report's words and a party, either None."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A name at tokens `first` to `last`, the sides around it, and the words for offices."""

    tokens: tuple[Token, ...]
    first: int
    last: int
    owners: Owners
    roles: Roles

    def party(self, run: range) -> str | None:
        """The side that some words belong to."""
        return whose(self.tokens, run, self.owners, self.roles)

    def office(self, run: range) -> bool:
        """Whether some words have one for an office."""
        return any(self.tokens[i].lower in self.roles.nouns for i in run)

    def at(self, index: int) -> str:
        """The word at an index, in lower case; none beyond the sentence."""
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""


def given_office(tokens: tuple[Token, ...], first: int, last: int, matches: tuple[Match, ...], roles: Roles) -> Given:
    """Role and party that stand right before or right after the name at tokens `first` to `last`."""
    owners = {i: m for m in matches for i in range(m.first, m.last + 1)}
    while first > 0 and tokens[first - 1].text in roles.courtesies and tokens[first - 1].lower not in roles.nouns:
        first -= 1
        if first > 1 and tokens[first - 1].tag == "DT" and tokens[first - 2].text == ",":
            first -= 1
    name = Beside(tokens, first, last, owners, roles)
    run = _before(name, first) or _predicated(name)
    party = _owner(name, run)
    role, after = _after(name)
    given = _words(tokens, run) if run else role
    for side in (
        party,
        _behind(name, last) if run else None,
        after,
        _possessed(name),
        _led(name, run),
        _spoken_for(name, run),
    ):
        if side:
            return given, side
    return given, None


def _before(name: Beside, first: int) -> range:
    """The words of a role right before a name, or before the comma ahead of it; none where there is no office."""
    found = _role_run(name, first)
    if not found and first > 1 and name.at(first - 1) == ",":
        found = _role_run(name, first - 1)
    return found


def _predicated(name: Beside) -> range:
    """`the government's man is still X`: the words of a role that somebody is said to have."""
    verb = name.first - 1
    while verb > 0 and name.tokens[verb].tag == "RB":
        verb -= 1
    if verb < 1 or name.tokens[verb].lemma != "be" or name.tokens[verb].tag not in FINITE:
        return NO_RUN
    return _role_run(name, verb)


def _role_run(name: Beside, end: int) -> range:
    start = end
    while start > 0 and end - start < REACH and _of_a_role(name, start - 1):
        start -= 1
    while start < end and name.at(start) in name.roles.joiners:
        start += 1
    for joint in range(start, end):
        if name.tokens[joint].dep == "cc" and name.office(range(joint + 1, end)):
            start = joint + 1
    for owner in range(start + 1, end):
        if name.tokens[owner].tag == "PRP$" and name.office(range(owner + 1, end)):
            start = owner
    run = range(start, end)
    return run if name.office(run) else NO_RUN


def _owner(name: Beside, run: range) -> str | None:
    """The side of a role, or of the role that it is joined to: `the Y foreign minister and chief negotiator, X`."""
    party = name.party(run)
    if party or not run or run.start < 2:
        return party
    if name.at(run.start - 1) == ",":
        return name.party(_role_run(name, run.start - 1))
    if name.tokens[run.start - 1].dep == "cc" and name.tokens[run.start].tag not in ("PRP$", "DT"):
        other = _role_run(name, run.start - 1)
        return name.party(other) if other and other.stop == run.start - 1 else None
    return None


def _of_a_role(name: Beside, index: int) -> bool:
    token, roles = name.tokens[index], name.roles
    if index in name.owners:
        return name.owners[index].surface.kind in (*SIDES, NameKind.PERSON, NameKind.PLACE)
    if token.tag in ("DT", "CD"):  # envoy to the two countries
        back = 2 if token.tag == "CD" else 1
        return any(t.lower in roles.joiners and t.tag == "IN" for t in name.tokens[max(0, index - back) : index])
    if token.lower in roles.nouns or token.lower in roles.joiners:
        return token.lower not in ("and", "to", "at", "on") or token.dep in ("cc", "prep")
    hyphened = index > 0 and name.tokens[index - 1].text == "-"  # editor-in-chief
    of_noun = token.tag == "IN" and token.head < index and name.tokens[token.head].tag in NOUNS  # the mission in Y
    return token.tag in ROLE or token.text == "-" or hyphened or of_noun or token.lower in roles.once


def _possessed(name: Beside) -> str | None:
    """`X's Y`: the side whose somebody is."""
    if name.first > 1 and name.tokens[name.first - 1].tag == "POS" and name.first - 2 in name.owners:
        match = name.owners[name.first - 2]
        return match.surface.party if match.surface.kind in (*SIDES, NameKind.PERSON) else None
    return None


def _led(name: Beside, run: range) -> str | None:
    """`the delegation of Y, headed by X`: the side that is led."""
    by = (run.start if run else name.first) - 1
    while by > 0 and name.tokens[by].tag in ("DT", "JJ"):
        by -= 1
    if by < 2 or name.at(by) != "by" or name.tokens[by - 1].lemma not in name.roles.leading:
        return None
    end = by - 1
    while end > 0 and name.tokens[end - 1].tag in (",", "RB", "VBZ", "VBD", "VBP", "VBN"):
        end -= 1
    start = end
    while start > 0 and end - start < REACH and _of_a_phrase(name, start - 1):
        start -= 1
    return name.party(range(start, end))


def _spoken_for(name: Beside, run: range) -> str | None:
    """`Speaking for Y, X …`: the side that opens the sentence before a name."""
    end = (run.start if run else name.first) - 1
    if name.at(end) != "," or name.tokens[0].tag != "VBG" or name.tokens[0].lemma not in name.roles.acting:
        return None
    found = [m for m in dict.fromkeys(name.owners[i] for i in range(end) if i in name.owners) if _for(name, m)]
    return found[0].surface.party if found else None


def _of_a_phrase(name: Beside, index: int) -> bool:
    return (
        index in name.owners
        or name.tokens[index].tag not in (*FINITE, "VB", "VBG", ",", ":", "IN")
        or (name.at(index) in name.roles.behalf)
    )


def _behind(name: Beside, last: int) -> str | None:
    """`Prime Minister X of Y`, `X of the Y`, `X, on behalf of the Y`; whoever is from a state need not speak for it."""
    at, words = last + 1, []
    while name.at(at) in (*name.roles.behalf, *name.roles.siding):
        words.append(name.at(at))
        at += 1
    prepositions = [n for n, word in enumerate(words) if word in name.roles.behalf]
    if not prepositions or prepositions[-1] < len(words) - 2:
        return None
    while at not in name.owners and at < len(name.tokens) and name.tokens[at].tag in ("JJ", "VBN", "HYPH", "RB"):
        at += 1
    if name.at(at) in name.roles.groups and name.at(at + 1) == "(":  # of the armed opposition (Y)
        at += 2
    match = name.owners.get(at)
    if match is None or match.surface.kind not in SIDES:
        return None
    whence = words[prepositions[-1]] == "from" and match.surface.kind is NameKind.STATE
    return None if whence else match.surface.party


def _after(name: Beside) -> Given:
    """What a comma or a bracket behind a name opens: a role, a side, a clause about whoever it is."""
    at = name.last + 1
    if at >= len(name.tokens) or name.tokens[at].text not in OPENING:
        run = said_to_be(name.tokens, at, name.roles)
        side = _behind(name, name.last) or _clause(name, at) or name.party(run)
        return _words(name.tokens, run) or None, side
    start = at + 1
    if start >= len(name.tokens):
        return None, None
    bracketed = name.owners.get(start)
    if name.tokens[at].text == "(" and bracketed and name.at(bracketed.last + 1) == ")":
        return None, bracketed.surface.party if bracketed.surface.kind in SIDES else None
    side = _behind(name, at) or _clause(name, start) or _beside_in(name, start)
    if side:
        return None, side
    end = start
    while end < len(name.tokens) and end - start < REACH and name.tokens[end].text not in CLOSING:
        if name.tokens[end].tag in (*FINITE, "WP", "WDT", "''", "``"):
            break
        end += 1
    run = range(start, end)
    side = _clause(name, end) if end < len(name.tokens) and name.tokens[end].tag == "WP" else None
    if not name.office(run) or not _nominal(name.tokens[start], start in name.owners):
        return None, side
    return _words(name.tokens, run), name.party(run) or side


def _beside_in(name: Beside, start: int) -> str | None:
    """`, on the Y side,`, `, from Y's delegation,`: the side in whose ranks somebody is."""
    at = start + 2 if start + 1 < len(name.tokens) and name.tokens[start + 1].tag == "DT" else start + 1
    match = name.owners.get(at)
    if match is None or name.tokens[start].tag != "IN" or match.surface.kind not in SIDES:
        return None
    after = [t.lower for t in name.tokens[match.last + 1 : match.last + 3] if t.tag != "POS"]
    return match.surface.party if set(after[:1]) & set(name.roles.panels) else None


def said_to_be(tokens: tuple[Token, ...], verb: int, roles: Roles) -> range:
    """`is deputy head of the delegation of Y`: the words of the role behind a verb; none where there is none."""
    if verb + 1 >= len(tokens) or tokens[verb].lemma != "be" or tokens[verb].tag not in FINITE:
        return NO_RUN
    start = end = verb + 2 if tokens[verb + 1].tag == "RB" else verb + 1
    while end < len(tokens) and end - start < REACH and tokens[end].text not in CLOSING:
        if tokens[end].tag in (*FINITE, "WP", "WDT", "VBG", "CC"):
            break
        end += 1
    run = range(start, end)
    office = any(tokens[i].lower in roles.nouns for i in run)
    return run if office and _nominal(tokens[start], named=False) else NO_RUN


def _clause(name: Beside, start: int) -> str | None:
    """`who leads the delegation of Y`, `who sits there for Y`, `speaking for Y`, `whose Y`."""
    if start + 1 >= len(name.tokens):
        return None
    if name.at(start) == "whose":
        match = name.owners.get(start + 1)
        return match.surface.party if match and match.surface.kind in SIDES else None
    heading = name.tokens[start].tag in FINITE and name.tokens[start].lemma in name.roles.leading
    opened = name.tokens[start].tag in ("WP", "VBG") or heading
    verbs = [i for i in _clause_run(name, start) if name.tokens[i].lemma in (*name.roles.leading, *name.roles.acting)]
    if not opened or not verbs:
        return None
    ahead = range(verbs[0] + 1, _clause_run(name, start).stop)
    acting = [m for m in dict.fromkeys(name.owners[i] for i in ahead if i in name.owners) if _for(name, m)]
    if acting:
        return acting[0].surface.party
    return name.party(ahead) if name.tokens[verbs[0]].lemma in name.roles.leading else None


def _clause_run(name: Beside, start: int) -> range:
    end = start
    while end < len(name.tokens) and end - start < REACH and name.tokens[end].text not in CLOSING:
        end += 1
    return range(start, end)


def _for(name: Beside, match: Match) -> bool:
    """`for Y`, `for the Y`, `on behalf of the Y`."""
    before = [t.lower for t in name.tokens[max(0, match.first - 3) : match.first] if t.tag != "DT"]
    return match.surface.kind in SIDES and (before[-1:] == ["for"] or before[-2:] == ["behalf", "of"])


def _nominal(token: Token, named: bool) -> bool:
    """Whether a role can begin here, as in `a top negotiator`, not `which` or `and`."""
    return named or token.tag in ("DT", "NN", "NNP", "JJ", "JJS", "PRP$", "NNS", "CD")


def _words(tokens: tuple[Token, ...], run: range) -> str:
    """The role as the report has it, without its article."""
    return " ".join("".join(part) for part in _joined([tokens[i] for i in run]))


def _joined(tokens: list[Token]) -> Iterator[list[str]]:
    """The words, those that stand together in one, without a leading article."""
    kept = tokens[1:] if tokens and tokens[0].tag == "DT" else tokens
    part: list[str] = []
    for n, token in enumerate(kept):
        if n and token.start != kept[n - 1].end:
            yield part
            part = []
        part.append(token.text)
    if part:
        yield part
