"""What is promised of the development data: copies of Enron's letters, threads of SpamAssassin's."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from benchmarks import dovecot
from leopold.correspondence.duplicates import Deduplicator
from leopold.correspondence.threads import thread
from leopold.ingest import parse
from leopold.model import Message, Raw

pytestmark = pytest.mark.shared


def files(archive: Path) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(archive) as packed:
        for member in packed:
            if found := packed.extractfile(member) if member.isfile() else None:
                yield member.name, found.read()


def read(found: Iterator[tuple[str, bytes]] | list[tuple[str, bytes]]) -> list[Message]:
    parsed = (parse(Raw(name, number, data)) for number, (name, data) in enumerate(found))
    return [each for each in parsed if isinstance(each, Message)]


def test_it_finds_the_distinct_letters_of_three_mailboxes(shared: Path) -> None:
    deduplicator = Deduplicator()
    letters = read(files(shared / "data/mail/enron-3mailboxes.tar.xz"))
    assert len(letters) == 8586
    assert sum(deduplicator.first(each) is None for each in letters) == pytest.approx(4474, rel=0.01)


def test_it_holds_the_pairs_of_a_real_dovecot_on_real_letters(shared: Path) -> None:
    found = sorted(files(shared / "data/mail/spamassassin-easy-ham-1.tar.xz"))[:1000]
    letters = read(found)
    assert len(letters) == len(found)
    talk_of = {each: at for at, talk in enumerate(thread(letters, lambda _: ())) for each in talk.message_ids}
    theirs = [pair for group in dovecot.threads([data for _, data in found]) for pair in combinations(group, 2)]
    held = sum(talk_of[letters[one].id] == talk_of[letters[other].id] for one, other in theirs)
    assert len(theirs) > 1000
    assert held >= 0.99 * len(theirs)
