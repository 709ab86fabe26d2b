"""How long the lateness engine takes for a large ledger, and how much memory.

python3 run.py benchmark lateness_speed        # 100,000 invented items of 5,000 counterparties over 1,000 days
"""

from __future__ import annotations

import resource
import time
from datetime import date, timedelta

import numpy as np

from leopold.forecast.lateness import Item, Lateness

ITEMS, FIRMS, DAYS = 100_000, 5_000, 1_000
_START = date(2023, 1, 1)


def ledger(seed: int = 0) -> list[Item]:
    """Return invented items: a few firms have many, each is late in its own way, 3 % are never paid."""
    random = np.random.default_rng(seed)
    firms = (FIRMS * random.random(ITEMS) ** 2).astype(int)
    made, terms = random.integers(0, DAYS, ITEMS), random.integers(7, 60, ITEMS)
    late = np.round(random.normal(3, 6, FIRMS)[firms] + random.normal(0, 5, ITEMS)).astype(int)
    ended, unpaid = made + np.maximum(0, terms + late), random.random(ITEMS) < 0.03
    return [
        Item.dated(f"{number:06}", f"firm {firm}", _on(begun), _on(due), None if never else _on(end))
        for number, (firm, begun, due, end, never) in enumerate(
            zip(firms, made, made + terms, ended, unpaid, strict=True)
        )
    ]


def main() -> int:
    """Print seconds and megabytes."""
    items, today = ledger(), _on(DAYS + 1)
    begun = time.perf_counter()
    engine = Lateness().fit(items, today)
    fitted = time.perf_counter()
    waiting = [item for item in items if item.settled is None or item.settled >= today]
    engine.predict(waiting)
    print(f"fit on {len(items):,}: {fitted - begun:.1f} s")
    print(f"predict {len(waiting):,}: {time.perf_counter() - fitted:.1f} s")
    print(f"at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return 0


def _on(day: int) -> date:
    return _START + timedelta(days=int(day))


if __name__ == "__main__":
    raise SystemExit(main())
