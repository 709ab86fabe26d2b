"""What people do about a relationship's trouble: cases with an owner, a clock, tasks and an outcome."""
