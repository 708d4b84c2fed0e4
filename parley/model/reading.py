"""What the language of one document says, with no trace of the library that read it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from parley.model.actor import ActorKind
from parley.model.span import Span
from parley.model.stand import Marks
from parley.model.when import When


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark: `index` counts from 0 within its sentence, `head` is another index there.

    `tag` is a Penn Treebank tag, `dep` a ClearNLP dependency label; the root is its own head.
    """

    index: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    tag: str
    dep: str
    head: int


class NameKind(StrEnum):
    """What a name names; seats of government count as their state."""

    PERSON = "person"
    STATE = "state"
    GROUP = "group"
    BODY = "body"
    PLACE = "place"
    DEMONYM = "demonym"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: the sentence's tokens `first` to `last` (both included).

    `canonical` is the full or common English name it stands for in this report,
    `party` the side that it speaks for, `role` the office as the report gives it.
    """

    span: Span
    first: int
    last: int
    text: str
    kind: NameKind
    canonical: str
    party: str | None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Who a pronoun, a title, a surname or a description stands for in this report."""

    name: str
    party: str | None
    kind: ActorKind
    named: bool


@dataclass(frozen=True, slots=True)
class Reference:
    """A word that points at somebody: the sentence's token `index` stands for `source`."""

    index: int
    source: Source


@dataclass(frozen=True, slots=True)
class Time:
    """An expression of time and what it resolves to against the day of publication."""

    span: Span
    when: When


class SpeechForm(StrEnum):
    """How words are given: in quotation marks, in the reporter's words, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Attributed speech: whose words, by which cue, and what was said.

    Each of the three may be broken into several spans; a quotation that goes
    on without a cue has none. `sentence` is where the cue, or else the content, stands;
    `reader` is what found it.
    """

    sentence: int
    source: Source
    form: SpeechForm
    source_spans: tuple[Span, ...]
    cue_spans: tuple[Span, ...]
    content_spans: tuple[Span, ...]
    channel: str | None = None
    reader: str = "rules"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its parse; `paragraph` counts from 0 within the document."""

    index: int
    paragraph: int
    span: Span
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...] = field(repr=False)
    names: tuple[Name, ...] = ()
    times: tuple[Time, ...] = ()
    references: tuple[Reference, ...] = ()
    headline: bool = False

    @property
    def root(self) -> int:
        """The index of the token that the whole sentence hangs on."""
        return next(t.index for t in self.tokens if t.head == t.index)

    def subtree(self, index: int) -> list[int]:
        """The indices under a token, itself included, in the order of the text."""
        found, stack = [], [index]
        while stack:
            at = stack.pop()
            found.append(at)
            stack.extend(self.children[at])
        return sorted(found)


@dataclass(frozen=True, slots=True)
class Reading:
    """One document as read: its sentences in order, the speech attributed in them, and what a trained reader marked."""

    sentences: tuple[Sentence, ...]
    attributions: tuple[Attribution, ...]
    marks: Marks | None = None
