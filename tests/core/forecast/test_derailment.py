"""The derailment forecast: no look-ahead, bounded state, contributions that sum up, sane signs, both languages."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from math import fsum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leopold.forecast import (
    Course,
    Turn,
    advance,
    explain,
    forecast_of,
    log_odds,
    plain_turn,
    probability,
    turn_of,
)
from leopold.forecast.course import FEATURES, features
from leopold.forecast.derailment import LIMIT, weights, weights_of
from leopold.forecast.manner import ECHO, MARKS, manner_of
from leopold.model import Address, Evidence, Letter, Message, Side, Signal, Zone
from leopold.signals import KIND_READER, RULES, Rules

START = datetime(2026, 3, 2, 9, tzinfo=UTC)

CALM = ("Hello Ann, thank you for the report. Perhaps we could discuss the draft on Monday?", "Good idea, I agree.")
SHARP = ("Why do you always ignore our letters? This is nonsense!", "You lied. Stop blaming us! You never answer!")
CALM_RU = ("Добрый день! Спасибо за отчет. Возможно, обсудим черновик в понедельник?", "Хорошая идея, согласен.")
SHARP_RU = ("Почему вы вечно игнорируете наши письма? Это бред!", "Вы нам врете. Прекратите нас обвинять!")

TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from([*CALM, *SHARP, *CALM_RU, *SHARP_RU, "\n> quoted\n", "& gt ; it said so", "«да»"])).map(
        " ".join
    ),
)
SIDES: st.SearchStrategy[Side] = st.sampled_from(["ours", "theirs"])


def letter(number: int, side: Side, text: str, at: datetime | None = None) -> Letter:
    """A letter, all of which is its writer's own."""
    moment = START + timedelta(hours=number) if at is None else at
    message = Message(f"<{number:03}@a.example>", moment, Address("", ""), (), (), "s", text, "x", 0)
    return Letter(message, side, "en", (Zone("own", 0, len(text)),))


LETTERS = st.lists(st.tuples(SIDES, TEXTS), max_size=7).map(
    lambda said: [letter(number, side, text) for number, (side, text) in enumerate(said)]
)


def course_of(turns: Sequence[Turn]) -> Course:
    """The course after these turns."""
    course = Course()
    for turn in turns:
        course = advance(course, turn)
    return course


def talk(*said: str) -> float:
    """The probability after what two sides said by turns."""
    return probability(course_of([plain_turn(text, "ours" if at % 2 else "theirs") for at, text in enumerate(said)]))


@settings(max_examples=60, deadline=None)
@given(letters=LETTERS, kept=st.integers(0, 7))
def test_it_says_the_same_whether_or_not_later_letters_exist(letters: list[Letter], kept: int) -> None:
    whole, course = [], Course()
    for one in letters:
        course = advance(course, turn_of(one))
        whole.append((probability(course), explain(course)))
    cut = course_of([turn_of(one) for one in letters[:kept]])
    if letters[:kept]:
        assert whole[len(letters[:kept]) - 1] == (probability(cut), explain(cut))


@settings(max_examples=60, deadline=None)
@given(letters=LETTERS)
def test_it_gives_a_probability_whose_contributions_sum_to_its_log_odds(letters: list[Letter]) -> None:
    course = course_of([turn_of(one) for one in letters])
    assert 0 < probability(course) < 1
    assert fsum(one.value for one in explain(course)) == log_odds(course)
    assert abs(log_odds(course)) <= LIMIT + 1e-9
    assert explain(course)[0].name == "base"
    assert len({one.name for one in explain(course)}) == len(explain(course))


@settings(max_examples=30, deadline=None)
@given(letters=LETTERS, data=st.data())
def test_it_does_not_depend_on_the_order_in_which_letters_are_given(letters: list[Letter], data: st.DataObject) -> None:
    same = [replace(one, message=replace(one.message, at=START)) for one in letters]
    for known in (letters, same):
        assert forecast_of(data.draw(st.permutations(known))) == forecast_of(known)


@settings(max_examples=20, deadline=None)
@given(text=TEXTS)
def test_its_state_stays_as_small_after_many_turns(text: str) -> None:
    turn = plain_turn(text * 50, "theirs", START)
    assert len(turn.hostile) <= ECHO
    assert len(turn.asked) <= 2 * ECHO
    assert len(turn.topics) <= 4 * ECHO
    few, many = (course_of([turn, replace(turn, side="ours")] * times) for times in (2, 100))
    assert len(pickle.dumps(many)) <= len(pickle.dumps(few)) + 64


