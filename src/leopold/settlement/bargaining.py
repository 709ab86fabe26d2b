"""Fair points: Nash, leximin and Kalai–Smorodinsky among given utilities.

Gains are counted from an origin. Nash (1950) maximises their product, leximin the smallest gain, then the second
smallest and so on, Kalai and Smorodinsky (1975) the smallest share of each party's best acceptable gain, and so on.
"""

from __future__ import annotations

import numpy as np

from leopold.settlement.frontier import TIE, Rows
from leopold.settlement.problem import Numbers


def acceptable(utilities: Numbers, vetoes: Numbers) -> Rows:
    """Return the numbers of the rows in which every party is at or above its veto line."""
    return np.flatnonzero((utilities >= vetoes - TIE).all(axis=1))


def nash(utilities: Numbers, origin: Numbers) -> int:
    """Return the row with the largest product of gains; of equal ones that whose smallest gain is larger."""
    gains = np.clip(utilities - origin, 0, None)
    products = gains.prod(axis=1)
    best = np.flatnonzero(products >= products.max() * (1 - TIE))
    return int(best[leximin_row(gains[best])])


def leximin(utilities: Numbers, origin: Numbers) -> int:
    """Return the row whose sorted gains are largest, smallest gain first."""
    return leximin_row(utilities - origin)


def kalai_smorodinsky(utilities: Numbers, origin: Numbers, ideal: Numbers | None = None) -> int:
    """Return the row with the leximin of gain shares; a party that cannot gain counts as served in full.

    `ideal` is each party's best acceptable utility: by default the best of these rows.
    """
    return leximin_row(shares(utilities, origin, utilities.max(axis=0) if ideal is None else ideal))


def shares(utilities: Numbers, origin: Numbers, ideal: Numbers) -> Numbers:
    """Return each gain as a share of the party's best; 1 where that is nothing."""
    best = ideal - origin
    possible = best > TIE
    return np.where(possible, (utilities - origin) / np.where(possible, best, 1), 1.0)


def leximin_row(gains: Numbers) -> int:
    """Return the row with the largest sorted values, smallest first, the first of those equal within 1e-9."""
    ordered = np.sort(gains, axis=1)
    rows = np.arange(len(ordered))
    for column in range(ordered.shape[1]):
        values = ordered[rows, column]
        rows = rows[values >= values.max() - TIE]
    return int(rows[0])
