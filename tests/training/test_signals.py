"""Training the readers of signals: our sentences are labelled as they should be, and training is what prediction is."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from leopold.model import Zone
from leopold.sample import stories
from leopold.signals import KINDS, RULES, findings, passage_of
from leopold.signals.trained.reader import Ear, Kinds
from leopold.signals.trained.scorer import Scorer
from training import matrix, sentences
from training.left_out import PARTS, part_of
from training.rows import STORIES, Example, stories_of, written
from training.signals import NAMES, TOLD, assembled, first_step, out_of_fold, rows_of, second_step, train


@pytest.fixture(scope="module")
def few() -> list[Example]:
    """A handful of kinds' sentences: enough to learn something from, in a moment."""
    files = {"apology", "gratitude", "neutral", "ultimatum"}
    return [each for each in written() if each.source in files]


def test_every_sentence_of_ours_is_labelled_and_stands_once() -> None:
    found = list(sentences.labelled())
    assert len(found) > 6_000
    assert max(Counter((each.language, each.text) for each in found).values()) == 1
    marked = Counter((each.language, kind) for each in found for kind in each.labels)
    assert all(marked[language, kind] >= 50 for language in ("en", "ru") for kind in KINDS)


def test_a_label_that_is_none_is_named_with_its_place(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "fear.tsv").write_text("fear\tWe are afraid.\nfeer\tWe are afraid of it.\n", encoding="utf-8")
    monkeypatch.setattr(sentences, "HOME", tmp_path)
    with pytest.raises(ValueError, match=r"fear\.tsv:2"):
        list(sentences.labelled())


def test_the_package_scores_as_training_does(few: list[Example]) -> None:
    rows = rows_of(few)
    column = NAMES.index("apology")
    step = second_step(rows, column, out_of_fold(rows, column))
    words, meaning = first_step(rows, column, rows.known[:, column])
    weights = assembled(["apology"], rows.rarity, [words * step.words], [meaning * step.meaning], [step])
    odds = step.bias + step.words * (rows.weighed @ words) + step.meaning * (rows.meanings @ meaning)
    found = Scorer(weights).scores([example.tokens for example in few])[:, 0]
    assert np.abs(found - odds).max() < 0.3
    assert np.corrcoef(found, odds)[0, 1] > 0.999


def test_what_is_learned_from_a_few_sentences_reads_others(few: list[Example]) -> None:
    weights = train(few, KINDS[: KINDS.index("apology") + 1])
    again = train(few, KINDS[: KINDS.index("apology") + 1])
    assert np.array_equal(weights.matrix, again.matrix)
    assert weights.bias.tolist() == again.bias.tolist()
    reader = Kinds(Ear(lambda: weights), RULES)
    text = "We are truly sorry for the outage on Friday, and I apologise in person."
    said = findings(passage_of(text, "ours", "en", (Zone("own", 0, len(text)),)), reader)
    assert "apology" in {each.kind for each in said}


def test_stories_of_training_stand_apart_from_the_sample_and_in_every_part() -> None:
    ours, sample = ([str(story["id"]) for story in stories(folder)] for folder in (STORIES, None))
    assert not set(ours) & set(sample)
    for language in ("en", "ru"):
        for ids in (ours, sample):
            assert {part_of(each) for each in ids if each.startswith(language)} == set(range(PARTS))
    told = list(stories_of(stories(STORIES)))
    assert all(each.told for each in told)
    assert {each.source for each in told} == set(ours)


def test_rows_of_training_never_name_the_held_out() -> None:
    assert all("-h-" not in each.source for each in (*written(), *stories_of(), *stories_of(stories(STORIES))))


def test_a_text_has_the_buckets_of_its_tokens() -> None:
    rows = [matrix.tokens_of("Thank you, and sorry!"), matrix.tokens_of("Спасибо и извините!")]
    counted = matrix.counts(rows, matrix.Places())
    assert counted.shape[0] == 2
    assert counted.sum(axis=1).min() > 20


def test_a_sentence_of_a_story_counts_more_than_one_written_by_itself(few: list[Example]) -> None:
    told = next(iter(stories_of(stories(STORIES))))
    assert rows_of([few[0], told]).counts.tolist() == [1.0, TOLD]
    assert TOLD > 1
