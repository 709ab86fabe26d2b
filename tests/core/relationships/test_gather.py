"""Letters and a ledger become relationships, and nothing of them is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leopold.correspondence.people import Directory
from leopold.correspondence.zones import zones
from leopold.ingest import parse, read_raws
from leopold.ledger import read_ledger
from leopold.model import Address, Attachment, Invoice, Message, Payment, Raw, Relationship
from leopold.relationships import gather
from leopold.relationships.counterparties import Party, matched
from leopold.relationships.introduced import brought_in_by
from leopold.sample import stories


def letter(number: int, sender: str, to: str, text: str = "Hello.", **more: Any) -> Message:
    head = f"From: {sender}\nTo: {to}\nDate: Mon, 5 Jan 2026 {number:02}:00:00 +0000\nMessage-ID: <{number}@x>\n"
    message = parse(Raw("mail", number, f"{head}Subject: Matter {number}\n\n{text}\n".encode()))
    assert isinstance(message, Message)
    return replace(message, **more)


def gathered(
    messages: Sequence[Message], *ours: str, invoices: Sequence[Invoice] = (), payments: Sequence[Payment] = ()
) -> list[Relationship]:
    directory = Directory(ours or ("ours.example",))
    for message in messages:
        directory.observe(message)
    return gather(messages, directory, zones, invoices, payments)


def keys(relationships: Sequence[Relationship]) -> dict[str, list[str]]:
    return {"".join(each.organization.domains): [one.message.id for one in each.letters] for each in relationships}


def invoice(counterparty: str, number: str = "1") -> Invoice:
    return Invoice(number, counterparty, date(2026, 1, 1), date(2026, 1, 15), Decimal(100), "EUR")


def test_every_letter_goes_to_each_counterparty_in_it_and_to_nobody_else() -> None:
    letters = [
        letter(1, "a@ours.example", "x@one.example, y@two.example"),
        letter(2, "x@one.example", "a@ours.example"),
        letter(3, "y@two.example", "b@ours.example"),
        letter(4, "a@ours.example", "b@ours.example"),
        letter(5, "x@one.example", "y@two.example"),
        letter(6, "Ivan <ivan+work@gmail.com>", "a@ours.example"),
        letter(7, "x@one.example", "a@ours.example", automatic="auto-reply"),
        letter(8, "x@one.example", "a@ours.example", at=None),
    ]
    found = gathered(letters)
    assert keys(found) == {
        "one.example": ["<1@x>", "<2@x>"],
        "two.example": ["<1@x>", "<3@x>"],
        "ivan@gmail.com": ["<6@x>"],
    }
    names = [(each.organization.name, len(each.people), len(each.conversations)) for each in found]
    assert names == [("Ivan", 2, 1), ("One", 3, 3), ("Two", 4, 2)]
    assert [each.side for each in found[1].letters] == ["ours", "theirs"]
    assert gathered(letters[::-1]) == found


def test_who_was_brought_in_by_a_counterparty_belongs_to_it() -> None:
    letters = [
        letter(1, "x@one.example", "a@ours.example"),
        letter(2, "lawyer@legal.example", "a@ours.example", references=(), cc=(Address("", "x@one.example"),)),
        letter(3, "a@ours.example", "lawyer@legal.example", in_reply_to=("<2@x>",)),
    ]
    assert keys(gathered(letters)) == {"one.example": ["<1@x>", "<2@x>", "<3@x>"]}
    alone = [*letters, letter(4, "lawyer@legal.example", "a@ours.example")]
    assert keys(gathered(alone)) == {
        "legal.example": ["<2@x>", "<3@x>", "<4@x>"],
        "one.example": ["<1@x>", "<2@x>"],
    }


def test_whom_we_bill_is_a_counterparty_whoever_brought_them_in() -> None:
    letters = [
        letter(1, "x@reseller.example", "a@ours.example"),
        letter(2, "x@reseller.example", "a@ours.example", cc=(Address("", "y@newcomer.example"),)),
    ]
    assert list(keys(gathered(letters))) == ["reseller.example"]
    assert list(keys(gathered(letters, invoices=[invoice("Newcomer Ltd")]))) == ["newcomer.example", "reseller.example"]


def test_hosts_are_found_through_each_other_and_equals_stay_apart() -> None:
    talks = [frozenset(each) for each in ("a", "ab", "abc", "de", "de")]
    assert brought_in_by(talks, {}) == {"b": "a", "c": "a"}


def test_a_ledger_finds_its_counterparties_or_stands_alone() -> None:
    letters = [
        letter(1, "x@domilad.example", "a@ours.example"),
        letter(2, "y@acme-tools.example", "a@ours.example"),
        letter(3, "Zoe <z@q7.example>", "a@ours.example", "Hello,\nwe at Blue Heron Ltd are fine.\n\nZoe"),
        letter(4, "w@gmail.com", "a@ours.example"),
    ]
    names = ["ООО «Дом и Лад»", "ACME Tools GmbH", "Blue Heron Ltd", "W. <w@gmail.com>", "Nobody Known Inc."]
    invoices = [invoice(name, str(number)) for number, name in enumerate(names)]
    payments = [
        Payment("1", date(2026, 1, 9), Decimal(50), "EUR"),
        Payment("", date(2026, 1, 8), Decimal(5), "EUR", "Late Payer"),
        Payment("?", date(2026, 1, 8), Decimal(5), "EUR"),
    ]
    found = gathered(letters, invoices=invoices, payments=payments)
    owed = {each.organization.domains: [one.number for one in each.invoices] for each in found if each.letters}
    assert owed == {
        ("domilad.example",): ["0"],
        ("acme-tools.example",): ["1"],
        ("q7.example",): ["2"],
        ("w@gmail.com",): ["3"],
    }
    by_name = {each.organization.name: each for each in found}
    assert [one.amount for one in by_name["ACME Tools GmbH"].payments] == [50]
    assert [one.number for one in by_name["Nobody Known Inc."].invoices] == ["4"]
    assert len(by_name["Late Payer"].payments) == 1
    assert by_name["ООО «Дом и Лад»"].organization.domains == ("domilad.example",)


@pytest.mark.parametrize(
    ("name", "keys_", "expected"),
    [
        ("Romashka", ["romashka.example", "romashka.msk.ru"], ""),
        ("Romashka", ["romashka.example", "vasilek.example"], "romashka.example"),
        ("vasilek.example", ["romashka.example", "vasilek.example"], "vasilek.example"),
        ("Buh <buh@mail.vasilek.example>", ["romashka.example", "vasilek.example"], "vasilek.example"),
        ("Чайная Гора", ["teagora.example"], "teagora.example"),
        ("Чайная Гора", ["teagora.example", "vasilek.example"], ""),
        ("", ["romashka.example"], ""),
    ],
)
def test_it_takes_the_party_that_fits_and_none_where_two_do(name: str, keys_: list[str], expected: str) -> None:
    assert matched([name], [Party(key) for key in keys_]).get(name, "") == expected


def test_whoever_sends_us_bills_is_a_partner_unless_we_bill_them() -> None:
    bill = (Attachment("invoice-7.pdf", "application/pdf", 10),)
    letters = [letter(n, "x@one.example", "a@ours.example", attachments=bill) for n in (1, 2)]
    assert [each.kind for each in gathered(letters)] == ["partner"]
    assert [each.kind for each in gathered(letters, invoices=[invoice("One")])] == ["client"]
    assert [each.kind for each in gathered(letters[:1])] == ["client"]


def test_each_story_matches_its_ledger_to_its_one_organization(built: Path) -> None:
    everything: list[Message] = []
    bills: list[Invoice] = []
    sample = list(stories())
    for story in sample:
        home = built / str(story["id"])
        letters = [each for raw in read_raws(home / "mail.mbox") if isinstance(each := parse(raw), Message)]  # type: ignore[arg-type]
        invoices = [each for each in read_ledger(home / "invoices.csv") if isinstance(each, Invoice)]
        found = gathered(letters, story["ours"]["domain"], invoices=invoices)
        assert [each.organization.domains for each in found] == [(story["theirs"]["domain"],)]
        assert len(found[0].invoices) == len(invoices)
        assert len(found[0].letters) == len(letters)
        everything += letters
        bills += invoices
    ours = [story["ours"]["domain"] for story in sample]
    together = gathered(everything, *ours, invoices=bills)
    assert sum(len(each.invoices) for each in together) == len(bills)
    # One name is a translation of its domain: the numbers of its invoices in the letters tell.
    assert [each.organization.name for each in together if not each.letters] == []


ADDRESSES = [
    "a@ours.example",
    "b@ours.example",
    "x@one.example",
    "y@two.example",
    "z@gmail.com",
    "info@one.example",
    "",
]
address = st.sampled_from(ADDRESSES).map(lambda email: Address(email[:1].upper(), email))
envelope = st.fixed_dictionaries(
    {
        "sender": address,
        "to": st.lists(address, max_size=3).map(tuple),
        "cc": st.lists(address, max_size=2).map(tuple),
        "at": st.sampled_from([None, datetime(2026, 1, 5, tzinfo=UTC), datetime(2026, 1, 6, tzinfo=UTC)]),
        "in_reply_to": st.sampled_from([(), ("<1@x>",), ("<2@x>",)]),
        "automatic": st.sampled_from(["", "", "", "bounce"]),
    }
)


@given(
    data=st.data(),
    envelopes=st.lists(envelope, max_size=6),
    billed=st.lists(st.sampled_from(["One", "Two Ltd", "z@gmail.com", "Nobody"]), max_size=4),
)
def test_nothing_is_lost_and_the_order_of_the_input_does_not_matter(
    data: st.DataObject, envelopes: list[dict[str, Any]], billed: list[str]
) -> None:
    letters = [replace(letter(number, "q@q", "q@q"), **each) for number, each in enumerate(envelopes)]
    invoices = [invoice(name, str(number)) for number, name in enumerate(billed)]
    found = gathered(letters, invoices=invoices)
    assert gathered(data.draw(st.permutations(letters)), invoices=data.draw(st.permutations(invoices))) == found
    assert sorted(one.number for each in found for one in each.invoices) == sorted(one.number for one in invoices)
    directory = Directory(["ours.example"])
    expected = {one.id for one in letters if one.at and not one.automatic and directory.counterparties(one)}
    assert {one.message.id for each in found for one in each.letters} == expected
    for each in found:
        moments = [(one.message.at, one.message.id) for one in each.letters]
        assert moments == sorted(moments)
        talked = {name for talk in each.conversations for name in talk.message_ids}
        assert talked >= {one.message.id for one in each.letters}
