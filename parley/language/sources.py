"""Who a noun phrase or a pronoun stands for in this report.

Named persons, states and bodies stand for themselves; a title finds its holder;
a pronoun finds the last fitting subject; a source with no name keeps its
description. Two equal candidates mean no link.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from parley.language.phrases import (
    bearer,
    chain_of,
    head_of,
    in_content,
    modifies,
    name_at,
    noun_phrase,
    quoted_by,
    wording,
)
from parley.lexicon.atlas import World
from parley.lexicon.words import Words, flat
from parley.model.actor import ActorKind
from parley.model.reading import Name, NameKind, Reference, Sentence, Source, Token

KIND = {
    NameKind.PERSON: ActorKind.PERSON,
    NameKind.STATE: ActorKind.STATE,
    NameKind.GROUP: ActorKind.GROUP,
    NameKind.BODY: ActorKind.ORGANIZATION,
    NameKind.OUTLET: ActorKind.ORGANIZATION,
}
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
OBJECTS = ("pobj", "dobj", "iobj", "dative", "attr", "oprd", "npadvmod")
PARTS = ("conj", "poss", "appos", "nmod", "compound", "dep", "ROOT")
HEADS = frozenset((*SUBJECTS, *OBJECTS, *PARTS))
TITLE = ("NN", "JJ", "NNP", "JJS")
REACH = 3
"""How many paragraphs back a pronoun may look."""


def sides_of(world: World) -> frozenset[str]:
    """Every name of a side, in lower case: no part of a title."""
    return frozenset(surface.text.lower() for surface in world.surfaces() if surface.party)


@dataclass(frozen=True, slots=True)
class Seen:
    """A source that has been named or described, and where."""

    source: Source
    sentence: int
    paragraph: int
    subject: bool
    speaking: bool
    plural: bool
    noun: str
    role: str
    chain: int
    """The token that the phrase, or the list of phrases it is part of, hangs on."""


class Sources:
    """Resolves the noun phrases of one report, sentence after sentence, remembering who has come up."""

    def __init__(self, words: Words, world: World, sides: frozenset[str], day: date | None, home: str | None) -> None:
        self._words, self._world, self._day = words, world, day
        self._describers = flat(words.reporting.describers) | frozenset(words.roles.groups)
        self._carriers = flat(words.reporting.carriers)
        told = words.reporting
        self._telling = flat((*told.clause, *told.quote, *told.urging, *told.accusing, *told.object, *told.calling))
        self._pronouns = {form: key for key, forms in words.roles.pronouns.items() for form in forms}
        self._sides = sides
        self._seen: list[Seen] = []
        self._home = self._government = home
        self._gender: dict[str, str] = {}
        self._gendered = {word: key for key, forms in words.roles.gendered.items() for word in forms}

    def resolved(self, sentence: Sentence) -> Sentence:
        """The sentence with a reference for each noun phrase and pronoun that stands for somebody."""
        found: list[Reference] = []
        for token in sentence.tokens:
            if token.dep not in HEADS:
                continue
            found += [Reference(token.index, s) for s in self._sources(sentence, token)]
        return replace(sentence, references=tuple(found))

    def _sources(self, sentence: Sentence, token: Token) -> list[Source]:
        """Nobody, somebody, or one for each side that a plural description names ("envoys of X and Y")."""
        pronoun = self._pronouns.get(token.lower)
        name = None if pronoun else name_at(sentence, token.index)
        one: Source | None = None
        if pronoun:
            one = self._antecedent(pronoun, sentence, token)
            if one and pronoun == "they":
                return self._together(one)
            if one and token.dep in SUBJECTS:
                self._remember(sentence, token, one, noun="", role="")
        elif name:
            one = self._named(sentence, token, name)
        elif token.tag[0] == "N" and token.lemma in self._carriers:
            one = self._carried(sentence, token)
        elif token.tag[0] == "N" and self._describes(sentence, token):
            one = self._described(sentence, token)
            parties = (self._parties(sentence, token) or self._theirs(sentence, token)) if token.tag == "NNS" else []
            if one and not one.named and len(parties) > 1:
                return [replace(one, party=party) for party in parties]
        return [one] if one else []

    def _describes(self, sentence: Sentence, token: Token) -> bool:
        """Whether a noun stands for a source; a word for an office, where the report says whose it is."""
        if token.lower in self._describers or token.lemma in self._describers:
            return True
        if token.lower not in self._words.roles.nouns:
            return False
        definite = any(sentence.tokens[c].lower == "the" for c in sentence.children[token.index])
        held = any(token.lower in s.role.split() for s in self._seen)
        return bearer(sentence, token) is not None or (definite and held)

    def _together(self, one: Source) -> list[Source]:
        """A source with those that were joined to it where it was named last."""
        last = next(s for s in reversed(self._seen) if s.source == one)
        return list(dict.fromkeys(s.source for s in self._seen if (s.sentence, s.chain) == (last.sentence, last.chain)))

    def _theirs(self, sentence: Sentence, token: Token) -> list[str]:
        """`their leaders`: the sides that the possessive points back at."""
        own = [sentence.tokens[c] for c in sentence.children[token.index] if sentence.tokens[c].tag == "PRP$"]
        one = self._antecedent("they", sentence, own[0]) if own and self._pronouns.get(own[0].lower) == "they" else None
        return [s.party for s in self._together(one) if s.party] if one else []

    def _named(self, sentence: Sentence, token: Token, name: Name, at: Token | None = None) -> Source | None:
        """Who a name stands for, where the token is the name's head; `at` is the office that the name is joined to."""
        if name.kind not in KIND or (token.dep == "compound" and token.head not in range(name.first, name.last + 1)):
            return None
        if token.index != head_of(sentence, name) or self._located(sentence, name):
            return None
        source = Source(name.canonical, name.party, KIND[name.kind], named=True)
        self._remember(sentence, at or token, source, noun="", role=(name.role or "").lower())
        self._learn_gender(sentence, name)
        return source

    def _learn_gender(self, sentence: Sentence, name: Name) -> None:
        before = sentence.tokens[name.first - 1].lower if name.first else ""
        words = (before, *(name.role or "").lower().split())
        found = next((self._gendered[w] for w in words if w in self._gendered), None)
        if found and name.kind is NameKind.PERSON:
            self._gender.setdefault(name.canonical, found)

    def _described(self, sentence: Sentence, token: Token) -> Source | None:
        person = bearer(sentence, token)
        if person:
            return self._named(sentence, sentence.tokens[head_of(sentence, person)], person, token)
        phrase = noun_phrase(sentence, token)
        names = [n for n in sentence.names if n.first in phrase and n.kind is not NameKind.PLACE]
        names = [n for n in names if not self._located(sentence, n)]
        party = next((n.party for n in names if n.party and modifies(n, token)), None)
        words = [sentence.tokens[i] for i in phrase]
        party = self._governed(words, party or self._owned(sentence, words[0]))
        definite = words[0].lower in ("the", "this", "that") or words[0].tag in ("POS", "PRP$") or bool(names)
        source = self._titled(token, party, words) if definite and token.tag in ("NN", "NNP") else None
        if source is None:
            earlier = (
                self._shortened(token) or self._again(token, party)
                if words[0].lower == "the" and len(words) == 2
                else None
            )
            source = earlier or Source(wording(words), party, self._kind(token), named=False)
        self._remember(sentence, token, source, noun=token.lemma, role="")
        return source

    def _owned(self, sentence: Sentence, first: Token) -> str | None:
        """`his government`, `its army`: the side of whom the possessive points back at."""
        pronoun = self._pronouns.get(first.lower) if first.tag == "PRP$" else None
        owner = self._antecedent(pronoun, sentence, first) if pronoun else None
        return owner.party if owner else None

    def _parties(self, sentence: Sentence, token: Token) -> list[str]:
        """The sides named in a plural description, each once: its adjectives and what stands after `of` or `from`."""
        found: dict[str, None] = {}
        inside = set(noun_phrase(sentence, token)) | {
            i
            for c in sentence.children[token.index]
            if sentence.tokens[c].dep in ("amod", "nmod")
            for i in sentence.subtree(c)
        }
        for name in sentence.names:
            side = name.kind not in (NameKind.PLACE, NameKind.PERSON) and not self._located(sentence, name)
            if name.first in inside and name.party and side:
                found[name.party] = None
        return list(found)

    def _located(self, sentence: Sentence, name: Name) -> bool:
        """`in Havana`, `at the Kremlin`: where something is, not who does it."""
        head = sentence.tokens[head_of(sentence, name)]
        preposition = sentence.tokens[head.head]
        return name.kind is NameKind.STATE and head.dep == "pobj" and preposition.lower in self._words.meeting.at

    def _governed(self, words: list[Token], party: str | None) -> str | None:
        """`the government`, `army negotiators`: of the state whose government was spoken of last."""
        if not any(w.lower in self._words.roles.governing for w in words):
            return party
        self._government = party or self._government
        return party or self._home or self._government

    def _carried(self, sentence: Sentence, token: Token) -> Source | None:
        """`a statement by X`, `X issued a statement saying …`, `the statement`: whoever speaks through it."""
        inside = [i for i in sentence.subtree(token.index) if not in_content(sentence, i, token.index)]
        names = [n for n in sentence.names if n.first in inside and n.kind in KIND]
        source = None
        if token.dep == "dobj":
            subjects = [c for c in sentence.children[token.head] if sentence.tokens[c].dep == "nsubj"]
            source = next((s for c in subjects for s in self._sources(sentence, sentence.tokens[c])), None)
        elif names:
            office = next((t for t in sentence.tokens if t.index in inside and t.lemma in self._describers), None)
            name = names[0]
            source = self._described(sentence, office) if office else None
            source = source or Source(name.canonical, name.party, KIND[name.kind], named=True)
        elif sentence.tokens[token.index - 1].lower in ("the", "this") and token.index:
            source = self._again(token, None)
        if source:
            self._remember(sentence, token, source, noun=token.lemma, role="")
        return source

    def _kind(self, token: Token) -> ActorKind:
        if token.lemma in self._words.roles.organizations or token.lower in self._words.roles.organizations:
            return ActorKind.ORGANIZATION
        if token.tag in ("NNS", "NNPS") or token.lower in self._words.roles.groups:
            return ActorKind.GROUP
        return ActorKind.PERSON

    def _titled(self, token: Token, party: str | None, words: list[Token]) -> Source | None:
        """Whoever the report has given this office, or else whoever held it that day."""
        if token.lower in self._words.roles.chiefs:
            return self._chief(party)
        title = [w.lower for w in words if w.tag in TITLE and w.lower not in self._sides]
        lesser = any(w.lower in self._words.roles.lesser for w in words)
        bare = words[0].lower == "the" and all(w.tag == "DT" or w.tag in TITLE for w in words)
        if bare or not (lesser or token.lower in self._words.roles.unnamed):
            held = self._holder(title, party)
            if held:
                return held
        if party is None or self._day is None or lesser or token.lower in self._words.roles.unnamed:
            return None
        office = self._world.office_of(" ".join(title))
        person = self._world.holder(office.id, party, self._day) if office else None
        return Source(person.name, party, ActorKind.PERSON, named=True) if person else None

    def _holder(self, title: list[str], party: str | None) -> Source | None:
        """The one person whom the report has given an office of these words."""
        found = {
            s.source.name: s.source
            for s in self._seen
            if s.source.kind is ActorKind.PERSON
            and s.source.named
            and set(title) <= set(s.role.split())
            and (party is None or s.source.party == party)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _chief(self, party: str | None) -> Source | None:
        """`the French leader`: the one head of state or government of that side whom the report has named."""
        heads = self._words.roles.heads
        found = {
            s.source.name: s.source
            for s in self._seen
            if party and s.source.party == party and s.source.named and any(h in s.role for h in heads)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _shortened(self, token: Token) -> Source | None:
        """`the front` after `the … Liberation Front`; `the rebels` where the report names one group."""
        named = {
            s.source.name: s.source for s in self._seen if s.source.named and s.source.kind is not ActorKind.PERSON
        }
        fitting = [s for name, s in named.items() if token.lower == name.lower().split()[-1]]
        if not fitting and token.lemma in self._words.roles.groups:
            fitting = [s for s in named.values() if s.kind is ActorKind.GROUP]
        return fitting[0] if len(fitting) == 1 else None

    def _again(self, token: Token, party: str | None) -> Source | None:
        """`the official` after `a senior official`; `the government` after `X's government`."""
        if token.tag != "NN":
            return None
        for seen in reversed(self._seen):
            if seen.noun == token.lemma and (party is None or seen.source.party == party):
                return seen.source
        return None

    def _antecedent(self, pronoun: str, sentence: Sentence, token: Token) -> Source | None:
        near = [s for s in self._seen if sentence.paragraph - s.paragraph <= REACH]
        fits = [s for s in near if _fits(pronoun, s) and self._gender.get(s.source.name, pronoun) == pronoun]
        here = [s for s in fits if s.sentence == sentence.index]
        if sentence.tokens[token.head].lemma in self._telling and token.dep == "nsubj":
            stop = next((t.index for t in sentence.tokens[: token.index] if t.text == ";"), 0)
            saying = [s for s in here if s.subject and (s.speaking or s.chain < stop)]
            said = self._teller(sentence, [s for s in fits if s.sentence < sentence.index])
            if saying or said:
                return saying[0].source if saying else said
        subjects = [s for s in here if s.subject]
        if subjects:
            return subjects[0].source
        before = [s for s in fits if s.sentence < sentence.index]
        if before:
            latest = max(s.sentence for s in before)
            last = [s for s in before if s.sentence == latest]
            return ([s for s in last if s.subject] or last)[0].source
        return here[0].source if len({s.source.name for s in here}) == 1 else None

    @staticmethod
    def _teller(sentence: Sentence, fits: list[Seen]) -> Source | None:
        """Who goes on speaking: the subject of the sentence before in this paragraph, or else whoever spoke last."""
        fresh = [
            s for s in fits if s.subject and s.sentence == sentence.index - 1 and s.paragraph == sentence.paragraph
        ]
        if fresh:
            return ([s for s in fresh if s.speaking] or fresh)[0].source
        telling = [s for s in fits if s.speaking]
        return telling[-1].source if telling and sentence.paragraph - telling[-1].paragraph <= 1 else None

    def _remember(self, sentence: Sentence, token: Token, source: Source, noun: str, role: str) -> None:
        plural = token.tag in ("NNS", "NNPS") or any(
            sentence.tokens[c].dep == "conj" for c in sentence.children[token.index]
        )
        subject = token.dep in ("nsubj", "nsubjpass") or (token.dep == "pobj" and quoted_by(sentence, token))
        head = sentence.tokens[token.head]
        speaking = subject and (head.lemma in self._telling or token.dep == "pobj")
        chain = chain_of(sentence, token)
        subject = subject or sentence.tokens[chain].dep in ("nsubj", "nsubjpass")
        self._seen.append(
            Seen(source, sentence.index, sentence.paragraph, subject, speaking, plural, noun, role, chain)
        )


def _fits(pronoun: str, seen: Seen) -> bool:
    if pronoun in ("he", "she"):
        return seen.source.kind is ActorKind.PERSON and not seen.plural
    if pronoun == "they":
        return seen.plural or seen.source.kind in (ActorKind.GROUP, ActorKind.ORGANIZATION)
    return seen.source.kind in (ActorKind.ORGANIZATION, ActorKind.STATE, ActorKind.GROUP) and not seen.plural
