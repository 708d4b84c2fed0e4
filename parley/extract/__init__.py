"""Reading to Findings: one module a kind of finding, all of them listed in `extractors`."""
