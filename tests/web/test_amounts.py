"""Amounts come out of the database as they went in."""

from __future__ import annotations

from decimal import Decimal

import pytest

from leopold_web.receivables.actions import exact


@pytest.mark.parametrize(
    ("stored", "shown"), [("48000.0000", "48000.00"), ("0.5000", "0.50"), ("1.2345", "1.2345"), ("5.1250", "5.125")]
)
def test_noughts_beyond_cents_are_dropped(stored: str, shown: str) -> None:
    assert str(exact(Decimal(stored))) == shown
