"""Adjusted winner: the textbook's divorce, and what Brams and Taylor promise of every division."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leopold.errors import SettlementError
from leopold.settlement.adjusted_winner import Division, Points, adjusted_winner

ITEMS = ("Retirement", "Home", "Cottage", "Investments", "Other")
POINTS = st.one_of(st.integers(0, 100), st.decimals(0, 100, places=2), st.fractions(0, 100, max_denominator=12))
PAIRS = st.lists(st.tuples(POINTS, POINTS), min_size=1, max_size=7).filter(
    lambda pairs: all(any(column) for column in zip(*pairs, strict=True))
)


def divide(pairs: list[tuple[Points, Points]]) -> tuple[Division, list[Fraction], list[Fraction]]:
    first, second = ([Fraction(each) for each in column] for column in zip(*pairs, strict=True))
    division = adjusted_winner([str(number) for number in range(len(pairs))], *zip(*pairs, strict=True))
    return division, [100 * each / sum(first) for each in first], [100 * each / sum(second) for each in second]


def worth(points: list[Fraction], parts: tuple[Fraction, ...]) -> Fraction:
    return sum((own * part for own, part in zip(points, parts, strict=True)), Fraction(0))


def test_the_textbooks_case() -> None:
    division = adjusted_winner(ITEMS, (50, 20, 15, 10, 5), (40, 30, 10, 10, 10))
    assert division.first == (Fraction(5, 6), 0, 1, 0, 0)
    assert division.points == Fraction(170, 3)
    assert division.split == "Retirement"


@given(PAIRS)
def test_both_get_the_same_and_nobody_envies(pairs: list[tuple[Points, Points]]) -> None:
    division, ours, theirs = divide(pairs)
    assert worth(ours, division.first) == worth(theirs, division.second) == division.points >= 50
    assert worth(ours, division.second) <= 50
    assert worth(theirs, division.first) <= 50
    assert sum(0 < part < 1 for part in division.first) <= 1
    assert all(0 <= part <= 1 for part in division.first)


@given(PAIRS)
def test_no_other_division_is_better_for_both(pairs: list[tuple[Points, Points]]) -> None:
    """No exchange of parts pays: whatever the first holds costs it at least as dearly as whatever the second holds."""
    division, ours, theirs = divide(pairs)
    for held, other in product(range(len(pairs)), repeat=2):
        if division.first[held] > 0 and division.second[other] > 0:
            assert ours[held] * theirs[other] >= theirs[held] * ours[other]


@given(PAIRS)
def test_who_is_named_first_does_not_matter(pairs: list[tuple[Points, Points]]) -> None:
    division, _, _ = divide(pairs)
    turned, _, _ = divide([(second, first) for first, second in pairs])
    assert turned.points == division.points


@pytest.mark.parametrize(
    ("items", "first", "second", "kind"),
    [
        ([], [], [], "no_items"),
        (["a", "a"], [1, 1], [1, 1], "item_twice"),
        (["a", "b"], [1], [1, 1], "points_of_other_items"),
        (["a", "b"], [1, -1], [1, 1], "item_points_out_of_range"),
        (["a"], [Decimal("NaN")], [1], "item_points_out_of_range"),
        (["a"], [0], [1], "no_item_points"),
    ],
)
def test_what_cannot_be_divided_is_refused(
    items: list[str], first: list[Points], second: list[Points], kind: str
) -> None:
    with pytest.raises(SettlementError) as caught:
        adjusted_winner(items, first, second)
    assert caught.value.fault.kind == kind
