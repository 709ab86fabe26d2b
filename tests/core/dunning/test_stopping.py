"""Every reason to stop a reminder: when it holds, when it ends, and what proves it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from leopold import words_dunning
from leopold.dunning.dealings import Commitment, Dealings, OpenCase, Pause, Reminded, commitment_of
from leopold.dunning.policy import Policy
from leopold.dunning.stopping import KINDS, LIFTABLE, Kind, Stop, reasons_to_stop, remindable
from leopold.errors import DunningError
from leopold.ledger.matching import Match, Share
from leopold.model import Evidence, Fact, Invoice
from tests.core.dunning.dealing import DAY, bill, dealings, letter, paid

BILL = bill()
SOON, EARLIER = DAY + timedelta(3), DAY - timedelta(3)


def offer(invoice: Invoice) -> Match:
    payment = paid(EARLIER, "990.00")
    return Match(payment, (Share(invoice, payment.amount),), Decimal(0), ("only_sum",), sure=False)


def promise(due: date | None, **more: Any) -> Commitment:
    return Commitment("we will pay the invoice", "theirs", due, pays=True, **more)


ONE_OF_EACH: dict[Kind, Dealings] = {
    "paid": dealings(left={BILL: Decimal(0)}),
    "not_due": dealings(BILL, day=BILL.due),
    "disputed": dealings(letters=[letter("The amount is wrong, we ordered two.")]),
    "case": dealings(cases=[OpenCase("The server was down", EARLIER)]),
    "insolvency": dealings(letters=[letter("The company has filed for bankruptcy.")]),
    "stop_writing": dealings(letters=[letter("Please stop writing to us.")]),
    "claimed_paid": dealings(letters=[letter("We have already paid it.", DAY - timedelta(2))]),
    "offered_payment": dealings(offered=[offer(BILL)]),
    "credit_note": dealings(BILL, bill("CN-1", amount="-50.00")),
    "promise_ahead": dealings(commitments=[promise(SOON)]),
    "plan_kept": dealings(commitments=[promise(SOON, plan="p")]),
    "our_promise": dealings(commitments=[Commitment("we will mend the import", "ours", EARLIER)]),
    "unanswered": dealings(letters=[letter("Could we pay in three instalments?")]),
    "recent": dealings(reminded=[Reminded(EARLIER, "friendly")]),
    "paused": dealings(pause=Pause(SOON, "Anna", "on holiday")),
}


def kinds(found: Dealings, invoice: Invoice = BILL, policy: Policy | None = None) -> list[str]:
    return [each.kind for each in reasons_to_stop(found, invoice, policy)]


def test_every_reason_has_a_case_here() -> None:
    assert set(ONE_OF_EACH) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_each_reason_stops_with_its_proof(kind: Kind) -> None:
    found = ONE_OF_EACH[kind]
    (stop,) = reasons_to_stop(found, BILL)
    assert stop.kind == kind
    assert BILL not in remindable(found)
    for language in ("en", "ru"):
        said = words_dunning.stop(kind, language)
        assert said == said.strip(" .")
        if stop.fact is not None:
            proof = words_dunning.fact(stop.fact, language)
            assert proof
            assert "{" not in proof
    if stop.evidence is not None:
        (source,) = found.letters
        assert source.message.text[stop.evidence.start : stop.evidence.end] == stop.evidence.quote


def test_nothing_stops_a_plain_overdue_invoice() -> None:
    assert kinds(dealings()) == []
    assert remindable(dealings()) == (BILL,)


def test_a_reason_without_proof_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="needs a letter or a fact"):
        Stop("case")


def test_an_invoice_that_its_ledger_calls_paid_is_paid_whatever_is_left() -> None:
    settled = bill(paid=DAY)
    assert kinds(dealings(settled), settled) == ["paid"]
    assert kinds(dealings(settled, day=DAY - timedelta(1)), settled) == []


def test_an_invoice_is_due_the_whole_day() -> None:
    assert kinds(dealings(BILL, day=BILL.due)) == ["not_due"]
    assert kinds(dealings(BILL, day=BILL.due + timedelta(1))) == []


def test_the_ledger_s_mark_stops_the_marked_invoice_alone() -> None:
    marked = bill("AB-118", disputed=True)
    found = dealings(BILL, marked)
    assert kinds(found, marked) == ["disputed"]
    assert remindable(found) == (BILL,)


@pytest.mark.parametrize(
    "text",
    [
        "We dispute this invoice.",
        "С суммой не согласны, часть работ не сделана.",
        "We will not pay for this.",
        "Оплачивать это не будем.",
    ],
)
def test_a_dispute_that_names_no_invoice_stops_all_until_it_is_settled(text: str) -> None:
    said = letter(text)
    found = dealings(BILL, bill("AB-118"), letters=[said])
    assert remindable(found) == ()
    settled = dealings(BILL, bill("AB-118"), letters=[said], lifted={"disputed": DAY - timedelta(5)})
    assert len(remindable(settled)) == 2
    before = dealings(BILL, letters=[said], lifted={"disputed": date(2026, 3, 19)})
    assert kinds(before) == ["disputed"]


def test_a_dispute_that_names_an_invoice_stops_that_one() -> None:
    other = bill("AB-118")
    found = dealings(BILL, other, letters=[letter("We dispute invoice AB-118.")])
    assert remindable(found) == (BILL,)
    (stop,) = reasons_to_stop(found, other)
    assert stop.number == "AB-118"


def test_a_promise_to_pay_ends_a_dispute() -> None:
    said = [letter("We dispute this invoice."), letter("Fine, we will pay.", DAY - timedelta(1))]
    assert kinds(dealings(letters=said)) == []


def test_what_was_said_before_the_invoice_or_after_the_day_does_not_count() -> None:
    for at in (date(2026, 2, 1), DAY + timedelta(1)):
        assert kinds(dealings(letters=[letter("We dispute this invoice.", at)])) == []


def test_our_own_words_stop_nothing() -> None:
    assert kinds(dealings(letters=[letter("We have already paid it.", side="ours")])) == []


def test_a_claim_to_have_paid_is_waited_for_and_ends_with_money_or_time() -> None:
    said = letter("Счёт оплачен вчера.", DAY - timedelta(6))
    assert kinds(dealings(letters=[said])) == ["claimed_paid"]
    assert kinds(dealings(letters=[said], day=DAY + timedelta(2))) == []
    assert kinds(dealings(letters=[said], day=DAY + timedelta(2)), policy=Policy(claim=14)) == ["claimed_paid"]
    came = dealings(BILL, letters=[said], payments=[paid(DAY - timedelta(5), "300.00")])
    assert kinds(came) == []


def test_a_promise_found_in_a_letter_stops_until_its_day_and_a_little_more() -> None:
    said = letter("We will pay on Friday.", date(2026, 3, 24))
    stops = {day: kinds(dealings(letters=[said], day=date(2026, 3, day))) for day in (25, 27, 29, 30)}
    assert stops == {25: ["promise_ahead"], 27: ["promise_ahead"], 29: ["promise_ahead"], 30: []}


def test_a_promise_without_a_day_stops_nothing() -> None:
    assert kinds(dealings(letters=[letter("We will pay.")])) == []
    assert kinds(dealings(commitments=[promise(None)])) == []


@pytest.mark.parametrize(
    "other",
    [
        promise(EARLIER),
        promise(SOON, state="kept"),
        promise(SOON, state="cancelled"),
        promise(SOON, numbers=("AB-999",)),
        Commitment("we will send the keys", "theirs", SOON),
        Commitment("we will pay you back", "ours", SOON, pays=True),
    ],
)
def test_other_commitments_are_no_promise_ahead(other: Commitment) -> None:
    assert kinds(dealings(commitments=[other])) == []


def test_a_plan_stops_while_it_is_kept() -> None:
    kept = promise(EARLIER, plan="p", state="kept", numbers=("AB-117",))
    ahead = promise(SOON, plan="p", numbers=("AB-117",))
    missed = promise(EARLIER, plan="p", numbers=("AB-117",))
    assert kinds(dealings(commitments=[kept, ahead])) == ["plan_kept"]
    assert kinds(dealings(commitments=[missed, ahead])) == []
    assert kinds(dealings(commitments=[promise(DAY - timedelta(1), plan="p"), ahead])) == ["plan_kept"]
    assert kinds(dealings(commitments=[kept, ahead]), bill("AB-118")) == ["paid"]
    assert kinds(dealings(commitments=[kept])) == []


@pytest.mark.parametrize(
    ("state", "due", "stops"),
    [
        ("open", EARLIER, True),
        ("broken", EARLIER, True),
        ("broken", None, True),
        ("open", SOON, False),
        ("open", None, False),
        ("kept", EARLIER, False),
        ("late", EARLIER, False),
        ("cancelled", EARLIER, False),
    ],
)
def test_our_own_promise_stops_while_it_is_not_kept(state: Any, due: date | None, stops: bool) -> None:
    found = dealings(commitments=[Commitment("we will mend it", "ours", due, state)])
    assert kinds(found) == (["our_promise"] if stops else [])
    lifted = dealings(commitments=found.commitments, lifted={"our_promise": DAY})
    assert kinds(lifted) == []


def test_an_answer_of_ours_ends_what_was_unanswered() -> None:
    asked = letter("Please resend the invoice with our PO number.", DAY - timedelta(5))
    assert kinds(dealings(letters=[asked])) == ["unanswered"]
    answered = [asked, letter("Here it is.", DAY - timedelta(4), "ours")]
    assert kinds(dealings(letters=answered)) == []


def test_a_credit_note_in_another_currency_or_one_set_off_stops_nothing() -> None:
    assert kinds(dealings(BILL, bill("CN-1", amount="-50.00", currency="USD"))) == []
    assert kinds(dealings(left={BILL: BILL.amount, bill("CN-1", amount="-50.00"): Decimal(0)})) == []


def test_a_payment_offered_for_another_invoice_or_one_that_is_booked_stops_nothing() -> None:
    other = bill("AB-118")
    assert kinds(dealings(BILL, other, offered=[offer(other)])) == []
    one = offer(BILL)
    booked = Match(one.payment, one.shares, one.rest, one.grounds, sure=True)
    assert kinds(dealings(offered=[booked])) == []


def test_reminders_keep_their_distance() -> None:
    sent = [Reminded(DAY - timedelta(7), "friendly"), Reminded(DAY + timedelta(1), "firmer")]
    assert kinds(dealings(reminded=sent)) == []
    (stop,) = reasons_to_stop(dealings(reminded=sent), BILL, Policy(gap=8))
    assert (stop.kind, stop.until) == ("recent", DAY)


def test_a_pause_ends_by_itself() -> None:
    assert kinds(dealings(pause=Pause(DAY))) == ["paused"]
    assert kinds(dealings(pause=Pause(DAY - timedelta(1)))) == []


def test_reasons_come_together_and_in_order() -> None:
    found = dealings(
        letters=[letter("We dispute this invoice. The company has filed for bankruptcy.")],
        cases=[OpenCase("x", EARLIER)],
        pause=Pause(SOON),
    )
    assert kinds(found) == ["disputed", "case", "insolvency", "paused"]


def test_all_that_rests_on_words_can_be_lifted() -> None:
    spoken = {kind for kind, found in ONE_OF_EACH.items() if found.letters}
    assert spoken <= LIFTABLE
    for kind in spoken:
        found = ONE_OF_EACH[kind]
        assert kinds(Dealings(DAY, found.left, found.letters, lifted={kind: DAY})) == []


def test_a_followed_promise_becomes_a_commitment_with_its_new_day() -> None:
    from leopold.commitments.finding import Promise
    from leopold.commitments.following import Change, Followed

    text = "we will pay AB-117 by Friday"
    act = Evidence("<a@x>", 0, len(text), text)
    made = Promise(act, "theirs", "Ann", (), date(2026, 3, 20), date(2026, 3, 27), 0.9)
    moved = Followed(made, (Change("renegotiated", date(2026, 3, 26), act, due=SOON),))
    found = commitment_of(moved, "en", [BILL])
    assert (found.state, found.due, found.pays, found.numbers) == ("open", SOON, True, ("AB-117",))
    assert kinds(dealings(commitments=[found])) == ["promise_ahead"]
    broken = Followed(made, (Change("broken", DAY, fact=Fact("invoice_overdue", {"number": "AB-117"})),))
    assert commitment_of(broken, "en").state == "broken"


def test_days_out_of_order_are_refused() -> None:
    with pytest.raises(DunningError, match="do not go up"):
        Policy(second=2)
    with pytest.raises(DunningError):
        Policy(gap=-1)


def test_a_promise_for_tomorrow_is_counted_from_the_day_where_its_writer_was() -> None:
    one = letter("We will pay AB-117 tomorrow.", DAY - timedelta(1))
    assert one.message.at
    late = replace(one.message, at=one.message.at.replace(hour=22, minute=30), utc_offset=180)
    (stop,) = reasons_to_stop(dealings(letters=[replace(one, message=late)]), BILL, Policy(promise=0))
    assert (stop.kind, stop.until) == ("promise_ahead", DAY + timedelta(1))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("оплатим счёт 117 до 15 мая", ("117",)),
        ("оплатим счета 17 и 15 до 1 мая", ("17", "15")),
        ("we will pay by 15 May", ()),
    ],
)
def test_a_promise_names_whole_numbers_of_invoices_and_no_days(text: str, numbers: tuple[str, ...]) -> None:
    from leopold.commitments.finding import Promise
    from leopold.commitments.following import Followed

    made = Promise(Evidence("<a@x>", 0, len(text), text), "theirs", "Ann", (), EARLIER, SOON, 0.9)
    bills = [bill(number) for number in ("17", "117", "1", "15", "5")]
    assert commitment_of(Followed(made), "ru", bills).numbers == numbers
