"""What a second reader brings when it is good, and what harm it can do when it is not; against a server of ours.

    python -m benchmarks.second_reader [DIR…] [--json FILE] [--seed N]

Stories are the sample's unless DIR names others. Readers: one that answers from the labels, as good as any model could
be; one that alarms and one that calms with all that an answer may hold, as a model would that obeys hostile letters;
one that talks garbage. Each is asked over HTTP on this machine about the conversations that the fast readers are unsure
of. "Half" are the fast readers with every other sign hidden at random, as letters may be that they were not written on.
Alerts are scored as ``benchmarks.stories`` scores them. "moved" is the largest difference in log-odds, to be held
against the bound; "lost" counts moments at which an alert of the fast readers is not open any more.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.alert_scores import Score, judge, total
from benchmarks.chat_server import Asked, ChatServer, Claims, Reply, Script, claiming
from benchmarks.stories import raised
from benchmarks.story_cases import Case, case, homes, with_labelled_signs
from leopold.errors import LeopoldError
from leopold.model import Letter, Relationship
from leopold.relationships import analyse
from leopold.relationships.weights import BAD, GOOD
from leopold.second_reader import BOUND, Budget, SecondReader
from leopold.second_reader.claims import LONGEST
from leopold.second_reader.consulting import Consultation
from leopold.second_reader.masking import Mask
from leopold.second_reader.replies import CLAIMS
from leopold.second_reader.sheets import sheet_of
from leopold.second_reader.weighing import keeps_alerts

PLENTY = Budget(requests=100, characters=2_000_000, seconds=300.0)


@dataclass(slots=True)
class Outcome:
    """What asking about all stories came to."""

    score: Score
    asked: int = 0
    characters: int = 0
    seconds: float = 0.0
    accepted: int = 0
    dropped: int = 0
    failed: int = 0
    moved: float = 0.0
    lost: int = 0
    reasons: dict[str, int] = field(default_factory=dict)


def scripts(known: Mapping[str, Claims]) -> dict[str, Script]:
    """Return the readers by name; `known` are the right claims by the text of a letter as it is sent."""

    def labels(asked: Asked, _: BaseHTTPRequestHandler) -> Reply:
        letters = [(letter, one) for letter in asked.letters for one in known.get(letter["text"], [])]
        return claiming([{**one, "letter": letter["n"], "by": letter["by"]} for letter, one in letters])

    def alarming(asked: Asked, _: BaseHTTPRequestHandler) -> Reply:
        return claiming(_everything(asked, BAD)[:CLAIMS])

    def calming(asked: Asked, _: BaseHTTPRequestHandler) -> Reply:
        return claiming(_everything(asked, GOOD)[:CLAIMS])

    def garbage(_: Asked, __: BaseHTTPRequestHandler) -> Reply:
        return Reply(b"<!doctype html><title>Sign in</title>", headers={"Content-Type": "text/html"})

    return {"labels": labels, "alarming": alarming, "calming": calming, "garbage": garbage}


def _everything(asked: Asked, weights: Mapping[str, float]) -> Claims:
    """Every claim that fits the latest letters, heaviest kinds first."""
    order = sorted(weights, key=lambda kind: -abs(weights[kind]))
    return [
        {"kind": kind, "letter": letter["n"], "by": letter["by"], "quote": quote, "probability": 1}
        for letter in reversed(asked.letters)
        if (quote := letter["text"].split("\n")[0][:60].rpartition(" ")[0])
        for kind in order[:4]
    ]


def right_claims(one: Case) -> dict[str, Claims]:
    """Return what a careful reader marked in each letter of a story, by the letter's text as it is sent."""
    mask, marked = Mask(one.relationship), {row["message_id"]: row.get("signs") or [] for row in one.labels["messages"]}
    found: dict[str, Claims] = {}
    for talk in one.relationship.conversations:
        for page in sheet_of(one.relationship, talk).pages:
            text = "\n".join(stretch.sent for stretch in page.stretches)
            found[text] = [_claim(mask, page.letter, sign) for sign in marked[page.letter.message.id]]
    return found


def _claim(mask: Mask, letter: Letter, sign: Mapping[str, str]) -> dict[str, Any]:
    text, start = letter.message.text, letter.message.text.find(sign["quote"])
    quote = mask.masked(text, start, start + len(sign["quote"])).sent if start >= 0 else sign["quote"]
    return {"kind": sign["kind"], "quote": quote[:LONGEST], "probability": 0.9}


