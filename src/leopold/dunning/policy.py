"""How patient reminders are: days, each of which a company may set otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from leopold.errors import DunningError


@dataclass(frozen=True, slots=True)
class Policy:
    """Days, counted from the due day where nothing else is said.

    `friendly`, `second`, `talk` and `case` are the first days of the four steps, `patience` what a warm relationship
    has on top of each. `gap` days lie between two reminders to one counterparty. For `claim` days a payment that was
    claimed is waited for, for `promise` days after its day one that was promised. `automatic` lets the first friendly
    reminder go out by itself. Raises DunningError for days that are out of order or below nought.
    """

    friendly: int = 3
    second: int = 14
    talk: int = 28
    case: int = 45
    patience: int = 4
    gap: int = 7
    claim: int = 7
    promise: int = 2
    automatic: bool = False

    def __post_init__(self) -> None:
        steps = (self.friendly, self.second, self.talk, self.case)
        if list(steps) != sorted(set(steps)) or min(*steps, self.patience, self.gap, self.claim, self.promise) < 0:
            raise DunningError("dunning_days", days=", ".join(map(str, steps)))
