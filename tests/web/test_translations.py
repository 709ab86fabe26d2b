"""The Russian of the desk: complete, with the same placeholders, and compiled from what stands in the repository."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

import leopold_web

HERE = Path(leopold_web.__file__).parent
CATALOGUE = HERE / "locale" / "ru" / "LC_MESSAGES" / "django.po"
PLACEHOLDER = re.compile(r"%\(\w+\)\w")


def entries() -> Iterator[tuple[str, str]]:
    """Yield the English and the Russian side of each entry, plural forms joined."""
    for block in CATALOGUE.read_text().split("\n\n")[1:]:
        sides = {"msgid": "", "msgstr": ""}
        side = ""
        for line in block.splitlines():
            if found := re.match(r'(msgid|msgstr)\w*(?:\[\d\])? "(.*)"', line):
                side = found[1]
                sides[side] += found[2]
            elif line.startswith('"'):
                sides[side] += line.strip('"')
        yield sides["msgid"], sides["msgstr"]


@pytest.mark.parametrize(("english", "russian"), list(entries()))
def test_every_sentence_has_its_russian_with_the_same_placeholders(english: str, russian: str) -> None:
    assert russian
    assert set(PLACEHOLDER.findall(english)) == set(PLACEHOLDER.findall(russian))


def test_no_entry_is_fuzzy_or_obsolete() -> None:
    assert not re.search(r"^#, .*fuzzy|^#~", CATALOGUE.read_text(), re.MULTILINE)


def test_the_catalogue_holds_every_sentence_of_templates_and_code(tmp_path: Path) -> None:
    known = {english.split("%(n)s")[0] for english, _ in entries()} | {english for english, _ in entries()}
    used = set[str]()
    for path in [*HERE.rglob("*.html"), *HERE.rglob("*.py")]:
        text = path.read_text()
        used |= set(re.findall(r"""{%\s*translate\s+"([^"]+)"\s*%}""", text))
        used |= set(re.findall(r"""\b_\(\s*"((?:[^"\\\\]|\\\\.)+)"\s*\)""", text))
    assert used - known == set()


def test_it_is_compiled_from_what_stands_here(tmp_path: Path) -> None:
    compiled = tmp_path / "django.mo"
    subprocess.run(["msgfmt", "--check-format", "-o", compiled, CATALOGUE], check=True)
    assert compiled.read_bytes() == CATALOGUE.with_suffix(".mo").read_bytes()
