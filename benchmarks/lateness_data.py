"""Public records of what was promised and what came of it, read for benchmarks.lateness.

Only what was known on the day of the forecast becomes a feature; each reader says what it leaves out, and why.
"""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from math import log2
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from leopold.forecast.lateness import Item
from leopold.forecast.lateness.items import Measure

_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_NULLS = ("", "NA", "NULL")


class Record(NamedTuple):
    """A set of items; those made from `cut` on are its test, and what is known of them ends with the day before
    `end`."""

    name: str
    items: tuple[Item, ...]
    cut: date
    end: date
    measure: Measure = "days"
    elapsing: bool = True
    by_kind: bool = False

    def before(self, share: float = 0.6) -> Record:
        """Return only what was made before its test began, the last part of it as a test of its own to choose by."""
        items = tuple(item for item in self.items if item.made < self.cut)
        days = sorted(item.made for item in items)
        return self._replace(items=items, cut=days[int(len(days) * share)])


def record(name: str, items: list[Item], cut: date, measure: Measure = "days", **rest: bool) -> Record:
    """Return a record that ends when everything in it is known."""
    last = max(max(item.made, item.settled or item.made) for item in items)
    return Record(name, tuple(items), cut, last + timedelta(days=1), measure, **rest)


def ibm(folder: Path) -> Record:
    """Return IBM's sample of receivables; the last 30 % of invoices are the test.

    Features: amount, country, whether bills were paperless that day, and which share of the customer's bills settled
    before that day had been disputed. Left out: the bill's own dispute and final form (known only at settlement).
    """
    items, disputes = [], dict[str, list[tuple[date, bool]]]()
    rows = list(_rows(folder / "receivables" / "ibm_accounts_receivable.csv"))
    for row in rows:
        paid = _day(row["SettledDate"], "%m/%d/%Y")
        disputes.setdefault(row["customerID"], []).append((paid, row["Disputed"] == "Yes"))
    for row in rows:
        made, due, paid, paperless = (
            _day(row[name], "%m/%d/%Y") for name in ("InvoiceDate", "DueDate", "SettledDate", "PaperlessDate")
        )
        before = [disputed for day, disputed in disputes[row["customerID"]] if day < made]
        disputed = sum(before) / len(before) if before else float("nan")
        features = (float(row["InvoiceAmount"]), float(paperless <= made), float(row["countryCode"]), disputed)
        items.append(Item.dated(row["invoiceNumber"], row["customerID"], made, due, paid, "", features))
    return record("IBM receivables", items, date(2013, 5, 6))


def payer(folder: Path) -> Record:
    """Return a payer's ledger of 2023, each bill forecast on the day it was posted; the last 30 % are the test.

    Features: days from receipt to posting, terms from receipt, who processes it. Left out: the payment block, which may
    have come later. The day of receipt lies before the posting, and is known then.
    """
    rows = list(_sheet(folder / "receivables" / "ap_ledger_2023.xlsx"))[1:]
    hands = sorted({row.get("D", "") for row in rows})
    items = []
    for number, row in enumerate(rows):
        received, posted, due = (_excel(row[column]) for column in "EFG")
        cleared = _excel(row["H"]) if row.get("H") else None
        features = (float((posted - received).days), float((due - received).days), float(hands.index(row.get("D", ""))))
        items.append(Item.dated(f"{number:05}", row.get("B", ""), posted, due, cleared, "", features))
    return record("payer's ledger 2023", items, _excel("45072"))


