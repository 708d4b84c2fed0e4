"""Document to Reading. The only place that knows spaCy."""
