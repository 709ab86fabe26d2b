"""Own words as sentences: abbreviations, numbers, lists, wrapped lines, greetings and closing lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leopold.model import Zone
from leopold.signals.sentences import fold, sentences, span_of


def split(text: str, role: str = "body") -> list[str]:
    """The sentences of a text that have a role."""
    found = sentences(text, fold(text), (Zone("own", 0, len(text)),))
    return [text[s.start : s.end] for s in found if s.role == role]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is late. We wait!  Do you?", ["It is late.", "We wait!", "Do you?"]),
        ("We pay 3.5 per cent, i.e. more than Mr. Smith does.", 1),
        ("Call me at 5 p.m. on Monday, please, as we agreed.", 1),
        ("Оплатили 12.03.2026 г. Ждём акт от вас, как договорились.", 2),
        ("Счёт на 5 тыс. руб. за март, т.е. за весь месяц, оплачен.", 1),
        ("Письмо подписал И. П. Сидоров, он директор завода.", 1),
        ("That is a long line that was broken by the program of\nits writer, not by her.", 1),
        ("We need three things from you:\n1. the report\n2. the invoice\n- the keys, all of them", 4),
        ("First paragraph of a letter\n\nsecond paragraph of the same letter", 2),
        ("Что происходит?! Ответьте же кто-нибудь наконец...", 2),
    ],
)
def test_it_splits_where_a_sentence_ends(text: str, expected: list[str] | int) -> None:
    found = split(text)
    assert found == expected if isinstance(expected, list) else len(found) == expected


def test_it_tells_greeting_and_closing_lines_from_the_body() -> None:
    text = "Dear Ms Hall,\n\nThe boiler is down again and nobody came.\n\nKind regards,\nPeter Moss\nTel. 0117 496 0000"
    assert split(text, "greeting") == ["Dear Ms Hall,"]
    assert split(text) == ["The boiler is down again and nobody came."]
    assert "Peter Moss" in split(text, "closing")


def test_it_tells_them_apart_in_russian() -> None:
    text = "Уважаемая Анна Петровна!\n\nАкт подписали вчера, оригинал отправили почтой.\n\nС уважением,\nОлег Седов"
    assert split(text, "greeting") == ["Уважаемая Анна Петровна!"]
    assert split(text) == ["Акт подписали вчера, оригинал отправили почтой."]


def test_it_takes_only_own_zones() -> None:
    text = "Mine is this one. > Theirs is that."
    found = sentences(text, fold(text), (Zone("own", 0, 17), Zone("quote", 17, len(text))))
    assert [text[s.start : s.end] for s in found] == ["Mine is this one."]


@given(st.text(max_size=300))
def test_it_folds_offset_for_offset_and_covers_text_in_order(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    last = 0
    for sentence in sentences(text, folded, (Zone("own", 0, len(text)),)):
        assert last <= sentence.start < sentence.end <= len(text)
        last = sentence.end
        if sentence.words:
            start, end = span_of(folded, sentence, 0, len(sentence.words))
            assert sentence.start <= start < end <= sentence.end
            assert folded[start:end].startswith(sentence.words[0])


def test_it_keeps_offsets_where_lower_case_is_longer() -> None:
    assert len(fold("İstanbul ЁЖ’s")) == len("İstanbul ЁЖ’s")
    assert fold("ЁЖ’s") == "еж's"
