"""Money alone: a deal if and only if the offer reaches the demand, and nothing told where it does not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leopold.errors import SettlementError
from leopold.settlement.money import Grid, MoneyTalks

GRID = Grid(Decimal(1000), Decimal(2000), Decimal(100), "EUR")
CENTS = st.integers(0, 10**7).map(lambda cents: Decimal(cents) / 100)


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    low, step = draw(CENTS), draw(st.sampled_from(["0.01", "0.05", "1", "33.33", "500"]).map(Decimal))
    return Grid(low, low + draw(st.integers(0, 12)) * step, step, "RUB")


@st.composite
def rounds(draw: st.DrawFn) -> tuple[MoneyTalks, Decimal, Decimal]:
    grid = draw(grids())
    offer, demand = (draw(st.sampled_from(grid.amounts)) for _ in range(2))
    return MoneyTalks(grid, draw(st.integers(0, 9)), 5, draw(st.integers(0, 4))), offer, demand


def after(talks: MoneyTalks, offer: Decimal | None, demand: Decimal | None) -> MoneyTalks:
    return talks.play(talks.grid.accept("payer", offer), talks.grid.accept("receiver", demand))


@given(rounds())
def test_a_deal_if_and_only_if_the_offer_reaches_the_demand(case: tuple[MoneyTalks, Decimal, Decimal]) -> None:
    talks, offer, demand = case
    agreed = after(talks, offer, demand).agreed
    assert (agreed is not None) == (offer >= demand)
    if agreed is not None:
        assert demand <= agreed <= offer
        assert agreed in talks.grid.amounts
        assert abs((offer - agreed) - (agreed - demand)) <= talks.grid.step


@given(rounds(), st.data())
def test_no_deal_tells_nothing(case: tuple[MoneyTalks, Decimal, Decimal], data: st.DataObject) -> None:
    talks, offer, demand = case
    one = after(talks, offer, demand)
    other = after(talks, *(data.draw(st.one_of(st.none(), st.sampled_from(talks.grid.amounts))) for _ in range(2)))
    if one.agreed is None and other.agreed is None:
        assert one == other
        assert repr(one) == repr(other)


@given(rounds())
def test_neither_role_is_favoured(case: tuple[MoneyTalks, Decimal, Decimal]) -> None:
    """Seen from the other end of the grid, with the odd step to the other side, the same amount is found."""
    talks, offer, demand = case
    ends = talks.grid.low + talks.grid.high
    turned = MoneyTalks(talks.grid, talks.table + 1, talks.rounds, talks.played)
    here, there = after(talks, offer, demand).agreed, after(turned, ends - demand, ends - offer).agreed
    assert here == (None if there is None else ends - there)


@given(rounds())
def test_holding_back_moves_the_amount_by_a_step_at_most_or_loses_the_deal(
    case: tuple[MoneyTalks, Decimal, Decimal],
) -> None:
    talks, offer, demand = case
    agreed, lower = after(talks, offer, demand).agreed, offer - talks.grid.step
    if agreed is not None and lower >= talks.grid.low:
        held_back = after(talks, lower, demand).agreed
        assert (held_back is None) == (lower < demand)
        assert held_back is None or agreed - talks.grid.step <= held_back <= agreed


def test_an_odd_step_goes_by_turns() -> None:
    talks = MoneyTalks(GRID, table=7, rounds=3)
    odd = (Decimal(1500), Decimal(1400))
    assert after(talks, *odd).agreed == 1400
    second = after(talks, Decimal(1000), Decimal(2000))
    assert (second.played, second.agreed, second.open) == (1, None, True)
    assert after(second, *odd).agreed == 1500


def test_an_acceptance_is_not_printed() -> None:
    assert repr(GRID.accept("payer", Decimal(1300))) == repr(GRID.accept("payer", None))


def test_rounds_end_with_a_deal_or_when_all_are_played() -> None:
    last = MoneyTalks(GRID, 1, 1)
    for talks in (after(last, None, Decimal(1000)), after(last, Decimal(1500), Decimal(1500))):
        assert not talks.open
        with pytest.raises(SettlementError) as caught:
            after(talks, Decimal(2000), Decimal(1000))
        assert caught.value.fault.kind == "talks_over"


def test_acceptances_have_to_be_of_a_payer_and_a_receiver_of_this_grid() -> None:
    paid, other = GRID.accept("payer", Decimal(1500)), Grid(Decimal(0), Decimal(10), Decimal(1), "EUR")
    for receiver in (paid, other.accept("receiver", Decimal(3))):
        with pytest.raises(SettlementError) as caught:
            MoneyTalks(GRID, 1, 1).play(paid, receiver)
        assert caught.value.fault.kind == "acceptances_do_not_meet"


@pytest.mark.parametrize(
    ("low", "high", "step", "currency", "kind"),
    [
        ("10", "0", "1", "EUR", "grid_out_of_order"),
        ("-1", "0", "1", "EUR", "grid_out_of_order"),
        ("0", "10", "0", "EUR", "grid_out_of_order"),
        ("0", "10", "3", "EUR", "grid_does_not_fit"),
        ("0", "10", "0.001", "EUR", "grid_too_fine"),
        ("0", "10", "1", "euro", "grid_currency"),
        ("0", "Infinity", "1", "EUR", "amount_no_number"),
        ("0", "1E+30", "1", "EUR", "amount_too_long"),
    ],
)
def test_a_grid_that_is_none_is_refused(low: str, high: str, step: str, currency: str, kind: str) -> None:
    with pytest.raises(SettlementError) as caught:
        Grid(Decimal(low), Decimal(high), Decimal(step), currency)
    assert caught.value.fault.kind == kind


@pytest.mark.parametrize(
    ("amount", "kind"), [("1050", "amount_off_grid"), ("2100", "amount_off_grid"), ("NaN", "amount_no_number")]
)
def test_an_amount_off_the_grid_is_refused(amount: str, kind: str) -> None:
    with pytest.raises(SettlementError) as caught:
        GRID.accept("payer", Decimal(amount))
    assert caught.value.fault.kind == kind
