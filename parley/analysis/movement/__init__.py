"""Who moved on what: a hidden rung on an ordered ladder, read from dated evidence that may be wrong.

`track` puts a party's findings on occasions, `chain` is the model, `stepping` finds the moves that it carries,
`moving` gives the verdicts, `order` says who moved first; `beliefs` holds every number that is taken for granted.
"""
