"""What was promised and what came of it, as columns in one canonical order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite, log
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from leopold.errors import LatenessError

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Measure = Literal["days", "ratio"]


@dataclass(frozen=True, slots=True)
class Item:
    """One promise to pay, to deliver or to work: `made` is the day of its forecast.

    `promised` and `actual` are days after `made` (they may be negative: a bill can be due before it is posted), or
    for the measure "ratio" any positive amounts in one unit (days, hours, money). `settled` is the day on which the
    outcome became known, None while it is open. `features` are numbers known on the day `made`, as many for each item,
    NaN where unknown.
    """

    identity: str
    counterparty: str
    made: date
    promised: float
    kind: str = ""
    settled: date | None = None
    actual: float | None = None
    features: tuple[float, ...] = ()

    @classmethod
    def dated(
        cls,
        identity: str,
        counterparty: str,
        made: date,
        due: date,
        settled: date | None = None,
        kind: str = "",
        features: tuple[float, ...] = (),
    ) -> Item:
        """Return an item promised for the day `due`, and settled by the day `settled`."""
        actual = None if settled is None else float((settled - made).days)
        return cls(identity, counterparty, made, float((due - made).days), kind, settled, actual, features)


@dataclass(frozen=True, slots=True)
class Table:
    """Items as columns, ordered by the day made and the identity, whatever order they came in.

    Days are ordinals; `settled` and `outcome` are NaN while open; `outcome` is actual − promised, or the
    logarithm of actual / promised.
    `counterparty`, `kind` and `both` number the groups that an item belongs to, by the names in `names`.
    """

    identities: tuple[str, ...]
    made: Integers
    promised: Floats
    settled: Floats
    outcome: Floats
    counterparty: Integers
    kind: Integers
    both: Integers
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    features: Floats

    def __len__(self) -> int:
        return len(self.identities)


def table(items: Iterable[Item], measure: Measure) -> Table:
    """Return items as columns. Raises LatenessError for one that cannot be, or an identity that stands twice."""
    rows = sorted(items, key=lambda item: (item.made, item.identity))
    wide = len(rows[0].features) if rows else 0
    seen = set[str]()
    for item in rows:
        _check(item, measure, wide)
        if item.identity in seen:
            raise LatenessError("item_twice", item=item.identity)
        seen.add(item.identity)
    names, counterparty = _numbered([item.counterparty for item in rows])
    kinds, kind = _numbered([item.kind for item in rows])
    _, both = np.unique(counterparty * max(1, len(kinds)) + kind, return_inverse=True)
    return Table(
        tuple(item.identity for item in rows),
        np.array([item.made.toordinal() for item in rows], dtype=np.int64),
        np.array([item.promised for item in rows], dtype=np.float64),
        np.array([np.nan if item.settled is None else item.settled.toordinal() for item in rows], dtype=np.float64),
        np.array([_outcome(item, measure) for item in rows], dtype=np.float64),
        counterparty,
        kind,
        both.astype(np.int64),
        names,
        kinds,
        np.array([item.features for item in rows], dtype=np.float64).reshape(len(rows), wide),
    )


def by_day(made: Integers, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield every day on which something was made, with its first row and the one after its last; then `end`."""
    days, starts = np.unique(made, return_index=True)
    stops = np.append(starts, len(made))[1:]
    yield from zip(days.tolist(), starts.tolist(), stops.tolist(), strict=True)
    yield end, len(made), len(made)


def _check(item: Item, measure: Measure, wide: int) -> None:
    """Raise LatenessError for what no forecast can use."""
    name = item.identity
    if len(item.features) != wide:
        raise LatenessError("item_features", item=name, count=len(item.features), others=wide)
    if (item.settled is None) != (item.actual is None):
        raise LatenessError("item_half_settled", item=name)
    for field, value in (("promised", item.promised), ("actual", item.actual)):
        if value is not None and not isfinite(value):
            raise LatenessError("item_number", item=name, field=field, value=f"{value}")
        if value is not None and measure == "ratio" and value <= 0:
            raise LatenessError("item_ratio", item=name, field=field, value=f"{value}")
    if item.settled is not None and item.settled < item.made:
        raise LatenessError("item_early", item=name)


def _outcome(item: Item, measure: Measure) -> float:
    if item.actual is None:
        return np.nan
    return item.actual - item.promised if measure == "days" else log(item.actual / item.promised)


def _numbered(names: Sequence[str]) -> tuple[tuple[str, ...], Integers]:
    """Return the distinct names in order, and the number of each one's name."""
    distinct = sorted(set(names))
    place = {name: number for number, name in enumerate(distinct)}
    return tuple(distinct), np.array([place[name] for name in names], dtype=np.int64)
