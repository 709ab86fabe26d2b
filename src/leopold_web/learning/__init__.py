"""What the desk learns from marks of alerts, and how many alerts it raises."""
