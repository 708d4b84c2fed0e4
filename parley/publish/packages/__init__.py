"""Packages in words: the same for a terminal, a page and JSON."""
