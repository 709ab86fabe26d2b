"""Checking a draft reply before it goes out; the draft is read and kept nowhere."""
