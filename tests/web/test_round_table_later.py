"""Beside the stages of a round table: check questions, a better deal, more time, another address."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leopold.faults import Fault
from leopold.settlement import questions
from leopold_web.accounts.models import User
from leopold_web.commitments.models import Commitment
from leopold_web.inbox import jobs
from leopold_web.inbox.models import JobRun
from leopold_web.round_tables import gate, letters, sealing, showing
from leopold_web.round_tables.actions import (
    acceptance,
    agreement,
    checking,
    erasing,
    extending,
    improving,
    interests,
    machine,
    moving,
    opening,
    reseating,
    ticking,
)
from leopold_web.round_tables.models import (
    CheckAnswers,
    Improvement,
    ImprovementReply,
    PrivateAnswers,
    RoundTable,
    Seat,
    SeatChange,
)
from leopold_web.round_tables.refusals import RefusedError

from .conftest import Cast
from .table_play import (
    DAY,
    HOUR,
    START,
    Post,
    answers,
    fresh,
    open_table,
    post_of,
    seats_of,
    sign_all,
    to_acceptance,
    to_interests,
    to_protocol,
)

Stage = RoundTable.Stage
State = Improvement.State


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> Post:
    return post_of(monkeypatch)


@pytest.fixture
def table(cast: Cast, post: Post) -> RoundTable:
    return open_table(cast.workspace, User.objects.get(email="owner@leopold.example"), timezone.now())


@pytest.fixture
def signed(table: RoundTable, post: Post) -> RoundTable:
    """A table whose deal is signed, but whose parties turn out to want the opposite of what they stated."""
    to_protocol(table, timezone.now())
    sign_all(table, post, timezone.now())
    want(table, ours=((20, 80), (0, 0)), theirs=((70, 30), (1, 1)))
    return table


def want(table: RoundTable, **wishes: tuple[tuple[int, int], tuple[int, int]]) -> None:
    """Let the parties have answered otherwise than they did."""
    for seat in seats_of(table)[:2]:
        points, best = wishes[seat.side]
        PrivateAnswers.objects.filter(seat=seat).update(
            sealed=sealing.seal(seat, "answers", answers(table, points, best))
        )


def proposed(table: RoundTable) -> Improvement:
    """Let all ask for a better deal, and search."""
    for seat in seats_of(table)[:2]:
        improving.ask(seat, timezone.now())
    made = table.improvements.get(state=State.WORKING)
    improving.work_out(made.pk, timezone.now())
    made.refresh_from_db()
    return made


def replied(table: RoundTable, *said: str) -> None:
    made = table.improvements.get(state=State.PROPOSED)
    for seat, reply in zip(seats_of(table)[:2], said, strict=True):
        improving.reply(seat, made.number, reply, timezone.now())


def page_of(client: Client, seat: Seat) -> tuple[int, str]:
    answer = client.get(reverse("seat", args=[seat.code]))
    return len(answer.content), re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", answer.content.decode())


def refused(kind: str) -> Any:
    return pytest.raises(RefusedError, match=f"^{kind}$")


def test_a_deal_that_all_find_better_becomes_a_new_version_signed_anew(signed: RoundTable, post: Post) -> None:
    ours, theirs, *_ = seats_of(signed)
    improving.ask(ours, timezone.now())
    assert not JobRun.objects.filter(work="improvement").exists()
    improving.ask(theirs, timezone.now())
    jobs.run(JobRun.objects.get(work="improvement").pk)
    made = Improvement.objects.get()
    assert (made.state, made.package) == (State.PROPOSED, [1, 0])
    assert list(showing.of_seat(ours)["improved"]) == [("Price", "less"), ("Day", "Monday")]
    replied(signed, "better", "same")
    assert (fresh(signed).stage, fresh(signed).round) == (Stage.AGREEMENT, 2)
    new = agreement.latest(fresh(signed))
    assert (new.version, [point.choice for point in new.points.all()]) == (2, ["less", "Monday"])
    assert improving.signed(fresh(signed)).version == 1
    for number in (1, 2):
        agreement.set_point(ours, number, theirs.pk, date(2026, 5, 1), "", timezone.now())
    for seat in (ours, theirs):
        agreement.confirm(seat, timezone.now())
    sign_all(signed, post, timezone.now() + timedelta(minutes=2))
    assert (fresh(signed).stage, improving.signed(fresh(signed)).version) == (Stage.FOLLOW_UP, 2)
    states = list(Commitment.objects.order_by("pk").values_list("what", "state", "replaced_by__version"))
    assert states == [
        ("Price: full", "cancelled", 2),
        ("Day: Friday", "cancelled", 2),
        ("Price: less", "open", None),
        ("Day: Monday", "open", None),
    ]


@pytest.mark.parametrize("said", [("better", "worse"), ("worse", "better"), ("same", "same"), ("worse", "worse")])
def test_else_the_deal_stays_as_signed_and_nobody_learns_who_said_what(
    signed: RoundTable, said: tuple[str, str]
) -> None:
    assert proposed(signed).state == State.PROPOSED
    replied(signed, *said)
    assert not ImprovementReply.objects.exists()
    assert [made.version for made in signed.agreements.all()] == [1]
    assert fresh(signed).stage == Stage.FOLLOW_UP
    assert showing.of_seat(seats_of(signed)[0])["improved"] == []
    assert Improvement.objects.get().state == State.REFUSED
    assert proposed(signed).state == State.NONE


def test_what_the_other_side_said_or_wants_changes_no_byte(
    signed: RoundTable, cast: Cast, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, theirs, mediator, _ = seats_of(signed)
    clients = {ours.pk: cast.owner, mediator.pk: Client()}
    clients[mediator.pk].post(post.link(mediator.email))
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now)
    found: dict[str, list[Any]] = {"asked": [], "answered": [], "over": []}
    for points, said in (((70, 30), "worse"), ((95, 5), "worse"), ((70, 30), "same")):
        with transaction.atomic():
            letters = len(post.sent)
            want(signed, ours=((20, 80), (0, 0)), theirs=(points, (1, 1)))
            made = proposed(signed)
            for name in found:
                if name != "asked":
                    improving.reply(theirs if name == "answered" else ours, made.number, said, now)
                pages = [page_of(clients[seat.pk], seat) for seat in (ours, mediator)]
                found[name].append((pages, post.sent[letters:]) if name != "over" else pages[1:])
            transaction.set_rollback(True)
    for name, seen in found.items():
        assert seen[0] == seen[1] == seen[2], name
    assert "What this gives you" in found["asked"][0][0][0][1]
    assert "The deal stays as signed" in found["over"][0][0][1]


def test_a_deal_that_cannot_be_bettered_stays(table: RoundTable, post: Post) -> None:
    to_protocol(table, timezone.now())
    sign_all(table, post, timezone.now())
    assert proposed(table).state == State.NONE
    assert proposed(table).package == []
    assert proposed(table).number == improving.MOST
    with refused("no_more_searches"):
        improving.ask(seats_of(table)[0], timezone.now())


@pytest.mark.parametrize("how", ["dropped", "silence"])
def test_a_new_version_that_not_all_sign_leaves_the_signed_deal(signed: RoundTable, how: str) -> None:
    proposed(signed)
    replied(signed, "better", "better")
    if how == "dropped":
        improving.drop(seats_of(signed)[1], timezone.now())
    else:
        ticking.tick(timezone.now() + 9 * DAY)
    assert (fresh(signed).stage, fresh(signed).is_open) == (Stage.FOLLOW_UP, True)
    assert [made.version for made in signed.agreements.all()] == [1]
    assert Commitment.objects.filter(state="open").count() == 2
    with refused("other_stage"):
        improving.drop(seats_of(signed)[1], timezone.now())


def test_a_first_version_is_not_dropped(table: RoundTable) -> None:
    to_protocol(table, timezone.now())
    with refused("other_stage"):
        improving.drop(seats_of(table)[0], timezone.now())
    assert table.agreements.count() == 1


def test_only_parties_search_and_only_after_signing_and_before_erasing(signed: RoundTable, post: Post) -> None:
    ours, theirs, mediator, _ = seats_of(signed)
    with refused("not_yours"):
        improving.ask(mediator, timezone.now())
    improving.ask(ours, timezone.now())
    improving.ask(ours, timezone.now())
    assert Improvement.objects.get().state == State.ASKED
    for number, said in ((1, "better"), (2, "worse"), (1, "perhaps")):
        with refused("other_question"):
            improving.reply(theirs, number, said, timezone.now())
    PrivateAnswers.objects.filter(seat=theirs).delete()
    with refused("erased"):
        improving.ask(theirs, timezone.now())


def test_a_search_that_fails_tells_nothing_and_can_be_asked_for_again(
    signed: RoundTable, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    for seat in seats_of(signed)[:2]:
        improving.ask(seat, timezone.now())

    def fail(*given: Any) -> None:
        raise ValueError(f"secret {given}")

    monkeypatch.setattr(improving, "improvement", fail)
    jobs.run(JobRun.objects.get(work="improvement").pk)
    assert "WorkFailedError" in caplog.text
    assert "secret" not in caplog.text
    improving.give_up(Improvement.objects.get().pk, Fault("unexpected", error="x"))
    monkeypatch.undo()
    assert proposed(signed).number == 1


def to_checks(table: RoundTable) -> tuple[Seat, Seat, Seat, Seat]:
    """Go to private interests, with three issues' worth of doubt: points that are near each other."""
    to_interests(table, timezone.now())
    seats = seats_of(table)
    interests.save(seats[0], answers(table, (52, 48), (0, 0)), timezone.now())
    return seats


