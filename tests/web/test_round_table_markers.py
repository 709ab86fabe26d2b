"""Words and numbers of private answers are found nowhere else: no answer, letter, log or file has them.

Every address of the desk is asked for, by GET and by POST, by whoever works at the desk or sits at the table; the
database is searched whole, column by column and as the file that it is.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client

from leopold_web.mail_server import MailServer
from leopold_web.notifications.models import Letter
from leopold_web.notifications.sealing import unseal
from leopold_web.round_tables import links
from leopold_web.round_tables.models import Acceptance, CheckAnswers, ImprovementReply, PrivateAnswers, Seat

from .addresses import addresses_of, routes
from .at_once import ROOT, variables
from .conftest import Installation
from .privacy_course import played
from .privacy_plans import Plan, Wants
from .privacy_play import Play, Served
from .privacy_world import undone

OURS = ("velvet anchor", "83.7193", "837193", "8.37193", "plum harbour")
THEIRS = ("copper lantern", "64.8271", "648271", "6.48271", "янтарный мост")
"""What stands in the answers of one party alone: in its note, in its numbers, whole or as a share, in its word."""
WANTS = (
    Wants((83.7193, 25), ((100, 50, 0), (83.7193, 0)), line=8.37193, why="velvet anchor", word="plum harbour"),
    Wants((20, 64.8271), ((0, 64.8271, 100), (0, 100)), line=6.48271, why="copper lantern", word="янтарный мост"),
)
PLAN = Plan((3, 2), (), WANTS, 1, refused=False, turned=True)
SEARCHED = {"accepted 1": ("colleague", "elsewhere", "seat 2", "seat 3", "stranger"), "signed": ("owner", "seat 4")}
"""Who asks for every address, with a secret vote half taken and after signing; by the owner the host's party sits."""
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{24,}={0,2}")


@pytest.fixture(autouse=True)
def _letters_go_out(settings: LazySettings) -> None:
    settings.LEOPOLD_MAIL = MailServer("127.0.0.1", 25, False, "desk@leopold.example")


@dataclass
class Searched(Play):
    """A table at which whatever anybody is given is searched for what another party keeps to itself.

    `found` says what was found where it must not be, `shown` to how many a party's own words were shown.
    """

    found: list[str] = field(default_factory=list)
    shown: int = 0
    asked: int = 0
    sealed: set[bytes] = field(default_factory=set)

    def watch(self, stage: str, *, all_of_them: bool = False) -> None:
        """Look at a stage as usual; at some ask for every address too, and search the database."""
        super().watch(stage, all_of_them=all_of_them)
        self.sealed |= _all_sealed()
        if stage in SEARCHED:
            self._ask_for_everything()
        if stage in {*SEARCHED, "moving", "closed"}:
            self._search_the_rest(stage)

    def _ask_for_everything(self) -> None:
        addresses = addresses_of(self.table)
        for who in SEARCHED[self.stage]:
            _lend_cookie(self.clients[who])
            for address in addresses:
                with undone():
                    self._search(who, address, self.clients[who].get(address))
        for address in addresses if self.stage == "signed" else ():
            with undone():
                self._search("colleague", address, self.clients["colleague"].post(address, {}))

    def _search(self, who: str, address: str, answer: Any) -> None:
        self.asked += 1
        content = b"".join(answer) + str(answer.headers).encode() + answer.cookies.output().encode()
        for own, marks in ((("owner", "seat 1"), OURS), (("seat 2",), THEIRS)):
            held = holds(content, marks)
            self.shown += bool(held) and who in own
            self.found += [f"{who} {address}: {held}"] if held and who not in own else []

    def _search_the_rest(self, stage: str) -> None:
        """Search the database, letters and the log; after the end for what lay sealed before, too."""
        letters = [
            (f"letter to {each.to}", f"{each.subject}\n{unseal(each.key, bytes(each.sealed or b''))}".encode())
            for each in Letter.objects.all()
        ]
        for where, content in (*database(), *letters, ("log", "\n".join(self.world.log).encode())):
            held = holds(content, OURS + THEIRS)
            self.found += [f"{stage}, {where}: {held}"] if held else []
        if stage == "closed":
            whole = file()
            self.found += ["sealed things in the file"] * sum(each[:64] in whole for each in self.sealed)


def _lend_cookie(client: Client) -> None:
    """Let the API know the seat too that a browser holds, where there is an API."""
    name = getattr(links, "API_COOKIE", None)
    if name and links.COOKIE in client.cookies:
        client.cookies[name] = client.cookies[links.COOKIE].value


def _all_sealed() -> set[bytes]:
    """Return all that lies sealed at this moment."""
    rows = (PrivateAnswers, CheckAnswers, Acceptance, ImprovementReply)
    found = {bytes(row.sealed) for model in rows for row in model._default_manager.all()}
    return found | {bytes(seat.move_word) for seat in Seat.objects.all() if seat.move_word is not None}


