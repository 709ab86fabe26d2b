"""A control: count negative words, as the plainest sentiment lexicon would. Knows nothing of acts, sides or time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from functools import cache

FADES = 0.8

ENGLISH = """angry annoyed annoying awful bad badly blame blamed broken bug bugs cancel cancelled complain complaint
concern concerned confused damage delay delayed delays disappointed disappointing dispute error errors fail failed
failing failure fault frustrated frustrating furious hate horrible impossible incorrect issue issues late lost mess
mistake mistakes never nobody overdue poor problem problems refuse ridiculous sad slow stuck terrible threat tired
unacceptable unclear unfortunately unhappy unpaid upset urgent useless waste worried worry worse worst wrong"""
RUSSIAN = """авари беспоко вин винова возмущ встрев выговор груб долг долж досад жал жалоб задерж задолж зл злост
испорч конфликт кошмар крайн лом напрасн нарек наруш невер невозможн невыполн недовол недопуст недостат незакон неоплач
непонятн неправ неприят непрост нет нехорош никогда обид обман отказ отклон ошиб плох потер претенз проблем
просроч противн прошл пугал разочаров расторг сбо скандал слаб слож сложн сорва срыв стыд суд трево труд увы угро
ужас устал утер ухудш хуж штраф"""

_ENGLISH = re.compile(r"\b(?:" + "|".join(ENGLISH.split()) + r")\b", re.IGNORECASE)
_RUSSIAN = re.compile(r"\b(?:" + "|".join(RUSSIAN.split()) + r")\w*", re.IGNORECASE)


@cache
def count(text: str, language: str) -> int:
    """Return how many negative words stand in a text."""
    return len((_RUSSIAN if language == "ru" else _ENGLISH).findall(text))


def crossings(counts: Sequence[int], moments: Sequence[datetime], threshold: float) -> list[datetime]:
    """Return the moments at which the decayed count passes `threshold` from below."""
    raised, total, above = [], 0.0, False
    for number, at in zip(counts, moments, strict=True):
        total = total * FADES + number
        if total >= threshold and not above:
            raised.append(at)
        above = total >= threshold
    return raised
