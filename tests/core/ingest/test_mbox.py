"""Where a letter begins in a mailbox, and that it comes back byte for byte."""

from __future__ import annotations

import mailbox
import tracemalloc
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leopold.ingest import read_raws
from leopold.ingest.mbox import split, unescaped
from leopold.model import Raw, Refusal

LINE = b"From anna@north.example Mon Mar  2 10:00:00 2026"
HEAD = b"From: anna@north.example\nSubject: Hello\n\n"
SHA = b"0123456789abcdef0123456789abcdef01234567"
GIT = b"From " + SHA + b" Mon Sep 17 00:00:00 2001"

words = st.sampled_from(
    ["From ", ">From ", "From: x", "From here on", "", " ", "Date: y", "text", "---", ">>From me", "ä"]
)
lines = st.lists(st.lists(words, max_size=3).map("".join), max_size=8)
sizes = st.integers(min_value=1, max_value=10_000)


def letters(box: bytes, step: int = 1 << 20) -> list[bytes]:
    found = [letter for _, letter in split(box[start : start + step] for start in range(0, len(box), step))]
    assert all(letter is not None for letter in found)
    return [letter for letter in found if letter is not None]


@settings(deadline=None)
@given(bodies=st.lists(lines, min_size=1, max_size=5), step=sizes)
def test_letters_of_a_naive_writer_come_back_byte_for_byte(bodies: list[list[str]], step: int) -> None:
    written = []
    for body in bodies:
        kept = [line for line in body if not line.startswith("From ")]
        written.append(LINE + b"\n" + HEAD + "".join(f"{line}\n" for line in kept).encode())
    assert letters(b"\n".join(written) + b"\n", step) == written


@settings(deadline=None)
@given(bodies=st.lists(lines, min_size=1, max_size=5), step=sizes)
def test_letters_with_line_ends_of_windows_come_back_byte_for_byte(bodies: list[list[str]], step: int) -> None:
    written = []
    for body in bodies:
        kept = [line for line in body if not line.startswith("From ")]
        text = LINE + b"\n" + HEAD + "".join(f"{line}\n" for line in kept).encode()
        written.append(text.replace(b"\n", b"\r\n"))
    assert letters(b"\r\n".join(written) + b"\r\n", step) == written


