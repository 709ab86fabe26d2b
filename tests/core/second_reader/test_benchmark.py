"""The benchmark of the second reader: good answers help, hostile ones stay within the bound, garbage is nothing."""

from __future__ import annotations

import json
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from benchmarks import second_reader
from leopold.second_reader import BOUND


def test_it_measures_good_hostile_and_useless_readers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("en-d-03", "ru-d-05"):
        shutil.copy(str(files("leopold.sample") / "stories" / f"{name}.yaml"), tmp_path)
    assert second_reader.main([str(tmp_path), "--json", str(tmp_path / "out.json")]) == 0
    assert "half: + labels" in capsys.readouterr().out
    rows = json.loads((tmp_path / "out.json").read_text())["rows"]
    for prefix in ("", "half: "):
        alone, good = rows[f"{prefix}fast readers alone"], rows[f"{prefix}+ labels"]
        assert good["score"]["hits"] >= alone["score"]["hits"]
        # Of letters that our own readers read as the labels do, every claim is known.
        assert good["accepted"] > 0 or not prefix
        assert rows[f"{prefix}+ garbage"]["score"] == alone["score"]
        assert rows[f"{prefix}+ garbage"]["moved"] == 0
    assert all(row["moved"] <= BOUND + 1e-9 and row["lost"] == 0 for row in rows.values())


def test_a_folder_without_stories_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert second_reader.main([str(tmp_path)]) == 1
    assert "holds no story" in capsys.readouterr().err