def test_check_questions_are_asked_of_one_party_and_seen_by_nobody_else(
    table: RoundTable, cast: Cast, post: Post
) -> None:
    ours, theirs, mediator, _ = to_checks(table)
    for seat in (theirs, mediator):
        assert not getattr(showing.of_seat(seat).get("check"), "asked", None)
    guest = Client()
    guest.post(post.link(theirs.email))
    before = page_of(guest, theirs)
    asked = showing.of_seat(ours)["check"].asked
    assert {asked.first, asked.second} == {
        (("Price", "full"), ("Day", "Friday")),
        (("Price", "less"), ("Day", "Monday")),
    }
    preferred = "first" if asked.first[0] == ("Price", "less") else "second"
    step = reverse("seat-step", args=[ours.code, "check"])
    assert cast.owner.post(step, {"number": 0, "preferred": preferred}).status_code == 302
    assert cast.owner.post(step, {"number": 0, "preferred": preferred}).status_code == 409
    shown = showing.of_seat(ours)["check"]
    assert shown.asked is None or shown.asked.number == 1
    (found,) = shown.contradictions
    assert (found.number, found.preferred) == (0, preferred)
    assert "Price" in found.said or "Day" in found.said
    assert [span.issue for span in shown.spans] == ["Price", "Day"]
    assert shown.spans[0].low < 50 < shown.spans[0].high + 10
    assert "What does not fit together" in page_of(cast.owner, ours)[1]
    assert page_of(guest, theirs) == before
    pages = [cast.colleague.get(reverse("round-table", args=[table.pk])).content.decode()]
    pages += [cast[role].get(reverse("seat", args=[ours.code])).content.decode() for role in ("colleague", "guest")]
    assert not [page for page in pages if "What does not fit together" in page]
    checking.take_back(ours, 0, timezone.now())
    assert showing.of_seat(ours)["check"].contradictions == ()


