"""The world into Documents: files and folders in, cleaned text with its furniture marked out."""

from parley.ingest.intake import SUFFIXES, IngestOptions, Intake, documents_from, sources

__all__ = ["SUFFIXES", "IngestOptions", "Intake", "documents_from", "sources"]
