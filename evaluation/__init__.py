"""The gate: today's scores on the shared corpus, held against floors that only ever rise.

`python -m evaluation` reads the corpus with `parley read`, scores what came out with the scorer that lies beside the
corpus, and fails where a score has slipped below its floor.
"""
