"""Tables of letters: rows to messages, and tables that are broken or hold something else."""

from __future__ import annotations

import csv
import io
import json
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leopold import tabular
from leopold.ingest import parse, read_raws
from leopold.model import Address, Message, Raw, Refusal

ENGLISH = "Message-ID;Date;From;To;Cc;Subject;Body;In-Reply-To;References\n"
RUSSIAN = "Ид;Дата;От кого;Кому;Копия;Тема;Текст;В ответ на;Ссылки\n"
ROW = (
    "<2@x.example>;2026-03-02T13:00:00+03:00;Анна Север <Anna@north.example>;ben@south.example, "
    'cy@south.example;"dora@south.example; eva@south.example";Счёт;"Добрый день!\nЖдём; очень.";'
    "1@x.example;<0@x.example> <1@x.example>\n"
)


def read(data: bytes, folder: Path) -> list[Message | Refusal]:
    (folder / "table").write_bytes(data)
    return [raw if isinstance(raw, Refusal) else parse(raw) for raw in read_raws(folder / "table")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251"])
@pytest.mark.parametrize("header", [ENGLISH, RUSSIAN])
@pytest.mark.parametrize("by", [";", "\t"])
def test_it_reads_rows_in_both_languages_and_all_encodings(header: str, encoding: str, by: str, tmp_path: Path) -> None:
    quoted = list(csv.reader(io.StringIO(header + ROW, newline=""), delimiter=";"))
    text = io.StringIO()
    csv.writer(text, delimiter=by).writerows(quoted)
    (message,) = read(text.getvalue().encode(encoding), tmp_path)
    assert isinstance(message, Message)
    assert message.id == "<2@x.example>"
    assert message.at == datetime(2026, 3, 2, 10, tzinfo=UTC)
    assert message.sender == Address("Анна Север", "anna@north.example")
    assert [each.email for each in message.to] == ["ben@south.example", "cy@south.example"]
    assert [each.email for each in message.cc] == ["dora@south.example", "eva@south.example"]
    assert (message.subject, message.text) == ("Счёт", "Добрый день!\nЖдём; очень.")
    assert (message.in_reply_to, message.references) == (("<1@x.example>",), ("<0@x.example>", "<1@x.example>"))
    assert message.position == 2


@settings(deadline=None)
@given(
    texts=st.lists(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r")), min_size=1, max_size=8
    ),
    by=st.sampled_from(",;\t"),
)
def test_every_text_comes_back(texts: list[str], by: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    written = io.StringIO()
    csv.writer(written, delimiter=by).writerows([["from", "text"], *(["a@b.example", text] for text in texts)])
    found = read(written.getvalue().encode(), tmp_path_factory.mktemp("table"))
    assert [message.text for message in found if isinstance(message, Message)] == texts
    lines = "".join(json.dumps({"from": "a@b.example", "text": text}) + "\n" for text in texts)
    found = read(lines.encode(), tmp_path_factory.mktemp("table"))
    assert [message.text for message in found if isinstance(message, Message)] == texts
    array = json.dumps([{"from": "a@b.example", "text": text} for text in texts], ensure_ascii=False, indent=1)
    found = read(array.encode(), tmp_path_factory.mktemp("table"))
    assert [message.text for message in found if isinstance(message, Message)] == texts


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("2026-03-02", datetime(2026, 3, 2, tzinfo=UTC)),
        ("2026-03-02 10:30", datetime(2026, 3, 2, 10, 30, tzinfo=UTC)),
        ("02.03.2026 10:30:05", datetime(2026, 3, 2, 10, 30, 5, tzinfo=UTC)),
        ("2/3/2026", datetime(2026, 3, 2, tzinfo=UTC)),
        ("Mon, 2 Mar 2026 10:30:00 +0300", datetime(2026, 3, 2, 7, 30, tzinfo=UTC)),
        ("1772447400", datetime(2026, 3, 2, 10, 30, tzinfo=UTC)),
        ("1772447400000", datetime(2026, 3, 2, 10, 30, tzinfo=UTC)),
        ("31.02.2026", None),
        ("soon", None),
        ("", None),
    ],
)
def test_it_reads_dates_as_tables_write_them(written: str, at: datetime | None, tmp_path: Path) -> None:
    (message,) = read(f'from,text,date\na@b.example,x,"{written}"\n'.encode(), tmp_path)
    assert isinstance(message, Message)
    assert message.at == at


