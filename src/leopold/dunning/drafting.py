"""Drafts of reminders: a letter for a step, in the counterparty's language, that a person reads, edits and sends.

One letter for all invoices of a counterparty, with a total by currency and never over currencies. It takes what it
says from its arguments alone, so the same draft comes out for the same state of things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from types import ModuleType
from typing import Final

from leopold import words_dunning
from leopold.commitments.calendars import Calendar, calendar_for
from leopold.dunning.drafts import english, russian
from leopold.dunning.interest import Interest, rounded
from leopold.dunning.plans import PlanProposal
from leopold.dunning.steps import LETTERS, StepName, Tone
from leopold.errors import DunningError
from leopold.languages import Language
from leopold.ledger.why import Why
from leopold.model import Invoice

WORDS: Final[Mapping[Language, ModuleType]] = {"en": english, "ru": russian}
DAYS_TO_PAY: Final = 7
"""How far ahead of a letter the day is that it names."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter that nobody has sent yet."""

    language: Language
    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Hand:
    """Who writes to whom: names as they stand in a letter, "" where nobody knows."""

    to: str = ""
    by: str = ""


def draft(
    step: StepName,
    left: Mapping[Invoice, Decimal],
    day: date,
    language: Language,
    why: Why = "unknown",
    tone: Tone = "neutral",
    hand: Hand | None = None,
    plan: PlanProposal | None = None,
    interest: Sequence[Interest] = (),
    calendar: Calendar | None = None,
) -> Draft:
    """Return the draft of a step about what is `left` of invoices, written on `day`.

    `plan` is offered where the step offers one. `interest` is named only if given, as information. `calendar` is that
    of the other side, by language where None. Raises DunningError for no invoice, and for a step that is no letter.
    """
    if step not in LETTERS:
        raise DunningError("draft_step", step=step)
    if not left:
        raise DunningError("draft_nothing")
    wording, hand = WORDS[language], hand or Hand()
    by = _working(day + timedelta(DAYS_TO_PAY), calendar or calendar_for(language))
    numbers = _numbers(left, wording)
    offered = plan if step == "offer_plan" else None
    named, unnamed = wording.GREETINGS[tone]
    paragraphs = [
        named.format(name=hand.to) if hand.to else unnamed,
        _of(wording.OPENINGS, step, why) + "\n\n" + _table(left, wording, language),
        _of(wording.REQUESTS, step, "plan" if offered else why).format(by=words_dunning.day(by, language)),
    ]
    if offered:
        paragraphs[-1] += "\n\n" + "\n".join(_parts(offered, wording, language))
        paragraphs.append(wording.PLAN_ASK)
    paragraphs += _interest(interest, day, wording, language)
    paragraphs.append(f"{wording.CLOSINGS[tone]}\n{hand.by}".rstrip())
    return Draft(language, wording.SUBJECTS[step].format(numbers=numbers), "\n\n".join(paragraphs) + "\n")


def _of(table: Mapping[tuple[str, str], str], step: str, why: str) -> str:
    return table.get((step, why)) or table[step, ""]


def _working(day: date, calendar: Calendar) -> date:
    return day if calendar.works(day) else calendar.after(day, 1)


def _sorted(left: Mapping[Invoice, Decimal]) -> list[tuple[Invoice, Decimal]]:
    return sorted(left.items(), key=lambda pair: (pair[0].currency, pair[0].due, pair[0].issued, pair[0].number))


def _numbers(left: Mapping[Invoice, Decimal], wording: ModuleType) -> str:
    numbers = [invoice.number for invoice, _ in _sorted(left)]
    text: str = wording.NUMBERS[len(numbers) > 1].format(numbers=", ".join(numbers))
    return text


def _table(left: Mapping[Invoice, Decimal], wording: ModuleType, language: Language) -> str:
    lines = []
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for invoice, open_ in _sorted(left):
        sums[invoice.currency] += open_
        line = wording.LINE if open_ == invoice.amount else wording.PART_LINE
        lines.append(
            line.format(
                number=invoice.number,
                issued=words_dunning.day(invoice.issued, language),
                due=words_dunning.day(invoice.due, language),
                left=words_dunning.money(open_, invoice.currency, language),
                amount=words_dunning.money(invoice.amount, invoice.currency, language),
            )
        )
    if len(left) > 1:
        amounts = [words_dunning.money(total, currency, language) for currency, total in sums.items()]
        lines.append(wording.TOTAL.format(sums=wording.AND.join(amounts)))
    return "\n".join(lines)


def _parts(plan: PlanProposal, wording: ModuleType, language: Language) -> list[str]:
    return [
        wording.PLAN_LINE.format(
            due=words_dunning.day(part.due, language), amount=words_dunning.money(part.amount, plan.currency, language)
        )
        for part in plan.parts
    ]


def _interest(by_law: Sequence[Interest], day: date, wording: ModuleType, language: Language) -> list[str]:
    """Return a sentence for each law, about all invoices that it gives interest on."""
    found = []
    for law in dict.fromkeys(each.law for each in by_law if each.lines):
        ones = [each for each in by_law if each.law == law]
        currency, fixed = ones[0].currency, sum((each.fixed for each in ones), Decimal(0))
        amount = rounded(sum((each.exact for each in ones), Fraction(0)))
        added = wording.FIXED.format(fixed=words_dunning.money(fixed, currency, language)) if fixed else ""
        text: str = wording.INTEREST.format(
            law=words_dunning.LAWS[language][law],
            amount=words_dunning.money(amount, currency, language),
            day=words_dunning.day(day, language),
            fixed=added,
        )
        found.append(text)
    return found
