"""Alerts: who needs a person now, raised from what was known at that moment, without flicker or repetition.

Trouble has to hold for a working day before it is an alert: a sharp letter that is put right within hours is how
healthy relationships sound, and needs nobody else. And it takes two: where we have neither written nor billed, and no
letter speaks to us, there is no relationship to save, only somebody's mailing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from math import fsum, log
from types import MappingProxyType
from typing import Final, NamedTuple

from leopold.model import Alert, Health, Letter, Reason
from leopold.relationships.events import Event, InvoiceIssued, LetterEvent, Marked, Tick
from leopold.relationships.learning import QUIET, Key, Mark
from leopold.relationships.mailings import speaks_to_us

THRESHOLD: Final = 0.5
"""Probability from which an alert is raised: even odds."""

RAISE: Final = 0.0
"""The same in log-odds."""

HOLD: Final = timedelta(hours=8)
"""For how long they must stay there first: whoever got the letter has had a working day to answer it."""

CLOSE: Final = -1.0
"""Log-odds below which it is closed, at even odds: a probability of .27. The gap keeps it from flickering."""

WORSE: Final = 1.5
"""By how much the log-odds must pass those of an open alert for a new one to take its place."""

STALE: Final = timedelta(days=180)
"""How long an alert stays open while nobody writes and nothing is paid, at least."""

REASONS: Final = 5


def line_of(threshold: float) -> float:
    """Return a probability as log-odds; ValueError unless it lies above 0 and below 1."""
    if not 0 < threshold < 1:
        raise ValueError(f"a threshold lies above 0 and below 1, and {threshold} does not")
    return log(threshold / (1 - threshold))


STEPS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "call_today": frozenset({"ultimatum", "churn_intent", "escalation", "anger", "boss_in_copy", "derailment"}),
        "talk_about_invoice": frozenset({"payment_refusal", "payment_delay", "overdue", "disputed_invoice"}),
        "bring_facts": frozenset({"dispute", "accusation", "blame_shift", "distrust", "conflicting_expectation"}),
        "answer_question": frozenset(
            {"theirs repeat_request", "theirs unanswered_question", "theirs wrote_again"}
            | {"ours silence", "ours long_silence", "ours late_reply"}
        ),
        "ask_what_hinders": frozenset(
            {"ours repeat_request", "ours unanswered_question", "ours wrote_again"}
            | {"theirs silence", "theirs long_silence", "theirs late_reply"}
        ),
        "confirm_date": frozenset({"broken_promise", "overpromise", "unmet_expectation"}),
        "ask_how_it_goes": frozenset({"annoyance", "fear", "formality_shift", "sarcasm", "short_reply", "new_in_copy"}),
    }
)
"""What to do next, by the kinds of reason that call for it; where the side matters, it stands before the kind."""


def next_step(reasons: tuple[Reason, ...]) -> str:
    """Return the key of the step that the reasons weigh most for; of equals, the more urgent."""
    weighed = dict.fromkeys(STEPS, 0.0)
    for reason in reasons:
        for step, kinds in STEPS.items():
            if reason.kind in kinds or f"{reason.side} {reason.kind}" in kinds:
                weighed[step] += reason.contribution
    return max(weighed, key=lambda step: weighed[step])


def _meets(letter: Letter) -> bool:
    return letter.side == "ours" or speaks_to_us(letter)


class Quiet(NamedTuple):
    """What a mark "wrong" asks for: until when, about which reasons, and from which log-odds on it holds no longer."""

    until: datetime
    about: frozenset[Key]
    level: float


@dataclass(slots=True)
class Watch:
    """Follows the health of one relationship and keeps the alerts raised so far; `line` is where they are raised."""

    alerts: list[Alert] = field(default_factory=list)
    line: float = RAISE
    raised: float | None = None
    since: datetime | None = None
    tipped: str | None = None
    met: bool = False
    quiet: Quiet | None = None

    def see(self, event: Event, health: Health) -> None:
        """Take in the health after one event: raise, close or replace an alert."""
        letter = event.letter.message.id if isinstance(event, LetterEvent) else None
        if not self.met:
            self.met = isinstance(event, InvoiceIssued) or (isinstance(event, LetterEvent) and _meets(event.letter))
        if not self.met:
            return
        if isinstance(event, Marked) and event.here and event.mark.verdict == "wrong":
            self._hush(event.mark, health)
        pressed = any(reason.contribution > 0 for reason in health.reasons)
        if self.raised is not None:
            mends = not isinstance(event, Tick | Marked)
            if health.log_odds < self.line + CLOSE and (mends or self._is_stale(health.at)):
                self._close(health)
            elif health.log_odds >= self.raised + WORSE and pressed:
                self._close(health)
                self._raise(letter, health)
        elif health.log_odds < self.line or not pressed:
            self.since = None
        elif self.since is None:
            self.since, self.tipped = health.at, letter
        elif health.at - self.since >= HOLD and not self._is_quiet(health):
            self._raise(self.tipped, health)

    def _is_stale(self, at: datetime) -> bool:
        """Time alone mends nothing: it closes an alert only when that has outlived whatever it was about."""
        return at - self.alerts[-1].raised_at >= STALE

    def _hush(self, mark: Mark, health: Health) -> None:
        """Close what is open, and be quiet about its reasons unless it gets decisively worse."""
        level = max(health.log_odds, self.line if self.raised is None else self.raised) + WORSE
        self.quiet = Quiet(health.at + QUIET, frozenset((one.kind, one.side) for one in mark.reasons), level)
        if self.raised is not None:
            self._close(health)

    def _is_quiet(self, health: Health) -> bool:
        """Whether a mark still asks for quiet: it speaks for its own reasons alone, and for what they amounted to."""
        quiet = self.quiet
        if quiet is None or health.at >= quiet.until or health.log_odds >= quiet.level:
            return False
        marked = fsum(
            one.contribution for one in health.reasons if one.contribution > 0 and (one.kind, one.side) in quiet.about
        )
        return health.log_odds - marked < self.line

    def _raise(self, letter: str | None, health: Health) -> None:
        reasons = tuple(reason for reason in health.reasons if reason.contribution > 0)[:REASONS]
        self.alerts.append(Alert(health.at, letter, health.probability, reasons, next_step(reasons)))
        self.raised = health.log_odds

    def _close(self, health: Health) -> None:
        self.alerts[-1] = replace(self.alerts[-1], closed_at=health.at)
        self.raised = self.since = None
