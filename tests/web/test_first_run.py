"""The first run: one owner, once, made by somebody who sees the console."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse

from leopold_web.accounts import setup
from leopold_web.accounts.models import Membership, User

from .conftest import Installation

GIVEN = {
    "company": "Fernhill Studio",
    "own_domains": "fernhillstudio.example, maria@fernhill.example",
    "name": "Maria",
    "email": "Maria@FernhillStudio.example",
    "password": "four words of mine",
}


@pytest.mark.django_db
def test_it_leads_everybody_to_the_first_run() -> None:
    for name in ("today", "relationships", "import-new", "account_login"):
        assert Client().get(reverse(name))["Location"] == reverse("first-run")


@pytest.mark.django_db
def test_it_creates_the_owner_and_signs_them_in() -> None:
    client = Client()
    answer = client.post(reverse("first-run"), GIVEN)
    assert not answer.context, answer.context["form"].errors
    assert answer["Location"] == reverse("import-new")
    seat = Membership.objects.select_related("user", "workspace").get()
    assert (seat.role, seat.user.email, seat.workspace.name) == (
        "owner",
        "maria@fernhillstudio.example",
        "Fernhill Studio",
    )
    assert seat.workspace.own_domains == ["fernhillstudio.example", "fernhill.example"]
    assert client.get(reverse("today")).status_code == 200


@pytest.mark.django_db
def test_it_creates_no_second_owner() -> None:
    Client().post(reverse("first-run"), GIVEN)
    again = Client().post(reverse("first-run"), {**GIVEN, "email": "eve@elsewhere.example"})
    assert again.status_code == 302
    assert User.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("field", "value"),
    [("password", "12345678"), ("email", "maria"), ("own_domains", "fern hill"), ("company", "")],
)
def test_it_says_what_is_wrong(field: str, value: str) -> None:
    answer = Client().post(reverse("first-run"), {**GIVEN, field: value})
    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert not User.objects.exists()


@pytest.mark.django_db
def test_it_asks_for_the_code_of_the_console_where_others_can_reach_it(settings: LazySettings) -> None:
    settings.LEOPOLD_LOCAL = False
    client = Client()
    client.get(reverse("first-run"))
    place = Path(settings.LEOPOLD_DATA) / "setup-code"
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    for wrong in ("", "x" * 12):
        assert client.post(reverse("first-run"), {**GIVEN, "code": wrong}).status_code == 422
    assert not User.objects.exists()
    assert client.post(reverse("first-run"), {**GIVEN, "code": f" {setup.code()} "}).status_code == 302
    assert not place.exists()


RACE = """
import threading, django
django.setup()
from django.db import connection
from leopold_web.accounts.actions import AlreadySetUpError, create_owner
start = threading.Barrier(4)
def attempt(name):
    start.wait()
    try:
        create_owner(email=f"{name}@x.example", password=None, name=name, company="X", own_domains=[])
        print("owner ", end="")  # in one piece: threads that print lines may part the text from its end
    except AlreadySetUpError:
        print("refused ", end="")
    finally:
        connection.close()
threads = [threading.Thread(target=attempt, args=(name,)) for name in ("maria", "eve", "adam", "lilith")]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
"""


def test_it_lets_one_of_four_who_try_at_once_through(installation: Callable[[], Installation]) -> None:
    desk = installation()
    said = desk.python("-c", RACE, DJANGO_SETTINGS_MODULE="leopold_web.settings").stdout
    assert sorted(said.split()) == ["owner", "refused", "refused", "refused"]
    assert desk.rows("SELECT count(*) FROM accounts_user") == [(1,)]
