"""Which step comes next with what is overdue: for what reason it is unpaid, and in what tone we are with each other.

A friendly reminder, then a clearer one or a question, then a talk, then a case. Who disputes gets a case and no
reminder; who refuses, a talk with a person; who cannot pay, the offer of a plan. Nothing but the first friendly
reminder may ever go out by itself, and that only where a company says so and nothing is strained.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from leopold.dunning.dealings import Reminded
from leopold.dunning.policy import Policy
from leopold.ledger.why import Why
from leopold.model import Fact

Tone = Literal["warm", "neutral", "strained"]
TONES: Final[tuple[Tone, ...]] = Tone.__args__  # type: ignore[attr-defined]
StepName = Literal["friendly", "firmer", "ask", "ask_transfer", "offer_plan", "talk", "case"]
STEPS: Final[tuple[StepName, ...]] = StepName.__args__  # type: ignore[attr-defined]
LETTERS: Final = frozenset(("friendly", "firmer", "ask", "ask_transfer", "offer_plan", "talk"))
"""Steps that are a letter; a case is people's work at the desk."""

WARM: Final = 75.0
STRAINED: Final = 45.0
"""Health from which on a relationship is warm, and below which it is strained."""

_LADDERS: Final[dict[Why, tuple[StepName, ...]]] = {
    "forgot": ("friendly", "firmer", "talk", "case"),
    "unknown": ("friendly", "ask", "talk", "case"),
    "cannot": ("offer_plan", "talk", "case"),
    "refuses": ("talk", "case"),
    "disputes": ("case",),
}


@dataclass(frozen=True, slots=True)
class Step:
    """What to do next, and from which day on. `facts` say why it is this one; `automatic` that no person is needed."""

    name: StepName
    on: date
    facts: tuple[Fact, ...]
    automatic: bool = False

    def ripe(self, day: date) -> bool:
        """Whether its day has come."""
        return self.on <= day


def tone_of(health: float | None) -> Tone:
    """Return the tone of a relationship by its health, 0 to 100; neutral where none is known."""
    if health is None:
        return "neutral"
    return "warm" if health >= WARM else "strained" if health < STRAINED else "neutral"


def next_step(
    due: date,
    day: date,
    why: Why = "unknown",
    tone: Tone = "neutral",
    reminded: Sequence[Reminded] = (),
    policy: Policy | None = None,
    *,
    claimed: date | None = None,
    broken: date | None = None,
) -> Step:
    """Return the next step with debts of which the oldest was due on `due`, as it stands on the evening of `day`.

    `reminded` are the steps already taken about them. `claimed` is the day on which they said that they had paid, where
    no money came since; `broken` the day of a promise to pay, or part of a plan, that went by unkept. What speaks
    against reminding at all is told by `reasons_to_stop`, and not looked at here.
    """
    policy = policy or Policy()
    taken = sorted((each for each in reminded if each.at <= day), key=lambda each: each.at)
    late = (day - due).days
    told: tuple[Fact, ...] = (Fact("days_overdue", {"days": max(late, 0)}), Fact(f"why_{why}"), Fact(f"tone_{tone}"))
    if taken:
        last = taken[-1]
        told += (Fact("reminded", {"count": len(taken), "step": last.step, "day": last.at.isoformat()}),)
    soonest = due + timedelta(1)
    if taken:
        soonest = max(soonest, taken[-1].at + timedelta(policy.gap))
    done = {each.step for each in taken if claimed is None or each.at >= claimed}
    if claimed is not None and why not in ("disputes", "refuses") and "ask_transfer" not in done:
        on = max(soonest, claimed + timedelta(policy.claim + 1))
        return Step("ask_transfer", on, (*told, Fact("claimed", {"day": claimed.isoformat()})))
    if broken is not None and why not in ("disputes", "refuses"):
        after = {each.step for each in taken if each.at > broken}
        name: StepName = "case" if "talk" in after else "talk"
        on = max(soonest, broken + timedelta(policy.promise + 1))
        return Step(name, on, (*told, Fact("promise_passed", {"day": broken.isoformat()})))
    name = _climbed(why, tone, [each.step for each in taken])
    if _answers(name, why):
        # They told us; waiting would leave them without an answer.
        return Step(name, due + timedelta(1), told)
    on = max(soonest, due + timedelta(_after(name, tone, policy)))
    first = name == "friendly" and not taken
    return Step(name, on, told, automatic=first and policy.automatic and tone != "strained")


def _climbed(why: Why, tone: Tone, taken: Sequence[str]) -> StepName:
    """Return the first step of the reason's ladder above all that was taken."""
    ladder = _LADDERS[why]
    if tone == "strained":
        # Where things are strained a second letter makes them worse; a person calls.
        ladder = tuple(each for each in ladder if each not in ("firmer", "ask"))
    if why == "cannot" and "offer_plan" not in taken:
        return "offer_plan"
    reached = max((_height(each) for each in taken), default=-1)
    return next((each for each in ladder if _height(each) > reached), ladder[-1])


_HEIGHTS: Final[dict[str, int]] = {"firmer": 1, "ask": 1, "offer_plan": 1, "talk": 2, "case": 3}


def _height(step: str) -> int:
    return _HEIGHTS.get(step, 0)


def _answers(step: StepName, why: Why) -> bool:
    return step == "offer_plan" or (why in ("disputes", "refuses") and step == _LADDERS[why][0])


def _after(step: StepName, tone: Tone, policy: Policy) -> int:
    """Return how many days after the due day a step is due."""
    patience = policy.patience if tone == "warm" else 0
    days = {"friendly": policy.friendly, "firmer": policy.second, "ask": policy.second, "talk": policy.talk}
    return days.get(step, policy.case) + patience
