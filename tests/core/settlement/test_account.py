"""A party's account of a package: right, in both languages, and of its own answers alone."""

from __future__ import annotations

import inspect
import re
from string import Formatter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leopold import words_proposals as said
from leopold.errors import SettlementError
from leopold.languages import LANGUAGES, Language
from leopold.settlement.account import STANDINGS, account
from leopold.settlement.candidates import LABELS
from leopold.settlement.model import Issue, Preferences, Scenario
from leopold.settlement.proposals import propose
from tests.core.settlement.tables import packages, tables

ISSUES = (
    Issue("Price", ("1,000 EUR", "1,100 EUR", "1,200 EUR", "1,300 EUR")),
    Issue("Delivery", ("1 May", "1 June")),
    Issue("Support", ("none", "a year")),
    Issue("Colour", ("red", "blue")),
)
OWN = Preferences(
    points=(50, 30, 20, 0),
    ratings=((1, 0.7, 0.4, 0), (0, 1), (0, 1), (0, 1)),
    allowed=(frozenset({0, 1, 2}), None, None, None),
    veto=0.5,
)


def test_each_issue_and_the_sum_are_told_in_words() -> None:
    told = account(ISSUES, OWN, (1, 0, 1, 0))
    assert [line.standing for line in told.lines] == ["second", "gives_way", "best", "indifferent"]
    assert told.said("en") == (
        "Price: 1,100 EUR. You get your second best; “1,000 EUR” would give you 15 of 100 more",
        "Delivery: 1 May. You give way here; “1 June” would give you 30 of 100 more",
        "Support: a year. You get your best here",
        "Colour: red. By your answers it makes no difference to you",
        "All that you must have is kept",
        "In all you get 55 of 100, above your line of 50; with all your best it would be 100",
    )
    assert told.said("ru")[0] == (
        "Price: 1,100 EUR. Это второй по выгоде для вас вариант; «1,000 EUR» дал бы на 15 из 100 больше"
    )
    assert [line.issue for line in told.gains] == ["Support"]
    assert [line.issue for line in told.concessions] == ["Delivery", "Price"]
    assert told.acceptable


def test_a_must_have_or_a_line_that_is_not_kept_is_said() -> None:
    told = account(ISSUES, OWN, (3, 0, 1, 0))
    assert not told.musts_kept
    assert told.said("en")[0] == "Price: 1,300 EUR. You said that you cannot accept this"
    assert told.said("ru")[-2:] == (
        "Не всё, что для вас обязательно, соблюдено",
        "Всего у вас 20 из 100, ниже вашей границы согласия 50; будь всё по-вашему, было бы 100",
    )


def test_on_the_line_and_without_a_line() -> None:
    on = Preferences((3, 1), ((0, 1), (0, 1)), veto=0.75)
    assert account(ISSUES[1:3], on, (1, 0)).said("en")[-1].startswith("In all you get 75 of 100, just your line;")
    free = Preferences((2, 1), ((0, 1), (0, 1)))
    assert account(ISSUES[1:3], free, (1, 0)).said("ru")[-1].startswith("Всего у вас 66,7 из 100; будь всё")


@settings(deadline=None, max_examples=40)
@given(tables(), st.data())
def test_the_numbers_are_those_of_the_preferences(scenario: Scenario, data: st.DataObject) -> None:
    package = data.draw(st.sampled_from(packages(scenario)))
    for party in scenario.parties:
        own = party.preferences
        told = account(scenario.issues, own, package)
        assert told.worth == own.worth(package)
        kept = all(own.allows(*choice) for choice in enumerate(package))
        assert told.musts_kept == kept
        if kept:
            assert told.best - told.worth == pytest.approx(sum(line.lost for line in told.lines))
            reachable = [each for each in packages(scenario) if all(own.allows(*c) for c in enumerate(each))]
            assert told.best == pytest.approx(max(own.worth(each) for each in reachable))


@settings(deadline=None, max_examples=40)
@given(tables())
def test_every_proposal_is_acceptable_by_every_account(scenario: Scenario) -> None:
    for proposal in propose(scenario):
        assert all(account(scenario.issues, p.preferences, proposal.package).acceptable for p in scenario.parties)


def test_nothing_of_the_others_goes_in() -> None:
    assert list(inspect.signature(account).parameters) == ["issues", "own", "package"]


def test_a_package_of_other_issues_is_refused() -> None:
    for package in ((0, 0, 0), (0, 0, 0, 2), (-1, 0, 0, 0)):
        with pytest.raises(SettlementError) as caught:
            account(ISSUES, OWN, package)
        assert caught.value.fault.kind == "package_of_other_issues"


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_can_be_said_has_words(language: Language) -> None:
    assert set(said.LABELS[language]) == {*LABELS, "other"}
    assert set(said.STANDINGS[language]) == set(STANDINGS)
    tables_of = [said.LABELS, said.STANDINGS, said.TOTALS, said.STEPS, said.MUSTS]
    for table in tables_of:
        assert list(table[language]) == list(table["en"])
        for kind, text in table[language].items():
            assert fields(text) <= fields(table["en"][kind]) | {"veto"}
            assert text == text.strip(" .")
            assert bool(re.search("[А-Яа-я]", text)) == (language == "ru")
    assert said.no_agreement(language)
    assert said.label("other", language)


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}
