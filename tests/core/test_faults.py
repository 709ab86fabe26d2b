"""Faults: every kind that the program raises has a sentence in both languages, about the same values."""

from __future__ import annotations

import ast
import json
import pickle
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import leopold
from leopold.errors import LedgerError, LeopoldError
from leopold.fault_sentences import SENTENCES
from leopold.faults import Fault
from leopold.languages import LANGUAGES, Language
from leopold.ledger import read_ledger
from leopold.model import Refusal

HOME = Path(leopold.__file__).parents[1]
RAISED = ("Fault", "LeopoldError", "SourceError", "LedgerError", "SettlementError", "LatenessError", "DunningError")
CELL = Fault("cell", row=3, column="Сумма", cell="1.234", fault=Fault("two_amounts", decimal="1.234", whole="1234"))


def raised() -> Iterator[tuple[str, ast.Call]]:
    """Every place in the program where a fault is made with its values at hand."""
    for path in sorted(HOME.glob("leopold*/**/*.py")):
        if path.name in ("faults.py", "errors.py") or path.name.startswith("fault_sentences"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISED
            if named and all(word.arg for word in node.keywords):
                yield f"{path.relative_to(HOME)}:{node.lineno}", node


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_every_fault_is_raised_with_the_values_that_its_sentence_names() -> None:
    used = set()
    for place, call in raised():
        kind = call.args[0]
        choices = [kind.body, kind.orelse] if isinstance(kind, ast.IfExp) else [kind]
        for one in choices:
            assert isinstance(one, ast.Constant), f"{place}: the kind has to stand there"
            assert one.value in SENTENCES, f"{place}: {one.value} has no words"
            assert fields(SENTENCES[one.value][0]) == {word.arg for word in call.keywords}, place
            used.add(one.value)
    assert used == set(SENTENCES)


@pytest.mark.parametrize("kind", SENTENCES)
def test_every_fault_has_words_in_both_languages(kind: str) -> None:
    english, russian = SENTENCES[kind]
    assert fields(english) == fields(russian)
    bare = [re.sub(r"\{\w+(?:!r)?\}", "", sentence) for sentence in (english, russian)]
    if re.search(r"\w", bare[0]):
        assert re.search("[а-яё]", bare[1])
    assert all(sentence == sentence.strip(" .") for sentence in (english, russian))
    assert english.count(";") == russian.count(";")


def test_a_fault_inside_a_fault_is_said_in_the_same_language() -> None:
    assert CELL.said("en") == "row 3, column Сумма: '1.234' may mean 1.234 or 1234; write it with two decimals"
    assert CELL.said("ru") == (
        "строка 3, столбец Сумма: '1.234': может означать 1.234 или 1234; напишите сумму с двумя знаками после запятой"
    )


def test_a_fault_survives_being_stored_and_sent() -> None:
    assert Fault.of(json.loads(json.dumps(CELL.plain()))) == CELL
    assert pickle.loads(pickle.dumps(CELL)) == CELL
    error = pickle.loads(pickle.dumps(LedgerError("ledger_empty", path="a.csv")))
    assert (type(error), error.fault) == (LedgerError, Fault("ledger_empty", path="a.csv"))


def test_a_fault_takes_the_name_that_people_know() -> None:
    fault = Fault("source_refused", path="/srv/1/a.csv", fault=Fault("no_story", file="/srv/1/a.csv!b"))
    assert fault.renamed("/srv/1/a.csv", "a.csv").said("en").startswith("a.csv: a.csv!b is no story")


def test_braces_in_a_value_are_no_placeholders() -> None:
    assert (
        Fault("no_letters", columns="{from}, {0!r}")
        .said("en")
        .startswith("it is no table of letters: its columns are {from}, {0!r};")
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refusal_and_an_error_are_said_in_the_language_of_the_reader(language: Language, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text("number,counterparty,issued,due,amount\n1,A,2026-03-02,2026-03-16,1.234\n")
    (refusal,) = read_ledger(tmp_path / "bad.csv")
    assert isinstance(refusal, Refusal)
    assert refusal.reason == refusal.fault.said("en")
    assert ("строка 2" in refusal.fault.said(language)) == (language == "ru")
    with pytest.raises(LeopoldError) as caught:
        read_ledger(tmp_path)
    assert str(caught.value) == caught.value.fault.said("en")
    assert ("укажите" in caught.value.fault.said(language)) == (language == "ru")
