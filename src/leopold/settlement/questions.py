"""Check questions, "which package would you rather sign?", where the answer tells most about what will be proposed.

What the other parties want is secret, so nothing of it is used here: the questions, which a party sees, depend on its
own answers alone. Others are imagined instead: half of them want the opposite, issue for issue, with unknown weights;
half want anything. The answer to the question asked shares most information with the Nash package, on average over
them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product
from math import prod

import numpy as np

from leopold.settlement.elicitation import Package, Stated
from leopold.settlement.estimate import Estimate, answer_chances, chosen, starts
from leopold.settlement.frontier import Rows, frontier
from leopold.settlement.model import Exclusion, Issue, Party, Preferences, Scenario
from leopold.settlement.problem import Numbers, problem

FEWEST, MOST = 3, 5
"""How many questions are asked."""
TELLING = 0.02
"""After the fewest questions, another is asked only when its answer tells so much about the proposal, in bits."""
OTHERS = 20
"""How many other parties are imagined."""
SAMPLE = 300
"""How many draws of the party's own values are looked at."""
WRITTEN = 3_000
"""Up to so many packages are all looked at; of more, the efficient ones and some at random."""
EASIER = 0.9
"""A question that tells this share of what the most telling one does may be asked instead, where it is easier."""
_COMPARED, _BEST_OF_EACH, _DRAWN = 28, 40, 300


@dataclass(frozen=True, slots=True)
class Question:
    """Two packages, and how much the answer is expected to tell about what will be proposed, in bits."""

    first: Package
    second: Package
    telling: float


def next_question(now: Estimate, exclusions: Sequence[Exclusion] = (), seed: int = 0) -> Question | None:
    """Return the question to ask after those answered, within the party's must-haves and the links; None when done.

    Done is after five, after three when no other tells much, or when no two packages are left to compare.
    """
    asked = len(now.answers)
    if asked >= MOST:
        return None
    random = np.random.default_rng([seed, asked])
    values, others = now.sample(SAMPLE), _others(now.stated, random)
    pool = _pool(now.stated, exclusions, values, others, random)
    rows = chosen(now.stated, pool)
    own = values @ rows.T
    best = _best(now.stated, values, own, others @ rows.T)
    pairs = _pairs(now, pool, own, best)
    if not len(pairs):
        return None
    telling = _telling(own, best, pairs)
    # Of questions that tell about as much, the one between packages that differ in the fewest issues is the easiest.
    effort = (pool[pairs[:, 0]] != pool[pairs[:, 1]]).sum(axis=1)
    place = int(np.where(telling >= EASIER * telling.max(), effort - telling, np.inf).argmin())
    if asked >= FEWEST and telling[place] < TELLING:
        return None
    first, second = (tuple(int(option) for option in pool[row]) for row in pairs[place])
    return Question(first, second, float(telling[place]))


def _others(stated: Stated, random: np.random.Generator) -> Numbers:
    """Return what each option adds for each imagined party: others × all options."""
    counts = [len(own) for own in stated.ratings]
    weights = random.dirichlet(np.ones(len(counts)), OTHERS)
    ratings = random.random((OTHERS, sum(counts)))
    ratings[::2] = 1 - np.concatenate([np.array(own) for own in stated.ratings])
    return ratings * np.repeat(weights, counts, axis=1)


def _pool(
    stated: Stated, exclusions: Sequence[Exclusion], values: Numbers, others: Numbers, random: np.random.Generator
) -> Rows:
    """Return the packages that are compared, packages × issues."""
    options = [stated.options(issue) for issue in range(len(stated.ratings))]
    if prod(len(own) for own in options) <= WRITTEN:
        packages = [*product(*options)]
    else:
        drawn = np.column_stack([random.choice(own, _DRAWN) for own in options])
        packages = [tuple(row) for row in drawn.tolist()]
        for place, other in enumerate(others):
            packages += _efficient(stated, exclusions, values[place % len(values)], other)
        packages = sorted(set(packages))
    kept = [row for row in packages if not any(each.choices <= set(enumerate(row)) for each in exclusions)]
    return np.array(kept, dtype=np.int64).reshape(-1, len(options))


def _efficient(stated: Stated, exclusions: Sequence[Exclusion], own: Numbers, other: Numbers) -> list[Package]:
    """Return the efficient packages between one draw of the party's values and one imagined party."""
    bounds = [*starts(stated), len(own)]
    spans = [slice(*pair) for pair in pairwise(bounds)]
    issues = tuple(
        Issue(str(number), tuple(str(option) for option in range(len(own[span])))) for number, span in enumerate(spans)
    )
    parties = []
    for name, values in (("own", own), ("other", other)):
        tops = [float(values[span].max()) for span in spans]
        ratings = tuple(
            tuple((values[span] / (top or 1.0)).clip(0, 1).tolist()) for span, top in zip(spans, tops, strict=True)
        )
        parties.append(Party(name, Preferences(tuple(tops), ratings, stated.allowed)))
    arrays = problem(Scenario(issues, tuple(parties), tuple(exclusions)))
    found = frontier(arrays)
    if not found:
        return []
    best = np.argsort(-found.utilities.prod(axis=1), kind="stable")[:_BEST_OF_EACH]
    return [tuple(row) for row in arrays.options(found.ways[best]).tolist()]


def _best(stated: Stated, values: Numbers, own: Numbers, theirs: Numbers) -> Rows:
    """Return the place of the largest Nash product for each draw and each imagined party, draws × others."""
    if stated.veto is not None:
        line = values @ chosen(stated, [stated.veto]).T
        own = np.where(own >= line - 1e-9, own, 0)
    return np.column_stack([(own * row).argmax(axis=1) for row in theirs])


def _pairs(now: Estimate, pool: Rows, own: Numbers, best: Rows) -> Rows:
    """Return pairs of the packages that are most often best, neither asked already nor with one better for sure."""
    rows, counts = np.unique(best, return_counts=True)
    rows = rows[np.argsort(-counts, kind="stable")][:_COMPARED]
    asked = {frozenset((answer.first, answer.second)) for answer in now.answers}
    pairs = []
    for first, second in combinations(rows.tolist(), 2):
        if frozenset((tuple(pool[first].tolist()), tuple(pool[second].tolist()))) in asked:
            continue
        ahead = own[:, first] > own[:, second]
        if ahead.any() and not ahead.all():
            pairs.append((first, second))
    return np.array(pairs, dtype=np.int64)


def _telling(own: Numbers, best: Rows, pairs: Rows) -> Numbers:
    """Return the information that the answer to each pair and the Nash package share, in bits, mean over the others."""
    chance = answer_chances(own[:, pairs[:, 0]] - own[:, pairs[:, 1]])
    told = np.zeros(len(pairs))
    whole = _entropy(chance.mean(axis=0))
    for column in best.T:
        _, which, counts = np.unique(column, return_inverse=True, return_counts=True)
        member = (which == np.arange(len(counts))[:, None]).astype(float)
        within = _entropy(member @ chance / counts[:, None])
        told += whole - counts @ within / len(column)
    return np.asarray(told / best.shape[1])


def _entropy(chance: Numbers) -> Numbers:
    return np.asarray(-(chance * np.log2(chance) + (1 - chance) * np.log2(1 - chance)))
