"""When a report appeared: what speaks for which day, and which day outweighs the others."""
