"""The fit of the alerts' weights: sane, close to those by hand, reproducible, and honest about stories left out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from benchmarks.alert_scores import judge, total
from benchmarks.leave_one_out import FITTED_ON_THE_OTHERS, left_out
from benchmarks.story_cases import Case, case, homes
from leopold.model import Letter
from leopold.relationships import analyse
from leopold.relationships.fitted import SHARES
from leopold.relationships.weights import HAND, WEIGHTS
from training.alert_fit import FREE, HELD, Fitting, chosen, fit, fit_stories, shares_of
from training.alert_moments import KINDS, moments, outcome
from training.alerts import CARD, TABLE, by_kind, table


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    return [case(home) for home in homes((), tmp_path_factory.mktemp("stories"))]


@pytest.fixture(scope="module")
def fitting(cases: list[Case]) -> Fitting:
    return fit_stories(cases)


def test_what_the_package_carries_is_what_the_card_says(fitting: Fitting) -> None:
    assert set(by_kind(fitting)) == set(WEIGHTS) == set(SHARES)
    assert table(fitting).partition("SHARES")[0] == TABLE.read_text(encoding="utf-8").partition("SHARES")[0]
    shares = (f"  {kind:20} {share:5.2f}\n" for kind, share in SHARES.items())
    assert all(line in CARD.read_text(encoding="utf-8") for line in shares)


def test_no_share_turns_a_sign_or_runs_away(fitting: Fitting) -> None:
    for weights in fitting.without.values():
        assert all(1 / 3.1 < share < 3.1 for share in weights.shares.values())


def test_stories_left_out_are_warned_of_as_the_issue_asks(cases: list[Case], fitting: Fitting) -> None:
    by_story = left_out(cases, fitting=fitting)[FITTED_ON_THE_OTHERS]
    score = total(judge(one.course, by_story[one.course.id]) for one in cases)
    assert score.recall >= 0.9
    assert score.precision >= 0.85
    assert score.false_in_healthy / score.healthy <= 0.1
    assert score.median_lead >= 0.6


def test_the_quick_rule_is_that_of_the_fold(cases: list[Case]) -> None:
    for one in cases:
        alerts = analyse(one.relationship, one.until, weights=HAND).alerts
        # The quick rule does not know alerts that take the place of one that is open.
        closed = {alert.closed_at for alert in alerts}
        folded = judge(one.course, [alert.raised_at for alert in alerts if alert.raised_at not in closed])
        quick = outcome(moments(one), np.ones(len(KINDS)))
        assert (quick.hit, quick.false) == (folded.hit, folded.false)
        assert quick.lead == pytest.approx(folded.lead)


def test_a_strong_prior_leaves_the_weights_by_hand(cases: list[Case]) -> None:
    stories = [moments(one) for one in cases]
    held, free = (shares_of(fit(stories, setting)) for setting in (HELD, FREE))
    assert np.abs(np.log(held)).max() < 0.2
    assert np.abs(np.log(held)).max() < np.abs(np.log(free)).max()
    assert chosen(np.array([0.5, 0.5]), np.array([0.5, 0.4])) == HELD
    assert chosen(np.array([0.5, 0.4]), np.array([0.5, 0.5])) == FREE


def test_readers_are_left_out_where_they_are_trained(cases: list[Case]) -> None:
    asked = []

    def reader_without(story: str) -> object:
        asked.append(story)
        return _silent

    few = cases[:6]
    fitting = fit_stories(few, reader_without)  # type: ignore[arg-type]
    found = left_out(few, reader_without, fitting)  # type: ignore[arg-type]
    assert asked == [one.course.id for one in few] * 2
    silent = sum(len(each) for each in found[FITTED_ON_THE_OTHERS].values())
    assert silent < sum(len(one.relationship.alerts) for one in few)


def _silent(letter: Letter) -> Letter:
    return replace(letter, signals=())


def test_the_held_out_stories_are_not_named_in_what_fits() -> None:
    for path in (Path(__file__).parents[2] / "training").glob("alert*.py"):
        assert "held_out" not in path.read_text(encoding="utf-8")
