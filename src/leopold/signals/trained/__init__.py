"""Trained readers: weights over words, their parts and neighbours, loaded when the first letter is read."""
