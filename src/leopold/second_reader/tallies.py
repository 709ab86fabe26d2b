"""What became of asking: counts that add up, and why not everything did."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from leopold.faults import Fault


@dataclass(slots=True)
class Tally:
    """Conversations: unsure = `asked` + `remembered` + `not_asked`, and of those asked `failed` came to nothing.

    `accepted` and `dropped` count claims. `reasons` says why claims were dropped and requests failed, by kind: it adds
    up to `dropped` + `failed`. `faults` are the failures, each kind once.
    """

    host: str = ""
    model: str = ""
    asked: int = 0
    remembered: int = 0
    accepted: int = 0
    dropped: int = 0
    failed: int = 0
    not_asked: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        """Whether every conversation in doubt has been read: asking again would bring nothing new."""
        return not self.failed and not self.not_asked

    def drop(self, reason: str, count: int = 1) -> None:
        """Count claims that are not believed."""
        if count:
            self.dropped += count
            self.reasons[reason] += count

    def fail(self, fault: Fault) -> None:
        """Count a request that came to nothing."""
        self.failed += 1
        self.reasons[fault.kind] += 1
        if all(fault.kind != known.kind for known in self.faults):
            self.faults.append(fault)
