"""Folders and Maildirs: order, links, things that are no files, what vanishes on the way."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from leopold.ingest import read_raws
from leopold.model import Raw, Refusal

LETTER = b"From: anna@north.example\nSubject: Hello\n\nHi\n"
BOX = b"From a@b.example Mon Mar  2 10:00:00 2026\n" + LETTER


def names(found: list[Raw | Refusal], below: Path) -> list[str]:
    return [each.source.removeprefix(f"{below}/") for each in found]


def refusals(path: Path) -> dict[str, str]:
    return {each.source.rpartition("/")[2]: each.reason for each in read_raws(path) if isinstance(each, Refusal)}


def test_it_walks_in_the_order_of_names_into_mailboxes_of_any_kind(tmp_path: Path) -> None:
    (tmp_path / "b" / "cur").mkdir(parents=True)
    (tmp_path / "b" / "new").mkdir()
    (tmp_path / "b" / "new" / "1").write_bytes(LETTER)
    (tmp_path / "a").write_bytes(BOX + b"\n" + BOX)
    (tmp_path / "c").write_bytes(LETTER)
    assert names(list(read_raws(tmp_path)), tmp_path) == ["a", "a", "b/new/1", "c"]


def test_what_is_no_file_is_refused_and_never_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link-to-pipe").symlink_to("pipe")
    (tmp_path / "broken").symlink_to("nowhere")
    (tmp_path / "itself").symlink_to("itself")
    (tmp_path / "device").symlink_to("/dev/zero")
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket")
        found = refusals(tmp_path)
    assert set(found) == {"pipe", "link-to-pipe", "broken", "itself", "device", "socket"}
    assert all("link" in found[name] for name in ("broken", "itself"))
    assert "pipe" in found["pipe"]


def test_a_link_back_is_refused_and_a_link_aside_is_followed(tmp_path: Path) -> None:
    (tmp_path / "mail").mkdir()
    (tmp_path / "mail" / "1").write_bytes(LETTER)
    (tmp_path / "mail" / "up").symlink_to(tmp_path)
    (tmp_path / "other").symlink_to("mail")
    found = list(read_raws(tmp_path))
    assert names(found, tmp_path) == ["mail/1", "mail/up", "other/1", "other/up"]
    assert all("leads back" in each.reason for each in found if isinstance(each, Refusal))


def test_a_file_that_vanishes_after_the_listing_is_refused(tmp_path: Path) -> None:
    for name in ("1", "2", "3"):
        (tmp_path / name).write_bytes(LETTER)
    reading = read_raws(tmp_path)
    next(reading)
    (tmp_path / "2").unlink()
    gone, last = reading
    assert isinstance(gone, Refusal)
    assert "not there any more" in gone.reason
    assert isinstance(last, Raw)


def test_a_letter_longer_than_one_piece_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(BOX + b"x" * (3 << 20) + b"\n\n" + BOX)
    first, second = read_raws(tmp_path)
    assert isinstance(first, Raw)
    assert isinstance(second, Raw)
    assert second.position == len(BOX) + (3 << 20) + 2
    assert len(first.data) == second.position - 1


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "locked").write_bytes(LETTER)
    monkeypatch.setattr("leopold.ingest.place.os.open", denied)
    assert "right to read" in refusals(tmp_path)["locked"]


def test_folders_deeper_than_anyone_keeps_are_refused_not_followed_to_the_end(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(120):
        deep = deep / "d"
    deep.mkdir(parents=True)
    (found,) = read_raws(tmp_path)
    assert isinstance(found, Refusal)
    assert "deep" in found.reason


def test_a_name_that_is_no_text_can_be_shown(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9")).write_bytes(LETTER)
    (found,) = read_raws(tmp_path)
    assert found.source.endswith("/caf\\xe9")
    found.source.encode()


def test_a_maildir_gives_its_letters_in_one_order_whatever_their_flags(tmp_path: Path) -> None:
    for name in ("cur", "new", "tmp", ".Sent/cur", ".Sent/new"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("cur/1.b:2,S", "cur/1.a", "new/0.z", ".Sent/cur/5", "tmp/9"):
        (tmp_path / name).write_bytes(LETTER)
    (tmp_path / "dovecot-uidlist").write_text("3 V1 N1\n")
    (tmp_path / "cur" / "nested").mkdir()
    found = list(read_raws(tmp_path))
    assert names(found, tmp_path) == ["cur/1.a", "cur/1.b:2,S", "cur/nested", "new/0.z", "tmp/9", ".Sent/cur/5"]
    assert [each.source.rpartition("/")[2] for each in found if isinstance(each, Refusal)] == ["nested", "9"]
    (tmp_path / "cur" / "1.a").rename(tmp_path / "cur" / "1.a:2,RS")
    assert [each.source for each in read_raws(tmp_path)][1].endswith("1.b:2,S")


def test_a_letter_of_a_maildir_is_one_letter_whatever_it_begins_with(tmp_path: Path) -> None:
    for name in ("cur", "new"):
        (tmp_path / name).mkdir()
    (tmp_path / "cur" / "1").write_bytes(BOX + b"\n" + BOX)
    (found,) = read_raws(tmp_path)
    assert isinstance(found, Raw)
    assert found.data == BOX + b"\n" + BOX
