"""How long reading takes, against the bare language model on the same texts."""
