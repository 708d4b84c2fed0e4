"""The command line: one file per command. What is slow to load is loaded by the command that needs it."""

from parley.cli.app import app, main

__all__ = ["app", "main"]
