"""The findings reader: how it is taught, from passages written by hand to the weights that read reports."""
