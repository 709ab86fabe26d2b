"""Filters of every page: days, moments and numbers as people write them."""

from __future__ import annotations

from django import template

from leopold_web import wording

register = template.Library()

register.filter("day", wording.day)
register.filter("short_day", wording.short_day)
register.filter("moment", wording.moment)


@register.filter
def signed(value: float) -> str:
    """Return a number with its sign and two decimals: ``+0.80``, ``−1.20``; in Russian ``+0,80``."""
    number = f"{value:+.2f}".replace("-", "−")
    return number.replace(".", ",") if wording.language() == "ru" else number
