"""How fast and how well attributed speech is read, against the bare language model on the same texts."""
