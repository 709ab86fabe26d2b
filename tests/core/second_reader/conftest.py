"""A relationship in doubt, and servers of ours to ask about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from benchmarks.chat_server import ChatServer, Claims, Script, claiming
from leopold.model import Relationship, Side
from tests.core.second_reader.hand import TEXTS, make_letter, make_relationship


@pytest.fixture
def doubtful() -> Relationship:
    """A relationship near even odds: one sign that weighs enough, and much that our readers saw nothing in."""
    signs = [("escalation", 0.6)]
    sides: tuple[Side, ...] = ("theirs", "ours", "theirs")
    return make_relationship(
        *(
            make_letter(number, text, side, *(signs if number == 0 else []))
            for number, (text, side) in enumerate(zip(TEXTS, sides, strict=True))
        )
    )


@pytest.fixture
def serve() -> Iterator[Callable[[Script], ChatServer]]:
    """Start servers that say what their script says, until the end of the test."""
    with ExitStack() as stack:
        yield lambda script: stack.enter_context(ChatServer(script))


@pytest.fixture
def claims_server(serve: Callable[[Script], ChatServer]) -> Callable[[Claims], ChatServer]:
    """Start servers that always make the same claims."""
    return lambda claims: serve(lambda asked, handler: claiming(claims))
