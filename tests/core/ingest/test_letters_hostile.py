"""What no letter may do: raise, lie about its text, or take more time than its size allows."""

from __future__ import annotations

import email
import tarfile
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from leopold.ingest.html import to_text
from leopold.ingest.rfc822 import parse_letter
from leopold.ingest.structure import read_parts
from leopold.model import Message, Raw, Refusal

FIELDS = (
    "From To Cc Sender Reply-To Subject Date Received Message-ID References In-Reply-To Content-Type Thread-Index "
    "Content-Disposition Content-Transfer-Encoding List-Post Return-Path Auto-Submitted Precedence"
)
PIECES = [
    b"=?", b"?=", b"=?utf-8?b?", b"=?koi8-r?q?", b"<", b">", b"(", b")", b'"', b"\\", b"@", b"a@b.c", b",", b";", b":",
    b"multipart/mixed; boundary=x", b"message/rfc822", b"text/html; charset=", b"utf-7", b"hex", b"\r\n", b"\n", b" ",
    b"--x", b"--x--", b"\0", b"\xd0", b"\xff\xfe", b"base64", b"quoted-printable", b"begin 644 a\n", b"end\n", b"<p>",
    b"<blockquote type=cite>", b"<div class=gmail_quote>", b"</div>", b"&#xd800;", b"[mailto:", b"]", b"31 Feb 99999",
]  # fmt: skip


def whole(raw: bytes) -> Message | Refusal:
    """The letter, held to what every message promises."""
    read = parse_letter(Raw("box", 0, raw))
    repr(read).encode()
    assert isinstance(read, Message) or read.fault.kind != "unforeseen"
    if isinstance(read, Message):
        assert read.id.startswith("<")
        assert read.at is None or read.at.utcoffset().total_seconds() == 0
        assert "\r" not in read.text
        assert "\0" not in repr(read)
        end = 0
        for zone in read.marked:
            assert end <= zone.start < zone.end <= len(read.text)
            end = zone.end
    return read


@given(st.binary(max_size=400))
def test_it_reads_or_refuses_any_bytes(data):
    whole(data)
    whole(b"From: a@b.c\n" + data)


@given(st.sampled_from(FIELDS.split()), st.lists(st.sampled_from(PIECES) | st.binary(max_size=6), max_size=25))
def test_it_reads_any_value_of_any_header(field, pieces):
    assert isinstance(whole(b"Subject: x\n" + field.encode() + b": " + b"".join(pieces) + b"\n\n<p>Hi"), Message)


@given(
    st.sampled_from(["text/plain", "text/html", "multipart/mixed; boundary=x"]),
    st.lists(st.sampled_from(PIECES), max_size=40),
)
def test_it_reads_any_body(kind, pieces):
    assert isinstance(whole(f"From: a@b.c\nContent-Type: {kind}\n\n".encode() + b"".join(pieces)), Message)


@given(st.lists(st.sampled_from([*PIECES[-9:], b"word", b" ", b"<br>", b"<td>", b"</p>"]), max_size=40))
def test_it_marks_only_stretches_that_lie_within_the_text(pieces):
    text, zones = to_text(b"".join(pieces).decode("latin-1"))
    assert all(0 <= zone.start < zone.end <= len(text) for zone in zones)


WHOLE = (
    b"Return-Path: <a@b.c>\nReceived: by b; Wed, 4 Mar 2026 10:00:00 +0000\nFrom: =?koi8-r?b?6dfBzg==?= <a@b.c>\n"
    b'To: "B, C" <b@c.d>, team: e@f.g;\nDate: Tue, 3 Mar 2026 10:00:00 +0300 (MSK)\nSubject: =?utf-8?q?=D0=9F?= x\n'
    b'Message-ID: <1@b.c>\nReferences: <2@b.c> <3@b.c>\nContent-Type: multipart/mixed; boundary="x"\n\n--x\n'
    b"Content-Type: text/html; charset=windows-1251\nContent-Transfer-Encoding: quoted-printable\n\n"
    b"<p>=CF=F0=E8=E2=E5=F2<div class=3Dgmail_quote>On Mon, B wrote:<blockquote>x</blockquote></div>\n--x\n"
    b"Content-Type: message/rfc822\n\nFrom: x@y.z\n\nHi\n--x\nContent-Disposition: inline; filename*=utf-8''%D0%9F\n"
    b"Content-Transfer-Encoding: base64\n\nQUJD\n--x--\n"
)


@settings(max_examples=150)
@given(
    st.lists(
        st.tuples(st.integers(0, len(WHOLE)), st.integers(0, 30), st.sampled_from([b"", *PIECES, b"u", b"9"])),
        max_size=6,
    )
)
def test_it_reads_a_whole_letter_with_anything_cut_out_or_put_in(changes):
    data = WHOLE
    for at, cut, put in changes:
        data = data[:at] + put + data[at + cut :]
    whole(data)