def test_check_answers_are_sealed_locked_erased_and_moved(table: RoundTable, cast: Cast) -> None:
    ours, theirs, *_ = to_checks(table)
    order = [issue.pk for issue in table.issues.all()]
    interests.save(ours, gate.own_answers(ours) | {"order": order, "steps": {}}, timezone.now())
    checking.answer(ours, 0, "first", timezone.now())
    sealed = CheckAnswers.objects.get()
    assert b"first" not in bytes(sealed.sealed)
    assert len(sealed.sealed) == len(PrivateAnswers.objects.get(seat=ours).sealed)
    interests.lock(ours, timezone.now())
    for act in (lambda: checking.answer(ours, 1, "first", timezone.now()), lambda: checking.take_back(ours, 0, START)):
        with refused("answers_locked"):
            act()
    before = showing.of_seat(ours)["check"]
    for seat, word in ((ours, "a word of ours"), (theirs, "слово другой")):
        moving.agree(seat, word, timezone.now())
    document = moving.export_table(table)
    table.delete()
    there = moving.import_table(
        cast.elsewhere, document, ["a word of ours", "слово другой"], "http://x.example/", timezone.now()
    )
    ours = seats_of(there)[0]
    assert showing.of_seat(ours)["check"] == before
    assert gate.own_answers(ours)["order"] == [issue.pk for issue in there.issues.all()] != order
    interests.unlock(ours, timezone.now())
    interests.take_back(ours, timezone.now())
    assert not CheckAnswers.objects.exists()


