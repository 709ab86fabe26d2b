"""Every story under weights, and where asked under readers, that never saw it.

    python -m benchmarks.stories --leave-one-out

Not only the weights of a story are fitted on the others alone; how closely they are held to those by hand is chosen on
the others, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.story_cases import Case, ReaderWithout, case, homes, read_anew
from leopold.relationships import analyse
from leopold.relationships.weights import HAND, Weights
from training.alert_fit import Fitting, fit_stories
from training.left_out import reader_without
from training.rows import STORIES

FITTED_ON_THE_OTHERS = "Leopold, fitted on the other stories"


def left_out(
    cases: Sequence[Case], reader_without: ReaderWithout | None = None, fitting: Fitting | None = None
) -> dict[str, dict[str, list[datetime]]]:
    """Return when alerts were raised in each story, by rule and story: weights by hand, and fitted on the others.

    `reader_without` returns for a story's id a reader trained without it; where it is None the letters are as the
    package's own readers read them. `fitting` is what `fit_stories` made of the same stories, where that is at hand.
    """
    fitting = fitting or fit_stories(cases, reader_without)
    anew = [read_anew(one, reader_without) for one in cases]
    return {
        "Leopold, weights by hand": {one.course.id: _raised(one, HAND) for one in anew},
        FITTED_ON_THE_OTHERS: {one.course.id: _raised(one, fitting.without[one.course.id]) for one in anew},
    }


def fitted_without(cases: Sequence[Case]) -> Fitting:
    """Return a fit on these stories and on those of `training/stories`, each read by a reader that never saw it."""
    with TemporaryDirectory() as work:
        more = [case(home) for home in homes([STORIES], Path(work))]
    return fit_stories([*cases, *more], reader_without)


def _raised(one: Case, weights: Weights) -> list[datetime]:
    return [alert.raised_at for alert in analyse(one.relationship, one.until, weights=weights).alerts]