def sip(folder: Path) -> Record:
    """Return SiP's tasks, hours estimated and worked; the later half by the day of the estimate is the test.

    A counterparty is whom the task was assigned to, a kind the size of the estimate. Left out: tasks without a day of
    completion, without hours, or without an estimate.
    """
    days = {row["TaskNumber"]: row for row in _rows(folder / "promises" / "sip" / "est-act-dates.csv")}
    items, seen = [], set[str]()
    for row in _rows(folder / "promises" / "sip" / "Sip-task-info.csv"):
        number, estimate, actual = row["TaskNumber"], float(row["HoursEstimate"]), float(row["HoursActual"])
        if number in seen or estimate <= 0 or actual <= 0 or not days[number]["CompletedOn"].strip("NA "):
            continue
        seen.add(number)
        made, done = (_day(days[number][name], "%d-%b-%y") for name in ("EstimateOn", "CompletedOn"))
        kind, priority = str(round(log2(estimate))), float(row["Priority"] or "nan")
        items.append(Item(number, row["AssignedToID"], made, estimate, kind, max(made, done), actual, (priority,)))
    ordered = sorted(item.made for item in items)
    return record("SiP tasks", items, ordered[len(ordered) // 2], "ratio", elapsing=False, by_kind=True)


def renzo(folder: Path) -> Record:
    """Return one person's tasks in pomodoros; all from the day of the 2,001st on are the test. A kind is the
    estimate."""
    items = []
    for number, row in enumerate(_rows(folder / "promises" / "renzo" / "all-tasks.csv")):
        if row["estimate"] in _NULLS or row["actual"] in _NULLS:
            continue
        estimate, actual = float(row["estimate"]), float(row["actual"])
        if estimate > 0 and actual > 0:
            made = date.fromisoformat(row["date"])
            words = float(row["word_cnt"].count(",") + 1)
            items.append(Item(f"{number:05}", "Renzo", made, estimate, row["estimate"], made, actual, (words,)))
    return record("Renzo's tasks", items, items[2000].made, "ratio", elapsing=False, by_kind=True)


def little(folder: Path) -> Record:
    """Return weekly re-promises of release dates, 121 projects; the weeks of 2001 and 2002 are the test.

    Left out: weeks on or after the release (the date is then known), and the book's derived columns (they use it).
    """
    items = []
    for number, row in enumerate(_rows(folder / "promises" / "little06" / "Little06.csv")):
        week, promised, released, begun, first = (
            _day(row[name], "%m/%d/%y")
            for name in ("Week End Date", "Est EndDate", "Actual Release", "Start Date", "First Est")
        )
        if week < released:
            known = (float((week - begun).days), float((first - begun).days), float((promised - first).days))
            phases = (0.5 * ("CI".find(row[name] or "-") + 1) for name in ("Env", "Plan", "Dev", "Stab", "Mob"))
            features = (*known, *phases)
            items.append(Item.dated(f"{number:05}", row["Project Code"], week, promised, released, "", features))
    return record("Little06 re-promises", items, date(2001, 1, 1))


DUE = ("apache", "duraspace", "jira", "mulesoft")
_COUNTED = (
    "workload",
    "perofdelay",
    "repetition",
    "discussion",
    "reporterrep",
    "no_comment",
    "no_priority_change",
    "no_fixversion_change",
    "no_des_change",
    "RemainingDay",
    "ProgressTime",
)


ACTIVITY = ("repetition", "discussion", "no_comment", "no_priority_change", "no_fixversion_change", "no_des_change")
"""What a tracker counts of an issue's life, reopenings first: kept out of an ablation, since it may be of later."""


def issues(name: str, without: Sequence[str] = (), label: str = "") -> Callable[[Path], Record]:
    """Return the reader of a project's issues with due dates; the last 30 % by the day the date was set are the test.

    Features: days open and days left, what a tracker dates (comments, changes, reopenings, work in hand), the
    assignee's
    past delays and the reporter's standing as the authors counted them up to that day, type and priority. Left out:
    topics (learnt from all issues, later ones too); links, versions and blocks, of which a tracker keeps the last
    state.
    Who is assigned is not in the data. An issue that was not late counts as settled on its due date.
    """

    def read(folder: Path) -> Record:
        items = []
        rows = list(_rows(folder / "promises" / "emse2017_due" / f"{name}_due.csv"))
        named = [
            (column, sorted({row[column] for row in rows})) for column in ("type", "priority") if column not in without
        ]
        for number, row in enumerate(rows):
            opened = datetime.fromisoformat(row["openeddate"]).date()
            made = opened + timedelta(days=int(float(row["ProgressTime"])))
            due = made + timedelta(days=int(float(row["RemainingDay"])))
            settled = due + timedelta(days=int(float(row["delaydays"])))
            features = (
                *(float(row[column]) for column in _COUNTED if column not in without),
                *(float(known.index(row[column])) for column, known in named),
            )
            kind = "" if "type" in without else row["type"]
            items.append(Item.dated(f"{number:05}", name, made, due, settled, kind, features))
        ordered = sorted(item.made for item in items)
        return record(f"issues, {name}{label}", items, ordered[int(len(ordered) * 0.7)], by_kind=True)

    return read


READERS: dict[str, Callable[[Path], Record]] = {
    "ibm": ibm,
    "payer": payer,
    "sip": sip,
    "renzo": renzo,
    "little": little,
    **{name: issues(name) for name in DUE},
}
ABLATIONS: dict[str, dict[str, Callable[[Path], Record]]] = {
    "without reopenings": {name: issues(name, ACTIVITY[:1], " without reopenings") for name in DUE},
    "without activity, type and priority": {
        name: issues(name, (*ACTIVITY, "type", "priority"), " without activity") for name in DUE
    },
}
"""The issues once more, without what may be of later than the day the due date was set."""


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="latin-1", newline="") as file:
        yield from csv.DictReader(file)


def _day(text: str, form: str) -> date:
    return datetime.strptime(text, form).replace(tzinfo=UTC).date()


def _excel(text: str) -> date:
    if "." in text:
        return _day(text, "%d.%m.%Y")
    return date(1899, 12, 30) + timedelta(days=int(text))


def _sheet(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a workbook's first sheet as texts by the letter of their column."""
    with zipfile.ZipFile(path) as book:
        shared = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        texts = ["".join(part.text or "" for part in text.iter(f"{_SHEET}t")) for text in shared]
        for row in ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml")).iter(f"{_SHEET}row"):
            cells = {}
            for cell in row:
                value = cell.find(f"{_SHEET}v")
                if value is not None and value.text:
                    column = re.sub(r"\d", "", cell.get("r", ""))
                    cells[column] = texts[int(value.text)] if cell.get("t") == "s" else value.text
            yield cells
