"""Seventh stage: who does each point of what was accepted, and until when; all parties confirm the whole."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from leopold_web.round_tables import engine
from leopold_web.round_tables.actions import facts
from leopold_web.round_tables.actions.machine import acting, enter, mark_done, reopen
from leopold_web.round_tables.models import Agreement, AgreementPoint, RoundTable, Seat
from leopold_web.round_tables.refusals import RefusedError
from leopold_web.storage import clean

Stage = RoundTable.Stage


def set_point(seat: Seat, number: int, owner: int, due: date, text: str, now: datetime) -> AgreementPoint:
    """Say who does a point, until when, and in which words; what was confirmed before has to be confirmed again."""
    with acting(seat, now, Stage.AGREEMENT) as table:
        point = latest(table).points.filter(number=number).first()
        who = table.seats.filter(pk=owner, role=Seat.Role.PARTY).first()
        if point is None or who is None:
            raise RefusedError("not_yours")
        point.owner, point.due, point.text = who, due, text.strip()[:5000]
        clean(point).save()
        point.agreement.confirmed_by.clear()
        reopen(table)
    return point


def changed(seat: Seat, rows: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return those of `rows` (number, owner, due, text) that say something else than the points do."""
    kept = {point.number: (point.owner_id, point.due, point.text) for point in latest(seat.table).points.all()}
    return [row for row in rows if kept.get(row["number"]) != (row["owner"], row["due"], row["text"].strip())]


def confirm(seat: Seat, now: datetime) -> None:
    """Confirm all points as they stand; when all parties have, what is to be signed is fixed."""
    with acting(seat, now, Stage.AGREEMENT) as table:
        agreement = latest(table)
        if any(point.owner_id is None or point.due is None for point in agreement.points.all()):
            raise RefusedError("point_incomplete")
        agreement.confirmed_by.add(seat)
        if mark_done(seat, now):
            agreement.content = content_of(agreement)
            agreement.content_hash = hash_of(agreement.content)
            agreement.save()
            enter(table, Stage.PROTOCOL, now)


def latest(table: RoundTable) -> Agreement:
    """Return the agreement that counts; RefusedError when there is none."""
    found = table.agreements.last()
    if found is None:
        raise RefusedError("other_stage")
    return found


def content_of(agreement: Agreement) -> dict[str, Any]:
    """Return what the parties sign: who they are, the facts all agreed to, and the points."""
    table = agreement.table
    parties = engine.parties_of(table)
    numbers = {seat.pk for seat in parties}
    known = table.facts.prefetch_related("answers")
    return {
        "version": 1,
        "table": table.code,
        "agreement": agreement.version,
        "subject": table.subject,
        "host": table.host,
        "opened": table.opened_at.isoformat(),
        "accepted": agreement.accepted_at.isoformat(),
        "parties": [{"number": seat.number, "name": seat.name, "side": seat.side} for seat in parties],
        "facts": [fact.text for fact in known if facts.is_agreed(fact, numbers)],
        "points": [
            {
                "number": point.number,
                "issue": point.issue,
                "choice": point.choice,
                "text": point.text,
                "owner": point.owner.number if point.owner else None,
                "due": point.due.isoformat() if point.due else None,
            }
            for point in agreement.points.select_related("owner")
        ],
    }


def hash_of(content: dict[str, Any]) -> str:
    """Return the SHA-256 of the canonical JSON of `content`: sorted keys, no space, UTF-8."""
    plain = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()
