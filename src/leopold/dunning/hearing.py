"""What a counterparty's letters say that stops reminders, with the sentence that says it.

Only letters since the oldest open invoice was issued count. A sentence that says a thing again adds nothing; what the
same side takes back later no longer holds: a promise to pay, or a claim to have paid, ends a dispute.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from leopold.commitments.phrases import dues
from leopold.dunning.dealings import Dealings
from leopold.ledger.numbers import Numbers
from leopold.ledger.replies import Reply, replies
from leopold.model import Evidence, Letter

HeardKind = Literal["disputed", "insolvency", "stop_writing", "claimed_paid", "promise_ahead", "unanswered"]

_KINDS: Final[dict[Reply, HeardKind]] = {
    "dispute": "disputed",
    "refusal": "disputed",
    "insolvency": "insolvency",
    "stop_writing": "stop_writing",
    "claimed_paid": "claimed_paid",
    "promise": "promise_ahead",
    "forgot": "promise_ahead",
    "plan": "unanswered",
    "hardship": "unanswered",
    "document": "unanswered",
    "wrong_person": "unanswered",
}
_ENDS: Final[dict[HeardKind, frozenset[Reply]]] = {
    "disputed": frozenset(("promise", "claimed_paid", "forgot")),
    "claimed_paid": frozenset(("promise", "forgot", "plan", "hardship")),
    "promise_ahead": frozenset(("plan", "hardship")),
}
SIGNAL: Final = 0.5
"""How sure the signal of a dispute must be in a letter about paying."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Something that stops reminders: said when, about which invoices (all where none is named), due when."""

    kind: HeardKind
    at: date
    evidence: Evidence
    numbers: frozenset[str]
    due: date | None = None


def heard(dealings: Dealings) -> tuple[Heard, ...]:
    """Return what letters say that stops reminders and was not taken back: of each kind and invoice the latest."""
    invoices = [each for each, left in dealings.left.items() if left > 0]
    if not invoices:
        return ()
    since = min(each.issued for each in invoices)
    numbers = Numbers([each.number for each in dealings.left])
    names = [each.number for each in dealings.left]
    letters = sorted(
        (each for each in dealings.letters if each.message.at and since <= each.message.at.date() <= dealings.day),
        key=lambda each: (each.message.at, each.message.id),
    )
    found: dict[tuple[HeardKind, frozenset[str]], Heard] = {}
    for letter in letters:
        if letter.side == "ours":
            # A letter of ours is the answer, whatever it says: a person has been at it.
            found = {key: one for key, one in found.items() if one.kind != "unanswered"}
            continue
        about = frozenset(names[index] for group in numbers.named(_text(letter)) for index in group)
        for reply, one in _said(letter, about):
            for key in [key for key, other in found.items() if reply in _ENDS.get(other.kind, ())]:
                if not about or not key[1] or about & key[1]:
                    del found[key]
            if one is not None:
                found[one.kind, one.numbers] = one
    return tuple(found.values())


def _text(letter: Letter) -> str:
    own = (letter.message.text[zone.start : zone.end] for zone in letter.own)
    return "\n".join((letter.message.subject, *own))


def _said(letter: Letter, about: frozenset[str]) -> Iterator[tuple[Reply, Heard | None]]:
    assert letter.message.at is not None  # noqa: S101 - the undated were left out
    at = letter.message.at.date()
    said = list(replies(letter))
    for each in said:
        kind = _KINDS.get(each.reply)
        if kind is None:
            continue
        due = None
        if kind == "promise_ahead":
            written = letter.message.day or at
            due = max((one.date for _, one in dues(each.evidence.quote, written, letter.language)), default=None)
            if due is None:
                yield each.reply, None
                continue
        yield each.reply, Heard(kind, at, each.evidence, about, due)
    if not any(each.reply in ("dispute", "refusal") for each in said):
        yield from _signalled(letter, at, about, paying=[each.reply for each in said])


def _signalled(
    letter: Letter, at: date, about: frozenset[str], paying: Sequence[Reply]
) -> Iterator[tuple[Reply, Heard | None]]:
    """Yield a dispute that no phrase tells and a signal does, in a letter about paying or an invoice."""
    if set(paying) & _ENDS["disputed"] or not (paying or about):
        return
    # Who writes why they cannot pay is heard to refuse, and does not.
    kinds = ("dispute",) if set(paying) & {"plan", "hardship"} else ("dispute", "payment_refusal")
    for signal in letter.signals:
        if signal.kind in kinds and signal.probability >= SIGNAL:
            yield "dispute", Heard("disputed", at, signal.evidence, about)
            return
