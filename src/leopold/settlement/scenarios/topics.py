"""An issue of a scenario file: options in words, or a range in steps; and how a file names options of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from leopold.errors import SettlementError
from leopold.settlement.model import Issue
from leopold.settlement.scenarios.domains import issue
from leopold.settlement.scenarios.files import OPTIONS, Part, shown

RANGE = ("from", "to", "step", "unit", "currency")
_CURRENCY = re.compile(r"[A-Z]{3}")
_AMOUNT = re.compile(r"-?\d{1,12}(?:\.\d{1,6})?", re.ASCII)
SHOWN = 8


@dataclass(frozen=True, slots=True)
class Topic:
    """An issue, and the number of each option where it is a range."""

    issue: Issue
    numbers: tuple[Decimal, ...] = ()

    def options(self, part: Part) -> list[int]:
        """Return the options that a value names, ascending: one, a list, or `from` and `to` of a range.

        Raises SettlementError.
        """
        if isinstance(part.value, list):
            found = {option for item in part.items() for option in self.options(item)}
        elif isinstance(part.value, dict):
            found = self._stretch(part)
        else:
            found = {self.option(part, part.value)}
        if not found:
            raise SettlementError("no_option_named", place=part.place)
        return sorted(found)

    def option(self, part: Part, named: object) -> int:
        """Return the option that a text or a number names. Raises SettlementError."""
        text = str(named).strip()
        if not isinstance(named, bool):
            if text in self.issue.options:
                return self.issue.options.index(text)
            if self.numbers and _AMOUNT.fullmatch(text) and Decimal(text) in self.numbers:
                return self.numbers.index(Decimal(text))
        known = ", ".join(map(shown, self.issue.options[:SHOWN])) + (", …" if len(self.issue.options) > SHOWN else "")
        raise SettlementError("no_such_option", place=part.place, option=shown(text), known=known)

    def _stretch(self, part: Part) -> set[int]:
        if not self.numbers:
            raise SettlementError("stretch_of_words", place=part.place)
        part.only(("from", "to"))
        least, most = part.get("from"), part.get("to")
        low = least.number() if least else self.numbers[0]
        high = most.number() if most else self.numbers[-1]
        return {option for option, number in enumerate(self.numbers) if low <= number <= high}


def topic(part: Part) -> Topic:
    """Return the issue that a table describes. Raises SettlementError."""
    name = part["name"].text()
    part = Part(("issues", name), part.value)
    if part.has("options"):
        part.only(("name", "options"))
        return Topic(issue(name, [option.text() for option in part["options"].items()]))
    if not (part.has("from") or part.has("to")):
        raise SettlementError("issue_of_no_kind", issue=name)
    part.only(("name", *RANGE))
    numbers = _numbers(part, name)
    return Topic(issue(name, _named(part, numbers)), numbers)


def _numbers(part: Part, name: str) -> tuple[Decimal, ...]:
    low, high = part["from"].number(), part["to"].number()
    given = part.get("step")
    step = given.number() if given else Decimal(1)
    for each in (low, high, step):
        if _decimals(each) > 6:
            raise SettlementError("range_too_fine", issue=name)
    if step <= 0 or low > high or (high - low) % step:
        raise SettlementError("range_does_not_fit", issue=name, low=str(low), high=str(high), step=str(step))
    count = int((high - low) / step) + 1
    if count > OPTIONS:
        raise SettlementError("too_many_options", issue=name, most=OPTIONS)
    return tuple(low + step * number for number in range(count))


def _named(part: Part, numbers: tuple[Decimal, ...]) -> list[str]:
    unit, currency = part.get("unit"), part.get("currency")
    if unit and currency:
        raise SettlementError("unit_and_currency", place=part.place)
    if currency and not _CURRENCY.fullmatch(currency.text()):
        raise SettlementError("currency_unknown", place=currency.place, currency=currency.text())
    after = (unit or currency).text() if unit or currency else ""  # type: ignore[union-attr]
    places = max(_decimals(number) for number in numbers)
    places = max(places, 2) if places and currency else places
    return [f"{number:.{places}f} {after}".strip() for number in numbers]


def _decimals(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
