"""One analysed relationship as rows, and back to the engine's words where a page needs their wording."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from leopold import model
from leopold.correspondence.domains import plain_mailbox
from leopold.relationships.alerts import CLOSE
from leopold.signals import shown
from leopold_web.accounts.models import Workspace
from leopold_web.receivables.models import Booking, Invoice, Payment
from leopold_web.relationships.models import (
    Alert,
    Conversation,
    ConversationLink,
    HealthPoint,
    Message,
    Organization,
    Person,
    PersonAddress,
    Relationship,
    Signal,
)
from leopold_web.storage import clean, create, key_of, storable, synchronise

WEEKS: Final = 12


def key_of_organization(organization: model.Organization) -> str:
    """Return what a counterparty is known by over time: its first domain, or its name where it has none."""
    return key_of(min(organization.domains, default="") or organization.name)


def write(workspace: Workspace, found: model.Relationship, until: datetime, inputs: str) -> Relationship:
    """Make the rows of one relationship those of `found`. To be called within a transaction."""
    row = _relationship(workspace, found, until, inputs)
    people = _people(row, found)
    conversations = _conversations(row, found)
    messages = _messages(row, found, people, conversations)
    _signals(row, found, messages)
    _health(row, found)
    _alerts(row, found)
    _ledger(workspace, row, found)
    return row


def reason_row(reason: model.Reason) -> dict[str, Any]:
    """Return a reason as a JSON value."""
    fact = {"kind": reason.fact.kind, "values": dict(reason.fact.values)} if reason.fact else None
    evidence = [evidence_row(piece) for piece in reason.evidence]
    row = {"kind": reason.kind, "side": reason.side, "contribution": reason.contribution}
    return {**row, "evidence": evidence, "fact": fact}


def evidence_row(piece: model.Evidence) -> dict[str, Any]:
    """Return a piece of evidence as a JSON value."""
    return {"message_id": piece.message_id, "start": piece.start, "end": piece.end, "quote": piece.quote}


def reason_of(row: Mapping[str, Any]) -> model.Reason:
    """Return the reason that `reason_row` made `row` of, for `leopold.words` to describe."""
    fact = model.Fact(row["fact"]["kind"], row["fact"]["values"]) if row["fact"] else None
    evidence = tuple(model.Evidence(**piece) for piece in row["evidence"])
    return model.Reason(row["kind"], row["side"], row["contribution"], evidence, fact)


def standing_rows(found: model.Relationship) -> dict[str, Any]:
    """Return subjects of trouble, culture and causes as JSON values, by the columns that keep them."""
    return {
        "subjects": [
            {"name": one.name, "episodes": [_episode_row(each) for each in one.episodes]} for one in found.subjects
        ],
        "culture": [_custom_row(one) for one in found.culture],
        "causes": [
            {
                "name": one.name,
                "side": one.side,
                "base": one.base,
                "reasons": [reason_row(each) for each in one.reasons],
            }
            for one in found.causes
        ],
    }


def searched(found: model.Relationship) -> str:
    """Return what a relationship is found by, in folded case: names and addresses, a line each."""
    names = [found.organization.name, *found.organization.domains]
    names += [name for person in found.people for name in (person.name, *person.emails)]
    return str(storable("\n".join(dict.fromkeys(names)).casefold()))


def sparkline(history: Sequence[model.Health], until: datetime) -> list[float | None]:
    """Return the health at the end of each of the last 12 weeks, oldest first; None before the first letter."""
    values: list[float | None] = []
    for weeks in range(WEEKS - 1, -1, -1):
        end = until - timedelta(weeks=weeks)
        known = [point.value for point in history if point.at <= end]
        values.append(round(known[-1], 1) if known else None)
    return values


def _episode_row(episode: model.Episode) -> dict[str, Any]:
    fact = {"kind": episode.fact.kind, "values": dict(episode.fact.values)} if episode.fact else None
    return {
        "began_at": episode.began_at.isoformat(),
        "rested_at": episode.rested_at.isoformat() if episode.rested_at else None,
        "weight": episode.weight,
        "evidence": [evidence_row(piece) for piece in episode.evidence],
        "fact": fact,
    }


def _custom_row(custom: model.Custom) -> dict[str, Any]:
    periods = {"whole": custom.whole, "earlier": custom.earlier, "lately": custom.lately}
    tallies = {name: [tally.count, tally.n, tally.seconds] for name, tally in periods.items()}
    return {"kind": custom.kind, "side": custom.side, **tallies}


def _relationship(workspace: Workspace, found: model.Relationship, until: datetime, inputs: str) -> Relationship:
    organization, _ = Organization.objects.update_or_create(
        workspace=workspace,
        key=key_of_organization(found.organization),
        defaults={
            "name": storable(found.organization.name),
            "domains": storable(list(found.organization.domains)),
        },
    )
    last = max((letter for letter in found.letters if letter.message.at), key=_moment, default=None)
    opened = [alert for alert in found.alerts if alert.closed_at is None]
    now = found.health[-1] if found.health else None
    return Relationship.objects.update_or_create(
        organization=organization,
        defaults={
            "workspace": workspace,
            "kind": found.kind,
            "state": _state(bool(opened), now),
            "health": now.value if now else None,
            "log_odds": now.log_odds if now else None,
            "base": now.base if now else None,
            "reasons": storable([reason_row(reason) for reason in now.reasons]) if now else [],
            "sparkline": sparkline(found.health, until),
            "letters": len(found.letters),
            "last_letter_at": last.message.at if last else None,
            "last_side": last.side if last else "",
            "open_alert_at": opened[-1].raised_at if opened else None,
            **storable(standing_rows(found)),
            "inputs": inputs,
            "searched": searched(found),
        },
    )[0]


def _moment(letter: model.Letter) -> tuple[bool, datetime | None]:
    return (letter.message.at is not None, letter.message.at)


def _state(waiting: bool, now: model.Health | None) -> str:
    if waiting:
        return Relationship.State.ALERT
    return Relationship.State.WATCH if now and now.log_odds >= CLOSE else Relationship.State.CALM


def _people(row: Relationship, found: model.Relationship) -> dict[str, Person]:
    """Write the people, and return each by their addresses."""
    written, last = Counter[str](), dict[str, datetime]()
    for letter in found.letters:
        email, at = plain_mailbox(letter.message.sender.email), letter.message.at
        written[email] += 1
        if at and (email not in last or at > last[email]):
            last[email] = at
    wanted = [
        Person(
            relationship=row,
            key=key_of(person.emails[0] if person.emails else person.name),
            name=person.name,
            side=person.side,
            letters=sum(written[email] for email in person.emails),
            last_letter_at=max((last[email] for email in person.emails if email in last), default=None),
        )
        for person in found.people
    ]
    people = {person.key: person for person in synchronise(row.people.all(), wanted, lambda person: person.key)}
    PersonAddress.objects.filter(person__relationship=row).delete()
    addresses = {
        email: people[key_of(person.emails[0])] for person in reversed(found.people) for email in person.emails
    }
    create(PersonAddress, [PersonAddress(person=person, email=email) for email, person in addresses.items()])
    return addresses


def _conversations(row: Relationship, found: model.Relationship) -> dict[str, Conversation]:
    """Write the conversations, and return each by the ids of its letters."""
    moments = {letter.message.id: letter.message.at for letter in found.letters}
    wanted = []
    for conversation in found.conversations:
        dated = [at for own_id in conversation.message_ids if (at := moments.get(own_id))]
        wanted.append(
            Conversation(
                relationship=row,
                key=key_of(conversation.message_ids[0]),
                subject=conversation.subject,
                letters=sum(own_id in moments for own_id in conversation.message_ids),
                first_at=min(dated, default=None),
                last_at=max(dated, default=None),
            )
        )
    rows = synchronise(row.conversations.all(), wanted, lambda conversation: conversation.key)
    by_key = {conversation.key: conversation for conversation in rows}
    ConversationLink.objects.filter(conversation__relationship=row).delete()
    create(
        ConversationLink,
        [
            ConversationLink(
                conversation=by_key[key_of(conversation.message_ids[0])],
                child=link.child,
                parent=link.parent,
                by=link.by,
            )
            for conversation in found.conversations
            for link in conversation.links
        ],
    )
    return {
        own_id: by_key[key_of(conversation.message_ids[0])]
        for conversation in found.conversations
        for own_id in conversation.message_ids
    }


def _messages(
    row: Relationship,
    found: model.Relationship,
    people: Mapping[str, Person],
    conversations: Mapping[str, Conversation],
) -> dict[str, Message]:
    """Write the letters, and return each by its own id."""
    wanted = [
        Message(
            relationship=row,
            conversation=conversations.get(letter.message.id),
            sender=people.get(plain_mailbox(letter.message.sender.email)),
            key=key_of(letter.message.id),
            own_id=letter.message.id,
            at=letter.message.at,
            utc_offset=letter.message.utc_offset,
            side=letter.side,
            language=letter.language,
            sender_name=letter.message.sender.name,
            sender_email=letter.message.sender.email,
            to=[[address.name, address.email] for address in letter.message.to],
            cc=[[address.name, address.email] for address in letter.message.cc],
            subject=letter.message.subject,
            text=letter.message.text,
            zones=[[zone.kind, zone.start, zone.end] for zone in letter.zones],
            automatic=letter.message.automatic,
            attachments=[
                {"name": one.name, "content_type": one.content_type, "size": one.size}
                for one in letter.message.attachments
            ],
            source=letter.message.source,
            position=letter.message.position,
        )
        for letter in found.letters
    ]
    rows = synchronise(row.messages.all(), wanted, lambda message: message.key)
    return {message.key: message for message in rows}


def _signals(row: Relationship, found: model.Relationship, messages: Mapping[str, Message]) -> None:
    Signal.objects.filter(message__relationship=row).delete()
    create(
        Signal,
        [
            Signal(
                message=messages[key_of(letter.message.id)],
                kind=signal.kind,
                side=signal.side,
                probability=signal.probability,
                start=signal.evidence.start,
                end=signal.evidence.end,
                quote=signal.evidence.quote,
                reader=signal.reader,
            )
            for letter in found.letters
            for signal in (*shown(letter.signals), *letter.seconded)
        ],
    )


def _health(row: Relationship, found: model.Relationship) -> None:
    row.health_points.all().delete()
    create(
        HealthPoint,
        [
            HealthPoint(
                relationship=row,
                at=point.at,
                value=point.value,
                base=point.base,
                log_odds=point.log_odds,
                reasons=[reason_row(reason) for reason in point.reasons],
            )
            for point in found.health
        ],
    )


def _alerts(row: Relationship, found: model.Relationship) -> None:
    wanted = [
        Alert(
            relationship=row,
            key=key_of(f"{alert.raised_at.isoformat()} {alert.message_id or ''}"),
            raised_at=alert.raised_at,
            closed_at=alert.closed_at,
            own_id=alert.message_id or "",
            probability=alert.probability,
            reasons=[reason_row(reason) for reason in alert.reasons],
            next_step=alert.next_step,
        )
        for alert in found.alerts
    ]
    synchronise(row.alerts.all(), wanted, lambda alert: alert.key)


def _ledger(workspace: Workspace, row: Relationship, found: model.Relationship) -> None:
    """Tie the invoices and payments of the workspace that are theirs to the relationship."""
    row.invoices.update(relationship=None, settled=None)
    row.payments.update(relationship=None)
    for invoice in found.invoices:
        named = clean(Invoice(number=invoice.number, counterparty=invoice.counterparty))
        same = Invoice.objects.filter(
            workspace=workspace, number=named.number, counterparty=named.counterparty, issued=invoice.issued
        )
        same.filter(amount=invoice.amount).update(relationship=row, settled=invoice.paid)
    names = sorted({key_of(invoice.counterparty) for invoice in found.invoices})
    # Credit notes count for what they take back, and stand among the engine's invoices no more.
    Invoice.objects.filter(workspace=workspace, amount__lt=0, counterparty__in=names).update(relationship=row)
    for payment in found.payments:
        paid = clean(Payment(invoice=payment.invoice, counterparty=payment.counterparty))
        Payment.objects.filter(
            workspace=workspace,
            invoice=paid.invoice,
            counterparty=paid.counterparty,
            at=payment.at,
            amount=payment.amount,
            currency=payment.currency,
        ).update(relationship=row)
    booked = Booking.objects.filter(invoice__relationship=row, sure=True).values("payment")
    Payment.objects.filter(workspace=workspace, pk__in=booked).update(relationship=row)
