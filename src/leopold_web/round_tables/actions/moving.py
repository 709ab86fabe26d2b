"""Take a table to another computer, such as a neutral host's: everything said, and what is private still sealed.

Each party agrees to the move and chooses a word. The file holds the table's key sealed with all words together, so
that neither who makes the file nor any one party can open what is private; the new host asks the parties for them.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.utils import Error as DatabaseError

from leopold_web.accounts.models import Workspace
from leopold_web.commitments.models import Commitment
from leopold_web.round_tables import engine, sealing
from leopold_web.round_tables.actions import erasing, machine, opening
from leopold_web.round_tables.models import (
    Acceptance,
    Agreement,
    AgreementPoint,
    CheckAnswers,
    DeadlineWish,
    Exhibit,
    Expectation,
    Fact,
    FactAnswer,
    FollowUp,
    Improvement,
    ImprovementReply,
    OptionLink,
    PrivateAnswers,
    Proposal,
    Remark,
    Round,
    RoundTable,
    Seat,
    SeatChange,
    SeatClock,
    Signature,
    StageClock,
    TableIssue,
    TableOption,
)
from leopold_web.round_tables.refusals import RefusedError
from leopold_web.storage import clean

VERSION: Final = 1
KIND: Final = "leopold round table"
ROWS: Final[tuple[tuple[type[models.Model], str], ...]] = (
    (Seat, "table"),
    (StageClock, "table"),
    (SeatClock, "clock__table"),
    (SeatChange, "seat__table"),
    (DeadlineWish, "clock__table"),
    (Fact, "table"),
    (FactAnswer, "fact__table"),
    (Exhibit, "table"),
    (Expectation, "table"),
    (TableIssue, "table"),
    (TableOption, "issue__table"),
    (OptionLink, "table"),
    (Remark, "issue__table"),
    (PrivateAnswers, "seat__table"),
    (CheckAnswers, "seat__table"),
    (Round, "table"),
    (Proposal, "round__table"),
    (Acceptance, "round__table"),
    (Agreement, "table"),
    (AgreementPoint, "agreement__table"),
    (Signature, "agreement__table"),
    (Improvement, "table"),
    (ImprovementReply, "improvement__table"),
    (FollowUp, "table"),
    (Commitment, "agreement__table"),
)
"""What moves with a table, each after what it refers to, with the way from it to the table. Links do not move."""
LEFT: Final = frozenset(
    {"id", "table", "user", "opened_by", "workspace", "relationship", "follows", "sealed_key", "move_word"}
    | {"about", "keeper", "made_by", "found_key", "evidence", "offered"}
)
"""What is not written: it means something on this computer alone, or it opens what is private."""


def agree(seat: Seat, word: str, now: datetime) -> None:
    """Agree to a move, with a word of at least eight characters that this party alone knows."""
    stages = tuple(RoundTable.Stage)
    with machine.acting(seat, now, *stages):
        chosen = machine.text_of(word, 200)
        if len(chosen) < 8:
            raise RefusedError("word_too_short")
        seat.move_word = sealing.seal(seat, "word", chosen)
        seat.save(update_fields=["move_word"])


def export_table(table: RoundTable) -> dict[str, Any]:
    """Return a table as JSON; RefusedError unless every party has agreed to the move and the engine is at rest."""
    with transaction.atomic():
        table = machine.hold(table.pk)
        if table.rounds.filter(state=Round.State.WORKING).exists():
            raise RefusedError("being_worked_out")
        parties = engine.parties_of(table)
        if any(seat.move_word is None for seat in parties):
            raise RefusedError("not_all_agree")
        words = [sealing.open_sealed(seat, "word", bytes(seat.move_word or b"")) for seat in parties]
        return {
            "kind": KIND,
            "version": VERSION,
            "key": _text(sealing.pack_key(table, words)),
            "table": _plain(table),
            "rows": {
                model.__name__: [_plain(row) | {"id": row.pk} for row in _all(model, way, table)] for model, way in ROWS
            },
        }


def leave(table: RoundTable, now: datetime) -> None:
    """Close a table that was moved, and erase here what is private."""
    with transaction.atomic():
        found = machine.hold(table.pk)
        if any(seat.move_word is None for seat in engine.parties_of(found)):
            raise RefusedError("not_all_agree")
        if found.is_open:
            machine.close(found, RoundTable.Ending.MOVED, now)
        erasing.erase(found.pk, now)


def import_table(
    workspace: Workspace, document: Mapping[str, Any], words: Sequence[str], address: str, now: datetime
) -> RoundTable:
    """Take in an exported table with the words of its parties, in the order of their seats, and invite everybody.

    RefusedError when the document is none, the table is here already, or the words are others; nothing is kept then.
    """
    if document.get("kind") != KIND or document.get("version") != VERSION:
        raise RefusedError("bad_document")
    try:
        with transaction.atomic():
            table = _table(workspace, document, words, address)
            numbers: dict[str, dict[int, int]] = {"RoundTable": {0: table.pk}}
            for model, _way in ROWS:
                numbers[model.__name__] = {
                    row["id"]: _row(model, row, table, numbers) for row in document["rows"][model.__name__]
                }
            _renumber(table, numbers)
            for seat in table.seats.all():
                opening.invite(seat, now)
    except (KeyError, TypeError, ValueError, AttributeError, binascii.Error, ValidationError, DatabaseError) as error:
        raise RefusedError("bad_document") from error
    return table


def _renumber(table: RoundTable, numbers: Mapping[str, Mapping[int, int]]) -> None:
    """Let the domains of the rounds, and private answers, name the issues and options by their numbers here."""
    issues, options = numbers["TableIssue"], numbers["TableOption"]
    for made in table.rounds.all():
        made.domain = [[issues[issue], [options[option] for option in row]] for issue, row in made.domain]  # type: ignore[index, attr-defined]
        made.save()
    for row in PrivateAnswers.objects.filter(seat__table=table).select_related("seat__table").order_by("seat__number"):
        kept = sealing.open_sealed(row.seat, "answers", bytes(row.sealed))
        kept |= {name: _renamed(kept[name], issues) for name in ("points", "order", "ranges") if name in kept}
        kept |= {name: _renamed(kept[name], options) for name in ("ratings", "never", "steps") if name in kept}
        row.sealed = sealing.seal(row.seat, "answers", kept)
        row.save()
    for checks in CheckAnswers.objects.filter(seat__table=table).select_related("seat__table").order_by("seat__number"):
        kept = sealing.open_sealed(checks.seat, "checks", bytes(checks.sealed))
        for each in kept["answers"]:
            each |= {name: _renamed(each[name], options) for name in ("first", "second")}
        checks.sealed = sealing.seal(checks.seat, "checks", kept)
        checks.save()


def _renamed(named: Any, numbers: Mapping[int, int]) -> Any:
    """Return a mapping by number, or a list of numbers, with those of this desk; what is no number here stays."""
    if isinstance(named, dict):
        return {_renamed([key], numbers)[0]: value for key, value in named.items()}
    if not isinstance(named, list):
        return named
    here = {str(old): new for old, new in numbers.items()}
    return [type(each)(here.get(str(each), each)) if isinstance(each, str | int) else each for each in named]


def _table(workspace: Workspace, document: Mapping[str, Any], words: Sequence[str], address: str) -> RoundTable:
    table = RoundTable(workspace=workspace)
    given = document["table"]
    for field in _fields(RoundTable):
        setattr(table, field.attname, _value(field, given[field.name]))
    if RoundTable.objects.filter(code=table.code).exists():
        raise RefusedError("there_already")
    table.sealed_key = sealing.unpack_key(table, base64.b64decode(document["key"], validate=True), list(words))
    table.moved_from, table.host, table.address = table.host, workspace.name, address
    table.full_clean(exclude=[*LEFT, *_blanks(table)], validate_unique=False)
    clean(table).save()
    return table


def _row(
    model: type[models.Model], given: Mapping[str, Any], table: RoundTable, numbers: Mapping[str, Mapping[int, int]]
) -> int:
    row = model()
    if isinstance(row, Commitment):
        row.workspace = table.workspace
    if any(field.name == "table" for field in model._meta.concrete_fields):
        row.table = table  # type: ignore[attr-defined]
    for field in _fields(model):
        value = given[field.name]
        if isinstance(field, models.ForeignKey) and value is not None:
            value = numbers[field.related_model.__name__][value]
        setattr(row, field.attname, _value(field, value))
    row.full_clean(validate_unique=False, validate_constraints=False, exclude=[*LEFT, *_blanks(row)])
    clean(row).save(force_insert=True)
    for many in model._meta.many_to_many:
        getattr(row, many.name).set([numbers["Seat"][seat] for seat in given[many.name]])
    return int(row.pk)


def _blanks(row: models.Model) -> list[str]:
    """Return the fields that are empty and may be: `full_clean` minds what forms may leave empty, not what rows may."""
    return [field.name for field in row._meta.concrete_fields if not getattr(row, field.attname)]


def _all(model: type[models.Model], way: str, table: RoundTable) -> list[models.Model]:
    return list(model._default_manager.filter(**{way: table}).order_by("pk"))


def _fields(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    return [field for field in model._meta.concrete_fields if field.name not in LEFT]


def _plain(row: models.Model) -> dict[str, Any]:
    found = {field.name: _written(field, getattr(row, field.attname)) for field in _fields(type(row))}
    for many in row._meta.many_to_many:
        found[many.name] = sorted(getattr(row, many.name).values_list("pk", flat=True))
    return found


def _written(field: models.Field[Any, Any], value: Any) -> Any:
    if value is None or isinstance(field, models.JSONField):
        return value
    if isinstance(field, models.BinaryField):
        return _text(bytes(value))
    return value if isinstance(value, bool | int) else str(value)


def _value(field: models.Field[Any, Any], value: Any) -> Any:
    if value is None or isinstance(field, models.JSONField):
        return value
    if isinstance(field, models.BinaryField):
        return base64.b64decode(value, validate=True)
    return field.target_field.to_python(value) if isinstance(field, models.ForeignKey) else field.to_python(value)


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode()
