"""How long the engine takes depends on private answers; when its answer comes out does not, but for whole steps."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from django.conf import LazySettings
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from leopold.settlement import proposals as proposing
from leopold_web.accounts.models import User
from leopold_web.inbox import jobs
from leopold_web.inbox.models import JobRun
from leopold_web.round_tables import pace
from leopold_web.round_tables.actions import improving, interests
from leopold_web.round_tables.models import Improvement, Round, RoundTable

from .conftest import Cast
from .table_play import Post, answers, open_table, post_of, seats_of, sign_all, to_interests, to_protocol

STEP = 3.0


@dataclass
class Clock:
    """A clock that goes on while the engine works and the worker waits; `states` is what others see when it waits."""

    now: float = 1000.0
    states: list[str] = field(default_factory=list)

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.states += Round.objects.values_list("state", flat=True)
        self.states += Improvement.objects.values_list("state", flat=True)
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch, settings: LazySettings) -> Clock:
    """The clock by which the worker works."""
    found = Clock()
    settings.LEOPOLD_PACE = STEP
    monkeypatch.setattr(pace, "time", found)
    return found


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> Post:
    return post_of(monkeypatch)


@pytest.fixture
def table(cast: Cast, post: Post) -> RoundTable:
    return open_table(cast.workspace, User.objects.get(email="owner@leopold.example"), timezone.now())


def locked(table: RoundTable) -> JobRun:
    """Let both lock their answers, and return the work that this asks for."""
    to_interests(table, timezone.now())
    for seat, best in zip(seats_of(table)[:2], ((0, 0), (1, 1)), strict=True):
        interests.save(seat, answers(table, (50, 50), best), timezone.now())
        interests.lock(seat, timezone.now())
    return JobRun.objects.get(work="round")


@pytest.mark.parametrize(("took", "steps"), [(0.01, 1), (2.9, 1), (3.1, 2), (10.4, 4)])
def test_proposals_come_out_after_whole_steps(
    table: RoundTable, clock: Clock, monkeypatch: pytest.MonkeyPatch, took: float, steps: int
) -> None:
    propose = proposing.propose

    def slow(*arguments: Any) -> Any:
        clock.now += took
        return propose(*arguments)

    monkeypatch.setattr(proposing, "propose", slow)
    jobs.run(locked(table).pk)
    assert clock.now == pytest.approx(1000 + steps * STEP)
    assert clock.states == ["working"]
    assert Round.objects.get().state == Round.State.PROPOSED


def test_a_fault_comes_out_after_whole_steps_too(
    table: RoundTable, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: Any) -> Any:
        clock.now += 0.5
        raise ValueError

    monkeypatch.setattr(proposing, "propose", fail)
    jobs.run(locked(table).pk)
    assert clock.now == pytest.approx(1000 + STEP)
    assert Round.objects.get().state == Round.State.WORKING


def test_a_better_deal_comes_out_after_whole_steps(table: RoundTable, post: Post, clock: Clock) -> None:
    to_protocol(table, timezone.now())
    sign_all(table, post, timezone.now())
    for seat in seats_of(table)[:2]:
        improving.ask(seat, timezone.now())
    jobs.run(JobRun.objects.get(work="improvement").pk)
    assert clock.now == pytest.approx(1000 + STEP)
    assert clock.states == ["accepted", "working"]


@given(spent=st.floats(0, 40), step=st.floats(0.5, 10))
def test_it_waits_to_the_end_of_a_step(spent: float, step: float) -> None:
    waited = pace.left(spent, step)
    whole = (spent + waited) / step
    assert 0 <= waited <= step + 1e-9
    assert whole >= 1 - 1e-9
    assert abs(whole - round(whole)) < 1e-6
    assert pace.left(spent, 0) == 0
