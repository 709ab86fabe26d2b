"""Shares of the weights by hand, as the labelled stories have them, by kind of reason.

Written by ``python -m training.alerts``; ``docs/models/alerts.md`` says from what, and how well they do.
"""

from __future__ import annotations

SHARES: dict[str, float] = {
    "annoyance": 0.887,
    "anger": 0.908,
    "fear": 0.95,
    "sarcasm": 0.926,
    "accusation": 0.928,
    "dispute": 0.874,
    "ultimatum": 0.921,
    "unmet_expectation": 1.007,
    "payment_delay": 0.953,
    "distrust": 1.036,
    "blame_shift": 1.01,
    "broken_promise": 1.009,
    "overpromise": 0.911,
    "formality_shift": 0.657,
    "repeat_request": 1.164,
    "unanswered_question": 0.933,
    "escalation": 0.94,
    "churn_intent": 0.785,
    "payment_refusal": 0.839,
    "gratitude": 0.748,
    "apology": 0.726,
    "concession": 0.848,
    "reassurance": 0.806,
    "praise": 0.786,
    "late_reply": 1.032,
    "short_reply": 1.043,
    "wrote_again": 1.051,
    "new_in_copy": 1.03,
    "boss_in_copy": 1.038,
    "silence": 1.037,
    "long_silence": 1.044,
    "overdue": 1.02,
    "disputed_invoice": 1.01,
    "derailment": 1.005,
}
