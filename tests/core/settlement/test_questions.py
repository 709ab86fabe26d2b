"""Check questions, what is estimated from the answers, and the slider that explains a contradiction."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leopold.settlement.elicitation import Stated, rank_sum, shared_out
from leopold.settlement.estimate import SAME, Answer, contradicts, estimate
from leopold.settlement.inconsistencies import inconsistencies
from leopold.settlement.model import Exclusion, Issue, Preferences
from leopold.settlement.questions import FEWEST, MOST, next_question

LINE = (0.0, 0.33, 0.67, 1.0)
STATED = Stated((0, 1, 2), (50, 30, 20), (LINE, LINE, LINE))
ISSUES = tuple(Issue(name, ("none", "one", "two", "all")) for name in ("Food", "Water", "Wood"))


@st.composite
def said(draw: st.DrawFn) -> Stated:
    """What somebody may state about two to five issues, with must-haves."""
    issues = draw(st.integers(2, 5))
    ratings, allowed = [], []
    for _ in range(issues):
        count = draw(st.integers(3, 4))
        barred = draw(st.none() | st.integers(0, count - 1))
        kept = [option for option in range(count) if option != barred]
        own = [0.0] * count
        for option in kept:
            own[option] = draw(st.integers(5, 95)) / 100
        best, worst = draw(st.permutations(kept))[:2]
        own[best], own[worst] = 1.0, 0.0
        ratings.append(tuple(own))
        allowed.append(None if barred is None else frozenset(kept))
    points = shared_out([draw(st.integers(1, 9)) for _ in range(issues)])
    ranking = tuple(sorted(range(issues), key=lambda issue: -points[issue]))
    return Stated(ranking, points, tuple(ratings), tuple(allowed))


def asked(stated: Stated, truth: Preferences, exclusions: tuple[Exclusion, ...] = ()) -> list[Answer]:
    """Ask until done; the answers are the truth."""
    answers: list[Answer] = []
    while question := next_question(estimate(stated, answers), exclusions):
        difference = truth.worth(question.first) - truth.worth(question.second)
        answers.append(Answer(question.first, question.second, "first" if difference > 0 else "second"))
    return answers


@settings(max_examples=25, deadline=None)
@given(said())
def test_questions_are_few_distinct_and_within_must_haves(stated: Stated) -> None:
    answers = asked(stated, stated.preferences())
    pairs = {frozenset((answer.first, answer.second)) for answer in answers}
    assert len(pairs) == len(answers) <= MOST
    assert all(len(pair) == 2 for pair in pairs)
    for package in (package for pair in pairs for package in pair):
        stated.check_package(package)


def test_questions_keep_links() -> None:
    barred = Exclusion(frozenset({(0, 3), (1, 3)}))
    answers = asked(STATED, STATED.preferences(), (barred,))
    assert len(answers) >= FEWEST
    assert not any(each[:2] == (3, 3) for answer in answers for each in (answer.first, answer.second))


def test_questions_are_the_same_each_time() -> None:
    assert asked(STATED, STATED.preferences()) == asked(STATED, STATED.preferences())


def test_many_packages_are_not_all_written_out() -> None:
    rng = np.random.default_rng(0)
    ratings = tuple((1.0, 0.0, *rng.integers(5, 95, 6) / 100) for _ in range(20))
    stated = Stated(tuple(range(20)), rank_sum(range(20), 20), ratings)
    question = next_question(estimate(stated))
    assert question
    assert question.first != question.second


def test_without_answers_the_estimate_is_what_was_stated() -> None:
    own = estimate(STATED).preferences()
    assert own.points == pytest.approx([0.5, 0.3, 0.2], abs=0.01)
    for ratings in own.ratings:
        assert ratings == pytest.approx(LINE, abs=0.02)


def test_answers_bring_the_estimate_nearer_to_the_truth() -> None:
    truth = replace(STATED, points=(30, 42, 28)).preferences()
    answers = asked(STATED, truth)
    packages = list(product(range(4), repeat=3))

    def off(own: Preferences) -> float:
        return float(np.mean([abs(own.worth(package) - truth.worth(package)) for package in packages]))

    assert off(estimate(STATED, answers).preferences()) < 0.6 * off(STATED.preferences())


def test_the_error_grows_with_contradictions_and_shrinks_with_agreement() -> None:
    first, second = (3, 0, 0), (0, 3, 0)
    before = estimate(STATED).error(first, second)
    agreed = estimate(STATED, [Answer((3, 0, 0), (0, 3, 0), "first"), Answer((2, 1, 0), (1, 2, 1), "first")])
    opposed = estimate(STATED, [Answer((0, 0, 3), (3, 0, 0), "first")])
    assert agreed.error(first, second) < before < opposed.error(first, second)


@settings(max_examples=60, deadline=None)
@given(said(), st.data())
def test_the_slider_named_is_one_that_explains_the_answer(stated: Stated, data: st.DataObject) -> None:
    first, second = (
        tuple(data.draw(st.sampled_from(stated.options(issue))) for issue in range(len(stated.points)))
        for _ in range(2)
    )
    own = stated.preferences()
    preferred = data.draw(st.sampled_from(["first", "second", "same"]))
    answer = Answer(first, second, preferred)
    found = inconsistencies(stated, [answer])
    assert bool(found) == contradicts(own, answer)
    for each in found:
        assert each.fault(tuple(Issue(str(n), tuple("abcd"[: len(r)])) for n, r in enumerate(stated.ratings))).said(
            "ru"
        )
        if each.slider is None:
            assert each.changed(stated) == stated
        else:
            assert not contradicts(each.changed(stated).preferences(), answer)


def test_a_contradiction_is_said_in_words() -> None:
    (found,) = inconsistencies(STATED, [Answer((0, 3, 0), (3, 0, 0), "first")])
    assert found.slider
    assert found.fault(ISSUES).said("en").startswith("this answer fits if 'Water' has 42 points, and you gave 30")
    assert found.changed(STATED).points[1] == 42


def test_answers_against_each_other_are_named() -> None:
    pair = ((3, 0, 0), (0, 3, 3))
    answers = [Answer(*pair, "first"), Answer(*reversed(pair), "first")]
    assert len(estimate(STATED, answers).unexplained()) <= 1
    assert contradicts(STATED.preferences(), Answer((3, 3, 3), (0, 0, 0), "same"))
    assert SAME < 1
