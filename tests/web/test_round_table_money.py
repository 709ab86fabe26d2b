"""Money alone: sums of a visible grid, accepted in secret, round by round; a deal, or no, and nothing else."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from leopold_web.accounts import tokens
from leopold_web.accounts.models import User
from leopold_web.round_tables import gate
from leopold_web.round_tables.actions import agreement, interests, issues, money
from leopold_web.round_tables.models import PrivateAnswers, Round, RoundTable, Seat
from leopold_web.round_tables.refusals import RefusedError

from .conftest import Cast
from .table_play import Post, answers, fresh, open_table, post_of, seats_of, sign_all, to_issues

Stage = RoundTable.Stage
NOW = timezone.now()


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> Post:
    return post_of(monkeypatch)


@pytest.fixture
def table(cast: Cast, post: Post) -> RoundTable:
    """A table at which Vera would pay the owner 1000 to 2000 EUR, and nothing else is open."""
    table = open_table(cast.workspace, User.objects.get(email="owner@leopold.example"), NOW)
    to_issues(table, NOW)
    ours, theirs, *_ = seats_of(table)
    least, most, step = Decimal(1000), Decimal(2000), Decimal(100)
    made = issues.add_range(ours, "The rest of the price", least, most, step, "EUR", NOW, payer=theirs.pk)
    issues.confirm(theirs, "issue", made.pk, NOW)
    for seat in (ours, theirs):
        issues.done(seat, NOW)
    return table


def play(table: RoundTable, receiver: int | None, payer: int | None) -> RoundTable:
    """Let our side say from which sum it would take, theirs up to which it would pay."""
    ours, theirs, *_ = seats_of(table)
    for seat, limit in ((theirs, payer), (ours, receiver)):
        money.lock(seat, None if limit is None else Decimal(limit), NOW)
    return fresh(table)


def page_of(cast: Cast, seat: Seat) -> str:
    page = cast.owner.get(reverse("seat", args=[seat.code])).content.decode()
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page)


def agreed(table: RoundTable) -> str:
    return table.agreements.get().points.get().choice


@pytest.mark.parametrize(
    ("receiver", "payer", "price"), [(1400, 1400, {"1400 EUR"}), (1200, 1500, {"1300 EUR", "1400 EUR"})]
)
def test_what_both_accept_is_the_deal(table: RoundTable, receiver: int, payer: int, price: set[str]) -> None:
    after = play(table, receiver, payer)
    assert after.stage == Stage.AGREEMENT
    assert agreed(after) in price
    assert not PrivateAnswers.objects.exists()


@pytest.mark.parametrize(("receiver", "payer"), [(1500, 1400), (None, 2000), (1000, None), (None, None)])
def test_after_no_deal_nothing_is_left_but_no(table: RoundTable, receiver: int | None, payer: int | None) -> None:
    after = play(table, receiver, payer)
    assert (after.stage, after.round, after.rounds.get().state) == (Stage.INTERESTS, 2, Round.State.REFUSED)
    assert not PrivateAnswers.objects.exists()
    assert not after.agreements.exists()


def test_the_rounds_come_to_an_end(table: RoundTable) -> None:
    for _ in range(2):
        play(table, 2000, 1000)
    ended = play(table, 2000, 1000)
    assert (ended.is_open, ended.ending) == (False, RoundTable.Ending.NO_AGREEMENT)


@pytest.mark.parametrize("deal", [False, True])
def test_nothing_that_the_other_accepts_is_served(cast: Cast, table: RoundTable, deal: bool) -> None:
    ours, theirs, *_ = seats_of(table)
    # An odd step falls to one side by the number of the table: these two are the same deal, at 1300.
    same_deal = (1400, 1300 if (table.pk + 1) % 2 else 1500)
    receiver, payers = (1200, same_deal) if deal else (1500, (1000, 1400, None))
    pages: list[tuple[str, ...]] = []
    for payer in payers:
        with transaction.atomic():
            money.lock(theirs, None if payer is None else Decimal(payer), NOW)
            waiting = page_of(cast, seats_of(table)[0])
            desk = cast.owner.get(reverse("round-table", args=[table.pk])).content.decode()
            money.lock(ours, Decimal(receiver), NOW)
            pages.append((waiting, re.sub(r'value="[\w-]{64}"', "", desk), page_of(cast, seats_of(table)[0])))
            transaction.set_rollback(True)
    assert set(pages) == {pages[0]}
    assert ("The rest of the price: 1300 EUR" if deal else "No sum was accepted by both") in pages[0][2]


def test_it_is_played_from_the_pages(cast: Cast, table: RoundTable) -> None:
    ours, theirs, *_ = seats_of(table)
    assert "I would take any of these sums from" in page_of(cast, ours)
    step = reverse("seat-step", args=[ours.code, "sum"])
    for wrong in ("1450", "3000", "NaN", "1e999", "many", ""):
        assert cast.owner.post(step, {"limit": wrong}).status_code in (409, 422)
    assert cast.owner.post(step, {"limit": "1400"}).status_code == 302
    assert "You would take 1400 EUR or more." in page_of(cast, ours)
    assert cast.owner.post(step, {"limit": "1500"}).status_code == 409
    cast.owner.post(reverse("seat-step", args=[ours.code, "answers-unlock"]))
    cast.owner.post(step, {"limit": "none"})
    assert gate.own_answers(seats_of(table)[0]) == {money.KIND: {"limit": None}}
    money.lock(theirs, Decimal(2000), NOW)
    assert "No sum was accepted by both" in page_of(cast, ours)


def test_no_other_way_of_answering_counts(table: RoundTable) -> None:
    ours, *_ = seats_of(table)
    interests.save(ours, answers(table, (100,), (0,)), NOW)
    with pytest.raises(RefusedError, match="sum_alone"):
        interests.lock(ours, NOW)


def test_a_sum_needs_a_currency_and_a_payer_who_sits_here(cast: Cast, post: Post) -> None:
    table = open_table(cast.workspace, User.objects.get(email="owner@leopold.example"), NOW)
    to_issues(table, NOW)
    ours, _theirs, mediator, _observer = seats_of(table)
    for unit, payer, kind in (("days", ours.pk, "bad_sum"), ("EUR", mediator.pk, "not_yours")):
        with pytest.raises(RefusedError, match=kind):
            issues.add_range(ours, "x", Decimal(0), Decimal(10), Decimal(1), unit, NOW, payer=payer)


def test_it_ends_in_a_signed_protocol(table: RoundTable, post: Post) -> None:
    after = play(table, 1400, 1400)
    ours, theirs, *_ = seats_of(after)
    agreement.set_point(ours, 1, theirs.pk, NOW.date(), "", NOW)
    for seat in (ours, theirs):
        agreement.confirm(seat, NOW)
    sign_all(after, post, NOW)
    assert fresh(table).stage == Stage.FOLLOW_UP


def test_programs_settle_a_sum_too(cast: Cast, table: RoundTable) -> None:
    ours, theirs, *_ = seats_of(table)
    mine = tokens.make(ours.user, "mine", NOW) if ours.user else ""
    address = reverse("api:api-seat", args=[ours.code])
    seen = cast.stranger.get(address, headers={"authorization": f"Bearer {mine}"}).json()
    assert seen["sum"] == {"issue": table.issues.get().pk, "payer": theirs.pk, "receiver": ours.pk}
    assert [each["value"] for each in seen["own"]["amounts"]][:2] == ["1000", "1100"]
    step = reverse("api:api-seat-step", args=[ours.code, "sum"])
    said = {"data": {"limit": "1400"}, "content_type": "application/json"}
    after = cast.stranger.post(step, **said, headers={"authorization": f"Bearer {mine}"}).json()
    assert after["own"]["own_limit"] == "1400"
    money.lock(theirs, Decimal(1400), NOW)
    assert agreed(fresh(table)) == "1400 EUR"
