"""Alerts: raised once, closed with a gap, replaced only when decisively worse."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from leopold.model import Alert, Evidence, Health, Letter, Payment, Reason
from leopold.relationships import analyse
from leopold.relationships.alerts import CLOSE, HOLD, RAISE, REASONS, STEPS, WORSE, Watch, next_step
from leopold.relationships.events import PaymentMade, Tick
from leopold.relationships.weights import BAD, BASE, BEHAVIOUR, HAND

Make = Callable[..., Any]
QUOTE = (Evidence("<a@b>", 0, 3, "why"),)


def watched(day: Make, values: list[float], *, paid: int | None = None, apart: int = 1) -> list[Alert]:
    """Watch the values, `apart` days from each other; time alone brings them, or on the one numbered `paid` money."""
    watch = Watch(met=True)
    for number, value in enumerate(values):
        at, reason = day(number * apart), Reason("anger", "theirs", value - BASE, QUOTE)
        event = PaymentMade(at, Payment("7", at.date(), Decimal(1), "EUR")) if number == paid else Tick(at)
        watch.see(event, Health(at, BASE, value, (reason,)))
    return watch.alerts


def test_it_raises_once_while_the_trouble_lasts(day: Make) -> None:
    alerts = watched(day, [-2, RAISE, RAISE + 0.4, RAISE - 0.5, RAISE + 0.3, CLOSE + 0.1, RAISE + 0.2])
    assert [alert.raised_at for alert in alerts] == [day(2)]
    assert alerts[0].closed_at is None


def test_it_closes_with_a_gap_and_raises_anew(day: Make) -> None:
    alerts = watched(day, [RAISE, RAISE, CLOSE - 0.1, RAISE - 0.1, RAISE + 0.1, RAISE + 0.2], paid=2)
    assert [(alert.raised_at, alert.closed_at) for alert in alerts] == [(day(1), day(2)), (day(5), None)]


def test_time_alone_does_not_mend_what_was_wrong(day: Make) -> None:
    assert watched(day, [RAISE, RAISE, CLOSE - 0.1, CLOSE - 0.5])[0].closed_at is None
    assert watched(day, [RAISE, RAISE, CLOSE - 0.1, CLOSE - 0.5], apart=100)[0].closed_at == day(300)


def test_it_speaks_again_when_it_is_decisively_worse(day: Make) -> None:
    alerts = watched(day, [RAISE, RAISE, RAISE + WORSE - 0.1, RAISE + WORSE, RAISE + WORSE + 1])
    assert [(alert.raised_at, alert.closed_at) for alert in alerts] == [(day(1), day(3)), (day(3), None)]


def test_a_sharp_word_put_right_within_hours_raises_nothing(letter: Make, relationship: Make, day: Make) -> None:
    sharp = letter(0, "theirs", "This will not do.", "anger", "accusation", "unanswered_question")
    sorry = letter(0.2, "ours", "So sorry, here it is.", "apology", "concession")
    hello = letter(-1, "ours", "Here is the list.")
    assert not analyse(relationship(hello, sharp, sorry), day(9)).alerts
    (alert,) = analyse(relationship(hello, sharp), day(9)).alerts
    assert (alert.raised_at, alert.message_id) == (day(0) + HOLD, sharp.message.id)


def test_its_reasons_are_the_bad_ones_largest_first(letter: Make, relationship: Make, day: Make) -> None:
    kinds = sorted(BAD)[: REASONS + 2]
    angry = letter(1, "theirs", "This will not do.", *kinds)
    found = analyse(relationship(letter(0, "ours", "Thanks", "gratitude"), angry), day(2))
    (alert,) = found.alerts
    assert len(alert.reasons) == REASONS
    contributions = [reason.contribution for reason in alert.reasons]
    assert contributions == sorted(contributions, reverse=True)
    assert min(contributions) > 0
    assert alert.message_id == angry.message.id
    assert "gratitude" in {reason.kind for reason in found.health[-1].reasons}


def test_mailings_of_somebody_we_never_wrote_to_raise_nothing(
    letter: Make, invoice: Make, relationship: Make, day: Make
) -> None:
    spam = [letter(n, "theirs", "Never pay retail again! " * 20, "payment_refusal", "ultimatum") for n in range(4)]
    assert not analyse(relationship(*spam), day(9)).alerts
    assert analyse(relationship(*spam, invoices=(invoice("7", 0, 90),)), day(9)).alerts


def test_silence_and_the_ledger_raise_without_a_letter(
    letter: Make, invoice: Make, relationship: Make, day: Make
) -> None:
    hard = letter(0, "ours", "Could you pay the invoice?", "payment_delay", probability=0.25)
    hello = letter(-9, "theirs", "Here we are.")
    found = analyse(relationship(hello, hard, invoices=(invoice("7", -60, -30),)), day(40), weights=HAND)
    assert [alert.message_id for alert in found.alerts] == [None]
    assert {"long_silence", "overdue"} <= {reason.kind for reason in found.alerts[0].reasons}
    assert day(0) + timedelta(days=5) <= found.alerts[0].raised_at <= day(40)


def test_what_was_closed_stays_in_the_history(letter: Make, relationship: Make, day: Make) -> None:
    bad: Letter = letter(0, "theirs", "This will not do.", "anger", "distrust", "accusation", "ultimatum")
    good = [letter(n, "theirs", "Thank you.", "gratitude", "praise") for n in range(1, 6)]
    hello = letter(-1, "ours", "Here is the list.")
    (alert,) = analyse(relationship(hello, bad, *good), day(9)).alerts
    assert alert.closed_at is not None
    assert alert.raised_at < alert.closed_at


@pytest.mark.parametrize("kind", sorted({**BAD, **BEHAVIOUR}))
@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_every_reason_calls_for_a_step(kind: str, side: Any) -> None:
    claimed = [step for step, kinds in STEPS.items() if kind in kinds or f"{side} {kind}" in kinds]
    assert len(claimed) == 1
    assert next_step((Reason(kind, side, 1.0, QUOTE),)) == claimed[0]


def test_the_heavier_reason_decides_the_step() -> None:
    reasons = Reason("payment_refusal", "theirs", 1.0, QUOTE), Reason("annoyance", "theirs", 0.4, QUOTE)
    assert next_step(reasons) == "talk_about_invoice"
    assert next_step((Reason("silence", "ours", 1.0, QUOTE),)) == "answer_question"
    assert next_step((Reason("silence", "theirs", 1.0, QUOTE),)) == "ask_what_hinders"
