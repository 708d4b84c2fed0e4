"""Whether thousands of reports go in with flat memory, and go on after an interruption."""
