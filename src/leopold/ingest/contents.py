"""The parts of a letter to its text, its files, and what its HTML marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from leopold.ingest import bodies, charsets, headers, html
from leopold.ingest.parameters import value_and_parameters
from leopold.ingest.structure import Part
from leopold.model import Attachment, Zone

_STUB = re.compile(
    r"(?:html[ -]?(?:mail|message|e-?mail|format|content|version|part|capable|compatible|enabled|support)"
    r"|support(?:s|ing)? html|(?:in|im|als|au format|в формате|в|формата) html|view (?:this|the) (?:e-?mail|message)"
    r"|html[- ]?(?:пись|сообщени|формат|верси|nachricht))",
    re.IGNORECASE,
)
_STUB_LENGTH = 400
_MOST_TREES = 1_000
_HTML = re.compile(r"\s*+(?:<!doctype html|<html[\s>])", re.IGNORECASE)
_SHOWN = ("from", "date", "to", "cc", "subject")
_SHOWN_NAMES = {"from": "From", "date": "Date", "to": "To", "cc": "Cc", "subject": "Subject"}
_TEXTS = frozenset({"text/plain", "text/html", "text/enriched", "text/richtext", "text/x-amp-html"})
_HOLDERS = frozenset({"message/rfc822", "message/global", "message/news"})


@dataclass(slots=True)
class Contents:
    """What a letter holds: text with LF line ends, zones as offsets into it, files, and the types of its parts."""

    text: str = ""
    marked: tuple[Zone, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    kinds: tuple[str, ...] = ()
    charset: str = ""


@dataclass(slots=True)
class _Piece:
    """One text of the letter: the part it stands in, the alternative and the letter that hold the part."""

    text: str
    zones: tuple[Zone, ...]
    plain: bool
    alternative: int = -1
    forwarded: int = -1


@dataclass(slots=True)
class _Gathered:
    pieces: list[_Piece] = field(default_factory=list)
    files: list[Attachment] = field(default_factory=list)


def contents(data: bytes, parts: list[Part]) -> Contents:
    """Read the parts of a letter, as `structure.read_parts` gives them."""
    charset = next((part.type.charset for part in parts if part.type.charset and part.type.main == "text"), "")
    gathered = _Gathered()
    if len(parts) == 1:
        _leaf(data, parts[0], gathered, -1, -1, charset)
    else:
        _walk(data, parts, gathered, charset)
    text, marked = _joined(_chosen(gathered.pieces))
    return Contents(text, marked, tuple(gathered.files), tuple(part.type.full for part in parts), charset)


def _walk(data: bytes, parts: list[Part], gathered: _Gathered, charset: str) -> None:
    """Read every part in order; what holds it is handed down from its parent, never searched for."""
    alternative, forwarded = [-1] * len(parts), [-1] * len(parts)
    holders = {part.parent for part in parts}
    for index, part in enumerate(parts):
        if part.parent >= 0:
            above = parts[part.parent]
            alternative[index] = alternative[part.parent]
            forwarded[index] = forwarded[part.parent]
            if above.type.full in _HOLDERS:
                alternative[index], forwarded[index] = -1, index
                gathered.pieces.append(_Piece(_shown(part, charset), (), True, -1, index))
        if part.type.full == "multipart/alternative" and alternative[index] < 0:
            alternative[index] = index
        if index not in holders:
            _leaf(data, part, gathered, alternative[index], forwarded[index], charset)


def _shown(part: Part, hint: str) -> str:
    """The header lines of a letter inside a letter, as a person would see them."""
    lines = [
        f"{_SHOWN_NAMES[name]}: {headers.text(part.fields[name][0][:2000], hint)}"
        for name in _SHOWN
        if name in part.fields
    ]
    return "\n".join([*lines, ""]) if lines else ""


def _leaf(data: bytes, part: Part, gathered: _Gathered, alternative: int, forwarded: int, charset: str) -> None:
    kind = part.type.full
    name, disposition = _name(part, charset)
    is_text = kind in _TEXTS or (part.type.main == "multipart") or kind == "text/rfc822-headers"
    if not is_text and kind.startswith("text/") and not name and disposition != "attachment":
        is_text = not any(piece.text for piece in gathered.pieces)
    has_text = any(piece.text.strip() for piece in gathered.pieces[-3:])
    if not is_text or disposition == "attachment" or (name and disposition != "inline" and has_text):
        if kind != "message/delivery-status" or name:
            gathered.files.append(Attachment(name, kind, part.end - part.start))
        return
    text = _text(data, part)
    zones: tuple[Zone, ...] = ()
    plain = kind != "text/html" and not (_HTML.match(text) and "</" in text)
    if not plain:
        text, zones = html.to_text(text) if len(gathered.pieces) < _MOST_TREES else (html.stripped(text), ())
    else:
        text, files = bodies.without_uuencoded(text)
        gathered.files += files
    if kind == "text/rfc822-headers":
        zones = (Zone("forward", 0, len(text)),)
    gathered.pieces.append(_Piece(text, zones, plain, alternative, forwarded))


def _text(data: bytes, part: Part) -> str:
    encoding = part.fields.get("content-transfer-encoding")
    body = data[part.start : part.end]
    if encoding and part.type.main != "multipart":
        body = bodies.decoded(body, encoding[0])
    return with_line_feeds(charsets.decode(body, part.type.charset))


def with_line_feeds(text: str) -> str:
    """Return a text whose lines end in LF: CR LF and bare CR become LF, and nothing else changes."""
    if "\r" not in text:
        return text
    return text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")


def _name(part: Part, hint: str) -> tuple[str, str]:
    disposition, given = "", ""
    value = part.fields.get("content-disposition")
    if value:
        disposition, parameters = value_and_parameters(value[0][:20_000])
        given = parameters.get("filename", "")
    given = given or part.type.name
    return (_file_name(given, hint) if given else ""), disposition


def _file_name(given: str, hint: str) -> str:
    charset, mark, rest = given.partition("''")
    if mark and charsets.codec(charset):
        return charsets.decode(rest.encode("latin-1", "replace"), charset).strip()
    return headers.text(given.replace("''", "", 1) if mark and not charset else given, hint)


def _chosen(pieces: list[_Piece]) -> list[_Piece]:
    """Of each alternative keep the plain texts, or the HTML where those are empty or stubs."""
    if len(pieces) < 2:
        return pieces
    rich = {piece.alternative for piece in pieces if not piece.plain and piece.text.strip()}
    told = {
        piece.alternative
        for piece in pieces
        if piece.plain and piece.text.strip() and not (piece.alternative in rich and _is_stub(piece.text))
    }
    return [piece for piece in pieces if piece.alternative < 0 or piece.plain == (piece.alternative in told)]


def _is_stub(text: str) -> bool:
    return len(text) < _STUB_LENGTH and _STUB.search(text) is not None


def _joined(pieces: list[_Piece]) -> tuple[str, tuple[Zone, ...]]:
    if len(pieces) == 1 and pieces[0].forwarded < 0:
        return pieces[0].text, pieces[0].zones
    texts: list[str] = []
    zones: list[Zone] = []
    length = 0
    for piece in pieces:
        if not piece.text:
            continue
        if texts and not texts[-1].endswith("\n"):
            texts.append("\n")
            length += 1
        start = length
        texts.append(piece.text)
        length += len(piece.text)
        if piece.forwarded < 0:
            zones += [Zone(zone.kind, zone.start + start, zone.end + start) for zone in piece.zones]
        elif zones and zones[-1].kind == "forward" and zones[-1].end >= start - 1:
            zones[-1] = Zone("forward", zones[-1].start, length)
        else:
            zones.append(Zone("forward", start, length))
    return "".join(texts), tuple(zones)
