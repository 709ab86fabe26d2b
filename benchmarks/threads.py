"""Conversations against a real Dovecot (THREAD=REFS) and, where it is installed, notmuch.

    python -m benchmarks.threads CORPUS

CORPUS is a folder of letters, one a file. A pair is two letters in one thread. Printed: threads, the largest, pairs,
and of the pairs of each peer the share that ours holds. Our own are counted twice: joined by headers alone, and with
the weaker links by quoted text and subject. The control joins by the subject alone. Letters without a Message-ID take
part: letters are told apart by their files.

What Dovecot joins and we do not, on the letters seen so far: it takes a mailbox for an identifier in an In-Reply-To
of prose, "Message from Ivan <ivan@example.com> of Monday", and so joins all that answered Ivan by that program.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from time import process_time
from typing import Any

from benchmarks import dovecot
from leopold.correspondence.subjects import normalised_subject
from leopold.correspondence.threads import thread
from leopold.correspondence.zones import zones
from leopold.ingest import parse
from leopold.model import Message, Raw

Groups = Sequence[Sequence[int]]
STRONG = ("references", "thread-index")


def main(arguments: Sequence[str]) -> int:
    """Print the comparison on the corpus named; 2 when none is."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print("usage: python -m benchmarks.threads CORPUS", file=sys.stderr)
        return 2
    files = [path for path in sorted(Path(arguments[0]).rglob("*")) if path.is_file()]
    data = [path.read_bytes() for path in files]
    letters = {
        number: letter for number, each in enumerate(data) if isinstance(letter := _parsed(number, each), Message)
    }
    started = process_time()
    whole, strong = ours(letters)
    print(f"{len(data)} letters, {len(data) - len(letters)} refused; ours in {process_time() - started:.2f} CPU s\n")
    peers: dict[str, Groups] = {"Dovecot REFS": dovecot.threads(data)}
    if shutil.which("notmuch"):
        peers["notmuch"] = notmuch(data)
    rows = {"ours": whole, "ours, headers alone": strong, "control: subject alone": by_subject(letters), **peers}
    print(f"{'':24}{'threads':>9}{'largest':>9}{'pairs':>9}" + "".join(f"{f'of {peer}':>18}" for peer in peers))
    for name, groups in rows.items():
        shares = "".join(f"{share(groups, peer):>18.1%}" for peer in peers.values())
        largest = max(map(len, groups), default=0)
        print(f"{name:24}{len(groups):>9}{largest:>9}{len(pairs(groups)):>9}{shares}")
    return 0


def pairs(groups: Groups) -> set[tuple[int, int]]:
    """Return the pairs of letters that stand in one group."""
    return {(one, other) for group in map(sorted, groups) for at, one in enumerate(group) for other in group[at + 1 :]}


def share(groups: Groups, peer: Groups) -> float:
    """Return the share of the peer's pairs that `groups` hold; 1 where it has none."""
    wanted = pairs(peer)
    return len(wanted & pairs(groups)) / len(wanted) if wanted else 1.0


def ours(letters: dict[int, Message]) -> tuple[Groups, Groups]:
    """Return our conversations, with all links and by headers alone. Copies under one Message-ID stand together."""
    copies: dict[str, list[int]] = defaultdict(list)
    for number, letter in letters.items():
        copies[letter.id].append(number)
    conversations = thread(letters.values(), zones)
    whole = [[number for each in talk.message_ids for number in copies[each]] for talk in conversations]
    strong: list[list[int]] = []
    for talk in conversations:
        roots = {each: each for each in talk.message_ids}
        for link in talk.links:
            if link.by in STRONG:
                roots[link.child] = link.parent
        together: dict[str, list[int]] = defaultdict(list)
        for each in talk.message_ids:
            root = each
            while roots[root] != root:
                root = roots[root]
            together[root] += copies[each]
        strong += together.values()
    return whole, strong


def by_subject(letters: dict[int, Message]) -> Groups:
    """Return what the subject alone joins; letters without one stand alone."""
    groups: dict[str, list[int]] = defaultdict(list)
    for number, letter in letters.items():
        groups[normalised_subject(letter.subject) or letter.id].append(number)
    return list(groups.values())


def notmuch(data: Iterable[bytes]) -> Groups:
    """Return the threads of a new notmuch store over these letters."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        mail = home / "mail"
        mail.mkdir()
        for number, letter in enumerate(data):
            (mail / f"{number}.eml").write_bytes(letter)
        configuration = home / "configuration"
        configuration.write_text(
            f"[database]\npath={mail}\n[user]\nname=I\nprimary_email=i@example.org\n[new]\ntags=\n"
        )

        command = ["notmuch", f"--config={configuration}"]
        subprocess.run([*command, "new", "--quiet"], check=True, capture_output=True)
        # "show" gives a list of threads; "show --entire-thread" would repeat a thread for each of its letters.
        show = [*command, "show", "--format=json", "--body=false", "--exclude=false", "*"]
        shown = json.loads(subprocess.run(show, check=True, capture_output=True).stdout)
    return [[int(Path(name).stem) for name in _files(each)] for each in shown]


def _files(shown: Any) -> Iterator[str]:
    """Walk notmuch's nested lists of a thread to the files of its letters."""
    waiting = [shown]
    while waiting:
        each = waiting.pop()
        if isinstance(each, list):
            waiting += each
        elif isinstance(each, dict):
            yield from each["filename"]


def _parsed(number: int, data: bytes) -> Message | None:
    letter = parse(Raw(f"{number}.eml", number, data))
    return replace(letter, source=f"{number:09}") if isinstance(letter, Message) else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
