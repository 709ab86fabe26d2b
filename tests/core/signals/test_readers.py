"""The contract of every reader of signals: verbatim, inside own words, a probability, pure, alone as in a batch."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leopold.model import Address, Message, Zone
from leopold.signals import KINDS, READERS, RULES, TONES, SignalReader, findings, passage_of, read
from leopold.signals.interface import Language

LETTERS: Sequence[tuple[Language, str]] = (
    ("en", "Hi Ann,\n\nThis is the third time I am asking for the report.\nSorry to be blunt.\n\nKind regards\nBob"),
    ("en", "We will not pay invoice 17 until this is fixed, and our lawyers will be in touch."),
    ("ru", "Добрый день!\n\nПишу в третий раз: ответа так и нет. Если до пятницы не исправите, расторгаем договор."),
    ("ru", "Спасибо, что сами позвонили! Извините за тон, был неправ."),
    ("en", ""),
    ("ru", " \n\n \n"),
)


def message(text: str) -> Message:
    """A letter with a text."""
    return Message("<one@a.example>", datetime(2026, 3, 2, tzinfo=UTC), Address("", ""), (), (), "s", text, "x", 0)


def whole(text: str) -> tuple[Zone, ...]:
    """All of a text as the writer's own."""
    return (Zone("own", 0, len(text)),)


@pytest.fixture(params=READERS, ids=lambda reader: reader.name)
def reader(request: pytest.FixtureRequest) -> SignalReader:
    """Each reader in turn."""
    found: SignalReader = request.param
    return found


def test_it_declares_only_known_kinds(reader: SignalReader) -> None:
    assert reader.kinds
    assert reader.kinds <= {*KINDS, *TONES}


def test_it_gives_only_kinds_it_declares_with_a_probability_and_a_place(reader: SignalReader) -> None:
    for language, text in LETTERS:
        for found in reader.predict([passage_of(text, "ours", language, whole(text))])[0]:
            assert found.kind in reader.kinds
            assert 0 <= found.probability <= 1
            assert text[found.start : found.end].strip()


def test_it_says_of_one_what_it_says_in_a_batch(reader: SignalReader) -> None:
    passages = [passage_of(text, "theirs", language, whole(text)) for language, text in LETTERS]
    assert reader.predict(passages) == [reader.predict([passage])[0] for passage in passages]
    assert reader.predict(passages[::-1])[::-1] == reader.predict(passages)


def test_it_finds_nothing_in_an_empty_letter(reader: SignalReader) -> None:
    assert reader.predict([passage_of("", "ours", "en", ())]) == [()]


@settings(max_examples=150, deadline=None)
@given(text=st.text(max_size=400), language=st.sampled_from(["en", "ru"]), cut=st.integers(0, 400))
def test_it_reads_any_text_and_quotes_it_verbatim_within_the_own_words(text: str, language: Language, cut: int) -> None:
    cut = min(cut, len(text))
    zones = (Zone("own", 0, cut), Zone("quote", cut, len(text)))
    for signal in read(message(text), "ours", language, zones):
        evidence = signal.evidence
        assert text[evidence.start : evidence.end] == evidence.quote
        assert evidence.end <= cut


WORDS = (
    'you promised but so sorry not pay until вы обещали но если до пятницы не оплатим спасибо . ? ! , \n « » " 12 No.'
)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=60), st.sampled_from(["en", "ru"]))
def test_it_marks_a_kind_once_in_a_sentence_and_repeats_itself(words: list[str], language: Language) -> None:
    text = " ".join(words)
    signals = read(message(text), "theirs", language, whole(text))
    places = [(signal.evidence.start, signal.kind) for signal in signals]
    assert len(places) == len(set(places))
    assert places == sorted(places)
    assert signals == read(message(text), "theirs", language, whole(text))


def test_it_reads_both_sides_alike() -> None:
    for language, text in LETTERS:
        ours = read(message(text), "ours", language, whole(text))
        theirs = read(message(text), "theirs", language, whole(text))
        assert [(s.kind, s.evidence) for s in ours] == [(s.kind, s.evidence) for s in theirs]
        assert {s.side for s in theirs} <= {"theirs"}


def test_it_leaves_quoted_letters_and_signatures_alone() -> None:
    own, quote, signature = "Hello,\n", "> I will not pay this invoice.\n", "-- \nWe will not pay any invoice."
    zones = (
        Zone("own", 0, len(own)),
        Zone("quote", len(own), len(own + quote)),
        Zone("signature", len(own + quote), len(own + quote + signature)),
    )
    assert read(message(own + quote + signature), "theirs", "en", zones) == ()


def test_it_leaves_words_in_quotation_marks_to_their_speaker() -> None:
    text = 'The template says "we will not pay the invoice" on page two.'
    assert not {found.kind for found in findings(passage_of(text, "ours", "en", whole(text)), RULES)}


def test_it_reads_no_further_than_a_letter_is_long() -> None:
    long = "Nothing to see here. " * 1000
    text = "We will not pay the invoice. " + long + "We will not pay the invoice."
    assert {s.evidence.start for s in read(message(text), "ours", "en", whole(text))} == {0}


@pytest.mark.parametrize(
    "unit",
    [
        "you promised ",
        "если ",
        "not pay ",
        "sorry ",
        "!",
        "?! ",
        ". ",
        "a.b.c.",
        "« ",
        "\n",
        "- x\n",
        "вы обещали, но ",
        "no ",
    ],
)
def test_it_takes_time_in_proportion_to_the_length(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        best = 1e9
        for _ in range(3):
            start = time.process_time()
            read(message(text), "ours", "ru" if unit[0] > "z" else "en", whole(text))
            best = min(best, time.process_time() - start)
        return best

    seconds(2_000)
    assert seconds(32_000) < 16 * max(seconds(8_000), 0.002)