@settings(deadline=None)
@given(bodies=st.lists(lines, min_size=1, max_size=5))
def test_letters_of_the_standard_library_come_back_byte_for_byte(
    bodies: list[list[str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("box") / "box"
    written = []
    box = mailbox.mbox(path)
    for body in bodies:
        # That writer marks no escapes that were there before, so those it cannot give back.
        kept = [line for line in body if not line.startswith(">")]
        written.append(HEAD + "".join(f"{line}\n" for line in kept).encode())
        box.add(written[-1])
    box.close()
    found = [raw for raw in read_raws(path) if isinstance(raw, Raw)]
    assert [raw.data.partition(b"\n")[2] for raw in found] == written


@settings(deadline=None)
@given(text=lines)
def test_escaping_as_mboxrd_does_is_undone(text: list[str]) -> None:
    letter = "\n".join(["Subject: x", "", *text]).encode()
    escaped = b"\n".join(
        b">" + line if line.lstrip(b">").startswith(b"From ") else line for line in letter.split(b"\n")
    )
    assert unescaped(LINE + b"\n" + escaped) == LINE + b"\n" + letter


@pytest.mark.parametrize(
    "line",
    [
        LINE,
        b"From - Mon Mar 02 10:00:00 2026",
        b"From -",
        b"From ",
        b"From anna@north.example",
        b"From MAILER-DAEMON",
        b"From 1234567890@xxx Mon Mar 02 10:00:00 +0000 2026",
        b"From anna@north.example  Mon Mar  2 10:00 MSK 2026",
        b"From Anna North Mon Mar  2 10:00:00 2026 remote from north",
    ],
)
def test_it_knows_the_first_lines_of_all_programs(line: bytes) -> None:
    one = line + b"\n" + HEAD + b"text\n"
    assert letters(one + b"\n" + one + b"\n" + one) == [one, one, one]


@pytest.mark.parametrize(
    "body",
    [
        b"text\n\nFrom here on we go alone\nSubject: none\n",
        b"text\n\nFrom the desk of Anna\nPhone: 5\n",
        b"text\n\n" + LINE + b"\nwas the line\n",
        b"text\n" + LINE + b"\nNote: no blank line above\n",
        b"text\n\n" + GIT + b"\n" + HEAD + b"patch\n",
        b"text\n\nFrom \nnowhere\n",
        b"text\n\nFrom Monday 10:00 2026 plan\n\nSubject: far below\n",
        b"text\n\n From anna@north.example\nSubject: indented\n",
    ],
)
def test_a_line_of_a_body_divides_no_letter(body: bytes) -> None:
    first, second = LINE + b"\n" + HEAD + body, LINE + b"\n" + HEAD + b"second\n"
    assert letters(first + b"\n" + second) == [first, second]


def test_patches_divide_a_box_of_patches() -> None:
    one = GIT + b"\n" + HEAD + b"patch\n"
    assert letters(one + b"\n" + one) == [one, one]


def test_a_box_without_blank_lines_between_is_divided_by_full_lines() -> None:
    one = LINE + b"\n" + HEAD + b"text\n"
    assert letters(one * 3) == [one] * 3


def test_a_last_line_without_an_end_is_kept() -> None:
    one = LINE + b"\n" + HEAD + b"text"
    assert letters(one + b"\n\n" + one) == [one + b"\n", one]


def test_a_writer_who_does_not_escape_keeps_his_marks() -> None:
    letter = LINE + b"\n" + HEAD + b"From me\n>From you\n"
    assert unescaped(letter) == letter
    assert unescaped(letter.replace(b"\nFrom me", b"")) == LINE + b"\n" + HEAD + b"From you\n"


def test_a_letter_that_is_too_large_is_refused_and_the_next_is_read() -> None:
    large, small = LINE + b"\n" + HEAD + b"x" * 20_000 + b"\n", LINE + b"\n" + HEAD
    box = small + b"\n" + large + b"\n" + small
    chunks = (box[start : start + 5000] for start in range(0, len(box), 5000))
    found = list(split(chunks, largest=10_000))
    assert [letter is None for _, letter in found] == [False, True, False]
    assert [box[position:].startswith(LINE) for position, _ in found] == [True] * 3


@pytest.mark.parametrize(("head", "size"), [(LINE + b"\n" + HEAD, 384 << 20), (HEAD, 300 << 20), (b"", 300 << 20)])
def test_a_line_without_end_is_refused_within_bounded_memory_and_time(head: bytes, size: int, tmp_path: Path) -> None:
    with (tmp_path / "box").open("wb") as file:
        file.write(head)
        file.truncate(size)
    tracemalloc.start()
    started = process_time()
    (found,) = read_raws(tmp_path / "box")
    took, (_, peak) = process_time() - started, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(found, Refusal)
    assert took < 8
    assert peak < 300 << 20


def test_many_bare_lines_take_linear_time() -> None:
    box = LINE + b"\n" + HEAD + b"\nFrom " * 300_000
    started = process_time()
    assert len(letters(box)) == 1
    assert process_time() - started < 2


@pytest.mark.parametrize("filling", [b"1:11 ", b"1:11:11 2000 ", b"Mar 1:11 2026 ", b"a@", b">From "])
def test_first_lines_made_to_be_slow_are_not(filling: bytes) -> None:
    line = b"\n\nFrom " + (filling * 1000)[:980] + b"!\nno field"
    started = process_time()
    assert len(letters(LINE + b"\n" + HEAD + line * 2000)) == 1
    assert process_time() - started < 2


def test_a_sentence_with_a_time_divides_no_letter() -> None:
    first, second = LINE + b"\n" + HEAD + b"\nFrom 10:00 on 5 March 2026\nNote: bring tea\n", LINE + b"\n" + HEAD
    assert letters(first + b"\n" + second) == [first, second[:-1]]
