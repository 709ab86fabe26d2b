"""Each letter once, and none lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from leopold.correspondence.duplicates import Deduplicator, content_key
from leopold.model import Message

Maker = Callable[..., Message]
TEXT = "Dear Anna,\nthe invoice was paid on Monday, by bank transfer.\nPlease confirm that it came.\nIgor\n"


def told(*letters: Message) -> list[str | None]:
    deduplicator = Deduplicator()
    return [deduplicator.first(each) for each in letters]


def test_it_knows_a_copy_by_its_content_whatever_its_id_and_white_space(letter: Maker) -> None:
    one = letter("a", subject="Paid", text=TEXT)
    other = letter("b", subject="Paid ", text=TEXT.replace("\n", "\n\n  "))
    assert told(one, other, one) == [None, one.id, one.id]


def test_it_takes_a_letter_of_another_moment_writer_or_subject_for_another(letter: Maker) -> None:
    one = letter("a", 0, subject="Paid", text=TEXT)
    others = [
        letter("b", 1, subject="Paid", text=TEXT),
        letter("c", 0, subject="Paid twice", text=TEXT),
        letter("d", 0, subject="Paid", text=TEXT, sender="boris@ours.example"),
    ]
    assert told(one, *others) == [None] * 4


def test_it_knows_the_copy_that_a_list_put_a_footer_on(letter: Maker) -> None:
    one = letter("a", text=TEXT)
    footed = letter("a", text=TEXT + "_____\nTo leave this list, write to leave@lists.example\n")
    assert told(one, footed) == [None, one.id]
    assert told(footed, one) == [None, one.id]


def test_it_keeps_different_letters_under_one_id_apart(letter: Maker) -> None:
    letters = [letter("a", n, text=f"{word} is what this letter is about, and of nothing else at all.") for n, word in
               enumerate(("Payment", "Delivery", "Lunch"))]  # fmt: skip
    deduplicator = Deduplicator()
    assert [deduplicator.first(each) for each in letters] == [None, None, None]
    kept = [deduplicator.kept(each) for each in letters]
    assert kept[0] == letters[0]
    assert len({each.id for each in kept}) == 3
    assert [deduplicator.first(each) for each in letters] == [each.id for each in kept]
    assert [replace(each, id="") for each in kept] == [replace(each, id="") for each in letters]


def test_it_does_not_take_two_undated_letters_of_a_word_for_one(letter: Maker) -> None:
    assert told(letter("a", None, text="ok"), letter("b", None, text="ok")) == [None, None]


def test_it_goes_on_from_the_keys_that_were_stored(letter: Maker) -> None:
    stored = letter("a", text=TEXT)
    copy, footed, new = letter("b", text=TEXT), letter("a", text=TEXT + "A footer"), letter("c", 5, text=TEXT)
    known = {content_key(stored): stored.id}
    deduplicator = Deduplicator(known, {stored.id: stored, new.id: new}.get)
    assert [deduplicator.first(each) for each in (copy, footed, new, new)] == [stored.id, stored.id, None, new.id]
    assert content_key(copy) in deduplicator.content_keys()
    assert len(known) == 1


def test_it_knows_near_copies_of_letters_stored_under_derived_ids(letter: Maker) -> None:
    first, second = letter("a", 0, text=TEXT), letter("a", 1, text="Lunch at noon on Friday, in the usual place?")
    before = Deduplicator()
    kept = [before.kept(each) for each in (first, second) if before.first(each) is None]
    stored = {each.id: each for each in kept}
    now = Deduplicator({content_key(each): each.id for each in kept}, stored.get)
    assert now.first(replace(second, text=second.text + "\n--\nA footer of a list")) == kept[1].id != first.id


letters_ = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from(["one", "two", "three", TEXT]), st.integers(0, 1))
)


@given(found=letters_)
def test_every_letter_is_kept_or_has_its_copy_kept(found: list[tuple[str, str, int]], letter: Maker) -> None:
    deduplicator = Deduplicator()
    kept: dict[str, Message] = {}
    for name, text, hours in found:
        message = letter(name, hours, text=text)
        first = deduplicator.first(message)
        if first is None:
            message = deduplicator.kept(message)
            assert message.id not in kept
            kept[message.id] = message
        else:
            assert kept[first].text == message.text
