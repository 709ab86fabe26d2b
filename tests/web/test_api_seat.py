"""The API of a seat: the whole way of a table as JSON, whom it refuses and how, and what it shows to whom."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leopold_web.accounts import tokens
from leopold_web.accounts.models import User
from leopold_web.api import seats as of_seats
from leopold_web.api.describing import schema_of
from leopold_web.round_tables import engine, links, noting
from leopold_web.round_tables.actions import issues, machine, proposals
from leopold_web.round_tables.models import Invitation, RefusedLink, Remark, Round, RoundTable, Seat
from leopold_web.round_tables.steps import STEPS

from .conftest import Cast
from .table_play import (
    Post,
    answers,
    fresh,
    lock_all,
    open_table,
    post_of,
    seats_of,
    sign_all,
    to_interests,
    to_issues,
    to_proposals,
    to_protocol,
)

NOTHING = {"error": "There is nothing here, or nothing that you may see."}


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> Post:
    return post_of(monkeypatch)


@pytest.fixture
def table(cast: Cast, post: Post) -> RoundTable:
    return open_table(cast.workspace, User.objects.get(email="owner@leopold.example"), timezone.now())


def seated(seat: Seat, post: Post) -> Client:
    """Return a program that has taken a seat by its link."""
    client = Client()
    token = post.link(seat.email).rstrip("/").rsplit("/", 1)[1]
    taken = client.post(reverse("api:api-seat-link", args=[seat.code]), {"token": token}, "application/json")
    assert taken.status_code == 200, taken.content
    return client


def see(client: Client, seat: Seat) -> dict[str, Any]:
    found: dict[str, Any] = client.get(reverse("api:api-seat", args=[seat.code])).json()
    return found


def do(client: Client, seat: Seat, step: str, said: object = None, **headers: str) -> tuple[int, dict[str, Any]]:
    address = reverse(of_seats.STEP_ROUTE, args=[seat.code, step])
    body = "" if said is None else json.dumps(said)
    answer = client.post(address, body, "application/json", headers=headers)
    return answer.status_code, answer.json()


def done(client: Client, seat: Seat, step: str, said: object = None) -> dict[str, Any]:
    status, found = do(client, seat, step, said)
    assert status == 200, found
    return found


def test_two_programs_go_from_the_facts_to_a_signed_protocol(cast: Cast, table: RoundTable, post: Post) -> None:
    ours, theirs, *_ = seats_of(table)
    both = ((cast.owner, ours), (seated(theirs, post), theirs))
    (us, _), (vera, _) = both
    fact = done(us, ours, "fact", {"text": "The kitchen was late."})["facts"][0]["id"]
    assert done(vera, theirs, "fact-answer", {"fact": fact, "verdict": "agreed"})["facts"][0]["agreed"]
    for client, seat in both:
        done(client, seat, "done")
    done(vera, theirs, "expectation", {"of": ours.pk, "text": "By May", "due": "2026-05-01"})
    for client, seat in both:
        done(client, seat, "done")
    for name in ("Price", "Day"):
        issue = done(us, ours, "issue", {"name": name})["issues"][-1]["id"]
        for text in ("first", "second"):
            done(us, ours, "option", {"issue": issue, "text": text})
    for issue in see(vera, theirs)["issues"]:
        done(vera, theirs, "confirm", {"kind": "issue", "number": issue["id"], "agrees": True})
        for option in issue["options"]:
            done(vera, theirs, "confirm", {"kind": "option", "number": option["id"], "agrees": True})
    for client, seat in both:
        assert all(issue["counts"] for issue in see(client, seat)["issues"])
        done(client, seat, "done")
    done(us, ours, "answers", {"answers": answers(table, (80, 20), (0, 0))})
    page = {
        f"step-{option['id']}": 100 - 100 * n
        for i in see(vera, theirs)["issues"]
        for n, option in enumerate(i["options"])
    }
    assert done(vera, theirs, "wishes", page | {"lock": True})["own"]["whole"]
    assert done(us, ours, "answers-lock")["working"]
    proposals.work_out(Round.objects.get().pk, timezone.now())
    offer = see(vera, theirs)["proposals"][0]
    assert {choice["issue"] for choice in offer["choices"]} == {"Price", "Day"}
    assert offer["worth"] == 100
    assert offer["account"]
    for client, seat in both:
        done(client, seat, "done")
    for client, seat in both:
        found = done(client, seat, "accept", {"accepted": [1]})
    assert found["stage"] == {"name": "agreement", "label": "Соглашение"}
    said = {f"{key}-{n}": value for n in (1, 2) for key, value in {"owner": theirs.pk, "due": "2026-05-01"}.items()}
    for client, seat in both:
        done(client, seat, "points", said | {"confirm": True})
    for client, seat in both:
        done(client, seat, "code")
        code = post.last("table_code", seat.email)["code"]
        found = done(client, seat, "sign", {"typed_name": seat.name, "code": code})
    assert [point["due"] for point in found["agreement"]["points"]] == ["2026-05-01"] * 2
    assert len(found["agreement"]["signatures"]) == 2
    for address in of_seats.addresses_of(theirs)[1:]:
        paper = vera.get(address)
        assert paper["Content-Type"] == "application/pdf"
        assert paper.content == vera.get(address.replace("/api/v1", "") + "/").content
    checked = Client().get(found["agreement"]["verify"].replace("/tables/verify", "/api/v1/protocols").rstrip("/"))
    assert (checked.json()["hash"], checked.json()["matches"]) == (found["agreement"]["hash"], True)
    assert done(vera, theirs, "follow-up", {"kept": "yes"})["own"]["follow_up"] == {"kept": "yes", "fair": None}


def test_every_step_is_described_with_the_fields_of_its_form() -> None:
    paths = Client().get(reverse("api:openapi-json")).json()["paths"]
    for name, (form, _) in STEPS.items():
        described = paths[f"/api/v1/seats/{{code}}/do/{name}"]["post"]
        assert described["requestBody"]["content"]["application/json"]["schema"] == schema_of(name, form)
        assert set(form.base_fields) <= set(schema_of(name, form)["properties"])
    assert not [path for path in paths if "{step}" in path]


def test_all_whom_a_seat_is_not_for_are_refused_alike(cast: Cast, table: RoundTable, post: Post) -> None:
    theirs = seats_of(table)[1]
    other = open_table(cast.workspace, User.objects.get(email="owner@leopold.example"), timezone.now())
    elsewhere = seated(seats_of(other)[2], post)
    thief = Client()
    thief.cookies[links.API_COOKIE] = elsewhere.cookies[links.API_COOKIE].value
    before = RefusedLink.objects.count()
    who = (cast.stranger, cast.guest, cast.colleague, cast.owner, elsewhere, thief)
    addresses = [*of_seats.addresses_of(theirs), reverse("api:api-seat", args=["nobody-sits-here"])]
    found = [client.get(address) for client in who for address in addresses[:2]]
    found += [
        client.post(reverse(of_seats.STEP_ROUTE, args=[theirs.code, "fact"]), {"text": "x"}) for client in who[:2]
    ]
    assert {(answer.status_code, answer.content) for answer in found} == {(404, json.dumps(NOTHING).encode())}
    assert RefusedLink.objects.count() == before + len(found)
    assert not table.facts.exists()


@pytest.mark.parametrize("way", ["forged", "expired", "revoked", "used", "of another seat"])
def test_a_link_that_is_not_good_is_refused_alike(table: RoundTable, post: Post, way: str) -> None:
    theirs, mediator = seats_of(table)[1:3]
    token = post.link(theirs.email).rstrip("/").rsplit("/", 1)[1]
    code = theirs.code
    if way == "forged":
        token = token[:-2]
    elif way == "expired":
        Invitation.objects.update(expires_at=timezone.now())
    elif way == "revoked":
        Invitation.objects.update(revoked_at=timezone.now())
    elif way == "used":
        seated(theirs, post)
    else:
        code = mediator.code
    answer = Client().post(reverse("api:api-seat-link", args=[code]), {"token": token}, "application/json")
    assert (answer.status_code, answer.json()) == (404, NOTHING)
    assert links.API_COOKIE not in answer.cookies
    assert RefusedLink.objects.count() == 1


def test_a_revoked_browser_is_refused_over_the_api_too(cast: Cast, table: RoundTable, post: Post) -> None:
    theirs = seats_of(table)[1]
    vera = seated(theirs, post)
    assert see(vera, theirs)["you"]["name"] == "Вера Ким"
    answer = cast.owner.post(reverse("api:api-round-table-revoke", args=[table.pk, 2]))
    assert answer.json()["links_to_seats"][1]["state"] == "revoked"
    assert see(vera, theirs) == NOTHING


def test_many_refusals_from_one_address_are_cut_short(cast: Cast, table: RoundTable) -> None:
    theirs = seats_of(table)[1]
    address = reverse("api:api-seat", args=[theirs.code])
    found = [cast.stranger.get(address).status_code for _ in range(noting.REFUSED_AN_HOUR + 2)]
    assert found == [404] * noting.REFUSED_AN_HOUR + [429, 429]
    assert RefusedLink.objects.count() == noting.REFUSED_AN_HOUR
    assert cast.owner.get(reverse("api:api-seat", args=[seats_of(table)[0].code])).status_code == 200


def test_the_cookie_goes_to_its_own_seat_alone(table: RoundTable, post: Post) -> None:
    theirs = seats_of(table)[1]
    cookie = seated(theirs, post).cookies[links.API_COOKIE]
    assert cookie["path"] == f"/api/v1/seats/{theirs.code}"
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    page = Client()
    page.post(post.link("max@neutral.example"))
    assert page.cookies[links.API_COOKIE]["path"] == f"/api/v1/seats/{seats_of(table)[2].code}"
    del page.cookies[links.COOKIE]
    assert see(page, seats_of(table)[2])["you"]["role"] == "mediator"


def test_a_browser_needs_a_csrf_token_and_a_program_with_a_token_none(
    cast: Cast, table: RoundTable, post: Post
) -> None:
    ours, theirs, *_ = seats_of(table)
    vera = seated(theirs, post)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = vera.cookies
    assert strict.get(reverse("api:api-seat", args=[theirs.code])).status_code == 200
    status, found = do(strict, theirs, "fact", {"text": "x"})
    assert status == 403
    assert "/api/v1/csrf" in found["error"]
    token = strict.get(reverse("api:api-csrf")).json()["token"]
    assert do(strict, theirs, "fact", {"text": "x"}, **{"x-csrftoken": token})[0] == 200
    owner = User.objects.get(email="owner@leopold.example")
    secret = tokens.make(owner, "script", timezone.now())
    program = Client(enforce_csrf_checks=True)
    assert do(program, ours, "fact", {"text": "y"}, authorization=f"Bearer {secret}")[0] == 200
    assert do(program, theirs, "fact", {"text": "y"}, authorization=f"Bearer {secret}")[0] == 404
    assert [fact.text for fact in table.facts.all()] == ["x", "y"]


def test_faults_are_said_in_the_language_of_who_sits_there(table: RoundTable, post: Post, cast: Cast) -> None:
    ours, theirs, *_ = seats_of(table)
    vera = seated(theirs, post)
    status, found = do(vera, theirs, "fact", {})
    assert (status, list(found["fields"])) == (400, ["text"])
    assert found["error"] == found["fields"]["text"][0] == "Обязательное поле."
    status, found = do(vera, theirs, "accept", {"accepted": [1]})
    assert (status, list(found)) == (409, ["error"])
    assert "этап" in found["error"]
    assert do(cast.owner, ours, "fact", {})[1]["error"] == "This field is required."
    assert do(vera, theirs, "dance", {}) == (404, {"error": "Здесь ничего нет, или у вас нет доступа."})
    for body in ("[]", "{", '"x"', "NaN", '{"a": 1e999999', "[" * 100_000, "\ud800".encode("utf-8", "surrogatepass")):
        answer = vera.post(reverse(of_seats.STEP_ROUTE, args=[theirs.code, "fact"]), body, "application/json")
        assert answer.status_code == 400, body
        assert "openapi.json" in answer.json()["error"]
    assert not table.facts.exists()


def test_a_page_says_faults_in_the_language_of_the_seat_too(table: RoundTable, post: Post) -> None:
    theirs = seats_of(table)[1]
    vera = seated(theirs, post)
    answer = vera.post(reverse("seat-step", args=[theirs.code, "fact"]), {}, headers={"accept-language": "en"})
    assert "Обязательное поле." in answer.content.decode()


def test_a_hot_message_is_held_back_once(table: RoundTable, cast: Cast) -> None:
    to_issues(table, timezone.now())
    ours = seats_of(table)[0]
    issue = issues.add_issue(ours, "Price", timezone.now())
    said = {"issue": issue.pk, "text": "You never answer our letters, and you always lie!"}
    status, found = do(cast.owner, ours, "remark", said)
    assert status == 409
    assert found["findings"]
    assert not Remark.objects.exists()
    done(cast.owner, ours, "remark", said | {"anyway": True})
    assert Remark.objects.get().text == said["text"]


def test_what_only_the_other_side_knows_changes_no_byte(cast: Cast, table: RoundTable, post: Post) -> None:
    now = timezone.now()
    to_interests(table, now)
    ours, _theirs, mediator, observer = seats_of(table)
    readers = [(cast.owner, ours), (seated(mediator, post), mediator), (seated(observer, post), observer)]
    found = []
    for points in ((30, 70), (1, 99), (45, 55)):
        with transaction.atomic():
            lock_all(table, now, points)
            served = [
                client.get(address).content for client, seat in readers for address in of_seats.addresses_of(seat)
            ]
            served += [client.get(reverse("api:api-round-table", args=[table.pk])).content for client, _ in readers]
            found.append(served)
            transaction.set_rollback(True)
    assert found[0] == found[1] == found[2]
    own = json.loads(found[0][0])
    assert own["proposals"][0]["account"]
    assert [json.loads(found[0][4 * n])["own"] for n in (1, 2)] == [None, None]
    assert all(offer["worth"] is None for n in (1, 2) for offer in json.loads(found[0][4 * n])["proposals"])


def test_nobody_reads_the_answers_of_others_by_any_route(cast: Cast, table: RoundTable, post: Post) -> None:
    now = timezone.now()
    to_interests(table, now)
    ours, theirs, mediator, _ = seats_of(table)
    vera = seated(theirs, post)
    done(vera, theirs, "answers", {"answers": {"why": "the roof leaks"}})
    assert see(vera, theirs)["own"]["answers"] == {"why": "the roof leaks"}
    read = [
        cast.owner.get(reverse("api:api-seat", args=[ours.code])),
        cast.owner.get(reverse("api:api-seat", args=[theirs.code])),
        seated(mediator, post).get(reverse("api:api-seat", args=[mediator.code])),
        *(who.get(reverse("api:api-round-table", args=[table.pk])) for who in (cast.owner, cast.colleague, vera)),
        cast.owner.get(reverse("api:api-round-tables")),
        cast.owner.post(reverse("api:api-round-table-export", args=[table.pk])),
    ]
    assert not [answer for answer in read if "roof" in answer.content.decode()]
    codes = {seat.code for seat in seats_of(table)}
    for answer in read[2:]:
        own = {ours.code} if answer.wsgi_request.user.pk == ours.user_id else set()
        assert not [code for code in codes - own if code in answer.content.decode()]


def test_private_answers_of_a_wrong_shape_are_refused_and_break_nothing(cast: Cast, table: RoundTable) -> None:
    to_interests(table, timezone.now())
    ours = seats_of(table)[0]
    number = str(engine.domain_of(table)[0][0])
    for wrong in (
        {"points": 5},
        {"points": {number: "many"}},
        {"points": {number: 1e9}},
        {"ratings": []},
        {"never": {}},
        {"never": [[]]},
        {"line": "much"},
        {"line": []},
        {"order": 3},
        {"order": [[[]]]},
        {"steps": []},
        {"ranges": {number: 3}},
        {"why": 3},
        {"more": {"deep": {"deeper": [1]}}},
    ):
        status, found = do(cast.owner, ours, "answers", {"answers": wrong})
        assert (status, list(found)) == (409, ["error"]), wrong
        assert do(cast.owner, ours, "answers", {"answers": "[" * 5000})[0] == 400
    assert see(cast.owner, ours)["own"]["answers"] == {}
    assert cast.owner.get(reverse("seat", args=[ours.code])).status_code == 200


def test_a_closed_table_and_a_stage_past_its_time_say_so(cast: Cast, table: RoundTable, post: Post) -> None:
    now = timezone.now()
    to_protocol(table, now)
    sign_all(table, post, now)
    machine.close(fresh(table), RoundTable.Ending.SIGNED, now)
    ours = seats_of(table)[0]
    status, found = do(cast.owner, ours, "improve")
    assert (status, found["error"]) == (409, "This table is closed; nothing can be changed at it any more.")
    shown = see(cast.owner, ours)
    assert (shown["open"], shown["ending"]["name"], shown["may"]["act"]) == (False, "signed", False)


def test_what_a_seat_reads_names_every_thing_that_a_step_needs(cast: Cast, table: RoundTable) -> None:
    to_proposals(table, timezone.now())
    shown = see(cast.owner, seats_of(table)[0])
    assert [seat["role"] for seat in shown["seats"]] == ["party", "party", "mediator", "observer"]
    assert shown["turn"] == [seat.pk for seat in seats_of(table)[:2]]
    assert datetime.fromisoformat(shown["deadline"]) == machine.clock_of(fresh(table)).deadline
    assert {issue["name"]: [option["text"] for option in issue["options"]] for issue in shown["issues"]} == {
        "Price": ["full", "less"],
        "Day": ["Monday", "Friday"],
    }
