"""Answers → text and bytes: the briefing in three forms, and the exports. Nothing here opens a file."""
