"""How long the server takes over each page of a large record."""
