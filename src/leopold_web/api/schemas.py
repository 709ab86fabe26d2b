"""The shapes in which the API tells of a table. Moments are UTC, in ISO 8601; by its `id` a step names a thing."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ninja import Schema


class Named(Schema):
    """A word of the program, and what it is called in the reader's language."""

    name: str
    label: str


class Stage(Named):
    """One stage: past, now or ahead."""

    state: str


class Sitter(Schema):
    """Who sits where. `done` and `reminders` are of the present stage, null for who is not awaited in it."""

    id: int
    number: int
    name: str
    role: str
    side: str
    done: bool | None = None
    reminders: int | None = None


class Exhibit(Schema):
    """Something shown: a letter, a piece of one, or words."""

    id: int
    shown_by: int
    fact: int | None
    title: str
    sender: str
    written_at: datetime | None
    text: str


class FactAnswer(Schema):
    """What another party says of a fact: agreed or disputed."""

    by: int
    verdict: str
    text: str


class Fact(Schema):
    """One sentence of what happened."""

    id: int
    said_by: int
    text: str
    agreed: bool
    answers: list[FactAnswer]


class Expectation(Schema):
    """What a party thought was promised, by whom."""

    id: int
    expected_by: int
    of: int
    text: str
    due: date | None
    quote: str


class Confirmable(Schema):
    """What counts once all parties have confirmed it; `confirmed` says whether you did, `awaits` how many have not."""

    id: int
    counts: bool
    confirmed: bool
    awaits: int


class Option(Confirmable):
    """One way to settle an issue; `amount` for a number of a range."""

    text: str
    amount: str | None


class Remark(Schema):
    """One message of a discussion; the text of a hidden one is "" for all but its author and the mediator."""

    id: int
    by: int
    at: datetime
    text: str
    hidden_because: str


class Range(Schema):
    """The numbers least, least + step, ... up to most."""

    least: str
    most: str
    step: str
    unit: str


class Issue(Confirmable):
    """One thing to be settled."""

    name: str
    text: str
    range: Range | None
    options: list[Option]
    remarks: list[Remark]


class OptionLink(Confirmable):
    """That an option goes not together with another (bars), or only together with it (needs)."""

    first: int
    kind: str
    second: int


class Choice(Schema):
    """What a package chooses of one issue."""

    issue: str
    option: str


class Proposal(Schema):
    """A package that is proposed; `worth` (of 100) and `account` are yours, for you alone, null and [] for others."""

    number: int
    labels: list[str]
    repeated: bool
    choices: list[Choice]
    worth: int | None = None
    account: list[str]


class Point(Schema):
    """One thing that was settled, who does it and until when."""

    number: int
    issue: str
    choice: str
    text: str
    owner: int | None
    due: date | None


class Signature(Schema):
    """That a party signed; `how` says by what means."""

    by: int
    typed_name: str
    at: datetime
    how: str


class Agreement(Schema):
    """What was settled, its newest version. `hash` is the SHA-256 of what is signed; `verify` where that is checked."""

    version: int
    accepted_at: datetime
    signed_at: datetime | None
    hash: str
    verify: str
    facts: list[str]
    points: list[Point]
    signatures: list[Signature]


class Improvement(Schema):
    """A search for a deal that is better for all than the signed one; `worth` and `account` as with a proposal."""

    number: int
    state: str
    asked_by: list[int]
    choices: list[Choice]
    worth: int | None = None
    account: list[str]
    reply: str = ""


class Wish(Schema):
    """That a party would give the present stage more days."""

    by: int
    days: int


class Change(Schema):
    """That the host let a seat be reached at another address."""

    seat: int
    at: datetime


class Earlier(Schema):
    """An earlier table about the same matter; told to our own people alone."""

    id: int
    subject: str
    opened_at: datetime
    shared: list[str]
    ending: str


class Sum(Schema):
    """The one issue that is in dispute, a sum, and who of the seats would pay and receive it."""

    issue: int
    payer: int
    receiver: int


class Record(Schema):
    """What is said openly at a table."""

    subject: str
    host: str
    moved_from: str
    open: bool
    stage: Named
    stages: list[Stage]
    round: int
    round_limit: int
    deadline: datetime
    closed_at: datetime | None
    ending: Named | None
    seats: list[Sitter]
    turn: list[int]
    working: bool
    sum: Sum | None
    impossible: bool
    refused_round: bool
    facts: list[Fact]
    exhibits: list[Exhibit]
    expectations: list[Expectation]
    issues: list[Issue]
    links: list[OptionLink]
    proposals: list[Proposal]
    agreement: Agreement | None
    signed_version: int | None
    improvement: Improvement | None
    more_time: list[Wish]
    changes: list[Change]
    earlier: list[Earlier]


class Letter(Schema):
    """One of our letters that our own people can show."""

    id: int
    at: datetime | None
    sender: str
    subject: str


class Draft(Schema):
    """A promise in a ledger, for the side whose ledger it is, to be taken over by the step `draft`."""

    source: str
    number: int
    start: int
    written_at: datetime | None
    of: int | None
    quote: str
    text: str
    due: date | None


class Question(Schema):
    """Which package would you rather sign? `number` is how many were answered before."""

    number: int
    first: list[Choice]
    second: list[Choice]


class Contradiction(Question):
    """An answer that does not fit what you stated, and what would explain it."""

    preferred: str
    said: str


class Span(Schema):
    """Between which points an issue lies for you, by all that you said."""

    issue: str
    low: int
    high: int


class Checks(Schema):
    """Your check questions."""

    asked: Question | None
    contradictions: list[Contradiction]
    spans: list[Span]


class FollowUp(Schema):
    """What you said afterwards."""

    kept: str
    fair: bool | None


class Amount(Schema):
    """A sum that may be accepted by the step `sum`, and how the pages write it."""

    value: str
    text: str


class Bar(Schema):
    """Something that you ruled out yourself, to do without by the step `loosen`: an option, or a range's `limit`."""

    name: str
    issue: str
    option: str = ""
    limit: str = ""


class Own(Schema):
    """What is private, and yours alone. `accepted` are the proposals you would sign, null before you have answered.

    Where one sum is all that is in dispute, `amounts` are those to choose from and `own_limit` what you have accepted.
    `sign_by` is "code" where this desk sends letters, else "phrase".
    """

    answers: dict[str, Any]
    whole: bool
    accepted: list[int] | None
    amounts: list[Amount]
    own_limit: str
    bars: list[Bar]
    sign_by: str
    phrase_chosen_at: datetime | None
    code_sent_at: datetime | None
    checks: Checks
    follow_up: FollowUp | None
    drafts: list[Draft]
    letters: list[Letter]


class May(Schema):
    """What can be done from a seat now."""

    act: bool
    talk: bool
    add: bool
    mediate: bool
    show: bool
    done: bool


class AtSeat(Record):
    """The table as one seat sees it. `own` is null for who is no party."""

    you: Sitter
    email: str
    may: May
    own: Own | None
