"""Comments judged by their rudest sentence: the label finds its sentence, and nothing asked for is learned from."""

from __future__ import annotations

import numpy as np

from benchmarks.notice.features import short_english
from benchmarks.notice.instances import by_sentences
from benchmarks.notice.transfer import Source, opinions

CALM = ["The build fails.", "I use version two.", "See the log.", "It works here.", "Which system is it?"]
RUDE = "This is garbage."


def comments() -> tuple[list[str], np.ndarray]:
    texts = [" ".join(CALM[(at + step) % 5] for step in range(3)) for at in range(20)]
    return texts + [f"{text} {RUDE}" for text in texts], np.array([[False]] * 20 + [[True]] * 20)


def test_one_rude_sentence_is_enough() -> None:
    texts, truth = comments()
    score = by_sentences(short_english, [*texts, RUDE, CALM[0]], np.vstack([truth, [[True], [False]]]))
    found = score(np.arange(40), np.array([40, 41, 39, 3]))[:, 0]
    assert found[0] == found[2] > found[1]
    assert found[0] > found[3]


def test_what_is_asked_for_does_not_teach() -> None:
    texts, truth = comments()
    swapped = truth.copy()
    swapped[5], swapped[30] = True, False
    others, own = np.setdiff1d(np.arange(40), [5, 30]), np.array([5, 30])
    one, two = (by_sentences(short_english, texts, labels)(others, own) for labels in (truth, swapped))
    assert one.tolist() == two.tolist()


def test_opinions_are_of_the_whole_and_of_the_most_and_mean_of_sentences() -> None:
    texts, truth = comments()
    source = Source("rude", texts, np.hstack([truth, ~truth]), short_english)
    found = opinions(source, [RUDE, f"{CALM[0]} {RUDE}", CALM[0]])
    assert found.shape == (3, 6)
    whole, most, mean = found[:, 0], found[:, 2], found[:, 4]
    assert whole[0] == most[0] == mean[0]
    assert most[1] == most[0] > mean[1] > whole[2]
    assert np.allclose(found[:, 0], -found[:, 1], atol=1e-2)
