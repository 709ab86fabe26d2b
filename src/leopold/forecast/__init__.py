"""Forecasts: what a conversation's letters so far say of how it will end. Nothing here looks ahead.

`Course()` is a conversation in which nobody has written, `advance(course, turn)` the same after one more turn,
`probability(course)` how likely it is to end in open conflict, and `explain(course)` what that is made of. A turn is
made of a letter by `turn_of`, or of plain words by `plain_turn`.
"""

from leopold.forecast.derailment import (
    Contribution,
    Course,
    Turn,
    advance,
    explain,
    forecast_of,
    log_odds,
    plain_turn,
    probability,
    turn_of,
)

__all__ = [
    "Contribution",
    "Course",
    "Turn",
    "advance",
    "explain",
    "forecast_of",
    "log_odds",
    "plain_turn",
    "probability",
    "turn_of",
]
