"""Template tags of relationships."""
