"""Shares of the weights by hand, as the labelled stories have them, by kind of reason.

Written by ``python -m training.alerts``; ``docs/models/alerts.md`` says from what, and how well they do.
"""

from __future__ import annotations

SHARES: dict[str, float] = {
    "annoyance": 0.686,
    "anger": 0.673,
    "fear": 0.709,
    "sarcasm": 0.689,
    "accusation": 0.72,
    "dispute": 0.635,
    "ultimatum": 0.664,
    "unmet_expectation": 0.762,
    "payment_delay": 0.64,
    "distrust": 0.684,
    "blame_shift": 0.671,
    "broken_promise": 0.703,
    "overpromise": 0.618,
    "formality_shift": 0.53,
    "repeat_request": 0.807,
    "unanswered_question": 0.759,
    "escalation": 0.663,
    "churn_intent": 0.616,
    "payment_refusal": 0.651,
    "gratitude": 0.482,
    "apology": 0.578,
    "concession": 0.578,
    "reassurance": 0.572,
    "praise": 0.517,
    "late_reply": 1.119,
    "short_reply": 1.112,
    "wrote_again": 1.157,
    "new_in_copy": 1.148,
    "boss_in_copy": 1.138,
    "silence": 1.118,
    "long_silence": 1.131,
    "overdue": 1.063,
    "disputed_invoice": 1.031,
    "derailment": 1.109,
    "conflicting_expectation": 1.114,
}
