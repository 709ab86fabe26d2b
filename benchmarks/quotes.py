"""Own words, quotes, forwards and signatures of labelled letters, against a naive control.

    python -m benchmarks.quotes [--why]

A letter is exact when the text of every kind equals its label, white space aside. "Quotes alone" asks only for the
text of quotes and forwards, since the control knows no signatures: it cuts at the first line that starts with > or
ends in "wrote:" or "пишет:". Failing letters are named, and with --why shown, for the visible half only: nobody who
writes the rules reads the other.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from benchmarks.quoted_letters import KINDS, SPLITS, Labelled, found, labelled
from leopold.correspondence.zones import zones
from leopold.model import Message, Zone, ZoneKind

Splitter = Callable[[Message], tuple[Zone, ...]]
Share = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a splitter made of one labelled letter."""

    letter: Labelled
    kinds: dict[ZoneKind, str]

    @property
    def exact(self) -> bool:
        """Whether every kind is as labelled."""
        return self.kinds == self.letter.expected

    @property
    def exact_quotes(self) -> bool:
        """Whether quotes and forwards together are as labelled."""
        return _passed_on(self.kinds) == _passed_on(self.letter.expected)


def judge(letters: Iterable[Labelled], splitter: Splitter) -> list[Verdict]:
    """Split every letter and hold it against its labels."""
    return [Verdict(letter, found(letter.message.text, splitter(letter.message))) for letter in letters]


def naive(message: Message) -> tuple[Zone, ...]:
    """Cut at the first line that starts with > or ends in wrote: or пишет:; the control."""
    text, cut = message.text, 0
    for line in text.splitlines(keepends=True):
        if line.startswith(">") or line.rstrip().endswith(("wrote:", "пишет:")):
            break
        cut += len(line)
    ends: tuple[Zone, ...] = (Zone("own", 0, cut), Zone("quote", cut, len(text)))
    return tuple(zone for zone in ends if zone.start < zone.end)


def share(marks: Iterable[bool]) -> Share:
    """Return how many hold, and of how many."""
    all_marks = tuple(marks)
    return sum(all_marks), len(all_marks)


def rows(verdicts: Sequence[Verdict]) -> dict[str, list[Verdict]]:
    """Return verdicts by the rows of the table: all, the two halves, languages, forms, programs."""
    table = {"all": list(verdicts)}
    table |= {split: [each for each in verdicts if each.letter.split == split] for split in SPLITS}
    for language in sorted({each.letter.language for each in verdicts}):
        table[language] = [each for each in verdicts if each.letter.language == language]
    for program in sorted({each.letter.program for each in verdicts}, key=str.casefold):
        table[program] = [each for each in verdicts if each.letter.program == program]
    return table


def explain(verdict: Verdict) -> str:
    """Say per kind what was expected and what was found instead."""
    lines = [f"\n{verdict.letter.name}"]
    for kind in KINDS:
        expected, got = verdict.letter.expected[kind], verdict.kinds[kind]
        if expected != got:
            lines += [f"  {kind} expected: {expected!r}", f"  {kind} found:    {got!r}"]
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Print the table and the visible failures; 2 on an unknown argument."""
    if set(arguments) - {"--why"}:
        print("usage: python -m benchmarks.quotes [--why]", file=sys.stderr)
        return 2
    letters = labelled()
    ours, control = judge(letters, zones), rows(judge(letters, naive))
    print(f"{'':24}{'letters':>8}{'exact':>8}{'quotes alone':>14}{'control':>9}{'quotes alone':>14}")
    for name, row in rows(ours).items():
        print(f"{name:24}{len(row):>8}" + _shares(row, 8) + _shares(control[name], 9))
    failing = [each for each in ours if not each.exact and each.letter.split == "visible"]
    print(f"\nvisible, not exact: {', '.join(each.letter.name for each in failing) or 'none'}")
    if "--why" in arguments:
        print("\n".join(map(explain, failing)))
    return 0


def _shares(row: Sequence[Verdict], width: int) -> str:
    exact, quotes = share(each.exact for each in row), share(each.exact_quotes for each in row)
    return f"{exact[0] / exact[1]:>{width}.1%}{quotes[0] / quotes[1]:>14.1%}"


def _passed_on(kinds: dict[ZoneKind, str]) -> str:
    return f"{kinds['quote']} {kinds['forward']}".strip()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
