"""Addresses, identifiers and dates of a letter."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leopold.ingest import addresses, dates, identifiers
from leopold.ingest.rfc822 import parse_letter
from leopold.model import Message, Raw


def read(head: str) -> Message:
    message = parse_letter(Raw("box", 0, head.encode() + b"\n\nHi"))
    assert isinstance(message, Message)
    return message


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("ivan@example.com", [("", "ivan@example.com")]),
        ("Ivan@Example.COM, <b@example.com>", [("", "ivan@example.com"), ("", "b@example.com")]),
        ("Ivan Petrov <ivan@example.com>", [("Ivan Petrov", "ivan@example.com")]),
        ('"Petrov, Ivan" <i@example.com>, b@example.com', [("Petrov, Ivan", "i@example.com"), ("", "b@example.com")]),
        ("Petrov, Ivan <ivan@example.com>", [("Petrov, Ivan", "ivan@example.com")]),
        ("ivan@example.com (Ivan (the first))", [("Ivan (the first)", "ivan@example.com")]),
        ("Team: a@x.org, B <b@x.org>;, c@x.org", [("", "a@x.org"), ("B", "b@x.org"), ("", "c@x.org")]),
        ("undisclosed-recipients:;", []),
        ('"', []),
        ('"Ivan <ivan@example.com>', [("Ivan", "ivan@example.com")]),
        ("Ivan <ivan@example.com", [("Ivan", "ivan@example.com")]),
        ("Ivan [SMTP:Ivan@Example.com]", [("Ivan", "ivan@example.com")]),
        ("Ivan [mailto:ivan@example.com]", [("Ivan", "ivan@example.com")]),
        ("Ivan </O=FIRM/OU=NA/CN=IVAN>", [("Ivan", "")]),
        ("\"'ivan@example.com'\" <ivan@example.com>", [("", "ivan@example.com")]),
        ("<mailto:ivan@example.com>", [("", "ivan@example.com")]),
        ("<@relay.example,@b.example:ivan@example.com>", [("", "ivan@example.com")]),
        ("ivan@xn--e1afmkfd.xn--p1ai", [("", "ivan@пример.рф")]),
        ("Ivan ivan@example.com", [("Ivan", "ivan@example.com")]),
        ('"=?utf-8?b?0JjQstCw0L0=?=" <ivan@example.com>', [("Иван", "ivan@example.com")]),
        ("=?utf-8?b?0JjQstCw0L0gPGl2YW5AZXhhbXBsZS5jb20+?=", [("Иван", "ivan@example.com")]),
        (r'"Ivan \"Vanya\" P" <ivan@example.com>', [('Ivan "Vanya" P', "ivan@example.com")]),
        ("a@example.com; b@example.com", [("", "a@example.com"), ("", "b@example.com")]),
        ("Ivan", [("Ivan", "")]),
        ("\x06ivan@example.com", [("", "ivan@example.com")]),
        ("", []),
    ],
)  # fmt: skip
def test_it_reads_addresses_as_they_are_written(value, expected):
    assert [(each.name, each.email) for each in addresses.addresses(value)] == expected


def test_it_finds_the_person_behind_a_tool():
    message = read("From: \"'Ivan Petrov' via Sales\" <sales@example.org>\nReply-To: Ivan <ivan@example.com>")
    assert (message.sender.name, message.sender.email) == ("Ivan", "ivan@example.com")
    assert read("From: Ivan via Zammad <desk@example.org>").sender.name == "Ivan"


def test_it_takes_the_sender_where_from_is_empty():
    assert read("From: \nSender: Ivan <ivan@example.com>").sender.email == "ivan@example.com"
    assert read("Subject: nobody").sender == addresses.NOBODY


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("<1@example.com>", "<1@example.com>"),
        (" <[1] 2@example\r\n .com> garbage", "<[1]2@example.com>"),
        ("1@example.com", "<1@example.com>"),
        ("", ""),
        ("<>", ""),
    ],
)
def test_it_reads_the_identifier_of_a_letter(value, expected):
    assert identifiers.own(value) == expected


def test_it_derives_an_identifier_from_the_content_where_there_is_none():
    first, same, other = (read(f"From: a@example.com\nSubject: {subject}").id for subject in ("a", "a", "b"))
    assert first == same != other
    assert first.endswith("@leopold.invalid>")
    assert identifiers.derived(b"From a b\nTo: x\r\n\r\ny\r\n") == identifiers.derived(b"To: x\n\ny\n")


def test_it_reads_references_in_order_each_once():
    value = "<1@a> <2@b>\r\n\t<1@a> garbage <[3] 4@c> <cut@of"
    assert identifiers.references(value) == ("<1@a>", "<2@b>", "<[3]4@c>")
    assert identifiers.references("1@a 2@b") == ("<1@a>", "<2@b>")
    assert identifiers.references("none of them") == ()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("<1@example.com>", ("<1@example.com>",)),
        ("1@example.com", ("<1@example.com>",)),
        ('Your message of "Mon, 1 Jan 2026" <20260101.77@host>', ("<20260101.77@host>",)),
        ("Message from Ivan <ivan@example.com> of Monday <1030118301.3993@host>", ("<1030118301.3993@host>",)),
        ("Ivan's message of Monday <petr@example.com>", ()),
        ("<ivan@example.com>", ()),
        ("your letter of Monday", ()),
    ],
)
def test_it_tells_identifiers_from_mailboxes_and_prose(value, expected):
    assert identifiers.in_reply_to(value, {"ivan@example.com"}) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Tue, 3 Mar 2026 10:00:00 +0300", datetime(2026, 3, 3, 7, tzinfo=UTC)),
        ("3 Mar 2026 10:00:00 -0530 (IST)", datetime(2026, 3, 3, 15, 30, tzinfo=UTC)),
        ("Tue, 03 Mar 26 10:00 GMT", datetime(2026, 3, 3, 10, tzinfo=UTC)),
        ("Tue, 3 Mar 2026 10:00:60 EST", datetime(2026, 3, 3, 15, 0, 59, tzinfo=UTC)),
        ("Tue, 3 Mar 2026 10:00:00 MSK", datetime(2026, 3, 3, 7, tzinfo=UTC)),
        ("2026-03-03T10:00:00Z", datetime(2026, 3, 3, 10, tzinfo=UTC)),
        ("Tue Mar  3 10:00:00 2026", datetime(2026, 3, 3, 10, tzinfo=UTC)),
        ("Tue, 3 Mar 2026 10:00:00 +9999", datetime(2026, 3, 3, 10, tzinfo=UTC)),
        ("Tue, 31 Feb 2026 10:00:00 +0000", None),
        ("Tue, 3 Mar 2026 25:00:00 +0000", None),
        ("Tue, 3 Mar 1979 10:00:00 +0000", None),
        ("Tue, 3 Mar 2126 10:00:00 +0000", None),
        ("3 Aul 2026 10:00:00 +0000", None),
        ("tomorrow", None),
        ("", None),
        ("٣ Mar 2026", None),
    ],
)
def test_it_reads_possible_dates_in_utc(value, expected):
    assert dates.moment(value) == expected


@pytest.mark.parametrize(
    ("value", "minutes"),
    [
        ("Tue, 3 Mar 2026 10:00:00 +0300", 180),
        ("3 Mar 2026 10:00:00 -0530 (IST)", -330),
        ("Tue, 3 Mar 2026 10:00:00 +0000", 0),
        ("Tue, 3 Mar 2026 10:00:00 -0000", None),
        ("Tue, 03 Mar 26 10:00 GMT", 0),
        ("Tue, 03 Mar 26 10:00 -0000", None),
        ("Tue, 3 Mar 2026 10:00:60 EST", -300),
        ("Tue, 3 Mar 2026 10:00:00 MSK", 180),
        ("2026-03-03T10:00:00+05:45", 345),
        ("2026-03-03T10:00:00-00:30", -30),
        ("2026-03-03T10:00:00+00:00", 0),
        ("2026-03-03T10:00:00-00:00", None),
        ("2026-03-03T10:00:00Z", None),
        ("2026-03-03 10:00:00", None),
        ("Tue Mar  3 10:00:00 2026", None),
        ("Tue, 3 Mar 2026 10:00:00 +9999", None),
        ("Tue, 3 Mar 2026 10:00:00 +1500", None),
    ],
)
def test_it_reads_how_far_the_writers_clock_is_ahead(value, minutes):
    assert dates.stamp(value).utc_offset == minutes


@given(st.integers(0, 40_000 * 86_400), st.integers(-12 * 60, 14 * 60))
def test_the_day_of_a_letter_is_the_writers_own(seconds, minutes):
    there = datetime(1981, 1, 2, tzinfo=timezone(timedelta(minutes=minutes))) + timedelta(seconds=seconds)
    letter = read(f"Date: {format_datetime(there)}")
    assert letter.at == there
    assert letter.day == there.date()
    assert letter.utc_offset == minutes


def test_where_nothing_tells_the_writers_clock_the_day_is_that_of_utc():
    late = read("Date: Tue, 3 Mar 2026 23:30:00 -0000")
    assert (late.utc_offset, late.day) == (None, date(2026, 3, 3))
    assert read("Subject: x").day is None


ARRIVED = "Received: from a by b; Wed, 4 Mar 2026 10:00:00 +0000\nReceived: from c by a; Mon, 2 Mar 2026 10:00:00 +0000"


@pytest.mark.parametrize("stated", ["Mon, 1 Jan 1979 00:00:00 +0000", "Fri, 1 Jan 2044 00:00:00 +0000", "never", ""])
def test_it_falls_back_to_the_newest_arrival(stated):
    letter = read(f"{ARRIVED}\nDate: {stated}")
    assert (letter.at, letter.utc_offset) == (datetime(2026, 3, 4, 10, tzinfo=UTC), None)


def test_it_falls_back_to_the_mbox_line_and_then_to_nothing():
    assert read("From a@b Wed Mar  4 10:00:00 2026\nSubject: x").at == datetime(2026, 3, 4, 10, tzinfo=UTC)
    assert read("Subject: x\nReceived: broken").at is None
    assert read(f"{ARRIVED}\nDate: Tue, 3 Mar 2026 10:00:00 +0000").at == datetime(2026, 3, 3, 10, tzinfo=UTC)
