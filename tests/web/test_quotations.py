"""Evidence on a page: the marked words in their sentence, cut at words, never in the middle of one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from leopold.model import Evidence
from leopold_web.relationships.models import Message
from leopold_web.relationships.quotations import AROUND, quotation


def quoted(text: str, start: int, end: int) -> tuple[str, str, str]:
    message = Message(pk=1, text=text, own_id="<1@x>", sender_name="Igor")
    found = quotation(Evidence("<1@x>", start, end, text[start:end]), message)
    return found.before, found.marked, found.after


def test_it_shows_the_whole_sentence() -> None:
    text = "Good morning. This is the third time I am asking for the date. Regards"
    start = text.index("third time")
    assert quoted(text, start, start + 10) == ("This is the ", "third time", " I am asking for the date.")


def test_it_cuts_a_long_sentence_at_words() -> None:
    text = "word " * 100 + "MARK" + " word" * 100
    before, marked, after = quoted(text, text.index("MARK"), text.index("MARK") + 4)
    assert marked == "MARK"
    assert before.startswith("… word ")
    assert after.endswith(" word …")
    assert set(before.split()) == set(after.split()) == {"…", "word"}


@given(st.text(alphabet="аb .!?\n", min_size=1, max_size=600), st.data())
def test_it_never_loses_the_marked_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    before, marked, after = quoted(text, start, end)
    assert marked.split() == text[start:end].split()
    assert len(before) <= AROUND + 2
    assert len(after) <= AROUND + 2
