"""What every room needs to keep the engine's words in a database."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)

# PostgreSQL keeps no NUL, and no database half a surrogate pair.
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
BATCH = 500


def storable(value: Any) -> Any:
    """Return `value`, a string or a JSON value, with what no database keeps replaced, character for character."""
    match value:
        case str():
            return UNSTORABLE.sub("\ufffd", value)
        case list() | tuple():
            return [storable(item) for item in value]
        case dict():
            return {storable(key): storable(item) for key, item in value.items()}
    return value


def key_of(text: str) -> str:
    """Return `text` as a key of at most 200 characters: itself, or its beginning and a digest of it."""
    text = storable(text)
    if len(text) <= 200:
        return text
    return text[:160] + hashlib.blake2b(text.encode(), digest_size=20).hexdigest()


def clean(row: Row) -> Row:
    """Make every text of `row` storable, and return it."""
    for field in row._meta.concrete_fields:
        if isinstance(field, models.CharField | models.TextField | models.JSONField):
            setattr(row, field.attname, storable(getattr(row, field.attname)))
    return row


def create(model: type[Row], rows: Iterable[Row]) -> list[Row]:
    """Insert `rows` in their order."""
    return model._default_manager.bulk_create([clean(row) for row in rows], batch_size=BATCH)


def synchronise(existing: models.QuerySet[Row], wanted: Iterable[Row], name: Callable[[Row], Hashable]) -> list[Row]:
    """Make the rows of `existing` those of `wanted`: a row of the same name keeps its number, the rest come and go.

    `name` tells which row is which; of two wanted rows of one name the first counts. Returns the rows, in the order
    of `wanted`, with their numbers.
    """
    model, there = existing.model, {name(row): row for row in existing}
    rows = dict[Hashable, Row]()
    for row in wanted:
        rows.setdefault(name(clean(row)), row)
    if gone := [row.pk for known, row in there.items() if known not in rows]:
        for start in range(0, len(gone), BATCH):
            model._default_manager.filter(pk__in=gone[start : start + BATCH]).delete()
    new = [row for known, row in rows.items() if known not in there]
    fields = [field.name for field in model._meta.concrete_fields if not field.primary_key]
    changed = []
    for known, row in rows.items():
        if known in there:
            row.pk = there[known].pk
            if any(getattr(row, field) != getattr(there[known], field) for field in attributes(model)):
                changed.append(row)
    if changed:
        model._default_manager.bulk_update(changed, fields, batch_size=100)
    model._default_manager.bulk_create(new, batch_size=BATCH)
    return list(rows.values())


def attributes(model: type[models.Model]) -> list[str]:
    """Return the names of the columns of `model` but its number."""
    return [field.attname for field in model._meta.concrete_fields if not field.primary_key]
