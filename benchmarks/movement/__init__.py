"""Invented histories of which the truth is known, and how often each way of reading them is wrong."""
