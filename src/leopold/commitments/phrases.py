"""Date phrases: the day that is due by what a sentence says, in English and Russian.

The grammar is our own. It rather names no day than a wrong one: what has no sure reading, what lies in the past, what
hangs on an event ("within 3 days of payment"), and what names a day but no deadline ("as of Monday") gives none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from leopold.commitments.calendars import Calendar, calendar_for
from leopold.commitments.clock import Clock
from leopold.commitments.contexts import CONTEXTS, rank
from leopold.commitments.forms import Form, Precision
from leopold.languages import Language
from leopold.signals.sentences import fold


@dataclass(frozen=True, slots=True)
class Due:
    """What is due by `text[start:end] == quote`, and how closely that was named: an hour, a day, a week or more."""

    start: int
    end: int
    quote: str
    date: date
    precision: Precision


class _Found(NamedTuple):
    start: int
    end: int
    form: Form
    match: re.Match[str]


def due(text: str, written: date, language: Language, calendar: Calendar | None = None) -> Due | None:
    """Return the deadline that a sentence sets for somebody who reads it as written on `written`; None for none.

    Of several days the one that is set most surely counts ("by Friday" before "on Friday" before "this week"), the
    first of equals. A day before `written` is none. `calendar` says which days are worked on; None takes the
    language's own. Never raises on any text.
    """
    best: tuple[int, Due] | None = None
    for strength, one in dues(text, written, language, calendar):
        if best is None or strength > best[0]:
            best = strength, one
    return best[1] if best else None


def dues(text: str, written: date, language: Language, calendar: Calendar | None = None) -> Iterator[tuple[int, Due]]:
    """Yield every deadline set in a text in order of place, each with how surely it is set, 1 to 5."""
    yield from _dues(text, written.date() if isinstance(written, datetime) else written, language, calendar)


@lru_cache(maxsize=1024)
def _dues(text: str, day: date, language: Language, calendar: Calendar | None) -> tuple[tuple[int, Due], ...]:
    """A sentence is read for what it promises, and again for what it takes to be agreed."""
    return tuple(_each_due(text, day, language, calendar))


def _each_due(text: str, day: date, language: Language, calendar: Calendar | None) -> Iterator[tuple[int, Due]]:
    folded, context = fold(text), CONTEXTS[language]
    if not context.hint.search(folded):
        return
    clock = Clock(day, calendar_for(language) if calendar is None else calendar)
    found = _apart(folded, context.forms())
    dated = any(one.form.weight not in ("time", "none") for one in found)
    for one in found:
        if one.form.weight == "time" and dated:
            continue
        strength = rank(folded, one.start, one.end, one.form, context)
        meant = _read(one, clock) if strength else None
        if meant is not None and meant >= day:
            yield strength, Due(one.start, one.end, text[one.start : one.end], meant, one.form.precision)


def _read(one: _Found, clock: Clock) -> date | None:
    try:
        return one.form.read(one.match, clock)
    except (ValueError, OverflowError, KeyError):
        return None


def _apart(folded: str, forms: tuple[Form, ...]) -> list[_Found]:
    """Return what the forms match without overlap in order of place: of what overlaps, the longest."""
    found = [
        _Found(match.start(), match.end(), form, match) for form in forms for match in form.pattern.finditer(folded)
    ]
    kept, taken = [], bytearray(len(folded))
    for one in sorted(found, key=lambda each: (each.start - each.end, each.start)):
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            kept.append(one)
    return sorted(kept, key=lambda each: each.start)