def test_check_answers_go_when_a_table_is_erased(table: RoundTable) -> None:
    ours, *_ = to_checks(table)
    checking.answer(ours, 0, "same", timezone.now())
    machine.close(fresh(table), RoundTable.Ending.SILENCE, timezone.now())
    erasing.request(seats_of(table)[0], timezone.now())
    assert not CheckAnswers.objects.exists()


def test_no_more_than_five_questions_are_asked_and_none_before_answers_are_whole(table: RoundTable) -> None:
    to_interests(table, timezone.now())
    ours = seats_of(table)[0]
    with refused("other_question"):
        checking.answer(ours, 0, "first", timezone.now())
    interests.save(ours, answers(table, (52, 48), (0, 0)), timezone.now())
    number = 0
    while showing.of_seat(ours)["check"].asked:
        checking.answer(ours, number, "first", timezone.now())
        number += 1
    assert number <= questions.MOST
    interests.save(ours, answers(table, (0, 100), (0, 0)) | {"ratings": {}}, timezone.now())
    assert showing.of_seat(ours)["check"] == checking.Shown()


def test_what_is_barred_by_now_counts_no_more_among_the_answers(table: RoundTable) -> None:
    ours, *_ = to_checks(table)
    checking.answer(ours, 0, "first", timezone.now())
    given = answers(table, (52, 48), (0, 0))
    barred = next(option for option, rate in given["ratings"].items() if rate == 0)
    interests.save(ours, given | {"never": [int(barred)]}, timezone.now())
    shown = showing.of_seat(ours)["check"]
    assert shown.contradictions == ()
    assert [span.low for span in shown.spans] == [0, 100]


def test_all_parties_or_the_mediator_give_a_stage_more_time(table: RoundTable, post: Post) -> None:
    now = timezone.now()
    ours, theirs, mediator, observer = seats_of(table)
    deadline = machine.clock_of(table).deadline
    assert not extending.ask(ours, 5, now)
    assert [wish.days for wish in showing.of_seat(theirs)["more_time"]] == [5]
    extending.take_back(ours, now)
    assert not extending.ask(theirs, 5, now)
    assert not extending.ask(theirs, 9, now)
    assert machine.clock_of(table).deadline == deadline
    assert extending.ask(ours, 3, now)
    assert machine.clock_of(table).deadline == deadline + 3 * DAY
    assert showing.of_seat(theirs)["more_time"] == []
    assert extending.ask(mediator, 2, now)
    assert machine.clock_of(table).deadline == deadline + 5 * DAY
    with refused("not_yours"):
        extending.ask(observer, 2, now)
    for days in (0, -1, 15):
        with refused("bad_days"):
            extending.ask(mediator, days, now)
    for _ in range(5):
        extending.ask(mediator, 14, now)
    with refused("bad_days"):
        extending.ask(mediator, 14, now)
    assert extending.ask(mediator, 2, now + 80 * DAY)


def test_who_is_late_is_reminded_of_the_new_deadline_too(table: RoundTable, post: Post) -> None:
    ours, theirs, mediator, _ = seats_of(table)
    end = machine.clock_of(table).deadline
    ticking.tick(end - HOUR)
    extending.ask(mediator, 5, end - HOUR)
    ticking.tick(end)
    ticking.tick(end + 4 * DAY)
    kinds = [to for kind, to, _ in post.sent if kind == "table_reminder"]
    assert kinds == [ours.email, theirs.email] * 2
    assert fresh(table).stage == Stage.FACTS


