"""Shares of the weights by hand, as the labelled stories have them, by kind of reason.

Written by ``python -m training.alerts``; ``docs/models/alerts.md`` says from what, and how well they do.
"""

from __future__ import annotations

SHARES: dict[str, float] = {
    "annoyance": 0.893,
    "anger": 0.914,
    "fear": 0.956,
    "sarcasm": 0.932,
    "accusation": 0.934,
    "dispute": 0.879,
    "ultimatum": 0.927,
    "unmet_expectation": 1.013,
    "payment_delay": 0.96,
    "distrust": 1.041,
    "blame_shift": 1.015,
    "broken_promise": 1.015,
    "overpromise": 0.916,
    "formality_shift": 0.664,
    "repeat_request": 1.168,
    "unanswered_question": 0.938,
    "escalation": 0.945,
    "churn_intent": 0.792,
    "payment_refusal": 0.845,
    "gratitude": 0.75,
    "apology": 0.727,
    "concession": 0.849,
    "reassurance": 0.807,
    "praise": 0.785,
    "late_reply": 1.058,
    "short_reply": 1.07,
    "wrote_again": 1.078,
    "new_in_copy": 1.056,
    "boss_in_copy": 1.065,
    "silence": 1.064,
    "long_silence": 1.071,
    "overdue": 1.021,
    "disputed_invoice": 1.01,
}
