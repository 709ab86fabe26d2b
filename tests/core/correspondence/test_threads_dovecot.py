"""A real Dovecot's THREAD=REFS joins nothing that we do not."""

from __future__ import annotations

from itertools import combinations

from benchmarks import dovecot
from leopold.correspondence.threads import thread
from leopold.ingest import parse
from leopold.model import Message, Raw

NAMES = {
    "root.20260105": {"subject": "Start"},
    "child": {"references": "root.20260105", "in-reply-to": "root.20260105"},
    "grandchild": {"references": "root.20260105 child", "subject": "Re: Start"},
    "prose": {"in-reply-to": "Your message of Monday, <root.20260105@x.example>"},
    "ghost-1": {"references": "lost"},
    "ghost-2": {"references": "lost-too lost"},
    "loop-1": {"references": "loop-3"},
    "loop-2": {"references": "loop-1"},
    "loop-3": {"references": "loop-2"},
    "self": {"references": "self"},
    "broken": {"references-raw": "<root.20260105@x.example> garbage <child@x.exa", "in-reply-to": "child"},
    "folded": {"references-raw": "<root.20260105@x.example>\r\n\t<grandchild@x.example>"},
    "commented": {"references-raw": "(see) <loop-2@x.example> (below)"},
    "reused": {"references": "root.20260105 child", "subject": "Another matter"},
    "alone": {"subject": "Start"},
    "": {"subject": "No Message-ID", "references": "grandchild"},
    "late-root": {},
    "late-child": {"in-reply-to": "late-root"},
}


def ids(names: str) -> str:
    return " ".join(f"<{name}@x.example>" for name in names.split())


def as_bytes(name: str, headers: dict[str, str], number: int) -> bytes:
    lines = [f"From: p{number}@x.example", "To: all@x.example", f"Date: Mon, 05 Jan 2026 09:{number:02}:00 +0000"]
    if name:
        lines.append(f"Message-ID: {ids(name)}")
    if found := headers.get("references-raw") or ids(headers.get("references", "")):
        lines.append(f"References: {found}")
    if found := headers.get("in-reply-to", ""):
        lines.append(f"In-Reply-To: {found if '<' in found else ids(found)}")
    lines += [f"Subject: {headers.get('subject', '')}", "", f"Text {number}", ""]
    return "\r\n".join(lines).encode()


def pairs(groups: list[list[int]]) -> set[tuple[int, int]]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def read(letters: list[bytes]) -> list[Message]:
    found = [parse(Raw(f"{number}.eml", number, data)) for number, data in enumerate(letters)]
    assert all(isinstance(each, Message) for each in found)
    return [each for each in found if isinstance(each, Message)]


def our_groups(letters: list[bytes]) -> list[list[int]]:
    places = {message.id: message.position for message in read(letters)}
    return [[places[each] for each in talk.message_ids] for talk in thread(read(letters), lambda _: ())]


def test_it_joins_all_that_a_real_dovecot_joins() -> None:
    letters = [as_bytes(name, headers, number) for number, (name, headers) in enumerate(NAMES.items())]
    letters = letters[-1:] + letters[:-1]
    theirs, ours = dovecot.threads(letters), our_groups(letters)
    assert sorted(each for group in theirs for each in group) == list(range(len(letters)))
    assert len(pairs(theirs)) > 20
    assert pairs(theirs) <= pairs(ours)
