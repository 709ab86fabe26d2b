"""The next step: by reason, tone, days and what was done already."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leopold import words_dunning
from leopold.dunning.dealings import Reminded
from leopold.dunning.policy import Policy
from leopold.dunning.steps import STEPS, TONES, Step, StepName, Tone, next_step, tone_of
from leopold.ledger.why import Why
from tests.core.dunning.dealing import DAY

WHYS: tuple[Why, ...] = ("forgot", "cannot", "disputes", "refuses", "unknown")
DUE = DAY - timedelta(60)


def path(why: Why, tone: Tone = "neutral") -> list[StepName]:
    """Return the steps that follow each other when each is taken on its day, up to the first that repeats."""
    taken: list[Reminded] = []
    while True:
        step = next_step(DUE, DAY, why, tone, taken)
        if taken and step.name == taken[-1].step:
            return [each.step for each in taken]  # type: ignore[misc]
        taken.append(Reminded(DUE + timedelta(1 + 10 * len(taken)), step.name))


@pytest.mark.parametrize(
    ("why", "steps"),
    [
        ("forgot", ["friendly", "firmer", "talk", "case"]),
        ("unknown", ["friendly", "ask", "talk", "case"]),
        ("cannot", ["offer_plan", "talk", "case"]),
        ("refuses", ["talk", "case"]),
        ("disputes", ["case"]),
    ],
)
def test_the_steps_of_each_reason(why: Why, steps: list[StepName]) -> None:
    assert path(why) == path(why, "warm") == steps


def test_where_things_are_strained_no_second_letter_is_sent() -> None:
    assert path("forgot", "strained") == path("unknown", "strained") == ["friendly", "talk", "case"]


@pytest.mark.parametrize(
    ("why", "tone", "days"),
    [
        ("forgot", "neutral", 3),
        ("forgot", "warm", 7),
        ("forgot", "strained", 3),
        ("cannot", "neutral", 1),
        ("refuses", "warm", 1),
        ("disputes", "warm", 1),
    ],
)
def test_the_day_of_the_first_step(why: Why, tone: Tone, days: int) -> None:
    step = next_step(DUE, DAY, why, tone)
    assert step.on == DUE + timedelta(days)
    assert step.ripe(step.on)
    assert not step.ripe(step.on - timedelta(1))


def test_days_are_the_company_s_to_set_and_a_gap_is_kept() -> None:
    policy = Policy(friendly=10, second=20)
    assert next_step(DUE, DAY, policy=policy).on == DUE + timedelta(10)
    sent = [Reminded(DUE + timedelta(30), "friendly")]
    step = next_step(DUE, DAY, "forgot", reminded=sent, policy=policy)
    assert (step.name, step.on) == ("firmer", DUE + timedelta(37))


def test_a_new_reason_changes_the_way() -> None:
    sent = [Reminded(DUE + timedelta(3), "friendly"), Reminded(DUE + timedelta(14), "firmer")]
    assert next_step(DUE, DAY, "cannot", reminded=sent).name == "offer_plan"
    assert next_step(DUE, DAY, "disputes", reminded=sent).name == "case"
    assert next_step(DUE, DAY, "unknown", reminded=sent).name == "talk"


def test_a_claim_that_no_money_followed_is_asked_about_once() -> None:
    claimed = DAY - timedelta(10)
    step = next_step(DUE, DAY, claimed=claimed)
    assert (step.name, step.on) == ("ask_transfer", claimed + timedelta(8))
    asked = [Reminded(DAY - timedelta(1), "ask_transfer")]
    assert next_step(DUE, DAY, reminded=asked, claimed=claimed).name == "ask"
    before = [Reminded(claimed - timedelta(9), "ask_transfer")]
    assert next_step(DUE, DAY, reminded=before, claimed=claimed).name == "ask_transfer"
    assert next_step(DUE, DAY, "disputes", claimed=claimed).name == "case"


def test_after_a_promise_that_went_by_people_talk() -> None:
    gone = DAY - timedelta(5)
    step = next_step(DUE, DAY, broken=gone)
    assert (step.name, step.on) == ("talk", gone + timedelta(3))
    talked = [Reminded(DAY - timedelta(1), "talk")]
    assert next_step(DUE, DAY, reminded=talked, broken=gone).name == "case"
    assert next_step(DUE, DAY, "refuses", broken=gone).name == "talk"


def test_only_the_first_friendly_reminder_is_automatic_and_only_if_switched_on() -> None:
    on = Policy(automatic=True)
    assert not next_step(DUE, DAY).automatic
    assert next_step(DUE, DAY, policy=on).automatic
    assert not next_step(DUE, DAY, tone="strained", policy=on).automatic


reminded = st.lists(st.tuples(st.integers(0, 90), st.sampled_from(STEPS)), max_size=5)
maybe = st.none() | st.integers(0, 60)


@given(st.sampled_from(WHYS), st.sampled_from(TONES), reminded, maybe, maybe, st.integers(0, 90))
def test_nothing_but_a_first_friendly_step_is_ever_automatic(
    why: Why, tone: Tone, taken: list[tuple[int, str]], claimed: int | None, broken: int | None, late: int
) -> None:
    sent = [Reminded(DAY - timedelta(back), step) for back, step in taken]
    days = [None if back is None else DAY - timedelta(back) for back in (claimed, broken)]
    due = DAY - timedelta(late)
    step = next_step(due, DAY, why, tone, sent, Policy(automatic=True), claimed=days[0], broken=days[1])
    assert step.on > due
    if step.automatic:
        assert (step.name, taken, tone != "strained", why in ("forgot", "unknown")) == ("friendly", [], True, True)
    if taken and step.name != "offer_plan" and why not in ("disputes", "refuses"):
        assert step.on >= max(each.at for each in sent) + timedelta(Policy().gap)
    for language in ("en", "ru"):
        assert all(words_dunning.fact(fact, language) for fact in step.facts)
    if why in ("disputes", "refuses"):
        assert step.name in ("talk", "case")


def test_a_step_after_the_day_is_not_looked_at() -> None:
    later = [Reminded(DAY + timedelta(1), "friendly")]
    assert next_step(DUE, DAY, reminded=later) == next_step(DUE, DAY)


def test_the_tone_of_a_relationship() -> None:
    assert [tone_of(each) for each in (None, 20.0, 45.0, 74.9, 75.0)] == [
        "neutral",
        "strained",
        "neutral",
        "neutral",
        "warm",
    ]


def test_a_step_says_why() -> None:
    step = next_step(DUE, DAY, "forgot", "warm", [Reminded(date(2026, 2, 10), "friendly")])
    assert [words_dunning.fact(each, "en") for each in step.facts] == [
        "Overdue by 60\u00a0days",
        "They seem to have overlooked it",
        "Things are well between us, so there is time",
        "Reminders sent: 1, the last on 10\u00a0February\u00a02026",
    ]
    assert isinstance(step, Step)
