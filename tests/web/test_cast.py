"""Every address of the desk, tried by everybody: the list is complete, or the test fails."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.urls import URLResolver, get_resolver, reverse
from django.utils import timezone

from leopold.ledger import Columns, first_rows
from leopold_web.accounts.models import Workspace
from leopold_web.cases import actions as cases
from leopold_web.cases import asking
from leopold_web.commitments import changing, entering, feeds
from leopold_web.inbox.models import Import, Source
from leopold_web.learning.models import AlertMark
from leopold_web.receivables import mapping
from leopold_web.receivables.models import Payment, PaymentPlan, Reminder
from leopold_web.relationships.models import Conversation, Organization, Relationship
from leopold_web.round_tables.actions import agreement

from .conftest import ROLES, Cast
from .owing import bill
from .table_play import open_table, seats_of


@dataclass(frozen=True)
class Expected:
    """The status that each of the cast gets for a GET of one page; `about` is what its number names, if anything."""

    owner: int
    colleague: int
    guest: int
    stranger: int
    about: str = ""


OPEN = Expected(200, 200, 200, 200)
MEMBERS = Expected(200, 200, 200, 302)
PROGRAMS = Expected(200, 200, 200, 401)
POSTED = Expected(405, 405, 405, 405)
PAGES = {
    "today": MEMBERS,
    "relationships": MEMBERS,
    "relationship": Expected(200, 200, 404, 302, "relationship"),
    "relationship-causes": Expected(405, 405, 405, 302, "relationship"),
    "conversation": Expected(200, 200, 404, 302, "conversation"),
    "asking-link": Expected(405, 405, 405, 302, "relationship"),
    "cases": MEMBERS,
    "case-new": Expected(400, 400, 400, 302),
    "case": Expected(200, 200, 404, 302, "case"),
    "case-change": Expected(405, 405, 405, 302, "case"),
    "case-task-add": Expected(405, 405, 405, 302, "case"),
    "case-task": Expected(405, 405, 405, 302, "case-task"),
    "case-note": Expected(405, 405, 405, 302, "case"),
    "case-close": Expected(405, 405, 405, 302, "case"),
    "case-reopen": Expected(405, 405, 405, 302, "case"),
    "case-table": Expected(200, 200, 404, 302, "case"),
    "ask": Expected(200, 200, 200, 200, "asking"),
    "reply": Expected(200, 200, 404, 302, "conversation"),
    "promises": MEMBERS,
    "promise": Expected(200, 200, 404, 302, "promise"),
    "promise-new": MEMBERS,
    "promises-several": MEMBERS,
    "promise-day": MEMBERS,
    "promise-confirm": Expected(405, 405, 405, 302, "found"),
    "promise-dismiss": Expected(405, 405, 405, 302, "found"),
    "promise-undo": Expected(405, 405, 405, 302, "found"),
    "promise-change": Expected(405, 405, 405, 302, "promise"),
    "promise-answer": Expected(405, 405, 405, 302, "promise"),
    "promise-take-back": Expected(405, 405, 405, 302, "promise-change"),
    "promise-edit": Expected(405, 405, 405, 302, "promise"),
    "promise-remind": Expected(405, 405, 405, 302, "promise"),
    "promise-remind-days": Expected(405, 405, 405, 302, "promise"),
    "promise-remind-withdraw": Expected(405, 405, 405, 302, "promise-reminder"),
    "promises-calendar": MEMBERS,
    "promises-calendar-revoke": Expected(405, 405, 405, 302, "calendar"),
    "calendar-feed": Expected(200, 200, 200, 200, "feed"),
    "relationship-expectations": Expected(200, 200, 404, 302, "relationship"),
    "receivables": MEMBERS,
    "invoice": Expected(200, 200, 404, 302, "invoice"),
    "receivables-of": Expected(200, 200, 404, 302, "owing"),
    "reminding": MEMBERS,
    "reminding-policy": Expected(405, 405, 405, 302),
    "reminder-new": Expected(405, 405, 405, 302),
    "reminding-pause": Expected(405, 405, 405, 302),
    "reminding-lift": Expected(405, 405, 405, 302),
    "payment-plan-new": Expected(405, 405, 405, 302),
    "reminding-of": Expected(200, 200, 404, 302, "owing"),
    "reminder": Expected(200, 200, 404, 302, "reminder"),
    "reminder-drop": Expected(405, 405, 405, 302, "reminder"),
    "payment-plan": Expected(200, 200, 404, 302, "plan"),
    "payment-plan-offer": Expected(405, 405, 405, 302, "plan"),
    "payment-plan-agree": Expected(405, 405, 405, 302, "plan"),
    "payment-plan-cancel": Expected(405, 405, 405, 302, "plan"),
    "interest-decide": Expected(405, 405, 405, 302, "invoice"),
    "payments": MEMBERS,
    "payment": Expected(200, 200, 404, 302, "payment"),
    "payment-confirm": Expected(405, 405, 405, 302, "payment"),
    "payment-refuse": Expected(405, 405, 405, 302, "payment"),
    "payment-assign": Expected(405, 405, 405, 302, "payment"),
    "payment-take-back": Expected(405, 405, 405, 302, "payment"),
    "mappings": MEMBERS,
    "mapping": Expected(200, 200, 404, 302, "mapping"),
    "mapping-forget": Expected(405, 405, 405, 302, "mapping"),
    "import-columns": Expected(200, 200, 404, 302, "table-file"),
    "import-leave-out": Expected(405, 405, 405, 302, "table-file"),
    "imports": MEMBERS,
    "import-new": MEMBERS,
    "import": Expected(200, 200, 404, 302, "import"),
    "learning": MEMBERS,
    "alert-mark": Expected(405, 405, 405, 302, "alert"),
    "mark-revoke": Expected(405, 405, 405, 302, "mark"),
    "round-tables": MEMBERS,
    "round-table-new": MEMBERS,
    "round-table": Expected(200, 200, 404, 302, "table"),
    "round-table-invite": Expected(405, 405, 405, 302, "table-seat"),
    "round-table-revoke": Expected(405, 405, 405, 302, "table-seat"),
    "round-table-email": Expected(405, 405, 405, 302, "table-seat"),
    "round-table-export": Expected(405, 405, 405, 302, "table"),
    "round-table-import": MEMBERS,
    "round-table-leave": Expected(405, 405, 405, 302, "table"),
    "round-table-protocol": Expected(200, 200, 404, 302, "table-paper"),
    "table-verify": Expected(200, 200, 200, 200, "paper"),
    "seat": Expected(200, 404, 404, 404, "seat"),
    "seat-protocol": Expected(200, 404, 404, 404, "seat-paper"),
    "seat-link": Expected(404, 404, 404, 404, "link"),
    "seat-step": Expected(405, 405, 405, 405, "step"),
    "seat-again": OPEN,
    "first-run": Expected(302, 302, 302, 302),
    "account_login": Expected(302, 302, 302, 200),
    "account_logout": Expected(200, 200, 200, 302),
    "account_inactive": OPEN,
    "account_reauthenticate": MEMBERS,
    "account_change_password": MEMBERS,
    "account_set_password": Expected(302, 302, 302, 302),
    "set_language": Expected(302, 302, 302, 302),
    "alive": OPEN,
    "tokens": MEMBERS,
    "token-revoke": Expected(405, 405, 405, 302, "token"),
    "api:openapi-json": OPEN,
    "api:api-csrf": OPEN,
    "api:api-me": PROGRAMS,
    "api:api-links": POSTED,
    "api:api-protocol": Expected(200, 200, 200, 200, "paper"),
    "api:api-seat": Expected(200, 404, 404, 404, "seat"),
    "api:api-seat-protocol": Expected(200, 404, 404, 404, "seat-paper"),
    "api:api-seat-step": replace(POSTED, about="step"),
    "api:api-seat-link": replace(POSTED, about="seat"),
    "api:api-round-tables": PROGRAMS,
    "api:api-round-table": Expected(200, 200, 404, 401, "table"),
    "api:api-round-table-invite": replace(POSTED, about="table-seat"),
    "api:api-round-table-revoke": replace(POSTED, about="table-seat"),
    "api:api-round-table-email": replace(POSTED, about="table-seat"),
    "api:api-round-table-export": replace(POSTED, about="table"),
    "api:api-round-table-leave": replace(POSTED, about="table"),
    "api:api-round-table-protocol": Expected(200, 200, 404, 401, "table-paper"),
    "api:api-receivables": PROGRAMS,
    "api:api-invoices": PROGRAMS,
    "api:api-invoice": Expected(200, 200, 404, 401, "invoice"),
    "api:api-counterparty": Expected(404, 404, 404, 401),
    "api:api-relationships": PROGRAMS,
    "api:api-relationship": Expected(200, 200, 404, 401, "relationship"),
    "api:api-promises": PROGRAMS,
    "api:api-promises-found": PROGRAMS,
    "api:api-promise": Expected(200, 200, 404, 401, "promise"),
    "api:api-promise-change": replace(POSTED, about="promise"),
    "api:api-promise-take-back": replace(POSTED, about="promise-change"),
    "api:api-promise-answer": replace(POSTED, about="promise"),
    "api:api-promise-confirm": replace(POSTED, about="found"),
    "api:api-promise-dismiss": replace(POSTED, about="found"),
    "api:api-promise-undo": replace(POSTED, about="found"),
    "api:api-promise-reminders": Expected(200, 200, 404, 401, "promise"),
    "api:api-promise-reminder-days": replace(POSTED, about="promise"),
    "api:api-promise-reminder-withdraw": replace(POSTED, about="promise-reminder"),
    "api:api-promise-outlook": Expected(200, 200, 404, 401, "promise"),
    "api:api-relationship-expectations": Expected(200, 200, 404, 401, "relationship"),
    "api:api-reminding": PROGRAMS,
    "api:api-reminding-of": Expected(200, 200, 404, 401, "owing"),
    "api:api-reminders": POSTED,
    "api:api-reminder": Expected(200, 200, 404, 401, "reminder"),
    "api:api-reminder-send": replace(POSTED, about="reminder"),
    "api:api-reminder-by-hand": replace(POSTED, about="reminder"),
    "api:api-reminder-drop": replace(POSTED, about="reminder"),
    "api:api-reminding-pause": POSTED,
    "api:api-reminding-lift": POSTED,
    "api:api-interest-decide": replace(POSTED, about="invoice"),
    "api:api-payment-plans": POSTED,
    "api:api-payment-plan": Expected(200, 200, 404, 401, "plan"),
    "api:api-payment-plan-offer": replace(POSTED, about="plan"),
    "api:api-payment-plan-agree": replace(POSTED, about="plan"),
    "api:api-payment-plan-cancel": replace(POSTED, about="plan"),
    "api-nothing": Expected(404, 404, 404, 404, "nowhere"),
    "api-none": Expected(404, 404, 404, 404),
}


MOMENT = datetime(2026, 3, 2, 9, tzinfo=UTC)
FACT = {"kind": "silence", "values": {"days": 9, "count": 1}}
REASONS = [{"kind": "silence", "side": "theirs", "contribution": 3.2, "evidence": [], "fact": FACT}]


def names(resolver: URLResolver, space: str = "") -> Iterator[str]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from names(entry, f"{space}{entry.namespace}:" if entry.namespace else space)
        else:
            yield f"{space}{entry.name}"


def things(workspace: Workspace) -> dict[str, list[int | str]]:
    organization = Organization.objects.create(workspace=workspace, key="tolliver.example", name="Tolliver")
    relationship = Relationship.objects.create(workspace=workspace, organization=organization, kind="client")
    conversation = Conversation.objects.create(relationship=relationship, key="<1@tolliver.example>", subject="Kitchen")
    made = Import.objects.create(workspace=workspace)
    alert = relationship.alerts.create(
        key="1", raised_at=MOMENT, probability=0.6, next_step="call_today", reasons=REASONS
    )
    mark = AlertMark.objects.create(
        workspace=workspace,
        about="tolliver.example",
        name="Tolliver",
        alert_key="0",
        raised_at=MOMENT,
        at=MOMENT,
        verdict="wrong",
        probability=0.6,
        reasons=[["anger", "theirs", 3.0]],
    )
    owed = owing(relationship)
    case = cases.open_case(relationship, cases.Said("Kitchen"), None, MOMENT)
    task = cases.add_task(case, "Call them", None, None)
    asked = {
        "case": [case.pk],
        "case-task": [case.pk, task.pk],
        "asking": [asking.make_link(relationship, MOMENT).code],
        **promised(relationship),
    }
    found = {"relationship": relationship, "conversation": conversation, "import": made, "alert": alert, "mark": mark}
    token = workspace.users.get(email="owner@leopold.example").api_tokens.create(created_at=MOMENT)
    found |= {"token": token}
    found |= ledger_of(workspace, made)
    asked["table-file"] = [made.pk, 0]
    return (
        {name: [row.pk] for name, row in found.items()}
        | {"nowhere": ["nowhere"]}
        | asked
        | owed
        | at_a_table(workspace)
    )


def owing(relationship: Relationship) -> dict[str, list[int | str]]:
    """Let a counterparty owe something, with a letter about it and a plan, and return what their addresses name."""
    invoice = bill(relationship)
    known = {"workspace": relationship.workspace, "about": "tolliver.example", "made_at": MOMENT}
    reminder = Reminder.objects.create(**known, step="friendly", language="en", subject="The kitchen", text="x")
    reminder.invoices.add(invoice)
    plan = PaymentPlan.objects.create(**known, currency="EUR")
    plan.invoices.add(invoice)
    return {"owing": ["tolliver.example"], "reminder": [reminder.pk], "plan": [plan.pk], "invoice": [invoice.pk]}


def promised(relationship: Relationship) -> dict[str, list[int | str]]:
    """Enter a promise that was kept, find another, and return what their addresses name."""
    owner = relationship.workspace.users.get(email="owner@leopold.example")
    said = entering.Said("theirs", "Tolliver", "Tolliver sends the keys", due=MOMENT.date())
    made = entering.enter(relationship, [said], owner, MOMENT)[0]
    kept = changing.change(made, changing.Told("kept", MOMENT.date()), owner, MOMENT, MOMENT.date())
    found = relationship.found_promises.create(
        key="<1@tolliver.example> 0",
        side="theirs",
        owner="Tolliver",
        what="Tolliver pays on Friday",
        written=MOMENT.date(),
        probability=0.9,
        evidence={"message_id": "<1@tolliver.example>", "start": 0, "end": 2, "quote": "OK"},
    )
    waits = made.reminders.create(moment="chosen", send_on=MOMENT.date(), language="en", made_at=MOMENT)
    secret = feeds.make(relationship.workspace, owner, "en", MOMENT)
    return {
        "promise": [made.pk],
        "promise-change": [made.pk, kept.pk],
        "promise-reminder": [made.pk, waits.pk],
        "found": [found.pk],
        "calendar": [owner.calendar_feeds.get().pk],
        "feed": [secret],
    }


def ledger_of(workspace: Workspace, made: Import) -> dict[str, Any]:
    """A payment, a table whose columns are asked about, and what those of another mean."""
    place = Path(settings.LEOPOLD_DATA) / "odd.csv"
    place.write_text("wann;wer;wieviel\n2026-03-02;Tolliver;10,00\n")
    Source.objects.create(belongs_to=made, number=0, kind="ledger", name="odd.csv", path=str(place), asks=True)
    sheet = first_rows(place)
    assert sheet is not None
    columns = Columns("payments", {"at": "wann", "counterparty": "wer", "amount": "wieviel"}, currency="EUR")
    return {
        "payment": Payment.objects.create(
            workspace=workspace, at=MOMENT, amount=10, currency="EUR", counterparty="Tolliver"
        ),
        "mapping": mapping.remember(workspace, sheet, columns, "Tolliver.csv", None),
    }


def at_a_table(workspace: Workspace) -> dict[str, list[int | str]]:
    """Open a table at which the owner sits, and return what its addresses name; the link is one that opens nothing."""
    owner = workspace.users.get(email="owner@leopold.example")
    table = open_table(workspace, owner, timezone.now())
    seat = seats_of(table)[0]
    signed = table.agreements.create(accepted_at=MOMENT, signed_at=MOMENT)
    signed.content = agreement.content_of(signed)
    signed.save()
    return {
        "paper": [signed.code],
        "table-paper": [table.pk, "en"],
        "seat-paper": [seat.code, "en-ru"],
        "table": [table.pk],
        "table-seat": [table.pk, 2],
        "seat": [seat.code],
        "link": [seat.code, "no-such-link"],
        "step": [seat.code, "done"],
    }


def test_it_expects_something_of_every_address() -> None:
    assert set(names(get_resolver())) == set(PAGES)


@pytest.mark.parametrize("role", ROLES)
def test_it_lets_in_whom_a_page_is_for(cast: Cast, role: str) -> None:
    known = things(cast.workspace)
    addresses = {
        name: reverse(name, args=known[expected.about] if expected.about else []) for name, expected in PAGES.items()
    }
    # Signing out is asked for by GET and done by POST, so no page changes who asks.
    found = {name: cast[role].get(address).status_code for name, address in addresses.items()}
    assert found == {name: getattr(expected, role) for name, expected in PAGES.items()}


def test_it_shows_a_guest_nothing_of_another_table(cast: Cast) -> None:
    things(cast.workspace)
    names = ("today", "relationships", "imports", "learning", "cases", "round-tables", "promises", "reminding")
    for name in (*names, "payments", "mappings", "receivables"):
        page = cast.guest.get(reverse(name)).content.decode()
        assert "Tolliver" not in page
        assert "The kitchen" not in page


@pytest.mark.parametrize("role", ["guest", "stranger"])
def test_nobody_else_marks_an_alert_or_takes_a_mark_back(cast: Cast, role: str) -> None:
    known = things(cast.workspace)
    said = {"verdict": "wrong", "back": "today"}
    answers = [
        cast[role].post(reverse("alert-mark", args=known["alert"]), said).status_code,
        cast[role].post(reverse("mark-revoke", args=known["mark"])).status_code,
    ]
    assert answers == ([404, 404] if role == "guest" else [302, 302])
    assert list(AlertMark.objects.values_list("pk", flat=True)) == known["mark"]


def test_it_leads_a_stranger_to_the_door_and_back(cast: Cast) -> None:
    answer = cast.stranger.get("/relationships/?state=alert")
    assert answer["Location"] == "/accounts/login/?next=/relationships/%3Fstate%3Dalert"
    signed_in = cast.stranger.post(
        answer["Location"], {"login": "OWNER@leopold.example", "password": "correct horse", "next": "/relationships/"}
    )
    assert signed_in["Location"] == "/relationships/"


def test_it_stops_somebody_who_tries_many_passwords(cast: Cast) -> None:
    wrong = {"login": "owner@leopold.example", "password": "wrong horse"}
    answers = [cast.stranger.post(reverse("account_login"), wrong) for _ in range(6)]
    right = cast.stranger.post(reverse("account_login"), {**wrong, "password": "correct horse"})
    assert all(answer.status_code == 200 for answer in answers)
    assert right.status_code == 200


def test_it_sends_a_strict_policy_with_every_page(cast: Cast) -> None:
    for name in ("today", "alive"):
        answer = cast.owner.get(reverse(name))
        assert "default-src 'self'" in answer["Content-Security-Policy"]
        assert "unsafe" not in answer["Content-Security-Policy"]
        assert answer["X-Frame-Options"] == "DENY"
