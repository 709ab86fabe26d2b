"""Trained readers: small, loaded when they are needed, alone as in a batch, and the same on every machine."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import leopold
from leopold.model import Zone
from leopold.signals import EAR, KINDS, TONES, findings, passage_of, tones
from leopold.signals.interface import Language
from leopold.signals.trained import scorer as scoring
from leopold.signals.trained.features import BUCKETS, LONGEST, SHORTEST, buckets, hashed, pair, tokens
from leopold.signals.trained.scorer import Scorer, Weights

HOME = Path(leopold.__file__).parent
WORDS = st.lists(
    st.sampled_from(
        ["you", "promised", "again", "вы", "обещали", "снова", "счёт", "invoice", "17", "no", "thanks", "спасибо"]
    ),
    max_size=12,
)


def said(text: str, language: Language) -> set[str]:
    """The tones of a text."""
    return {found.kind for found in tones(passage_of(text, "theirs", language, (Zone("own", 0, len(text)),)))}


def python(code: str) -> str:
    """What a fresh process prints."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_it_weighs_little() -> None:
    arrays = [path.stat().st_size for path in HOME.rglob("*.npz")]
    assert arrays
    assert sum(arrays) <= 12_000_000


def test_it_loads_nothing_until_a_letter_is_read() -> None:
    assert python("import leopold, leopold.signals, sys; print('numpy' in sys.modules)").strip() == "False"
    assert "scorer" not in vars(type(EAR)(None))


def test_it_needs_no_package_of_training() -> None:
    code = (
        "import sys; sys.modules.update(dict.fromkeys(('sklearn', 'scipy', 'joblib', 'pymorphy3')));"
        "from leopold.signals import findings, passage_of; from leopold.model import Zone;"
        "text = 'This is the third time I am asking for the report.';"
        "print([f.kind for f in findings(passage_of(text, 'ours', 'en', (Zone('own', 0, len(text)),)))])"
    )
    assert "repeat_request" in python(code)


def test_it_numbers_words_alike_on_every_machine() -> None:
    assert (hashed("счёт"), hashed("invoice")) == (HASHED["счёт"], HASHED["invoice"])
    assert len(buckets("abc")) == 1 + sum(max(0, 5 - n + 1) for n in range(SHORTEST, LONGEST + 1))
    assert all(0 <= place < BUCKETS for place in buckets("invoice"))
    assert BUCKETS <= pair(hashed("a"), hashed("b")) < 2 * BUCKETS
    assert pair(hashed("a"), hashed("b")) != pair(hashed("b"), hashed("a"))


HASHED = {"счёт": 587_002_316, "invoice": 275_060_548}


@settings(max_examples=50, deadline=None)
@given(st.lists(WORDS, max_size=6))
def test_it_scores_a_sentence_alone_as_in_a_batch(rows: list[list[str]]) -> None:
    together = EAR.scorer.scores(rows)
    assert together.shape == (len(rows), len(KINDS) + len(TONES))
    for row, scores in zip(rows, together, strict=True):
        assert (EAR.scorer.scores([row])[0] == scores).all()


def test_it_scores_alike_after_it_has_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scoring, "REMEMBERED", 3)
    small, rows = Scorer(EAR.scorer.weights), [["you", "promised"], ["an", "invoice"], ["снова", "счёт"]]
    for _ in range(3):
        assert [small.scores([row])[0].tolist() for row in rows] == EAR.scorer.scores(rows).tolist()


def test_it_reads_back_the_weights_that_it_wrote() -> None:
    kept = io.BytesIO()
    EAR.scorer.weights.write(kept)
    kept.seek(0)
    again = Weights.read(kept)
    assert again.heads == EAR.scorer.weights.heads
    assert np.array_equal(again.matrix, EAR.scorer.weights.matrix)
    assert Scorer(again).scores([["thanks"]]).tolist() == EAR.scorer.scores([["thanks"]]).tolist()


def test_it_marks_what_stands_beside_the_words() -> None:
    text = "WHY is nobody answering?!"
    (sentence,) = passage_of(text, "ours", "en", (Zone("own", 0, len(text)),)).sentences
    assert [token.strip("\x01") for token in tokens(text, sentence)] == [
        "why", "is", "nobody", "answering", "length 3", "asks", "exclaims",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "tone"),
    [
        ("en", "Thank you so much for your help with the migration.", "gratitude"),
        ("ru", "Огромное спасибо за помощь с переносом сервера.", "gratitude"),
        ("en", "Could you please send us the signed copy by Friday?", "request"),
        ("ru", "Пришлите, пожалуйста, подписанный экземпляр до пятницы.", "request"),
        ("en", "You are an idiot and your company is a joke.", "incivility"),
    ],
)
def test_it_hears_plain_tones(language: Language, text: str, tone: str) -> None:
    assert tone in said(text, language)


def test_it_hears_nothing_in_what_somebody_else_wrote() -> None:
    text = "> Thank you so much for everything, we love your work!\n"
    passage = passage_of(text, "ours", "en", (Zone("quote", 0, len(text)),))
    assert tones(passage) == findings(passage) == ()
