"""What the coach gives back."""

from __future__ import annotations

from dataclasses import dataclass, field

from leopold.model import Evidence, Fact

KINDS = (
    "blame",
    "absolute",
    "promise_without_date",
    "question_unanswered",
    "curt",
    "ledger_contradiction",
    "earlier_promise_contradiction",
    "ultimatum",
    "threat",
    "sarcasm",
    "dismissive",
    "defensive",
    "passive_excuse",
    "shouting",
    "anger",
    "overpromise",
)
"""Every kind of finding that the coach may give."""


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing in a draft that may hurt: `probability` in 0..1 that a careful colleague would point it out.

    `quote` stands verbatim at `start:end` of the draft; all three are None where the finding is about what the draft
    lacks. `evidence` are the words of earlier letters that prove it, `fact` what the ledger or the habit says.
    """

    kind: str
    probability: float
    start: int | None = None
    end: int | None = None
    quote: str | None = None
    evidence: tuple[Evidence, ...] = ()
    fact: Fact | None = field(default=None)

    def __post_init__(self) -> None:
        if self.quote is None:
            if self.start is not None or self.end is not None or not (self.evidence or self.fact):
                raise ValueError(f"advice {self.kind!r} neither quotes the draft nor proves what it lacks")
        elif self.start is None or self.end is None or not self.quote or self.end - self.start != len(self.quote):
            raise ValueError(f"advice {self.kind!r} at {self.start}:{self.end} does not fit its quote {self.quote!r}")
