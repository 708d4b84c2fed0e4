"""The questions that go beyond what stands on one page: what each asks, and where."""

from __future__ import annotations

from dataclasses import dataclass

from parley.web.asking import Now


@dataclass(frozen=True, slots=True)
class Analysis:
    """A question with its page and the command that answers it too; `says` is what comes of it."""

    path: str
    name: str
    says: str
    command: str


ANALYSES: tuple[Analysis, ...] = (
    Analysis(
        "/options",
        "Options board",
        "Each measure as something that could be agreed: who takes it, on which condition, who refuses it and how"
        " firmly, on whose word; what was not reported stays unknown.",
        "parley board",
    ),
    Analysis(
        "/package",
        "Packages",
        "A draft, clause by clause: acceptable to all, blocked and by whom, or undetermined and what to ask whom; the"
        " smallest changes that would open it.",
        "parley package",
    ),
    Analysis(
        "/moves",
        "Who moved",
        "Which party moved on what, shown only where dated evidence carries it; where it does not, that is said.",
        "parley moves",
    ),
    Analysis(
        "/distance",
        "How far apart",
        "The distance between two parties on an issue as a range, with what it rests on, and whether they came closer.",
        "parley distance",
    ),
    Analysis(
        "/told",
        "How it is told",
        "What each outlet reports and leaves out, whose words it quotes, and what it calls things.",
        "parley told",
    ),
    Analysis(
        "/network",
        "Who sides with whom",
        "Parties joined by the measures they share, and by those they are opposed on.",
        "parley network",
    ),
)


def analyses(index: Now) -> tuple[Analysis, ...]:  # noqa: ARG001 - the same whatever the record holds
    """The questions that can be asked of a record beside those that its pages answer."""
    return ANALYSES
