"""What is believed of an answer: claims of a known kind whose quote stands verbatim in the letter they name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from leopold.model import Evidence, Signal
from leopold.second_reader.masking import CALLED
from leopold.second_reader.replies import CLAIMS, FIELDS
from leopold.second_reader.sheets import Page, Sheet
from leopold.second_reader.tallies import Tally
from leopold.signals import KINDS

NAME: Final = "second"
"""What `Signal.reader` says of a claim that was accepted."""

TRUST: Final = 0.5
"""The share of its own probability with which a claim is taken: nobody has measured the model that a user chose."""

SHORTEST, LONGEST = 4, 280
"""Characters of a quote: less proves nothing, more is no sentence."""

A_LETTER: Final = 2
A_CONVERSATION: Final = 6
"""Claims that are accepted about one letter and one conversation, at most: the likeliest."""


class Unfit(Exception):
    """A claim is not believed; its one argument says why, in a word."""


class Claim(NamedTuple):
    """A claim that holds up by itself: a signal, and the number of its page."""

    signal: Signal
    page: int


def accepted(claims: Iterable[Any], sheet: Sheet, tally: Tally) -> list[Signal]:
    """Return the signals that hold up on `sheet`, the likeliest of each letter and of all; count the rest."""
    found: list[Claim] = []
    for number, claim in enumerate(claims):
        try:
            if number >= CLAIMS:
                raise Unfit("too_many")
            found.append(_checked(claim, sheet, found))
        except Unfit as unfit:
            tally.drop(str(unfit))
    kept: list[Claim] = []
    for claim in sorted(found, key=_likeliest):
        if len(kept) < A_CONVERSATION and sum(one.page == claim.page for one in kept) < A_LETTER:
            kept.append(claim)
    tally.drop("capped", len(found) - len(kept))
    return [claim.signal for claim in sorted(kept, key=lambda claim: (claim.page, claim.signal.evidence.start))]


def _likeliest(claim: Claim) -> tuple[float, int, int, str]:
    return -claim.signal.probability, claim.page, claim.signal.evidence.start, claim.signal.kind


def _checked(claim: Any, sheet: Sheet, found: Iterable[Claim]) -> Claim:
    if not isinstance(claim, Mapping) or any(name not in claim for name in FIELDS):
        raise Unfit("malformed")
    kind, number, quote = claim["kind"], claim["letter"], claim["quote"]
    if not isinstance(kind, str) or kind not in KINDS:
        raise Unfit("kind")
    if type(number) is not int or not 1 <= number <= len(sheet.pages):
        raise Unfit("letter")
    page = sheet.pages[number - 1]
    if claim["by"] != CALLED[page.letter.side]:
        raise Unfit("side")
    probability = _probability(claim["probability"])
    evidence = _evidence(quote, page)
    if any(one.kind == kind and _overlap(one.evidence, evidence) for one in page.letter.signals):
        raise Unfit("known")
    if any(one.page == number and one.signal.kind == kind and _overlap(one.signal.evidence, evidence) for one in found):
        raise Unfit("repeated")
    return Claim(Signal(kind, page.letter.side, TRUST * probability, evidence, NAME), number)


def _probability(value: Any) -> float:
    # True is an int to Python; NaN fits no comparison.
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 1:
        raise Unfit("probability")
    return float(value)


def _evidence(quote: Any, page: Page) -> Evidence:
    if not isinstance(quote, str):
        raise Unfit("malformed")
    line = " ".join(quote.split())
    if not SHORTEST <= len(line) <= LONGEST:
        raise Unfit("length")
    place = page.find(line)
    if place is None:
        raise Unfit("quote")
    return Evidence.of(page.letter.message, *place)


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.start < other.end and other.start < one.end
