"""Where both sides settle: a table, who sits at it, its stages, what is private, and what is signed."""
