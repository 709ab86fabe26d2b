"""Why an invoice is unpaid: forgotten, cannot, disputed, refused, or unknown, each with what proves it.

Evidence adds up: sentences of the other side's letters (by their class, and by the signals heard in them), and facts
of the ledger. It fades with time, and what one letter says counts once. A cause is named only from `NAMED` on and with
`APART` before the next; a claim to have paid, or thin evidence, leave it unknown. Of refusal and dispute together,
dispute is named: a reason to refuse is a matter to settle. The marks are by hand; no public labels exist.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal

from leopold.ledger.numbers import Numbers
from leopold.ledger.replies import Reply, Said, replies
from leopold.model import ENOUGH_OUTCOMES, Evidence, Fact, Invoice, Letter

Why = Literal["forgot", "cannot", "disputes", "refuses", "unknown"]
CAUSES: Final = ("forgot", "cannot", "disputes", "refuses")

NAMED: Final = 1.6
APART: Final = 0.6
HALF_LIFE_DAYS: Final = 60.0
QUOTES: Final = 3
IN_TIME: Final = 0.8
"""Who has paid so large a share in time pays in time, as far as `ENOUGH_OUTCOMES` invoices tell."""
SOON: Final = 21
"""Days overdue within which silence of one who pays in time is likely an oversight."""
MANY: Final = 3

_OF_REPLIES: Final[dict[Reply, tuple[Why, float]]] = {
    "insolvency": ("cannot", 3.0),
    "hardship": ("cannot", 2.4),
    "plan": ("cannot", 2.0),
    "forgot": ("forgot", 2.6),
    "dispute": ("disputes", 2.4),
    "refusal": ("refuses", 2.4),
    "stop_writing": ("refuses", 1.0),
}
_OF_SIGNALS: Final[dict[str, tuple[Why, float]]] = {
    "dispute": ("disputes", 2.2),
    "payment_refusal": ("refuses", 2.2),
    "payment_delay": ("cannot", 0.7),
    "unmet_expectation": ("disputes", 0.8),
    "accusation": ("disputes", 0.6),
}
_OF_PAYING: Final = frozenset(("dispute", "payment_refusal", "payment_delay"))


@dataclass(frozen=True, slots=True)
class WhyUnpaid:
    """Why one invoice is unpaid, as far as is known: `evidence` from letters, `facts` of the ledger, strongest first.

    `said` is all that the other side's letters say of paying since it was issued, in order, for reminders to heed.
    """

    why: Why
    evidence: tuple[Evidence, ...]
    facts: tuple[Fact, ...]
    said: tuple[Said, ...]


def why_unpaid(
    invoice: Invoice,
    letters: Sequence[Letter],
    invoices: Sequence[Invoice],
    day: date,
    left: Decimal | None = None,
) -> WhyUnpaid:
    """Return why `invoice` is unpaid on the evening of `day`.

    `letters` and `invoices` are all of the relationship; what came later than `day` is not looked at. `left` is what
    is open of the invoice, all of it where None.
    """
    return whys_unpaid({invoice: invoice.amount if left is None else left}, letters, invoices, day)[invoice]


def whys_unpaid(
    left: Mapping[Invoice, Decimal], letters: Sequence[Letter], invoices: Sequence[Invoice], day: date
) -> dict[Invoice, WhyUnpaid]:
    """Return why each of some invoices of one relationship is unpaid, as `why_unpaid` does; each letter is read once.

    `left` is what is open of each of them.
    """
    others = [each for each in invoices if each.issued <= day and each.amount > 0]
    if not left:
        return {}
    since = min(each.issued for each in left)
    read = _read(letters, [each.number for each in others], since, day)
    return {invoice: _why(invoice, read, others, day, open_) for invoice, open_ in left.items()}


def _why(invoice: Invoice, read: Sequence[_Read], others: Sequence[Invoice], day: date, left: Decimal) -> WhyUnpaid:
    heard = [each for each in read if each.at >= invoice.issued and (not each.named or invoice.number in each.named)]
    sums, quotes, said = _heard(heard, day)
    facts = _facts(invoice, others, day, left, silent=not said)
    for fact, why, mark in facts:
        sums[why] += mark
        quotes[why].append((mark, fact))
    named = _named(sums)
    if said and said[-1].reply == "claimed_paid" and named != "disputes":
        named = "unknown"
    proofs = sorted(quotes[named], key=lambda each: -each[0]) if named != "unknown" else []
    return WhyUnpaid(
        named,
        tuple(each for _, each in proofs if isinstance(each, Evidence))[:QUOTES],
        tuple(each for _, each in proofs if isinstance(each, Fact)),
        tuple(said),
    )


def _named(sums: dict[Why, float]) -> Why:
    if sums["refuses"] >= NAMED and sums["disputes"] >= APART:
        sums["disputes"] += sums["refuses"]
        sums["refuses"] = 0.0
    first, second = sorted(((sums[why], why) for why in CAUSES), reverse=True)[:2]
    return first[1] if first[0] >= NAMED and first[0] - second[0] >= APART else "unknown"  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class _Read:
    """A letter of theirs: when it came, which invoices it names by number, and what it says of paying.

    One that names invoices is about no other.
    """

    letter: Letter
    at: date
    named: frozenset[str]
    said: tuple[Said, ...]


def _read(letters: Sequence[Letter], numbers: Sequence[str], since: date, day: date) -> list[_Read]:
    """Read the letters of theirs from a day on to another, in the order of time."""
    known = Numbers(numbers)
    found = []
    for letter in sorted(letters, key=lambda each: str(each.message.at)):
        at = letter.message.at
        if letter.side == "theirs" and at and since <= at.date() <= day:
            own = (letter.message.text[zone.start : zone.end] for zone in letter.own)
            text = "\n".join((letter.message.subject, *own))
            named = frozenset(numbers[index] for group in known.named(text) for index in group)
            found.append(_Read(letter, at.date(), named, tuple(replies(letter))))
    return found


def _heard(
    letters: Sequence[_Read], day: date
) -> tuple[dict[Why, float], dict[Why, list[tuple[float, Evidence | Fact]]], list[Said]]:
    """What letters add to each cause, with their words, and all that they say of paying."""
    sums: dict[Why, float] = defaultdict(float)
    quotes: dict[Why, list[tuple[float, Evidence | Fact]]] = defaultdict(list)
    said: list[Said] = []
    marks: dict[Why, list[float]] = defaultdict(list)
    for read in letters:
        fresh = 0.5 ** ((day - read.at).days / HALF_LIFE_DAYS)
        here, letter = read.said, read.letter
        said.extend(here)
        best: dict[Why, tuple[float, Evidence]] = {}
        for why, mark, evidence in (*_by_reply(here), *_by_signal(letter, bool(here))):
            if mark * fresh > best.get(why, (0.0, None))[0]:
                best[why] = (mark * fresh, evidence)
        for why, (mark, evidence) in best.items():
            marks[why].append(mark)
            quotes[why].append((mark, evidence))
    for why, found in marks.items():
        # The second letter that says a thing says it less.
        sums[why] = sum(mark / 2**place for place, mark in enumerate(sorted(found, reverse=True)))
    return sums, quotes, said


def _by_reply(found: Sequence[Said]) -> list[tuple[Why, float, Evidence]]:
    return [(*_OF_REPLIES[each.reply], each.evidence) for each in found if each.reply in _OF_REPLIES]


def _by_signal(letter: Letter, about_paying: bool) -> list[tuple[Why, float, Evidence]]:
    """What signals add; those that are not of money count only in a letter that is about paying."""
    about = about_paying or any(signal.kind in _OF_PAYING and signal.probability >= 0.5 for signal in letter.signals)
    return [
        (_OF_SIGNALS[signal.kind][0], _OF_SIGNALS[signal.kind][1] * signal.probability, signal.evidence)
        for signal in letter.signals
        if signal.kind in _OF_SIGNALS and about
    ]


def _facts(
    invoice: Invoice, others: Sequence[Invoice], day: date, left: Decimal | None, *, silent: bool
) -> list[tuple[Fact, Why, float]]:
    """What the ledger adds."""
    found: list[tuple[Fact, Why, float]] = []
    if invoice.disputed:
        found.append((Fact("marked_disputed", {"number": invoice.number}), "disputes", 2.6))
    if left is not None and 0 < left < invoice.amount:
        values = {"number": invoice.number, "left": f"{left:f}", "amount": f"{invoice.amount:f}"}
        values["currency"] = invoice.currency
        found.append((Fact("part_paid", values), "cannot", 0.8))
    overdue = [each for each in others if each.due < day and not (each.paid and each.paid <= day)]
    if len(overdue) >= MANY:
        found.append((Fact("many_overdue", {"count": len(overdue)}), "cannot", 0.6))
    settled = [each for each in others if each.paid and each.paid <= day]
    in_time = sum(each.paid is not None and each.paid <= each.due for each in settled)
    late = (day - invoice.due).days
    usual = len(settled) >= ENOUGH_OUTCOMES and in_time >= IN_TIME * len(settled)
    if usual and silent and len(overdue) <= 1 and 0 < late <= SOON:
        values_: dict[str, str | int | float] = {"in_time": in_time, "count": len(settled), "days": late}
        found.append((Fact("pays_in_time", values_), "forgot", 1.8))
    return found
