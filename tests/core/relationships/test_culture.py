"""How each side behaves: outcomes counted once, when they are known, and nothing claimed of few."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leopold.model import Custom, Relationship, Tally
from leopold.relationships import analyse
from leopold.relationships.culture import whose
from leopold.relationships.weights import BAD, GOOD

Make = Callable[..., Any]
TEXTS = (
    "Could you send the invoice? The deadline has passed.",
    "I am personally answerable to the board, please confirm in writing.",
    "Вопрос по доступу остался без ответа, сроки сдвинулись.",
    "It is our mistake, we missed it. The server failed.",
)
rows = st.lists(
    st.tuples(
        st.floats(0, 200, allow_nan=False),
        st.sampled_from(["ours", "theirs"]),
        st.sampled_from(TEXTS),
        st.lists(st.sampled_from(sorted({**BAD, **GOOD})), max_size=3),
        st.floats(0.05, 1),
    ),
    max_size=14,
)
bills = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 30), st.none() | st.integers(0, 60)), max_size=4)


def built(make: tuple[Make, Make, Make], rows: list[Any], bills: list[Any]) -> Relationship:
    letter, invoice, relationship = make
    letters = [
        letter(days, side, text, *signs, probability=p, name=str(number))
        for number, (days, side, text, signs, p) in enumerate(rows)
    ]
    invoices = tuple(
        invoice(str(number), issued, issued + term, paid=None if paid is None else issued + paid)
        for number, (issued, term, paid) in enumerate(bills)
    )
    return relationship(*letters, invoices=invoices)  # type: ignore[no-any-return]


def custom(known: Relationship, kind: str, side: str) -> Custom:
    return next(one for one in known.culture if (one.kind, one.side) == (kind, side))


@pytest.fixture(scope="session")
def make(letter: Make, invoice: Make, relationship: Make) -> tuple[Make, Make, Make]:
    return letter, invoice, relationship


@given(rows=rows, bills=bills, cut=st.floats(0, 230))
@settings(max_examples=60, deadline=None)
def test_subjects_culture_and_causes_never_look_ahead(make: Any, day: Any, rows: Any, bills: Any, cut: float) -> None:
    whole, until = built(make, rows, bills), day(cut)
    known = replace(
        whole,
        letters=tuple(one for one in whole.letters if one.message.at <= until),  # type: ignore[operator]
        invoices=tuple(
            replace(one, paid=one.paid if one.paid and one.paid <= until.date() else None)
            for one in whole.invoices
            if one.issued <= until.date()
        ),
    )
    then, later = analyse(known, until), analyse(whole, until)
    assert (then.subjects, then.culture, then.causes) == (later.subjects, later.culture, later.causes)
    texts = {one.message.id: one.message.text for one in known.letters}
    pieces = [piece for subject in then.subjects for one in subject.episodes for piece in one.evidence]
    pieces += [piece for cause in then.causes for reason in cause.reasons for piece in reason.evidence]
    assert all(texts[piece.message_id][piece.start : piece.end] == piece.quote for piece in pieces)


@given(rows=rows, bills=bills, cut=st.floats(0, 230))
@settings(max_examples=30, deadline=None)
def test_what_was_settled_stays_settled(make: Any, day: Any, rows: Any, bills: Any, cut: float) -> None:
    whole = built(make, rows, bills)
    then, later = analyse(whole, day(cut)), analyse(whole, day(300))
    for one in then.culture:
        # Of answers nothing more is said once we plainly do not see a side's letters.
        if one.kind == "answers":
            continue
        assert one.whole.n <= custom(later, one.kind, one.side).whole.n


def test_a_question_is_answered_or_not_and_counts_when_that_is_known(
    letter: Make, relationship: Make, day: Make
) -> None:
    known = relationship(
        letter(0, "theirs", "Could you look?"),
        letter(1, "ours", "Done."),
        letter(30, "theirs", "Could you look again?", name="second"),
    )
    one = custom(analyse(known, day(40)), "answers", "ours").whole
    assert (one.count, one.n, one.seconds) == (1, 1, 86_400)
    one = custom(analyse(known, day(51)), "answers", "ours").whole
    assert (one.count, one.n) == (1, 2)


def test_a_letter_about_something_else_answers_none_of_two_questions(
    letter: Make, relationship: Make, day: Make
) -> None:
    def about(found: Any, subject: str) -> Any:
        return replace(found, message=replace(found.message, subject=subject))

    known = relationship(
        about(letter(0, "theirs", "Is the server up?", name="a"), "Server"),
        about(letter(1, "theirs", "Is the invoice right?", name="b"), "Invoice"),
        about(letter(2, "ours", "Merry Christmas.", name="c"), "Greetings"),
        about(letter(3, "ours", "It is.", name="d"), "Re: Invoice"),
    )
    one = custom(analyse(known, day(4)), "answers", "ours").whole
    assert (one.count, one.n, one.seconds) == (1, 1, 2 * 86_400)


def test_nothing_is_said_of_answers_where_a_side_writes_elsewhere(letter: Make, relationship: Make, day: Make) -> None:
    asked = [letter(30 * n, "ours", f"Could you look at {n}?", name=str(n)) for n in range(7)]
    known = analyse(relationship(*asked, letter(1, "theirs", "Yes."), letter(2, "theirs", "Done.")), day(400))
    assert not [one for one in known.culture if one.kind == "answers" and one.side == "theirs"]
    more = analyse(relationship(*asked, *(letter(n, "theirs", "Yes.") for n in (1, 2, 31))), day(400))
    one = custom(more, "answers", "theirs").whole
    assert (one.count, one.n) == (2, 7)


def test_invoices_are_paid_in_time_or_not(invoice: Make, relationship: Make, day: Make) -> None:
    bills = (invoice("1", 0, 10, paid=10), invoice("2", 0, 10, paid=11), invoice("3", 0, 10), invoice("4", 0, 90))
    one = custom(analyse(relationship(invoices=bills), day(20)), "pays_in_time", "theirs").whole
    assert (one.count, one.n) == (1, 3)


def test_trouble_is_met_by_the_next_letter(letter: Make, relationship: Make, day: Make) -> None:
    known = relationship(
        letter(0, "theirs", "This is late.", "anger"),
        letter(1, "ours", "Sorry.", "apology", probability=0.8),
        letter(2, "theirs", "And wrong.", "anger", name="x"),
        letter(3, "ours", "It is not our fault.", "blame_shift", name="y"),
    )
    found = analyse(known, day(4))
    one = custom(found, "gives_way", "ours").whole
    assert (one.count, one.n) == (pytest.approx(0.8), 2)
    assert custom(found, "accuses", "ours").whole == Tally(1.0, 2)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("You promised it for Friday.", "ours"),
        ("We have to move the launch by two weeks.", "theirs"),
        ("The list never came.", "ours"),
        ("Мы не успеваем к пятнице.", "theirs"),
        ("Вы обещали в пятницу, мы ждали.", "ours"),
    ],
)
def test_it_tells_whose_promise_was_not_kept(letter: Make, text: str, side: str) -> None:
    assert whose(letter(0, "theirs", text, "broken_promise").signals[0]) == side


def test_nothing_is_claimed_of_fewer_than_twenty() -> None:
    few, enough = Tally(19, 19), Tally(10, 20)
    assert (few.share, few.interval) == (None, None)
    assert enough.share == 0.5
    assert enough.interval == (pytest.approx(0.2993, abs=1e-4), pytest.approx(0.7007, abs=1e-4))


def test_a_change_is_told_only_when_the_intervals_are_apart() -> None:
    often, seldom, few = Tally(38, 40), Tally(10, 40), Tally(0, 10)
    assert Custom("answers", "ours", often, often, seldom).changed == -1
    assert Custom("answers", "ours", often, seldom, often).changed == 1
    assert Custom("answers", "ours", often, often, few).changed == 0
    assert Custom("answers", "ours", often, often, Tally(35, 40)).changed == 0
