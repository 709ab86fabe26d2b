"""The documents say what is so: examples run, every option is described, nothing names a place of one machine."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from leopold.cli import _parser

ROOT = Path(__file__).resolve().parents[2]
GUIDES = ("docs/guide.en.md", "docs/guide.ru.md")


def options() -> list[str]:
    """Every long option of every command."""
    found = set[str]()
    for action in _parser()._subparsers._group_actions[0].choices.values():  # type: ignore[union-attr]
        for option in action._option_string_actions:
            found.add(option)
    return sorted(option for option in found - {"--help"} if option.startswith("--"))


def test_the_example_of_the_readme_runs(built: Path, tmp_path: Path) -> None:
    example = re.search(r"```python\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)
    assert example
    for name in ("mail.mbox", "invoices.csv", "payments.csv"):
        shutil.copy(built / "ru-d-01" / name, tmp_path)
    command = [sys.executable, "-c", example[1]]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "Дом и Лад" in done.stdout


@pytest.mark.parametrize("guide", GUIDES)
def test_every_option_is_described_in_both_guides(guide: str) -> None:
    text = (ROOT / guide).read_text()
    assert [option for option in options() if option not in text] == []


def test_every_file_that_a_document_links_to_is_there() -> None:
    for document in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text()):
            assert (document.parent / target).exists(), f"{document.name} links to {target}"


@pytest.mark.parametrize("lock", sorted((ROOT / "requirements").glob("*.txt")), ids=lambda lock: lock.name)
def test_no_lock_names_an_index(lock: Path) -> None:
    text = lock.read_text()
    assert not re.search(r"://|--(?:extra-)?index|find-links|trusted-host", text)
    assert "--hash=sha256:" in text


def test_the_version_stands_in_the_changelog() -> None:
    from leopold import __version__

    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text()
