"""Letters become conversations, whatever the order in which they come."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterable
from itertools import permutations
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leopold.correspondence.threads import thread
from leopold.model import Conversation, Message, Zone

Maker = Callable[..., Message]
Zones = Callable[[Message], tuple[Zone, ...]]

LETTER = "The server in rack four went down again tonight, and nobody answered the phone until morning."


def nothing(_: Message) -> tuple[Zone, ...]:
    return ()


def joined(messages: Iterable[Message], zones: Zones = nothing) -> list[str]:
    return [names(talk) for talk in thread(messages, zones)]


def names(talk: Conversation) -> str:
    return " ".join(each.strip("<>").partition("@")[0] for each in talk.message_ids)


def links(messages: Iterable[Message], zones: Zones = nothing) -> set[str]:
    short = {"<": "", ">": "", "@x.example": ""}
    found = {f"{link.child} {link.by} {link.parent}" for talk in thread(messages, zones) for link in talk.links}
    for old, new in short.items():
        found = {each.replace(old, new) for each in found}
    return found


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        pytest.param({"a": {}, "b": {"references": "a"}, "c": {"references": "a b"}}, ["a b c"], id="chain"),
        pytest.param({"a": {}, "b": {"in_reply_to": "a"}, "c": {}}, ["a b", "c"], id="in-reply-to alone"),
        pytest.param({"b": {"references": "ghost"}, "c": {"references": "ghost"}}, ["b c"], id="siblings of a ghost"),
        pytest.param({"a": {}, "c": {"references": "a ghost"}}, ["a c"], id="a ghost between"),
        pytest.param(
            {"b": {"references": "g h"}, "c": {"references": "h i"}, "d": {"in_reply_to": "i"}},
            ["b c d"],
            id="nothing but ghosts",
        ),
        pytest.param({"a": {"references": "b"}, "b": {"references": "a"}}, ["a b"], id="loop of two"),
        pytest.param({"a": {"references": "a", "in_reply_to": "a"}}, ["a"], id="answers itself"),
        pytest.param(
            {"a": {"references": "c"}, "b": {"references": "a"}, "c": {"references": "b"}},
            ["a b c"],
            id="loop of three",
        ),
        pytest.param(
            {"a": {}, "b": {"references": "a", "subject": "Something new"}}, ["a b"], id="references reused for new"
        ),
        pytest.param({"a": {}, "b": {"references": "x y", "in_reply_to": "a"}}, ["a b"], id="both, at odds"),
        pytest.param({"a": {}, "b": {}}, ["a", "b"], id="strangers"),
    ],
)
def test_it_joins_by_headers_in_any_order(
    headers: dict[str, dict[str, str]], expected: list[str], letter: Maker
) -> None:
    letters = [letter(name, hours, **more) for hours, (name, more) in enumerate(headers.items())]
    for order in permutations(letters):
        assert joined(order) == expected


def test_it_says_which_letter_each_one_follows(letter: Maker) -> None:
    letters = [
        letter("a", 0),
        letter("b", 1, references="a"),
        letter("c", 2, references="a b lost"),
        letter("d", 3, references="a", in_reply_to="b"),
        letter("e", 4, references="gone"),
        letter("f", 5, references="gone"),
    ]
    expected = {"b references a", "c references b", "d references b", "f references e"}
    assert links(letters) == expected


def test_it_keeps_every_letter_once_and_links_all_of_a_conversation(letter: Maker) -> None:
    letters = [letter("a", 0), letter("a", 0), letter("b", None, in_reply_to="a"), letter("c", 1, in_reply_to="b")]
    talks = thread(letters, nothing)
    assert [names(talk) for talk in talks] == ["a c b"]
    assert len(talks[0].links) == 2


def test_it_reads_threads_of_ten_thousand_letters_and_loops_in_no_time(letter: Maker) -> None:
    chain = [letter("0", 0, in_reply_to="9999")] + [letter(str(n), n, in_reply_to=str(n - 1)) for n in range(1, 10_000)]
    started = process_time()
    talks = thread(reversed(chain), nothing)
    assert len(talks) == 1
    assert len(talks[0].message_ids) == 10_000
    assert process_time() - started < 2


def index(*steps: int, conversation: bytes = bytes(range(16))) -> str:
    return b64encode(b"\x01" + bytes(5) + conversation + b"".join(bytes([step] * 5) for step in steps)).decode()


def test_it_joins_by_thread_index_where_headers_are_silent(letter: Maker) -> None:
    letters = [
        letter("a", 0, thread_index=index()),
        letter("b", 1, thread_index=index(1)),
        letter("c", 2, thread_index=index(1, 2)),
        letter("d", 3, thread_index=index(7, 8)),
        letter("e", 4, thread_index=index(conversation=b"another one here")),
        letter("f", 5, thread_index="this is not base64 at all, whoever wrote it!"),
        letter("g", 6, thread_index=index(conversation=bytes(16))),
        letter("h", 7, thread_index=index(conversation=bytes(16))),
    ]
    for some in (letters, letters[::-1]):
        assert joined(some) == ["a b c d", "e", "f", "g", "h"]
        assert links(some) == {"b thread-index a", "c thread-index b", "d thread-index a"}


def test_it_joins_an_answer_to_the_letter_it_quotes(letter: Maker, by_lines: Zones) -> None:
    quoted = "> The server in rack four went down\n> again tonight, and nobody answered\n>> the phone until morning."
    letters = [
        letter("a", 0, text=LETTER, subject="Night"),
        letter("b", 1, text=f"We are looking into it.\n{quoted}\n", subject="Something else"),
        letter("c", 2, text="The server in rack four is up.\n> Thanks!", subject="Third"),
    ]
    assert links(letters, by_lines) == {"b quote a"}
    assert links(letters[::-1], by_lines) == {"b quote a"}


def test_it_joins_by_quotation_to_the_latest_letter_quoted_and_never_to_a_later_one(
    letter: Maker, by_lines: Zones
) -> None:
    answer = "We have replaced the power supply of the switch and shall watch it for a week from now on."
    letters = [
        letter("a", 0, text=LETTER),
        letter("b", 1, text=f"{answer}\n> {LETTER}"),
        letter("c", 2, text=f"Thank you.\n> {answer}\n>> {LETTER}"),
        letter("d", -1, text=f"?\n> {answer}"),
    ]
    assert links(letters, by_lines) == {"b quote a", "c quote b"}


def test_it_joins_by_words_that_many_letters_begin_with_only_among_the_same_people(
    letter: Maker, by_lines: Zones
) -> None:
    letters = [
        letter("a", 0, text=LETTER, sender="x@far.example", to=("y@far.example",)),
        letter("b", 1, text=LETTER, sender="v@near.example", to=("w@near.example",)),
        letter("c", 2, text=f"Indeed.\n> {LETTER}"),
        letter("d", 3, text=f"Indeed.\n> {LETTER}", sender="w@near.example", to=("z@near.example",)),
    ]
    assert links(letters, by_lines) == {"d quote b"}


def test_it_takes_few_quoted_words_for_no_proof(letter: Maker, by_lines: Zones) -> None:
    letters = [letter("a", 0, text="Thanks, see the file."), letter("b", 1, text="Fine.\n> Thanks, see the file.")]
    assert links(letters, by_lines) == set()


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Re: Invoice 7", True),
        ("RE[2]: invoice  7", True),
        ("AW: Invoice 7", True),
        ("Отв: Invoice 7", True),
        ("Invoice 7", False),
        ("Re: Invoice 8", False),
    ],
)
def test_it_joins_answers_by_subject_as_a_weak_link(subject: str, expected: bool, letter: Maker) -> None:
    letters = [
        letter("a", 0, subject="Invoice 7"),
        letter("b", 1, subject=subject, sender="igor@theirs.example", to=("anna@ours.example",)),
    ]
    assert links(letters) == ({"b subject a"} if expected else set())


@pytest.mark.parametrize(
    ("first", "second", "hours"),
    [
        ({"subject": ""}, {"subject": "Re:"}, 1),
        ({"subject": "Hi"}, {"subject": "Re: Hi", "sender": "x@far.example", "to": ("y@far.example",)}, 1),
        ({"subject": "Re: Bill"}, {"subject": "Re: Bill", "to": ("zoe@other.example",)}, 1),
        ({"subject": "Hi"}, {"subject": "Re: Hi"}, 24 * 91),
        ({"subject": "Hi"}, {"subject": "Re: Hi", "in_reply_to": "ghost"}, 1),
        ({"subject": "[#1234] Help"}, {"subject": "Re: [#1235] Help"}, 1),
    ],
)
def test_it_does_not_join_by_subject(first: dict[str, str], second: dict[str, str], hours: int, letter: Maker) -> None:
    assert links([letter("a", 0, **first), letter("b", hours, **second)]) == set()


names_ = st.sampled_from(["a", "b", "c", "d", "e", "f", "ghost"])
some = st.fixed_dictionaries(
    {
        "references": st.lists(names_, max_size=4).map(" ".join),
        "in_reply_to": st.lists(names_, max_size=2).map(" ".join),
        "hours": st.one_of(st.none(), st.integers(0, 3)),
        "subject": st.sampled_from(["", "One", "Re: One", "Fwd: Two", "Two"]),
        "text": st.sampled_from(["", LETTER, f"Yes.\n> {LETTER}", "Short"]),
        "thread_index": st.sampled_from(["", index(), index(1), index(1, 2)]),
    }
)


@given(data=st.data(), headers=st.lists(some, min_size=1, max_size=6))
def test_any_order_of_delivery_gives_the_same_conversations(
    data: st.DataObject, headers: list[dict[str, str]], letter: Maker, by_lines: Zones
) -> None:
    letters = [letter(name, **more) for name, more in zip("abcdef", headers, strict=False)]
    talks = thread(letters, by_lines)
    assert thread(data.draw(st.permutations(letters)), by_lines) == talks
    assert sorted(each for talk in talks for each in talk.message_ids) == sorted(each.id for each in letters)
    for talk in talks:
        assert len(talk.links) == len(talk.message_ids) - 1
        assert {link.child for link in talk.links} < set(talk.message_ids)
