"""What holds for every reader: it knows its own format alone, vanishes nothing, and says the same twice."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leopold.errors import SourceError
from leopold.ingest import READERS, fingerprint, parse, read_raws, size
from leopold.ingest.place import Place, Reader, open_file, open_folder
from leopold.model import Message, Raw, Refusal

LETTER = (
    b"From: anna@north.example\nTo: ben@south.example\nSubject: Hello\nDate: Mon, 2 Mar 2026 10:00:00 +0000\n\nHi\n"
)
LINE = b"From anna@north.example Mon Mar  2 10:00:00 2026\n"


def letter(path: Path) -> None:
    path.write_bytes(LETTER)


def mbox(path: Path) -> None:
    path.write_bytes(LINE + LETTER + b"\n" + LINE + LETTER)


def maildir(path: Path) -> None:
    for name in ("cur", "new", "tmp"):
        (path / name).mkdir(parents=True)
    (path / "cur" / "1.a:2,S").write_bytes(LETTER)
    (path / "new" / "2.b").write_bytes(LETTER)


def folder(path: Path) -> None:
    (path / "inside").mkdir(parents=True)
    (path / "one.eml").write_bytes(LETTER)
    (path / "inside" / "two").write_bytes(LETTER)


def zipped(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a/1.eml", LETTER)
        archive.writestr("../../2.eml", LETTER)


def tar(path: Path, mode: str = "w") -> None:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name in ("1.eml", "/etc/2.eml"):
            info = tarfile.TarInfo(name)
            info.size = len(LETTER)
            archive.addfile(info, io.BytesIO(LETTER))


def csv(path: Path) -> None:
    path.write_text("id;date;from;to;subject;text\n1;2026-03-02;a@b.example;c@d.example;S;Hi\n2;;a@b.example;;;Ho\n")


def jsonl(path: Path) -> None:
    path.write_text('{"from": "a@b.example", "text": "Hi"}\n{"from": "a@b.example", "text": "Ho"}\n')


def array(path: Path) -> None:
    path.write_text('[{"from": "a@b.example", "text": "Hi"},\n {"from": "a@b.example", "text": "Ho"}]')


SAMPLES: dict[str, tuple[Callable[[Path], None], ...]] = {
    "letter": (letter,),
    "mbox": (mbox,),
    "maildir": (maildir,),
    "folder": (folder,),
    "archive": (
        zipped,
        tar,
        lambda path: tar(path, "w:gz"),
        lambda path: tar(path, "w:xz"),
        lambda path: tar(path, "w:bz2"),
    ),
    "table": (csv, jsonl, array),
}
CASES = [(name, make) for name, makers in SAMPLES.items() for make in makers]
LETTERS = {"letter": 1}


def place(path: Path) -> Place:
    found = open_folder(str(path)) if path.is_dir() else open_file(str(path))
    assert isinstance(found, Place)
    return found


def test_there_is_a_sample_of_every_reader() -> None:
    assert {reader.name for reader in READERS} == set(SAMPLES)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
@pytest.mark.parametrize(("name", "make"), CASES)
def test_it_recognises_its_own_samples_and_no_other(
    reader: Reader, name: str, make: Callable[[Path], None], tmp_path: Path
) -> None:
    make(tmp_path / "sample")
    assert reader.recognises(place(tmp_path / "sample")) == (reader.name == name)


@pytest.mark.parametrize(("name", "make"), CASES)
def test_it_reads_every_letter_and_says_the_same_twice(name: str, make: Callable[[Path], None], tmp_path: Path) -> None:
    make(tmp_path / "sample")
    raws = list(read_raws(tmp_path / "sample"))
    assert len(raws) == LETTERS.get(name, 2)
    assert len({(raw.source, raw.position) for raw in raws}) == len(raws)
    for raw in raws:
        assert isinstance(raw, Raw)
        message = parse(raw)
        assert isinstance(message, Message)
        assert message.text.strip() in ("Hi", "Ho")
        assert (message.source, message.position) == (raw.source, raw.position)
    assert list(read_raws(tmp_path / "sample")) == raws


@pytest.mark.parametrize(("name", "make"), CASES)
def test_it_finds_the_kind_inside_a_folder_and_whatever_the_name(
    name: str, make: Callable[[Path], None], tmp_path: Path
) -> None:
    make(tmp_path / "photo.jpg")
    assert all(isinstance(found, Raw) for found in read_raws(tmp_path))


@pytest.mark.parametrize(
    ("data", "mend"),
    [
        (b"", "empty"),
        (b" \r\n\n", "empty"),
        (b"\0" * 1000, "no text"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\xd0\xcf\x11\xe0rest", ".eml"),
        (b"!BDN\0\0", "mbox"),
        (b"<!DOCTYPE html><html>", "HTML"),
        (b"Dear all,\nno header here\n", "header"),
        (b"number;counterparty;issued;due;amount\n1;a;b;c;d\n", "--ledger"),
        (b'{\n "kind": "labels"\n}\n', "array"),
        (b"PK\x03\x04" + b"\0" * 26 + b"[Content_Types].xml", "Office"),
        (b"Rar!\x1a\x07", "zip"),
    ],
)
def test_it_refuses_what_holds_no_letters_and_names_the_mend(data: bytes, mend: str, tmp_path: Path) -> None:
    (tmp_path / "thing").write_bytes(data)
    (found,) = read_raws(tmp_path / "thing")
    assert isinstance(found, Refusal)
    assert mend in found.reason
    assert found.source.endswith("thing")


def test_it_raises_for_a_path_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"missing does not exist"):
        read_raws(tmp_path / "missing")
    with pytest.raises(SourceError):
        read_raws(Path("a\0b"))


def test_the_fingerprint_changes_with_the_files_and_not_without(tmp_path: Path) -> None:
    folder(tmp_path / "mail")
    before = fingerprint([tmp_path])
    assert fingerprint([tmp_path]) == before
    assert size([tmp_path]) == 2 * len(LETTER)
    (tmp_path / "mail" / "inside" / "three").write_bytes(LETTER)
    assert fingerprint([tmp_path]) != before
    (tmp_path / "mail" / "loop").symlink_to(tmp_path)
    assert size([tmp_path]) == 3 * len(LETTER)
    assert fingerprint([tmp_path / "missing"]) == fingerprint([])


FRAGMENTS = [
    *(
        b"From ",
        LINE,
        b"Subject: x\n",
        b"\n",
        b"\r\n",
        b'{"from": "a", "text": "b"}',
        b"[",
        b"]",
        b",",
        b";",
        b"\0",
        b'"',
    ),
    *(
        b"from,text\n",
        b"\xff\xfe",
        b"\x1f\x8b\x08",
        b"BZh9",
        b"PK\x03\x04",
        b"ustar",
        b"\xef\xbb\xbf",
        b">From x\n",
        b"text",
    ),
]


@settings(deadline=None)
@given(data=st.lists(st.sampled_from(FRAGMENTS), max_size=25).map(b"".join))
def test_nothing_raises_and_nothing_vanishes(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("any") / "file"
    path.write_bytes(data)
    found = list(read_raws(path))
    assert found
    for each in found:
        assert isinstance(each if isinstance(each, Refusal) else parse(each), Message | Refusal)
