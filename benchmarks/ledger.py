"""Matching of payments on made-up ledgers, and the time and memory that large ledgers take.

    python3 run.py benchmark ledger [SIZE]    # SIZE for speed, 100000 by default

Data: `benchmarks.ledgers`, seeds 100 to 105, one numbering scheme a seed; rules were chosen on seeds 0 to 5. A
booked payment is right when its invoices and their amounts are exactly the true ones. Control: a payment is booked
for the invoice whose number, as it is written, stands in its purpose, and else for the only invoice of its sum.
Speed: a CSV of so many invoices and a statement for 1C of as many payments, read, matched and forecast by
`leopold ledger` in a process of its own; wall time, CPU time, and the most memory it held; and the same without the
forecast.
"""

from __future__ import annotations

import csv
import json
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.ledgers import Ledger, made
from leopold.ledger.matching import Match, match
from leopold.model import Payment

SEEDS: Final = range(100, 106)
SIZE: Final = 4000
ACCOUNT: Final = "40702978900000000017"
# Linux tells a process's own peak there; `getrusage` would begin with that of the process which started it.
PROGRAM: Final = """
import sys
from leopold.cli import main
status = main(sys.argv[1:])
print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")))
sys.exit(status)
"""


def right(found: Match, truth: frozenset[tuple[str, Decimal]]) -> bool:
    """Whether a match says exactly what the payment is for."""
    return frozenset((share.invoice.number, share.amount) for share in found.shares) == truth


def scores(ledger: Ledger) -> tuple[Counter[str], Counter[str], Counter[str], Counter[str], Counter[str]]:
    """Return by kind: payments, booked, booked right, offered, offered right."""
    found = match(ledger.invoices, ledger.payments)
    truth = {payment.reference: true for payment, true in zip(ledger.payments, ledger.truth, strict=True)}
    kind = {payment.reference: each for payment, each in zip(ledger.payments, ledger.kinds, strict=True)}
    counts = tuple(Counter[str]() for _ in range(5))
    counts[0].update(ledger.kinds)
    for place, matches in ((1, found.booked), (3, found.offered)):
        for each in matches:
            own = each.payment.reference
            counts[place][kind[own]] += 1
            counts[place + 1][kind[own]] += right(each, truth[own])
    return counts  # type: ignore[return-value]


def control(ledger: Ledger) -> tuple[int, int]:
    """Return how many payments the plain rule books, and how many of them rightly."""
    by_number = {invoice.number.lower(): invoice for invoice in ledger.invoices}
    by_sum: dict[Decimal, list[str]] = {}
    for invoice in ledger.invoices:
        by_sum.setdefault(invoice.amount, []).append(invoice.number)
    booked = correct = 0
    for payment, truth in zip(ledger.payments, ledger.truth, strict=True):
        words = [word.strip(",.") for word in payment.purpose.lower().split()]
        named = [by_number[word].number for word in words if word in by_number] or by_sum.get(payment.amount, [])
        if len(named) == 1:
            booked += 1
            correct += frozenset(((named[0], payment.amount),)) == truth
    return booked, correct


def precision(seeds: Iterable[int] = SEEDS, size: int = SIZE) -> str:
    """Return a table of how right the matches are."""
    totals = [Counter[str]() for _ in range(5)]
    plain = [0, 0]
    for seed in seeds:
        ledger = made(seed, size)
        for total, part in zip(totals, scores(ledger), strict=True):
            total.update(part)
        plain = [a + b for a, b in zip(plain, control(ledger), strict=True)]
    lines = ["| what the payment is | payments | booked | right | offered | right |", "|---|---|---|---|---|---|"]
    for kind in (*totals[0], ""):
        of = [sum(total.values()) if not kind else total[kind] for total in totals]
        shares = [f"{of[1] / of[0]:.1%}", _share(of[2], of[1]), f"{of[3] / of[0]:.1%}", _share(of[4], of[3])]
        lines.append(f"| {kind or 'all'} | {of[0]} | " + " | ".join(shares) + " |")
    all_ = sum(totals[0].values())
    lines.append(f"| control | {all_} | {plain[0] / all_:.1%} | {_share(plain[1], plain[0])} | | |")
    return "\n".join(lines)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2%}" if whole else "-"


