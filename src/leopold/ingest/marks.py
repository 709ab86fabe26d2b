"""What the HTML of a letter marks as quoted, forwarded or signature.

Mail programs mark what they add by classes and ids of their own. The marks give roles to stretches of the text;
`zones` makes of those what the letter as a whole means by them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from leopold.model import Zone, ZoneKind

_SIGNATURES = re.compile(
    r"(?:^|\s)(?:gmail_signature|moz-signature|signature|applemailsignature\S*|ms-outlook-mobile-signature|"
    r"protonmail_signature_block\S*|yahoo_signature|ydp\w*signature|x_signature|mailru-signature|js-signature)(?:$|\s)",
    re.IGNORECASE,
)
_QUOTES = re.compile(
    r"(?:^|\s)(?:x_)?(?:yahoo_quoted|ydp\w*yahoo_quoted|olk_src_body_section|mail-app-auto-quote|js-readmsg-msg"
    r"|mailru-blockquote\S*|protonmail_quote|tutanota_quote|zmail_extra|yandex_quote|b-quote|wmi-quote\S*"
    r"|isforwardcontent|freescout-quote|fs-reply-quote)(?:$|\s)",
    re.IGNORECASE,
)
_TO_THE_END = re.compile(r"(?:^|\s)(?:x_)?(?:divrplyfwdmsg|appendonsend|reply_above_this_line)(?:$|\s)", re.IGNORECASE)
_GMAIL = re.compile(r"(?:^|\s)(?:x_)?(?:gmail_quote|gmail_extra)(?:$|\s)", re.IGNORECASE)
_ATTRIBUTION = re.compile(r"(?:^|\s)(?:x_)?(?:gmail_attr|moz-cite-prefix|moz-email-headers-table|yahoo_quoted_header)")
_LEADS_IN = re.compile(
    r"(?:\d.*|@.*|wrote\s*|writes\s*|пишет\s*|писал\S*\s*|написал\S*\s*|schrieb.*|écrit\s*):\s*$", re.IGNORECASE
)
_FORWARDED = re.compile(
    r"\A\W*(?:-{2,}|_{2,}|begin |начало )?\s*(?:forwarded message|пересылаемое сообщение|пересланное сообщение"
    r"|переадресованное|weitergeleitete|message transféré|message transmis|begin forwarded message)",
    re.IGNORECASE,
)
_INLINE_LEAST = 2
OPAQUE = frozenset(["blockquote", "quote", "signature"])
"""Roles inside which nothing else is told apart."""
BOUNDARIES = frozenset(["rest", "sign-off"])
"""Roles of elements that may be empty: what counts is where the text after them begins."""


@dataclass(slots=True, eq=False)
class Span:
    """A stretch that an element of a known role covers, `text[start:end]`."""

    role: str
    start: int
    end: int


def role(tag: str, given: Mapping[str, str | None]) -> str:
    """Return what an element says of its text: "gmail", "attribution", "blockquote", "quote", "rest", "signature",
    "sign-off" (a boundary after which the signature stands), or "".
    """
    names = f"{given.get('class') or ''} {given.get('id') or ''}"
    if len(names) > 1:
        if "js-signatureMarker" in names:
            return "sign-off"
        if _TO_THE_END.search(names):
            return "rest"
        if _ATTRIBUTION.search(names):
            return "attribution"
        if tag != "blockquote" and _GMAIL.search(names):
            return "gmail" if "gmail_quote" in names else ""
        if tag != "blockquote" and _QUOTES.search(names):
            return "quote"
        if _SIGNATURES.search(names):
            return "signature"
    if "data-signature-widget" in given or given.get("data-smartmail") == "gmail_signature":
        return "signature"
    if tag != "blockquote":
        return ""
    style = given.get("style") or ""
    cited = given.get("type") == "cite" or "cite" in given or "border-left" in style or "quote" in names.lower()
    return "blockquote" if cited or "mailru" in names else "maybe"


def zones(text: str, spans: Sequence[Span]) -> tuple[Zone, ...]:
    """Return the marked stretches of `text` in order, without overlap; the outermost mark holds."""
    found: list[tuple[int, int, ZoneKind]] = []
    for index, span in enumerate(spans):
        kind, start, end = _meant(text, spans, index, span)
        end = start + len(text[start:end].rstrip())
        if kind and end > start:
            found.append((start, end, kind))
    found.sort(key=lambda each: (each[0], -each[1]))
    result: list[Zone] = []
    for start, end, kind in found:
        if result and start < result[-1].end:
            continue
        result.append(Zone(kind, start, end))
    return tuple(result)


def _meant(text: str, spans: Sequence[Span], index: int, span: Span) -> tuple[ZoneKind | None, int, int]:
    if span.role == "gmail":
        return _gmail(text, spans, index, span)
    if span.role == "maybe":
        start = _lead_in(text, span.start)
        return ("quote" if start < span.start else None), start, span.end
    if span.role == "blockquote":
        return "quote", _lead_in(text, span.start), span.end
    if span.role == "rest":
        return "quote", span.start, len(text)
    if span.role == "sign-off":
        end = min((each.start for each in spans[index + 1 :] if each.role != "signature"), default=len(text))
        return "signature", span.start, end
    return ("signature" if span.role == "signature" else "quote"), span.start, span.end


def _gmail(text: str, spans: Sequence[Span], index: int, span: Span) -> tuple[ZoneKind | None, int, int]:
    """A gmail_quote is a forward, a quote, or, with words of the writer between its blockquotes, only those."""
    if _FORWARDED.match(text[span.start : min(span.end, span.start + 200)]):
        return "forward", span.start, span.end
    inside = [each for each in spans[index + 1 :] if each.start >= span.start and each.end <= span.end]
    covered = [each for each in inside if each.role in ("blockquote", "maybe", "attribution")]
    if not any(each.role in ("blockquote", "maybe") for each in covered):
        return "quote", span.start, span.end
    position, written = span.start, []
    for each in covered:
        start = _lead_in(text, each.start)
        if start > position:
            written.append(text[position:start])
        position = max(position, each.end)
    written.append(text[position : span.end])
    if len("".join(written).split()) < _INLINE_LEAST:
        return "quote", span.start, span.end
    return None, span.start, span.start


def _lead_in(text: str, start: int) -> int:
    """Return where the line begins that introduces a quote at `start`, "12.03.2026, Ivan <ivan@…>:", or `start`."""
    before = text[max(0, start - 250) : start]
    stripped = before.rstrip()
    if len(before) - len(stripped) > 3 or not stripped.endswith(":"):
        return start
    line = stripped.rpartition("\n")[2]
    return start - len(before) + len(stripped) - len(line) if _LEADS_IN.search(line) else start
