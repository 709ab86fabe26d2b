"""The API of promises: the same actions as on the pages, behind the same gate."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from leopold_web.accounts.models import User
from leopold_web.commitments.models import Commitment, FoundPromise

from .conftest import ROLES, Cast
from .test_api import send
from .test_promises import LATER, WORDS, found, made, owner, tolliver

__all__ = ["found", "made", "owner", "tolliver"]


def read(cast: Cast, name: str, *args: Any, **query: Any) -> Any:
    answer = cast.owner.get(reverse(f"api:{name}", args=args), query)
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_what_waits_is_read_confirmed_and_undone(cast: Cast, found: FoundPromise) -> None:
    listed = read(cast, "api-promises-found")
    assert (listed["page"], listed["pages"], listed["count"]) == (1, 1, 1)
    one = listed["found"][0]
    assert (one["id"], one["owner"], one["due"], one["quotation"]["marked"]) == (
        found.pk,
        "Gemma Hay",
        "2026-03-06",
        WORDS,
    )
    assert [(each["state"], each["due"], each["fact"]) for each in one["told"]] == [
        ("renegotiated", "2026-03-10", ""),
        ("kept", None, "Invoice 7 was paid"),
    ]
    status, kept = send(cast.owner, "api-promise-confirm", [found.pk], {"told": True})
    assert (status, kept["state"], kept["due"], kept["first_due"]) == (200, "kept", "2026-03-10", "2026-03-06")
    assert read(cast, "api-promises-found")["found"] == []
    assert [each["id"] for each in read(cast, "api-promises", part="over")["promises"]] == [kept["id"]]
    assert send(cast.owner, "api-promise-dismiss", [found.pk])[0] == 409
    assert send(cast.owner, "api-promise-undo", [found.pk])[1]["id"] == found.pk
    assert send(cast.owner, "api-promise-dismiss", [found.pk])[0] == 200
    assert read(cast, "api-promises-found", side="theirs")["found"] == []
    assert Commitment.objects.count() == 0


def test_what_letters_tell_is_answered(cast: Cast, made: Commitment) -> None:
    shown = read(cast, "api-promise", made.pk)
    moved, kept = shown["offered"]
    assert moved["quotation"]["marked"] == LATER
    status, after = send(cast.owner, "api-promise-answer", [made.pk], {"key": kept["key"], "accepts": False})
    assert (status, after["state"], [each["key"] for each in after["offered"]]) == (200, "open", [moved["key"]])
    assert send(cast.owner, "api-promise-answer", [made.pk], {"key": kept["key"], "accepts": True})[0] == 409
    for wrong in ({}, {"key": moved["key"]}, {"key": moved["key"], "accepts": "yes"}, {"key": 7, "accepts": [1]}):
        assert send(cast.owner, "api-promise-answer", [made.pk], wrong)[0] == 400
    refused = next(each["change"] for each in after["history"] if each["change"])
    status, after = send(cast.owner, "api-promise-take-back", [made.pk, refused])
    assert (status, len(after["offered"])) == (200, 2)
    assert send(cast.owner, "api-promise-take-back", [made.pk, refused])[0] == 409


def test_it_is_changed_and_corrected(cast: Cast, made: Commitment) -> None:
    def say(**said: Any) -> tuple[int, Any]:
        return send(cast.owner, "api-promise-change", [made.pk], said)

    assert say(state="broken", on="2026-03-10") == (409, {"error": "Say in a few words why."})
    status, wrong = say(state="gone", on="")
    assert (status, sorted(wrong["fields"])) == (400, ["on", "state"])
    status, after = say(state="renegotiated", on="2026-03-10", due="by Friday next week", note="Gemma called.")
    assert (status, after["due"], after["history"][-1]["text"]) == (200, "2026-03-20", "Gemma called.")
    assert say(state="kept", on="2026-03-13")[0] == 409
    status, after = send(cast.owner, "api-promise", [made.pk], {"owner": "Pat", "due": "2026-03-05", "condition": None})
    assert (status, after["owner"], after["due"], after["first_due"]) == (200, "Pat", "2026-03-20", "2026-03-05")
    assert (after["condition"], after["to"]) == ("", "Anna")
    assert send(cast.owner, "api-promise", [made.pk], {"owner": None})[0] == 400


def test_one_is_entered_with_a_day_in_words(cast: Cast, made: Commitment, owner: User) -> None:
    said = {"relationship": made.relationship_id, "side": "ours", "owner": "Anna", "what": "Send the keys"}
    status, after = send(
        cast.owner, "api-promises", [], said | {"due": "до пятницы", "keeper": owner.pk, "reference": "contract 12"}
    )
    assert (status, after["due"], after["promised_on"]) == (201, "2026-03-13", "2026-03-12")
    assert (after["source"], after["keeper"], after["offers"]) == ("contract", owner.pk, 0)
    listed = read(cast, "api-promises", side="ours", keeper="mine")
    assert [(each["id"], each["overdue"]) for each in listed["promises"]] == [(after["id"], False)]
    assert Commitment.objects.get(pk=after["id"]).due == date(2026, 3, 13)
    status, wrong = send(cast.owner, "api-promises", [], said | {"due": "soon", "what": ""})
    assert (status, sorted(wrong["fields"])) == (400, ["due", "what"])
    for nobody in (None, True, "1", 0, 2**70, []):
        assert send(cast.owner, "api-promises", [], said | {"relationship": nobody})[0] == 404


@pytest.mark.parametrize("role", ROLES[2:])
def test_nobody_else_does_anything(cast: Cast, made: Commitment, found: FoundPromise, role: str) -> None:
    wanted = 404 if role == "guest" else 401
    places: list[tuple[str, list[int]]] = [
        ("api-promise", [made.pk]),
        ("api-promise-change", [made.pk]),
        ("api-promise-answer", [made.pk]),
        ("api-promise-confirm", [found.pk]),
        ("api-promise-dismiss", [found.pk]),
        ("api-promise-undo", [found.pk]),
    ]
    for name, args in places:
        assert send(cast[role], name, args, {})[0] == wanted, name
    said = {"relationship": made.relationship_id, "side": "ours", "owner": "A", "what": "B"}
    assert send(cast[role], "api-promises", [], said)[0] == wanted
    assert Commitment.objects.count() == 1