def test_it_knows_nothing_of_a_conversation_in_which_nobody_wrote() -> None:
    assert features(Course()) == (0.0,) * len(FEATURES)
    assert [one.name for one in explain(Course())] == ["base"]
    assert forecast_of([]) == probability(Course()) == pytest.approx(0.05)


def test_it_leaves_out_letters_without_a_moment() -> None:
    undated = letter(1, "ours", SHARP[0])
    undated = replace(undated, message=replace(undated.message, at=None))
    assert forecast_of([undated]) == forecast_of([])


@pytest.mark.parametrize(("calm", "sharp"), [(CALM, SHARP), (CALM_RU, SHARP_RU)], ids=["en", "ru"])
def test_it_rises_when_both_sides_turn_sharp_and_falls_when_they_calm_down(
    calm: tuple[str, str], sharp: tuple[str, str]
) -> None:
    assert talk(*sharp) > 3 * talk(*calm)
    assert talk(*calm, *sharp) > talk(*calm)
    assert talk(*sharp, *calm) < talk(*sharp)


def test_it_reads_what_the_writer_wrote_and_not_what_is_quoted() -> None:
    text = "Thank you, agreed.\n> " + SHARP[0]
    whole = letter(0, "ours", text)
    own = replace(whole, zones=(Zone("own", 0, 19), Zone("quote", 19, len(text))))
    assert turn_of(own) == turn_of(letter(0, "ours", text[:19]))
    assert turn_of(own) != turn_of(whole)


def test_it_takes_in_the_signals_of_a_letter() -> None:
    plain = letter(0, "theirs", "The invoice came today.")
    threat = Signal("ultimatum", "theirs", 0.9, Evidence.of(plain.message, 0, 11))
    thanks = replace(threat, kind="gratitude")
    bad, none, good = (
        probability(course_of([turn_of(replace(plain, signals=signals))])) for signals in ((threat,), (), (thanks,))
    )
    assert bad > none > good


def test_the_signs_of_plain_words_can_be_read_by_phrases_alone() -> None:
    mute = Rules("none", (), frozenset())
    by_default, by_all, by_phrases, by_none = (
        plain_turn(SHARP[-1], "theirs", **how).levels[-2]
        for how in ({}, {"reader": KIND_READER}, {"reader": RULES}, {"reader": mute})
    )
    assert by_default == by_all != by_phrases > by_none == 0


def test_it_is_neutral_about_pace_where_no_times_are_known() -> None:
    turns = [plain_turn(text, "theirs") for text in CALM]
    assert course_of(turns).slower == 0
    assert course_of([replace(turn, at=5.0) for turn in turns]).paces == 1


def test_it_notices_questions_passed_over_and_hostile_words_thrown_back() -> None:
    place = {name: number for number, name in enumerate(FEATURES)}
    asked = plain_turn("When will the migration of the database finish?", "theirs")
    answered, passed = (
        features(course_of([asked, plain_turn(text, "ours")]))[place["unanswered"]]
        for text in ("The migration of the database will finish tonight.", "Our prices change in April.")
    )
    assert answered < passed == 1
    echo = features(course_of([plain_turn("That is a lie.", "ours"), plain_turn("A lie? Your lie!", "theirs")]))
    assert echo[place["echo"]] == 1


def test_it_counts_every_mark_in_both_languages() -> None:
    for calm, sharp in ((CALM, SHARP), (CALM_RU, SHARP_RU)):
        found = dict(zip(MARKS, manner_of(" ".join([*calm, *sharp])).counts, strict=True))
        for mark in ("you", "hostile", "blame", "absolute", "polite", "concede", "hedge", "question", "asks_why"):
            assert found[mark], mark


def test_it_weighs_only_features_it_knows_with_signs_that_make_sense() -> None:
    names = {name for name, _ in weights().subjects}
    assert names <= {name.partition(".")[0] for name in FEATURES}
    by_subject = {name: [weight for _, weight in pairs] for name, pairs in weights().subjects}
    assert min(by_subject["hostile"] + by_subject["bad_signs"] + by_subject["hostile_you"]) >= 0
    assert max(by_subject["good_signs"] + by_subject["hedge"]) <= 0
    with pytest.raises(ValueError, match="weather"):
        weights_of({"base": 0.0, "offset": 0.0, "weights": {"weather": 1.0}})
    with pytest.raises(ValueError, match="need a base"):
        weights_of({"base": "", "offset": 0.0, "weights": {}})
