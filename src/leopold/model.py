"""The words of Leopold, as frozen typed dataclasses.

Everything that passes between the rooms of the engine is one of these. Time is an aware UTC `datetime`;
dates of promises and invoices are `date`; money is `Decimal` with an ISO 4217 currency.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from leopold.faults import Fault

Side = Literal["ours", "theirs"]
RelationshipKind = Literal["client", "partner"]
ZoneKind = Literal["own", "quote", "forward", "signature"]
LinkSource = Literal["references", "thread-index", "quote", "subject"]
Automatic = Literal["", "bounce", "auto-reply", "newsletter"]


@dataclass(frozen=True, slots=True)
class Raw:
    """One letter as it came, before anything is made of it.

    `source` names the file (an archive's member as ``archive.zip!folder/1.eml``), `position` is the byte
    offset in that file, or the row of a table counted from 1. `form` says how to read `data`: an RFC 5322
    letter, or one row of a table as a JSON object.
    """

    source: str
    position: int
    data: bytes
    form: Literal["letter", "row"] = "letter"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Input that could not be read: where it stands, and why."""

    source: str
    position: int
    fault: Fault

    @property
    def reason(self) -> str:
        """Why, in English words that name the mend; `fault.said` has them in every language."""
        return self.fault.said("en")


@dataclass(frozen=True, slots=True)
class Address:
    """A mailbox as a header gives it. `email` is lower case, IDN domains in Unicode; empty when there is none."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of a letter's text, `text[start:end]`. The zones of a letter cover its text without gap or overlap."""

    kind: ZoneKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Attachment:
    """What came with a letter; `size` in bytes as transferred."""

    name: str
    content_type: str
    size: int


@dataclass(frozen=True, slots=True)
class Message:
    """One letter, chat line or ticket article, decoded once.

    `id` is the letter's own Message-ID with angle brackets, or one derived from its content where it has none.
    `at` is aware UTC, or None when no header gives a possible date. `marked` are stretches that the letter's own
    HTML marks as quoted, forwarded or signature, as offsets into `text`.
    """

    id: str
    at: datetime | None
    sender: Address
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    subject: str
    text: str
    source: str
    position: int
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    thread_index: str = ""
    automatic: Automatic = ""
    attachments: tuple[Attachment, ...] = ()
    marked: tuple[Zone, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Why `child` follows `parent` in a conversation. "quote" and "subject" are the weaker kinds."""

    child: str
    parent: str
    by: LinkSource


@dataclass(frozen=True, slots=True)
class Conversation:
    """A thread of letters: ids in the order of their dates, and the links that joined them.

    `forecast` is the probability, 0..1, that it ends in open conflict, None where nobody has worked it out.
    """

    subject: str
    message_ids: tuple[str, ...]
    links: tuple[Link, ...] = ()
    forecast: float | None = None


@dataclass(frozen=True, slots=True)
class Organization:
    """A firm, known by its registrable domains; `name` is the best name seen for it."""

    name: str
    domains: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A human with addresses. `organization` is the first domain of theirs, "" for a private person."""

    name: str
    emails: tuple[str, ...]
    side: Side
    organization: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where something stands: `text[start:end] == quote` in the letter's own decoded text, always."""

    message_id: str
    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if not self.quote or self.end - self.start != len(self.quote) or self.start < 0:
            raise ValueError(
                f"evidence in {self.message_id} at {self.start}:{self.end} does not fit its quote {self.quote!r}"
            )

    @classmethod
    def of(cls, message: Message, start: int, end: int) -> Evidence:
        """Return the evidence that stands at `message.text[start:end]`; ValueError when that is empty."""
        return cls(message.id, start, end, message.text[start:end])


@dataclass(frozen=True, slots=True)
class Signal:
    """Something read in one letter: `probability` in 0..1 that a careful reader would mark it so.

    `reader` is who read it: "" for our own readers, "second" for the second reader, whose weight is bounded.
    """

    kind: str
    side: Side
    probability: float
    evidence: Evidence
    reader: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the ledger or the clock, which carries no quote: its kind and the values its wording needs.

    `leopold.words` holds a wording of each kind in each language.
    """

    kind: str
    values: Mapping[str, str | int | float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Letter:
    """A message as one relationship sees it: who wrote it, what of it is the writer's own, what was read in it.

    `tones` are how it sounds rather than what it does: of each tone the sentence that has most of it. `seconded` is
    what the second reader claims, apart from `signals` so that nothing that is made of those can be moved by it.
    """

    message: Message
    side: Side
    language: Literal["en", "ru"]
    zones: tuple[Zone, ...]
    signals: tuple[Signal, ...] = ()
    tones: tuple[Signal, ...] = ()
    seconded: tuple[Signal, ...] = ()

    @property
    def own(self) -> tuple[Zone, ...]:
        """The stretches that the writer wrote for this letter."""
        return tuple(zone for zone in self.zones if zone.kind == "own")


@dataclass(frozen=True, slots=True)
class Invoice:
    """What one side owes the other; `paid` is the day it was settled in full, None while open."""

    number: str
    counterparty: str
    issued: date
    due: date
    amount: Decimal
    currency: str
    disputed: bool = False
    paid: date | None = None


@dataclass(frozen=True, slots=True)
class Payment:
    """Money that arrived, for the invoice named; `invoice` is "" where the file does not say."""

    invoice: str
    at: date
    amount: Decimal
    currency: str
    counterparty: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """One contribution to the log-odds of trouble, with what proves it. A reason without proof cannot be made."""

    kind: str
    side: Side
    contribution: float
    evidence: tuple[Evidence, ...] = ()
    fact: Fact | None = None

    def __post_init__(self) -> None:
        if not self.evidence and self.fact is None:
            raise ValueError(f"reason {self.kind!r} has neither evidence nor a fact")


@dataclass(frozen=True, slots=True)
class Health:
    """A relationship at a moment: `log_odds` = `base` + the sum of the contributions of `reasons`, exactly."""

    at: datetime
    base: float
    log_odds: float
    reasons: tuple[Reason, ...] = ()

    @property
    def probability(self) -> float:
        """The probability of open conflict, loss or non-payment within the horizon, 0..1."""
        from math import exp

        return 1 / (1 + exp(-self.log_odds))

    @property
    def value(self) -> float:
        """Health, 0..100: 100 · (1 − probability)."""
        return 100 * (1 - self.probability)


@dataclass(frozen=True, slots=True)
class Alert:
    """A relationship that needs a person. `message_id` is the letter that tipped it, None for silence or the ledger.

    `closed_at` is the moment from which it no longer holds, None while it does.
    """

    raised_at: datetime
    message_id: str | None
    probability: float
    reasons: tuple[Reason, ...]
    next_step: str
    closed_at: datetime | None = None

    def __post_init__(self) -> None:
        if not self.reasons:
            raise ValueError("an alert needs at least one reason")


@dataclass(frozen=True, slots=True)
class Relationship:
    """We and one counterparty, and all that was found between us. `health` is its history, oldest first."""

    organization: Organization
    kind: RelationshipKind
    people: tuple[Person, ...]
    letters: tuple[Letter, ...]
    conversations: tuple[Conversation, ...]
    invoices: tuple[Invoice, ...] = ()
    payments: tuple[Payment, ...] = ()
    health: tuple[Health, ...] = ()
    alerts: tuple[Alert, ...] = ()