LINES = [b"--x\n", b"--x--\n", b"--y\n", b"--y--\n", b"\n", b"a: b\n", b"text\n", b"Content-Type: text/html\n",
         b"Content-Type: multipart/mixed; boundary=y\n", b"Content-Type: message/rfc822\n", b"--z\n"]  # fmt: skip


def leaves(data: bytes) -> list[tuple[str, bytes]]:
    parts = read_parts(data)
    holders = {part.parent for part in parts}
    return [(p.type.full, data[p.start : p.end]) for i, p in enumerate(parts) if i not in holders]


def library_leaves(data: bytes) -> list[tuple[str, bytes]]:
    """The parts that the standard library's compat32 parser finds; delivery reports, which it opens, left whole."""
    return [
        (part.get_content_type(), part._payload.encode("ascii", "surrogateescape"))
        for part in email.message_from_bytes(data).walk()
        if not part.is_multipart()
    ]


@settings(max_examples=150)
@given(st.lists(st.sampled_from(LINES), max_size=14))
def test_it_finds_the_parts_that_the_standard_library_finds(lines):
    data = b"From: a@b.c\nContent-Type: multipart/mixed; boundary=x\n\n" + b"".join(lines)
    # The library takes a closing boundary right behind another for an opening one.
    assume(b"--x\n--x" not in data and b"--y\n--y" not in data)
    ours, theirs = (
        [(kind, body.rstrip(b"\n")) for kind, body in found if body.strip()]
        for found in (leaves(data), library_leaves(data))
    )
    assert ours == theirs


MEGABYTE = 1_000_000
HEAD = b"From: a@b.c\nSubject: x\n"
MULTIPART = HEAD + b"Content-Type: multipart/mixed; boundary=x\n\n"


def _megabyte(piece: str) -> str:
    return (piece * (MEGABYTE // len(piece) + 1))[:MEGABYTE]


def _hostile() -> Iterator[tuple[str, bytes]]:
    for field in ("From", "Subject", "References", "In-Reply-To", "Content-Type", "Date", "Received"):
        for piece in (
            "=?",
            "a@",
            "<",
            "(",
            "(()",
            '"',
            '\\"',
            "'",
            "a@b,",
            ";",
            "[",
            "x",
            "=?utf-8?q?=20?= ",
            ";a*0*=''%",
        ):
            value = _megabyte(piece)
            yield f"{field}: {piece}", f"X-A: b\n{field}: {value}\nTo: a@b.c\n\nHi".encode()
    for piece in (
        "\n",
        "--a\n",
        "--x\n\n",
        "begin 644 x\n",
        "<div>",
        "<b>x",
        "<p>",
        "<",
        "<a ",
        "=",
        "YQ==",
        "\0",
        "<!--",
        "&",
    ):
        body = _megabyte(piece).encode()
        yield f"plain {piece}", HEAD + b"\n" + body
        yield f"html {piece}", HEAD + b"Content-Type: text/html\n\n" + body
        yield f"base64 {piece}", HEAD + b"Content-Transfer-Encoding: base64\n\n" + body
        yield f"multipart {piece}", MULTIPART + b"--x\n\n" + body
    yield "fields", HEAD + b"To: a@b.c\n" * 100_000 + b"\nHi"
    yield "html parts", HEAD + MULTIPART + b"--x\nContent-Type: text/html\n\n<p>a\n" * 25_000
    yield "8-bit", HEAD + b"\n" + b"\xef\xf0\xe8 " * 250_000
    yield (
        "quotes",
        HEAD + b"Content-Type: text/html\n\n" + b"<div class=gmail_quote>x<blockquote>y</blockquote>" * 20_000,
    )


@pytest.mark.parametrize(
    ("name", "data"), [pytest.param(*each, id=each[0].replace("\0", "nul")) for each in _hostile()]
)
def test_it_takes_time_in_proportion_to_size_at_most(name, data):
    started = process_time()
    assert isinstance(parse_letter(Raw(name, 0, data)), Message)
    assert (process_time() - started) / (len(data) / MEGABYTE) < 0.8  # a quiet machine takes half of it


def _members(path: Path, every: int) -> Iterator[bytes]:
    with tarfile.open(path) as archive:
        for number, member in enumerate(archive):
            if member.isfile() and number % every == 0:
                file = archive.extractfile(member)
                assert file is not None
                yield file.read()


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "every", "least"), [("spamassassin-easy-ham-1", 1, 2_500), ("enron-3mailboxes", 12, 700)]
)
def test_it_reads_real_letters_as_the_standard_library_divides_them(shared, name, every, least):
    count = 0
    for data in _members(shared / f"data/mail/{name}.tar.xz", every):
        message = whole(data)
        assert isinstance(message, Message)
        assert message.at is not None
        assert "@" in message.sender.email
        ours, theirs = leaves(data), library_leaves(data)
        assert ours == theirs or any(kind == "message/delivery-status" for kind, _ in ours)
        count += 1
    assert count >= least
