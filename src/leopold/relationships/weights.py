"""One table of what each reason weighs, in log-odds of trouble: bad above zero, good below.

A sign that a careful reader marks weighs about one; three unanswered by anything good bring a relationship to even
odds. This is the plain decayed sum that holds up on the labelled stories, told in log-odds, with two steps: what is
loud (anger, worry, a sharp word) weighs less, since healthy relationships are loud at times; what erodes (a promise
not kept, blame passed on, a question passed over, distance) weighs more, since they are not.

Those are the weights by hand. What the labelled stories say beyond them is a share of each, in `fitted`, which
``python -m training.alerts`` writes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from leopold.model import Side
from leopold.relationships.fitted import SHARES

BASE: Final = -3.0
"""Log-odds of trouble of a relationship about which nothing is known: a probability of .05."""

TEMPER: Final = 2.0
"""Log-odds beyond even odds after which a further sign counts half."""

PER_LETTER: Final = 0.8
"""What is left of a contribution after each further letter."""

HALF_LIFE_DAYS: Final = 60.0
"""Days in which a contribution halves when nobody writes."""

LETTERS_A_DAY: Final = 12
"""Letters of one day that make contributions fade; more than these do not, so that bustle hides no quarrel."""

REACH: Final = 0.32
"""What a sign found is divided by: it speaks for those that our readers miss in letters they were not trained on.

Chosen with `SOFTENED` among a dozen pairs on stories read by readers that never saw them (``training.left_out``);
alerts change little between .25 and .4.
"""

SOFTENED: Final = 0.7
"""The power of a sign's probability that it weighs: several faint signs say more than their probabilities add up to."""

_LOUD, _PLAIN, _ERODING = 0.7, 1.0, 1.3

BAD: Final[Mapping[str, float]] = MappingProxyType(
    {
        **dict.fromkeys(("annoyance", "anger", "fear", "sarcasm", "accusation", "dispute", "ultimatum"), _LOUD),
        **dict.fromkeys(("unmet_expectation", "payment_delay"), _PLAIN),
        **dict.fromkeys(("distrust", "blame_shift", "broken_promise", "overpromise", "formality_shift"), _ERODING),
        **dict.fromkeys(("repeat_request", "unanswered_question", "escalation"), _ERODING),
        **dict.fromkeys(("churn_intent", "payment_refusal"), _ERODING),
    }
)
GOOD: Final[Mapping[str, float]] = MappingProxyType(
    {"gratitude": -1.0, "apology": -1.0, "concession": -1.0, "reassurance": -1.0, "praise": -1.0}
)
BEHAVIOUR: Final[Mapping[str, float]] = MappingProxyType(
    {
        "late_reply": 0.7,
        "short_reply": 0.4,
        "wrote_again": 0.9,
        "new_in_copy": 0.7,
        "boss_in_copy": 1.4,
        "silence": 0.9,
        "long_silence": 1.4,
        "overdue": 0.9,
        "disputed_invoice": 0.9,
        "derailment": 0.2,
        "conflicting_expectation": 0.3,
    }
)
"""What the fold itself finds. No labelled story holds a conflict of expectations: that weighs little, and by hand."""

WEIGHTS: Final[Mapping[str, float]] = MappingProxyType({**BAD, **GOOD, **BEHAVIOUR})

OUR_SHARES: Final[Mapping[str, float]] = MappingProxyType({"wrote_again": 0.45})
"""Share of the weight of a fact where it is ours: their answer may have come by telephone."""


OVERDUE_SHARES: Final[Mapping[int, float]] = MappingProxyType({1: 0.25, 7: 0.5, 14: 0.75, 30: 1.0})
"""Share of the weight of an overdue invoice, by the days it is late beyond what this payer always takes."""

SIDES: Final[tuple[Side, Side]] = ("theirs", "ours")


@dataclass(frozen=True, slots=True)
class Weights:
    """What each reason weighs, in log-odds: the weight by hand times a share of its kind, which is 1 where unsaid.

    A share is positive, so that what is bad stays bad and what is good stays good. Both sides are weighed alike.
    """

    shares: Mapping[str, float]

    def of(self, kind: str, side: Side) -> float:
        """Return what a reason of this kind on this side weighs. KeyError for an unknown kind."""
        return by_hand(kind, side) * self.shares.get(kind, 1.0)


def by_hand(kind: str, side: Side) -> float:
    """Return the weight by hand of a reason of this kind on this side. KeyError for an unknown kind."""
    return WEIGHTS[kind] * (OUR_SHARES.get(kind, 1.0) if side == "ours" else 1.0)


HAND: Final = Weights(MappingProxyType({}))
FITTED: Final = Weights(MappingProxyType(SHARES))
