"""What was private at one seat, erased: whoever comes to sit there next was not the one who said it."""

from __future__ import annotations

from typing import Final

from leopold_web.round_tables.actions import machine
from leopold_web.round_tables.models import (
    Acceptance,
    CheckAnswers,
    ImprovementReply,
    PrivateAnswers,
    Round,
    RoundTable,
    Seat,
)
from leopold_web.round_tables.refusals import RefusedError

Stage = RoundTable.Stage
BEFORE_WORDS_BIND: Final = (
    Stage.FACTS,
    Stage.EXPECTATIONS,
    Stage.ISSUES,
    Stage.INTERESTS,
    Stage.PROPOSALS,
    Stage.ACCEPTANCE,
)


def forget(table: RoundTable, seat: Seat) -> None:
    """Erase what was private at a seat of a held table; before words bind, the seat is awaited again at this stage.

    RefusedError while the engine works on it.
    """
    if table.rounds.filter(state=Round.State.WORKING).exists():
        raise RefusedError("being_worked_out")
    PrivateAnswers.objects.filter(seat=seat).delete()
    CheckAnswers.objects.filter(seat=seat).delete()
    Acceptance.objects.filter(seat=seat).delete()
    ImprovementReply.objects.filter(seat=seat).delete()
    if table.stage in BEFORE_WORDS_BIND:
        machine.clock_of(table).parties.filter(seat=seat).update(done_at=None)
