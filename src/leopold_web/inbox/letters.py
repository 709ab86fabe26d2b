"""Letters as they came: each distinct copy once, and which of them are copies of one letter."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from django.db.models import Q, QuerySet

from leopold import ingest
from leopold.correspondence.duplicates import Deduplicator, content_key
from leopold.model import Message, Raw, Refusal
from leopold_web.accounts.models import Workspace
from leopold_web.inbox.models import RawLetter
from leopold_web.storage import create, key_of, storable


@dataclass(frozen=True, slots=True)
class Arrival:
    """A letter on its way in. `digest` tells its bytes apart, `key` the letter, whatever copy of it this is."""

    raw: Raw
    message: Message
    digest: str
    key: bytes

    @classmethod
    def of(cls, raw: Raw, message: Message) -> Arrival:
        """Return the arrival of what was read from `raw`."""
        digest = hashlib.blake2b(raw.form.encode() + b"\0" + raw.data, digest_size=32).hexdigest()
        return cls(raw, message, digest, content_key(message))


def messages_of(workspace: Workspace) -> Iterator[Message]:
    """Yield every letter of a workspace once, parsed anew from its bytes, in the order in which they came."""
    for row in workspace.raw_letters.filter(copy_of=None).order_by("pk").iterator(chunk_size=500):
        if (message := parsed(row)) is not None:
            yield message


def parsed(row: RawLetter) -> Message | None:
    """Return the letter under the id by which it is kept; None where this version of the engine refuses it."""
    message = ingest.parse(row.raw())
    return None if isinstance(message, Refusal) else replace(message, id=row.kept_id)


def keep_letters(workspace: Workspace, arrivals: Sequence[Arrival]) -> int:
    """Store the arrivals whose bytes are new; return how many are new letters. The workspace must be locked."""
    stored = RawLetter.objects.filter(workspace=workspace)
    known = set(stored.filter(digest__in=[each.digest for each in arrivals]).values_list("digest", flat=True))
    unseen = list(_once(arrivals, known))
    kept = _Kept.beside(stored, unseen)
    verdicts = [(each, *kept.verdict(each.message)) for each in unseen]
    firsts = [(each, own_id) for each, own_id, is_new in verdicts if is_new]
    for row in create(RawLetter, (_row(workspace, each, own_id, None) for each, own_id in firsts)):
        kept.numbers[row.kept_id] = row.pk
    copies = [(each, own_id) for each, own_id, is_new in verdicts if not is_new]
    create(RawLetter, (_row(workspace, each, own_id, kept.numbers[own_id]) for each, own_id in copies))
    return len(firsts)


@dataclass(slots=True)
class _Kept:
    """The letters that some arrivals may be copies of: stored ones by their number, and those of this same chunk."""

    numbers: dict[str, int]
    known: dict[bytes, str]
    fresh: dict[str, Message] = field(default_factory=dict)
    deduplicator: Deduplicator = field(init=False)

    def __post_init__(self) -> None:
        self.deduplicator = Deduplicator(self.known, self._letter)

    @classmethod
    def beside(cls, stored: QuerySet[RawLetter], arrivals: Sequence[Arrival]) -> _Kept:
        """Find the stored letters of the same content or the same id."""
        keys, ids = [each.key.hex() for each in arrivals], [key_of(each.message.id) for each in arrivals]
        near = stored.filter(Q(content_key__in=keys) | Q(message_key__in=ids)).order_by("pk")
        numbers, known = dict[str, int](), dict[bytes, str]()
        for pk, copy_of, key, kept_id in near.values_list("pk", "copy_of", "content_key", "kept_id"):
            numbers[kept_id] = copy_of or pk
            known[bytes.fromhex(key)] = kept_id
        return cls(numbers, known)

    def verdict(self, message: Message) -> tuple[str, bool]:
        """Return the id under which a letter is kept, and whether it is a new one."""
        earlier = self.deduplicator.first(message)
        if earlier is not None:
            return storable(earlier), False
        kept = self.deduplicator.kept(message)
        self.fresh[kept.id] = kept
        return storable(kept.id), True

    def _letter(self, kept_id: str) -> Message | None:
        if kept_id in self.fresh:
            return self.fresh[kept_id]
        number = self.numbers.get(kept_id)
        return parsed(RawLetter.objects.get(pk=number)) if number else None


def _once(arrivals: Iterable[Arrival], known: set[str]) -> Iterator[Arrival]:
    """Yield the arrivals whose bytes are not known yet, each once."""
    for each in arrivals:
        if each.digest not in known:
            known.add(each.digest)
            yield each


def _row(workspace: Workspace, arrival: Arrival, kept_id: str, copy_of: int | None) -> RawLetter:
    return RawLetter(
        workspace=workspace,
        source=arrival.raw.source,
        position=arrival.raw.position,
        form=arrival.raw.form,
        packed=zlib.compress(arrival.raw.data),
        digest=arrival.digest,
        content_key=arrival.key.hex(),
        message_key=key_of(arrival.message.id),
        kept_id=kept_id,
        copy_of_id=copy_of,
    )
