"""A form of time phrases: how it looks in folded text, which day it means, and how surely it sets a deadline."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Final, Literal, NamedTuple

from leopold.commitments.clock import Clock
from leopold.commitments.numbers import DAYS_OF_MONTH, NUMBERS, ORDINALS, alternatives

Precision = Literal["hour", "day", "week", "month", "quarter", "year"]
Weight = Literal["sure", "date", "ahead", "span", "weak", "time", "none"]
"""`sure` sets a deadline by its own words; `date` needs a preposition or a clause about the future; `ahead` can only
lie ahead; `span` counts from now; `weak` and `time` count where nothing better is named; `none` names no deadline."""

Reading = Callable[[re.Match[str], Clock], date | None]


class Form(NamedTuple):
    """A pattern over folded text with what it means."""

    pattern: re.Pattern[str]
    weight: Weight
    precision: Precision
    read: Reading


_WORDS: Final = rf"(?:\d{{1,3}}|{alternatives(NUMBERS)})"
_COUNT: Final = rf"(?:{_WORDS} ?(?:-|–|to|or|или) ?)?(?P<n>{_WORDS})(?: \(\w+\))?"
"""How many, as the group `n`: the larger of two, and words once where they are told in brackets again."""


def compiler(parts: dict[str, str]) -> Callable[[str], re.Pattern[str]]:
    """Return what compiles a pattern in which names in capitals stand for `parts`."""
    known = parts | {
        "NUMBER": _WORDS + r"(?: \(\w+\))?",
        "COUNT": _COUNT,
        "ORDINAL": rf"(?:{alternatives(ORDINALS)})",
        "DAYWORD": rf"(?:{alternatives(DAYS_OF_MONTH)})",
    }
    names = re.compile("(?<![A-Z])(?:" + "|".join(known) + ")(?![A-Z])")

    def compiled(pattern: str) -> re.Pattern[str]:
        return re.compile(names.sub(lambda found: known[found[0]], pattern))

    return compiled


def nothing(_: re.Match[str], __: Clock) -> None:
    """Mean no day."""
