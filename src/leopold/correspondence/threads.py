"""Letters to conversations, whatever the order in which they come.

Four sources, each used only where those before it left a letter without a parent:

1. References and In-Reply-To, as in Jamie Zawinski's account of threading: letters that name one another, or name one
   letter that is missing here, are one conversation. Every pair that THREAD=REFS joins is joined.
2. Thread-Index, which Outlook and Exchange write: 22 bytes for the conversation, and 5 more for every answer.
3. The quoted text: a letter that carries the beginning of an earlier letter's own text in its quotation. Weaker.
4. The subject: an answer by its subject, to the last letter of that subject among the same people. Weaker.
"""

from __future__ import annotations

from base64 import b64decode
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime

from leopold.correspondence.forest import Forest
from leopold.correspondence.quotations import Quotations
from leopold.correspondence.same_subject import SameSubject
from leopold.correspondence.subjects import bare_subject, normalised_subject
from leopold.model import Conversation, Link, LinkSource, Message, Zone

__all__ = ["normalised_subject", "thread"]

_LAST = datetime.max.replace(tzinfo=UTC)
_ROOT = 22
_STEP = 5


def thread(messages: Iterable[Message], zones_of: Callable[[Message], tuple[Zone, ...]]) -> list[Conversation]:
    """Return the conversations of these letters, the earliest first; each letter is in exactly one.

    The order of `messages` makes no difference. A conversation of n letters has n - 1 links. `zones_of` is asked only
    for letters that may be joined by their quotations.
    """
    letters = _in_order(messages)
    forest = Forest(letters)
    _by_headers(letters, forest)
    _by_thread_index(letters, forest)
    _by_quotation(letters, forest, zones_of)
    _by_subject(letters, forest)
    return _conversations(letters, forest)


def _moment(message: Message) -> tuple[datetime, str, str, int]:
    return (message.at or _LAST, message.id, message.source, message.position)


def _in_order(messages: Iterable[Message]) -> dict[str, Message]:
    letters: dict[str, Message] = {}
    for message in sorted(messages, key=_moment):
        letters.setdefault(message.id, message)
    return letters


def _by_headers(letters: dict[str, Message], forest: Forest) -> None:
    named: dict[str, str] = {}
    for message in letters.values():
        ancestors = (*message.references, *message.in_reply_to)
        for each in ancestors:
            if each in letters:
                forest.meet(each, message.id)
            else:
                forest.meet(named.setdefault(each, message.id), message.id)
        for parent in (*message.in_reply_to[::-1], *message.references[::-1]):
            if parent in letters and forest.link(message.id, parent, "references"):
                break
    _gather_roots(letters, forest, "references")


def _gather_roots(letters: dict[str, Message], forest: Forest, by: LinkSource) -> None:
    """Letters that belong together through one that is missing hang from the earliest of them."""
    first: dict[str, str] = {}
    for each in letters:
        if forest.is_root(each):
            root = first.setdefault(forest.group(each), each)
            if root != each:
                forest.link(each, root, by)


def _by_thread_index(letters: dict[str, Message], forest: Forest) -> None:
    known: dict[bytes, str] = {}
    first: dict[bytes, str] = {}
    indexes = [(index, each) for each, letter in letters.items() if (index := _thread_index(letter.thread_index))]
    for index, each in indexes:
        known.setdefault(index, each)
        first.setdefault(index[:_ROOT], each)
    for index, each in indexes:
        above = (known.get(index[:end]) for end in range(len(index) - _STEP, _ROOT - 1, -_STEP))
        for parent in (*above, first[index[:_ROOT]]):
            if parent is not None and parent != each and forest.graft(each, parent, "thread-index"):
                break


def _thread_index(value: str) -> bytes:
    if len(value) < 28:
        return b""
    try:
        index = b64decode(value[:4096] + "=" * (-len(value[:4096]) % 4))
    except ValueError:
        return b""
    index = index[: len(index) - (len(index) - _ROOT) % _STEP]
    return index if len(index) >= _ROOT and len(set(index[6:_ROOT])) > 1 else b""


def _by_quotation(letters: dict[str, Message], forest: Forest, zones_of: Callable[[Message], tuple[Zone, ...]]) -> None:
    alone = [letter for each, letter in letters.items() if letter.at and forest.is_root(each)]
    if len(letters) < 2 or not alone:
        return
    quotations = Quotations(letters.values(), zones_of)
    for letter in alone:
        for parent in quotations.quoted_by(letter):
            if forest.graft(letter.id, parent.id, "quote"):
                break


def _by_subject(letters: dict[str, Message], forest: Forest) -> None:
    subjects = SameSubject(letters.values())
    for each, letter in letters.items():
        if letter.at and forest.is_root(each) and not letter.references and not letter.in_reply_to:
            for parent in subjects.answered_by(letter):
                if forest.graft(each, parent.id, "subject"):
                    break


def _conversations(letters: dict[str, Message], forest: Forest) -> list[Conversation]:
    together: dict[str, list[str]] = defaultdict(list)
    for each in letters:
        together[forest.group(each)].append(each)
    return [_conversation(letters, ids, forest) for ids in together.values()]


def _conversation(letters: dict[str, Message], ids: Sequence[str], forest: Forest) -> Conversation:
    links = tuple(Link(each, *above) for each in ids if (above := forest.above(each)))
    return Conversation(bare_subject(letters[ids[0]].subject), tuple(ids), links)
