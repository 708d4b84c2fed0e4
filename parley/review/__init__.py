"""Review: what a person decides about the record, what to look at first, and how far people agree."""

from parley.review.advance import Census, Part, Progress, Share, Work, progress
from parley.review.agreeing import Agreement, Alpha, Disagreement, agreement, disagreements
from parley.review.beside import entry_of
from parley.review.deeds import Deed, Outcome, deeds, last_deed
from parley.review.forms import Changes, Field, Misfit, changes, form
from parley.review.reviewer import Reviewer
from parley.review.vocabulary import Vocabulary
from parley.review.votes import Votes
from parley.review.waiting import Asked, Filters, Queue, Round, queue

__all__ = [
    "Agreement",
    "Alpha",
    "Asked",
    "Census",
    "Changes",
    "Deed",
    "Disagreement",
    "Field",
    "Filters",
    "Misfit",
    "Outcome",
    "Part",
    "Progress",
    "Queue",
    "Reviewer",
    "Round",
    "Share",
    "Vocabulary",
    "Votes",
    "Work",
    "agreement",
    "changes",
    "deeds",
    "disagreements",
    "entry_of",
    "form",
    "last_deed",
    "progress",
    "queue",
]
