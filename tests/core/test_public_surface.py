"""What `leopold` gives away by name, and what importing it costs."""

from __future__ import annotations

import subprocess
import sys

import pytest

import leopold


@pytest.mark.parametrize("name", leopold.__all__)
def test_every_public_name_can_be_imported_and_is_documented(name: str) -> None:
    assert getattr(leopold, name).__doc__


def test_it_lists_its_public_names_in_order() -> None:
    assert leopold.__all__ == sorted(leopold.__all__)
    assert set(leopold.__all__) == set(leopold._HOME)


def test_importing_it_imports_nothing_heavy() -> None:
    heavy = "{'numpy', 'selectolax', 'rich', 'django', 'cchardet', 'publicsuffixlist'}"
    code = f"import sys, leopold, leopold.model, leopold.cli; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="friendship"):
        leopold.friendship  # noqa: B018
