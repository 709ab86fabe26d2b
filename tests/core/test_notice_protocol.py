"""The tables of the public sets: how they print, and how they find their place in the document of figures."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from benchmarks.notice.__main__ import main
from benchmarks.notice.protocol import Missing, Row, Table, figure, need, replaced, write


def table(ours: float = 0.4567) -> Table:
    rows = (Row("ours", (ours, None)), Row("control: majority", (0.0, 1.0)))
    return Table("words", "Words", "data, split, seed 7", ("F1", "accuracy"), rows, ("≥ .45", ""), ("guessing, .1",))


def test_it_prints_every_row_with_its_figures() -> None:
    lines = table().text().splitlines()
    assert lines[0] == "Words"
    assert ["ours", ".457", "–"] in [line.split() for line in lines]
    assert lines[-2:] == ["Lost:", "  guessing, .1"]


def test_it_is_a_section_in_markdown() -> None:
    section = table().markdown()
    assert section.startswith("## Words\n\n    python3 run.py benchmark notice words\n")
    assert "|  | F1 | accuracy |\n|---|---|---|\n| ours | .457 | – |\n" in section
    assert section.endswith("Tried and lost:\n\n- guessing, .1")


def test_it_says_which_row_has_too_few_figures() -> None:
    with pytest.raises(ValueError, match="words: 2 columns, but not so short"):
        table()._replace(rows=(Row("short", (0.5,)),)).text()


@pytest.mark.parametrize(("value", "said"), [(0.4614, ".461"), (1.0, "1.000"), (None, "–"), (0.0, ".000")])
def test_it_writes_a_share_as_the_documents_do(value: float | None, said: str) -> None:
    assert figure(value) == said


@given(before=some.text(alphabet="ab#\n"), after=some.text(alphabet="ab#\n"))
def test_it_replaces_its_own_section_and_nothing_else(before: str, after: str) -> None:
    old = f"{before}<!-- notice:words -->old<!-- /notice:words -->{after}"
    new = replaced(old, table())
    assert new.startswith(before)
    assert new.endswith(after)
    assert "old" not in new
    assert replaced(new, table()) == new


def test_it_appends_a_section_that_is_not_there() -> None:
    document = replaced("# Figures\n", table())
    assert document.startswith("# Figures\n\n<!-- notice:words -->\n## Words")
    assert document.endswith("<!-- /notice:words -->\n")


def test_a_table_of_another_command_has_a_section_of_its_own(tmp_path: Path) -> None:
    page = tmp_path / "figures.md"
    write(page, table())
    write(page, table(0.5)._replace(command="settle_people"))
    write(page, table(0.6)._replace(command="settle_people"))
    document = page.read_text()
    assert ".457" in document
    assert ".600" in document
    assert ".500" not in document
    assert document.count("<!-- settle_people:words -->") == document.count("<!-- notice:words -->") == 1


def test_it_refuses_a_section_with_one_mark() -> None:
    with pytest.raises(ValueError, match="notice:words has one mark of two"):
        replaced("<!-- notice:words -->", table())


def test_it_makes_the_document_when_there_is_none(tmp_path: Path) -> None:
    write(tmp_path / "figures.md", table())
    write(tmp_path / "figures.md", table(0.5))
    kept = (tmp_path / "figures.md").read_text(encoding="utf-8")
    assert kept.count("## Words") == 1
    assert "| ours | .500 | – |" in kept


def test_it_names_the_file_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(Missing, match=r"train\.csv is not there"):
        need(tmp_path, ["train.csv"])


def test_it_ends_with_one_line_when_the_folder_of_sets_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["cedr", "--data", str(tmp_path / "none")]) == 1
    assert capsys.readouterr().err.count("\n") == 1
