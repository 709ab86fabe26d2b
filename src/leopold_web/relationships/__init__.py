"""What was found: relationships with their letters, people, health and alerts."""
