"""Addresses to people, people to organizations, organizations to sides."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leopold.correspondence.domains import main_label, organization_domain, registrable
from leopold.correspondence.free_mail import FREE_MAIL
from leopold.correspondence.names import fits, likeness, plain_name
from leopold.correspondence.people import Directory, infer_ours
from leopold.model import Message, Organization

Maker = Callable[..., Message]


@pytest.mark.parametrize(
    ("domain", "expected"),
    [
        ("mail.romashka.ru", "romashka.ru"),
        ("romashka.com.ru", "romashka.com.ru"),
        ("mx1.romashka.msk.ru", "romashka.msk.ru"),
        ("a.b.firm.co.uk", "firm.co.uk"),
        ("com.ru", "com.ru"),
        ("shop.firm.example", "firm.example"),
        ("Почта.Ромашка.РФ", "ромашка.рф"),
        ("xn--80aa3agjl3d.xn--p1ai", "ромашка.рф"),
        ("10.0.0.1", "10.0.0.1"),
        ("[10.0.0.1]", "[10.0.0.1]"),
        ("[ipv6:fe80::1]", "[ipv6:fe80::1]"),
        ("enron", "enron"),
        ("", ""),
        ("xn--zzzzzzz---.ru", "xn--zzzzzzz---.ru"),
    ],
)
def test_it_finds_the_domain_that_somebody_registered(domain: str, expected: str) -> None:
    assert registrable(domain) == expected


@given(st.text(max_size=80))
def test_no_domain_makes_it_stumble(domain: str) -> None:
    assert main_label(registrable(domain)) in registrable(domain)
    organization_domain(f"a@{domain}")


@pytest.mark.parametrize(
    "email",
    ["a@gmail.com", "b@mail.ru", "c@yandex.ru", "d@houston.rr.com", "e@bk.ru", "f@btinternet.com", "nobody", ""],
)
def test_free_mail_and_providers_are_no_organizations(email: str) -> None:
    assert organization_domain(email) == ""


def test_the_list_of_free_mail_is_of_some_hundreds_of_well_formed_domains() -> None:
    assert len(FREE_MAIL) > 500
    assert all(domain == domain.lower() and "." in domain and "@" not in domain for domain in FREE_MAIL)


def directory(*letters: Message, ours: Sequence[str] = ("ours.example",)) -> Directory:
    found = Directory(ours)
    for each in letters:
        found.observe(each)
    return found


def test_it_knows_whose_an_address_is() -> None:
    found = Directory(["Ours.example", "@second.example", "boss@gmail.com"])
    emails = [
        "a@ours.example",
        "a@desk.ours.example",
        "a@second.example",
        "boss+x@gmail.com",
        "a@gmail.com",
        "a@b.example",
    ]
    assert [found.side(each) for each in emails] == ["ours"] * 4 + ["theirs"] * 2


def test_one_person_with_many_addresses_is_one(letter: Maker) -> None:
    found = directory(
        letter("a", sender="Igor Petrov <i.petrov@firm.example>", to=("Anna Berg <anna@ours.example>",)),
        letter("b", sender="Petrov, Igor <igor+bills@mail.firm.example>"),
        letter("c", sender="Igor Petrov via Billing <igor@firm.example>"),
        letter("d", sender="Igor Petrov <igor@other.example>"),
        letter("e", sender="Igor Petrov <igor@gmail.com>"),
        letter("f", sender="<igor@mail.ru>"),
    )
    many = ("i.petrov@firm.example", "igor@firm.example", "igor@mail.firm.example")
    people = {(each.name, each.emails, each.side, each.organization) for each in found.people()}
    assert people == {
        ("Anna Berg", ("anna@ours.example",), "ours", "ours.example"),
        (
            "Igor Petrov",
            many,
            "theirs",
            "firm.example",
        ),
        ("Igor Petrov", ("igor@other.example",), "theirs", "other.example"),
        ("Igor Petrov", ("igor@gmail.com",), "theirs", ""),
        ("Igor", ("igor@mail.ru",), "theirs", ""),
        ("Igor", ("igor@theirs.example",), "theirs", "theirs.example"),
    }


def test_role_addresses_are_no_persons_but_belong_to_their_organization(letter: Maker) -> None:
    found = directory(
        letter("a", sender="Romashka Support <support@romashka.example>", to=("info@firm.example",)),
        letter("b", sender="Тамара Сухих <buh@olhovy.example>", to=("Sales Team <sales-team2@firm.example>",)),
    )
    assert [each.name for each in found.people()] == ["Тамара Сухих"]
    domains = [each.domains[0] for each in found.organizations()]
    assert domains == ["firm.example", "olhovy.example", "romashka.example"]


def test_it_takes_the_name_of_an_organization_from_display_names_that_fit(letter: Maker) -> None:
    found = directory(
        letter("a", sender="Иван Петров (ООО «Дом и Лад») <petrov@domilad.example>"),
        letter("b", sender="Nordhavn Forsikring A/S <info@nordhavn-forsikring.example>"),
        letter("c", sender="Ann Lee (on holiday) <ann@plain-firm.example>"),
    )
    names = {each.domains[0]: each.name for each in found.organizations()}
    assert names["domilad.example"] == "ООО «Дом и Лад»"
    assert names["nordhavn-forsikring.example"] == "Nordhavn Forsikring A/S"
    assert found.organizations()[2] == Organization("Plain Firm", ("plain-firm.example",))
    assert "Иван Петров" in {each.name for each in found.people()}


def test_the_counterparties_of_a_letter_are_the_firms_and_private_persons_beside_us(letter: Maker) -> None:
    found = directory()
    both = letter("a", to=("x@one.example", "y@sub.one.example"), cc=("z+tag@gmail.com", "boris@ours.example"))
    assert found.counterparties(both) == ("one.example", "z@gmail.com")
    assert found.counterparties(letter("b", to=("boris@ours.example",))) == ()
    assert found.counterparties(letter("c", sender="x@one.example", to=("y@two.example",))) == ()
    assert found.counterparties(letter("d", sender="x@one.example", to=())) == ("one.example",)


def test_names_are_alike_whatever_the_legal_form_and_the_alphabet() -> None:
    assert plain_name("ООО «Дом и Лад»") == "домилад"
    assert likeness("Дом и Лад, ООО", "DOM I LAD LLC") == 1.0
    assert likeness("Nordhavn Forsikring A/S", "Nordhavn Forsikring") == 1.0
    assert likeness("Romashka", "Vasilek") < 0.5
    assert fits("Праздник Непослушания", "neposlushanie") > 0.8
    assert fits("Терминал Восток", "t-vostok") > 0.8
    assert fits("Терминал Восток", "tovdvor") < 0.6
    assert fits("", "x") == 0.0
    assert fits("Ltd", "ltd") == 1.0


def pairs(letter: Maker, *found: tuple[str, str], source: str = "mail.mbox") -> list[Message]:
    return [letter(f"{n}", n, sender=a, to=(b,), source=source) for n, (a, b) in enumerate(found)]


def test_ours_is_the_domain_on_most_letters_with_changing_counterparties(letter: Maker) -> None:
    letters = pairs(letter, *(("a@host.example", f"b@client{n}.example") for n in range(5)))
    letters += pairs(letter, *((f"b@client{n}.example", "c@host-two.example") for n in range(3)))
    letters += pairs(letter, ("a@host.example", "c@host-two.example"), ("a@host.example", "b@host.example"))
    assert infer_ours(letters) == infer_ours(letters[::-1]) == ("host.example", "host-two.example")


def test_ours_may_be_one_private_address(letter: Maker) -> None:
    letters = pairs(letter, *(("me@gmail.com", f"b@client{n}.example") for n in range(5)))
    assert infer_ours(letters) == ("me@gmail.com",)


def test_the_folder_of_sent_letters_tells_between_two(letter: Maker) -> None:
    letters = pairs(letter, ("a@one.example", "b@two.example"), source="mail/Sent Items/1.eml")
    letters += pairs(letter, ("b@two.example", "a@one.example"))
    assert infer_ours(letters) == ("one.example",)


def test_it_says_nothing_where_nothing_is_sure(letter: Maker) -> None:
    assert infer_ours([]) == ()
    assert infer_ours(pairs(letter, ("a@one.example", "b@two.example"))) == ()
    assert infer_ours(pairs(letter, *((f"a@x{n}.example", f"b@y{n}.example") for n in range(9)))) == ()
