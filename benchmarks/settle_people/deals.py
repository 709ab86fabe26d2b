"""CaSiNo (Chawla et al. 2021): people's talks about three packages each of food, water and firewood, as scenarios."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.notice.protocol import need
from leopold.settlement.elicitation import Package
from leopold.settlement.model import Issue

FILES = ("casino/train.json.xz", "casino/valid.json", "casino/test.json")
NAMES = ("Food", "Water", "Firewood")
ISSUES = tuple(Issue(name, ("0", "1", "2", "3")) for name in NAMES)
"""An option is how many packages the first side gets; the other gets the rest of three."""
POINTS = {"High": 5, "Medium": 4, "Low": 3}
WALKED = 5
"""The points of each side when there is no deal."""
PACKAGES = np.array(list(product(range(4), repeat=3)))


@dataclass(frozen=True, slots=True)
class Talk:
    """One dialogue: what one package of each issue is worth to each side, and the deal; None when they walked away."""

    points: tuple[tuple[int, ...], tuple[int, ...]]
    deal: Package | None

    def worth(self, package: Sequence[int]) -> tuple[int, int]:
        """Return the true points of both sides."""
        first = sum(own * count for own, count in zip(self.points[0], package, strict=True))
        return first, sum(own * (3 - count) for own, count in zip(self.points[1], package, strict=True))

    def efficient(self, package: Sequence[int]) -> bool:
        """Tell whether no other package is better for one side and not worse for the other."""
        first, second = self.worth(package)
        ours, theirs = self._all()
        return not bool(((ours >= first) & (theirs >= second) & ((ours > first) | (theirs > second))).any())

    def nash(self, package: Sequence[int]) -> float:
        """Return the product of gains over walking away, as a share of the largest."""
        ours, theirs = (np.clip(each - WALKED, 0, None) for each in self._all())
        first, second = (max(each - WALKED, 0) for each in self.worth(package))
        return float(first * second / (ours * theirs).max())

    def _all(self) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
        return PACKAGES @ np.array(self.points[0]), (3 - PACKAGES) @ np.array(self.points[1])


def talks(data: Path) -> tuple[list[Talk], int]:
    """Return all dialogues, those of the training file first, and how many its first half, chosen on, has."""
    paths = need(data, FILES)
    rows = [json.loads(_text(path)) for path in paths]
    return [_talk(each) for part in rows for each in part], len(rows[0]) // 2


def _text(path: Path) -> str:
    if path.suffix == ".xz":
        return lzma.decompress(path.read_bytes()).decode("utf-8")
    return path.read_text(encoding="utf-8")


def _talk(row: dict[str, Any]) -> Talk:
    sides = ("mturk_agent_1", "mturk_agent_2")
    first, second = (_points(row["participant_info"][side]) for side in sides)
    if row["chat_logs"][-1]["text"] != "Accept-Deal":
        return Talk((first, second), None)
    offer = next(turn for turn in reversed(row["chat_logs"]) if turn["text"] == "Submit-Deal")
    own = tuple(int(offer["task_data"]["issue2youget"][name]) for name in NAMES)
    return Talk((first, second), own if offer["id"] == sides[0] else tuple(3 - count for count in own))


def _points(side: dict[str, Any]) -> tuple[int, ...]:
    by_issue = {issue: POINTS[level] for level, issue in side["value2issue"].items()}
    return tuple(by_issue[name] for name in NAMES)


def mean(values: Iterator[float] | Sequence[float]) -> float | None:
    """Return the mean; None of nothing."""
    kept = list(values)
    return float(np.mean(kept)) if kept else None
