"""Asking the second reader: the most uncertain conversations first, until the budget is spent."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from typing import Any, Final

from leopold.model import Relationship, Signal
from leopold.relationships.alerts import RAISE
from leopold.second_reader import answers
from leopold.second_reader.claims import accepted
from leopold.second_reader.endpoint import HOPELESS, Unanswered, post
from leopold.second_reader.prompt import request
from leopold.second_reader.replies import claims_of
from leopold.second_reader.settings import SecondReader
from leopold.second_reader.sheets import Sheet, Sheets
from leopold.second_reader.tallies import Tally
from leopold.second_reader.uncertainty import doubts, order
from leopold.second_reader.weighing import Analysis, with_claims

FAILURES: Final = 3
"""Failures one after another at which asking ends: the endpoint is in no state to answer."""

CONSIDERED: Final = 1_000
"""Conversations in doubt that are looked at: even to find an answer that was kept costs milliseconds."""

LONGEST_WAIT: Final = 20.0
"""Seconds that a busy server may ask us to wait before the one further try."""

SHORTEST: Final = 0.05
"""Seconds that a request needs at least to be worth beginning."""


class Consultation:
    """One analysis' worth of asking: its budget is spent once, over however many relationships it is told of."""

    def __init__(
        self,
        reader: SecondReader,
        clock: Callable[[], float] = time.monotonic,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self.reader = reader
        self.tally = Tally(host=reader.host, model=reader.model)
        self._clock, self._wait = clock, wait
        self._requests, self._characters = reader.budget.requests, reader.budget.characters
        self._end: float | None = None
        self._failures, self._over, self._plain = 0, False, False

    def consult(
        self, relationships: Sequence[Relationship], again: Analysis, line: float = RAISE
    ) -> list[Relationship]:
        """Return the analysed relationships, those in doubt read again with what the second reader saw. Never raises.

        `again` is how they were analysed, `line` the log-odds from which that raises alerts.
        """
        asked = [(doubt, place) for place, found in enumerate(relationships) for doubt in doubts(found, line)]
        asked.sort(key=lambda pair: (order(pair[0]), pair[1]))
        self.tally.not_asked += len(asked[CONSIDERED:])
        sheets: dict[int, Sheets] = {}
        claims: dict[int, list[Signal]] = {}
        for doubt, place in asked[:CONSIDERED]:
            if place not in sheets:
                sheets[place] = Sheets(relationships[place])
            claims.setdefault(place, []).extend(self._read(sheets[place].of(doubt.conversation)))
        return [
            with_claims(found, claims[place], again, self.tally) if claims.get(place) else found
            for place, found in enumerate(relationships)
        ]

    def _read(self, sheet: Sheet) -> list[Signal]:
        if not sheet.pages:
            return []
        claims = answers.recall(self.reader, sheet)
        if claims is not None:
            self.tally.remembered += 1
        elif not self._may_ask(sheet):
            self.tally.not_asked += 1
            return []
        else:
            claims = self._asked(sheet)
        return accepted(claims, sheet, self.tally)

    def _may_ask(self, sheet: Sheet) -> bool:
        return not self._over and self._requests > 0 and sheet.size <= self._characters and self._left() > SHORTEST

    def _left(self) -> float:
        """Return how many seconds are left; they run from the first request."""
        now = self._clock()
        if self._end is None:
            self._end = now + self.reader.budget.seconds
        return self._end - now

    def _asked(self, sheet: Sheet) -> list[Any]:
        """Return the claims about `sheet`, none when asking fails; keep and count what came of it."""
        self.tally.asked += 1
        try:
            claims = claims_of(self._answer(sheet), self.reader.host)
        except Unanswered as unanswered:
            self.tally.fail(unanswered.fault)
            self._failures += 1
            self._over = unanswered.fault.kind in HOPELESS or self._failures >= FAILURES
            return []
        self._failures = 0
        answers.keep(self.reader, sheet, claims)
        return claims

    def _answer(self, sheet: Sheet) -> bytes:
        """Ask, and once more where the server is busy for a little while, or does not know all that was asked for."""
        try:
            return self._post(sheet)
        except Unanswered as unanswered:
            wait = unanswered.retry_after
            if unanswered.status in (400, 422) and not self._plain:
                self._plain = True
            elif wait is not None and wait <= min(LONGEST_WAIT, self._left() - SHORTEST):
                self._wait(wait)
            else:
                raise
            if not self._may_ask(sheet):
                raise
            return self._post(sheet)

    def _post(self, sheet: Sheet) -> bytes:
        self._requests -= 1
        self._characters -= sheet.size
        words = json.dumps(request(self.reader.model, sheet, plain=self._plain), ensure_ascii=False)
        seconds = max(SHORTEST, min(self.reader.budget.patience, self._left()))
        return post(self.reader, words.encode("utf-8", "replace"), seconds)
