"""What is done at a round table, a file for each stage. Every action takes the moment it happens as `now`."""
