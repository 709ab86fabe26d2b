"""Check questions, "which package would you rather sign?": asked of one party alone, from its own answers alone.

Their answers are sealed beside that party's private answers. How far its values may be off is worked out from them
whenever it is needed, and kept nowhere else. Where they contradict what was stated, that party alone is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import numpy as np

from leopold.settlement.elicitation import Package
from leopold.settlement.estimate import Estimate
from leopold.settlement.inconsistencies import inconsistencies
from leopold.settlement.model import Issue
from leopold.settlement.questions import next_question
from leopold_web.round_tables import engine, gate, sealing, stating
from leopold_web.round_tables.actions.machine import acting, is_done
from leopold_web.round_tables.models import CheckAnswers, RoundTable, Seat, TableIssue
from leopold_web.round_tables.refusals import RefusedError
from leopold_web.wording import language

Stage = RoundTable.Stage
KIND: Final = "checks"
PREFERRED: Final = ("first", "second", "same")
LOW, HIGH = 0.05, 0.95
"""What is shown of how far points may be off: in nine of ten draws they lie between these."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A check question: how many were answered before it, and both packages in words, [(issue, option), ...]."""

    number: int
    first: tuple[tuple[str, str], ...]
    second: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """An answer that contradicts what was stated: both packages, which was preferred, and what would explain it."""

    number: int
    first: tuple[tuple[str, str], ...]
    second: tuple[tuple[str, str], ...]
    preferred: str
    said: str


@dataclass(frozen=True, slots=True)
class Span:
    """Between which points out of 100 an issue lies for its party, by all that it said."""

    issue: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page of a party shows of its check questions, for it alone."""

    asked: Asked | None = None
    contradictions: tuple[Contradiction, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Known:
    """What a party has said so far."""

    domain: engine.Domain
    issues: list[Issue]
    kept: list[Any]
    estimate: Estimate


def answer(seat: Seat, number: int, preferred: str, now: datetime) -> None:
    """Answer the check question after `number` answered ones: "first", "second" or "same".

    RefusedError when that question is no longer the one asked, or the answers are locked for this round.
    """
    with acting(seat, now, Stage.INTERESTS) as table:
        if is_done(seat):
            raise RefusedError("answers_locked")
        known = _known(seat)
        question = next_question(known.estimate, engine.exclusions_of(table, known.domain)) if known else None
        if known is None or question is None or number != len(known.kept) or preferred not in PREFERRED:
            raise RefusedError("other_question")
        first, second = (stating.options_of(known.domain, each) for each in (question.first, question.second))
        _keep(seat, [*known.kept, {"first": first, "second": second, "preferred": preferred}])


def take_back(seat: Seat, number: int, now: datetime) -> None:
    """Take back the answer to a check question, by its place among those answered."""
    with acting(seat, now, Stage.INTERESTS):
        if is_done(seat):
            raise RefusedError("answers_locked")
        kept = answered(seat)
        if not 0 <= number < len(kept):
            raise RefusedError("other_question")
        _keep(seat, kept[:number] + kept[number + 1 :])


def begin(seat: Seat) -> None:
    """Keep that nothing was answered yet: whether a row is there must not tell whether there was anything to ask."""
    if not CheckAnswers.objects.filter(seat=seat).exists():
        _keep(seat, [])


def shown(seat: Seat) -> Shown:
    """Return the next question for who sits at `seat`, their contradictions and spans, while they may still change."""
    if seat.table.stage != Stage.INTERESTS or not seat.table.is_open:
        return Shown()
    known = _known(seat)
    if known is None:
        return Shown()
    return Shown(None if is_done(seat) else _asked(seat.table, known), _contradictions(known), _spans(known))


def _asked(table: RoundTable, known: _Known) -> Asked | None:
    question = next_question(known.estimate, engine.exclusions_of(table, known.domain))
    if question is None:
        return None
    return Asked(len(known.kept), _words(known.issues, question.first), _words(known.issues, question.second))


def _contradictions(known: _Known) -> tuple[Contradiction, ...]:
    found = inconsistencies(known.estimate.stated, known.estimate.answers)
    numbers = _numbers(known)
    return tuple(
        Contradiction(
            numbers[known.estimate.answers.index(each.answer)],
            _words(known.issues, each.answer.first),
            _words(known.issues, each.answer.second),
            each.answer.preferred,
            each.fault(known.issues).said(language()),
        )
        for each in found
    )


def _spans(known: _Known) -> tuple[Span, ...]:
    own, found = known.estimate, []
    bounds = [*np.cumsum([0, *(len(row) for row in own.stated.ratings)])]
    for number, issue in enumerate(known.issues):
        share = own.values[:, bounds[number] : bounds[number + 1]].max(axis=1)
        order = np.argsort(share)
        low, high = (share[order][np.searchsorted(np.cumsum(own.weights[order]), edge)] for edge in (LOW, HIGH))
        found.append(Span(issue.name, round(100 * float(low)), round(100 * float(high))))
    return tuple(found)


def answered(seat: Seat) -> list[Any]:
    """Return what who sits at `seat` answered to check questions, by the numbers of options; for that seat alone."""
    kept = CheckAnswers.objects.filter(seat=seat).first()
    if kept is None or seat.table.sealed_key is None:
        return []
    found: list[Any] = sealing.open_sealed(seat, KIND, bytes(kept.sealed))["answers"]
    return found


def _keep(seat: Seat, answers: Sequence[Any]) -> None:
    sealed = sealing.seal(seat, KIND, {"answers": list(answers)})
    CheckAnswers.objects.update_or_create(seat=seat, defaults={"sealed": sealed})


def _known(seat: Seat) -> _Known | None:
    """Return what a party has said; None until its answers are whole, and where it likes all options equally."""
    domain, answers = engine.domain_of(seat.table), gate.own_answers(seat)
    try:
        engine.check(domain, answers)
    except RefusedError:
        return None
    kept = answered(seat)
    found = stating.estimate_of(seat.table, domain, answers, kept)
    return _Known(domain, _issues(seat.table, domain), kept, found) if found else None


def _numbers(known: _Known) -> list[int]:
    """Return, for each answer that still counts, its place among those kept."""
    stated = known.estimate.stated
    return [number for number, each in enumerate(known.kept) if stating.checked_answers(known.domain, stated, [each])]


def _issues(table: RoundTable, domain: engine.Domain) -> list[Issue]:
    rows = {issue.pk: issue for issue in TableIssue.objects.filter(table=table).prefetch_related("options")}
    texts = {option.pk: option.text for issue in rows.values() for option in issue.options.all()}
    return [Issue(rows[issue].name, tuple(texts[option] for option in options)) for issue, options in domain]


def _words(issues: Sequence[Issue], package: Package) -> tuple[tuple[str, str], ...]:
    return tuple((issue.name, issue.options[option]) for issue, option in zip(issues, package, strict=True))
