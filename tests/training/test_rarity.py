"""Rarity counted outside: without other texts it is plain TF-IDF, with them what is common there counts for less."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.notice.learners import weighed
from benchmarks.notice.rarity import Rarity

TRAIN = ["late late again", "late and dear", "again and dear", "thanks"]
ASKED = ["late again and unheard", "nothing known"]


@pytest.mark.parametrize("least", [1, 2])
def test_without_other_texts_it_is_the_usual_weighing(least: int) -> None:
    ours = Rarity(str.split, ()).weighed(TRAIN, ASKED, least=least)
    usual = weighed(str.split, TRAIN, ASKED, least=least)
    for one, other in zip(ours, usual, strict=True):
        np.testing.assert_allclose(one.toarray(), other.toarray(), atol=1e-6)


def test_what_is_common_elsewhere_counts_for_less() -> None:
    (train,) = Rarity(str.split, ["again"] * 50).weighed(TRAIN, least=2)
    again, _and, _dear, late = train.toarray()[0]
    assert 0 < again < late
