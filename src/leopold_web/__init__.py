"""The desk: Leopold in the browser."""
