"""Archives, sound and hostile."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leopold.ingest import packed, read_raws
from leopold.model import Raw, Refusal

LETTER = b"From: anna@north.example\nSubject: Hello\n\nHi\n"
BOX = b"From a@b.example Mon Mar  2 10:00:00 2026\n" + LETTER


def zipped(*members: tuple[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return data.getvalue()


def tarred(*members: tuple[str, bytes] | tarfile.TarInfo) -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for member in members:
            if isinstance(member, tarfile.TarInfo):
                archive.addfile(member)
            else:
                info = tarfile.TarInfo(member[0])
                info.size = len(member[1])
                archive.addfile(info, io.BytesIO(member[1]))
    return data.getvalue()


def read(data: bytes, folder: Path) -> list[Raw | Refusal]:
    (folder / "sample").write_bytes(data)
    return list(read_raws(folder / "sample"))


def special(name: str, kind: bytes) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, "/etc/passwd"
    return info


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_one_packed_mailbox_is_read(pack: type, tmp_path: Path) -> None:
    found = read(pack(BOX + b"\n" + BOX), tmp_path)
    assert [each.position for each in found if isinstance(each, Raw)] == [0, len(BOX) + 1]


@settings(deadline=None)
@given(
    data=st.binary(max_size=300_000) | st.integers(0, 3_000_000).map(bytes),
    pack=st.sampled_from([gzip.compress, bz2.compress, lzma.compress]),
    step=st.integers(100, 100_000),
    parts=st.integers(1, 3),
)
def test_what_was_packed_comes_back(data: bytes, pack: type, step: int, parts: int) -> None:
    whole = b"".join([pack(data)] * parts)
    make = packed.packer(whole)
    assert make is not None
    chunks = (whole[start : start + step] for start in range(0, len(whole), step))
    assert b"".join(packed.unpacked(chunks, make)) == data * parts


def test_members_are_named_after_their_archive_and_never_written(tmp_path: Path) -> None:
    found = read(zipped(("a/1.eml", LETTER), ("../../etc/2.eml", LETTER), ("/3\x1b.eml", LETTER)), tmp_path)
    names = [each.source.rpartition("sample!")[2] for each in found]
    assert names == ["a/1.eml", "../../etc/2.eml", "/3\\x1b.eml"]
    assert [path.name for path in tmp_path.iterdir()] == ["sample"]


def test_mailboxes_and_tables_in_an_archive_are_read(tmp_path: Path) -> None:
    table = b"from,text\na@b.example,Hi\n"
    found = read(tarred(("box", BOX + b"\n" + BOX), ("letters.csv", table)), tmp_path)
    assert [type(each) for each in found] == [Raw, Raw, Raw]


@pytest.mark.parametrize("cut", [30, 100, 0.5, 0.9])
@pytest.mark.parametrize("kind", ["zip", "tar", "gz", "xz"])
def test_an_archive_cut_off_is_refused_after_what_could_be_read(kind: str, cut: float, tmp_path: Path) -> None:
    letters = [(f"{number}.eml", LETTER + bytes([number]) * 2000) for number in range(1, 20)]
    data = {
        "zip": lambda: zipped(*letters),
        "tar": lambda: tarred(*letters),
        "gz": lambda: gzip.compress(tarred(*letters)),
        "xz": lambda: lzma.compress(tarred(*letters)),
    }[kind]()
    found = read(data[: int(cut if cut > 1 else cut * len(data))], tmp_path)
    assert found
    if kind != "tar":
        assert any(isinstance(each, Refusal) and "copy or pack it again" in each.reason for each in found)


SOUND = [
    zipped(("1.eml", LETTER), ("2.eml", LETTER)),
    gzip.compress(tarred(("1.eml", LETTER), ("2.eml", LETTER))),
    lzma.compress(tarred(("1.eml", LETTER), ("2.eml", LETTER))),
    tarred(("1.eml", LETTER), ("2.eml", LETTER)),
]


@settings(deadline=None)
@given(spoilt=st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=5))
def test_a_spoilt_archive_never_raises(spoilt: list[tuple[int, int]], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("spoilt")
    for sound in SOUND:
        data = bytearray(sound)
        for place, value in spoilt:
            data[place % len(data)] = value
        assert read(bytes(data), folder)


def test_links_and_devices_in_a_tar_are_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    kinds = (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE)
    members = [special(f"odd{number}", kind) for number, kind in enumerate(kinds)]
    found = read(tarred(*members, special("folder", tarfile.DIRTYPE), ("1.eml", LETTER)), tmp_path)
    assert [type(each) for each in found] == [Refusal] * 5 + [Raw]


def test_an_archive_in_an_archive_is_read_and_one_in_that_is_refused(tmp_path: Path) -> None:
    inner = zipped(("1.eml", LETTER))
    first, second = read(tarred(("inner.zip", inner), ("outer.zip", zipped(("inner.zip", inner)))), tmp_path)
    assert isinstance(first, Raw)
    assert first.source.endswith("sample!inner.zip!1.eml")
    assert isinstance(second, Refusal)
    assert "unpack the outer" in second.reason


def test_a_member_with_a_password_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    data = bytearray(zipped(("1.eml", LETTER), ("2.eml", LETTER)))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    locked, second = read(bytes(data), tmp_path)
    assert isinstance(locked, Refusal)
    assert "password" in locked.reason
    assert isinstance(second, Raw)


def test_a_member_whose_bytes_are_wrong_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    data = bytearray(zipped(("1.eml", LETTER), ("2.eml", LETTER)))
    data[14] ^= 0xFF
    data[data.index(b"PK\x01\x02") + 16] ^= 0xFF
    wrong, second = read(bytes(data), tmp_path)
    assert isinstance(wrong, Refusal)
    assert isinstance(second, Raw)


def bomb() -> bytes:
    """A letter of 300 MB that packs to a thousandth."""
    data = io.BytesIO()
    with gzip.GzipFile(fileobj=data, mode="wb", compresslevel=1) as file:
        file.write(BOX)
        for _ in range(300):
            file.write(bytes(1 << 20))
    return data.getvalue()


def zip_bomb() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("ok.eml", LETTER)
        with archive.open("bomb.eml", "w") as file:
            file.write(LETTER)
            for _ in range(100):
                file.write(bytes(1 << 20))
    return data.getvalue()


def test_a_packed_bomb_is_refused_within_bounded_memory(tmp_path: Path) -> None:
    data = bomb()
    tracemalloc.start()
    (found,) = read(data, tmp_path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(found, Refusal)
    assert "200 times its size" in found.reason
    assert peak < 150 << 20


def test_a_bomb_among_letters_is_refused_alone(tmp_path: Path) -> None:
    first, second = read(zip_bomb(), tmp_path)
    assert isinstance(first, Raw)
    assert isinstance(second, Refusal)
    assert "200 times its size" in second.reason


def test_members_that_share_their_bytes_are_a_bomb(tmp_path: Path) -> None:
    data = bytearray(zipped(("1.eml", LETTER + bytes(range(256)) * 20), ("2.eml", LETTER)))
    second = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, second + 20, len(data))
    (found,) = read(bytes(data), tmp_path)
    assert isinstance(found, Refusal)
    assert "200 times" in found.reason


@pytest.mark.parametrize("kind", [tarfile.GNUTYPE_LONGNAME, tarfile.XHDTYPE, tarfile.XGLTYPE])
def test_a_name_of_a_gigabyte_is_refused_within_bounded_memory(kind: bytes, tmp_path: Path) -> None:
    info = tarfile.TarInfo("name")
    info.type, info.size = kind, 1 << 30
    with (tmp_path / "sample").open("wb") as file:
        file.write(tarred(("1.eml", LETTER))[:1024] + info.tobuf())
        file.truncate((1 << 30) + (1 << 20))
    tracemalloc.start()
    found = list(read_raws(tmp_path / "sample"))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [type(each) for each in found] == [Raw, Refusal]
    assert peak < 20 << 20


@pytest.mark.parametrize("data", [zipped(), gzip.compress(b""), tarred(special("folder", tarfile.DIRTYPE))])
def test_an_archive_of_nothing_is_refused(data: bytes, tmp_path: Path) -> None:
    (found,) = read(data, tmp_path)
    assert isinstance(found, Refusal)
