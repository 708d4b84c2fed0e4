"""Measurements of time and memory, each with the command that repeats it."""
