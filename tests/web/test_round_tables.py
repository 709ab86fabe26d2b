"""A round table from its opening to a signed protocol, its stages, and its ends."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import translation

from leopold.faults import Fault
from leopold_web.accounts.models import User
from leopold_web.relationships.models import Message, Organization, Relationship
from leopold_web.round_tables import engine, gate
from leopold_web.round_tables.actions import (
    acceptance,
    agreement,
    expectations,
    facts,
    follow_up,
    interests,
    issues,
    machine,
    opening,
    proposals,
    protocol,
    remarks,
    ticking,
)
from leopold_web.round_tables.models import Acceptance, OptionLink, Round, RoundTable, SigningCode
from leopold_web.round_tables.refusals import SENTENCES, RefusedError

from .conftest import Cast
from .table_play import (
    DAY,
    HOUR,
    START,
    Post,
    answers,
    fresh,
    lock_all,
    open_table,
    post_of,
    seats_of,
    sign_all,
    to_acceptance,
    to_interests,
    to_issues,
    to_proposals,
    to_protocol,
)

Stage = RoundTable.Stage


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> Post:
    return post_of(monkeypatch)


@pytest.fixture
def table(cast: Cast, post: Post) -> RoundTable:
    return open_table(cast.workspace, User.objects.get(email="owner@leopold.example"))


def kind_of(error: pytest.ExceptionInfo[RefusedError]) -> str:
    return error.value.kind


def test_it_goes_from_opening_to_a_signed_protocol(table: RoundTable, post: Post) -> None:
    to_protocol(table)
    made = fresh(table).agreements.get()
    assert [(point.issue, point.choice) for point in made.points.all()] == [("Price", "full"), ("Day", "Friday")]
    assert made.content["facts"] == ["The kitchen was late."]
    assert made.content_hash == agreement.hash_of(made.content)
    sign_all(table, post)
    made.refresh_from_db()
    assert made.signed_at == START
    assert [signature.content_hash for signature in made.signatures.all()] == [made.content_hash] * 2
    for seat in seats_of(table)[:2]:
        follow_up.answer(seat, START, kept="yes")
        follow_up.answer(seat, START, fair=True)
    closed = fresh(table)
    assert (closed.stage, closed.ending) == (Stage.FOLLOW_UP, "signed")


def test_the_engine_works_once_a_round_as_a_job(table: RoundTable) -> None:
    to_interests(table)
    ours, theirs, *_ = seats_of(table)
    for seat, points, best in ((ours, (80, 20), (0, 0)), (theirs, (30, 70), (1, 1))):
        interests.save(seat, answers(table, points, best), START)
    interests.lock(ours, START)
    assert not Round.objects.exists()
    interests.lock(theirs, START)
    made = Round.objects.get()
    with pytest.raises(RefusedError) as error:
        interests.unlock(ours, START)
    assert kind_of(error) == "being_worked_out"
    proposals.work_out(made.pk, START)
    found = list(made.proposals.values_list("package", flat=True))
    proposals.work_out(made.pk, START)
    assert list(made.proposals.values_list("package", flat=True)) == found
    assert found[0] == [0, 1]


def test_work_that_failed_for_good_lets_all_lock_again(table: RoundTable) -> None:
    to_interests(table)
    ours, theirs, *_ = seats_of(table)
    for seat in (ours, theirs):
        interests.save(seat, answers(table, (80, 20), (0, 0)), START)
        interests.lock(seat, START)
    interests.give_up(Round.objects.get().pk, Fault("unexpected", error="x"))
    assert {seat.pk for seat in machine.whose_turn(fresh(table))} == {ours.pk, theirs.pk}
    lock_all(table, START)
    assert fresh(table).stage == Stage.PROPOSALS


def test_each_sees_its_own_account_alone(table: RoundTable) -> None:
    to_proposals(table)
    ours, theirs, mediator, _ = seats_of(table)
    proposal = Round.objects.get().proposals.get(number=1)
    found = [proposals.account(seat, proposal) for seat in (ours, theirs)]
    assert [account and round(100 * account.worth) for account in found] == [80, 70]
    assert proposals.account(mediator, proposal) is None


def test_no_agreement_possible_leads_to_another_round_and_at_last_to_the_end(table: RoundTable) -> None:
    to_interests(table)
    for number in (1, 2, 3):
        assert fresh(table).round == number
        lock_all(table, START, line=90)
    assert fresh(table).ending == "no_agreement"
    assert set(Round.objects.values_list("state", flat=True)) == {"impossible"}


def test_a_refusal_is_seen_by_nobody(table: RoundTable) -> None:
    to_acceptance(table)
    ours, theirs, *_ = seats_of(table)
    acceptance.answer(ours, [1], START)
    assert acceptance.own_answer(ours) == [1]
    assert acceptance.own_answer(theirs) is None
    acceptance.answer(theirs, [], START)
    again = fresh(table)
    assert (again.stage, again.round) == (Stage.INTERESTS, 2)
    assert not Acceptance.objects.exists()


def test_answers_must_be_whole_to_be_locked(table: RoundTable) -> None:
    to_interests(table)
    ours = seats_of(table)[0]
    whole = answers(table, (80, 20), (0, 0))
    first = engine.domain_of(table)[0]
    wrong = {
        "answers_missing": whole | {"ratings": {}},
        "answers_wrong": whole | {"points": dict.fromkeys(whole["points"], 0)},
        "answers_all_barred": whole | {"never": first[1]},
    }
    for kind, given in wrong.items():
        interests.save(ours, given, START)
        with pytest.raises(RefusedError) as error:
            interests.lock(ours, START)
        assert kind_of(error) == kind
    for value in (-1, 101, True, "9", float("nan"), None):
        with pytest.raises(RefusedError) as error:
            interests.save(ours, whole | {"line": value}, START)
        assert kind_of(error) == "answers_wrong"


def test_only_what_all_parties_confirm_counts(table: RoundTable) -> None:
    to_issues(table)
    ours, theirs, mediator, observer = seats_of(table)
    price = issues.add_range(ours, "Refund", Decimal(0), Decimal(1000), Decimal(250), "EUR", START)
    day = issues.add_issue(mediator, "Day", START)
    options = [issues.add_option(theirs, day.pk, text, START) for text in ("Monday", "Friday", "Sunday")]
    link = issues.add_link(ours, options[0].pk, OptionLink.Kind.NEEDS, price.options.all()[0].pk, START)
    assert engine.domain_of(table) == []
    issues.confirm(theirs, "issue", price.pk, START)
    for seat in (ours, theirs):
        issues.confirm(seat, "issue", day.pk, START)
    for option in options[:2]:
        issues.confirm(ours, "option", option.pk, START)
    domain = engine.domain_of(table)
    assert [(issue, len(own)) for issue, own in domain] == [(price.pk, 5), (day.pk, 2)]
    assert [option.text for option in price.options.all()] == ["0 EUR", "250 EUR", "500 EUR", "750 EUR", "1000 EUR"]
    assert engine.exclusions_of(table, domain) == ()
    issues.confirm(theirs, "link", link.pk, START)
    barred = {tuple(sorted(each.choices)) for each in engine.exclusions_of(table, domain)}
    assert barred == {((0, place), (1, 0)) for place in (1, 2, 3, 4)}
    with pytest.raises(RefusedError) as error:
        issues.add_issue(observer, "Colour", START)
    assert kind_of(error) == "not_yours"


@pytest.mark.parametrize(
    ("least", "most", "step"), [("5", "1", "1"), ("0", "10", "3"), ("0", "1000", "1"), ("0", "1", "0")]
)
def test_a_range_must_divide_into_steps(table: RoundTable, least: str, most: str, step: str) -> None:
    to_issues(table)
    with pytest.raises(RefusedError) as error:
        issues.add_range(seats_of(table)[0], "Sum", Decimal(least), Decimal(most), Decimal(step), "EUR", START)
    assert kind_of(error) == "bad_range"
    assert not table.issues.exists()


def test_only_ours_show_our_letters_and_only_those_of_this_relationship(cast: Cast, post: Post) -> None:
    relationships = []
    for name in ("tolliver.example", "other.example"):
        organization = Organization.objects.create(workspace=cast.workspace, key=name, name=name)
        relationships.append(
            Relationship.objects.create(workspace=cast.workspace, organization=organization, kind="client")
        )
    letters = [
        Message.objects.create(
            relationship=each, key="1", own_id="<1@x>", side="ours", language="en", text="Late again.", position=0
        )
        for each in relationships
    ]
    table = open_table(cast.workspace, User.objects.get(email="owner@leopold.example"))
    RoundTable.objects.filter(pk=table.pk).update(relationship=relationships[0])
    ours, theirs, *_ = seats_of(table)
    shown = facts.show_letter(ours, letters[0], START, start=0, end=4)
    assert shown.text == "Late"
    letters[0].delete()
    shown.refresh_from_db()
    assert shown.text == "Late"
    for seat, letter, kind in ((ours, letters[1], "other_relationship"), (theirs, letters[1], "not_yours")):
        with pytest.raises(RefusedError) as error:
            facts.show_letter(seat, letter, START)
        assert kind_of(error) == kind


def test_the_mediator_hides_a_remark_from_others(table: RoundTable) -> None:
    to_interests(table)
    ours, theirs, mediator, observer = seats_of(table)
    issue = table.issues.all()[0]
    remark = remarks.say(theirs, issue.pk, "You are liars.", START)
    with pytest.raises(RefusedError):
        remarks.hide(ours, remark.pk, "Rude", START)
    remarks.hide(mediator, remark.pk, "Rude", START)
    seen = {seat: gate.remarks_for(seat, issue)[0].text for seat in (ours, theirs, mediator, observer)}
    assert seen == {ours: "", observer: "", theirs: "You are liars.", mediator: "You are liars."}
    assert gate.remarks_for(None, issue)[0].text == ""


def test_a_code_is_right_once_for_a_while_and_for_a_few_tries(table: RoundTable, post: Post) -> None:
    to_protocol(table)
    ours, theirs, *_ = seats_of(table)
    protocol.send_code(ours, START)
    with pytest.raises(RefusedError) as error:
        protocol.send_code(ours, START + timedelta(seconds=30))
    assert kind_of(error) == "no_code_now"
    code = post.last("table_code", ours.email)["code"]
    wrong = f"{(int(code) + 1) % 10**6:06d}"
    attempts = [(ours, "Owner", code, HOUR), (theirs, theirs.name, code, 0 * HOUR), (ours, "Somebody", code, 0 * HOUR)]
    attempts += [(ours, "Owner", wrong, 0 * HOUR)] * 4 + [(ours, "Owner", code, 0 * HOUR)]
    for seat, name, given, later in attempts:
        with pytest.raises(RefusedError):
            protocol.sign(seat, name, given, START + later)
    protocol.send_code(ours, START + HOUR)
    again = post.last("table_code", ours.email)["code"]
    protocol.sign(ours, " owner ", again, START + HOUR)
    assert not SigningCode.objects.exists()
    with pytest.raises(RefusedError):
        protocol.sign(ours, "Owner", again, START + HOUR)


def test_a_point_that_changes_has_to_be_confirmed_again(table: RoundTable) -> None:
    to_acceptance(table)
    ours, theirs, *_ = seats_of(table)
    for seat in (ours, theirs):
        acceptance.answer(seat, [1], START)
    with pytest.raises(RefusedError) as error:
        agreement.confirm(ours, START)
    assert kind_of(error) == "point_incomplete"
    for number in (1, 2):
        agreement.set_point(theirs, number, ours.pk, date(2026, 4, 1), "", START)
    agreement.confirm(ours, START)
    agreement.set_point(theirs, 1, ours.pk, date(2027, 4, 1), "", START)
    agreement.confirm(theirs, START)
    assert fresh(table).stage == Stage.AGREEMENT
    agreement.confirm(ours, START)
    assert fresh(table).stage == Stage.PROTOCOL


def test_who_is_late_is_reminded_twice_and_the_others_see_only_that(table: RoundTable, post: Post) -> None:
    to_interests(table)
    ours = seats_of(table)[0]
    interests.save(ours, answers(table, (80, 20), (0, 0)), START)
    interests.lock(ours, START)
    for hours in (0, 71, 73, 74, 119, 121, 130):
        ticking.tick(START + hours * HOUR)
    reminded = [to for kind, to, _ in post.sent if kind == "table_reminder"]
    assert reminded == ["vera@tolliver.example"] * 2
    assert [each.reminders for each in machine.clock_of(fresh(table)).parties.all()] == [0, 2]
    ticking.tick(START + 8 * DAY)
    assert fresh(table).ending == "silence"


def test_silence_ends_a_table_with_what_was_agreed(table: RoundTable) -> None:
    moment = START
    for _ in range(40):
        moment += DAY
        ticking.tick(moment)
    closed = fresh(table)
    assert (closed.stage, closed.ending) == (Stage.ISSUES, "silence")


def test_what_was_signed_outlives_silence_in_the_follow_up(table: RoundTable, post: Post) -> None:
    to_protocol(table)
    sign_all(table, post)
    ticking.tick(START + 31 * DAY)
    assert fresh(table).ending == "signed"


def test_it_is_too_late_even_before_time_is_looked_at(table: RoundTable) -> None:
    with pytest.raises(RefusedError) as error:
        facts.add_fact(seats_of(table)[0], "Late.", START + 7 * DAY)
    assert kind_of(error) == "too_late"


def test_what_is_new_has_to_be_answered_by_who_was_done(table: RoundTable) -> None:
    ours, theirs, *_ = seats_of(table)
    facts.done(ours, START)
    facts.add_fact(theirs, "It was not.", START)
    facts.done(theirs, START)
    assert fresh(table).stage == Stage.FACTS
    facts.done(ours, START)
    assert fresh(table).stage == Stage.EXPECTATIONS
    expectations.add_expectation(ours, theirs.pk, "A new oven", START, due=date(2026, 3, 9))


def test_either_side_opens_another_table_after_the_end(table: RoundTable, post: Post) -> None:
    theirs = seats_of(table)[1]
    with pytest.raises(RefusedError):
        opening.open_again(theirs, "The kitchen again", START)
    machine.close(fresh(table), RoundTable.Ending.SILENCE, START)
    theirs = seats_of(table)[1]
    other = opening.open_again(theirs, "The kitchen again", START)
    assert (other.opened_by_side, other.opened_by) == ("theirs", None)
    assert [seat.name for seat in other.seats.all()] == ["Owner", "Вера Ким", "Max", "Olga"]
    for seat in (seats_of(table)[2], theirs):
        with pytest.raises(RefusedError):
            opening.open_again(seat, "Once more", START)


def test_every_refusal_says_why_in_both_languages() -> None:
    for kind, said in SENTENCES.items():
        english = RefusedError(kind).said
        with translation.override("ru"):
            assert said() != english
