"""Parley reads news coverage of peace talks into a record of the negotiation.

Nothing stands in that record without the sentence it rests on. Read
`parley.pipeline` first: it is the whole way from a file to a stored finding
in one screen.
"""

__version__ = "0.1.0"
