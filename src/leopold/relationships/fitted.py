"""Shares of the weights by hand, as the labelled stories have them, by kind of reason.

Written by ``python -m training.alerts``; ``docs/models/alerts.md`` says from what, and how well they do.
"""

from __future__ import annotations

SHARES: dict[str, float] = {
    "annoyance": 1.022,
    "anger": 1.022,
    "fear": 1.025,
    "sarcasm": 1.023,
    "accusation": 1.023,
    "dispute": 1.02,
    "ultimatum": 1.022,
    "unmet_expectation": 1.031,
    "payment_delay": 1.025,
    "distrust": 1.031,
    "blame_shift": 1.029,
    "broken_promise": 1.029,
    "overpromise": 1.027,
    "formality_shift": 1.0,
    "repeat_request": 1.043,
    "unanswered_question": 1.025,
    "escalation": 1.024,
    "churn_intent": 1.014,
    "payment_refusal": 1.018,
    "gratitude": 0.955,
    "apology": 0.951,
    "concession": 0.962,
    "reassurance": 0.964,
    "praise": 0.958,
    "late_reply": 1.004,
    "short_reply": 1.005,
    "wrote_again": 1.005,
    "new_in_copy": 1.005,
    "boss_in_copy": 1.005,
    "silence": 1.005,
    "long_silence": 1.005,
    "overdue": 1.003,
    "disputed_invoice": 1.001,
}
