"""The JSON document of a scan. Its schema is docs/scan.schema.json; fields are added, never changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from leopold import words, words_culture, words_ledger
from leopold.commitments.expectations import Conflict, conflicts
from leopold.commitments.finding import promised
from leopold.commitments.following import Followed, follow
from leopold.ledger.why import WhyUnpaid, whys_unpaid
from leopold.model import (
    Alert,
    Cause,
    Conversation,
    Custom,
    Episode,
    Evidence,
    Health,
    Invoice,
    Letter,
    Person,
    Reason,
    Refusal,
    Relationship,
    Signal,
    Subject,
    Tally,
)
from leopold.scanning import Scan
from leopold.second_reader import Tally as Consultation
from leopold.signals import shown
from leopold.words import Language

Document = dict[str, Any]


def document(scan: Scan, language: Language) -> Document:
    """Return all that `scan` found as plain JSON values, sentences in `language`."""
    return {
        "version": 1,
        "as_of": scan.as_of.isoformat(),
        "language": language,
        "ours": list(scan.ours),
        "ours_inferred": scan.inferred,
        "input": {
            "read": scan.read,
            "duplicates": scan.duplicates,
            "refused": len(scan.refusals),
            "refusals": [_refusal(refusal, language) for refusal in scan.refusals],
            "automatic": scan.automatic,
            "later": scan.later,
        },
        "ledger": {
            "read": scan.ledger_read,
            "refused": len(scan.ledger_refusals),
            "refusals": [_refusal(refusal, language) for refusal in scan.ledger_refusals],
        },
        "second_reader": _second_reader(scan.second_reader, language) if scan.second_reader else None,
        "relationships": [_relationship(found, language, scan) for found in scan.relationships],
        "waiting": scan.waiting,
    }


def _second_reader(tally: Consultation, language: Language) -> Document:
    return {
        "host": tally.host,
        "model": tally.model,
        "asked": tally.asked,
        "remembered": tally.remembered,
        "not_asked": tally.not_asked,
        "failed": tally.failed,
        "accepted": tally.accepted,
        "dropped": tally.dropped,
        "reasons": dict(sorted(tally.reasons.items())),
        "failures": [fault.said(language) for fault in tally.faults],
    }


def _relationship(found: Relationship, language: Language, scan: Scan) -> Document:
    letters = {letter.message.id: letter for letter in found.letters}
    whys = _whys(found, scan.as_of)
    as_of, calendar = scan.as_of, scan.calendar
    promises = promised(found, calendar)
    return {
        "organization": found.organization.name,
        "domains": list(found.organization.domains),
        "kind": found.kind,
        "messages": len(found.letters),
        "people": [_person(person) for person in found.people],
        "health": {
            "now": round(found.health[-1].value, 2) if found.health else None,
            "history": [{"at": point.at.isoformat(), "value": round(point.value, 2)} for point in found.health],
            "moved_by": _moved_by(found.health, letters, language),
        },
        "alerts": [_alert(alert, letters, language) for alert in found.alerts],
        "signals": [_signal(one) for letter in found.letters for one in (*shown(letter.signals), *letter.seconded)],
        "tones": [_signal(tone) for letter in found.letters for tone in letter.tones],
        "commitments": [_commitment(one) for one in follow(found, promises, as_of, calendar)],
        "conflicting_expectations": [_conflict(one) for one in conflicts(found, promises, calendar)],
        "invoices": [_invoice(invoice, whys.get(invoice), letters, language) for invoice in found.invoices],
        "conversations": [_conversation(conversation) for conversation in found.conversations],
        "subjects": [_subject(subject, letters, language) for subject in found.subjects],
        "culture": [_custom(custom, language) for custom in found.culture],
        "causes": [_cause(cause, letters, language) for cause in found.causes],
    }


def _moved_by(history: tuple[Health, ...], letters: Mapping[str, Letter], language: Language) -> list[Document]:
    return [_reason(reason, letters, language) for reason in history[-1].reasons] if history else []


def _alert(alert: Alert, letters: Mapping[str, Letter], language: Language) -> Document:
    return {
        "raised_at": alert.raised_at.isoformat(),
        "closed_at": alert.closed_at.isoformat() if alert.closed_at else None,
        "message_id": alert.message_id,
        "probability": round(alert.probability, 4),
        "next_step": words.next_step(alert.next_step, language),
        "reasons": [_reason(reason, letters, language) for reason in alert.reasons],
    }


def _reason(reason: Reason, letters: Mapping[str, Letter], language: Language, text: str = "") -> Document:
    return {
        "kind": reason.kind,
        "text": text or words.describe(reason, language),
        "side": reason.side,
        "contribution": round(reason.contribution, 4),
        "evidence": _evidence(reason.evidence, letters),
        "fact": words.fact(reason.fact, language) if reason.fact else None,
    }


def _evidence(pieces: Iterable[Evidence], letters: Mapping[str, Letter]) -> list[Document]:
    found = []
    for piece in pieces:
        letter = letters[piece.message_id]
        message = letter.message
        found.append(
            {
                "message_id": piece.message_id,
                "start": piece.start,
                "end": piece.end,
                "quote": piece.quote,
                "from": message.sender.name or message.sender.email,
                "at": message.at.isoformat() if message.at else None,
                "reader": next((signal.reader for signal in letter.seconded if signal.evidence == piece), ""),
            }
        )
    return found


def _subject(subject: Subject, letters: Mapping[str, Letter], language: Language) -> Document:
    return {
        "subject": subject.name,
        "text": words_culture.subject(subject.name, language),
        "came_back": subject.came_back,
        "episodes": [_episode(episode, letters, language) for episode in subject.episodes],
    }


def _episode(episode: Episode, letters: Mapping[str, Letter], language: Language) -> Document:
    return {
        "began_at": episode.began_at.isoformat(),
        "last_at": episode.last_at.isoformat(),
        "rested_at": episode.rested_at.isoformat() if episode.rested_at else None,
        "weight": round(episode.weight, 4),
        "evidence": _evidence(episode.evidence, letters),
        "fact": words.fact(episode.fact, language) if episode.fact else None,
    }


def _custom(custom: Custom, language: Language) -> Document:
    return {
        "kind": custom.kind,
        "side": custom.side,
        "text": words_culture.custom(custom.kind, custom.side, language),
        "all": _tally(custom.whole, language),
        "earlier": _tally(custom.earlier, language),
        "lately": _tally(custom.lately, language),
        "changed": custom.changed,
        "changed_text": words_culture.changed(custom, language),
    }


def _tally(tally: Tally, language: Language) -> Document:
    share, interval = tally.share, tally.interval
    return {
        "n": tally.n,
        "share": round(share, 4) if share is not None else None,
        "interval": [round(end, 4) for end in interval] if interval is not None else None,
        "median_hours": round(tally.seconds / 3600, 2) if tally.known and tally.seconds is not None else None,
        "text": ", ".join(filter(None, (words_culture.share(tally, language), words_culture.usual(tally, language)))),
    }


def _cause(cause: Cause, letters: Mapping[str, Letter], language: Language) -> Document:
    return {
        "cause": cause.name,
        "side": cause.side,
        "text": words_culture.cause(cause.name, cause.side, language),
        "probability": round(cause.probability, 4),
        "reasons": [
            _reason(reason, letters, language, words_culture.cue(reason, language)) for reason in cause.reasons
        ],
    }


def _signal(signal: Signal) -> Document:
    return {
        "message_id": signal.evidence.message_id,
        "kind": signal.kind,
        "side": signal.side,
        "probability": round(signal.probability, 4),
        "start": signal.evidence.start,
        "end": signal.evidence.end,
        "quote": signal.evidence.quote,
        "reader": signal.reader,
    }


def _commitment(one: Followed) -> Document:
    promise = one.promise
    return {
        "message_id": promise.act.message_id,
        "side": promise.side,
        "start": promise.act.start,
        "end": promise.act.end,
        "quote": promise.act.quote,
        "due": promise.due.isoformat() if promise.due else None,
        "status": one.state,
        "who": promise.who,
        "to": list(promise.to),
        "probability": round(promise.probability, 4),
        "condition": promise.condition.quote if promise.condition else None,
        "request": _plain_evidence(promise.request) if promise.request else None,
        "changes": [
            {
                "status": change.state,
                "on": change.on.isoformat(),
                "due": change.due.isoformat() if change.due else None,
                "evidence": _plain_evidence(change.evidence) if change.evidence else None,
                "invoice": str(change.fact.values["number"]) if change.fact else None,
            }
            for change in one.changes
        ],
    }


def _conflict(one: Conflict) -> Document:
    return {
        "kind": one.kind,
        "side": one.side,
        "promise": _plain_evidence(one.promise),
        "expectation": _plain_evidence(one.expectation),
        "promised": one.promised,
        "expected": one.expected,
    }


def _plain_evidence(piece: Evidence) -> Document:
    return {"message_id": piece.message_id, "start": piece.start, "end": piece.end, "quote": piece.quote}


def _person(person: Person) -> Document:
    return {"name": person.name, "emails": list(person.emails), "side": person.side}


def _whys(found: Relationship, as_of: date) -> dict[Invoice, WhyUnpaid]:
    """Return why the overdue invoices of a relationship are unpaid."""
    came: defaultdict[str, Decimal] = defaultdict(Decimal)
    for each in found.payments:
        if each.at <= as_of:
            came[each.invoice] += each.amount
    left = {each: each.amount - came[each.number] for each in found.invoices if each.paid is None and each.due < as_of}
    return whys_unpaid(left, found.letters, found.invoices, as_of)


def _invoice(invoice: Invoice, why: WhyUnpaid | None, letters: Mapping[str, Letter], language: Language) -> Document:
    return {
        "number": invoice.number,
        "issued": invoice.issued.isoformat(),
        "due": invoice.due.isoformat(),
        "amount": str(invoice.amount),
        "currency": invoice.currency,
        "paid": invoice.paid.isoformat() if invoice.paid else None,
        "disputed": invoice.disputed,
        "why_unpaid": why.why if why else None,
        "why_evidence": _evidence(why.evidence, letters) if why else [],
        "why_facts": [words_ledger.fact(each, language) for each in why.facts] if why else [],
    }


def _conversation(conversation: Conversation) -> Document:
    return {
        "subject": conversation.subject,
        "message_ids": list(conversation.message_ids),
        "forecast": None if conversation.forecast is None else round(conversation.forecast, 4),
    }


def _refusal(refusal: Refusal, language: Language) -> Document:
    return {"source": refusal.source, "position": refusal.position, "reason": refusal.fault.said(language)}
