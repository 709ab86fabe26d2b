"""The course of a table, stage by stage; what its parties do is the same in both plays, but for one's secrets."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import replace

from django.urls import reverse

from leopold_web.round_tables import engine, sealing
from leopold_web.round_tables.actions import checking
from leopold_web.round_tables.models import Improvement, PrivateAnswers, Round, RoundTable, Seat
from leopold_web.round_tables.refusals import RefusedError

from .privacy_plans import Plan, Wants
from .privacy_play import Play
from .privacy_world import still, undone
from .table_play import DAY

Stage = RoundTable.Stage
CODE = re.compile(r"\b\d{6}\b")
WRONG = {
    Stage.INTERESTS: (
        ("answers", {"answers": "{"}),
        ("answers", {"answers": '{"points": {}}'}),
        ("check", {"number": "7", "preferred": "first"}),
        ("accept", {"accepted": ["1"]}),
        ("no-such-step", {}),
    ),
    Stage.ACCEPTANCE: (
        ("accept", {"accepted": ["8"]}),
        ("answers-unlock", {}),
        ("improve-reply", {"number": "1", "reply": "better"}),
    ),
}
"""What a party sends that is refused, or not before its time."""


def played(plan: Plan, kind: type[Play] = Play, *, thorough: bool = False) -> Play:
    """Play a table to its end, and take everything back but what was served; if `thorough`, try what is refused too."""
    with still() as world:
        play = kind(plan, world, thorough)
        for _ in range(2):
            if _proposed(play) and _accepted(play):
                _signed(play)
                _bettered(play)
                break
        _moved(play)
    return play


def _wants(play: Play) -> tuple[Wants, ...]:
    """Return what the parties want in this round: where nothing was possible before, they give a little."""
    softer = play.table.rounds.filter(state=Round.State.IMPOSSIBLE).exists()
    return tuple(each.softened() if softer else each for each in play.plan.wants)


def _proposed(play: Play) -> bool:
    """Answer in private, try what is refused, and let the engine propose; return whether it found anything."""
    number = RoundTable.objects.get().round
    domain = engine.domain_of(play.table)
    for place, own in enumerate(_wants(play)):
        play.do(place, "answers", {"answers": json.dumps(own.answers(domain))})
    for asked, preferred in enumerate(play.plan.wants[play.plan.secret].checks):
        with suppress(RefusedError), play.world.apart():
            checking.answer(play.parties[play.plan.secret], asked, preferred, play.world.now)
    play.do(play.plan.secret, "answers-lock")
    play.watch(f"answers {number}")
    if number == 1 and play.thorough:
        _try_what_is_refused(play)
    for place in play.others:
        play.do(place, "answers-lock")
    play.watch(f"working {number}")
    if play.thorough:
        play.do(play.others[0], "answers-unlock")
    play.work()
    made = play.table.rounds.get(number=number)
    play.public.append([made.state, *made.proposals.values_list("package", "labels", "proven", "repeated")])
    play.watch(f"proposed {number}", all_of_them=True)
    return made.state == Round.State.PROPOSED


def _try_what_is_refused(play: Play) -> None:
    """Send from another party's seat what is wrong, late, or to the seat whose answers are secret."""
    one, secret = play.others[0], play.parties[play.plan.secret]
    who = f"seat {play.parties[one].number}"
    with undone():
        for step, said in WRONG[Stage(RoundTable.objects.get().stage)]:
            play.do(one, step, said)
        play.do(one, "erase", hx_request="true")
        play.ask(who, reverse("seat", args=[secret.code]))
        play.ask(who, reverse("seat-protocol", args=[secret.code, "en"]))
        for step in ("answers", "accept"):
            play.ask(who, reverse("seat-step", args=[secret.code, step]), {})
        before, play.world.now = play.world.now, play.world.now + 9 * DAY
        play.do(one, "answers", {"answers": "{}"})
        play.world.now = before


