"""Options board → sheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from parley.analysis import View
from parley.analysis.options import (
    Acceptance,
    Bond,
    Firmness,
    Footing,
    Inference,
    IssueOptions,
    Option,
    OptionsBoard,
    Rule,
    Sign,
    Slack,
    Strength,
    Tie,
    Witness,
)
from parley.publish.options.sheet import (
    BoardSheet,
    BondRow,
    FootingRow,
    InferredRow,
    IssueSheet,
    OptionRow,
    Proof,
    Reason,
)
from parley.publish.phrases import held, sentence
from parley.publish.words import age, issue_name, outlet, plain, published, short_day, short_id, told_by, when_words
from parley.resolve import Chorus

_WORDS = {
    Acceptance.ACCEPT: "accepts",
    Acceptance.CONDITIONAL: "on conditions",
    Acceptance.REJECT: "rejects",
    Acceptance.UNKNOWN: "unknown",
}
_TONES = {
    Acceptance.ACCEPT: "support",
    Acceptance.CONDITIONAL: "conditional",
    Acceptance.REJECT: "oppose",
    Acceptance.UNKNOWN: "unknown",
}
_TIES = {Tie.IMPLIES: ("implies", "is implied by"), Tie.EXCLUDES: ("excludes", "excludes")}


def sheet_of(
    board: OptionsBoard, view: View, party: str | None = None, most: int | None = None, proofs: int | None = None
) -> BoardSheet:
    """The board in words: of one party, where one is named, and at most so many options of each issue.

    `proofs` is how many findings of each sort are given for a stand; None gives all.
    """
    words = {option.id: plain(option.words) for issue in board.issues for option in issue.options}
    sheets = (_issue(issue, _Words(words, view.chorus, proofs), party, most) for issue in board.issues)
    return BoardSheet(view.latest, tuple(sheet for sheet in sheets if sheet.options))


@dataclass(frozen=True, slots=True)
class _Words:
    """What a sheet is written with: the words of the options by id, the voices, and how many proofs are given."""

    options: Mapping[str, str]
    chorus: Chorus
    proofs: int | None


def _issue(issue: IssueOptions, words: _Words, party: str | None, most: int | None) -> IssueSheet:
    parties = tuple(p for p in issue.parties if party in (None, p))
    told = [o for o in issue.options if party is None or any(_told(issue.footing(p, o.id)) for p in parties)]
    shown = told[:most]
    return IssueSheet(
        id=issue.issue,
        name=issue_name(issue.issue),
        parties=tuple(map(plain, parties)),
        options=tuple(_option(option, issue, parties, words) for option in shown),
        hidden=len(told) - len(shown),
        said_in=issue.said_in,
    )


def _told(footing: Footing) -> bool:
    return bool(footing.spoken or footing.inferred)


def _option(option: Option, issue: IssueOptions, parties: Iterable[str], words: _Words) -> OptionRow:
    footings = [issue.footing(party, option.id) for party in parties]
    return OptionRow(
        id=option.id,
        words=words.options[option.id],
        rank=option.rank,
        told=told_by(option.entry, words.chorus),
        bonds=tuple(_bond(b, option.id, words.options) for b in issue.bonds if option.id in (b.one, b.other)),
        footings=tuple(_footing(f, words) for f in footings if _told(f)),
        unknown=tuple(plain(f.party) for f in footings if not _told(f)),
    )


def _bond(bond: Bond, option: str, words: Mapping[str, str]) -> BondRow:
    forth, back = _TIES[bond.tie]
    says, other = (forth, bond.other) if bond.one == option else (back, bond.one)
    return BondRow(says, other, words[other], bond.said_at, bond.why)


def _footing(footing: Footing, words: _Words) -> FootingRow:
    sorts = (footing.carrying, footing.contrary, footing.earlier)
    firmness, bearing = footing.firmness, footing.bearing
    return FootingRow(
        party=plain(footing.party),
        acceptance=footing.acceptance.value,
        words=_in_words(footing),
        tone=_tone(footing),
        firm=footing.firm,
        open=footing.open,
        contested=footing.contested,
        rule=footing.rule.value,
        conditions=tuple(map(plain, footing.conditions)),
        when=when_words(footing.when) if footing.carrying else "",
        days=footing.days,
        age=age(footing.days),
        voices=footing.voices,
        authority=bearing.authority.value if bearing else None,
        by=plain(bearing.words) if bearing else None,
        reasons=_reasons(firmness) if firmness else (),
        inferred=tuple(_inferred(inference, words.options) for inference in footing.inferred),
        proofs=tuple(map(_proof, footing.carrying[: words.proofs])),
        contrary=tuple(map(_proof, footing.contrary[: words.proofs])),
        earlier=tuple(map(_proof, footing.earlier[: words.proofs])),
        further=sum(len(sort) - len(sort[: words.proofs]) for sort in sorts),
    )


def _in_words(footing: Footing) -> str:
    contested = footing.acceptance is Acceptance.UNKNOWN and footing.contested
    inferred = ", inferred" if footing.rule is Rule.INFERRED else ""
    firmly = ", firmly" if footing.firm else ""
    return "open" if footing.open else "contested" if contested else f"{_WORDS[footing.acceptance]}{firmly}{inferred}"


def _tone(footing: Footing) -> str:
    """The stance whose colour it is shown in."""
    contested = footing.acceptance is Acceptance.UNKNOWN and footing.contested
    return "open" if footing.open else "mixed" if contested else _TONES[footing.acceptance]


def _reasons(firmness: Firmness) -> tuple[Reason, ...]:
    """What speaks for and against, each with its words; of what is repeated, the days."""
    days = tuple(map(short_day, firmness.days))
    signs = (*firmness.strengths, *firmness.slack)
    return tuple(_reason(sign, days if sign.of is Strength.REPEATED else sign.words) for sign in signs)


def _reason(sign: Sign, words: Iterable[str]) -> Reason:
    findings = tuple(short_id(w.told.id) for w in sign.witnesses)
    return Reason(sign.of.value, isinstance(sign.of, Slack), tuple(map(plain, words)), findings)


def _inferred(inference: Inference, words: Mapping[str, str]) -> InferredRow:
    return InferredRow(
        acceptance=inference.acceptance.value,
        source=inference.source,
        source_words=words[inference.source],
        sure=inference.sure,
        said_at=tuple(b.said_at for b in inference.bonds if b.said_at),
        why=tuple(plain(b.why) for b in inference.bonds if b.why),
    )


def _proof(witness: Witness) -> Proof:
    told = witness.told
    finding, document = told.finding, told.document
    return Proof(
        finding=short_id(told.id),
        report=document.id,
        outlet=outlet(document),
        published=published(document),
        title=plain(document.title or document.slug),
        acceptance=witness.acceptance.value,
        says=held(finding),
        when=when_words(witness.when),
        authority=witness.bearing.authority.value,
        by=plain(witness.bearing.words),
        sentence=sentence(finding),
        final=witness.final,
        soft=witness.soft,
        confidence=round(finding.confidence, 2),
        reader=finding.reader,
    )