def faces(content: bytes) -> Iterator[bytes]:
    """Yield what something says as it is, and as it says it unpacked."""
    yield content
    for stream in STREAM.findall(content):
        with suppress(zlib.error):
            yield zlib.decompress(stream)
    for coded in BASE64.findall(content):
        with suppress(binascii.Error):
            plain = base64.b64decode(coded + b"=" * (-len(coded) % 4), altchars=b"-_" if b"_" in coded else None)
            yield plain
            with suppress(zlib.error):
                yield zlib.decompress(plain)


def holds(content: bytes, marks: tuple[str, ...]) -> list[str]:
    """Return which marks stand in something, in whatever way they may be written."""
    written = [(mark, form) for mark in marks for form in _forms(mark)]
    return sorted({mark for face in faces(content) for mark, form in written if form in face})


def _forms(mark: str) -> list[bytes]:
    plain = mark.encode()
    escaped = mark.encode("ascii", "backslashreplace")
    return [plain, escaped, plain.hex().encode(), mark.encode("utf-16-le")]


def database() -> Iterator[tuple[str, bytes]]:
    """Yield all values of the database with their table, and the database as a file where it is one."""
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)}")
            for row in cursor.fetchall():
                for value in row:
                    yield name, bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
    yield "the file", file()


def file() -> bytes:
    """Return the database as the file that it is; nothing where it is none."""
    if connection.vendor != "sqlite":
        return b""
    connection.ensure_connection()
    return bytes(connection.connection.serialize())


@pytest.mark.django_db
def test_what_is_private_is_found_nowhere() -> None:
    play = played(PLAN, Searched)
    assert isinstance(play, Searched)
    assert play.found == []
    for served in (each for stage in play.served.values() for each in stage if isinstance(each, Served)):
        assert holds(served.body + served.headers.encode(), THEIRS) == []
    assert play.shown >= 2
    assert play.asked > 7 * len(list(routes()))
    assert len(play.sealed) > 8


def test_the_search_finds_what_is_packed() -> None:
    for packed in (
        zlib.compress(b"a copper lantern"),
        base64.b64encode(b"a copper lantern, and more"),
        base64.urlsafe_b64encode(zlib.compress(b"a copper lantern, and more")),
    ):
        content = b"stream\n" + packed + b"\nendstream" if packed[:1] == b"x" else b'{"sealed": "' + packed + b'"}'
        assert holds(content, THEIRS) == ["copper lantern"]
    assert holds(json.dumps("янтарный мост").encode(), THEIRS) == ["янтарный мост"]


ERASED = """
import django; django.setup()
from django.conf import settings
from tests.web.table_play import *
from leopold_web.accounts.models import Membership
from leopold_web.round_tables.actions import erasing, machine
from leopold_web.round_tables.models import Acceptance, PrivateAnswers
workspace = Workspace.objects.create(name="Fernhill")
user = User.objects.create_user("owner@leopold.example", name="Owner")
Membership.objects.create(user=user, workspace=workspace, role="owner")
table = open_table(workspace, user)
to_interests(table)
kept = []
for line in (0, 10, 20):
    for seat in seats_of(table)[:2]:
        interests.save(seat, answers(table, (50, 50), (0, 0), line), START)
    kept += [bytes(row.sealed) for row in PrivateAnswers.objects.all()]
for seat in seats_of(table)[:2]:
    interests.lock(seat, START)
proposals.work_out(Round.objects.get().pk, START)
for seat in seats_of(table)[:2]:
    proposals.done(seat, START)
acceptance.answer(seats_of(table)[0], [], START)
kept += [bytes(row.sealed) for row in Acceptance.objects.all()]
acceptance.answer(seats_of(table)[1], [1], START)
kept.append(bytes(fresh(table).sealed_key))
machine.close(fresh(table), RoundTable.Ending.SILENCE, START)
erasing.erase(table.pk, START)
files = [path.read_bytes() for path in sorted(settings.LEOPOLD_DATA.glob("leopold.sqlite3*"))]
print(len(files), len(kept), sum(each[:48] in content for each in kept for content in files))
"""


def test_after_erasing_nothing_of_it_is_left_in_the_file(installation: Callable[..., Installation]) -> None:
    there = installation()
    said = subprocess.run(
        [sys.executable, "-c", ERASED], env=variables(there), cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert said.stdout.split() == (["0", "8", "0"] if there.url else ["3", "8", "0"])


def test_sqlite_overwrites_what_it_deletes(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete" if connection.vendor == "sqlite" else "SELECT 1")
        assert cursor.fetchone() == (1,)
