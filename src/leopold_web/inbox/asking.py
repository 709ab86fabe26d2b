"""Imports that wait for a person to say what the columns of a table mean: the answer, and how they go on."""

from __future__ import annotations

from pathlib import Path

from django.db import transaction
from django.db.models import F

from leopold.errors import LeopoldError
from leopold.faults import Fault
from leopold.ledger import Columns
from leopold.ledger.previews import Sheet
from leopold_web.accounts.models import User
from leopold_web.inbox import jobs
from leopold_web.inbox.models import Import, ImportRefusal, Source
from leopold_web.receivables import mapping


def sheet_of(source: Source) -> Sheet | None:
    """Return how the table that asks begins; None where it asks no more, or cannot be read any more."""
    try:
        return mapping.sheet_at(Path(source.path)) if source.asks and not source.belongs_to.is_over else None
    except LeopoldError:
        return None


def tell(source: Source, sheet: Sheet, columns: Columns, user: User) -> bool:
    """Keep what the columns of a table mean, for it and all that have its heading, and let its import go on.

    Returns False where somebody else has answered before. Raises LedgerError where the table has no such columns.
    """
    with transaction.atomic():
        made = _asking(source)
        if made is None:
            return False
        mapping.remember(made.workspace, sheet, columns, source.name, user)
        Source.objects.filter(pk=source.pk).update(asks=False, columns=columns.plain())
        _go_on(made, source)
        return True


def leave_out(source: Source) -> bool:
    """Let the import go on without this table; return False where somebody else has answered before."""
    with transaction.atomic():
        made = _asking(source)
        if made is None:
            return False
        ImportRefusal.objects.create(belongs_to=made, source=source.name, position=0, fault=Fault("left_out").plain())
        Import.objects.filter(pk=made.pk).update(ledger_refused=F("ledger_refused") + 1)
        Source.objects.filter(pk=source.pk).update(asks=False, finished=True)
        _go_on(made, source)
        return True


def _asking(source: Source) -> Import | None:
    """Hold the import of a table that asks: who ends it looks at its sources while nobody changes them."""
    made = Import.objects.select_for_update().select_related("workspace").get(pk=source.belongs_to_id)
    return made if not made.is_over and Source.objects.filter(pk=source.pk, asks=True).exists() else None


def _go_on(made: Import, source: Source) -> None:
    """Whoever works on it now takes up what was answered; where nobody does, somebody is asked to."""
    if made.state == Import.State.ASKING:
        Import.objects.filter(pk=made.pk).update(state=Import.State.READING, finished_at=None)
        jobs.request(f"import:{made.pk}:{source.pk}", "import", made.pk)