def half(one: Case, seed: int) -> Case:
    """Return a story as fast readers would see it that miss every other sign, by the toss of a coin."""
    coin = random.Random(f"{seed} {one.course.id}")
    letters = tuple(
        replace(letter, signals=tuple(signal for signal in letter.signals if coin.random() < 0.5))
        for letter in one.relationship.letters
    )
    return replace(one, relationship=analyse(replace(one.relationship, letters=letters), one.until))


def outcome(cases: Sequence[Case], script: Script | None) -> Outcome:
    """Return what the alerts of the stories are worth with a second reader; None asks nobody."""
    found, kept = [one.relationship for one in cases], Outcome(total([]))
    if script:
        with ChatServer(script) as server:
            begun = time.perf_counter()
            for place, one in enumerate(cases):
                # A story is a desk of its own: each has its own budget.
                consultation = Consultation(SecondReader(server.address, "script", budget=PLENTY))
                (found[place],) = consultation.consult([one.relationship], partial(analyse, until=one.until))
                _count(kept, one.relationship, found[place], consultation)
            kept.seconds = time.perf_counter() - begun
            kept.characters = sum(len(letter["text"]) for asked in server.asked for letter in asked.letters)
    kept.score = total(judge(one.course, raised(each)) for one, each in zip(cases, found, strict=True))
    return kept


def _count(kept: Outcome, own: Relationship, found: Relationship, consultation: Consultation) -> None:
    tally = consultation.tally
    before, after = ({point.at: point.log_odds for point in each.health} for each in (own, found))
    kept.asked += tally.asked
    kept.accepted += tally.accepted
    kept.dropped += tally.dropped
    kept.failed += tally.failed
    kept.reasons = dict(Counter(kept.reasons) + tally.reasons)
    kept.moved = max([kept.moved, *(abs(after[at] - before[at]) for at in before.keys() & after.keys())])
    kept.lost += not keeps_alerts(own, found)


def line(name: str, one: Outcome) -> str:
    """Return one outcome as a line of the table."""
    score = one.score
    pace = f"{1000 * one.seconds / one.asked:7.1f}" if one.asked else f"{'–':>7}"
    return (
        f"{name:26} {score.hits:2}/{score.troubled:<2} {score.recall:6.2f} {score.precision:9.2f} "
        f"{score.false_in_healthy:2}/{score.healthy:<2} {score.median_lead:10.2f} {one.asked:5} {one.characters:8} "
        f"{pace} {one.accepted:5} {one.dropped:7} {one.failed:6} {one.moved:5.2f} {one.lost:4}"
    )


def report(cases: Sequence[Case], seed: int) -> dict[str, Any]:
    """Print the table; return the same as data."""
    known = {text: claims for one in cases for text, claims in right_claims(one).items()}
    print(
        f"{'':26} {'hits':5} {'recall':>6} {'precision':>9} {'false':5} {'lead share':>10} {'asked':>5} {'chars':>8} "
        f"{'ms each':>7} {'taken':>5} {'dropped':>7} {'failed':>6} {'moved':>5} {'lost':>4}"
    )
    data: dict[str, Any] = {"version": 1, "stories": len(cases), "seed": seed, "bound": BOUND, "rows": {}}
    for prefix, own in (("", cases), ("half: ", [half(one, seed) for one in cases])):
        asked: dict[str, Script | None] = {"fast readers alone": None}
        asked |= {f"+ {name}": script for name, script in scripts(known).items()}
        for name, script in asked.items():
            found = outcome(own, script)
            data["rows"][prefix + name] = asdict(found)
            print(line(prefix + name, found))
    ceiling = Outcome(total(judge(one.course, raised(with_labelled_signs(one))) for one in cases))
    print(line("ceiling: labels alone", ceiling))
    data["rows"]["ceiling: labels alone"] = asdict(ceiling)
    print(f"\nbound of a move: {BOUND:.2f} log-odds; false are healthy stories with an alert")
    return data


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark; 1 with one line when a folder holds no story."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, metavar="DIR")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON, too")
    parser.add_argument("--seed", type=int, default=1, help="of the coin that hides signs")
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as work:
        try:
            cases = [case(home) for home in homes(options.folders, Path(work))]
        except LeopoldError as error:
            print(error, file=sys.stderr)
            return 1
    data = report(cases, options.seed)
    if options.json:
        options.json.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
