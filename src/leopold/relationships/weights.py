"""One table of what each reason weighs, in log-odds of trouble: bad above zero, good below.

A sign that a careful reader marks weighs about one; three unanswered by anything good bring a relationship to even
odds. This is the plain decayed sum that holds up on the labelled stories, told in log-odds. Behaviour and ledger
weigh less: they carry no words, and healthy relationships are late and silent too.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

BASE: Final = -3.0
"""Log-odds of trouble of a relationship about which nothing is known: a probability of .05."""

PER_LETTER: Final = 0.8
"""What is left of a contribution after each further letter."""

HALF_LIFE_DAYS: Final = 60.0
"""Days in which a contribution halves when nobody writes."""

LETTERS_A_DAY: Final = 12
"""Letters of one day that make contributions fade; more than these do not, so that bustle hides no quarrel."""

BAD: Final[Mapping[str, float]] = MappingProxyType(
    {
        "annoyance": 1.0,
        "anger": 1.0,
        "fear": 1.0,
        "distrust": 1.0,
        "accusation": 1.0,
        "ultimatum": 1.0,
        "escalation": 1.0,
        "repeat_request": 1.0,
        "unanswered_question": 1.0,
        "unmet_expectation": 1.0,
        "broken_promise": 1.0,
        "overpromise": 1.0,
        "payment_delay": 1.0,
        "payment_refusal": 1.0,
        "dispute": 1.0,
        "churn_intent": 1.0,
        "blame_shift": 1.0,
        "formality_shift": 1.0,
        "sarcasm": 1.0,
    }
)
GOOD: Final[Mapping[str, float]] = MappingProxyType(
    {"gratitude": -1.0, "apology": -1.0, "concession": -1.0, "reassurance": -1.0, "praise": -1.0}
)
BEHAVIOUR: Final[Mapping[str, float]] = MappingProxyType(
    {
        "late_reply": 0.5,
        "short_reply": 0.3,
        "wrote_again": 0.6,
        "new_in_copy": 0.5,
        "boss_in_copy": 1.0,
        "silence": 0.6,
        "long_silence": 1.0,
        "overdue": 0.6,
        "disputed_invoice": 0.6,
    }
)
WEIGHTS: Final[Mapping[str, float]] = MappingProxyType({**BAD, **GOOD, **BEHAVIOUR})

OVERDUE_SHARES: Final[Mapping[int, float]] = MappingProxyType({1: 0.25, 7: 0.5, 14: 0.75, 30: 1.0})
"""Share of the weight of an overdue invoice, by the days it is late beyond what this payer always takes."""
