"""How a table begins, and how its first rows would be read: what a person sees who says what its columns mean.

Everything is worked out of the first rows alone, so a preview of a long file costs no more than that of a short one;
what only the whole file tells (which of day and month stands first) may still come out otherwise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from leopold import tabular
from leopold.errors import LedgerError
from leopold.faults import Fault
from leopold.ledger.columns import (
    DEEPEST,
    NEEDED,
    SYNONYMS,
    TITLES,
    Columns,
    Header,
    Kind,
    find,
    is_words,
    named,
    places,
)
from leopold.ledger.days import day
from leopold.ledger.money import Unclear, amount
from leopold.ledger.rows import Body
from leopold.ledger.source import Source
from leopold.ledger.tables import Row, RowTable, conventions_of, table_of
from leopold.model import Invoice, Payment, Refusal

ROWS: Final = 60
"""Rows of a table that a preview knows."""
SHORTEST: Final = 4
"""Letters that a word of a heading has at least to say by itself what a longer heading means."""
_DAYS: Final = {"invoices": ("issued", "due"), "payments": ("at",)}


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a heading seems to stand, from row `first` to row `last`, and what it calls each column."""

    first: int
    last: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row below the heading: what it would be read as, or why it is refused; None is passed over, as totals are."""

    number: int
    cells: tuple[str, ...]
    read: Invoice | Payment | Fault | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The first rows of a table, numbers and cells, and whether a workbook holds them."""

    rows: tuple[Row, ...]
    workbook: bool

    @classmethod
    def of(cls, source: Source) -> Sheet:
        """Return the sheet of a file. Raises Broken for a workbook that cannot be read."""
        return cls(tuple(table_of(source).first(ROWS)), source.head.startswith(b"PK"))

    def plain(self, count: int = ROWS) -> dict[str, Any]:
        """Return its first `count` rows as JSON values, from which `from_plain` makes them again."""
        return {"rows": [[number, list(cells)] for number, cells in self.rows[:count]], "workbook": self.workbook}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Sheet:
        """Return the sheet of which `plain` was made."""
        return cls(tuple((number, list(cells)) for number, cells in plain["rows"]), bool(plain["workbook"]))

    def heading(self, last: int | None = None, depth: int = 1) -> Heading:
        """Return the heading that ends on row `last` and has `depth` rows, the likely one where `last` is None."""
        if not self.rows:
            return Heading(0, 0, ())
        end = next((index for index, (number, _) in enumerate(self.rows) if number == last), None)
        if end is None:
            end, depth = self._likely()
        start = max(end - max(min(depth, DEEPEST), 1) + 1, 0)
        rows = [cells for _, cells in self.rows[start : end + 1]]
        names = named(rows, max(map(len, rows)))
        return Heading(self.rows[start][0], self.rows[end][0], tuple(each[0] for each in names))

    def guess(self, heading: Heading, kind: Kind | None = None) -> Columns:
        """Return what the columns under a heading seem to mean, of the `kind` for which more is there."""
        names = [[name] for name in heading.names]
        start, end = (self._index(number) for number in (heading.first, heading.last))
        if start <= end:
            names = named([cells for _, cells in self.rows[start : end + 1]], len(heading.names))
        found = {each: self._meant(names, each, heading) for each in ((kind,) if kind else ("invoices", "payments"))}
        best = max(found, key=lambda each: (_satisfied(each, found[each]), len(found[each])))
        return Columns(best, {key: heading.names[place] for key, place in sorted(found[best].items())})

    def samples(self, heading: Heading, count: int = 3) -> list[list[str]]:
        """Return for each column the first `count` texts that stand below the heading."""
        below = [cells for number, cells in self.rows if number > heading.last]
        columns = ([row[place].strip() for row in below if place < len(row)] for place in range(len(heading.names)))
        return [[text for text in texts if text][:count] for texts in columns]

    def header(self, columns: Columns) -> Header:
        """Return the header that has the columns told. Raises LedgerError where there is none."""
        found = find(self.rows, columns)
        if found is None:
            raise LedgerError("ledger_told", path="", columns=", ".join(columns.columns.values()))
        return found

    def read(self, columns: Columns, count: int = 10) -> Iterator[ReadRow]:
        """Yield how the first `count` rows below the heading would be read. Raises LedgerError as `header` does."""
        header = self.header(columns)
        source = Source(Path(), b"PK" if self.workbook else b"")
        body = Body(source, header, conventions_of(RowTable(self.rows), header))
        for number, cells in [row for row in self.rows if row[0] > header.row][:count]:
            found = body.entries([(number, list(cells))])
            kept = next((each for each in found if isinstance(each, Invoice | Payment | Refusal)), None)
            yield ReadRow(number, tuple(cells), kept.fault if isinstance(kept, Refusal) else kept)

    def _index(self, number: int) -> int:
        return next((index for index, row in enumerate(self.rows) if row[0] == number), 0)

    def _likely(self) -> tuple[int, int]:
        """Where the heading seems to end, as an index, and how many rows it has."""
        known = find(self.rows)
        if known is not None:
            for depth in range(1, DEEPEST + 1):
                end = self._index(known.row)
                rows = [cells for _, cells in self.rows[max(end - depth + 1, 0) : end + 1]]
                if [each[0] for each in named(rows, max(map(len, rows)))] == list(known.names):
                    return end, depth
        filled = [sum(bool(cell.strip()) for cell in cells) for _, cells in self.rows]
        usual = max(Counter(filled).items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0))[0]
        body = (
            index
            for index, (_, cells) in enumerate(self.rows[:TITLES])
            if index and filled[index] > 1 and filled[index] * 2 >= usual and not is_words(cells)
        )
        end = max(next(body, 1) - 1, 0)
        start = end
        while start and end - start < DEEPEST - 1 and self._belongs(start - 1, filled):
            start -= 1
        return end, end - start + 1

    def _belongs(self, index: int, filled: Sequence[int]) -> bool:
        """Whether a row seems to be of the heading that goes on below it: words, in more than one column."""
        adjacent = self.rows[index][0] + 1 == self.rows[index + 1][0]
        return adjacent and filled[index] > 1 and is_words(self.rows[index][1])

    def _meant(self, names: Sequence[Sequence[str]], kind: Kind, heading: Heading) -> dict[str, int]:
        """Where each meaning stands: by a whole heading, by words within one, by what stands below it."""
        found = places(names, kind)
        texts = self.samples(heading, 8)
        wordy = [f" {tabular.plain(each[0])} " for each in names]
        for key, synonyms in SYNONYMS[kind].items():
            free = [place for place in range(len(names)) if place not in found.values()]
            if key not in found and key not in ("credit", "debit", "balance"):
                hits = (
                    place
                    for word in sorted(synonyms, key=len, reverse=True)
                    for place in free
                    if len(word) >= SHORTEST and f" {word} " in wordy[place]
                )
                with suppress(StopIteration):
                    found[key] = next(hits)
        for key in _DAYS[kind]:
            _fill(found, key, texts, lambda text: bool(day(text)))
        if "credit" not in found:
            _fill(found, "amount", texts, lambda text: "," in text or "." in text if amount(text) else False)
        return found


def missing(columns: Columns) -> list[tuple[str, ...]]:
    """Return of which groups of meanings one is still to be named."""
    return [group for group in NEEDED[columns.kind] if not set(group) & set(columns.columns)]


def _satisfied(kind: Kind, found: Mapping[str, int]) -> int:
    return sum(any(key in found for key in group) for group in NEEDED[kind]) - len(NEEDED[kind])


def _fill(found: dict[str, int], key: str, texts: Sequence[Sequence[str]], reads: Callable[[str], bool]) -> None:
    """Give a meaning that no heading names to the first free column whose texts read so, but for a few."""
    if key in found:
        return
    for place, column in enumerate(texts):
        if place not in found.values() and sum(_reads(text, reads) for text in column) * 3 > len(column) * 2 - 1:
            found[key] = place
            return


def _reads(text: str, reads: Callable[[str], bool]) -> bool:
    try:
        return reads(text)
    except Unclear:
        return False
