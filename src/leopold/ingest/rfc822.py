"""One RFC 5322 letter, well made or not, to a Message.

The text is that of the letter's text parts, decoded once; the only change made to it is that line ends become LF.
Of an alternative the plain text is taken, unless it is empty or only says that the letter is HTML. A letter inside
the letter follows as text, with its main header lines, and is marked as forwarded. Files stay outside: their names,
types and sizes are listed.
"""

from __future__ import annotations

from leopold.faults import Fault
from leopold.ingest import addresses, charsets, dates, headers, identifiers
from leopold.ingest.automatic import automatic
from leopold.ingest.contents import Contents, contents
from leopold.ingest.structure import Fields, Part, read_parts
from leopold.model import Address, Message, Raw, Refusal

_LONGEST = 100_000
"""Characters of one address field that are read: over two thousand recipients."""


def parse_letter(raw: Raw) -> Message | Refusal:
    """Read one letter. Never raises; what has no header of a letter is refused with a reason."""
    try:
        return _read(raw)
    except (ArithmeticError, AssertionError, AttributeError, LookupError, RuntimeError, TypeError, ValueError) as error:
        # A fault of ours in one letter of an archive must not cost the others.
        words = charsets.sound(f"{type(error).__name__}: {error}")
        return Refusal(raw.source, raw.position, Fault("unforeseen", error=words))


def _read(raw: Raw) -> Message | Refusal:
    data = raw.data
    if not data.strip():
        return Refusal(raw.source, raw.position, Fault("empty_letter"))
    parts = read_parts(data)
    if not parts[0].known:
        return Refusal(raw.source, raw.position, Fault("headless"))
    return _message(raw, parts, contents(data, parts))


def _message(raw: Raw, parts: list[Part], read: Contents) -> Message:
    fields = parts[0].fields
    hint = read.charset
    sender = _sender(fields, hint)
    to = _all(fields, "to", hint)
    cc = _all(fields, "cc", hint)
    subject = headers.text(_first(fields, "subject"), hint)
    known = {sender.email, *(each.email for each in to), *(each.email for each in cc)}
    answered = "".join(fields.get("in-reply-to", ()))
    written = dates.written(_date(fields), headers.unfolded(_first(fields, "received")), _unix_from(raw.data))
    return Message(
        id=identifiers.own(_first(fields, "message-id")) or identifiers.derived(raw.data),
        at=written.at if written else None,
        sender=sender,
        to=to,
        cc=cc,
        subject=subject,
        text=read.text,
        source=raw.source,
        position=raw.position,
        in_reply_to=identifiers.in_reply_to(answered, known) if answered else (),
        references=identifiers.references(" ".join(fields["references"])) if "references" in fields else (),
        thread_index="".join(_first(fields, "thread-index").split()).replace("\0", ""),
        automatic=automatic(fields, sender.email, subject, read.kinds, parts[0].type.report, read.text),
        attachments=read.attachments,
        marked=read.marked,
        utc_offset=written.utc_offset if written else None,
    )


def _first(fields: Fields, name: str) -> str:
    values = fields.get(name)
    return values[0] if values else ""


def _date(fields: Fields) -> str:
    return headers.unfolded(_first(fields, "date"))


def _unix_from(data: bytes) -> str:
    return data[: data.find(b"\n", 0, 300)].decode("latin-1") if data.startswith(b"From ") else ""


def _all(fields: Fields, name: str, hint: str) -> tuple[Address, ...]:
    values = fields.get(name)
    if not values:
        return ()
    if len(values) > 1 or len(values[0]) > _LONGEST:
        return addresses.addresses(", ".join(values)[:_LONGEST], hint)
    return addresses.addresses(values[0], hint)


def _sender(fields: Fields, hint: str) -> Address:
    """Return who wrote the letter: its From, or Sender, or the address that a tool stood before.

    A tool that sends on somebody's behalf writes "Name via Tool" and its own address, and leaves the writer's in
    X-Original-From or Reply-To.
    """
    found = _mailbox_of(fields, "from", hint)
    if not found.email:
        other = _mailbox_of(fields, "sender", hint)
        found = Address(found.name or other.name, other.email)
    name = addresses.without_tool(found.name)
    if name == found.name:
        return found
    for field in ("x-original-from", "reply-to"):
        behind = _mailbox_of(fields, field, hint)
        if behind.email and behind.email != found.email:
            return Address(addresses.without_tool(behind.name) or name, behind.email)
    return Address(name, found.email)


def _mailbox_of(fields: Fields, name: str, hint: str) -> Address:
    found = _all(fields, name, hint)
    return next((each for each in found if each.email), found[0] if found else addresses.NOBODY)
