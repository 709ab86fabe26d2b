"""From letters and a ledger to relationships: who is in touch with us, in which letters, and who owes what."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from leopold.correspondence.domains import plain_mailbox
from leopold.correspondence.language import language
from leopold.correspondence.people import Directory
from leopold.correspondence.threads import thread
from leopold.model import (
    Conversation,
    Invoice,
    Letter,
    Message,
    Organization,
    Payment,
    Person,
    Relationship,
    RelationshipKind,
    Zone,
)
from leopold.relationships.books import Books
from leopold.relationships.counterparties import Party, matched
from leopold.relationships.introduced import brought_in_by
from leopold.relationships.mailings import is_mailing, muted
from leopold.relationships.naming import names_of
from leopold.signals import hear

Zones = Callable[[Message], tuple[Zone, ...]]

_BILL = re.compile(r"\b(?:invoice|счет|счёт|rechnung|facture)", re.IGNORECASE)


def gather(
    messages: Iterable[Message],
    directory: Directory,
    zones_of: Zones,
    invoices: Sequence[Invoice] = (),
    payments: Sequence[Payment] = (),
) -> list[Relationship]:
    """Return a relationship for each counterparty in the letters or the ledger, sorted by name, with its letters.

    A letter to several counterparties belongs to each; letters among ourselves or among others belong to none, nor do
    automatic ones; a letter without a possible date stands in its conversation only. A private address is a
    counterparty of its own: its organization's one "domain" is that address. Parties that a counterparty brought in
    belong to it. Of whoever only sends mailings, and is not in the ledger, the letters count as newsletters. Of the
    ledger, names that fit nobody in the letters become relationships without letters. `directory` should have observed
    the letters.
    """
    external = {m.id: m for m in messages if not m.automatic and directory.counterparties(m)}
    sides = {each: directory.counterparties(external[each]) for each in sorted(external, key=_by_date(external))}
    conversations = thread(external.values(), zones_of)
    letters = _letters(external.values(), directory, zones_of)
    people = {email: person for person in directory.people() for email in person.emails}
    seen = {domain: each.name for each in directory.organizations() for domain in each.domains}
    books = Books(invoices, payments)

    def parties(ids: Mapping[str, Sequence[str]]) -> list[Party]:
        mine = {key: [letters[each] for each in ids[key] if each in letters] for key in sorted(ids)}
        return [Party(key, names_of(key, mine[key], seen, people), mine[key]) for key in mine]

    # Whom we bill has a relationship with us, whoever brought them in.
    billed = matched(books.names(), parties(_by_party(sides, {})), books.numbers()) if books.names() else {}
    ids = _by_party(sides, _hosts(conversations, sides, billed.values()))
    found = parties(ids)
    called = {**matched(books.names(), found, books.numbers()), **billed}
    whole = _restricted(conversations, ids)
    gathered = []
    for party in found:
        names = [name for name, key in called.items() if key == party.key]
        letters_of = muted(party.letters) if not names and is_mailing(party.letters) else party.letters
        organization = Organization(books.favourite(names) or party.names[0], (party.key,))
        gathered.append(_relationship(organization, letters_of, whole[party.key], books.of(names), people))
    unknown = (name for name in books.names() if name not in called)
    gathered.extend(_relationship(Organization(name, ()), [], [], books.of([name]), people) for name in unknown)
    return sorted(gathered, key=lambda each: (each.organization.name, each.organization.domains))


def _by_date(messages: Mapping[str, Message]) -> Callable[[str], tuple[str, str]]:
    return lambda each: (str(messages[each].at or "undated"), each)


def _hosts(
    conversations: Sequence[Conversation], sides: Mapping[str, Sequence[str]], billed: Iterable[str]
) -> dict[str, str]:
    """By whom each party was brought in; those we bill were not."""
    together = [frozenset(party for each in talk.message_ids for party in sides[each]) for talk in conversations]
    hosts = brought_in_by(together, Counter(party for found in sides.values() for party in found))
    return {guest: host for guest, host in hosts.items() if guest not in set(billed)}


def _by_party(sides: Mapping[str, Sequence[str]], hosts: Mapping[str, str]) -> dict[str, list[str]]:
    """The ids of each counterparty's letters, those of whom it brought in included."""
    ids: dict[str, list[str]] = defaultdict(list)
    for each, parties in sides.items():
        for party in sorted({hosts.get(party, party) for party in parties}):
            ids[party].append(each)
    return ids


def _letters(messages: Iterable[Message], directory: Directory, zones_of: Zones) -> dict[str, Letter]:
    letters = {}
    for message in messages:
        if message.at is None:
            continue
        zones = zones_of(message)
        side, tongue = directory.side(message.sender.email), language(_own(message, zones))
        letters[message.id] = Letter(message, side, tongue, zones, *hear(message, side, tongue, zones))
    return letters


def _own(message: Message, zones: Sequence[Zone]) -> str:
    own = "\n".join(message.text[zone.start : zone.end] for zone in zones if zone.kind == "own")
    return own if own.strip() else message.text


def _restricted(
    conversations: Sequence[Conversation], parties: Mapping[str, Sequence[str]]
) -> dict[str, list[Conversation]]:
    """Each party's conversations: of a conversation with several parties, those letters that belong to it."""
    owners: dict[str, list[str]] = defaultdict(list)
    for key, ids in parties.items():
        for each in ids:
            owners[each].append(key)
    found: dict[str, list[Conversation]] = {key: [] for key in parties}
    for talk in conversations:
        for key in sorted({key for each in talk.message_ids for key in owners[each]}):
            ids = tuple(each for each in talk.message_ids if key in owners[each])
            links = tuple(link for link in talk.links if key in owners[link.child] and key in owners[link.parent])
            found[key].append(Conversation(talk.subject, ids, links))
    return found


def _relationship(
    organization: Organization,
    letters: Sequence[Letter],
    conversations: Sequence[Conversation],
    books: tuple[tuple[Invoice, ...], tuple[Payment, ...]],
    people: Mapping[str, Person],
) -> Relationship:
    invoices, payments = books
    taking_part = {
        plain_mailbox(each.email)
        for letter in letters
        for each in (letter.message.sender, *letter.message.to, *letter.message.cc)
    }
    known = {people[email] for email in taking_part if email in people}
    return Relationship(
        organization=organization,
        kind=_kind(letters, invoices),
        people=tuple(sorted(known, key=lambda person: (person.side, person.name, person.emails))),
        letters=tuple(letters),
        conversations=tuple(conversations),
        invoices=invoices,
        payments=payments,
    )


def _kind(letters: Sequence[Letter], invoices: Sequence[Invoice]) -> RelationshipKind:
    """Whoever we bill is a client. Else it is a partner who sends us bills more often than we send any, twice at least.

    A bill is a letter that names one in its subject or in the name of a file. Who sends none is a client.
    """
    if invoices:
        return "client"
    bills = Counter(letter.side for letter in letters if _BILL.search(letter.message.subject) or _has_bill(letter))
    return "partner" if bills["theirs"] >= 2 and bills["theirs"] > bills["ours"] else "client"


def _has_bill(letter: Letter) -> bool:
    return any(_BILL.search(attachment.name) for attachment in letter.message.attachments)
