"""What the pages about unpaid invoices show, forms aside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from leopold import model, words_dunning, words_ledger
from leopold.dunning.course import Course, hindering
from leopold.dunning.interest import Line
from leopold.dunning.steps import LETTERS, TONES
from leopold.dunning.stopping import LIFTABLE, Stop
from leopold_web.accounts.models import Workspace
from leopold_web.notifications import actions as outbox
from leopold_web.receivables.acting import interest, planning, ticking
from leopold_web.receivables.acting.books import Books, books_of
from leopold_web.receivables.acting.reminding import course_of, stop_rows, stops_of
from leopold_web.receivables.actions import exact
from leopold_web.receivables.models import Pause, PaymentPlan, Reminder
from leopold_web.relationships.models import Message
from leopold_web.relationships.quotations import Quotation, quotation
from leopold_web.wording import language, money, sums

PAGE: Final = 20
_CURRENCY: Final = "interest_currency"


@dataclass(frozen=True)
class ShownStop:
    """A reason not to remind, ready for the page, with all that proves it.

    `lift` is its kind where a person may say that it is over.
    """

    text: str
    until: date | None
    facts: list[str]
    quotations: list[Quotation]
    lift: str


def listed(workspace: Workspace, number: str) -> tuple[Page[Any], list[dict[str, Any]]]:
    """Return a page of counterparties with something overdue, the longest first, and what comes next with each."""
    page = Paginator(ticking.counterparties(workspace), PAGE).get_page(number)
    rows = []
    for about in page:
        books = books_of(workspace, about)
        known = course_of(books)
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
                "stops": [words_dunning.stop(each, language()) for each in left_out(known)],
            }
        )
    return page, rows


def left_out(known: Course) -> list[str]:
    """Return the kinds of reasons for which invoices are left out of the next step, each once."""
    asked = known.left or {}
    step = known.step.name if known.step else ""
    out = [hindering(stops, step) for invoice, stops in known.stops.items() if invoice not in asked]
    kinds = [each.kind for stops in out for each in stops]
    return list(dict.fromkeys(kinds))


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
        "stops": shown_stops(common, letters),
        "invoices": [_invoice(books, known, each, letters) for each in books.overdue],
        "reminders": list(
            Reminder.objects.filter(workspace=books.workspace, about=books.about).select_related("made_by")[:50]
        ),
        "steps": words_dunning.STEPS[language()],
        "pause": Pause.objects.filter(workspace=books.workspace, about=books.about).select_related("made_by").first(),
        "plans": [of_plan(each) for each in PaymentPlan.objects.filter(workspace=books.workspace, about=books.about)],
        "currencies": planning.plannable(books),
        "late": _all_late(books),
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
        "stops": shown_stops([each for each in known.stops[invoice] if each.number], letters),
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


def shown_stops(stops: Sequence[Stop], letters: Mapping[str, Message]) -> list[ShownStop]:
    """Return reasons not to remind as a page shows them, those of one kind together."""
    found = []
    for kind in dict.fromkeys(each.kind for each in stops):
        ones = [each for each in stops if each.kind == kind]
        days = [each.until for each in ones if each.until]
        facts = [words_dunning.fact(each.fact, language()) for each in ones if each.fact]
        quoted = _quoted([each.evidence for each in ones if each.evidence], letters)
        lift = kind if kind in LIFTABLE and any(not _marked(each) for each in ones) else ""
        until = max(days) if len(days) == len(ones) else None
        found.append(ShownStop(words_dunning.stop(kind, language()), until, facts, quoted, lift))
    return found


def _marked(stop: Stop) -> bool:
    """Whether it is the ledger that says so, which nobody lifts here."""
    return stop.fact is not None and stop.fact.kind == "marked_disputed"


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


def _all_late(books: Books) -> dict[str, Any]:
    """Late interest: of what is overdue, of what was paid late and waits for a decision, and the currencies without."""
    found = interest.late_ones(books)
    faults = [(each, each.fault) for each in found if each.fault]
    known = [each for each in found if each.interest]
    now = [each for each in known if books.dealings.left.get(each.invoice, 0) > 0]
    before = [each for each in known if each not in now]
    return {
        "now": [_late(each) for each in now],
        "before": [_late(each) for each in before],
        "waiting": sums((each.interest.amount, each.interest.currency) for each in before if not each.decided),  # type: ignore[union-attr]
        "without": ", ".join(sorted({each.invoice.currency for each, fault in faults if fault.kind == _CURRENCY})),
        "faults": [
            f"{each.invoice.number}: {fault.said(language())}" for each, fault in faults if fault.kind != _CURRENCY
        ],
    }


def _late(late: interest.Late) -> dict[str, Any]:
    found = late.interest
    if found is None:
        return {}
    last = words_dunning.day(found.known_until, language())
    return {
        "late": late,
        "law": words_dunning.LAWS[language()][found.law],
        "amount": money(found.amount, found.currency),
        "fixed": money(found.fixed, found.currency) if found.fixed else "",
        "lines": [_line(each, found.currency) for each in found.lines],
        "source": words_dunning.SOURCES[language()][found.law],
        "known": words_dunning.KNOWN[language()].format(day=last) if found.guessed else "",
        "decisions": [{"each": each, "amount": money(exact(each.amount), each.currency)} for each in late.decisions],
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
