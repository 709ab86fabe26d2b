"""What the tests of the coach share: letters, and a draft held against them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from leopold.coaching import Advice, advise
from leopold.correspondence.language import language
from leopold.correspondence.zones import zones
from leopold.model import Address, Letter, Message, Side

Write = Callable[..., Letter]
Check = Callable[..., tuple[Advice, ...]]
TODAY = date(2026, 3, 10)


@pytest.fixture
def write() -> Write:
    """Write a letter: its side, its text, the day of March 2026."""

    def written(side: Side, text: str, day: int = 9) -> Letter:
        at = datetime(2026, 3, day, 9, tzinfo=UTC)
        message = Message(f"<{side}-{day}@t.example>", at, Address("", f"{side}@t.example"), (), (), "s", text, "t", 0)
        return Letter(message, side, language(text), zones(message))

    return written


@pytest.fixture
def check() -> Check:
    """Say what may hurt in a draft, in answer to letters."""

    def checked(draft: str, *letters: Letter, **more: object) -> tuple[Advice, ...]:
        return advise(draft, letters, **{"today": TODAY, **more})  # type: ignore[arg-type]

    return checked
