"""What the pages about unpaid invoices show, forms aside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from leopold import model, words_dunning, words_ledger
from leopold.dunning.course import Course
from leopold.dunning.interest import Line
from leopold.dunning.steps import LETTERS, TONES
from leopold.dunning.stopping import LIFTABLE, Stop
from leopold_web.accounts.models import Workspace
from leopold_web.notifications import actions as outbox
from leopold_web.receivables.acting import interest, ticking
from leopold_web.receivables.acting.books import Books, books_of
from leopold_web.receivables.acting.reminding import course_of, stop_rows, stops_of
from leopold_web.receivables.actions import exact
from leopold_web.receivables.models import Pause, PaymentPlan, Reminder
from leopold_web.relationships.models import Message
from leopold_web.relationships.quotations import Quotation, quotation
from leopold_web.wording import language, money, sums

PAGE: Final = 20


@dataclass(frozen=True)
class ShownStop:
    """A reason not to remind, ready for the page; `lift` is its kind where a person may say that it is over."""

    text: str
    number: str
    until: Any
    fact: str
    quotation: Quotation | None
    lift: str


def listed(workspace: Workspace, number: str) -> tuple[Page[Any], list[dict[str, Any]]]:
    """Return a page of counterparties with something overdue, the longest first, and what comes next with each."""
    page = Paginator(ticking.counterparties(workspace), PAGE).get_page(number)
    rows = []
    for about in page:
        books = books_of(workspace, about)
        known = course_of(books)
        stops = first_stops(known)
        rows.append(
            {
                "about": about,
                "name": books.name,
                "sums": sums((books.dealings.left[each], each.currency) for each in books.overdue),
                "count": len(books.overdue),
                "days": max(((books.dealings.day - each.due).days for each in books.overdue), default=0),
                "step": words_dunning.step(known.step.name, language()) if known.step else "",
                "on": known.step.on if known.step and not known.step.ripe(books.dealings.day) else None,
                "why": words_ledger.why(known.why, language()) if known.step else "",
                "stops": [words_dunning.stop(each, language()) for each in stops],
            }
        )
    return page, rows


def first_stops(known: Course) -> list[str]:
    """Return the kinds of reasons that stop something with a counterparty, each once."""
    return list(dict.fromkeys(each.kind for stops in known.stops.values() for each in stops))


def of_counterparty(books: Books) -> dict[str, Any]:
    """Return all that the page of one counterparty shows."""
    known = course_of(books)
    letters = _letters(books, [each for stops in known.stops.values() for each in stops])
    step = known.step
    everything = [each for stops in known.stops.values() for each in stops if not each.number]
    common = [each for place, each in enumerate(everything) if each not in everything[:place]]
    return {
        "books": books,
        "step": words_dunning.step(step.name, language()) if step else "",
        "is_letter": step is not None and step.name in LETTERS,
        "later": step.on if step and not step.ripe(books.dealings.day) else None,
        "facts": [words_dunning.fact(each, language()) for each in step.facts] if step else [],
        "tone": known.tone,
        "tones": [(each, words_dunning.TONES[language()][each]) for each in TONES],
        "stops": [shown_stop(each, letters) for each in common],
        "invoices": [_invoice(books, known, each, letters) for each in books.overdue],
        "reminders": list(
            Reminder.objects.filter(workspace=books.workspace, about=books.about).select_related("made_by")[:50]
        ),
        "steps": words_dunning.STEPS[language()],
        "pause": Pause.objects.filter(workspace=books.workspace, about=books.about).select_related("made_by").first(),
        "plans": [of_plan(each) for each in PaymentPlan.objects.filter(workspace=books.workspace, about=books.about)],
        "currencies": sorted({each.currency for each in books.overdue}),
        "late": [_late(each) for each in interest.late_ones(books)],
        "total": sums((books.dealings.left[each], each.currency) for each in books.overdue),
    }


def _invoice(books: Books, known: Course, invoice: model.Invoice, letters: Mapping[str, Message]) -> dict[str, Any]:
    why = known.whys[invoice]
    left = books.dealings.left[invoice]
    return {
        "number": invoice.number,
        "due": invoice.due,
        "days": (books.dealings.day - invoice.due).days,
        "left": money(left, invoice.currency),
        "amount": money(invoice.amount, invoice.currency) if left != invoice.amount else "",
        "why": words_ledger.why(why.why, language()),
        "proofs": [words_ledger.fact(each, language()) for each in why.facts],
        "quotations": _quoted(why.evidence, {**letters, **_by_id(books, why.evidence)}),
        "stops": [shown_stop(each, letters) for each in known.stops[invoice] if each.number],
        "asked": known.left is not None and invoice in known.left,
    }


def _quoted(evidence: Iterable[model.Evidence], letters: Mapping[str, Message]) -> list[Quotation]:
    return [quotation(each, letters[each.message_id]) for each in evidence if each.message_id in letters]


def _letters(books: Books, stops: Sequence[Stop]) -> dict[str, Message]:
    return _by_id(books, [each.evidence for each in stops if each.evidence])


def _by_id(books: Books, evidence: Iterable[model.Evidence]) -> dict[str, Message]:
    if books.relationship is None:
        return {}
    ids = {each.message_id for each in evidence}
    found = Message.objects.filter(relationship=books.relationship, own_id__in=ids)
    return {each.own_id: each for each in found}


def shown_stop(stop: Stop, letters: Mapping[str, Message]) -> ShownStop:
    """Return a reason not to remind as a page shows it."""
    message = letters.get(stop.evidence.message_id) if stop.evidence else None
    return ShownStop(
        words_dunning.stop(stop.kind, language()),
        stop.number,
        stop.until,
        words_dunning.fact(stop.fact, language()) if stop.fact else "",
        quotation(stop.evidence, message) if stop.evidence and message else None,
        stop.kind if stop.kind in LIFTABLE and not (stop.fact and stop.fact.kind == "marked_disputed") else "",
    )


def of_plan(plan: PaymentPlan) -> dict[str, Any]:
    """Return a plan with its parts, and what it rests on in words."""
    facts = [model.Fact(each["kind"], each["values"]) for each in plan.facts]
    parts = [
        {
            "due": each.due,
            "amount": money(exact(each.amount), plan.currency),
            "exact": exact(each.amount),
            "state": each.commitment.get_state_display() if each.commitment else "",
        }
        for each in plan.parts.select_related("commitment")
    ]
    return {
        "plan": plan,
        "parts": parts,
        "facts": [words_dunning.fact(each, language()) for each in facts],
        "numbers": ", ".join(plan.invoices.values_list("number", flat=True)),
        "total": money(sum((exact(each.amount) for each in plan.parts.all()), Decimal(0)), plan.currency),
    }


def _late(late: interest.Late) -> dict[str, Any]:
    known = {
        "late": late,
        "fault": late.fault.said(language()) if late.fault else "",
        "decisions": [{"each": each, "amount": money(exact(each.amount), each.currency)} for each in late.decisions],
    }
    if (found := late.interest) is None:
        return known
    last = words_dunning.day(found.known_until, language())
    return known | {
        "law": words_dunning.LAWS[language()][found.law],
        "amount": money(found.amount, found.currency),
        "fixed": money(found.fixed, found.currency) if found.fixed else "",
        "lines": [_line(each, found.currency) for each in found.lines],
        "source": found.source,
        "known": words_dunning.KNOWN[language()].format(day=last) if found.guessed else "",
    }


def _line(line: Line, currency: str) -> dict[str, Any]:
    return {
        "since": line.since,
        "until": line.until,
        "days": line.days,
        "base": money(line.base, currency),
        "rate": f"{line.rate.normalize():f}".replace(".", "," if language() == "ru" else "."),
        "year": line.year,
        "amount": money(line.amount, currency),
        "guessed": line.guessed,
    }


def of_reminder(reminder: Reminder) -> dict[str, Any]:
    """Return all that the page of one reminder shows."""
    is_draft = reminder.state == Reminder.State.DRAFT
    rows: Sequence[Mapping[str, Any]] = stop_rows(stops_of(reminder)) if is_draft else reminder.stopped_by
    return {
        "reminder": reminder,
        "step": words_dunning.STEPS[language()].get(reminder.step, ""),
        "is_draft": is_draft,
        "mail": outbox.is_on(),
        "numbers": ", ".join(reminder.invoices.values_list("number", flat=True)),
        "stops": [_worded(each) for each in rows if each["kind"] != "undelivered"],
        "undelivered": is_draft and any(each["kind"] == "undelivered" for each in reminder.stopped_by),
    }


def _worded(row: Mapping[str, Any]) -> dict[str, str]:
    fact, quote = row.get("fact"), row.get("evidence")
    said = words_dunning.STOPS[language()].get(row["kind"], _("It must not go out"))
    proof = words_dunning.fact(model.Fact(fact["kind"], fact["values"]), language()) if fact else ""
    return {"text": said, "number": row.get("number", ""), "fact": proof, "quote": quote["quote"] if quote else ""}
