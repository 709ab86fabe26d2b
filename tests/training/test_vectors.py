"""The map between languages: it finds what turns one space into the other, and needs no text of a test split."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

from training.vectors import mapping, unit


def test_the_map_finds_how_one_space_is_turned_from_validation_texts_alone(tmp_path: Path) -> None:
    chance = np.random.default_rng(0)
    english = [f"w{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(400)]
    russian = ["".join(chr(ord(char) - 97 + ord("а")) for char in word) for word in english]
    table = unit(chance.normal(size=(400, 8)).astype(np.float32))
    turn = np.linalg.qr(chance.normal(size=(8, 8)))[0].astype(np.float32)
    (tmp_path / "ru_goemotions").mkdir()
    with (tmp_path / "ru_goemotions" / "validation.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["text", "ru_text"])
        for chosen in chance.integers(0, 400, (300, 5)).tolist():
            rows.writerow([" ".join(names[n] for n in chosen) for names in (english, russian)])
    found = mapping(tmp_path, (english, table), (russian, table @ turn))
    cosines = (unit(table @ turn @ found) * table).sum(1)
    assert cosines.min() > 0.95
