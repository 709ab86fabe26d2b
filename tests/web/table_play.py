"""A round table to play at: two parties, a mediator and an observer, and the letters they were sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from leopold_web.accounts.models import User, Workspace
from leopold_web.round_tables import engine, letters
from leopold_web.round_tables.actions import (
    acceptance,
    agreement,
    expectations,
    facts,
    interests,
    issues,
    opening,
    proposals,
    protocol,
)
from leopold_web.round_tables.actions.opening import Sitting
from leopold_web.round_tables.models import Round, RoundTable, Seat

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@dataclass
class Post:
    """The letters that went out: (kind, to whom, what it says)."""

    sent: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)

    def send(self, kind: str, seat: Seat, now: datetime, key: str, **context: Any) -> None:
        self.sent.append((kind, seat.email, context))

    def last(self, kind: str, email: str) -> dict[str, Any]:
        """Return what the last letter of a kind to an address says."""
        return [context for sort, to, context in self.sent if (sort, to) == (kind, email)][-1]

    def link(self, email: str) -> str:
        """Return the path of the last link sent to an address."""
        return str(self.last("table_invitation", email)["link"]).removeprefix("http://testserver")


def post_of(monkeypatch: pytest.MonkeyPatch) -> Post:
    """Let letters go to a post that remembers them."""
    post = Post()
    monkeypatch.setattr(letters, "send", post.send)
    monkeypatch.setattr(letters, "are_sent", lambda: True)
    return post


def open_table(workspace: Workspace, user: User, now: datetime = START, limit: int = 3) -> RoundTable:
    """Open a table between `user` and Vera, with a mediator and an observer."""
    role, side = Seat.Role, Seat.Side
    seats = [
        Sitting(role.PARTY, side.OURS, "Owner", user.email, "en", user),
        Sitting(role.PARTY, side.THEIRS, "Вера Ким", "vera@tolliver.example", "ru"),
        Sitting(role.MEDIATOR, side.NEITHER, "Max", "max@neutral.example", "en"),
        Sitting(role.OBSERVER, side.THEIRS, "Olga", "olga@tolliver.example", "ru"),
    ]
    return opening.open_table(
        workspace, "The kitchen", seats, now, address="http://testserver/", user=user, round_limit=limit
    )


def seats_of(table: RoundTable) -> tuple[Seat, Seat, Seat, Seat]:
    """Return our party, theirs, the mediator and the observer, as they are now."""
    ours, theirs, mediator, observer = Seat.objects.filter(table=table).select_related("table__workspace")
    return ours, theirs, mediator, observer


def to_issues(table: RoundTable, now: datetime = START) -> None:
    """Go to the issues, with a fact that both agree to."""
    ours, theirs, *_ = seats_of(table)
    fact = facts.add_fact(ours, "The kitchen was late.", now)
    facts.answer_fact(theirs, fact.pk, "agreed", "", now)
    for seat in (ours, theirs):
        facts.done(seat, now)
    for seat in (ours, theirs):
        expectations.done(seat, now)


def to_interests(table: RoundTable, now: datetime = START) -> None:
    """Go to private interests, with two issues of two options."""
    to_issues(table, now)
    ours, theirs, *_ = seats_of(table)
    for name, options in (("Price", ("full", "less")), ("Day", ("Monday", "Friday"))):
        issue = issues.add_issue(ours, name, now)
        issues.confirm(theirs, "issue", issue.pk, now)
        for text in options:
            issues.confirm(theirs, "option", issues.add_option(ours, issue.pk, text, now).pk, now)
    for seat in (ours, theirs):
        issues.done(seat, now)


def answers(table: RoundTable, points: tuple[int, ...], best: tuple[int, ...], line: int = 0) -> dict[str, Any]:
    """Return answers with these points and, of each issue, the place of the option that is liked best."""
    domain = engine.domain_of(table)
    return {
        "points": {str(issue): points[row] for row, (issue, _) in enumerate(domain)},
        "ratings": {
            str(option): 100 if place == best[row] else 0
            for row, (_, options) in enumerate(domain)
            for place, option in enumerate(options)
        },
        "never": [],
        "line": line,
    }


def to_proposals(table: RoundTable, now: datetime = START, theirs_points: tuple[int, int] = (30, 70)) -> None:
    """Lock answers and work out the proposals: ours care for the price, theirs for the day."""
    to_interests(table, now)
    lock_all(table, now, theirs_points)


def lock_all(table: RoundTable, now: datetime, theirs_points: tuple[int, int] = (30, 70), line: int = 0) -> None:
    """Let both lock their answers, and work the round out."""
    ours, theirs, *_ = seats_of(table)
    interests.save(ours, answers(table, (80, 20), (0, 0), line), now)
    interests.save(theirs, answers(table, theirs_points, (1, 1), line), now)
    interests.lock(ours, now)
    interests.lock(theirs, now)
    proposals.work_out(Round.objects.filter(table=table).latest("number").pk, now)


def to_acceptance(table: RoundTable, now: datetime = START) -> None:
    """Go to the answers in secret."""
    to_proposals(table, now)
    for seat in seats_of(table)[:2]:
        proposals.done(seat, now)


def to_protocol(table: RoundTable, now: datetime = START) -> None:
    """Accept the first proposal, and confirm its points."""
    to_acceptance(table, now)
    ours, theirs, *_ = seats_of(table)
    for seat in (ours, theirs):
        acceptance.answer(seat, [1], now)
    for number in (1, 2):
        agreement.set_point(ours, number, theirs.pk, date(2026, 4, 1), "", now)
    for seat in (ours, theirs):
        agreement.confirm(seat, now)


def sign_all(table: RoundTable, post: Post, now: datetime = START) -> None:
    """Let both sign."""
    for seat in seats_of(table)[:2]:
        protocol.send_code(seat, now)
        protocol.sign(seat, seat.name, post.last("table_code", seat.email)["code"], now)


def fresh(table: RoundTable) -> RoundTable:
    """Return a table as it is now."""
    return RoundTable.objects.get(pk=table.pk)
