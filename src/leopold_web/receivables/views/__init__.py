"""Pages of receivables for the members of the desk."""
