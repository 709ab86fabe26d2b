"""Own words, quotes, forwards and signatures of a letter, as stretches of its text.

What the letter's own HTML marks is taken as it stands; the rest is read line by line. An attribution line or a header
block belongs to the quote or forward that it opens. A header block alone opens a forward when the subject says so,
else a quote, and both run to the end of the letter; lines behind quote marks end where the marks end, so that answers
between them stay own words. White space between two zones belongs to the former.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from leopold.correspondence import markers
from leopold.correspondence.signatures import signature
from leopold.model import Message, Zone, ZoneKind

_DASHES = r"[-_=*—–\s]"
_FORWARD = markers.compiled(markers.FORWARDED, before=rf"{_DASHES}*", after=rf"{_DASHES}*")
_FORWARD_END = markers.compiled(markers.FORWARD_ENDS, before=rf"{_DASHES}*", after=rf"{_DASHES}*")
_ORIGINAL = markers.compiled(markers.ORIGINAL, before=r"[-_=*—–]{2,}\s*", after=rf"{_DASHES}*")
_LABEL = re.compile(rf"\*?({markers.LABELS})\s?\*?:\*?(?:\s|$)", re.IGNORECASE)
_WROTE = markers.compiled(markers.WROTE, before=r"(?:.*[\s,>\")])?", after=r"\s?:")
_ADDRESS = re.compile(r"\S@\S")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\b")
_DAY = re.compile(
    r"\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b|\b(?:\d{1,2}(?:st|nd|rd|th)?\.? \w{3,10}\.?,? (?:\d{4}|г)|\w{3,10}\.? \d{1,2},? \d{4})",
)
_QUOTED = re.compile(r"[ \t]{0,3}>|[A-ZА-ЯЁ]{1,4}> ")
_RULE = re.compile(r"[_\-=—]{5,}")
_FORWARDING = re.compile(r"\s*(?:\[[^\]]*\]\s*)?(?:fwd?|wg|tr|пересл\w*|переслано|fw\[\d+\])\s*:", re.IGNORECASE)
_HINT = re.compile(r"[>:@]|forward|original|сообщени|nachricht|message|-----|_____", re.IGNORECASE)
_WRAPPED_LEAST = 60
_WRAPPED_MOST = 30


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str

    @property
    def words(self) -> str:
        """The line without white space at its edges."""
        return self.text.strip()


def zones(message: Message) -> tuple[Zone, ...]:
    """Return the zones of a letter; they cover its text without gap or overlap."""
    return split(message.text, message.marked, subject=message.subject, sender=message.sender.name)


def split(text: str, marked: Sequence[Zone] = (), *, subject: str = "", sender: str = "") -> tuple[Zone, ...]:
    """Return the zones of `text`: those `marked`, and what can be read of the rest.

    `subject` tells a forward from a quote where the letter itself does not, `sender` a name below a letter from a word.
    """
    forwards = _FORWARDING.match(subject) is not None
    found: list[Zone] = []
    position = 0
    for zone in sorted(marked, key=lambda each: each.start):
        if zone.start > position:
            found += _read(text, position, zone.start, forwards, sender, before=zone.kind)
        if zone.end > max(position, zone.start):
            found.append(Zone(zone.kind, max(position, zone.start), zone.end))
            position = zone.end
    if position < len(text):
        found += _read(text, position, len(text), forwards, sender)
    return _joined(text, found)


def _read(
    text: str, start: int, end: int, forwards: bool, sender: str, before: ZoneKind | None = None
) -> list[Zone]:
    """Read a stretch that nothing marks; `before` is the kind of the zone that follows it."""
    lines = _lines(text, start, end)
    kinds = _quotes(lines, forwards) if _HINT.search(text, start, end) else ["own"] * len(lines)
    if before in ("quote", "forward"):
        _lead_in(lines, kinds, before)
    _signatures(lines, kinds, sender, closes=before is None or before in ("quote", "forward"))
    return [Zone(kind, line.start, line.end) for line, kind in zip(lines, kinds, strict=True)]


def _lines(text: str, start: int, end: int) -> list[_Line]:
    lines, position = [], start
    for part in text[start:end].splitlines(keepends=True):
        lines.append(_Line(position, position + len(part), part))
        position += len(part)
    return lines


def _quotes(lines: Sequence[_Line], forwards: bool) -> list[ZoneKind]:
    kinds: list[ZoneKind] = ["own"] * len(lines)
    marks = _marked_lines(lines)
    index = 0
    while index < len(lines):
        kind, after = _opening(lines, marks, index, forwards)
        if kind is None:
            index += 1
            continue
        kinds[index:after] = [kind] * (after - index)
        index = after
    return kinds


def _opening(
    lines: Sequence[_Line], marks: Sequence[bool], index: int, forwards: bool
) -> tuple[ZoneKind | None, int]:
    """Return what opens at line `index`, and the line after its end; None where nothing does."""
    words = lines[index].words
    if marks[index]:
        end = _run(lines, marks, index)
        inner = next((text for text in (line.words.lstrip("> \t") for line in lines[index:end]) if text), "")
        return ("forward" if _FORWARD.fullmatch(inner) else "quote"), end
    if not words:
        return None, index
    if _FORWARD.fullmatch(words) and (words[0] in "-_=*—" or _block(lines, index + 1)):
        return "forward", _forward_end(lines, index)
    if _ORIGINAL.fullmatch(words):
        return ("forward" if forwards else "quote"), len(lines)
    if _RULE.fullmatch(words) and _block(lines, index + 1):
        return ("forward" if forwards else "quote"), len(lines)
    if _block(lines, index):
        return ("forward" if forwards else "quote"), len(lines)
    if after := _attribution(lines, marks, index):
        return "quote", _quoted_after(lines, marks, after)
    return None, index


def _marked_lines(lines: Sequence[_Line]) -> list[bool]:
    """Tell which lines stand behind quote marks. One alone, with nothing that leads in, is a sign in somebody's prose."""
    marks = [_QUOTED.match(line.text) is not None for line in lines]
    if sum(marks) == 1:
        only = marks.index(True)
        above = [line for line in lines[max(only - 4, 0) : only] if line.words]
        if not (above and (above[-1].words.endswith(":") or _is_attribution(above[-1].words))):
            marks[only] = False
    return marks


