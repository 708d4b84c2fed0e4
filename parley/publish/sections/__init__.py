"""The briefing's sections, one file each: a view and the citations in, a `Section` out."""
