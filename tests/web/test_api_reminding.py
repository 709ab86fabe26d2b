"""The API of unpaid invoices: the same as on the pages, by the same actions behind the same gate."""

from __future__ import annotations

from typing import Any

from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as HypothesisCase

from leopold_web.accounts.models import Membership, User, Workspace
from leopold_web.commitments.models import Commitment
from leopold_web.receivables.models import InterestDecision, LiftedReason, Reminder

from .conftest import Cast
from .owing import ABOUT, bill, letter, relationship_of
from .test_api_garbage import ANY


def post(client: Client, name: str, *args: Any, **said: Any) -> tuple[int, Any]:
    answer = client.post(reverse(f"api:api-{name}", args=args), said, content_type="application/json")
    return answer.status_code, answer.json()


def test_from_the_list_to_a_letter_that_was_sent(cast: Cast) -> None:
    nord = relationship_of(cast.workspace)
    bill(nord)
    letter(nord, "Thank you for the report.")
    (row,) = cast.owner.get(reverse("api:api-reminding")).json()["counterparties"]
    assert (row["about"], row["invoices"], row["days"], row["step"]) == (ABOUT, 1, 17, "Send a friendly reminder")
    status, made = post(cast.owner, "reminders", about=ABOUT, tone="warm", interest=True)
    assert (status, made["state"], made["to"], made["stops"]) == (201, "draft", "anna@nord.example", [])
    assert "Directive 2011/7/EU" in made["text"]
    changed = {"to": "anna@nord.example", "subject": "A word", "text": "Hello"}
    assert post(cast.owner, "reminder", made["id"], **changed)[1]["subject"] == "A word"
    status, refused = post(cast.owner, "reminder-send", made["id"])
    assert (status, "sends no letters" in refused["error"]) == (409, True)
    assert post(cast.owner, "reminder-by-hand", made["id"])[1]["state"] == "by_hand"
    found = cast.owner.get(reverse("api:api-reminding-of", args=[ABOUT])).json()
    assert (found["step"], found["letters"]) == ("", [made["id"]])
    assert [each["text"] for each in found["stops"]] == ["They were reminded not long ago"]
    assert post(cast.owner, "reminder-drop", made["id"])[0] == 409


def test_a_pause_a_reason_that_is_over_and_late_interest(cast: Cast) -> None:
    nord = relationship_of(cast.workspace)
    invoice = bill(nord)
    letter(nord, "Please stop writing to us.")
    found = cast.owner.get(reverse("api:api-reminding-of", args=[ABOUT])).json()
    (stop,) = found["stops"]
    assert (stop["lift"], stop["quotations"][0]["marked"]) == ("stop_writing", "Please stop writing to us.")
    assert post(cast.owner, "reminding-lift", about=ABOUT, kind="stop_writing")[1]["stops"] == []
    assert LiftedReason.objects.get().kind == "stop_writing"
    assert post(cast.owner, "reminding-pause", about=ABOUT, until="2026-04-10")[1]["paused_until"] == "2026-04-10"
    assert post(cast.owner, "reminding-pause", about=ABOUT, until="2020-01-01")[0] == 409
    assert post(cast.owner, "reminding-pause", about=ABOUT)[1]["paused_until"] is None
    (late,) = found["interest"]
    assert (late["invoice"], late["lines"][0]["days"], late["lines"][0]["rate"]) == (invoice.pk, 17, "10.15")
    status, said = post(cast.owner, "interest-decide", invoice.pk, verdict="waived", note="a friend")
    assert (status, said["interest"][0]["decisions"]) == (200, ["waived"])
    assert InterestDecision.objects.get().note == "a friend"


