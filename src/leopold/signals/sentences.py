"""A letter's own words as sentences and words with their offsets, in linear time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from leopold.model import Zone

Role = Literal["greeting", "body", "closing"]


class Sentence(NamedTuple):
    """`text[start:end]`, without surrounding space, and its folded words. Only the body says what its writer means."""

    start: int
    end: int
    role: Role
    words: tuple[str, ...]


def words(text: str) -> frozenset[str]:
    """Return the set of the words of a text."""
    return frozenset(text.split())


_SAME_LENGTH = str.maketrans(
    {"ё": "е", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "„": '"', "\u00a0": " ", "‑": "-"}
)
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_LINE = re.compile(r"[^\n]*\n?")
_STOP = re.compile(r"[.!?…]+[)\"'»”]?(?=\s|$)|(?<=[^\W\d_]{3})[.!?](?=[A-ZА-ЯЁ][a-zа-яё])|;(?=\s)")
_ITEM = re.compile(r"\s{0,12}(?:[-*•–—+]|\(?\d{1,2}[.)]|[a-zа-я]\))\s")
_ABBREVIATIONS = words(
    """
    mr mrs ms dr prof st no nr vs etc inc ltd co corp approx appx est fig ref tel ext dept min max incl excl jan feb mar
    apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun e.g i.e eg ie cf al
    т.е т.к т.д т.п т.о т.ч и.о г гг руб коп тыс млн млрд ул стр пп ст им тел доб обл р-н кв см мин макс ред янв фев мар
    апр авг сен сент окт ноя нояб дек пн вт ср чт пт сб вс д п шт ед напр уваж
    """
)
_GREETING = re.compile(
    r"(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|morning|afternoon|evening|greetings|hallo|hola|"
    r"добр(?:ый|ого|ое|ой)|здравствуй|приветств|привет|уважаем|доброго|коллеги|всем (?:привет|добр)|"
    r"дорог(?:ой|ая|ие))"
)
_CLOSING = re.compile(
    r"(?:(?:kind|best|warm|many|with|kindest|warmest)?\s?(?:kind |best |warm )?regards|best(?: wishes)?|cheers|yours|"
    r"sincerely|all the best|"
    r"thanks|thank you|many thanks|thx|ta|br|rgds|sent from|get outlook|take care|"
    r"speak soon|have a (?:nice|good|great|lovely)|"
    r"с (?:наилучшими |глубоким |большим )?(?:уважением|пожеланиями|приветом)|с наилучшими|всего (?:доброго|хорошего)|"
    r"хорошего (?:дня|вечера)|хороших выходных|спасибо|заранее|благодарю|отправлено|до связи|удачи|"
    r"tel|phone|mob|mobile|www|http|тел|моб)(?![^\W_])"
)
_REASON = re.compile(r"[^\W_] (?:for|за|что|и|хоть) ")
_CONTACT = re.compile(r"@|\||https?:|www\.|\+?\d[\d ()-]{7,}")


def fold(text: str) -> str:
    """Return the text in lower case with ё as е and straight quotes; every offset stays where it was."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lower.translate(_SAME_LENGTH)


def word_list(folded: str) -> list[str]:
    """Return the words of a folded text, in order."""
    return _WORD.findall(folded)


def sentences(text: str, folded: str, zones: Iterable[Zone]) -> tuple[Sentence, ...]:
    """Return the sentences of the own zones, in order; greetings and closing lines are told apart from the body.

    `folded` is `fold(text)`.
    """
    return tuple(
        Sentence(start, end, role, tuple(_WORD.findall(folded, start, end)))
        for zone in zones
        if zone.kind == "own"
        for first, last, role in _blocks(text, folded, zone.start, zone.end)
        for start, end in _split(text, folded, first, last)
    )


def span_of(folded: str, sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Return where the words `[first, last)` of a sentence stand in the text."""
    spans = [match.span() for match in _WORD.finditer(folded, sentence.start, sentence.end)]
    return spans[first][0], spans[last - 1][1]


def _blocks(text: str, folded: str, start: int, end: int) -> Iterator[tuple[int, int, Role]]:
    """Yield stretches that hold whole sentences: paragraphs, list items, and lines that were broken on purpose."""
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text, start, end) if m.end() > m.start()]
    roles = _roles(folded, lines)
    first = 0
    for number in range(1, len(lines) + 1):
        if number == len(lines) or roles[number] != roles[first] or _breaks(text, lines[number - 1], lines[number]):
            yield lines[first][0], lines[number - 1][1], roles[first]
            first = number


def _breaks(text: str, above: tuple[int, int], below: tuple[int, int]) -> bool:
    """Whether the line break between two lines ends a sentence: an empty line, a list item, or a short line."""
    upper, lower = text[above[0] : above[1]].strip(), text[below[0] : below[1]].strip()
    if not upper or not lower or _ITEM.match(text, below[0], below[1]):
        return True
    return len(upper) < 58 and not lower[0].islower()


def _roles(folded: str, lines: Sequence[tuple[int, int]]) -> list[Role]:
    roles: list[Role] = ["body"] * len(lines)
    filled = [number for number, (start, end) in enumerate(lines) if folded[start:end].strip()]
    for number in reversed(filled[-8:]):
        line = folded[lines[number][0] : min(lines[number][1], lines[number][0] + 200)].strip()
        if not _closes(line):
            break
        roles[number] = "closing"
    if filled and roles[filled[0]] == "body":
        start, end = lines[filled[0]]
        if _greets(folded[start : min(end, start + 200)].strip()):
            roles[filled[0]] = "greeting"
    if filled and all(roles[number] == "closing" for number in filled):
        roles[filled[0]] = "body"
    return roles


def _closes(line: str) -> bool:
    """Whether a line near the end is a farewell, a name, a post, or a way to be reached."""
    if len(line) > 90 or line.endswith("?") or _ITEM.match(line):
        return False
    count = len(line.split())
    if _CLOSING.match(line.lstrip("-–— ")) and count <= 5 and not _REASON.search(line):
        return True
    if _CONTACT.search(line) and count <= 12 and not line.endswith((".", "!")):
        return True
    if count <= 4 and not line.endswith(("!", ":", ";", ".", "…")):
        return True
    return count <= 3 and len(line) <= 16 and line.endswith(".") and line.find(" ") <= 2


def _greets(line: str) -> bool:
    if len(line) > 70 or len(line.split()) > 8:
        return False
    if _GREETING.match(line):
        return not line.endswith("?")
    return line.endswith(",") and len(line.split()) <= 3


def _split(text: str, folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for stop in _STOP.finditer(text, start, end):
        if not _ends_sentence(text, folded, first, stop.start(), stop.end()):
            continue
        yield from _stripped(text, first, stop.end())
        first = stop.end()
    yield from _stripped(text, first, end)


def _ends_sentence(text: str, folded: str, first: int, stop: int, after: int) -> bool:
    """Whether a stop ends a sentence, rather than an abbreviation, an initial, or a list item's number."""
    if text[stop] != "." or after - stop > 1:
        return True
    begin = max(first, stop - 12)
    word = folded[begin:stop].split()[-1:] or [""]
    bare = word[0].lstrip("(\"'«")
    following = text[after : after + 2].strip()
    if bare in _ABBREVIATIONS or (len(bare) == 1 and bare.isalpha()):
        measured = bool(re.search(r"\d\s?\S{1,5}$", folded[begin:stop]))
        return measured and following.isupper()
    if "." in bare and following.islower():
        return False
    return not (bare.isdigit() and not folded[first : stop - len(bare)].strip())


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
