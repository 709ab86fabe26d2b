"""Sources into the database, chunk by chunk. Each chunk and the mark up to where it reaches are one transaction."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TypeVar

from django.conf import settings
from django.db import transaction
from django.db.models import F

from leopold import ingest
from leopold.errors import LeopoldError
from leopold.ledger.reading import unreconciled
from leopold.model import Balance, Doubt, Invoice, Payment, Raw, Refusal
from leopold_web.accounts.models import Workspace
from leopold_web.inbox.jobs import Hold
from leopold_web.inbox.letters import Arrival, keep_letters
from leopold_web.inbox.models import Import, ImportDoubt, ImportRefusal, Source
from leopold_web.receivables import mapping
from leopold_web.receivables.taking import keep_entries
from leopold_web.storage import create

Item = TypeVar("Item", Raw, Refusal, Doubt)
Mark = TypeVar("Mark", ImportRefusal, ImportDoubt)


def size(source: Source) -> int:
    """Return the bytes of a source."""
    return ingest.size([Path(source.path)])


def take(hold: Hold, made: Import, source: Source) -> None:
    """Take a source in, from where an earlier run stopped, or let it ask; LeopoldError when it has changed since."""
    _check_unchanged(hold, source)
    try:
        if source.kind == Source.Kind.LEDGER:
            _take_ledger(hold, made, source)
        else:
            _take_letters(hold, made, source)
    except LeopoldError as error:
        error.fault = error.fault.renamed(source.path, source.name)
        raise


def _check_unchanged(hold: Hold, source: Source) -> None:
    now = ingest.fingerprint([Path(source.path)])
    if not source.fingerprint:
        with transaction.atomic():
            hold.renew()
            Source.objects.filter(pk=source.pk).update(fingerprint=now)
    elif source.fingerprint != now:
        raise LeopoldError("changed", source=source.name)


def _take_letters(hold: Hold, made: Import, source: Source) -> None:
    items = islice(ingest.read_raws(Path(source.path)), source.taken, None)
    while chunk := list(islice(items, settings.LEOPOLD_CHUNK)):
        read = [_parsed(item, source) for item in chunk]
        with transaction.atomic():
            hold.renew()
            # Two imports into one workspace take turns, so that each sees the letters of the other.
            Workspace.objects.select_for_update().get(pk=made.workspace_id)
            _keep(made, read)
            Source.objects.filter(pk=source.pk).update(taken=F("taken") + len(chunk))
            weight = sum(len(item.data) for item in chunk if isinstance(item, Raw))
            Import.objects.filter(pk=made.pk).update(bytes_read=F("bytes_read") + weight)
        time.sleep(settings.LEOPOLD_PAUSE)  # SQLite gives waiting writers no turn of their own
    with transaction.atomic():
        hold.renew()
        Source.objects.filter(pk=source.pk).update(finished=True)


def _take_ledger(hold: Hold, made: Import, source: Source) -> None:
    found = mapping.read(made.workspace, source)
    if found is None:
        with transaction.atomic():
            hold.renew()
            Source.objects.filter(pk=source.pk).update(asks=True)
        return
    entries = [entry for entry in found.entries if isinstance(entry, Invoice | Payment | Balance)]
    refusals = [_named(entry, source) for entry in found.entries if isinstance(entry, Refusal)]
    doubts = [_named(entry, source) for entry in found.entries if isinstance(entry, Doubt)]
    balances = [entry for entry in entries if isinstance(entry, Balance)]
    doubts += [Doubt(source.name, 0, unreconciled(each)) for each in balances if each.difference]
    with transaction.atomic():
        hold.renew()
        Workspace.objects.select_for_update().get(pk=made.workspace_id)
        taken = keep_entries(made.workspace, entries, states=found.states, made=made, source=source.name)
        refusals += [Refusal(source.name, 0, fault) for fault in taken.refused]
        _remark(ImportRefusal, made, refusals)
        _remark(ImportDoubt, made, doubts)
        Import.objects.filter(pk=made.pk).update(
            ledger_read=F("ledger_read") + taken.read,
            ledger_repeated=F("ledger_repeated") + taken.repeated,
            ledger_refused=F("ledger_refused") + len(refusals),
            bytes_read=F("bytes_read") + size(source),
        )
        Source.objects.filter(pk=source.pk).update(finished=True)


def _named(item: Item, source: Source) -> Item:
    """Return `item` with its source as the person named it, not as the server keeps it."""
    place = item.source.removeprefix(source.path)
    return replace(item, source=source.name + place) if place != item.source else item


def _parsed(item: Raw | Refusal, source: Source) -> Arrival | Refusal:
    if isinstance(item, Refusal):
        return _named(item, source)
    raw = _named(item, source)
    message = ingest.parse(raw)
    return message if isinstance(message, Refusal) else Arrival.of(raw, message)


def _keep(made: Import, items: Sequence[Arrival | Refusal]) -> None:
    """Store what is new of a chunk, and count all of it."""
    arrivals = [item for item in items if isinstance(item, Arrival)]
    new = keep_letters(made.workspace, arrivals)
    refused = _remark(ImportRefusal, made, (item for item in items if isinstance(item, Refusal)))
    Import.objects.filter(pk=made.pk).update(
        read=F("read") + new, duplicates=F("duplicates") + len(arrivals) - new, refused=F("refused") + refused
    )


def _remark(model: type[Mark], made: Import, found: Iterable[Refusal | Doubt]) -> int:
    rows = [
        model(belongs_to=made, source=each.source, position=each.position, fault=each.fault.plain()) for each in found
    ]
    return len(create(model, rows))
