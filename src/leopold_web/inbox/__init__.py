"""How letters and ledgers get in: imports, the letters as they came, and the jobs that do the work."""