def write(folder: Path, ledger: Ledger) -> list[Path]:
    """Write a ledger as files: invoices as CSV, payments as a statement for 1C."""
    with (folder / "invoices.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter=";")
        table.writerow(["Номер", "Контрагент", "Дата", "Срок", "Сумма", "Валюта", "ИНН"])
        for each in ledger.invoices:
            parts = (each.number, each.counterparty, each.issued, each.due)
            table.writerow([*parts, each.amount, each.currency, each.tax_id])
    (folder / "statement.txt").write_bytes(statement(ledger.payments).encode("cp1251", "replace"))
    return [folder / "invoices.csv", folder / "statement.txt"]


def statement(payments: Sequence[Payment]) -> str:
    """Return payments as a statement for 1C, with balances."""
    total = sum((payment.amount for payment in payments), Decimal(0))
    lines = [
        *("1CClientBankExchange", "ВерсияФормата=1.03", "Кодировка=Windows", "СекцияРасчСчет", f"РасчСчет={ACCOUNT}"),
        *("НачальныйОстаток=0.00", f"КонечныйОстаток={total}", "КонецРасчСчет"),
    ]
    for each in payments:
        lines += [
            *("СекцияДокумент=Платежное поручение", f"Номер={each.reference}", f"Дата={each.at:%d.%m.%Y}"),
            *(f"Сумма={each.amount}", f"ПолучательСчет={ACCOUNT}", f"ПлательщикСчет={each.payer_account}"),
            *(f"Плательщик={each.counterparty}", f"ПлательщикИНН={each.tax_id}", f"ДатаПоступило={each.at:%d.%m.%Y}"),
            *(f"НазначениеПлатежа={each.purpose}", "КонецДокумента"),
        ]
    return "\r\n".join([*lines, "КонецФайла", ""])


def measure(paths: Sequence[Path], words: Sequence[str]) -> dict[str, float]:
    """Run `leopold ledger` over the files in a process of its own; return seconds, megabytes and what it read."""
    begun, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    with TemporaryDirectory() as folder:
        place = Path(folder) / "books.json"
        command = [sys.executable, "-c", PROGRAM, "ledger", *map(str, paths), "--json", str(place), *words]
        peak = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        wall, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
        found = json.loads(place.read_text(encoding="utf-8"))
    assert all(balance["reconciles"] for balance in found["balances"]), "the statement does not reconcile"
    return {
        "invoices": len(found["invoices"]),
        "payments": len(found["payments"]),
        "booked": sum(each["sure"] for each in found["matches"]),
        "forecast": sum(bool(each.get("forecast")) for each in found["invoices"]),
        "wall": wall,
        "cpu": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        "megabytes": int(peak.split()[1]) * 1024 / 1e6,
    }


def even(size: int) -> Ledger:
    """Return a ledger of `size` invoices and as many payments; one in nine of these is for invoices left out."""
    more = made(7, size * 8 // 7, clients=size // 40)
    kept = {each.number for each in more.invoices[:size]}
    # A payment for what was left out is money for nothing here: it comes last, to make up the number.
    order = sorted(range(len(more.payments)), key=lambda place: not all(name in kept for name, _ in more.truth[place]))
    paid = sorted(order[:size])
    return Ledger(
        more.invoices[:size],
        [more.payments[place] for place in paid],
        [more.truth[place] for place in paid],
        [more.kinds[place] for place in paid],
    )


def speed(size: int) -> str:
    """Return what a ledger of so many invoices and payments costs, and what of it the forecast does."""
    with TemporaryDirectory() as folder:
        paths = write(Path(folder), even(size))
        found, bare = (measure(paths, words) for words in ((), ("--no-forecast",)))
    return (
        f"{found['invoices']:.0f} invoices and {found['payments']:.0f} payments: read, matched ({found['booked']:.0f} "
        f"booked) and forecast ({found['forecast']:.0f} open) in {found['cpu']:.1f} s of CPU ({found['wall']:.0f} s by "
        f"the clock) and {found['megabytes']:.0f} MB at most; without the forecast {bare['cpu']:.1f} s and "
        f"{bare['megabytes']:.0f} MB"
    )


def main(words: Sequence[str]) -> None:
    """Print the tables."""
    print(precision())
    print()
    print(speed(int(words[0]) if words else 100_000))


if __name__ == "__main__":
    main(sys.argv[1:])
