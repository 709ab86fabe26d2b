"""Shares of the weights by hand, as the labelled stories have them, by kind of reason.

Written by ``python -m training.alerts``; ``docs/models/alerts.md`` says from what, and how well they do.
"""

from __future__ import annotations

SHARES: dict[str, float] = {
    "annoyance": 0.696,
    "anger": 0.71,
    "fear": 0.735,
    "sarcasm": 0.714,
    "accusation": 0.723,
    "dispute": 0.688,
    "ultimatum": 0.675,
    "unmet_expectation": 0.834,
    "payment_delay": 0.628,
    "distrust": 0.687,
    "blame_shift": 0.728,
    "broken_promise": 0.717,
    "overpromise": 0.666,
    "formality_shift": 0.566,
    "repeat_request": 0.849,
    "unanswered_question": 0.821,
    "escalation": 0.732,
    "churn_intent": 0.684,
    "payment_refusal": 0.648,
    "gratitude": 0.518,
    "apology": 0.611,
    "concession": 0.624,
    "reassurance": 0.625,
    "praise": 0.565,
    "late_reply": 1.156,
    "short_reply": 1.164,
    "wrote_again": 1.173,
    "new_in_copy": 1.192,
    "boss_in_copy": 1.202,
    "silence": 1.154,
    "long_silence": 1.176,
    "overdue": 1.084,
    "disputed_invoice": 1.041,
    "derailment": 1.137,
}
