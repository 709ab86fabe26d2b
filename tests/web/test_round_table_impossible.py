"""Where no agreement is possible: said plainly, and each loosens what is its own, without a hint of what is others'."""

from __future__ import annotations

import re

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from leopold_web.accounts.models import User
from leopold_web.round_tables import engine, gate, loosening
from leopold_web.round_tables.actions import interests, proposals
from leopold_web.round_tables.models import Round, RoundTable
from leopold_web.round_tables.wishes import rows_of

from .conftest import Cast
from .table_play import answers, fresh, open_table, post_of, seats_of, to_interests

NOW = timezone.now()


@pytest.fixture
def table(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> RoundTable:
    post_of(monkeypatch)
    table = open_table(cast.workspace, User.objects.get(email="owner@leopold.example"), NOW)
    to_interests(table, NOW)
    return table


def impossible(table: RoundTable, theirs_never: tuple[int, ...] = (0,), line: int = 0) -> RoundTable:
    """Let ours rule out the second price and have a line of 60, and theirs what is given, until nothing is left."""
    ours, theirs, *_ = seats_of(table)
    (_, prices), _days = engine.domain_of(table)
    own = answers(table, (80, 20), (0, 0), 60) | {"never": [prices[1]]}
    steps = {"steps": {str(option): rate for option, rate in own["ratings"].items()}}
    interests.save(ours, own | steps, NOW)
    interests.save(theirs, answers(table, (30, 70), (1, 1), line) | {"never": [prices[at] for at in theirs_never]}, NOW)
    for seat in (ours, theirs):
        interests.lock(seat, NOW)
    proposals.work_out(Round.objects.filter(table=table).latest("number").pk, NOW)
    return fresh(table)


def page_of(cast: Cast, table: RoundTable) -> str:
    page = cast.owner.get(reverse("seat", args=[seats_of(table)[0].code])).content.decode()
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page)


def test_it_says_so_and_offers_what_is_ones_own(cast: Cast, table: RoundTable) -> None:
    after = impossible(table)
    assert (after.stage, after.round) == (RoundTable.Stage.INTERESTS, 2)
    page = page_of(cast, table)
    assert "No agreement is possible with these answers" in page
    assert "I could live with “less” after all" in page
    assert "I could live with “full” after all" not in page
    assert "My line, now at 60 of 100" in page


def test_nothing_of_it_depends_on_the_others(cast: Cast, table: RoundTable) -> None:
    pages = set()
    for never, line in (((0,), 0), ((0,), 90), ((), 100)):
        with transaction.atomic():
            assert impossible(table, never, line).rounds.get().state == Round.State.IMPOSSIBLE
            pages.add(page_of(cast, table))
            transaction.set_rollback(True)
    assert len(pages) == 1


def test_who_loosens_is_worked_out_with_once_more(cast: Cast, table: RoundTable) -> None:
    impossible(table)
    ours, theirs, *_ = seats_of(table)
    (_, prices), _days = engine.domain_of(table)
    said = {"drop": [f"option-{prices[1]}", "option-999999", "nothing"], "line": "15"}
    assert cast.owner.post(reverse("seat-step", args=[ours.code, "loosen"]), said).status_code == 302
    kept = gate.own_answers(seats_of(table)[0])
    assert (kept["never"], kept["line"], kept["ratings"][str(prices[1])]) == ([], 15, 0)
    interests.lock(seats_of(table)[1], NOW)
    proposals.work_out(Round.objects.filter(table=table).latest("number").pk, NOW)
    assert fresh(table).stage == RoundTable.Stage.PROPOSALS
    assert theirs.pk in {row.seat_id for row in fresh(table).clocks.latest("pk").parties.all()}


def test_a_line_only_goes_down_and_the_rest_stays(table: RoundTable) -> None:
    impossible(table)
    kept = gate.own_answers(seats_of(table)[0])
    assert loosening.loosened(rows_of(table), kept, set(), 90) == kept | {"ranges": {}}


@pytest.mark.parametrize("line", ["", "-1", "101", "x"])
def test_a_line_that_is_none_is_refused(cast: Cast, table: RoundTable, line: str) -> None:
    impossible(table)
    before = gate.own_answers(seats_of(table)[0])
    address = reverse("seat-step", args=[seats_of(table)[0].code, "loosen"])
    assert cast.owner.post(address, {"line": line}).status_code == 422
    assert gate.own_answers(seats_of(table)[0]) == before
