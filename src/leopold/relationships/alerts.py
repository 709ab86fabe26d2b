"""Alerts: who needs a person now, raised from what was known at that moment, without flicker or repetition.

Trouble has to hold for a working day before it is an alert: a sharp letter that is put right within hours is how
healthy relationships sound, and needs nobody else. And it takes two: where we have neither written nor billed, and no
letter speaks to us, there is no relationship to save, only somebody's mailing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from leopold.model import Alert, Health, Letter, Reason
from leopold.relationships.events import Event, InvoiceIssued, LetterEvent, Tick
from leopold.relationships.mailings import speaks_to_us

RAISE: Final = 0.0
"""Log-odds from which an alert is raised: even odds."""

HOLD: Final = timedelta(hours=8)
"""For how long they must stay there first: whoever got the letter has had a working day to answer it."""

CLOSE: Final = -1.0
"""Log-odds below which it is closed: a probability of .27. The gap keeps it from flickering."""

WORSE: Final = 1.5
"""By how much the log-odds must pass those of an open alert for a new one to take its place."""

STALE: Final = timedelta(days=180)
"""How long an alert stays open while nobody writes and nothing is paid, at least."""

REASONS: Final = 5

STEPS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "call_today": frozenset({"ultimatum", "churn_intent", "escalation", "anger", "boss_in_copy"}),
        "talk_about_invoice": frozenset({"payment_refusal", "payment_delay", "overdue", "disputed_invoice"}),
        "bring_facts": frozenset({"dispute", "accusation", "blame_shift", "distrust"}),
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


@dataclass(slots=True)
class Watch:
    """Follows the health of one relationship and keeps the alerts raised so far."""

    alerts: list[Alert] = field(default_factory=list)
    raised: float | None = None
    since: datetime | None = None
    tipped: str | None = None
    met: bool = False

    def see(self, event: Event, health: Health) -> None:
        """Take in the health after one event: raise, close or replace an alert."""
        letter = event.letter.message.id if isinstance(event, LetterEvent) else None
        if not self.met:
            self.met = isinstance(event, InvoiceIssued) or (isinstance(event, LetterEvent) and _meets(event.letter))
        if not self.met:
            return
        if self.raised is not None:
            if health.log_odds < CLOSE and (not isinstance(event, Tick) or self._is_stale(health.at)):
                self._close(health)
            elif health.log_odds >= self.raised + WORSE:
                self._close(health)
                self._raise(letter, health)
        elif health.log_odds < RAISE:
            self.since = None
        elif self.since is None:
            self.since, self.tipped = health.at, letter
        elif health.at - self.since >= HOLD:
            self._raise(self.tipped, health)

    def _is_stale(self, at: datetime) -> bool:
        """Time alone mends nothing: it closes an alert only when that has outlived whatever it was about."""
        return at - self.alerts[-1].raised_at >= STALE

    def _raise(self, letter: str | None, health: Health) -> None:
        reasons = tuple(reason for reason in health.reasons if reason.contribution > 0)[:REASONS]
        self.alerts.append(Alert(health.at, letter, health.probability, reasons, next_step(reasons)))
        self.raised = health.log_odds

    def _close(self, health: Health) -> None:
        self.alerts[-1] = replace(self.alerts[-1], closed_at=health.at)
        self.raised = self.since = None
