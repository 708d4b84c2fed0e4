"""The options board in words: one sheet, which pages, the terminal, JSON and CSV all show."""

from parley.publish.options.as_json import to_json
from parley.publish.options.making import sheet_of
from parley.publish.options.sheet import BoardSheet, FootingRow, IssueSheet, OptionRow, Proof
from parley.publish.options.table import options_table

__all__ = ["BoardSheet", "FootingRow", "IssueSheet", "OptionRow", "Proof", "options_table", "sheet_of", "to_json"]
