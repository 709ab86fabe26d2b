"""Correspondence: copies, own words, languages, conversations, people and organizations."""
