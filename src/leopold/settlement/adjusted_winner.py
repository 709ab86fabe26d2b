"""Adjusted winner: divisible items between two parties (Brams and Taylor 1996).

Each gives points to the items. First everything goes to whoever gives it more; then items pass from the richer to the
poorer, the one that costs least for what it brings first, until both have the same: at most one item is split. The
result is efficient, envy-free and equitable by the points given. All numbers are exact fractions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from leopold.errors import SettlementError

Points: TypeAlias = int | Decimal | Fraction

WHOLE = 100
"""What the points of each party are brought to sum to."""


@dataclass(frozen=True, slots=True)
class Division:
    """Who gets how much of each item.

    items   the names of the items
    first   the first party's part of each item, 0..1; the rest is the second's
    points  what each of the two gets by its own points, of 100: the same for both
    """

    items: tuple[str, ...]
    first: tuple[Fraction, ...]
    points: Fraction

    @property
    def second(self) -> tuple[Fraction, ...]:
        """Return the second party's part of each item, 0..1."""
        return tuple(1 - part for part in self.first)

    @property
    def split(self) -> str | None:
        """Return the one item that both get a part of; None where none is split."""
        return next((item for item, part in zip(self.items, self.first, strict=True) if 0 < part < 1), None)


def adjusted_winner(items: Sequence[str], first: Sequence[Points], second: Sequence[Points]) -> Division:
    """Return the division of items by the points that both parties give, brought to a sum of 100 each.

    Of items that cost the same for what they bring, the earlier in the list passes first. Raises SettlementError for
    no items, a name that stands twice, points that are negative or not finite, not one for each item, or all 0.
    """
    if not items:
        raise SettlementError("no_items")
    if len(set(items)) < len(items):
        raise SettlementError("item_twice", item=next(item for item in items if items.count(item) > 1))
    ours, theirs = _scaled(items, first), _scaled(items, second)
    parts = [Fraction(int(own >= other)) for own, other in zip(ours, theirs, strict=True)]
    if _total(ours, parts) >= _total(theirs, [1 - part for part in parts]):
        parts = _passed(ours, theirs, parts)
    else:
        parts = [1 - part for part in _passed(theirs, ours, [1 - part for part in parts])]
    return Division(tuple(items), tuple(parts), _total(ours, parts))


def _passed(richer: Sequence[Fraction], poorer: Sequence[Fraction], parts: Sequence[Fraction]) -> list[Fraction]:
    """Return the richer's parts after items have passed to the poorer until both have the same."""
    kept = list(parts)
    held = [item for item, part in enumerate(kept) if part]
    dearer = {item: richer[item] / poorer[item] for item in held if poorer[item]}
    # What the poorer gives no points comes last, and is never reached: before it, the poorer has all that it wants.
    for item in sorted(dearer, key=lambda item: (dearer[item], item)):
        ahead = _total(richer, kept) - _total(poorer, [1 - part for part in kept])
        if ahead <= 0:
            break
        kept[item] -= min(Fraction(1), ahead / (richer[item] + poorer[item]))
    return kept


def _total(points: Sequence[Fraction], parts: Sequence[Fraction]) -> Fraction:
    return sum((own * part for own, part in zip(points, parts, strict=True)), Fraction(0))


def _scaled(items: Sequence[str], points: Sequence[Points]) -> list[Fraction]:
    if len(points) != len(items):
        raise SettlementError("points_of_other_items", count=len(items))
    for item, given in zip(items, points, strict=True):
        if (isinstance(given, Decimal) and not given.is_finite()) or given < 0:
            raise SettlementError("item_points_out_of_range", item=item, points=str(given))
    exact = [Fraction(given) for given in points]
    whole = sum(exact, Fraction(0))
    if not whole:
        raise SettlementError("no_item_points")
    return [given * WHOLE / whole for given in exact]
