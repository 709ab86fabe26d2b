"""Own words, quotes, forwards and signatures of a letter, as stretches of its text.

Conventions. An attribution line, a border or a header block belongs to the quote or forward it opens. Marked lines (>)
are a quote up to the next line that is not; what stands unmarked between them is the writer's own. A header block, a
border, or a full attribution without marked lines after it opens a quote that runs to the end of the letter; it is a
forward when its border says so, or when the letter's subject does. Inside a quote or a forward all is of that kind.
Blank lines belong to the stretch before them, those at the beginning to the one after. Marks from the letter's own HTML
hold over the text's; the rules run on what those leave.

Source of the method: our own, from reading letters; the markers are in `markers`. Time grows with the length of the
text alone: every line is looked at a bounded number of times, and long lines are no openings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate

from leopold.correspondence.markers import ANSWER_PREFIXES, FORWARD_PREFIXES
from leopold.correspondence.quote_lines import (
    LONGEST,
    MARKED,
    attribution,
    border,
    label,
    may_quote,
    opens_by_date,
    says_wrote,
)
from leopold.correspondence.signatures import signature
from leopold.model import Message, Zone, ZoneKind

_PREFIX = re.compile(
    rf"\s*(?:\[[^\]]{{0,40}}\]\s*)?(?:({'|'.join(FORWARD_PREFIXES)})|{'|'.join(ANSWER_PREFIXES)})\s?(?:\[\d+\]|\(\d+\))?:",
    re.IGNORECASE,
)
_LINE_OF_DASHES = re.compile(r"[-_=*]{5,}\Z")
_DATED = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}:\d\d")
_PROMPT = re.compile(r">>> ")
_ENDS_A_SENTENCE = re.compile(r"[.?!:;,)»\"]\s*\Z")
_WRAPPED_AT = 60
_ADDRESSES = re.compile(r"[@/,;<]")
_ADDRESS_LINES = 100
"""Lines of wrapped addresses after a label of a header block, at most."""
_PERSON = re.compile(r"[A-ZА-ЯЁ][\w'’.-]{0,20}(?: [A-ZА-ЯЁ][\w'’.-]{0,20}){1,3}\Z")
_BARRED = re.compile(r"[|}%#:+\]]|--\]")
_BARS = "|}%#:+]-"
_LETTER = re.compile(r"\w")


def zones(message: Message) -> tuple[Zone, ...]:
    """Return the zones of a letter: its text covered without gap or overlap, neighbours of different kinds.

    The subject says whether a header block is forwarded or answered, the sender's name which last line is a signature.
    """
    prefix = _PREFIX.match(message.subject)
    forwards = bool(prefix and prefix.group(1))
    answers = bool(prefix or message.in_reply_to or message.references)
    sender = message.sender.name or message.sender.email.partition("@")[0]
    return _split(message.text, message.marked, sender, forwards, answers)


def split(text: str, marked: tuple[Zone, ...] = ()) -> tuple[Zone, ...]:
    """Return the zones of a text whose subject and sender are not known; empty text gives ()."""
    return _split(text, marked, "", False, True)


def _split(text: str, marked: tuple[Zone, ...], sender: str, forwards: bool, answers: bool) -> tuple[Zone, ...]:
    if not text:
        return ()
    if not marked and not may_quote(text):
        parts: list[tuple[ZoneKind, int, int]] = [("own", 0, len(text))]
    else:
        reading = _Reading(text, marked, forwards, answers)
        reading.run()
        parts = reading.parts()
    return _merged(text, _with_signatures(text, parts, sender))


class _Reading:
    """One pass over the lines of a letter. `kinds` holds what each line is, None for blank lines.

    A stretch that the letter's HTML marks is one line here.
    """

    def __init__(self, text: str, marked: tuple[Zone, ...], forwards: bool, answers: bool) -> None:
        self.text = text
        self.passed_on: ZoneKind = "forward" if forwards else "quote"
        self.answers = answers
        self.starts: list[int] = []
        self.lines: list[str] = []
        self.marks: dict[int, ZoneKind] = {}
        end = 0
        for zone in sorted(marked, key=lambda zone: zone.start):
            if end <= zone.start < zone.end <= len(text):
                self._add_lines(end, zone.start)
                self.marks[len(self.lines)] = zone.kind
                self.starts.append(zone.start)
                self.lines.append(text[zone.start : zone.end].strip())
                end = zone.end
        self._add_lines(end, len(text))
        self.kinds: list[ZoneKind | None] = [None] * len(self.lines)
        self.labels_read_to = 0
        self.angled = sum(line[:1] == ">" for line in self.lines)
        self.at = 0

    def _add_lines(self, start: int, end: int) -> None:
        if start < end:
            lines = self.text[start:end].split("\n")
            self.starts += accumulate([len(line) + 1 for line in lines[:-1]], initial=start)
            self.lines += map(str.strip, lines)

    def run(self) -> None:
        """Decide the kind of every line."""
        count = len(self.lines)
        while self.at < count:
            index = self.at
            line = self.lines[index]
            self.at += 1
            if not line:
                continue
            if index in self.marks:
                self._marked(index)
            elif line[0] == ">" or (">" in line[1:7] and self._is_marked(index)):
                self._quoted_lines(index)
            else:
                self.kinds[index] = "own"
                self._opening(index, line)

    def parts(self) -> list[tuple[ZoneKind, int, int]]:
        """Return the stretches in order; blank lines go with the one before them."""
        found: list[tuple[ZoneKind, int]] = []
        for index, kind in enumerate(self.kinds):
            if kind is not None and (not found or found[-1][0] != kind):
                found.append((kind, self.starts[index] if found else 0))
        if not found:
            return [("own", 0, len(self.text))]
        ends = [start for _, start in found[1:]] + [len(self.text)]
        return [(kind, start, end) for (kind, start), end in zip(found, ends, strict=True)]

    # -- marked by HTML ------------------------------------------------------------------------------------------

    def _marked(self, index: int) -> None:
        kind = self.marks[index]
        if kind == "quote":
            first, _, rest = self.lines[index].partition("\n")
            if border(first.strip() or "x") == "forward":
                kind = "forward"
            elif label(first) and label(rest.strip()[:80] or "x"):
                kind = self.passed_on
        self.kinds[index] = kind
        if kind in ("quote", "forward"):
            self._claim_attribution(index, kind)

    # -- marked by > ---------------------------------------------------------------------------------------------

    def _is_marked(self, index: int) -> bool:
        return index not in self.marks and bool(MARKED.match(self.lines[index]))

    def _quoted_lines(self, index: int) -> None:
        end, count = self._run_of_marked(index)
        kind: ZoneKind = "forward" if border(self.lines[index].lstrip("> ") or "x") == "forward" else "quote"
        self.at = end
        claimed = self._claim_attribution(index, kind)
        if not claimed and kind == "quote" and not self._believable(index, end, count):
            kind = "own"
        for place in range(index, end):
            if self.lines[place]:
                self.kinds[place] = kind

    def _run_of_marked(self, index: int) -> tuple[int, int]:
        """Return the line after the marked ones from `index`, wrapped rests of theirs included, and their number."""
        lines, end, count, place = self.lines, index + 1, 1, index + 1
        while place < len(lines):
            line = lines[place]
            if line and (line[0] == ">" or ">" in line[:6]) and self._is_marked(place):
                count += 1
                end = place + 1
            elif line and not (end == place and self._is_wrapped_rest(place)):
                break
            place += 1
        return end, count

    def _is_wrapped_rest(self, place: int) -> bool:
        """Whether a line without > is the rest of the marked one before it, which some program wrapped."""
        line, before = self.lines[place], self.lines[place - 1]
        if len(before) < _WRAPPED_AT or len(line) > 40 or not line[0].islower() or _ENDS_A_SENTENCE.search(before):
            return False
        return place + 1 < len(self.lines) and self.lines[place + 1][:1] == ">"

    def _believable(self, index: int, end: int, count: int) -> bool:
        """Whether marked lines without an attribution are a quote, not a prompt, an arrow or a sign in prose."""
        if _PROMPT.match(self.lines[index]) and all(map(_PROMPT.match, filter(None, self.lines[index:end]))):
            return False
        if not any(map(_LETTER.search, self.lines[index:end])):
            return False
        if count > 1 or self.angled > 1:
            return True
        if not self.answers or (self.lines[index][0] != ">"):
            return False
        before = self.lines[index - 1] if index else ""
        after = self.lines[end] if end < len(self.lines) else ""
        return not (before and after)

    def _claim_attribution(self, index: int, kind: ZoneKind) -> bool:
        """Give the attribution line over a quote to it; whether there is one."""
        place = index - 1
        while place >= 0 and place >= index - 3 and not self.lines[place]:
            place -= 1
        if place < 0 or not self.lines[place] or place in self.marks:
            return False
        if self.kinds[place] in ("quote", "forward"):
            return True
        if self.lines[place][-1] not in ":*->":
            return False
        first = self._attribution_start(place, fully=False)
        if first is None and says_wrote(self.lines[place]):
            first = place
        if first is None:
            return False
        self._set(first, place + 1, kind)
        return True

    # -- openings without > ----------------------------------------------------------------------------------------

    def _opening(self, index: int, line: str) -> None:
        if len(line) > 400:
            return
        kind = border(line)
        if kind in ("original", "forward"):
            self._open_to_end(index, index + 1, "forward" if kind == "forward" else self.passed_on)
        elif index >= self.labels_read_to and label(line):
            self._header_block(index)
        elif line[-1] in ":*-" and (first := self._attribution_start(index, fully=True)) is not None:
            self._set(first, index + 1, "quote")
            following = self._next(index + 1)
            if following is None or following in self.marks or self._is_marked(following):
                return
            if not self._barred(following):
                self._to_end(index + 1, "quote")
        elif line[-1] == ":" and self._may_be_barred(index + 1) and says_wrote(line):
            following = self._next(index + 1)
            if following is not None and following <= index + 2 and self._barred(following):
                self._set(index, index + 1, "quote")

    def _may_be_barred(self, index: int) -> bool:
        return any(line[:1] in _BARS for line in self.lines[index : index + 2] if line)

    def _barred(self, index: int) -> bool:
        """Quote the lines from `index` that begin with a bar or the like, when an attribution stands over them."""
        sign = _BARRED.match(self.lines[index])
        if not sign or index in self.marks:
            return False
        end = index
        while end < len(self.lines) and self.lines[end].startswith(sign.group()) and end not in self.marks:
            end += 1
        self._set(index, end, "quote")
        self.at = end
        return True

    def _attribution_start(self, index: int, fully: bool) -> int | None:
        """Return where the attribution that ends with line `index` begins, up to two lines before, or None."""
        joined = ""
        for place in range(index, max(-1, index - 3), -1):
            line = self.lines[place]
            if not line or place in self.marks or self.kinds[place] in ("quote", "forward") or len(line) > LONGEST:
                return None
            if joined and line[-1] == ":":
                return None
            joined = f"{line} {joined}" if joined else line
            found = attribution(joined)
            if found == "full" or (found and not fully):
                return self._wrapped_start(place, joined)
        return None

    def _wrapped_start(self, place: int, joined: str) -> int:
        """Return the line, of two before an attribution that opens by a name, where its date stands, or `place`."""
        if opens_by_date(joined):
            return place
        for start in range(place - 1, max(-1, place - 3), -1):
            before = self.lines[start]
            if not before or before[-1] in ".!?:" or start in self.marks or len(before) > LONGEST:
                break
            joined = f"{before} {joined}"
            if opens_by_date(before) and attribution(joined) == "full":
                return start
        return place

    def _header_block(self, index: int) -> None:
        """Open a quote at the header block from `index`, if there is one."""
        end, labels = self._labels(index)
        self.labels_read_to = end
        if len(labels) < 3 or not ({"subject", "date"} & labels) or not ({"from_", "to"} & labels):
            return
        start = index
        if "from_" not in labels or label(self.lines[index]) != "from_":
            start = self._name_over(index)
        self._open_to_end(start, end, self.passed_on)

    def _labels(self, index: int) -> tuple[int, set[str]]:
        """Return where the labelled lines from `index` end, and which labels they bear."""
        end, found, others = index, set[str](), 0
        for place in range(index, len(self.lines)):
            line = self.lines[place]
            if place in self.marks or line[:1] == ">":
                break
            name = label(line)
            if name:
                if name in found and name != "copy":
                    break
                found.add(name)
                end, others = place + 1, 0
                continue
            others += 1
            if others > (_ADDRESS_LINES if found & {"to", "copy"} and _ADDRESSES.search(line) else 1):
                break
        return end, found

    def _name_over(self, index: int) -> int:
        """Return where the name and date over a block that begins with To: stand, or `index`."""
        least = max(-1, index - 5)
        place = index - 1
        while place > least and place not in self.marks and not _DATED.search(self.lines[place]):
            place -= 1
        if place <= least or place in self.marks or len(self.lines[place]) > 120:
            return index
        least = max(0, place - 3)
        while place > least and place - 1 not in self.marks and 0 < len(self.lines[place - 1]) <= 60:
            place -= 1
        if place == least + 3 and not self.lines[place - 1] and _PERSON.match(self.lines[place - 2]):
            return place - 2
        return place

    def _open_to_end(self, start: int, body: int, kind: ZoneKind) -> None:
        """Open a quote or forward whose border or block stands at `start` and whose words begin at `body`."""
        place = start - 1
        while place >= 0 and place >= start - 3 and not self.lines[place]:
            place -= 1
        if place >= 0 and self.kinds[place] == "own" and _LINE_OF_DASHES.match(self.lines[place]):
            start = place
        following = self._next(body)
        if following is not None and label(self.lines[following]) and following not in self.marks:
            body, _ = self._labels(following)
            following = self._next(body)
        if following is not None and self._is_marked(following):
            self._set(start, body, kind)
            self.at = body
        else:
            self._set(start, start + 1, kind)
            self._to_end(start + 1, kind)

    def _to_end(self, start: int, kind: ZoneKind) -> None:
        """Give the rest to a quote or forward, as far as the line that says it ends."""
        end = len(self.lines)
        if kind == "forward":
            for place in range(start, end):
                line = self.lines[place]
                if line[:1] in "-_*=" and line and border(line) == "end":
                    end = place + 1
                    break
        self._set(start, end, kind)
        self.at = end

    def _next(self, index: int) -> int | None:
        for place in range(index, len(self.lines)):
            if self.lines[place]:
                return place
        return None

    def _set(self, start: int, end: int, kind: ZoneKind) -> None:
        for place in range(start, end):
            if self.lines[place]:
                self.kinds[place] = kind


def _with_signatures(
    text: str, parts: list[tuple[ZoneKind, int, int]], sender: str
) -> Iterable[tuple[ZoneKind, int, int]]:
    """Cut the signatures off the own stretches, from the last to the first.

    A bare name counts only in the last stretch that has other words: between quotes it may be an answer.
    """
    found: list[tuple[ZoneKind, int, int]] = []
    last = True
    for kind, start, end in reversed(parts):
        if kind != "own":
            found.append((kind, start, end))
            continue
        begins, ends = signature(text, start, end, sender, last, whole=len(parts) > 1)
        if ends < end:
            found.append(("own", ends, end))
        if begins < ends:
            found.append(("signature", begins, ends))
        if start < begins:
            found.append(("own", start, begins))
            last = last and not text[start:begins].strip()
    return reversed(found)


def _merged(text: str, parts: Iterable[tuple[ZoneKind, int, int]]) -> tuple[Zone, ...]:
    result: list[Zone] = []
    for kind, start, end in parts:
        if result and (result[-1].kind == kind or text[start:end].isspace()):
            result[-1] = Zone(result[-1].kind, result[-1].start, end)
        elif start < end:
            result.append(Zone(kind, start, end))
    if len(result) > 1 and text[: result[0].end].isspace():
        result[:2] = [Zone(result[1].kind, 0, result[1].end)]
    return tuple(result)
