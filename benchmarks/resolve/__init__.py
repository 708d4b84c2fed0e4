"""What it costs to add one report to a record, the more reports it holds."""
