"""The engine: learn from what was promised and what came of it, forecast what is promised now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from leopold.errors import LatenessError
from leopold.forecast.lateness.banking import Keys
from leopold.forecast.lateness.calibrating import mixed
from leopold.forecast.lateness.challenging import challenged, raised
from leopold.forecast.lateness.claims import LEAST, Expectation, expectation, telling
from leopold.forecast.lateness.facts import Asked
from leopold.forecast.lateness.folding import Fold, Stretch, folded
from leopold.forecast.lateness.grids import later, moved, quantiles
from leopold.forecast.lateness.items import Floats, Integers, Item, Measure, table
from leopold.forecast.lateness.judging import judged

_CHUNK = 400


@dataclass(frozen=True, slots=True)
class Forecasts:
    """Distributions of some items' outcomes, in the order asked: `masses` (n, K) over the points of `grid` (K,).

    An outcome is actual − promised in days, or ln(actual / promised). `width` (n,) is the probability that the central
    interval must span so that it holds four outcomes of five. `known` (n,) counts the settled items of the
    counterparty.
    """

    identities: tuple[str, ...]
    grid: Floats
    masses: Floats
    width: Floats
    known: Integers

    def __len__(self) -> int:
        return len(self.identities)

    @property
    def late(self) -> Floats:
        """The probability that each outcome is above zero: late, or more than promised."""
        return np.asarray(np.minimum(self.masses[:, self.grid > 0].sum(axis=1), 1.0))

    @property
    def low(self) -> Floats:
        """The lower end of each 80 % interval."""
        return quantiles(self.masses, self.grid, (1 - self.width) / 2)

    @property
    def high(self) -> Floats:
        """The upper end of each 80 % interval."""
        return quantiles(self.masses, self.grid, (1 + self.width) / 2)

    def quantile(self, share: float) -> Floats:
        """Return the point that each outcome stays below with this probability; .5 gives the median."""
        return quantiles(self.masses, self.grid, np.array(share))


class Lateness:
    """Forecasts of lateness, for payments and promises alike.

        >>> from datetime import date
        >>> past = [Item.dated(str(n), "Ann", date(2026, 1, 1), date(2026, 1, 9), date(2026, 1, 12)) for n in range(9)]
        >>> engine = Lateness().fit(past, date(2026, 2, 1))
        >>> engine.predict([Item.dated("x", "Ann", date(2026, 2, 1), date(2026, 2, 9))], date(2026, 2, 1)).quantile(0.5)
        array([3.])

    Learnt: `columns_`, the items as columns; `forecasts_`, by stretch, what was forecast of each of them on the day it
    was made; `settled_` and `open_`, how many; `self_reported_`, the share of outcomes equal to the promise;
    `telling_`, whether identities tell anything; `share_`, the challenger's share of today's forecasts; `coverage_`,
    the share of intervals that held.
    """

    def __init__(self, measure: Measure = "days", *, elapsing: bool = True, by_kind: bool = False) -> None:
        """Take the measure; whether time counts against open items (not so for hours of work); whether kinds are a
        level."""
        self.measure: Measure = measure
        self.elapsing = elapsing
        self.by_kind = by_kind

    def fit(self, items: Iterable[Item], as_of: date) -> Lateness:
        """Learn from what was made and settled before the day `as_of`; later facts are not looked at.

        Raises LatenessError for an item that cannot be.
        """
        self._items = {item.identity: item for item in _once(items)}
        columns = table((_as_known(item, as_of) for item in self._items.values() if item.made < as_of), self.measure)
        self.as_of_, self.columns_ = as_of, columns
        self._place = {name: number for number, name in enumerate(columns.names)}
        self._kinds = {name: number for number, name in enumerate(columns.kinds)}
        found = zip(columns.counterparty.tolist(), columns.kind.tolist(), columns.both.tolist(), strict=True)
        self._pairs = {(firm, kind): both for firm, kind, both in found}
        self._fold = Fold(columns, self.measure, self.elapsing, self.by_kind)
        stretches, facts, self._known = folded(self._fold, as_of.toordinal())
        self._stretch = stretches[-1]
        above, self._models = challenged(self._fold, stretches, facts)
        del facts
        self._keep(stretches, above)
        ended = np.isfinite(columns.settled)
        self.settled_, self.open_ = int(ended.sum()), int((~ended).sum())
        self.self_reported_ = float((columns.outcome[ended] == 0).mean()) if self.settled_ else 0.0
        self.telling_ = telling(self._fold.gains, columns.counterparty, columns.made)
        return self

    def update(self, items: Iterable[Item], as_of: date) -> Lateness:
        """Learn further items, or newer states of known ones, up to a later day; the same as `fit` on all of them.

        Everything is folded again, so that what was learnt never depends on how often it was asked.
        """
        newer = {item.identity: item for item in _once(items)}
        return self.fit((self._items | newer).values(), as_of)

    def predict(self, items: Sequence[Item], as_of: date | None = None) -> Forecasts:
        """Return the forecasts of items on the day fitted for; those made earlier are still open, however long by now.

        Raises LatenessError for another day than the fitted one, or an item made after it.
        """
        if as_of not in (None, self.as_of_):
            raise LatenessError("other_day", known=f"{self.as_of_}", asked=f"{as_of}")
        for item in items:
            if item.made > self.as_of_:
                raise LatenessError("item_later", item=item.identity, made=f"{item.made}", known=f"{self.as_of_}")
        grid = self._stretch.fine
        if not items:
            return Forecasts((), grid, np.zeros((0, len(grid))), np.zeros(0), np.zeros(0, dtype=np.int64))
        asked = self._asked(items)
        masses = np.concatenate([self._told(asked.part(at, at + _CHUNK)) for at in range(0, len(items), _CHUNK)])
        now = self._fold.bounds(asked.made, asked.promised, self.as_of_.toordinal())
        known = self._fold.firms.n[asked.keys.firm].astype(np.int64)
        width = np.full(len(items), self._judged.width)
        return Forecasts(tuple(item.identity for item in items), grid, later(masses, grid, now), width, known)

    def expectation(self, counterparty: str) -> Expectation:
        """Return what to make of a counterparty's next promise, or why nothing is said."""
        return self.expectations([counterparty])[0]

    def expectations(self, counterparties: Sequence[str]) -> list[Expectation]:
        """Return what to make of the next promise of each counterparty: the same as `expectation` of each."""
        if not counterparties:
            return []
        fold, nobody = self._fold, len(self._place)
        numbers = np.array([self._place.get(name, nobody) for name in counterparties], dtype=np.int64)
        ended = np.flatnonzero(np.isfinite(fold.table.outcome))
        ended = ended[np.argsort(fold.table.counterparty[ended], kind="stable")]
        firms = fold.table.counterparty[ended]
        starts, stops = (np.searchsorted(firms, numbers, side=side) for side in ("left", "right"))
        enough = stops - starts >= LEAST
        said = np.where(enough & self.telling_, numbers, nobody)
        # Of all who get everybody's distribution it is worked out once.
        asked, back = np.unique(said, return_inverse=True)
        ends = np.concatenate([self._ends(asked[at : at + _CHUNK]) for at in range(0, len(asked), _CHUNK)])
        return [
            expectation(name, fold.table.outcome[ended[start:stop]], (low, high), self.measure, self.telling_)
            for name, start, stop, (low, high) in zip(
                counterparties, starts.tolist(), stops.tolist(), ends[back].tolist(), strict=True
            )
        ]

    def _ends(self, firms: Integers) -> Floats:
        """Return between what (n, 2) four of five next outcomes of counterparties are expected."""
        fold, many = self._fold, len(firms)
        keys = Keys(firms, np.full(many, len(fold.table.kinds)), np.full(many, len(self._pairs)))
        unknown = np.zeros((many, fold.table.features.shape[1]))
        asked = Asked(keys, np.zeros(many, dtype=np.int64), np.full(many, np.inf), unknown, False)
        masses = fold.tell(asked, self.as_of_.toordinal()).masses
        return np.column_stack([quantiles(masses, self._stretch.grid, np.array(share)) for share in (0.1, 0.9)])

    def _keep(self, stretches: Sequence[Stretch], above: Sequence[list[Floats]]) -> None:
        """Judge every forecast in the order of its settling, and keep what was said on the day it was made."""
        said, widths, self._judged = judged(self._fold, stretches, above, self.as_of_.toordinal())
        self.share_ = float(1 - self._judged.days[0])
        self.coverage_ = self._judged.held / self._judged.judged if self._judged.judged else np.nan
        self.forecasts_ = tuple(
            Forecasts(
                self._fold.table.identities[one.first : one.last],
                one.fine,
                each,
                widths[one.first : one.last],
                self._known[one.first : one.last],
            )
            for one, each in zip(stretches, said, strict=True)
        )

    def _asked(self, items: Sequence[Item]) -> Asked:
        """Return items as a question; a name never seen gets the group of whom nothing is known."""
        columns = table([replace(item, identity=str(at)) for at, item in enumerate(items)], self.measure)
        wide = self._fold.table.features.shape[1]
        if len(self._fold.table) and columns.features.shape[1] != wide:
            raise LatenessError("items_features", count=columns.features.shape[1], others=wide)
        # The columns come in canonical order; a forecast is wanted in the order asked.
        back = np.argsort(np.array([int(at) for at in columns.identities], dtype=np.int64))
        firm = [self._place.get(item.counterparty, len(self._place)) for item in items]
        kind = [self._kinds.get(item.kind, len(self._kinds)) for item in items]
        both = [self._pairs.get(pair, len(self._pairs)) for pair in zip(firm, kind, strict=True)]
        keys = Keys(*(np.array(each, dtype=np.int64) for each in (firm, kind, both)))
        return Asked(keys, columns.made[back], columns.promised[back], columns.features[back], self.elapsing)

    def _told(self, asked: Asked) -> Floats:
        """Return the distributions of items as on the day they were made, from all that is known now."""
        told = self._fold.tell(asked, self.as_of_.toordinal())
        wanted = self._judged.days + self._judged.sides
        voices = [moved(told.masses, self._stretch.grid, self._stretch.fine)]
        for model, share in zip(self._models, wanted[1:].tolist(), strict=True):
            above = raised(self._fold, model if share else None, self._stretch, told.facts, told.masses, asked.promised)
            voices.append(above)
        return mixed(voices, self._stretch.fine, self._judged.days, self._judged.sides)


def _once(items: Iterable[Item]) -> list[Item]:
    """Return items as a list. Raises LatenessError for an identity that stands twice."""
    found = list(items)
    seen = set[str]()
    for item in found:
        if item.identity in seen:
            raise LatenessError("item_twice", item=item.identity)
        seen.add(item.identity)
    return found


def _as_known(item: Item, day: date) -> Item:
    """Return an item as it was known when a day began."""
    return item if item.settled is None or item.settled < day else replace(item, settled=None, actual=None)
