"""The words of Leopold, as frozen typed dataclasses.

Everything that passes between the rooms of the engine is one of these. Time is an aware UTC `datetime`;
dates of promises and invoices are `date`; money is `Decimal` with an ISO 4217 currency.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from math import exp, fsum
from typing import Final, Literal

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
    HTML marks as quoted, forwarded or signature, as offsets into `text`. `utc_offset` is how many minutes the clock of
    its writer was ahead of UTC, None where the letter does not say.
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
    utc_offset: int | None = None

    @property
    def day(self) -> date | None:
        """The day on which it was written where its writer was, that of UTC where the letter does not say; or None."""
        return None if self.at is None else (self.at + timedelta(minutes=self.utc_offset or 0)).date()


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
    """What one side owes the other; `paid` is the day it was settled in full, None while open.

    A credit note has an `amount` below zero and names in `credits` the invoice that it takes back, if it names one.
    `tax_id` is that of the counterparty, `reference` what the payer was asked to quote, `seller` who issued it.
    """

    number: str
    counterparty: str
    issued: date
    due: date
    amount: Decimal
    currency: str
    disputed: bool = False
    paid: date | None = None
    tax_id: str = ""
    reference: str = ""
    credits: str = ""
    seller: str = ""


@dataclass(frozen=True, slots=True)
class Payment:
    """Money that arrived, below zero where it went out; `invoice` is "" where the file does not say for which.

    `at` is the day on which it was booked, `purpose` what the payer wrote, `reference` the number that the bank or
    the payer gave it, `account` that of ours, `payer_account` and `tax_id` those of the other side.
    """

    invoice: str
    at: date
    amount: Decimal
    currency: str
    counterparty: str = ""
    purpose: str = ""
    reference: str = ""
    account: str = ""
    payer_account: str = ""
    tax_id: str = ""


@dataclass(frozen=True, slots=True)
class Balance:
    """What a statement says of one account: `opening` + `moved` = `closing`, else something is missing in between.

    `moved` is the exact sum of the `entries` that were read. A format that does not state a figure leaves None.
    """

    account: str
    currency: str
    since: date | None
    until: date | None
    opening: Decimal | None
    closing: Decimal | None
    moved: Decimal
    entries: int

    @property
    def difference(self) -> Decimal | None:
        """What is missing between opening and closing, 0 where they reconcile, None where one is not stated."""
        if self.opening is None or self.closing is None:
            return None
        return self.closing - self.opening - self.moved


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that was read and does not add up: where it stands, and what is wrong."""

    source: str
    position: int
    fault: Fault


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
class Episode:
    """Trouble about one subject, from its first sign until it came to rest; `rested_at` is None while it goes on.

    `weight` is how many signs a careful reader is expected to mark in it, a fact counting as one that is likely.
    """

    began_at: datetime
    last_at: datetime
    rested_at: datetime | None
    weight: float
    evidence: tuple[Evidence, ...] = ()
    fact: Fact | None = None

    def __post_init__(self) -> None:
        if not self.evidence and self.fact is None:
            raise ValueError("an episode has neither evidence nor a fact")


@dataclass(frozen=True, slots=True)
class Subject:
    """What trouble was about, and its episodes, oldest first: more than one say that it came back."""

    name: str
    episodes: tuple[Episode, ...]

    @property
    def weight(self) -> float:
        """How many signs a careful reader is expected to mark about it."""
        return fsum(episode.weight for episode in self.episodes)

    @property
    def came_back(self) -> bool:
        """Whether it came back after it had come to rest."""
        return len(self.episodes) > 1


CUSTOMS: Final = ("answers", "pays_in_time", "breaks_its_word", "gives_way", "accuses")
"""What is told of how a side behaves."""

ENOUGH_OUTCOMES: Final = 20
"""Below so many outcomes nothing is claimed about a side beyond "too little known"."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How often something happened: `count` of `n` outcomes, `seconds` the median time that it took, if it takes any.

    `count` is a sum of probabilities where letters tell it, and need not be whole.
    """

    count: float
    n: int
    seconds: float | None = None

    @property
    def known(self) -> bool:
        """Whether there are outcomes enough to claim anything."""
        return self.n >= ENOUGH_OUTCOMES

    @property
    def share(self) -> float | None:
        """The share of outcomes, 0..1; None while too little is known."""
        return self.count / self.n if self.known else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Where the share lies with 95% confidence (the score interval of Wilson, 1927); None while unknown."""
        if not self.known:
            return None
        z, share = 1.96, self.count / self.n
        middle = share + z * z / (2 * self.n)
        reach = z * (share * (1 - share) / self.n + z * z / (4 * self.n * self.n)) ** 0.5
        whole = 1 + z * z / self.n
        return max(0.0, (middle - reach) / whole), min(1.0, (middle + reach) / whole)


@dataclass(frozen=True, slots=True)
class Custom:
    """One way in which a side behaves: over all that is known, before the last 90 days, and in them."""

    kind: str
    side: Side
    whole: Tally
    earlier: Tally
    lately: Tally

    @property
    def changed(self) -> int:
        """1 where it happens more often lately, −1 where less, 0 where nobody can tell: the intervals must be apart."""
        before, now = self.earlier.interval, self.lately.interval
        if before is None or now is None:
            return 0
        return int(now[0] > before[1]) - int(now[1] < before[0])


@dataclass(frozen=True, slots=True)
class Cause:
    """What may lie behind trouble on one side: a suggestion. Its log-odds are `base` + the contributions of `reasons`.

    The kinds of its reasons are cues, which `leopold.words_culture` words.
    """

    name: str
    side: Side
    base: float
    reasons: tuple[Reason, ...]

    @property
    def probability(self) -> float:
        """How likely it is, 0..1."""
        return 1 / (1 + exp(-self.base - fsum(reason.contribution for reason in self.reasons)))


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
    subjects: tuple[Subject, ...] = ()
    culture: tuple[Custom, ...] = ()
    causes: tuple[Cause, ...] = ()
