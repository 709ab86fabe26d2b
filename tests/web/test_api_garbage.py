"""The API given what nobody meant: whatever is sent, it answers with a sentence, never with a fault of its own."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from leopold_web.accounts.models import Membership, User, Workspace
from leopold_web.api.describing import schema_of
from leopold_web.api.seats import STEP_ROUTE
from leopold_web.commitments.models import Commitment
from leopold_web.relationships.models import Organization, Relationship
from leopold_web.round_tables.steps import STEPS

from .table_play import open_table, to_acceptance, to_interests, to_issues, to_protocol

SAID = {200, 201, 400, 404, 409}
TEXT = st.text(st.characters(), max_size=20)
NUMBERS = st.integers(-3, 40) | st.integers() | st.just(2**63) | st.floats(allow_nan=False)
ANY = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
FIELDS = ("side", "owner", "to", "what", "due", "condition", "promised_on", "keeper", "clause", "state", "on", "note")
EVIDENCE = {"message_id": "<1@x>", "start": 0, "end": 1, "quote": "B"}


def meant(described: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Return values that a field is meant for."""
    match described:
        case {"enum": list(words)}:
            return st.sampled_from(words)
        case {"type": "array", "items": dict(items)}:
            return st.lists(meant(items), max_size=3)
        case {"type": "boolean"}:
            return st.booleans()
        case {"format": "date"}:
            return st.dates().map(str)
        case {"type": "object"}:
            names = st.sampled_from(["points", "ratings", "never", "line", "order", "steps", "ranges", "why", "x"])
            return st.dictionaries(names, ANY | st.dictionaries(st.integers(1, 40).map(str), ANY, max_size=3))
        case {"type": "string"}:
            return TEXT
    return NUMBERS


@st.composite
def sent(draw: st.DrawFn) -> tuple[str, Any]:
    """Return a step and what is sent for it: nearly right, or anything."""
    step = draw(st.sampled_from(sorted(STEPS)))
    fields = schema_of(step, STEPS[step][0])["properties"]
    nearly = {name: draw(meant(described) | ANY) for name, described in fields.items() if draw(st.integers(0, 9))}
    return step, draw(st.just(nearly | draw(st.dictionaries(TEXT, ANY, max_size=2))) | ANY)


class TestAnything(TestCase):
    """Whatever is sent to any address, at any stage."""

    def begin(self) -> None:
        """Let an owner sign in; each example begins anew."""
        cache.clear()
        self.workspace, self.client = Workspace.objects.create(name="Fernhill"), Client()
        self.user = User.objects.create_user("owner@leopold.example", name="Owner")
        Membership.objects.create(user=self.user, workspace=self.workspace, role="owner")
        self.client.force_login(self.user)

    def post(self, address: str, body: Any) -> None:
        answer = self.client.post(address, json.dumps(body), "application/json")
        assert answer.status_code in SAID, (address, body, answer.status_code)
        assert answer.status_code < 400 or isinstance(answer.json()["error"], str)

    @settings(max_examples=15, deadline=None)
    @given(start=st.integers(0, 4), bodies=st.lists(sent(), min_size=1, max_size=4))
    def test_a_seat_answers_with_a_sentence(self, start: int, bodies: list[tuple[str, Any]]) -> None:
        self.begin()
        table = open_table(self.workspace, self.user, timezone.now())
        (lambda *_: None, to_issues, to_interests, to_acceptance, to_protocol)[start](table, timezone.now())
        seat = table.seats.get(number=1)
        for step, body in bodies:
            self.post(reverse(STEP_ROUTE, args=[seat.code, step]), body)
            assert self.client.get(reverse("api:api-seat", args=[seat.code])).status_code == 200
        assert self.client.get(reverse("seat", args=[seat.code])).status_code == 200

    @settings(max_examples=15, deadline=None)
    @given(subject=ANY, relationship=ANY, guests=ANY | st.lists(st.dictionaries(TEXT, ANY), max_size=3), body=ANY)
    def test_the_desk_answers_with_a_sentence(self, subject: Any, relationship: Any, guests: Any, body: Any) -> None:
        self.begin()
        self.post(reverse("api:api-round-tables"), {"subject": subject, "relationship": relationship, "guests": guests})
        table = open_table(self.workspace, self.user, timezone.now())
        self.post(reverse("api:api-round-tables"), body)
        self.post(reverse("api:api-round-table-email", args=[table.pk, 2]), body)
        self.post(reverse("api:api-seat-link", args=[table.seats.get(number=2).code]), body)

    @settings(max_examples=15, deadline=None)
    @given(said=st.dictionaries(st.sampled_from(FIELDS), ANY | TEXT), body=ANY)
    def test_promises_answer_with_a_sentence(self, said: dict[str, Any], body: Any) -> None:
        self.begin()
        organization = Organization.objects.create(workspace=self.workspace, key="x.example", name="X")
        about = Relationship.objects.create(workspace=self.workspace, organization=organization, kind="client")
        found = about.found_promises.create(
            key="1", side="ours", owner="A", what="B", written=date(2026, 3, 2), probability=0.9, evidence=EVIDENCE
        )
        self.post(reverse("api:api-promises"), body)
        self.post(reverse("api:api-promises"), {"side": "ours", "owner": "A", "what": "B"} | said)
        self.post(reverse("api:api-promises"), said | {"relationship": about.pk})
        self.post(reverse("api:api-promise-confirm", args=[found.pk]), body)
        self.post(reverse("api:api-promise-confirm", args=[found.pk]), {})
        made = Commitment.objects.latest("pk").pk
        for name in ("api-promise", "api-promise-change", "api-promise-answer"):
            self.post(reverse(f"api:{name}", args=[made]), said)
            self.post(reverse(f"api:{name}", args=[made]), body)
        assert self.client.get(reverse("api:api-promise", args=[made])).status_code == 200
        assert self.client.get(reverse("promise", args=[made])).status_code == 200