def _accepted(play: Play) -> bool:
    """Say in secret what one would sign; return whether anything was accepted by all."""
    table = RoundTable.objects.get()
    numbers = list(Round.objects.get(number=table.round).proposals.values_list("number", flat=True))
    refused = play.plan.refused and table.round == 1
    for place in range(len(play.parties)):
        play.do(place, "done")
    leans = play.plan.wants[play.plan.secret].leans
    either = (numbers[1:], []) if refused else (numbers, numbers[:1])
    play.do(play.plan.secret, "accept", {"accepted": either[0 if leans else 1]})
    play.watch(f"accepted {table.round}", all_of_them=True)
    if table.round == 1 and play.thorough:
        _try_what_is_refused(play)
    for place in play.others:
        play.do(place, "accept", {"accepted": numbers[:1]})
    play.work()
    play.watch(f"revealed {table.round}", all_of_them=True)
    return RoundTable.objects.get().stage == Stage.AGREEMENT


def _signed(play: Play) -> None:
    """Say who does what until when, and sign; then whoever may takes the protocol."""
    owner = play.parties[0].pk
    points = range(1, len(play.plan.sizes) + 1)
    said = {f"owner-{number}": owner for number in points} | {f"due-{number}": "2026-05-01" for number in points}
    play.do(0, "points", said)
    for place in range(len(play.parties)):
        play.do(place, "points-confirm")
    play.watch("protocol")
    for place, seat in enumerate(play.parties):
        play.do(place, "code")
        play.work()
        found = CODE.search(play.letters(seat.email)[-1])
        play.do(place, "sign", {"typed_name": seat.name, "code": found[0] if found else ""})
    play.work()
    play.watch("signed", all_of_them=True)
    one = play.parties[play.others[0]]
    play.ask(f"seat {one.number}", reverse("seat-protocol", args=[one.code, "en-ru"]))
    play.ask("stranger", reverse("table-verify", args=[play.table.agreements.get().code]))


def _bettered(play: Play) -> None:
    """Look for a better deal, and say what came of the one that was signed."""
    if play.plan.turned:
        _turn(play)
    for place in range(len(play.parties)):
        play.do(place, "improve")
    play.watch("looking")
    play.work()
    made = Improvement.objects.get()
    play.public.append((made.state, made.package))
    play.watch("looked", all_of_them=True)
    for place in play.others:
        play.do(place, "follow-up", {"kept": "yes", "fair": "no"})
    if made.state != Improvement.State.PROPOSED:
        return
    leans = play.plan.wants[play.plan.secret].leans
    play.do(play.plan.secret, "improve-reply", {"number": "1", "reply": "same" if leans else "better"})
    play.watch("replied")
    for place in play.others:
        play.do(place, "improve-reply", {"number": "1", "reply": "worse" if play.plan.refused else "better"})
    play.work()
    play.watch("bettered")
    play.do(play.others[0], "improve-drop")


def _turn(play: Play) -> None:
    """Let all want the opposite of what they stated, without must-haves."""
    domain = engine.domain_of(play.table)
    for row in PrivateAnswers.objects.select_related("seat__table"):
        own = play.plan.wants[[seat.pk for seat in play.parties].index(row.seat_id)]
        ratings = tuple(tuple(100 - rating for rating in each) for each in own.ratings)
        row.sealed = sealing.seal(row.seat, "answers", replace(own, ratings=ratings).softened().answers(domain))
        row.save()


def _moved(play: Play) -> None:
    """Agree to a move, export the table, and close it here, which erases what was private."""
    if RoundTable.objects.get().is_open:
        for place, own in enumerate(play.plan.wants):
            play.do(place, "move", {"word": own.word})
        play.watch("moving")
        play.ask("colleague", reverse("round-table-export", args=[play.table.pk]), {})
        play.ask("owner", reverse("round-table-leave", args=[play.table.pk]), {})
    play.work()
    play.watch("closed", all_of_them=True)
    assert not Seat.objects.exclude(move_word=None).exists()
