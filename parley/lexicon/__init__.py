"""Words and world knowledge as data: commented YAML files, and the one place that reads them."""
