"""The API for members of the desk: tokens, sessions, tables and relationships, and how it refuses."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leopold_web.accounts import tokens
from leopold_web.accounts.models import ApiToken, User
from leopold_web.relationships.models import Organization, Relationship
from leopold_web.round_tables import letters
from leopold_web.round_tables.models import RoundTable, Seat

from .conftest import ROLES, Cast
from .table_play import Post, open_table, post_of, seats_of
from .test_cast import MOMENT, REASONS, things

GUEST = {"kind": "party:theirs", "name": "Vera", "email": "vera@tolliver.example", "language": "ru"}


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> Post:
    return post_of(monkeypatch)


@pytest.fixture
def owner(cast: Cast) -> User:
    return User.objects.get(email="owner@leopold.example")


def bearer(secret: str) -> Client:
    """Return a program with a token, which no cookie helps."""
    return Client(enforce_csrf_checks=True, headers={"authorization": f"Bearer {secret}"})


def send(client: Client, name: str, args: list[Any], said: object = None) -> tuple[int, Any]:
    body = "" if said is None else json.dumps(said)
    answer = client.post(reverse(f"api:{name}", args=args), body, "application/json")
    return answer.status_code, answer.json()


def test_a_token_is_made_shown_once_used_and_revoked(cast: Cast, owner: User) -> None:
    page = reverse("tokens")
    made = cast.owner.post(page, {"name": "sums of May"})
    secret = str(made.context["made"])
    assert secret in made.content.decode()
    assert "no-store" in made["Cache-Control"]
    again = cast.owner.get(page).content.decode()
    assert "sums of May" in again
    assert secret not in again
    assert secret not in str(list(ApiToken.objects.values()))
    program = bearer(secret)
    found = program.get(reverse("api:api-me"))
    assert found.json() == {"email": "owner@leopold.example", "name": "Owner", "workspace": "Fernhill"}
    token = ApiToken.objects.get()
    assert token.last_used_at is not None
    assert cast.colleague.post(reverse("token-revoke", args=[token.pk])).status_code == 404
    assert program.get(reverse("api:api-me")).status_code == 200
    assert cast.owner.post(reverse("token-revoke", args=[token.pk])).status_code == 302
    refused = program.get(reverse("api:api-me"))
    assert (refused.status_code, refused.json()) == (401, {"error": "Sign in, or send a token that is good."})
    assert "sums of May" not in cast.owner.get(page).content.decode()


def test_a_token_opens_nothing_for_who_may_no_longer_come_in(cast: Cast, owner: User) -> None:
    secret = tokens.make(owner, "script", timezone.now())
    owner.is_active = False
    owner.save()
    assert bearer(secret).get(reverse("api:api-me")).status_code == 401


def test_a_wrong_token_is_refused_whoever_is_signed_in_and_in_time_cut_short(cast: Cast, owner: User) -> None:
    secret = tokens.make(owner, "script", timezone.now())
    for wrong in (secret[:-1], secret.upper(), "", "ü", "leopold_"):
        answer = cast.owner.get(reverse("api:api-round-tables"), headers={"authorization": f"Bearer {wrong}"})
        assert answer.status_code == 401
    found = [bearer("x").get(reverse("api:api-me")).status_code for _ in range(30)]
    assert found[-1] == 429
    assert bearer(secret).get(reverse("api:api-me")).status_code == 200


def test_when_it_was_used_is_kept_to_the_minute(cast: Cast, owner: User) -> None:
    now = timezone.now()
    secret = tokens.make(owner, "script", now)
    for seconds, noted in ((0, 0), (30, 0), (61, 61), (100, 61)):
        tokens.user_of(secret, now + timedelta(seconds=seconds))
        assert ApiToken.objects.get().last_used_at == now + timedelta(seconds=noted)


def test_one_holds_so_many_tokens_and_a_token_has_a_name(cast: Cast, owner: User) -> None:
    for number in range(tokens.MOST):
        tokens.make(owner, str(number), timezone.now())
    answer = cast.owner.post(reverse("tokens"), {"name": "one more"})
    assert answer.status_code == 422
    assert "Revoke one that you need no longer" in answer.content.decode()
    tokens.revoke(owner, ApiToken.objects.earliest("pk").pk, timezone.now())
    assert cast.owner.post(reverse("tokens"), {"name": " "}).status_code == 422
    assert cast.owner.post(reverse("tokens"), {"name": "one more"}).status_code == 200


def test_a_session_changes_something_with_a_csrf_token_alone(cast: Cast, post: Post) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = cast.owner.cookies
    assert send(strict, "api-round-tables", [], {"subject": "x", "guests": [GUEST]})[0] == 403
    token = strict.get(reverse("api:api-csrf")).json()["token"]
    strict.defaults["HTTP_X_CSRFTOKEN"] = token
    assert send(strict, "api-round-tables", [], {"subject": "x", "guests": [GUEST]})[0] == 201


def test_a_table_is_opened_as_on_the_page(cast: Cast, owner: User, post: Post) -> None:
    organization = Organization.objects.create(workspace=cast.workspace, key="tolliver.example", name="Tolliver")
    about = Relationship.objects.create(workspace=cast.workspace, organization=organization, kind="client")
    guests = [GUEST, {"kind": "party:ours", "name": "C", "email": "colleague@leopold.example", "language": "en"}]
    said = {"subject": "The kitchen", "relationship": about.pk, "guests": guests}
    assert send(cast.guest, "api-round-tables", [], said)[0] == 404
    status, found = send(bearer(tokens.make(owner, "script", timezone.now())), "api-round-tables", [], said)
    assert status == 201, found
    table = RoundTable.objects.get()
    assert (found["id"], found["relationship"], found["subject"]) == (table.pk, about.pk, "The kitchen")
    assert found["own_seat"] == seats_code(table, 1)
    assert [(each["name"], each["state"]) for each in found["links_to_seats"]] == [
        ("Owner", "own"),
        ("Vera", "waiting"),
        ("C", "own"),
    ]
    assert post.link(GUEST["email"])
    listed = cast.colleague.get(reverse("api:api-round-tables")).json()
    assert [(row["id"], row["parties"], row["own_seat"]) for row in listed] == [
        (table.pk, ["Owner", "Vera", "C"], seats_code(table, 3))
    ]


def seats_code(table: RoundTable, number: int) -> str:
    return Seat.objects.get(table=table, number=number).code


@pytest.mark.parametrize(
    ("said", "status", "field"),
    [
        ({"subject": "", "guests": [GUEST]}, 400, "subject"),
        ({"subject": "x", "guests": [GUEST | {"email": ""}]}, 400, "email"),
        ({"subject": "x", "guests": [GUEST | {"kind": "king:ours"}]}, 400, "kind"),
        ({"subject": "x", "guests": []}, 409, ""),
        ({"subject": "x", "guests": {}}, 400, ""),
        ({"subject": "x", "guests": [GUEST] * 9}, 400, ""),
        ({"subject": "x", "guests": [GUEST], "relationship": 10**9}, 404, ""),
        ({"subject": "x", "guests": [GUEST], "relationship": "1"}, 404, ""),
        ([], 400, ""),
    ],
)
def test_half_a_table_is_refused(cast: Cast, post: Post, said: object, status: int, field: str) -> None:
    found = send(cast.owner, "api-round-tables", [], said)
    assert found[0] == status
    assert found[1]["error"]
    assert list(found[1].get("fields", {})) == ([field] if field else [])
    assert not RoundTable.objects.exists()


def test_links_are_made_and_revoked_as_on_the_page(
    cast: Cast, owner: User, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = open_table(cast.workspace, owner, timezone.now())
    assert send(cast.colleague, "api-round-table-invite", [table.pk, 2]) == (200, {"sent": True, "link": None})
    monkeypatch.setattr(letters, "are_sent", lambda: False)
    status, found = send(cast.colleague, "api-round-table-invite", [table.pk, 2])
    assert (status, found["sent"]) == (200, False)
    vera = Client()
    phrase = {"phrase": "a walk by the long river"}
    assert vera.post(found["link"].removeprefix("http://testserver"), phrase).status_code == 302
    assert send(cast.owner, "api-round-table-invite", [table.pk, 1])[0] == 404
    changed = send(cast.owner, "api-round-table-email", [table.pk, 2], {"email": "new@tolliver.example"})
    assert [each["email"] for each in changed[1]["links_to_seats"]][1] == "new@tolliver.example"
    assert vera.get(reverse("api:api-seat", args=[seats_of(table)[1].code])).status_code == 404
    for name in ("export", "leave"):
        status, found = send(cast.owner, f"api-round-table-{name}", [table.pk])
        assert (status, found) == (
            409,
            {"error": "A table moves only when every party has agreed and chosen a word."},
        )


@pytest.mark.parametrize("role", ROLES)
def test_nobody_else_changes_anything(cast: Cast, role: str) -> None:
    known = things(cast.workspace)
    seat, table = known["table-seat"], known["table"]
    wanted = {"owner": {200, 400, 409}, "colleague": {200, 400, 409}, "guest": {404}, "stranger": {401}}[role]
    for name, args in (
        ("api-round-table-invite", seat),
        ("api-round-table-email", seat),
        ("api-round-table-revoke", seat),
        ("api-round-table-export", table),
        ("api-round-table-leave", table),
    ):
        status, found = send(cast[role], name, args, {})
        assert status in wanted, name
        assert status == 200 or isinstance(found["error"], str)


def test_relationships_are_read_with_health_alerts_and_reasons(cast: Cast) -> None:
    organization = Organization.objects.create(
        workspace=cast.workspace, key="tolliver.example", name="Tolliver", domains=["tolliver.example"]
    )
    made = Relationship.objects.create(
        workspace=cast.workspace,
        organization=organization,
        kind="client",
        state="alert",
        health=41.0,
        reasons=REASONS,
        searched="tolliver",
    )
    made.alerts.create(key="1", raised_at=MOMENT, probability=0.6, next_step="call_today", reasons=REASONS)
    made.health_points.create(at=MOMENT, value=41.0, base=0, log_odds=1)
    page = cast.colleague.get(reverse("api:api-relationships"), {"state": "alert", "q": "toll"}).json()
    assert (page["page"], page["pages"], page["count"]) == (1, 1, 1)
    row = page["relationships"][0]
    assert (row["name"], row["health"], row["state"]) == ("Tolliver", 41.0, "alert")
    assert cast.colleague.get(reverse("api:api-relationships"), {"q": "nobody"}).json()["relationships"] == []
    assert cast.guest.get(reverse("api:api-relationships")).json()["relationships"] == []
    one = cast.owner.get(reverse("api:api-relationship", args=[made.pk]), headers={"accept-language": "ru"}).json()
    assert one["alerts"][0]["next_step"]
    assert "дн" in one["reasons"][0]["fact"]
    assert one["history"] == [{"at": "2026-03-02T09:00:00Z", "value": 41.0}]


def test_what_it_does_not_have_it_says_in_json(cast: Cast) -> None:
    for client in (cast.owner, cast.stranger):
        for address in ("/api/v1/", "/api/v1/nowhere", "/api/v1/round-tables/x", "/api/v1/seats/a/b/c"):
            answer = client.get(address)
            assert (answer.status_code, list(answer.json())) == (404, ["error"])
    wrong = cast.owner.delete(reverse("api:api-round-tables"))
    assert (wrong.status_code, wrong["Allow"]) == (405, "GET, POST")
    assert "openapi.json" in wrong.json()["error"]
    large = cast.owner.post(reverse("api:api-round-tables"), " " * 3_000_000, "application/json")
    assert large.status_code == 413


def test_before_there_is_an_owner_nobody_may_anything(db: None) -> None:
    assert Client().get(reverse("api:api-me")).status_code == 401
    assert Client().get(reverse("api:api-seat", args=["x"])).status_code == 404


def test_a_new_link_is_asked_for_and_the_answer_tells_nothing(cast: Cast, owner: User, post: Post) -> None:
    open_table(cast.workspace, owner, timezone.now())
    before = len(post.sent)
    assert send(Client(), "api-links", [], {"email": "nobody@nowhere.example"}) == (200, {})
    assert len(post.sent) == before
    assert send(Client(), "api-links", [], {"email": "VERA@tolliver.example"}) == (200, {})
    assert len(post.sent) == before + 1
    assert send(Client(), "api-links", [], {"email": "x"})[0] == 400
    found = [send(Client(), "api-links", [], {"email": "vera@tolliver.example"})[0] for _ in range(3)]
    assert found == [200, 200, 429]


def test_the_description_names_no_other_host(cast: Cast) -> None:
    described = cast.stranger.get(reverse("api:openapi-json"))
    assert described["Content-Type"].startswith("application/json")
    assert "http" not in json.dumps(described.json()["servers"])
    guide = Path(__file__).parents[2] / "docs" / "api.md"
    for path in described.json()["paths"]:
        short = path.removeprefix("/api/v1")
        assert "/do/" in short or f"`{short}`" in guide.read_text(), short
