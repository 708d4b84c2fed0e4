"""How each shipped model is made, from data to weights."""
