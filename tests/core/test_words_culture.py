"""Words for subjects, ways of a side, causes and cues: all of them, in both languages, for both sides."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from leopold import words_culture as said
from leopold.languages import LANGUAGES, Language
from leopold.model import CUSTOMS, Custom, Evidence, Reason, Side, Tally
from leopold.relationships.cues import CAUSES, CUES
from leopold.relationships.topics import SUBJECTS


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_can_be_found_has_words(language: Language) -> None:
    evidence = (Evidence("<a@b>", 0, 1, "a"),)
    assert tuple(said.SUBJECTS[language]) == SUBJECTS
    assert tuple(said.CUSTOMS[language]) == CUSTOMS
    assert tuple(said.CAUSES[language]) == CAUSES
    assert tuple(said.CAUSE_NAMES[language]) == (*CAUSES, "none")
    assert set(said.CUES[language]) == set(CUES)
    for side in get_args(Side):
        texts = [said.custom(kind, side, language) for kind in CUSTOMS]
        texts += [said.cause(name, side, language) for name in CAUSES]
        texts += [said.cue(Reason(kind, side, 1.0, evidence), language) for kind in CUES]
        texts += [said.subject(name, language) for name in SUBJECTS]
        assert all(text and text == text.strip(" .") for text in texts)
        assert all(bool(re.search("[А-Яа-я]", text)) == (language == "ru") for text in texts)


def test_a_share_is_said_with_its_interval_and_too_little_is_said_as_such() -> None:
    known, few = Tally(42, 50, 5 * 3600), Tally(19, 19, 3600)
    assert (said.share(known, "en"), said.usual(known, "en")) == ("84% (71–92%)", "usually after 5\u00a0hours")
    assert (said.share(known, "ru"), said.usual(known, "ru")) == (
        "84\u00a0% (71–92\u00a0%)",
        "обычно через 5\u00a0часов",
    )
    assert (said.share(few, "en"), said.usual(few, "en")) == ("too little known", "")
    assert said.share(few, "ru") == "известно слишком мало"
    assert said.usual(Tally(42, 50), "ru") == ""
    assert said.usual(Tally(42, 50, 72 * 3600), "ru") == "обычно через 3\u00a0дня"


def test_a_change_is_said_where_there_is_one() -> None:
    often, seldom = Tally(38, 40), Tally(10, 40)
    assert said.changed(Custom("answers", "ours", often, often, seldom), "en") == "less often than before"
    assert said.changed(Custom("answers", "ours", often, often, often), "ru") == ""
