"""What to do next with a counterparty: stops, reasons and steps together."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from leopold.dunning.course import Course, course, gravest, hindering, passed
from leopold.dunning.dealings import Commitment, OpenCase, Pause, Reminded
from leopold.dunning.policy import Policy
from leopold.dunning.stopping import KINDS, Stop
from leopold.model import Fact
from tests.core.dunning.dealing import DAY, bill, dealings, letter, paid

BILL = bill()


def step(found: Course) -> str:
    return found.step.name if found.step else ""


def test_all_that_is_overdue_goes_into_one_step_counted_from_the_oldest() -> None:
    older, coming = bill("AB-100", 30), bill("AB-118", -5)
    found = course(dealings(BILL, older, coming))
    assert list(found.left or ()) == [older, BILL]
    assert found.step is not None
    assert (found.step.name, found.step.on) == ("friendly", older.due + timedelta(3))
    assert set(found.stops) == {older, BILL}


def test_what_is_stopped_is_left_out() -> None:
    other = bill("AB-118", disputed=True)
    found = course(dealings(BILL, other))
    assert (step(found), list(found.left or ())) == ("friendly", [BILL])
    assert [each.kind for each in found.stops[other]] == ["disputed"]


@pytest.mark.parametrize(
    ("text", "next_"),
    [
        ("We cannot pay before our customer pays us. Could we pay in three instalments?", "offer_plan"),
        ("We will not pay for this.", "talk"),
        ("We dispute this invoice, the amount is wrong.", "case"),
        ("The company has filed for bankruptcy.", ""),
        ("Please stop writing to us.", ""),
    ],
)
def test_what_they_wrote_is_answered_and_no_reminder_goes_out(text: str, next_: str) -> None:
    found = course(dealings(letters=[letter(text)], reminded=[Reminded(DAY - timedelta(1), "friendly")]))
    assert step(found) == next_
    if next_:
        assert found.step is not None
        assert found.step.ripe(DAY)


@pytest.mark.parametrize(
    "more",
    [
        {"pause": Pause(DAY)},
        {"cases": [OpenCase("x", DAY)]},
        {"commitments": [Commitment("we mend it", "ours", DAY - timedelta(1))]},
    ],
)
def test_nothing_is_done_while_something_stops_all(more: dict[str, Any]) -> None:
    found = course(dealings(letters=[letter("Could we pay in three instalments?")], **more))
    assert (found.step, found.left) == (None, None)
    assert found.stops[BILL]


def test_nothing_overdue_has_no_course() -> None:
    found = course(dealings(bill(late=0)))
    assert (found.step, found.stops) == (None, {})


def test_a_claim_or_promise_that_went_by_leads_on() -> None:
    claim = letter("We have already paid it.", DAY - timedelta(10))
    assert step(course(dealings(letters=[claim]))) == "ask_transfer"
    gone = [Commitment("we will pay", "theirs", DAY - timedelta(5), pays=True)]
    assert step(course(dealings(commitments=gone))) == "talk"
    came = dealings(commitments=gone, payments=[paid(DAY - timedelta(4), "10.00")])
    assert step(course(came)) == "friendly"
    assert passed(came, Policy()) == (None, None)
    lifted = dealings(letters=[claim], lifted={"claimed_paid": DAY})
    assert passed(lifted, Policy()) == (None, None)


def test_a_person_s_tone_goes_before_health() -> None:
    sent = [Reminded(DAY - timedelta(9), "friendly")]
    assert step(course(dealings(reminded=sent), health=20.0)) == "talk"
    assert step(course(dealings(reminded=sent), health=20.0, tone="neutral")) == "ask"


def test_reminders_of_other_invoices_do_not_count() -> None:
    sent = [Reminded(DAY - timedelta(9), "friendly", ("AB-001",))]
    assert step(course(dealings(reminded=sent))) == "friendly"


def test_the_gravest_reason_leads() -> None:
    assert gravest(["forgot", "disputes", "cannot"]) == "disputes"
    assert gravest(["unknown", "forgot"]) == "forgot"
    assert gravest([]) == "unknown"


def test_reminders_are_stopped_by_every_reason() -> None:
    stops = [Stop(kind, fact=Fact("x")) for kind in KINDS]
    for name in ("friendly", "firmer", "ask", "ask_transfer"):
        assert hindering(stops, name) == tuple(stops)
    never = {"paid", "not_due", "insolvency", "stop_writing", "paused", "offered_payment", "case"}
    for name in ("offer_plan", "talk", "case"):
        assert never <= {each.kind for each in hindering(stops, name)}


def test_the_same_state_of_things_has_the_same_course_in_any_order() -> None:
    other = bill("AB-118", 40)
    one = dealings(BILL, other, letters=[letter("We overlooked it."), letter("Hello.", DAY)])
    two = dealings(other, BILL, letters=[letter("Hello.", DAY), letter("We overlooked it.")])
    assert course(one) == course(two)
    assert (course(one).left or {}).get(other) == Decimal("1000.00")
