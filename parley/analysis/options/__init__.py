"""The options board: for each issue what could be agreed, and where each party stands on it, as evidence has it."""

from parley.analysis.options.assembling import options_board
from parley.analysis.options.model import (
    Acceptance,
    Authority,
    Bearing,
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

__all__ = [
    "Acceptance",
    "Authority",
    "Bearing",
    "Bond",
    "Firmness",
    "Footing",
    "Inference",
    "IssueOptions",
    "Option",
    "OptionsBoard",
    "Rule",
    "Sign",
    "Slack",
    "Strength",
    "Tie",
    "Witness",
    "options_board",
]
