"""Rates that laws on late payment refer to, as tables of the day from which each was in force.

Later rates are added at the end of a table, and its `until` moved on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final


@dataclass(frozen=True, slots=True)
class Rates:
    """Yearly rates in percent: `steps` from their first days on, oldest first, known up to the evening of `until`.

    `source` names who publishes them. After `until` the last rate goes on being used, and whoever uses it says so.
    """

    source: str
    steps: tuple[tuple[date, Decimal], ...]
    until: date

    def __post_init__(self) -> None:
        days = [day for day, _ in self.steps]
        if not days or days != sorted(set(days)) or self.until < days[-1]:
            raise ValueError(f"the rates of {self.source} are not in the order of their days")

    @property
    def since(self) -> date:
        """The first day of which the rate is known."""
        return self.steps[0][0]


def _table(lines: str) -> tuple[tuple[date, Decimal], ...]:
    return tuple(_step(line.split()) for line in lines.strip().splitlines())


def _step(pair: Iterable[str]) -> tuple[date, Decimal]:
    day, rate = pair
    return date.fromisoformat(day), Decimal(rate)


KEY_RATE: Final = Rates(
    "Bank of Russia, key rate: cbr.ru/hd_base/KeyRate",
    _table("""
        2016-08-01 10.50
        2016-09-19 10.00
        2017-03-27  9.75
        2017-05-02  9.25
        2017-06-19  9.00
        2017-09-18  8.50
        2017-10-30  8.25
        2017-12-18  7.75
        2018-02-12  7.50
        2018-03-26  7.25
        2018-09-17  7.50
        2018-12-17  7.75
        2019-06-17  7.50
        2019-07-29  7.25
        2019-09-09  7.00
        2019-10-28  6.50
        2019-12-16  6.25
        2020-02-10  6.00
        2020-04-27  5.50
        2020-06-22  4.50
        2020-07-27  4.25
        2021-03-22  4.50
        2021-04-26  5.00
        2021-06-15  5.50
        2021-07-26  6.50
        2021-09-13  6.75
        2021-10-25  7.50
        2021-12-20  8.50
        2022-02-14  9.50
        2022-02-28 20.00
        2022-04-11 17.00
        2022-05-04 14.00
        2022-05-27 11.00
        2022-06-14  9.50
        2022-07-25  8.00
        2022-09-19  7.50
        2023-07-24  8.50
        2023-08-15 12.00
        2023-09-18 13.00
        2023-10-30 15.00
        2023-12-18 16.00
        2024-07-29 18.00
        2024-09-16 19.00
        2024-10-28 21.00
        2025-06-09 20.00
        2025-07-28 18.00
        2025-09-15 17.00
        2025-10-27 16.50
        2025-12-22 16.00
        2026-02-16 15.50
        2026-03-23 15.00
        2026-04-27 14.50
        2026-06-22 14.25
        2026-07-27 14.00
    """),
    date(2026, 9, 13),
)
"""The key rate from 1 August 2016 on, since when article 395 of the Civil Code refers to it (law 315-FZ of 2016)."""

ECB_REFERENCE: Final = Rates(
    "European Central Bank, main refinancing operations on 1 January and 1 July",
    _table("""
        2013-01-01 0.75
        2013-07-01 0.50
        2014-01-01 0.25
        2014-07-01 0.15
        2015-01-01 0.05
        2016-07-01 0.00
        2023-01-01 2.50
        2023-07-01 4.00
        2024-01-01 4.50
        2024-07-01 4.25
        2025-01-01 3.15
        2025-07-01 2.15
        2026-07-01 2.40
    """),
    date(2026, 12, 31),
)
"""The reference rate of directive 2011/7/EU (article 2): that of 1 January holds for the first half year, that of
1 July for the second. Half years in which it did not change are not listed."""
