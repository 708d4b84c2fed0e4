"""How fast packages are judged, beside plain enumeration; and what averages let pass."""
