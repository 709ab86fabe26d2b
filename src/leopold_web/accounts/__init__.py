"""Who may sit at the desk: users, their workspace, and the gate to all it holds."""
