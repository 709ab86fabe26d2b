"""Distributions of outcomes by group, shrunk toward everybody's: every mixture of a bank at once.

Counts of outcomes and of items at risk give hazards (Kaplan and Meier, JASA 1958), so what is still open says that it
took at least so long. A group's hazards are those of its own items and of k imaginary ones distributed like the level
above: n / (n + k) of its own where nothing is open. Counts fade by half with each half-life.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from leopold.forecast.lateness.items import Floats, Integers

HALF_LIVES = (45.0, 180.0, 720.0, np.inf)
"""Days after which an item counts half."""
DOUBLINGS = 960.0
"""How often a weight doubles at most: so many weights may still be summed, and multiplied with what fades them."""
STRENGTHS = (0.5, 2.0, 8.0, 32.0, np.inf)
"""How many imaginary items of the level above stand beside a counterparty's own; infinite is everybody alone."""
KIND_STRENGTHS = (2.0, 8.0, 32.0, np.inf)
"""The same of a kind, and of a counterparty's items of a kind."""
RECENT = 16.0
"""The same of the recent past, beside the longer one."""


class Counts(NamedTuple):
    """Faded counts of some groups: `ended` (g, half-lives, K) by point, `open` the same by the first point that is
    still ahead of the item."""

    ended: Floats
    open: Floats


def hazards_to_masses(hazards: Floats) -> Floats:
    """Return masses (…, K) of hazards; what survives the last point falls on it."""
    left = np.cumprod(1 - hazards[..., :-1], axis=-1)
    masses = np.empty_like(hazards)
    masses[..., 0] = 1.0 if hazards.shape[-1] == 1 else hazards[..., 0]
    masses[..., 1:] = left
    masses[..., 1:-1] *= hazards[..., 1:-1]
    return masses


def at_risk(counts: Counts) -> Floats:
    """Return how many reached each point: what ended there or later, and what is open and known to have passed it."""
    ended = np.cumsum(counts.ended[..., ::-1], axis=-1)[..., ::-1]
    # An open item whose first point ahead is j was at risk at every point before j, and says nothing of j itself.
    passed = np.cumsum(counts.open[..., ::-1], axis=-1)[..., ::-1]
    return np.asarray(ended + np.concatenate([passed[..., 1:], np.zeros((*passed.shape[:-1], 1))], axis=-1))


def surviving(masses: Floats) -> Floats:
    """Return the share that reaches each point."""
    return np.asarray(np.cumsum(masses[..., ::-1], axis=-1)[..., ::-1])


def pooled(counts: Counts) -> Floats:
    """Return everybody's distribution (half-lives, K), from `counts` of the one group of all.

    The recent past is shrunk toward the longer one: the shorter a half-life, the fewer outcomes stand behind it.
    """
    ended, risk = counts.ended[0], at_risk(counts)[0]
    found = [hazards_to_masses(np.divide(ended[-1], risk[-1], out=np.zeros_like(ended[-1]), where=risk[-1] > 1e-12))]
    for recent, reached in zip(ended[-2::-1], risk[-2::-1], strict=True):
        prior = found[0]
        hazards = (recent + RECENT * prior) / np.maximum(reached + RECENT * surviving(prior), 1e-12)
        found.insert(0, hazards_to_masses(hazards))
    return np.stack(found)


def shrunk(counts: Counts, above: Floats, strengths: tuple[float, ...]) -> Floats:
    """Return distributions (g, …, strengths, K), each group shrunk toward `above` (g or 1, half-lives, …, K)."""
    extra = above.ndim - counts.ended.ndim
    ended = counts.ended.reshape(*counts.ended.shape[:2], *(1,) * (extra + 1), -1)
    risk = at_risk(counts).reshape(ended.shape)
    prior, reach = above[..., None, :], surviving(above)[..., None, :]
    finite = np.array([each for each in strengths if np.isfinite(each)])[:, None]
    masses = hazards_to_masses((ended + finite * prior) / np.maximum(risk + finite * reach, 1e-12))
    if len(finite) == len(strengths):
        return masses
    whole = np.broadcast_to(prior, (*masses.shape[:-2], 1, masses.shape[-1]))
    return np.concatenate([masses, whole], axis=-2)


class Ledger:
    """Running counts of every group at one level, over one grid; `start` is the day on which weights are 1."""

    def __init__(self, groups: int, points: int, start: int) -> None:
        """Make room for so many groups and points."""
        self.ended = np.zeros((groups, len(HALF_LIVES), points))
        self.start = start

    def weights(self, made: Integers) -> Floats:
        """Return the weights (n, half-lives) of items by the day made, not yet faded to a day."""
        # Items that begin a century after the first would weigh more than any number holds.
        return np.asarray(np.exp2(np.minimum((made[:, None] - self.start) / np.array(HALF_LIVES), DOUBLINGS)))

    def add(self, groups: Integers, points: Integers, weights: Floats) -> None:
        """Count outcomes."""
        for number in range(len(HALF_LIVES)):
            np.add.at(self.ended[:, number], (groups, points), weights[:, number])

    def counts(self, chosen: Integers, day: int, open_groups: Integers, ahead: Integers, weights: Floats) -> Counts:
        """Return the counts of the groups `chosen` on a day, with the open items by group and first point ahead."""
        faded = np.exp2((self.start - day) / np.array(HALF_LIVES))[:, None]
        place = np.full(len(self.ended), -1)
        place[chosen] = np.arange(len(chosen))
        where = place[open_groups]
        mine = where >= 0
        still = np.zeros((len(chosen), *self.ended.shape[1:]))
        if mine.any():
            points = self.ended.shape[-1] + 1
            flat = where[mine] * points + ahead[mine]
            for number in range(len(HALF_LIVES)):
                counted = np.bincount(flat, weights[mine, number], len(chosen) * points).reshape(len(chosen), points)
                # What has outlived every point was at risk at all of them, the last too.
                still[:, number] = counted[:, :-1]
                still[:, number, -1] += counted[:, -1]
        return Counts(self.ended[chosen] * faded, still * faded)
