"""How far apart two parties stand on an issue, as a range with what it rests on; and whether they came closer.

`shared` brings together what both are told of, `range` gives the range on a day, `converging` the verdict over time.
"""
