"""What a desk does around its tables: time by a timer, paper set once, promises that move, answers that stay typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from leopold_web import cli
from leopold_web.accounts.models import User
from leopold_web.commitments.models import Commitment
from leopold_web.round_tables import checking as served
from leopold_web.round_tables import gate, paper
from leopold_web.round_tables.actions import checking, interests, moving
from leopold_web.round_tables.models import RoundTable, StageClock

from .conftest import Cast
from .table_play import (
    Post,
    answers,
    fresh,
    open_table,
    post_of,
    seats_of,
    sign_all,
    to_interests,
    to_protocol,
)

WORDS = ["a word of ours", "слово другой"]


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> Post:
    return post_of(monkeypatch)


@pytest.fixture
def table(cast: Cast, post: Post) -> RoundTable:
    return open_table(cast.workspace, User.objects.get(email="owner@leopold.example"), timezone.now())


def test_a_timer_is_enough_for_time_to_pass_at_the_tables(
    table: RoundTable, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli, "_ready", lambda: None)
    StageClock.objects.update(deadline=timezone.now() - timedelta(seconds=1))
    assert cli.main(["tick"]) == 0
    assert fresh(table).stage == RoundTable.Stage.EXPECTATIONS


def test_paper_is_set_once(cast: Cast, table: RoundTable, post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    to_protocol(table, timezone.now())
    sign_all(table, post, timezone.now())
    made: list[bytes] = []
    whole: Callable[..., bytes] = paper.pdf_of
    monkeypatch.setattr(served.paper, "pdf_of", lambda *given: made.append(whole(*given)) or made[-1])
    for languages in ("en", "en", "ru", "en"):
        answer = cast.owner.get(reverse("round-table-protocol", args=[table.pk, languages]))
        assert answer.content.startswith(b"%PDF")
    assert len(made) == 2


def test_promises_move_with_their_table(cast: Cast, table: RoundTable, post: Post) -> None:
    now = timezone.now()
    to_protocol(table, now)
    sign_all(table, post, now)
    Commitment.objects.filter(point=1).update(state=Commitment.State.KEPT)
    before = list(Commitment.objects.values_list("point", "owner", "to", "what", "due", "state"))
    for seat, word in zip(seats_of(table)[:2], WORDS, strict=True):
        moving.agree(seat, word, now)
    document = moving.export_table(fresh(table))
    Commitment.objects.all().delete()
    table.delete()
    there = moving.import_table(cast.elsewhere, document, WORDS, "http://neutral.example/", now)
    assert list(Commitment.objects.values_list("point", "owner", "to", "what", "due", "state")) == before
    assert {each.workspace for each in Commitment.objects.all()} == {cast.elsewhere}
    assert {each.agreement for each in Commitment.objects.all()} == {there.agreements.get()}


def test_what_is_typed_above_a_check_question_is_kept_with_its_answer(cast: Cast, table: RoundTable) -> None:
    now = timezone.now()
    to_interests(table, now)
    ours = seats_of(table)[0]
    interests.save(ours, answers(table, (60, 40), (0, 0)), now)
    page = cast.owner.get(reverse("seat", args=[ours.code])).content.decode()
    assert 'id="prefer-first"' in page
    issues = [issue.pk for issue in table.issues.all()]
    typed = {f"points-{issues[0]}": "75", f"points-{issues[1]}": "25", "why": "my own note", "line": "5"}
    typed |= {
        f"step-{option.pk}": str(100 * (place == 0))
        for issue in table.issues.all()
        for place, option in enumerate(issue.options.all())
    }
    step = reverse("seat-step", args=[ours.code, "wishes"])
    assert cast.owner.post(step, typed | {"number": "0", "preferred": "first"}).status_code == 302
    kept = gate.own_answers(seats_of(table)[0])
    assert (kept["points"][str(issues[0])], kept["why"], kept["line"]) == (75, "my own note", 5)
    assert [each["preferred"] for each in checking.answered(ours)] == ["first"]
    assert cast.owner.post(step, typed | {"number": "7", "preferred": "first", "why": "lost"}).status_code == 409
    assert gate.own_answers(seats_of(table)[0])["why"] == "my own note"
    assert cast.owner.post(step, typed | {"taken_back": "0", "why": "another"}).status_code == 302
    assert (checking.answered(ours), gate.own_answers(seats_of(table)[0])["why"]) == ([], "another")
