"""What one more letter costs: the fold of a relationship that already holds very many.

    python -m benchmarks.fold [LETTERS]

The letters are made here and not parsed: both sides in turn, forty a day, with signs, questions, new people and open
invoices, so that all that is kept is as full as it gets. CPU time of this process, for the letter with its health.
Control: the same for the letters at the beginning.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import islice
from statistics import median
from typing import Final

from leopold.model import Address, Evidence, Invoice, Letter, Message, Side, Signal, Zone
from leopold.relationships.events import Event, InvoiceIssued, LetterEvent, midnight
from leopold.relationships.fold import advance, run
from leopold.relationships.state import State

START: Final = datetime(2020, 1, 6, 9, tzinfo=UTC)
APART: Final = timedelta(minutes=36)
MEASURED: Final = 500
TEXTS: Final = (
    ("theirs", "Why is it late again? Could you send the list?", ("annoyance", "repeat_request")),
    ("ours", "Hi, sorry about that! Here is the list.", ("apology",)),
    ("theirs", "This is not what we agreed on, and I copy in our director.", ("dispute", "distrust")),
    ("ours", "We will have it ready by Friday.", ("overpromise",)),
)


def letters(number: int) -> Iterator[LetterEvent]:
    """Yield so many letters, each from and to somebody else than the one before."""
    patterns = [_pattern(side, text, kinds) for side, text, kinds in TEXTS]  # type: ignore[arg-type]
    for place in range(number):
        one, at = patterns[place % len(patterns)], START + place * APART
        message = replace(
            one.message,
            id=f"<{place}@theirs.example>",
            at=at,
            sender=Address("", f"p{place}@{one.side}.example"),
            subject=f"Matter {place // 9}",
        )
        signals = tuple(
            replace(signal, evidence=replace(signal.evidence, message_id=message.id)) for signal in one.signals
        )
        yield LetterEvent(at, replace(one, message=message, signals=signals))


def bills(number: int = 50) -> Iterator[Event]:
    """Yield invoices that are never paid."""
    for place in range(number):
        issued = date(2019, 12, 1) + timedelta(days=place)
        invoice = Invoice(str(place), "Theirs", issued, issued + timedelta(days=30), Decimal(100), "EUR")
        yield InvoiceIssued(midnight(issued), invoice)


def _pattern(side: Side, text: str, kinds: Sequence[str]) -> Letter:
    sender, to = Address("", f"a@{side}.example"), Address("", "b@example.com")
    message = Message("<0@theirs.example>", START, sender, (to,), (), "", text, "mail.mbox", 0)
    signals = tuple(Signal(kind, side, 0.5, Evidence.of(message, 0, len(text))) for kind in kinds)
    return Letter(message, side, "en", (Zone("own", 0, len(text)),), signals)


def costs(number: int, measured: int = MEASURED) -> tuple[list[float], list[float]]:
    """Return the CPU seconds of each of the first `measured` letters, and of each of those after `number` letters."""
    state, events = State(), letters(number + 2 * measured)
    for bill in bills():
        state = advance(state, bill)
    first = _measured(state, list(islice(events, measured)))
    for event in islice(events, number - measured):
        state = advance(state, event)
    return first, _measured(state, list(islice(events, measured)))


def _measured(state: State, events: Sequence[LetterEvent]) -> list[float]:
    found = []
    for event in events:
        started = time.process_time()
        for _ in run([event], event.at, state=state):
            pass
        found.append(time.process_time() - started)
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    number = int(words[0]) if words else 100_000
    print(f"{'one more letter, CPU ms':36} {'median':>8} {'longest':>8}")
    for name, found in zip(("control: among the first 500", f"after {number:,}"), costs(number), strict=True):
        print(f"{name:36} {1000 * median(found):8.3f} {1000 * max(found):8.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