def _run(lines: Sequence[_Line], marks: Sequence[bool], index: int) -> int:
    """Return the end of the quoted lines from `index`, blank lines and wrapped remainders between them included."""
    end = index + 1
    while end < len(lines):
        if marks[end]:
            end += 1
            continue
        ahead = end
        while ahead < len(lines) and not lines[ahead].words:
            ahead += 1
        if ahead > end and ahead < len(lines) and marks[ahead]:
            end = ahead
        elif _is_remainder(lines, marks, end):
            end += 1
        else:
            break
    return end


def _is_remainder(lines: Sequence[_Line], marks: Sequence[bool], index: int) -> bool:
    """Tell whether a short line without mark is the rest of a long quoted line that some program wrapped."""
    words = lines[index].words
    follows = index + 1 < len(lines) and marks[index + 1]
    return bool(words) and follows and len(words) <= _WRAPPED_MOST and len(lines[index - 1].words) >= _WRAPPED_LEAST


def _block(lines: Sequence[_Line], index: int) -> bool:
    """Tell whether a header block stands at `index`: adjacent labelled lines, a sender among them."""
    while index < len(lines) and not lines[index].words:
        index += 1
    names: list[str] = []
    for line in lines[index : index + 12]:
        label = _LABEL.match(line.words)
        if label:
            names.append(label[1].lower())
        elif not line.words or not names:
            break
    return len(set(names)) >= 3 and bool(markers.SENDERS & set(names))


def _attribution(lines: Sequence[_Line], marks: Sequence[bool], index: int) -> int:
    """Return the line after an attribution of one to three lines at `index`, 0 where there is none."""
    words = ""
    for end in range(index, min(index + 3, len(lines))):
        part = lines[end].words
        if not part or marks[end]:
            return 0
        words = f"{words} {part}".strip()
        if words.endswith(":"):
            quoted = any(marks[end + 1 : end + 4])
            return end + 1 if _is_attribution(words, quoted=quoted) else 0
    return 0


def _is_attribution(words: str, *, quoted: bool = True) -> bool:
    """Tell whether `words` say who wrote when. A day or an address must stand there, both where no quote mark follows."""
    if len(words) > 300 or not words.endswith(":"):
        return False
    told = (bool(_DAY.search(words)), bool(_ADDRESS.search(words)), bool(_CLOCK.search(words)))
    if _WROTE.fullmatch(words):
        return sum(told) >= (1 if quoted else 2)
    return quoted and told[2] and (told[0] or told[1]) and (told[1] or '"' in words)


def _quoted_after(lines: Sequence[_Line], marks: Sequence[bool], index: int) -> int:
    """Return where the quote ends that an attribution before line `index` opens: with its marks, else with the letter."""
    first = index
    while first < len(lines) and not lines[first].words:
        first += 1
    return _run(lines, marks, first) if first < len(lines) and marks[first] else len(lines)


def _forward_end(lines: Sequence[_Line], index: int) -> int:
    for end in range(index + 1, len(lines)):
        if _FORWARD_END.fullmatch(lines[end].words):
            return end + 1
    return len(lines)


def _lead_in(lines: Sequence[_Line], kinds: list[ZoneKind], kind: ZoneKind) -> None:
    """Give the lines that lead into a marked quote to it: an attribution, a rule, a forward's heading."""
    last = len(lines)
    while last and not lines[last - 1].words:
        last -= 1
    for first in range(max(last - 3, 0), last):
        words = " ".join(line.words for line in lines[first:last])
        heading = _FORWARD.fullmatch(words) or _ORIGINAL.fullmatch(words) or _RULE.fullmatch(words)
        if heading or _is_attribution(words):
            kinds[first:] = [kind] * (len(lines) - first)
            return


def _signatures(lines: Sequence[_Line], kinds: list[ZoneKind], sender: str, *, closes: bool) -> None:
    """Mark the signatures in the runs of own lines. A bare name counts in the last one alone."""
    runs = _runs(kinds)
    spoken = [number for number, (first, last) in enumerate(runs) if any(line.words for line in lines[first:last])]
    for number in spoken:
        first, last = runs[number]
        inside = [line.words for line in lines[first:last]]
        for start, end in signature(inside, sender, bare=closes and number == spoken[-1]):
            kinds[first + start : first + end] = ["signature"] * (end - start)


def _runs(kinds: Sequence[ZoneKind]) -> list[tuple[int, int]]:
    edges = [0, *(i for i, (one, next_) in enumerate(pairwise(kinds), 1) if one != next_), len(kinds)]
    return [(first, last) for first, last in pairwise(edges) if first < last and kinds[first] == "own"]


def _joined(text: str, found: Sequence[Zone]) -> tuple[Zone, ...]:
    """Join neighbours of one kind; what is only white space joins what stands before it."""
    joined: list[Zone] = []
    for zone in found:
        blank = not text[zone.start : zone.end].strip()
        if joined and (blank or joined[-1].kind == zone.kind):
            joined[-1] = Zone(joined[-1].kind, joined[-1].start, zone.end)
        elif joined and len(joined) == 1 and not text[: joined[0].end].strip():
            joined[0] = Zone(zone.kind, 0, zone.end)
        else:
            joined.append(zone)
    return tuple(joined)
