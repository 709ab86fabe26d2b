"""Each letter once, however many copies of it the folders hold.

Two copies have one content: moment, writer, subject, and the text but for its white space. Copies may bear different
Message-IDs (an archive gives each file its own), and one Message-ID may stand on texts that differ: a list adds a
footer, a gateway wraps lines. Such near copies are duplicates too. Where one Message-ID stands on letters that really
differ, each is kept, the later ones under an id derived from their content.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import blake2b

from leopold.model import Message

NEAR = 0.8
"""Of the lines of the shorter text, the share that the longer one holds at least, for two texts to be near copies."""

MOST = 20
"""Letters under one Message-ID that a new one is compared with, at most; some programs give one id to everything."""


def content_key(message: Message) -> bytes:
    """Return 16 bytes that are equal for copies of one letter, whatever their Message-IDs.

    An undated letter says too little of itself ("ok" from the same person may come twice): there the id counts too.
    """
    moment = message.at.isoformat() if message.at else message.id
    writer = message.sender.email or message.sender.name
    files = "/".join(attachment.name for attachment in message.attachments)
    words = (moment, writer, _plain(message.subject), _plain(message.text), files)
    return blake2b("\0".join(words).encode("utf-8", "surrogatepass"), digest_size=16).digest()


class Deduplicator:
    """Says of each letter whether an earlier copy of it was seen.

    `known` are the content keys of letters stored before and the ids they are kept under. `letter` finds a letter
    kept earlier by its id, those that `first` called new included; without it the deduplicator holds on to them.
    """

    def __init__(
        self,
        known: Mapping[bytes, str] | None = None,
        letter: Callable[[str], Message | None] | None = None,
    ) -> None:
        self._by_content: dict[bytes, str] = dict(known or {})
        self._own: dict[str, Message] = {}
        self._letter = letter or self._own.get
        self._holds = letter is None
        self._variants: dict[str, list[str]] = {}
        for key, each in self._by_content.items():
            for name in {each, _own_id(each, key)}:
                variants = self._variants.setdefault(name, [])
                variants.extend([each] if each not in variants else [])

    def first(self, message: Message) -> str | None:
        """Return the id under which an earlier copy of this letter is kept, None when it is new.

        A new letter is kept under the id that `kept` gives it.
        """
        key = content_key(message)
        if (earlier := self._by_content.get(key)) is not None:
            return earlier
        variants = self._variants.get(message.id, [])
        for each in variants[:MOST]:
            other = self._letter(each)
            if other is not None and _near(message, other):
                self._by_content[key] = each
                return each
        kept = _under(message, key) if variants else message
        self._by_content[key] = kept.id
        self._variants.setdefault(message.id, []).append(kept.id)
        if self._holds:
            self._own[kept.id] = kept
        return None

    def content_keys(self) -> Mapping[bytes, str]:
        """Return the content keys known by now, those of near copies too, and the ids they are kept under."""
        return self._by_content

    def kept(self, message: Message) -> Message:
        """Return a letter that `first` called new under the id it is kept by.

        That is its own id, or, where a different letter has taken that one, an id derived from its content.
        """
        if self._variants.get(message.id) == [message.id]:
            return message
        key = content_key(message)
        return message if self._by_content.get(key, message.id) == message.id else _under(message, key)


def _under(message: Message, key: bytes) -> Message:
    return replace(message, id=f"<{key.hex()}.{message.id.strip('<>')}>")


def _own_id(kept: str, key: bytes) -> str:
    """Return the id that a letter kept under `kept` bears itself: what `_under` did, undone."""
    prefix = f"<{key.hex()}."
    return "<" + kept.removeprefix(prefix) if kept.startswith(prefix) else kept


def _plain(text: str) -> str:
    return " ".join(text.split())


def _near(one: Message, other: Message) -> bool:
    """One writer and one text; or one moment too, and the shorter text stands in the longer, whole or by its lines."""
    if one.sender.email != other.sender.email:
        return False
    short, long = sorted((_plain(one.text), _plain(other.text)), key=len)
    if one.at != other.at:
        return short == long != ""
    if long.startswith(short) or (len(short) >= 40 and short in long):
        return True
    lines, among = _lines(one.text), _lines(other.text)
    return len(lines & among) >= NEAR * min(len(lines), len(among))


def _lines(text: str) -> set[str]:
    return {line.strip() for line in text.splitlines() if line.strip()}