def test_a_plan_from_proposal_to_promises(cast: Cast) -> None:
    bill(relationship_of(cast.workspace))
    status, plan = post(cast.owner, "payment-plans", about=ABOUT, currency="EUR", parts=2)
    assert (status, [each["amount"] for each in plan["parts"]]) == (201, ["500.00", "500.00"])
    parts = [{"due": "2026-04-10", "amount": "600,50"}, {"due": "2026-05-10", "amount": 399.5}]
    changed = post(cast.owner, "payment-plan", plan["id"], parts=parts)[1]
    assert [each["amount"] for each in changed["parts"]] == ["600.50", "399.50"]
    status, wrong = post(cast.owner, "payment-plan", plan["id"], parts=parts[:1])
    assert (status, "are open" in wrong["error"]) == (409, True)
    assert post(cast.owner, "payment-plan", plan["id"], parts=[{"due": "?", "amount": "1"}])[0] == 400
    assert post(cast.owner, "payment-plan", plan["id"], parts="all")[0] == 400
    assert post(cast.owner, "payment-plan-offer", plan["id"])[1]["step"] == "offer_plan"
    agreed = post(cast.owner, "payment-plan-agree", plan["id"])[1]
    assert (agreed["state"], [each["state"] for each in agreed["parts"]]) == ("agreed", ["Open", "Open"])
    assert post(cast.owner, "payment-plan-agree", plan["id"])[0] == 409
    assert post(cast.owner, "payment-plan-cancel", plan["id"])[1]["state"] == "cancelled"
    assert set(Commitment.objects.values_list("state", flat=True)) == {"cancelled"}


def test_nobody_elsewhere_is_let_in(cast: Cast) -> None:
    invoice = bill(relationship_of(cast.workspace))
    made = Reminder.objects.create(
        workspace=cast.workspace,
        about=ABOUT,
        step="friendly",
        language="en",
        subject="x",
        text="x",
        made_at="2026-03-01T09:00Z",
    )
    said = {"about": ABOUT, "currency": "EUR", "kind": "disputed", "until": "2026-04-10", "verdict": "waived"}
    for name, args in (
        ("reminders", []),
        ("reminding-pause", []),
        ("reminding-lift", []),
        ("payment-plans", []),
        ("interest-decide", [invoice.pk]),
        ("reminder-drop", [made.pk]),
        ("reminder-by-hand", [made.pk]),
    ):
        assert post(cast.guest, name, *args, **said)[0] == 404, name
        assert post(cast.stranger, name, *args, **said)[0] == 401, name
    assert Reminder.objects.count() == 1


NAMES = ("reminders", "reminding-pause", "reminding-lift", "payment-plans")
FIELDS = st.sampled_from(["about", "tone", "interest", "until", "note", "kind", "currency", "parts", "verdict"])
NEARLY = st.sampled_from([ABOUT, "EUR", "disputed", "2026-04-10", "waived", "warm", 3, True, None])


class Garbage(HypothesisCase):
    """Whatever is sent, the API answers with a sentence."""

    def begin(self) -> None:
        """Let an owner sign in; each example begins anew."""
        cache.clear()
        workspace = Workspace.objects.create(name="Fernhill", own_domains=["fernhill.example"])
        user = User.objects.create_user("owner@leopold.example", "x")
        Membership.objects.create(user=user, workspace=workspace, role="owner")
        self.invoice = bill(relationship_of(workspace))
        self.client = Client(raise_request_exception=True)
        self.client.force_login(user)

    @settings(max_examples=30, deadline=None)
    @given(st.sampled_from(NAMES), st.dictionaries(FIELDS, NEARLY | ANY, max_size=6) | ANY)
    def test_anything(self, name: str, said: Any) -> None:
        self.begin()
        answer = self.client.post(reverse(f"api:api-{name}"), said, content_type="application/json")
        assert answer.status_code in {200, 201, 400, 404, 409}, answer.content

    @settings(max_examples=15, deadline=None)
    @given(st.lists(st.dictionaries(st.sampled_from(["due", "amount"]), NEARLY | ANY, max_size=2), max_size=3) | ANY)
    def test_any_parts(self, parts: Any) -> None:
        self.begin()
        made = post(self.client, "payment-plans", about=ABOUT, currency="EUR")[1]["id"]
        status, _ = post(self.client, "payment-plan", made, parts=parts)
        assert status in {200, 400, 409}
