"""The fold: no look-ahead, exact sums, bounded cost, and facts that only time brings."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from statistics import median
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.fold import costs
from leopold.model import Address, Letter, Relationship
from leopold.relationships import analyse
from leopold.relationships.events import LetterEvent, timeline
from leopold.relationships.fold import advance, run, wake
from leopold.relationships.health import health
from leopold.relationships.state import CONTRIBUTIONS, PEOPLE, State
from leopold.relationships.weights import BAD, BASE, BEHAVIOUR, GOOD, WEIGHTS

Make = Callable[..., Any]
TEXTS = ("Thank you!", "Could you send it?", "Dear Mr Smith, we insist.", "Hi Jo, all fine :)", "Ответьте, прошу.", "")

rows = st.lists(
    st.tuples(
        st.floats(0, 120, allow_nan=False),
        st.sampled_from(["ours", "theirs"]),
        st.sampled_from(TEXTS[:-1]),
        st.lists(st.sampled_from(sorted({**BAD, **GOOD})), max_size=3),
        st.floats(0.05, 1),
        st.booleans(),
    ),
    max_size=14,
)
bills = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 30), st.none() | st.integers(0, 60)), max_size=4)


def built(make: tuple[Make, Make, Make], rows: list[Any], bills: list[Any]) -> Relationship:
    letter, invoice, relationship = make
    boss = (Address("Boss", "boss@theirs.example"),)
    letters = [
        letter(days, side, text, *signs, cc=boss if copied else (), probability=p, name=str(number))
        for number, (days, side, text, signs, p, copied) in enumerate(rows)
    ]
    invoices = tuple(
        invoice(str(number), issued, issued + term, paid=None if paid is None else issued + paid)
        for number, (issued, term, paid) in enumerate(bills)
    )
    return relationship(*letters, invoices=invoices)  # type: ignore[no-any-return]


@pytest.fixture(scope="session")
def make(letter: Make, invoice: Make, relationship: Make) -> tuple[Make, Make, Make]:
    return letter, invoice, relationship


@given(rows=rows, bills=bills, cut=st.floats(0, 130))
@settings(max_examples=75, deadline=None)
def test_it_never_looks_ahead(make: Any, day: Any, rows: Any, bills: Any, cut: float) -> None:
    whole, until, end = built(make, rows, bills), day(cut), day(200)
    known = replace(
        whole,
        letters=tuple(one for one in whole.letters if one.message.at <= until),
        invoices=tuple(
            replace(one, paid=one.paid if one.paid and one.paid <= until.date() else None)
            for one in whole.invoices
            if one.issued <= until.date()
        ),
    )
    then, later = analyse(known, until), analyse(whole, end)
    # The last point stands at the end of what is known, wherever that is.
    assert [one for one in then.health if one.at < until] == [one for one in later.health if one.at < until]
    raised = [one for one in later.alerts if one.raised_at <= until]
    assert [replace(one, closed_at=None) for one in then.alerts] == [replace(one, closed_at=None) for one in raised]
    assert analyse(whole, until) == replace(
        then, letters=whole.letters, invoices=whole.invoices, payments=whole.payments
    )


@given(rows=rows, bills=bills, shuffle=st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_it_does_not_depend_on_the_order_of_the_input(make: Any, day: Any, rows: Any, bills: Any, shuffle: Any) -> None:
    whole = built(make, rows, bills)
    letters, invoices = list(whole.letters), list(whole.invoices)
    shuffle.shuffle(letters)
    shuffle.shuffle(invoices)
    mixed = analyse(replace(whole, letters=tuple(letters), invoices=tuple(invoices)), day(150))
    ordered = analyse(whole, day(150))
    assert (mixed.health, mixed.alerts) == (ordered.health, ordered.alerts)


@given(rows=rows, bills=bills)
@settings(max_examples=50, deadline=None)
def test_its_sum_is_exact_and_its_evidence_verbatim(make: Any, day: Any, rows: Any, bills: Any) -> None:
    found = analyse(built(make, rows, bills), day(150))
    texts = {one.message.id: one.message.text for one in found.letters}
    for point in found.health:
        assert point.log_odds == BASE + math.fsum(reason.contribution for reason in point.reasons)
        for reason in point.reasons:
            assert reason.evidence or reason.fact
            assert len({(one.kind, one.side) for one in point.reasons}) == len(point.reasons)
            for one in reason.evidence:
                assert texts[one.message_id][one.start : one.end] == one.quote
    assert all(alert.reasons for alert in found.alerts)


def test_it_holds_a_point_for_every_letter(letter: Make, relationship: Make, day: Make) -> None:
    letters = [letter(number / 2, "ours" if number % 2 else "theirs") for number in range(9)]
    found = analyse(relationship(*letters), day(4))
    assert [point.at for point in found.health] == [one.message.at for one in letters]


def test_it_knows_an_empty_relationship(relationship: Make, day: Make) -> None:
    found = analyse(relationship(), day(10))
    assert (found.health, found.alerts) == ((), ())
    assert wake(State()) is None


def test_it_leaves_out_letters_without_a_date_and_of_machines(letter: Make, relationship: Make, day: Make) -> None:
    undated, machine = letter(1), letter(2)
    undated = replace(undated, message=replace(undated.message, at=None))
    machine = replace(machine, message=replace(machine.message, automatic="bounce"))
    assert timeline(relationship(undated, machine, letter(3)), day(9))[0].at == day(3)
    assert len(timeline(relationship(undated, machine, letter(3)), day(9))) == 1


def test_it_reads_both_sides_alike(letter: Make, relationship: Make, day: Make) -> None:
    def mirrored(one: Letter) -> Letter:
        return letter(
            (one.message.at - day(0)).total_seconds() / 86_400,  # type: ignore[operator]
            "ours" if one.side == "theirs" else "theirs",
            one.message.text,
            *(signal.kind for signal in one.signals),
        )

    letters = [letter(0, "theirs", "When?", "annoyance"), letter(1, "ours", "Soon", "apology"), letter(2, "ours", "?")]
    there = analyse(relationship(*letters), day(60)).health
    back = analyse(relationship(*map(mirrored, letters)), day(60)).health
    assert [point.log_odds for point in there] == [point.log_odds for point in back]
    assert {reason.side for reason in there[0].reasons} != {reason.side for reason in back[0].reasons}


def test_it_keeps_signs_sane() -> None:
    assert all(weight > 0 for weight in {**BAD, **BEHAVIOUR}.values())
    assert all(weight < 0 for weight in GOOD.values())
    assert len(WEIGHTS) == len(BAD) + len(GOOD) + len(BEHAVIOUR)


def test_silence_becomes_a_fact_without_a_letter(letter: Make, relationship: Make, day: Make) -> None:
    found = analyse(relationship(letter(-1, text="Hi."), letter(0, "ours", "Could you send the list?")), day(60))
    facts = [(p.at, r.kind, r.side, r.fact) for p in found.health for r in p.reasons]
    at, kind, side, fact = facts[0]
    assert (kind, side) == ("silence", "theirs")
    assert at >= day(5)
    assert fact is not None
    assert fact.values["days"] == (at - day(0)).days
    assert "long_silence" in [kind for _, kind, _, _ in facts]


def test_silence_ends_with_an_answer(letter: Make, relationship: Make, day: Make) -> None:
    letters = letter(-1, text="Hi."), letter(0, "ours", "Could you?"), letter(30, "theirs", "Here it is.")
    assert "silence" in {r.kind for p in analyse(relationship(*letters[:2]), day(20)).health for r in p.reasons}
    assert not {r.kind for r in analyse(relationship(*letters), day(90)).health[-1].reasons} & {"silence"}


def test_an_answer_is_not_awaited_for_ever(letter: Make, relationship: Make, day: Make) -> None:
    letters = letter(-1, text="Hi."), letter(0, "ours", "Could you?"), letter(200, "ours", "Could you?")
    found = analyse(relationship(*letters), day(300)).health
    assert not any(r.kind == "wrote_again" for point in found for r in point.reasons)
    silent = [point.at for point in found if {r.kind for r in point.reasons} & {"silence", "long_silence"}]
    assert not [at for at in silent if day(60) < at < day(200) or at > day(260)]
    assert not found[-1].reasons


def test_who_never_wrote_is_not_silent(letter: Make, relationship: Make, day: Make) -> None:
    found = analyse(relationship(letter(0, text="Why pay more? Order now!"), letter(9, text="Why pay more?")), day(90))
    assert not {r.kind for p in found.health for r in p.reasons} & {"silence", "long_silence"}


def test_nothing_is_awaited_after_a_letter_that_asks_nothing(letter: Make, relationship: Make, day: Make) -> None:
    found = analyse(relationship(letter(0, "theirs", "Here is the list.")), day(90))
    assert not any(point.reasons for point in found.health)


def test_it_wakes_for_an_invoice_and_forgets_it_when_paid(invoice: Make, relationship: Make, day: Make) -> None:
    late = analyse(relationship(invoices=(invoice("7", 0, 10, paid=30),)), day(60))
    days = [point.reasons[0].fact.values["days"] for point in late.health if point.reasons]  # type: ignore[union-attr]
    assert days == [1, 7, 14]
    assert late.health[-1].log_odds == BASE
    values = [point.log_odds for point in late.health]
    assert values[1:-2] == sorted(values[1:-2])


@pytest.mark.parametrize("passed", [12, 23, 44, 100])
def test_it_counts_overdue_days_to_the_day_it_is_asked_about(
    invoice: Make, relationship: Make, day: Make, passed: int
) -> None:
    reason = analyse(relationship(invoices=(invoice("7", 0, 10),)), day(10 + passed)).health[-1].reasons[0]
    assert reason.fact is not None
    assert reason.fact.values["days"] == passed


def test_an_invoice_due_at_the_end_of_time_is_never_overdue(invoice: Make, relationship: Make, day: Make) -> None:
    endless = replace(invoice("7", 0, 10), due=date.max)
    assert not analyse(relationship(invoices=(endless,)), day(900)).health[-1].reasons


def test_it_keeps_invoices_of_two_currencies_apart(invoice: Make, relationship: Make, day: Make) -> None:
    twins = (
        invoice("7", 0, 10, paid=9),
        invoice("7", 0, 10, currency="USD", amount=Decimal("5.50")),
    )
    reason = analyse(relationship(invoices=twins), day(60)).health[-1].reasons[0]
    assert reason.kind == "overdue"
    assert reason.fact is not None
    assert (reason.fact.values["amount"], reason.fact.values["currency"]) == ("5.50", "USD")


def test_a_payer_who_is_always_late_is_late_only_beyond_that(invoice: Make, relationship: Make, day: Make) -> None:
    habit = tuple(invoice(str(n), 30 * n, 30 * n + 10, paid=30 * n + 25) for n in range(4))
    last = invoice("9", 150, 160)
    assert not analyse(relationship(invoices=(*habit, last)), day(175)).health[-1].reasons
    reason = analyse(relationship(invoices=(*habit, last)), day(177)).health[-1].reasons[0]
    assert reason.fact is not None
    assert (reason.fact.values["days"], reason.fact.values["usual_days"]) == (17, 15)


def test_a_dispute_is_known_from_the_day_the_ledger_is_read(invoice: Make, relationship: Make, day: Make) -> None:
    found = analyse(relationship(invoices=(invoice("7", 0, 40, disputed=True), invoice("8", 0, 40))), day(20))
    assert [[r.kind for r in point.reasons] for point in found.health] == [[], ["disputed_invoice"]]
    assert found.health[-1].reasons[0].fact.values == {"number": "7", "count": 1, "open": 2}  # type: ignore[union-attr]


def test_answers_later_than_usual_are_a_reason(letter: Make, relationship: Make, day: Make) -> None:
    letters = []
    for week in range(8):
        delay = 6 if week == 7 else 0.2
        letters += [
            letter(week * 7, "theirs", "How is it?"),
            letter(week * 7 + delay, "ours", "It is well on its way."),
        ]
    found = analyse(relationship(*letters), day(55.5)).health
    reasons = {(r.kind, r.side) for r in found[-1].reasons}
    assert ("late_reply", "ours") in reasons
    assert not any(r.kind == "late_reply" for point in found[:-2] for r in point.reasons)


def test_curt_answers_are_a_reason(letter: Make, relationship: Make, day: Make) -> None:
    letters = []
    for week in range(8):
        text = "No." if week == 7 else "We have looked at it and all is as it should be with it here " * 3
        letters += [letter(week * 7, "ours", "How is it?"), letter(week * 7 + 1, "theirs", text)]
    found = analyse(relationship(*letters), day(50.5)).health
    assert ("short_reply", "theirs") in {(r.kind, r.side) for r in found[-1].reasons}
    assert not any(r.kind == "short_reply" for point in found[:-2] for r in point.reasons)


def test_a_new_boss_in_copy_is_a_reason(letter: Make, relationship: Make, day: Make) -> None:
    boss = (Address("Marina Tkach", "marina@theirs.example"),)
    letters = [letter(n, "ours" if n % 2 else "theirs", "All well.") for n in range(5)]
    hard = letter(5, "theirs", "I copy in our director.", cc=boss)
    again = letter(6, "theirs", "I copy in our director.", cc=boss)
    found = analyse(relationship(*letters, hard, again), day(7)).health
    reason = next(r for r in found[5].reasons if r.kind == "boss_in_copy")
    assert (reason.side, reason.fact.values["name"]) == ("theirs", "Marina Tkach")  # type: ignore[union-attr]
    assert found[6].reasons[0].contribution < reason.contribution


def test_writing_coldly_after_writing_warmly_is_a_reason(letter: Make, relationship: Make, day: Make) -> None:
    warm = [letter(n, "theirs", "Hi Anna, all well :)") for n in range(5)]
    cold = letter(6, "theirs", "Dear Ms Klimova, we await the list.")
    found = analyse(relationship(*warm, cold), day(7)).health[-1]
    reason = next(r for r in found.reasons if r.kind == "formality_shift")
    assert reason.evidence[0].quote.startswith("Dear Ms Klimova")
    formal = [letter(n, "theirs", "Dear Ms Klimova, all is well.") for n in range(6)]
    assert not analyse(relationship(*formal), day(7)).health[-1].reasons


def test_a_duplicate_state_answers_what_if(letter: Make, day: Make) -> None:
    state = State()
    for number in range(5):
        state = advance(state, LetterEvent(day(number), letter(number, "theirs", "Why?", "annoyance")))
    before = health(state, day(5))
    twin = state.duplicate()
    advance(twin, LetterEvent(day(5), letter(5, "ours", "Sorry", "apology")))
    assert health(state, day(5)) == before
    assert health(twin, day(5)) != before


def test_its_state_is_bounded_and_a_letter_costs_the_same_at_the_end(
    letter: Make, day: Callable[[float], datetime]
) -> None:
    pattern = [
        letter(0, "theirs", "Why is it late?", "annoyance", "distrust"),
        letter(0, "ours", "Hi, sorry!", "apology"),
    ]
    events = []
    for number in range(5_000):
        one = pattern[number % 2]
        at = day(number / 40)
        sender = replace(one.message.sender, email=f"p{number}@theirs.example")
        events.append(LetterEvent(at, replace(one, message=replace(one.message, at=at, sender=sender))))
    state = State()
    folded = run(events, events[-1].at, state=state)
    costs = []
    for part in (800, 3_400, 800):
        started = time.process_time()
        assert sum(1 for _ in islice(folded, part)) == part
        costs.append(time.process_time() - started)
    assert costs[2] < 3 * costs[0]
    for _ in folded:
        pass
    assert len(state.active) <= CONTRIBUTIONS + 8
    assert len(state.people) <= PEOPLE
    assert len(state.registers) <= PEOPLE


def test_one_letter_more_costs_little_after_ten_thousand() -> None:
    first, last = costs(10_000, measured=100)
    assert median(last) <= 0.005
    assert median(last) <= 3 * median(first)
