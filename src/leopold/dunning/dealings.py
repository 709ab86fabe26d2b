"""What a reminder has to heed: everything that is known of one counterparty on the evening of a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from leopold.commitments.following import Followed
from leopold.commitments.following import State as State
from leopold.commitments.following_words import FOLLOWING
from leopold.languages import Language
from leopold.ledger.matching import Match
from leopold.ledger.numbers import named
from leopold.model import Evidence, Invoice, Letter, Payment, Side
from leopold.signals.sentences import fold


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise as far as paying goes. `pays` says that it is one to pay; `numbers` are the invoices that it names.

    `plan` is the name of the payment plan that it is a part of, "" for none. `evidence` is the letter that it was made
    in, if it was made in one.
    """

    act: str
    side: Side
    due: date | None
    state: State = "open"
    pays: bool = False
    numbers: tuple[str, ...] = ()
    plan: str = ""
    evidence: Evidence | None = None

    def overdue(self, day: date) -> bool:
        """Whether it is not done, and its day has gone by, on the evening of `day`."""
        return self.state == "broken" or (self.state == "open" and self.due is not None and self.due < day)


def commitment_of(followed: Followed, language: Language, invoices: Iterable[Invoice] = ()) -> Commitment:
    """Return a promise that was found in a letter and followed. A promise that was put off bears its new day."""
    act = followed.promise.act
    said = fold(act.quote)
    days = [change.due for change in followed.changes if change.due]
    state = followed.state
    if state == "renegotiated" and days:
        state = "open"
    return Commitment(
        act.quote,
        followed.promise.side,
        days[-1] if days else followed.promise.due,
        state,
        bool(FOLLOWING[language].pays.search(said)),
        named(act.quote, [each.number for each in invoices]),
        evidence=act,
    )


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case that people work on with a counterparty: its subject, and the day on which it was opened."""

    subject: str
    since: date


@dataclass(frozen=True, slots=True)
class Reminded:
    """A reminder that went out: on which day, with which step, about which invoices by number."""

    at: date
    step: str
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pause:
    """A person decided that nobody is to be reminded until the evening of `until`."""

    until: date
    by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Dealings:
    """What is known of one counterparty on the evening of `day`; nothing in it may be of later.

    `left` is what is open of each invoice and credit note (`leopold.ledger.aging.open_on`), those that are paid left
    out or nought. `offered` are payments that may be for invoices and wait for a person. `lifted` names kinds of
    reasons and the day up to which what letters said no longer counts, by a person's decision.
    """

    day: date
    left: Mapping[Invoice, Decimal]
    letters: Sequence[Letter] = ()
    payments: Sequence[Payment] = ()
    offered: Sequence[Match] = ()
    commitments: Sequence[Commitment] = ()
    cases: Sequence[OpenCase] = ()
    reminded: Sequence[Reminded] = ()
    pause: Pause | None = None
    lifted: Mapping[str, date] = field(default_factory=dict)
