"""How the shipped weights of words for issues are made, from the marked passages to the file."""
