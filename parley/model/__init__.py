"""The nouns of Parley: frozen typed values, standard library only. Verbs live elsewhere."""
