"""The list of relationships: what is found in it, and in which order."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from leopold_web.relationships.models import Message, Person
from leopold_web.working import new_worker

from .conftest import Cast

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def firms(cast: Cast) -> Cast:
    """Three counterparties with people in them."""
    people = ("Анна Ёлкина <anna@domilad.example>", "Ören Åberg <oren@aberg.example>", "bob <bob+bills@zeta.example>")
    letter = "From: {}\nTo: jo@fernhillstudio.example\nSubject: s\nDate: Fri, 2 Jan 2026 10:00:00 +0000\n\nHello {}\n"
    files = [
        SimpleUploadedFile(f"{number}.eml", letter.format(who, number).encode()) for number, who in enumerate(people)
    ]
    cast.owner.post(reverse("import-new"), {"letters": files})
    new_worker(batch=True).run()
    return cast


def names(cast: Cast, **query: str) -> list[str]:
    page = cast.owner.get(reverse("relationships"), query).context["page"]
    return [str(each.organization) for each in page.object_list]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ёлкина", "Domilad"),
        ("ЁЛКИНА", "Domilad"),
        ("анна", "Domilad"),
        ("ÅBERG", "Aberg"),
        ("ZETA.example", "Zeta"),
        ("DOMILAD", "Domilad"),
    ],
)
def test_it_finds_names_and_addresses_however_they_are_capitalised(firms: Cast, text: str, name: str) -> None:
    assert names(firms, q=text) == [name]


@pytest.mark.parametrize("text", ["%", "_", "\\", "\0%", "😀", "x" * 10_000, "' OR 1=1 --"])
def test_it_takes_what_is_typed_as_it_stands(firms: Cast, text: str) -> None:
    assert names(firms, q=text) == []


def test_it_sorts_by_name(firms: Cast) -> None:
    assert names(firms, sort="name") == ["Aberg", "Domilad", "Zeta"]
    assert names(firms, sort="-name") == ["Zeta", "Domilad", "Aberg"]
    assert sorted(names(firms, sort=";drop", page="999999")) == ["Aberg", "Domilad", "Zeta"]


def test_it_counts_letters_from_behind_a_plus_tag(firms: Cast) -> None:
    bob = Person.objects.get(key="bob@zeta.example")
    assert (bob.letters, list(bob.messages.all())) == (1, list(Message.objects.filter(sender_name="bob")))
