"""Own words, quotes, forwards and signatures of letters labelled by hand."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.quoted_letters import BadLabel, Labelled, labelled, read
from benchmarks.quotes import judge, naive, share
from leopold.correspondence.zones import zones

GOAL = 0.95


@pytest.fixture(scope="module")
def letters() -> list[Labelled]:
    return labelled()


def test_it_splits_95_in_100_labelled_letters_exactly(letters: list[Labelled]) -> None:
    verdicts = judge(letters, zones)
    exact, count = share(each.exact for each in verdicts)
    failing = [each.letter for each in verdicts if not each.exact]
    seen = [letter.name for letter in failing if letter.split == "visible"]
    assert exact >= GOAL * count, (
        f"{exact} of {count} exact; visible: {', '.join(seen) or 'none'}; held out: {len(failing) - len(seen)}"
    )


def test_it_beats_cutting_at_the_first_mark(letters: list[Labelled]) -> None:
    ours, control = judge(letters, zones), judge(letters, naive)
    assert sum(each.exact_quotes for each in ours) > sum(each.exact_quotes for each in control)


def test_it_holds_enough_letters_of_each_language_in_both_halves(letters: list[Labelled]) -> None:
    languages = Counter(letter.language for letter in letters)
    halves = Counter(letter.split for letter in letters)
    assert languages["ru"] >= 35
    assert languages["en"] >= 35
    assert abs(halves["visible"] - halves["held_out"]) <= 2


def test_it_labels_every_word_of_a_letter(letters: list[Labelled]) -> None:
    for letter in letters:
        assert sorted(" ".join(letter.expected.values()).split()) == sorted(letter.message.text.split()), letter.name


def test_it_covers_the_whole_text_without_gap(letters: list[Labelled]) -> None:
    for letter in letters:
        cut = zones(letter.message)
        assert [zone.start for zone in cut] == [0, *(zone.end for zone in cut[:-1])], letter.name
        assert cut[-1].end == len(letter.message.text), letter.name


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("program: X\n=== own\nHi\n", "add language, form, sender, subject"),
        ("program: X\nlanguage: en\nform: plain\nsender: A\nsubject: s\n", "add a stretch"),
        ("program: X\nlanguage: en\nform: html\nsender: A\nsubject: s\n=== own\nHi\n", "form is html"),
        ("program: X\nlanguage: en\nform: plain\nsender: A\nsubject: s\n=== mine\nHi\n", "mine is no kind"),
    ],
)
def test_it_says_how_to_mend_a_broken_label(tmp_path: Path, text: str, mend: str) -> None:
    path = tmp_path / "x.letter"
    path.write_text(text, "utf-8")
    with pytest.raises(BadLabel, match=mend):
        read(path, "visible")