def test_a_seat_at_another_address_shuts_out_who_held_it_and_shows_nothing_of_theirs(
    table: RoundTable, cast: Cast, post: Post
) -> None:
    to_interests(table, timezone.now())
    theirs = seats_of(table)[1]
    old = Client()
    old.post(post.link(theirs.email))
    interests.save(theirs, answers(table, (30, 70), (1, 1)) | {"why": "the roof leaks"}, timezone.now())
    interests.lock(theirs, timezone.now())
    place = reverse("round-table-email", args=[table.pk, theirs.number])
    assert cast.owner.post(place, {"email": "no address"}, follow=True).status_code == 200
    assert not SeatChange.objects.exists()
    for role in ("guest", "stranger"):
        assert cast[role].post(place, {"email": "x@y.example"}).status_code in (302, 404)
    assert Seat.objects.get(pk=theirs.pk).email == "vera@tolliver.example"
    cast.colleague.post(place, {"email": "New@tolliver.example"})
    theirs = seats_of(table)[1]
    assert theirs.email == "new@tolliver.example"
    assert gate.own_answers(theirs) == {}
    assert theirs in machine.whose_turn(fresh(table))
    assert old.get(reverse("seat", args=[theirs.code])).status_code == 404
    new = Client()
    new.post(post.link("new@tolliver.example"))
    assert "roof leaks" not in page_of(new, theirs)[1]
    assert "another address" in page_of(cast.owner, seats_of(table)[0])[1]
    opening.ask_again("vera@tolliver.example", timezone.now())
    assert [to for kind, to, _ in post.sent if kind == "table_invitation"][-1] == "new@tolliver.example"


def test_a_link_that_the_desk_could_see_opens_nothing_of_what_was_private_before(
    table: RoundTable, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    to_interests(table, timezone.now())
    theirs = seats_of(table)[1]
    interests.save(theirs, answers(table, (30, 70), (1, 1)) | {"why": "the roof leaks"}, timezone.now())
    interests.lock(theirs, timezone.now())
    monkeypatch.setattr(letters, "are_sent", lambda: False)
    shown = cast.owner.post(reverse("round-table-invite", args=[table.pk, theirs.number])).content.decode()
    path = re.search(rf"/seats/{theirs.code}/link/[\w-]+/", shown)
    assert path
    assert "made, good until" in shown
    assert gate.own_answers(theirs)["why"] == "the roof leaks"
    taker = Client()
    working = table.rounds.create(number=9, locked_at=timezone.now())
    said = {"phrase": "whoever this may be"}
    assert taker.post(path[0], said).status_code == 409
    working.delete()
    assert taker.post(path[0], said).status_code == 302
    assert "roof leaks" not in page_of(taker, theirs)[1]
    assert gate.own_answers(seats_of(table)[1]) == {}
    assert theirs in machine.whose_turn(fresh(table))


def test_a_seat_does_not_change_once_words_bind_nor_while_the_engine_works(table: RoundTable) -> None:
    now = timezone.now()
    ours, theirs, *_ = seats_of(table)
    with refused("not_yours"):
        reseating.change_email(ours, "x@y.example", now)
    reseating.change_email(theirs, " VERA@tolliver.example ", now)
    assert not SeatChange.objects.exists()
    to_interests(table, now)
    for seat in (ours, theirs):
        interests.save(seat, answers(table, (80, 20), (0, 0)), now)
        interests.lock(seat, now)
    with refused("being_worked_out"):
        reseating.change_email(theirs, "x@y.example", now)


def test_what_a_seat_said_in_secret_goes_with_its_address(table: RoundTable) -> None:
    now = timezone.now()
    to_acceptance(table, now)
    ours, theirs, *_ = seats_of(table)
    acceptance.answer(theirs, [1], now)
    reseating.change_email(theirs, "x@y.example", now)
    assert acceptance.own_answer(seats_of(table)[1]) is None
    for seat in (ours, theirs):
        acceptance.answer(seat, [1], now)
    assert fresh(table).stage == Stage.AGREEMENT
    with refused("other_stage"):
        reseating.change_email(theirs, "z@y.example", now)
    machine.close(fresh(table), RoundTable.Ending.SILENCE, now)
    with refused("closed"):
        reseating.change_email(theirs, "z@y.example", now)


def test_nothing_private_of_a_search_is_readable_at_rest(signed: RoundTable) -> None:
    made = proposed(signed)
    improving.reply(seats_of(signed)[1], made.number, "worse", timezone.now())
    assert improving.own_reply(seats_of(signed)[1]) == "worse"
    assert improving.own_reply(seats_of(signed)[0]) == ""
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed FROM round_tables_improvementreply")
        assert b"worse" not in bytes(cursor.fetchone()[0])
