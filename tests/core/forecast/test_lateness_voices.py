"""Voices of a forecast and their judge: shares that mean what they say, two clocks, one fact counted once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leopold.forecast.lateness import Item, Lateness
from leopold.forecast.lateness.calibrating import PARTS, Judge, mixed, products, shares_of
from leopold.forecast.lateness.challenging import clocks
from leopold.forecast.lateness.folding import Fold, folded
from leopold.forecast.lateness.grids import later, nearest, shifted
from leopold.forecast.lateness.items import Floats, table
from leopold.forecast.lateness.judging import CAUSES, judged

START = date(2024, 1, 1)
SEEDS = st.integers(0, 2**32 - 1)
VOICES = st.integers(2, 3)


def said(random: np.random.Generator, voices: int, rows: int, points: int) -> list[Floats]:
    """Return distributions (rows, points) of some voices, some of whose points hold nothing."""
    raw = random.exponential(size=(voices, rows, points)) * (random.random((voices, rows, points)) < 0.6)
    raw[:, :, int(random.integers(points))] += 1e-3
    return list(raw / raw.sum(axis=2, keepdims=True))


def grid_with_zero(random: np.random.Generator, points: int) -> Floats:
    """Return a grid of whole days around zero."""
    return np.unique(np.append(random.choice(np.arange(-30, 90), points - 1, replace=False), 0)).astype(np.float64)


def one_of(random: np.random.Generator, ways: Floats) -> Floats:
    """Return one way to divide a forecast."""
    return np.asarray(ways[int(random.integers(len(ways)))])


@given(voices=st.integers(1, 4))
def test_the_ways_to_divide_a_forecast_are_all_of_them_and_the_base_alone_is_first(voices: int) -> None:
    ways = shares_of(voices)
    assert ways.min() >= 0
    np.testing.assert_array_equal(ways.sum(axis=1), 1)
    assert ways[0].tolist() == [1.0] + [0.0] * (voices - 1)
    assert len(np.unique(ways, axis=0)) == len(ways)
    # As many as there are multisets of eighths: stars and bars.
    many = 1
    for each in range(1, voices):
        many = many * (PARTS + each) // each
    assert len(ways) == many


@settings(max_examples=60)
@given(seed=SEEDS, voices=VOICES)
def test_a_mixture_is_a_distribution_late_as_its_sides_say_and_on_each_side_when_its_days_say(
    seed: int, voices: int
) -> None:
    random = np.random.default_rng(seed)
    grid = grid_with_zero(random, 12)
    told = said(random, voices, 5, len(grid))
    days, sides = (one_of(random, shares_of(voices)) for _ in "ds")
    found = mixed(told, grid, days, sides)
    assert np.all(found >= 0)
    np.testing.assert_allclose(found.sum(axis=1), 1)
    late = grid > 0
    wanted = sum(share * masses[:, late].sum(axis=1) for share, masses in zip(sides, told, strict=True))
    np.testing.assert_allclose(found[:, late].sum(axis=1), wanted, atol=1e-12)
    plain = np.einsum("v,vnk->nk", days, np.array(told))
    for side in (late, ~late):
        whole, part = plain[:, side].sum(axis=1, keepdims=True), found[:, side].sum(axis=1, keepdims=True)
        rows = whole[:, 0] > 1e-9
        np.testing.assert_allclose((found[:, side] * whole)[rows], (plain[:, side] * part)[rows], atol=1e-12)


@settings(max_examples=40)
@given(seed=SEEDS, voices=VOICES)
def test_a_mixture_of_equal_shares_in_days_and_sides_is_the_plain_one(seed: int, voices: int) -> None:
    random = np.random.default_rng(seed)
    grid = grid_with_zero(random, 9)
    told = said(random, voices, 4, len(grid))
    shares = one_of(random, shares_of(voices))
    plain = np.einsum("v,vnk->nk", shares, np.array(told))
    np.testing.assert_allclose(mixed(told, grid, shares, shares), plain, atol=1e-15)
    for voice, alone in zip(told, np.eye(voices), strict=True):
        np.testing.assert_array_equal(mixed(told, grid, alone, alone.copy()), voice)


def test_a_side_on_which_those_who_say_when_see_nothing_is_told_by_the_others() -> None:
    grid = np.array([-1.0, 0.0, 1.0, 2.0])
    never, always = np.array([[0.5, 0.5, 0.0, 0.0]]), np.array([[0.0, 0.0, 0.25, 0.75]])
    found = mixed([never, always], grid, np.array([1.0, 0.0]), np.array([0.5, 0.5]))
    np.testing.assert_allclose(found, [[0.25, 0.25, 0.125, 0.375]])


@settings(max_examples=60)
@given(seed=SEEDS, voices=VOICES)
def test_shares_and_products_give_what_the_mixture_scores(seed: int, voices: int) -> None:
    random = np.random.default_rng(seed)
    grid = grid_with_zero(random, 8)
    told = said(random, voices, 6, len(grid))
    outcome = np.where(random.random(6) < 0.3, np.inf, random.integers(-40, 100, 6)).astype(np.float64)
    horizon = random.integers(-40, 110, 6).astype(np.float64)
    found = products(told, grid, outcome, horizon)
    np.testing.assert_array_equal(found, found.swapaxes(2, 3))
    shares = one_of(random, shares_of(voices))
    scores = np.einsum("i,nsij,j->ns", shares, found, shares)
    mixture = mixed(told, grid, shares, shares)
    for row, (masses, came, seen) in enumerate(zip(mixture, outcome, horizon, strict=True)):
        np.testing.assert_allclose(scores[row, 0], over_days(masses, grid, came, seen), atol=1e-9)
        brier = (masses[grid > 0].sum() - (came > 0)) ** 2 if seen > 0 else 0.0
        np.testing.assert_allclose(scores[row, 1], brier, atol=1e-9)


def over_days(masses: Floats, grid: Floats, came: float, seen: float) -> float:
    """Return the CRPS up to a horizon, day by day: everything here falls on whole days."""
    days = np.arange(grid[0], min(grid[-1], seen))
    return float(sum((masses[grid <= day].sum() - (came <= day)) ** 2 for day in days))


@settings(max_examples=40)
@given(seed=SEEDS, voices=VOICES)
def test_what_lies_beyond_the_horizon_counts_for_nothing(seed: int, voices: int) -> None:
    random = np.random.default_rng(seed)
    grid = grid_with_zero(random, 8)
    told = said(random, voices, 3, len(grid))
    horizon = random.integers(-20, 60, 3).astype(np.float64)
    late = products(told, grid, np.maximum(horizon, 1) + random.integers(0, 50, 3), horizon)
    np.testing.assert_allclose(late, products(told, grid, np.full(3, np.inf), horizon), atol=1e-12)


@settings(max_examples=30)
@given(seed=SEEDS)
def test_whether_late_at_all_is_never_asked_of_who_counts_from_the_day_made(seed: int) -> None:
    random = np.random.default_rng(seed)
    judge = Judge(3)
    root = random.normal(size=(2, 3, 3))
    judge.weigh(np.einsum("sij,skj->sik", root, root))
    for shares in (judge.days, judge.sides):
        np.testing.assert_allclose(shares.sum(), 1)
        assert shares.min() >= 0
    assert judge.sides[2] == 0


@settings(max_examples=60)
@given(seed=SEEDS)
def test_days_from_the_day_made_and_from_the_promise_tell_of_the_same_outcome(seed: int) -> None:
    random = np.random.default_rng(seed)
    grid = grid_with_zero(random, 10)
    masses = said(random, 1, 6, len(grid))[0]
    promised = random.integers(-15, 60, 6).astype(np.float64)
    every = np.arange(-60.0, 200.0)
    since = shifted(masses, grid, promised, every)
    for row, days in enumerate(promised):
        at = np.searchsorted(every, grid + days)
        np.testing.assert_allclose(since[row, at], masses[row], atol=1e-12)
    np.testing.assert_allclose(shifted(since, every, -promised, grid), masses, atol=1e-12)
    # So does what is known to be over: nothing comes before the day made.
    kept = later(since, every, np.zeros(6))
    back = shifted(kept, every, -promised, grid)
    ahead = later(masses, grid, -promised)
    told = (grid + promised[:, None] >= 0) & (masses > 0)
    np.testing.assert_allclose(back[told.any(axis=1)], ahead[told.any(axis=1)], atol=1e-9)


def test_only_what_is_paid_and_open_in_days_has_two_clocks() -> None:
    none = table([], "days")
    assert clocks(Fold(none, "days", True, False)) == ("promise", "made")
    assert clocks(Fold(none, "days", False, False)) == ("promise",)
    assert clocks(Fold(table([], "ratio"), "ratio", True, False)) == ("promise",)


ROWS = st.lists(
    st.tuples(st.sampled_from("abc"), st.integers(0, 60), st.integers(0, 30), st.integers(0, 40)), max_size=40
)


def items_of(rows: Sequence[tuple[str, int, int, int]], copies: int = 1) -> list[Item]:
    """Return items, made and settled so many days after the start, each as often as told."""
    found = []
    for number, (who, made, terms, took) in enumerate(rows):
        day = START + timedelta(made)
        due, settled = day + timedelta(terms), day + timedelta(took)
        found += [Item.dated(f"{number:03} {each}", who, day, due, settled) for each in range(copies)]
    return found


def fold_of(items: Sequence[Item], end: int) -> Fold:
    fold = Fold(table(items, "days"), "days", True, False)
    folded(fold, START.toordinal() + end)
    return fold


@settings(max_examples=25, deadline=None)
@given(rows=ROWS)
def test_what_one_counterparty_settles_on_one_day_is_one_fact(rows: list[tuple[str, int, int, int]]) -> None:
    one, many = fold_of(items_of(rows), 120), fold_of(items_of(rows, copies=3), 120)
    facts = {(who, made + took) for who, made, _, took in rows}
    assert one.causes == many.causes == len(facts)
    assert one.learnt * 3 == many.learnt == len(rows) * 3
    assert one.scored == pytest.approx(many.scored)


def rhythm(seed: int, size: int, firms: int) -> list[Item]:
    """Return bills of payers who pay so many days after they were made, whatever the terms are; some stay open."""
    random = np.random.default_rng(seed)
    habits = random.integers(10, 50, firms)
    found = []
    for number in range(size):
        firm = int(random.integers(firms))
        day = START + timedelta(int(random.integers(170)))
        due = day + timedelta(int(random.choice([7, 30, 60])))
        took = None if random.random() < 0.05 else day + timedelta(int(habits[firm] + random.integers(-2, 3)))
        found.append(Item.dated(f"{number:04}", f"firm {firm:02}", day, due, took))
    return found


def test_who_keeps_to_a_rhythm_of_their_own_is_heard_by_the_second_clock_and_no_day_looks_ahead() -> None:
    items, cut = rhythm(3, 500, 6), START + timedelta(130)
    engine = Lateness().fit(items, START + timedelta(160))
    assert engine._judged.days[2] > 0.5
    # The same past with another future, in another order, told on an earlier day.
    past = [item for item in reversed(items) if item.made < cut]
    other = Lateness().fit([*(future(item) for item in items if item.made >= cut), *past], cut)
    told = {key: row for one in engine.forecasts_ for key, row in zip(one.identities, one.masses, strict=True)}
    seen = 0
    for one in other.forecasts_:
        for key, row in zip(one.identities, one.masses, strict=True):
            np.testing.assert_allclose(row, told[key], atol=1e-12)
            seen += 1
    assert seen == len(past)


def future(item: Item) -> Item:
    """Return another item of the same later day."""
    return Item.dated(f"other {item.identity}", "firm 00", item.made, item.made + timedelta(400), item.made)


@pytest.mark.parametrize("facts", [CAUSES - 1, CAUSES])
def test_voices_are_heard_from_fifty_facts_on_however_many_items_they_settled(facts: int) -> None:
    random, took = np.random.default_rng(0), 10
    # The first grid is laid on the 14th day, from the 30 items of three days; what is made from then on is judged.
    rows = [("a", day, int(random.integers(40)), took) for day in range(took + 3 + facts) for _ in range(10)]
    items = items_of(rows)
    fold, end = Fold(table(items, "days"), "days", True, False), START.toordinal() + 200
    stretches, _, _ = folded(fold, end)
    assert stretches[1].first == 10 * (took + 3)
    knowing = [[stretches[0].masses]]
    for one in stretches[1:]:
        masses = np.zeros((one.last - one.first, len(one.fine)))
        masses[np.arange(len(masses)), nearest(one.fine, fold.table.outcome[one.first : one.last])] = 1
        knowing.append([masses])
    _, _, judge = judged(fold, stretches, knowing, end)
    assert judge.days[1] == pytest.approx(float(facts >= CAUSES), abs=1e-3)
