"""A small replay with simulated people: questions help, error-free input is efficient, nobody ends below the deal."""

from __future__ import annotations

from itertools import permutations, product

import pytest

from benchmarks.settle_people import replay
from benchmarks.settle_people.asking import exact, settled
from benchmarks.settle_people.deals import Talk

ORDERS = list(permutations((5, 4, 3)))
TALKS = [Talk((first, second), (2, 1, 1)) for first, second in product(ORDERS, ORDERS)][::2]


@pytest.fixture(scope="module")
def pairs() -> list[replay.Pair]:
    return replay.people(TALKS, 0.2)


def share(found: list[tuple[int, int, int]]) -> float:
    return sum(talk.efficient(package) for talk, package in zip(TALKS, found, strict=True)) / len(TALKS)


def test_error_free_input_is_efficient_and_the_best_product() -> None:
    for talk in TALKS:
        package = settled(exact(talk.points[0], 0), exact(talk.points[1], 1))
        assert talk.efficient(package)
        assert talk.nash(package) > 0.99


def test_check_questions_bring_erring_people_nearer_to_an_efficient_package(pairs: list[replay.Pair]) -> None:
    plain = [settled(*(own.stated.preferences() for own in pair)) for pair in pairs]
    asked = [settled(*(own.estimate(5).preferences() for own in pair)) for pair in pairs]
    assert share(asked) >= max(0.85, share(plain) + 0.1)
    assert all(3 <= len(own.answers) <= 5 for pair in pairs for own in pair)


def test_bettering_what_was_signed_leaves_nobody_below_it(pairs: list[replay.Pair]) -> None:
    asked = [(own.estimate(5), other.estimate(5)) for own, other in pairs]
    row = replay._improved("", TALKS, len(TALKS), replay._rounds(TALKS, asked, replay.SURE))
    before = replay._improved("", TALKS, len(TALKS), [[] for _ in TALKS])
    efficient, _, _, below = row.values[:4]
    assert below == 0
    assert (efficient or 0) > (before.values[0] or 0) + 0.2
