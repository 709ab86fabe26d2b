"""Asking for money gently: what stops a reminder, which step is next, its wording, a plan, and late interest.

Nothing here sends anything, and nothing here reads a clock. The room is above promises and the ledger, and knows
nothing of the web; decision 16 says why it stands by itself.
"""
