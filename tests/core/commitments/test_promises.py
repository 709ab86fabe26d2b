"""Promises found in letters, what became of them, and where two sides expect different things."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.promise_scores import cases, outcomes, score
from leopold.commitments.expectations import Conflict, conflicts
from leopold.commitments.finding import Promise, promised
from leopold.commitments.following import Change, Entered, Followed, changes_of, follow
from leopold.languages import Language
from leopold.model import Invoice, Relationship

Write = Callable[..., Relationship]
END = date(2026, 12, 31)


def first(found: Relationship) -> Promise:
    (promise,) = promised(found)[:1]
    return promise


def states(found: Relationship, until: date = END) -> list[str]:
    return [each.state for each in follow(found, promised(found), until)]


@pytest.mark.parametrize(
    ("text", "language", "due"),
    [
        ("Hi Bob,\n\nI'll send you the contract by Friday.\n\nAnn", "en", "2026-03-13"),
        ("Hi Bob,\n\nYou'll have the figures tomorrow.\n\nAnn", "en", "2026-03-12"),
        ("Hi Bob,\n\nTom will bring the samples on Monday.\n\nAnn", "en", "2026-03-16"),
        ("Добрый день!\n\nДоговор пришлю до пятницы.\n\nАнна", "ru", "2026-03-13"),
        ("Добрый день!\n\nСчёт оплатим в течение трёх рабочих дней.\n\nАнна", "ru", "2026-03-16"),
        ("Добрый день!\n\nНовичков к вам больше не пошлём, а расчёт вышлю завтра.\n\nАнна", "ru", "2026-03-12"),
    ],
)
def test_promises_are_found_with_their_day(write: Write, text: str, language: Language, due: str) -> None:
    found = write([("2026-03-11", "ours", text)], language)
    promise = first(found)
    assert promise.due == date.fromisoformat(due)
    assert (promise.side, promise.who, promise.to) == ("ours", "Ann", ("Bob",))
    act = promise.act
    assert found.letters[0].message.text[act.start : act.end] == act.quote


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hi Bob,\n\nCan you send the contract by Friday?\n\nAnn", "en"),
        ("Hi Bob,\n\nPlease send us the figures by tomorrow.\n\nAnn", "en"),
        ("Hi Bob,\n\nThe server went down on Monday.\n\nAnn", "en"),
        ("Hi Bob,\n\nWe will terminate the contract on Friday.\n\nAnn", "en"),
        ("Hi Bob,\n\nSee below.\n\nOn Mon, Bob wrote:\n> I'll send you the contract by Friday.\n", "en"),
        ("Добрый день!\n\nПришлите договор до пятницы.\n\nАнна", "ru"),
        ("Добрый день!\n\nВы писали: «пришлю до пятницы».\n\nАнна", "ru"),
        ("Добрый день!\n\nВ понедельник был сбой.\n\nАнна", "ru"),
    ],
)
def test_requests_tales_threats_and_quotes_are_no_promises(write: Write, text: str, language: Language) -> None:
    assert promised(write([("2026-03-11", "ours", text)], language)) == ()


def test_a_promise_on_a_condition_keeps_it(write: Write) -> None:
    promise = first(
        write([("2026-03-11", "ours", "Hi Bob,\n\nI'll install it tomorrow once you send the keys.\n\nAnn")])
    )
    assert promise.condition is not None
    assert promise.condition.quote == "once you send the keys"


@pytest.mark.parametrize(
    ("asked", "answered", "language"),
    [
        ("Hi Ann,\n\nCan you mend the gate by Friday?\n\nBob", "Yes, of course.", "en"),
        ("Анна, здравствуйте!\n\nСможете починить ворота до пятницы?\n\nБорис", "Да, конечно.", "ru"),
    ],
)
def test_a_yes_to_a_dated_request_is_the_accepters_promise(
    write: Write, asked: str, answered: str, language: Language
) -> None:
    found = write([("2026-03-11", "theirs", asked), ("2026-03-12", "ours", answered)], language)
    (promise,) = promised(found)
    assert (promise.side, promise.due) == ("ours", date(2026, 3, 13))
    assert promise.request is not None
    assert promise.request.message_id == "<0@x>"


def test_a_no_to_a_request_promises_nothing(write: Write) -> None:
    rows = [("2026-03-11", "theirs", "Can you mend the gate by Friday?"), ("2026-03-12", "ours", "Yes, but I can't.")]
    assert promised(write(rows)) == ()


PROMISE = ("2026-03-11", "ours", "Hi Bob,\n\nI'll send you the wiring diagram by Friday.\n\nAnn")
COMPLAINT = ("2026-03-16", "theirs", "Hi Ann,\n\nWe still haven't received the wiring diagram.\n\nBob")


@pytest.mark.parametrize(
    ("later", "state"),
    [
        ([], "open"),
        ([("2026-03-13", "ours", "Hi Bob,\n\nThe wiring diagram is attached.\n\nAnn")], "kept"),
        ([("2026-03-14", "theirs", "Hi Ann,\n\nThanks for the wiring diagram.\n\nBob")], "kept"),
        ([("2026-03-18", "ours", "Hi Bob,\n\nSorry, the wiring diagram is attached only now.\n\nAnn")], "late"),
        ([COMPLAINT], "broken"),
        ([COMPLAINT, ("2026-03-17", "ours", "Hi Bob,\n\nThe wiring diagram is attached.\n\nAnn")], "late"),
        ([("2026-03-12", "ours", "Hi Bob,\n\nThe wiring diagram will slip to Tuesday.\n\nAnn")], "renegotiated"),
        ([("2026-03-12", "theirs", "Hi Ann,\n\nWe no longer need the wiring diagram.\n\nBob")], "cancelled"),
    ],
)
def test_later_letters_say_what_became_of_a_promise(
    write: Write, later: list[tuple[str, str, str]], state: str
) -> None:
    found = write([PROMISE, *later])
    followed = follow(found, promised(found)[:1], END)
    assert followed[0].state == state
    assert all(change.evidence for change in followed[0].changes)


@pytest.mark.parametrize(("paid", "state"), [("2026-03-12", "kept"), ("2026-03-20", "late"), (None, "broken")])
def test_the_ledger_says_what_became_of_a_promise_to_pay(write: Write, paid: str | None, state: str) -> None:
    settled = date.fromisoformat(paid) if paid else None
    invoice = Invoice("17", "X", date(2026, 3, 1), date(2026, 3, 10), Decimal(100), "EUR", paid=settled)
    found = write([("2026-03-11", "theirs", "Hi Ann,\n\nWe'll pay invoice 17 by Friday.\n\nBob")], invoices=(invoice,))
    (followed,) = follow(found, promised(found), END)
    assert followed.state == state
    assert followed.changes[-1].fact is not None
    assert follow(found, promised(found), date(2026, 3, 11))[0].state == "open"


def test_a_change_without_proof_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="proves"):
        Change("kept", END)


LINES = st.sampled_from(
    [
        "I'll send you the wiring diagram by Friday.",
        "We will fix the pump tomorrow.",
        "The wiring diagram is attached.",
        "We still haven't received the wiring diagram.",
        "The pump is fixed, sorry it was late.",
        "The wiring diagram will slip to Tuesday.",
        "Can you send the keys by Monday?",
        "Yes, will do.",
        "We no longer need the pump.",
        "You promised. Nothing came.",
        "Invoice 17 will be paid by Friday.",
        "As agreed, you send the wiring diagram on Monday.",
        "The pump repair is included in the fee.",
        "The pump repair costs extra.",
    ]
)
ROWS = st.lists(st.tuples(st.integers(0, 20), st.sampled_from(["ours", "theirs"]), LINES), min_size=1, max_size=8)


@settings(deadline=None, max_examples=60)
@given(rows=ROWS, cut=st.integers(0, 30))
def test_nothing_is_known_before_it_happened(write: Write, rows: list[tuple[int, str, str]], cut: int) -> None:
    start = date(2026, 3, 1)
    dated = [((start + timedelta(days=day)).isoformat(), side, text) for day, side, text in sorted(rows)]
    until = start + timedelta(days=cut)
    invoice = Invoice("17", "X", start, start + timedelta(days=9), Decimal(100), "EUR", paid=start + timedelta(days=12))
    whole = write(dated, invoices=(invoice,))
    known = replace_paid(invoice, until)
    part = write([row for row in dated if date.fromisoformat(row[0]) <= until], invoices=(known,))
    assert followed_as_text(whole, until) == followed_as_text(part, until)
    assert conflicts_by(whole, until) == conflicts_by(part, until)


@settings(deadline=None, max_examples=30)
@given(rows=ROWS, order=st.randoms(use_true_random=False))
def test_the_order_in_which_letters_came_changes_nothing(
    write: Write, rows: list[tuple[int, str, str]], order: Random
) -> None:
    start = date(2026, 3, 1)
    found = write([((start + timedelta(days=day)).isoformat(), side, text) for day, side, text in sorted(rows)])
    shuffled = replace(found, letters=tuple(order.sample(found.letters, len(found.letters))))
    assert promised(shuffled) == promised(found)
    assert followed_as_text(shuffled, END) == followed_as_text(found, END)
    assert conflicts_by(shuffled, END) == conflicts_by(found, END)
    entered = [Entered(one.what, one.side, one.written, one.due, "en") for one in promised(found)]
    backwards = changes_of(shuffled, entered[::-1], END)
    assert [sorted(map(str, one or ())) for one in backwards[::-1]] == [
        sorted(map(str, one or ())) for one in changes_of(found, entered, END)
    ]


def conflicts_by(found: Relationship, until: date) -> list[Conflict]:
    days = {letter.message.id: letter.message.day for letter in found.letters}
    return [
        one
        for one in conflicts(found, promised(found))
        if (day := days[one.expectation.message_id]) is not None and day <= until
    ]


def replace_paid(invoice: Invoice, until: date) -> Invoice:
    paid = invoice.paid if invoice.paid and invoice.paid <= until else None
    return Invoice("17", "X", invoice.issued, invoice.due, invoice.amount, "EUR", paid=paid)


def followed_as_text(found: Relationship, until: date) -> list[Followed]:
    return list(follow(found, promised(found), until))


@pytest.mark.shared
def test_promises_of_the_visible_stories(shared: Path) -> None:
    stories = cases(shared / "stories")
    found, told = score(stories), outcomes(stories)
    assert found.precision >= 0.80
    assert found.recall >= 0.60
    assert told.right >= 0.80 * told.told
    assert told.told >= 60


def test_many_promises_are_followed_in_a_time_in_proportion(write: Write) -> None:
    start = date(2026, 3, 1)
    rows = [
        (
            (start + timedelta(days=number // 40)).isoformat(),
            "ours",
            f"I'll send you part {number} of the plan by Friday.",
        )
        for number in range(1500)
    ]
    found = write(rows)
    assert len(follow(found, promised(found), END)) == 1500
