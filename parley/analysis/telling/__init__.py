"""How it is told: what each outlet or group of outlets reports, whom it quotes, and in which words.

`tellers` says whose telling is looked at; `reported`, `quoting`, `wordings` and `vocabulary` ask one thing each;
`telling` asks all of them, and `beside` puts the tellers' accounts of one meeting next to each other.
"""

from parley.analysis.telling.beside import Beside, beside
from parley.analysis.telling.quoting import Quoted, quoted
from parley.analysis.telling.reported import TOLD_OF, Reported, reported
from parley.analysis.telling.tellers import Teller, by_sympathy, each_outlet, grouped, only
from parley.analysis.telling.telling import Telling, telling
from parley.analysis.telling.vocabulary import Word, log_odds, vocabulary
from parley.analysis.telling.wordings import Naming, Wording, wordings

__all__ = [
    "TOLD_OF",
    "Beside",
    "Naming",
    "Quoted",
    "Reported",
    "Teller",
    "Telling",
    "Word",
    "Wording",
    "beside",
    "by_sympathy",
    "each_outlet",
    "grouped",
    "log_odds",
    "only",
    "quoted",
    "reported",
    "telling",
    "vocabulary",
    "wordings",
]
