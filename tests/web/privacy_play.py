"""A table played by its plan, from the issues to what comes after signing; all that others are served is kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.test import Client
from django.urls import reverse

from leopold_web.accounts.models import Membership, User, Workspace
from leopold_web.inbox import jobs
from leopold_web.inbox.models import JobRun
from leopold_web.notifications.models import Letter
from leopold_web.notifications.sealing import unseal
from leopold_web.round_tables import engine
from leopold_web.round_tables.actions import expectations, facts, issues, opening
from leopold_web.round_tables.actions.opening import Sitting
from leopold_web.round_tables.models import FactAnswer, OptionLink, RoundTable, Seat, TableIssue, TableOption

from .privacy_plans import Plan
from .privacy_world import World, queries, rows

AGREED = FactAnswer.Verdict.AGREED
MINUTE = timedelta(minutes=1)
LINK = re.compile(r"http://testserver(/seats/\S+/link/\S+/)")
GUESTS = (("Вера Ким", "vera@tolliver.example", "ru"), ("Ben Roth", "ben@harrow.example", "en"))


@dataclass(frozen=True)
class Served:
    """One answer as whoever asked for it sees it, what the database was asked for it, and what was unsealed."""

    to: str
    asked: str
    status: int
    headers: str
    body: bytes
    queries: tuple[str, ...]
    opened: tuple[tuple[int, str], ...]


@dataclass
class Play:
    """A table, who sits there, and what was served to all but the one whose answers are secret, by stage.

    `public` is what was proposed openly, `known` how much of it was at each stage. The first party is of this desk,
    which is the host.
    """

    plan: Plan
    world: World
    thorough: bool = False
    served: dict[str, list[Any]] = field(default_factory=dict)
    public: list[Any] = field(default_factory=list)
    clients: dict[str, Client] = field(default_factory=dict)
    known: dict[str, int] = field(default_factory=dict)
    stage: str = ""

    def __post_init__(self) -> None:
        self.workspace = Workspace.objects.create(name="Fernhill", own_domains=["fernhillstudio.example"])
        other = Workspace.objects.create(name="Another table", own_domains=["elsewhere.example"])
        for name, workspace in (("owner", self.workspace), ("colleague", self.workspace), ("elsewhere", other)):
            user = User.objects.create_user(f"{name}@leopold.example", "correct horse", name=name.title())
            Membership.objects.create(user=user, workspace=workspace, role=name if name != "elsewhere" else "owner")
            self.clients[name] = Client()
            self.clients[name].force_login(user)
        self.clients["stranger"] = Client()
        self.table = self._opened()
        self._take_seats()
        self._agree_on_issues()

    @property
    def parties(self) -> list[Seat]:
        return engine.parties_of(self.table)

    @property
    def others(self) -> list[int]:
        """Return the places of the parties whose answers are the same in both plays."""
        return [place for place in range(len(self.plan.wants)) if place != self.plan.secret]

    def _opened(self) -> RoundTable:
        role, side, owner = Seat.Role, Seat.Side, User.objects.get(email="owner@leopold.example")
        sitting = [Sitting(role.PARTY, side.OURS, "Owner", owner.email, "en", owner)]
        sitting += [Sitting(role.PARTY, side.THEIRS, *GUESTS[place - 1]) for place in range(1, len(self.plan.wants))]
        sitting += [
            Sitting(role.MEDIATOR, side.NEITHER, "Max", "max@neutral.example", "en"),
            Sitting(role.OBSERVER, side.THEIRS, "Olga", "olga@tolliver.example", "ru"),
        ]
        return opening.open_table(
            self.workspace,
            "The kitchen",
            sitting,
            self.world.now,
            address="http://testserver/",
            user=owner,
            languages=("en", "ru"),
        )

    def _take_seats(self) -> None:
        for seat in self.table.seats.all():
            name = f"seat {seat.number}"
            if seat.user_id is not None:
                self.clients[name] = self.clients["owner"]
                continue
            self.clients[name] = Client()
            found = LINK.search(self.letters(seat.email)[-1])
            assert found is not None
            self.clients[name].post(found[1])

    def _agree_on_issues(self) -> None:
        now, parties = self.world.now, self.parties
        facts.answer_fact(parties[1], facts.add_fact(parties[0], "The kitchen was late.", now).pk, AGREED, "", now)
        for action in (facts.done, expectations.done):
            for seat in parties:
                action(seat, now)
        options = []
        for number, size in enumerate(self.plan.sizes, 1):
            made = TableIssue.objects.create(table=self.table, added_by=parties[0], name=f"Issue {number}")
            options.append([TableOption(issue=made, added_by=parties[0], text=f"Way {way}") for way in range(size)])
            made.confirmed_by.set(parties)
            for option in TableOption.objects.bulk_create(options[-1]):
                option.confirmed_by.set(parties)
        for kind, (issue, one), (other, second) in self.plan.links:
            first, then = options[issue][one], options[other][second]
            link = OptionLink.objects.create(
                table=self.table, added_by=parties[0], kind=OptionLink.Kind(kind), first=first, second=then
            )
            link.confirmed_by.set(parties)
        for seat in parties:
            issues.done(seat, now)

    def letters(self, to: str) -> list[str]:
        """Return the texts of the letters that wait in the outbox for an address."""
        return [unseal(each.key, bytes(each.sealed or b"")) for each in Letter.objects.filter(to=to)]

    def work(self) -> None:
        """Let the worker do what waits, but for letters: they stay in the outbox, and are compared there."""
        self.world.now += MINUTE
        for job in JobRun.objects.filter(state=JobRun.State.WAITING).exclude(work="letter").order_by("pk"):
            jobs.run(job.pk)

    def do(self, place: int, step: str, said: dict[str, Any] | None = None, **headers: str) -> int:
        """Do a step from the seat of a party; what it is answered is kept, unless its answers are the secret ones."""
        self.world.now += MINUTE
        seat = self.parties[place]
        address = reverse("seat-step", args=[seat.code, step])
        return self.ask(f"seat {seat.number}", address, said or {}, keep=place != self.plan.secret, **headers)

    def ask(
        self, who: str, address: str, said: dict[str, Any] | None = None, *, keep: bool = True, **headers: str
    ) -> int:
        """GET an address, or POST `said` to it, and keep what is served."""
        client = self.clients[who]
        opened = len(self.world.opened)
        with queries() as asked:
            answer = (
                client.get(address, headers=headers) if said is None else client.post(address, said, headers=headers)
            )
        if keep:
            unsealed = tuple(self.world.opened[opened:])
            kept = f"{sorted(answer.items())} {answer.cookies.output()}"
            self.served.setdefault(self.stage, []).append(
                Served(who, address, answer.status_code, kept, bytes(answer.content), tuple(asked), unsealed)
            )
        return answer.status_code

    def watch(self, stage: str, *, all_of_them: bool = False) -> None:
        """Begin a stage: keep what another party sees now, and all rows and the log; else what others see, in turns."""
        self.stage, turn = stage, len(self.served) % 2
        self.known[stage] = len(self.public)
        secret = self.parties[self.plan.secret]
        seats = [seat for seat in self.table.seats.all() if seat.pk != secret.pk]
        first, rest = seats[0], seats[1:]
        cookies = self._cookies(first, ("ru", "en")[turn])
        self.ask(f"seat {first.number}", _seat(first), cookie=cookies)
        self.ask(f"seat {first.number}", reverse("api:api-seat", args=[first.code]), cookie=cookies)
        if all_of_them:
            other = rest[len(self.served) % len(rest)]
            self.ask(f"seat {other.number}", _seat(other))
            self.ask(("owner", "colleague")[turn], reverse("round-table", args=[self.table.pk]))
        self.served[stage] += [("rows", rows()), ("log", list(self.world.log))]

    def _cookies(self, seat: Seat, language: str) -> str:
        kept = {name: each.value for name, each in self.clients[f"seat {seat.number}"].cookies.items()}
        return "; ".join(
            f"{name}={value}" for name, value in [*kept.items(), (settings.LANGUAGE_COOKIE_NAME, language)]
        )


def _seat(seat: Seat) -> str:
    return reverse("seat", args=[seat.code])
