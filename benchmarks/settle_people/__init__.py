"""Settling, with people: their deals replayed with erring wishes, bettered after signing, and veto lines exaggerated.

    python -m benchmarks.settle_people casino manipulation [--data FOLDER] [--write]

People are simulated: real dialogues give the wishes and the deals, errors of stating them are drawn.
"""