def test_it_reads_people_as_objects_and_lists(tmp_path: Path) -> None:
    row = {"from": {"name": "Анна", "email": "A@north.example"}, "to": ["b@c.example", {"address": "d@e.example"}]}
    (message,) = read(json.dumps([{**row, "text": "x", "references": ["1", "2"]}]).encode(), tmp_path)
    assert isinstance(message, Message)
    assert message.sender == Address("Анна", "a@north.example")
    assert [each.email for each in message.to] == ["b@c.example", "d@e.example"]
    assert message.references == ("<1>", "<2>")


def test_rows_that_do_not_fit_the_header_are_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    table = (
        b'from,text,date\na@b.example\na@b.example,x,,\n,,\na@b.example,x,,y\na@b.example,"x"z,\na@b.example,last,\n'
    )
    found = read(table, tmp_path)
    assert [(each.position, type(each)) for each in found] == [
        (2, Refusal), (3, Message), (5, Refusal), (6, Refusal), (7, Message),
    ]  # fmt: skip


def test_a_quote_that_is_never_closed_is_refused_and_the_letters_before_it_are_read(tmp_path: Path) -> None:
    first, second = read(b'from,text\na@b.example,x\na@b.example,"y\nc@d.example,z\n', tmp_path)
    assert isinstance(first, Message)
    assert isinstance(second, Refusal)
    assert "never closed" in second.reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"from,to\na@b.example,c@d.example\n", "columns are from, to"),
        (b"from,text\n", "no rows"),
        (b"\r\nfrom,text\n,\n", "no rows"),
        (b"[]", "neither"),
        (b'[{"text": "x"}]', "from"),
        (b'[{"from": "a@b.example", "text": "x"', "broken"),
        (b'{"from": "a@b.example", "text": ', "array"),
        (b'[{"a":' * 5000, "broken"),
        (b'{"a":' * 5000, "array"),
    ],
)
def test_tables_that_hold_no_letters_are_refused(data: bytes, reason: str, tmp_path: Path) -> None:
    found = read(data, tmp_path)
    assert isinstance(found[-1], Refusal)
    assert reason in found[-1].reason


def test_halves_of_characters_and_nuls_do_not_break_a_row(tmp_path: Path) -> None:
    (message,) = read(b'{"from": "a@b.example", "text": "x \\ud800 \\u0000", "subject": "\\udfff"}\n', tmp_path)
    assert isinstance(message, Message)
    message.text.encode()
    message.subject.encode()


@settings(deadline=None)
@given(data=st.binary(max_size=200))
def test_a_row_of_any_bytes_never_raises(data: bytes) -> None:
    assert isinstance(parse(Raw("table", 1, data, "row")), Refusal)


@settings(deadline=None)
@given(
    row=st.dictionaries(
        st.sampled_from(["from", "to", "text", "date", "id", "references", "subject"]),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "email"]), inner),
            max_leaves=5,
        ),
    )
)
def test_a_row_of_any_values_never_raises(row: dict[str, object]) -> None:
    found = parse(Raw("table", 1, json.dumps(row).encode(), "row"))
    assert found.position == 1


@pytest.mark.parametrize("head", [b"from,text\n", b'from,text\na@b.example,"', b'[{"from": "', b'{"from": "'])
def test_a_line_without_end_is_refused_within_bounded_memory(head: bytes, tmp_path: Path) -> None:
    (tmp_path / "table").write_bytes(head + b"x" * (3 * tabular.LONGEST))
    tracemalloc.start()
    found = list(read_raws(tmp_path / "table"))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(found[-1], Refusal)
    assert peak < 250 << 20
