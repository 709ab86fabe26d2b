"""What is believed: a known kind, the right side, a quote that stands verbatim in the letter's own words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leopold.model import Message, Organization, Person, Relationship, Signal
from leopold.second_reader import Tally
from leopold.second_reader.claims import LONGEST, TRUST, accepted
from leopold.second_reader.masking import Mask
from leopold.second_reader.sheets import A_LETTER, A_SHEET, LETTERS, sheet_of
from tests.core.second_reader.hand import claim, make_letter, make_relationship

QUOTED = "\n> You never answer. We are leaving.\n"
LETTER = "I wonder whether this\nworks for  us at all. It is «late» — again!"


def believed(*claims: Any, text: str = LETTER, quoted: str = QUOTED) -> tuple[list[Signal], Tally]:
    own = make_relationship(make_letter(0, text, "theirs", ("annoyance", 0.5), quoted=quoted))
    tally = Tally()
    found = accepted(claims, sheet_of(own, own.conversations[0]), tally)
    for signal in found:
        piece = signal.evidence
        assert own.letters[0].message.text[piece.start : piece.end] == piece.quote
    assert sum(tally.reasons.values()) == tally.dropped == len(claims) - len(found)
    return found, tally


def test_a_quote_is_found_over_line_breaks_and_given_as_it_stands() -> None:
    (signal,), _ = believed(claim("distrust", 1, "whether this works for us at all."))
    assert signal.evidence.quote == "whether this\nworks for  us at all."
    assert (signal.side, signal.reader, signal.probability) == ("theirs", "second", TRUST * 0.9)


@pytest.mark.parametrize(
    "quote",
    [
        "You never answer.",
        "We are leaving.",
        "works for us at all. It was late",
        "WORKS FOR US AT ALL",
        "onder whether",
        'It is "late"',
        "again! > You never",
        "again! You never",
    ],
)
def test_a_quote_that_is_not_verbatim_in_own_words_is_dropped(quote: str) -> None:
    assert believed(claim("anger", 1, quote))[1].reasons == {"quote": 1}


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("anger", "malformed"),
        (None, "malformed"),
        ([], "malformed"),
        ({"kind": "anger"}, "malformed"),
        (claim("anger", 1, 7), "malformed"),  # type: ignore[arg-type]
        (claim("murder", 1, "It is «late»"), "kind"),
        (claim("late_reply", 1, "It is «late»"), "kind"),
        ({**claim("anger", 1, "It is «late»"), "kind": ["anger"]}, "kind"),
        (claim("anger", 0, "It is «late»"), "letter"),
        (claim("anger", 2, "It is «late»"), "letter"),
        (claim("anger", -1, "It is «late»"), "letter"),
        ({**claim("anger", 1, "It is «late»"), "letter": True}, "letter"),
        ({**claim("anger", 1, "It is «late»"), "letter": 1.0}, "letter"),
        ({**claim("anger", 1, "It is «late»"), "letter": "1"}, "letter"),
        (claim("anger", 1, "It is «late»", by="us"), "side"),
        (claim("anger", 1, "It is «late»", by=""), "side"),
        (claim("anger", 1, "It is «late»", probability=0), "probability"),
        (claim("anger", 1, "It is «late»", probability=-0.5), "probability"),
        (claim("anger", 1, "It is «late»", probability=1.01), "probability"),
        (claim("anger", 1, "It is «late»", probability=10**400), "probability"),
        (claim("anger", 1, "It is «late»", probability=float("nan")), "probability"),
        (claim("anger", 1, "It is «late»", probability=float("inf")), "probability"),
        (claim("anger", 1, "It is «late»", probability="0.9"), "probability"),
        (claim("anger", 1, "It is «late»", probability=True), "probability"),
        (claim("anger", 1, ""), "length"),
        (claim("anger", 1, "  \n "), "length"),
        (claim("anger", 1, "It"), "length"),
        (claim("anger", 1, "x" * (LONGEST + 1)), "length"),
        (claim("annoyance", 1, "I wonder whether"), "known"),
    ],
)
def test_a_claim_that_does_not_fit_is_dropped_with_its_reason(bad: Any, reason: str) -> None:
    found, tally = believed(bad)
    assert found == []
    assert tally.reasons == {reason: 1}


def test_a_claim_made_twice_counts_once() -> None:
    found, tally = believed(claim("anger", 1, "It is «late»"), claim("anger", 1, "«late» — again!"))
    assert len(found) == 1
    assert tally.reasons == {"repeated": 1}


def test_of_too_many_claims_the_likeliest_stay() -> None:
    kinds = ("anger", "fear", "distrust", "sarcasm")
    claims = [claim(kind, 1, "It is «late»", probability=0.2 * n) for n, kind in enumerate(kinds, 1)]
    found, tally = believed(*claims)
    assert [signal.kind for signal in found] == ["sarcasm", "distrust"]
    assert tally.reasons == {"capped": 2}


def test_claims_without_end_are_not_looked_at() -> None:
    assert believed(*[None] * 1000)[1].reasons == {"malformed": 64, "too_many": 936}


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
fields = st.fixed_dictionaries(
    {
        "kind": json_values | st.sampled_from(["anger", "praise"]),
        "letter": json_values | st.just(1),
        "by": json_values | st.just("them"),
        "quote": json_values | st.text("I wonder«late»\n —!", max_size=30) | st.just("It is «late»"),
        "probability": json_values | st.floats(0, 1),
    }
)


@given(st.lists(json_values | fields, max_size=12))
def test_any_claims_at_all_are_believed_or_counted(claims: list[Any]) -> None:
    believed(*claims)


people = (
    Person("Анна Вебер", ("anna@ours.example",), "ours", "ours.example"),
    Person("Игорь Петров", ("igor@theirs.example",), "theirs", "theirs.example"),
)
KNOWN = Relationship(Organization("Ромашка", ("theirs.example",)), "client", people, (), ())


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("Анна, спросите Игоря Петрова.", "[us], спросите [them] [them]."),
        ("Анне от «Ромашки»", "[us] от «[them]»"),
        ("Pay to a.b@c.example, or see https://x.example/y?z=1 now", "Pay to [address], or see [link] now"),
        ("Call +7 (495) 123-45-67 by 2026-03-31, 48 000,00 RUB", "Call [number] by 2026-03-31, 48 000,00 RUB"),
        ("two\r\n\r\n\tlines", "two lines"),
        ("", ""),
    ],
)
def test_people_addresses_and_numbers_are_hidden(text: str, sent: str) -> None:
    assert Mask(KNOWN).masked(text, 0, len(text)).sent == sent


@given(st.text("АннаПетр ов@ex.le\n1234567890+-[]«»", max_size=120), st.data())
def test_what_is_sent_leads_back_to_where_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    masked = Mask(KNOWN).masked(text, start, end)
    assert len(masked.sent) == len(masked.starts) == len(masked.ends)
    known = [place for place in masked.starts if place >= 0]
    assert known == sorted(known)
    assert all(start <= place < end for place in known)
    for at, (one, place) in enumerate(zip(masked.sent, masked.starts, strict=True)):
        if place >= 0 and masked.ends[at] == place + 1 and one not in " [":
            assert text[place] == one
    left = data.draw(st.integers(0, len(masked.sent)))
    quote = masked.sent[left : data.draw(st.integers(left, len(masked.sent)))]
    if quote.strip() and (place := masked.find(quote)):
        assert start <= place[0] < place[1] <= end
        assert Mask(KNOWN).masked(text, *place).sent.split() == quote.split()


def test_a_quote_does_not_begin_or_end_inside_a_stand_in() -> None:
    masked = Mask(KNOWN).masked("Анна опоздала", 0, 13)
    assert masked.sent == "[us] опоздала"
    assert masked.find("us] опоздала") is None
    assert masked.find("[us] опоздала") == (0, 13)


def test_a_sheet_holds_the_latest_letters_within_its_limits() -> None:
    long = make_relationship(*(make_letter(n, f"{n} " + "word " * 60) for n in range(60)))
    sheet = sheet_of(long, long.conversations[0])
    assert len(sheet.pages) == LETTERS
    assert sheet.pages[-1].letter is long.letters[-1]
    heavy = make_relationship(*(make_letter(n, f"{n} " + "word " * 2_000) for n in range(30)))
    sheet = sheet_of(heavy, heavy.conversations[0])
    assert 0 < sheet.size <= A_SHEET
    assert all(len(one.sent) <= A_LETTER for page in sheet.pages for one in page.stretches)


def test_a_sheet_tells_no_subject_name_or_address_and_no_quoted_words() -> None:
    own = make_relationship(make_letter(0, "Dear Anna Weber, igor@theirs.example is gone.", quoted=QUOTED))
    assert sheet_of(own, own.conversations[0]).data == [
        {"n": 1, "by": "them", "date": "2026-01-05", "text": "Dear [us] [us], [address] is gone."}
    ]


def test_the_name_of_a_sheet_changes_with_what_is_sent() -> None:
    one, other = (make_relationship(make_letter(0, text)) for text in ("One letter.", "Another letter."))
    sheets: Callable[[Relationship], Any] = lambda own: sheet_of(own, own.conversations[0])  # noqa: E731
    assert sheets(one).digest("m") == sheets(one).digest("m") != sheets(one).digest("n")
    assert sheets(one).digest("m") != sheets(other).digest("m")
    assert isinstance(one.letters[0].message, Message)
