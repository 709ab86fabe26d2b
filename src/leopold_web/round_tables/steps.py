"""What can be done from a seat: each step by its name, the form it takes, and the action it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final, TypeAlias

from django import forms
from django.db import transaction

from leopold_web.relationships.models import Message
from leopold_web.round_tables import forms as given
from leopold_web.round_tables import gate, loosening, wishes
from leopold_web.round_tables.actions import (
    acceptance,
    agreement,
    checking,
    drafting,
    erasing,
    expectations,
    extending,
    facts,
    follow_up,
    improving,
    interests,
    issues,
    money,
    moving,
    opening,
    phrases,
    proposals,
    protocol,
    remarks,
)
from leopold_web.round_tables.models import FactAnswer, FollowUp, OptionLink, RoundTable, Seat
from leopold_web.round_tables.refusals import RefusedError

Said: TypeAlias = dict[str, Any]
Step: TypeAlias = Callable[[Seat, Said, datetime], object]
Stage = RoundTable.Stage
DONE: Final = {
    Stage.FACTS: facts.done,
    Stage.EXPECTATIONS: expectations.done,
    Stage.ISSUES: issues.done,
    Stage.PROPOSALS: proposals.done,
}


def _done(seat: Seat, _said: Said, now: datetime) -> None:
    action = DONE.get(Stage(seat.table.stage))
    if action is None:
        raise RefusedError("other_stage")
    action(seat, now)


def _show_letter(seat: Seat, said: Said, now: datetime) -> None:
    # Whoever may show letters at all may show those of the table's own relationship; the action refuses the rest.
    message = Message.objects.filter(pk=said["message"], relationship=seat.table.relationship_id).first()
    if message is None:
        raise RefusedError("other_relationship")
    start, end = said["start"] or 0, said["end"]
    if words := said["words"].replace("\r\n", "\n").strip():
        start = message.text.find(words)
        end = start + len(words)
        if start < 0:
            raise RefusedError("not_in_letter")
    facts.show_letter(seat, message, now, start=start, end=end, fact=said["fact"])


def _wishes(seat: Seat, said: Said, now: datetime) -> None:
    answers = wishes.read(wishes.rows_of(seat.table), said["sent"], gate.own_answers(seat))
    with transaction.atomic():
        # Before what was typed is kept: the question was asked about what had been kept.
        if said["preferred"]:
            checking.answer(seat, said["number"], said["preferred"], now)
        if said["taken_back"] is not None:
            checking.take_back(seat, said["taken_back"], now)
        interests.save(seat, answers, now)
    if said["lock"]:
        interests.lock(seat, now)


def _loosen(seat: Seat, said: Said, now: datetime) -> None:
    kept = gate.own_answers(seat)
    with transaction.atomic():
        interests.save(seat, loosening.loosened(wishes.rows_of(seat.table), kept, said["dropped"], said["line"]), now)
        interests.lock(seat, now)


def _points(seat: Seat, said: Said, now: datetime) -> None:
    with transaction.atomic():
        for row in agreement.changed(seat, said["rows"]):
            agreement.set_point(seat, row["number"], row["owner"], row["due"], row["text"], now)
    if said["confirm"]:
        agreement.confirm(seat, now)


def _follow_up(seat: Seat, said: Said, now: datetime) -> None:
    kept = FollowUp.Kept(said["kept"]) if said["kept"] else None
    follow_up.answer(seat, now, kept=kept, fair=said["fair"] == "yes" if said["fair"] else None)


STEPS: Final[dict[str, tuple[type[forms.Form], Step]]] = {
    "done": (given.NothingForm, _done),
    "fact": (given.TextForm, lambda seat, said, now: facts.add_fact(seat, said["text"], now)),
    "fact-answer": (
        given.FactAnswerForm,
        lambda seat, said, now: facts.answer_fact(
            seat, said["fact"], FactAnswer.Verdict(said["verdict"]), said["text"], now
        ),
    ),
    "quote": (
        given.QuoteForm,
        lambda seat, said, now: facts.show_quote(seat, said["title"], said["text"], now, said["fact"]),
    ),
    "letter": (given.LetterForm, _show_letter),
    "expectation": (
        given.ExpectationForm,
        lambda seat, said, now: expectations.add_expectation(
            seat, said["of"], said["text"], now, due=said["due"], quote=said["quote"]
        ),
    ),
    "expectation-back": (
        given.NumberForm,
        lambda seat, said, now: expectations.take_back(seat, said["number"], now),
    ),
    "issue": (given.IssueForm, lambda seat, said, now: issues.add_issue(seat, said["name"], now, said["text"])),
    "range": (
        given.RangeForm,
        lambda seat, said, now: issues.add_range(
            seat,
            said["name"],
            said["least"],
            said["most"],
            said["step"],
            said["unit"],
            now,
            said["text"],
            said["payer"],
        ),
    ),
    "option": (given.OptionForm, lambda seat, said, now: issues.add_option(seat, said["issue"], said["text"], now)),
    "link": (
        given.LinkForm,
        lambda seat, said, now: issues.add_link(
            seat, said["first"], OptionLink.Kind(said["kind"]), said["second"], now
        ),
    ),
    "confirm": (
        given.ConfirmForm,
        lambda seat, said, now: issues.confirm(seat, said["kind"], said["number"], now, agrees=said["agrees"]),
    ),
    "remark": (given.RemarkForm, lambda seat, said, now: remarks.say(seat, said["issue"], said["text"], now)),
    "remark-hide": (given.HideForm, lambda seat, said, now: remarks.hide(seat, said["remark"], said["because"], now)),
    "sum": (given.SumForm, lambda seat, said, now: money.lock(seat, said["limit"], now)),
    "loosen": (given.LoosenForm, _loosen),
    "wishes": (given.WishesForm, _wishes),
    "answers": (given.AnswersForm, lambda seat, said, now: interests.save(seat, said["answers"], now)),
    "answers-lock": (given.NothingForm, lambda seat, _said, now: interests.lock(seat, now)),
    "answers-unlock": (given.NothingForm, lambda seat, _said, now: interests.unlock(seat, now)),
    "answers-back": (given.NothingForm, lambda seat, _said, now: interests.take_back(seat, now)),
    "accept": (
        given.AcceptForm,
        lambda seat, said, now: acceptance.answer(seat, [int(number) for number in said["accepted"]], now),
    ),
    "point": (
        given.PointForm,
        lambda seat, said, now: agreement.set_point(
            seat, said["number"], said["owner"], said["due"], said["text"], now
        ),
    ),
    "points": (given.PointsForm, _points),
    "points-confirm": (given.NothingForm, lambda seat, _said, now: agreement.confirm(seat, now)),
    "code": (given.NothingForm, lambda seat, _said, now: protocol.send_code(seat, now)),
    "sign": (given.SignForm, lambda seat, said, now: protocol.sign(seat, said["typed_name"], said["code"], now)),
    "phrase": (given.PhraseForm, lambda seat, said, now: phrases.choose(seat, said["phrase"], now)),
    "sign-phrase": (
        given.PhraseSignForm,
        lambda seat, said, now: protocol.sign_by_phrase(seat, said["typed_name"], said["phrase"], now),
    ),
    "follow-up": (given.FollowUpForm, _follow_up),
    "erase": (given.NothingForm, lambda seat, _said, now: erasing.request(seat, now)),
    "move": (given.WordForm, lambda seat, said, now: moving.agree(seat, said["word"], now)),
    "check": (
        given.CheckForm,
        lambda seat, said, now: checking.answer(seat, said["number"], said["preferred"], now),
    ),
    "check-back": (given.NumberForm, lambda seat, said, now: checking.take_back(seat, said["number"], now)),
    "draft": (
        given.DraftForm,
        lambda seat, said, now: drafting.take_over(
            seat,
            said["number"],
            said["start"],
            said["of"],
            now,
            text=said["text"],
            due=said["due"],
            source=said["source"],
        ),
    ),
    "draft-drop": (
        given.DroppedDraftForm,
        lambda seat, said, now: drafting.drop(seat, said["source"], said["number"], said["start"], now),
    ),
    "extend": (given.DaysForm, lambda seat, said, now: extending.ask(seat, said["days"], now)),
    "extend-back": (given.NothingForm, lambda seat, _said, now: extending.take_back(seat, now)),
    "improve": (given.NothingForm, lambda seat, _said, now: improving.ask(seat, now)),
    "improve-reply": (
        given.ReplyForm,
        lambda seat, said, now: improving.reply(seat, said["number"], said["reply"], now),
    ),
    "improve-drop": (given.NothingForm, lambda seat, _said, now: improving.drop(seat, now)),
    "open-again": (given.TextForm, lambda seat, said, now: opening.open_again(seat, said["text"], now)),
}
