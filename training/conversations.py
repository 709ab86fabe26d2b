"""Labelled conversations that may teach the derailment forecast, as turns, from public sets and our own stories."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from leopold.forecast.turns import Turn, plain_turn, turn_of
from leopold.model import Side
from leopold.sample import build_all
from leopold.scanning import scan


class Labelled(NamedTuple):
    """A conversation before its end is known: its turns, whether it ended in open conflict, its set, and its fold.

    Conversations of one fold are held out together.
    """

    turns: tuple[Turn, ...]
    conflict: bool
    source: str
    fold: int


def awry(path: Path, source: str) -> Iterator[Labelled]:
    """Yield Conversations Gone Awry in its five folds; conflict is a personal attack in the comment that follows.

    The file names no speakers: turns are taken to alternate.
    """
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            turns = tuple(plain_turn(text, _alternate(place)) for place, text in enumerate(row["turns"]))
            yield Labelled(turns, bool(row["label"]), source, int(row["fold"]))


def tactics(path: Path, source: str = "wikitactics") -> Iterator[Labelled]:
    """Yield WikiTactics' disputes; conflict is that one was escalated to mediation. Who began is one side."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for number, row in enumerate(json.load(file)):
            said = row["utterances"]
            first = said[0]["username"]
            turns = tuple(plain_turn(each["text"], "theirs" if each["username"] == first else "ours") for each in said)
            yield Labelled(turns, bool(row["escalation_label"]), source, number % 5)


def negotiations(folder: Path, source: str = "casino") -> Iterator[Labelled]:
    """Yield CaSiNo's negotiations; conflict is that one side was dissatisfied with the deal or disliked the other."""
    with lzma.open(folder / "train.json.xz", "rt", encoding="utf-8") as file:
        for number, row in enumerate(json.load(file)):
            said = [each for each in row["chat_logs"] if not each["task_data"]]
            if said:
                turns = tuple(plain_turn(each["text"], _agent(each["id"])) for each in said)
                yield Labelled(turns, any(_sour(one) for one in row["participant_info"].values()), source, number % 5)


def _agent(name: str) -> Side:
    return "ours" if name.endswith("1") else "theirs"


def _sour(participant: Any) -> bool:
    outcome = participant["outcomes"]
    return "dissatisfied" in outcome["satisfaction"] or "dislike" in outcome["opponent_likeness"]


def _alternate(place: int) -> Side:
    return "ours" if place % 2 else "theirs"


def story_letters(source: str = "stories") -> Iterator[Labelled]:
    """Yield the letters of each story of the sample before its conflict is open; each story is a fold of its own."""
    with TemporaryDirectory() as work:
        for number, home in enumerate(build_all(Path(work))):
            labels = json.loads((home / "labels.json").read_text(encoding="utf-8"))
            end = datetime.fromisoformat(labels["messages"][-1]["at"]).astimezone(UTC).date()
            found = scan([home / "mail.mbox"], ours=[labels["ours"]["domain"]], as_of=end)
            letters = [letter for one in found.relationships for letter in one.letters]
            ids = [letter.message.id for letter in letters]
            open_at = labels["breakdown"]
            before = letters[: ids.index(open_at)] if open_at else letters
            yield Labelled(tuple(map(turn_of, before)), bool(open_at), source, number)
