"""Pages of relationships: Today, the list, one relationship, one conversation."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import BadRequest
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from leopold import words, words_culture
from leopold_web.accounts import gate
from leopold_web.accounts.models import User
from leopold_web.cases import asking, recalling
from leopold_web.commitments import recalling as promises
from leopold_web.learning.actions import waiting_in
from leopold_web.learning.models import AlertMark
from leopold_web.relationships import corrections, drawings, letters, lists, quotations, standing, timeline
from leopold_web.relationships.models import Alert, CauseCorrection, Conversation, ConversationLink, Relationship
from leopold_web.wording import language

MOST_ALERTS = 5
REASONS_SHOWN = 3
LETTERS_SHOWN = 100
CASES_SHOWN = 12


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """Show at most five relationships that need a conversation, with their reasons and one next step."""
    user = gate.user_of(request)
    workspace, found = gate.workspace_of(user), gate.relationships_for(user)
    waiting = found.filter(state=Relationship.State.ALERT).select_related("organization").order_by("-log_odds", "pk")
    context = {
        "day": workspace.today(),
        "cards": [_card(each, alert) for each, alert in _open_alerts(waiting)],
        "more": max(waiting.count() - MOST_ALERTS, 0),
        "counts": found.aggregate(all=Count("pk"), watched=Count("pk", filter=Q(state=Relationship.State.WATCH))),
        "newest_import": gate.imports_for(user).first(),
        "postponed": waiting_in(workspace),
        "soon": promises.due_now(user, workspace.today()),
    }
    return render(request, "relationships/today.html", context)


@require_safe
def relationships(request: HttpRequest) -> HttpResponse:
    """Show all relationships, searched, filtered and sorted; the list alone where HTMX asks for it."""
    user = gate.user_of(request)
    choice = lists.Choice.of(request.GET)
    page = lists.page(gate.relationships_for(user), choice)
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "choice": choice,
        "page": page,
        "rows": lists.rows(list(page.object_list), gate.workspace_of(user).today()),
        "sorts": _sorts(request, choice),
        "query": query.urlencode(),
        "states": Relationship.State.choices,
        "kinds": Relationship.Kind.choices,
    }
    fragment = bool(getattr(request, "htmx", False))
    return render(request, "relationships/_list.html" if fragment else "relationships/relationships.html", context)


@require_safe
def relationship(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one relationship: its timeline, its health and exactly what moves it, the people on both sides."""
    user = gate.user_of(request)
    found = gate.get_relationship(user, pk)
    number = _number(request.GET.get("page"))
    events, more = timeline.entries(found, number)
    known = quotations.letters_of([found.pk], found.reasons)
    people = list(found.people.prefetch_related("addresses"))
    alert = found.alerts.filter(closed_at=None).first()
    ways, unknown = standing.ways(found)
    context = {
        "relationship": found,
        "reasons": quotations.shown(found.pk, found.reasons, known),
        "chart": _chart(found),
        "events": events,
        "number": number,
        "more": more,
        "theirs": [person for person in people if person.side == "theirs"],
        "ours": [person for person in people if person.side == "ours"],
        "conversations": found.conversations.all()[:12],
        "overdue": lists.overdue([found], gate.workspace_of(user).today()).get(found.pk, ""),
        "next_step": words.next_step(alert.next_step, language()) if alert else "",
        "returned": standing.returned(found),
        "ways": ways,
        "unknown": unknown,
        "suspects": standing.suspects(found),
        "sides": CauseCorrection.Side.values,
        "causes": [(name, words_culture.cause_name(name, language())) for name in CauseCorrection.Cause.values],
        "promises": promises.of_relationship(user, found, gate.workspace_of(user).today()),
        **_marked(user, found, alert),
        **_cases(request, found),
    }
    return render(request, "relationships/relationship.html", context)


@require_POST
def correct_cause(request: HttpRequest, pk: int) -> HttpResponse:
    """Note what somebody says of a possible cause, and lead back to it."""
    user = gate.user_of(request)
    found, said = gate.get_relationship(user, pk), request.POST
    try:
        corrections.correct(
            found, user, said.get("side", ""), said.get("cause", ""), said.get("verdict", ""), timezone.now()
        )
    except corrections.NoSuchCorrectionError as error:
        raise BadRequest("no such side, cause or verdict") from error
    return redirect(f"{reverse('relationship', args=[pk])}#causes")


@require_safe
def conversation(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the letters of one conversation, evidence marked, quotes and signatures folded."""
    found = gate.get_conversation(gate.user_of(request), pk)
    weak = dict(
        ConversationLink.objects.filter(conversation=found, by__in=("quote", "subject")).values_list("child", "by")
    )
    messages = found.messages.select_related("sender").prefetch_related("signals")
    page = Paginator(messages, LETTERS_SHOWN).get_page(_page_of(found, request))
    shown = [
        {
            "message": message,
            "stretches": letters.stretches(message, list(message.signals.all()), language()),
            "weak": weak.get(message.own_id, ""),
            "second": any(signal.reader for signal in message.signals.all()),
        }
        for message in page
    ]
    return render(request, "relationships/conversation.html", {"conversation": found, "letters": shown, "page": page})


def _page_of(found: Conversation, request: HttpRequest) -> int:
    """Return the page asked for by its number, or by a letter on it."""
    pk = _number(request.GET.get("letter")) if "letter" in request.GET else 0
    letter = found.messages.filter(pk=pk).first() if pk else None
    if letter is None:
        return _number(request.GET.get("page"))
    before = found.messages.filter(Q(at__lt=letter.at) | Q(at=letter.at, pk__lt=letter.pk)) if letter.at else None
    return (before.count() if before is not None else 0) // LETTERS_SHOWN + 1


def _open_alerts(waiting: QuerySet[Relationship]) -> list[tuple[Relationship, Alert]]:
    pairs = [(each, each.alerts.filter(closed_at=None).first()) for each in waiting[:MOST_ALERTS]]
    return [(each, alert) for each, alert in pairs if alert]


def _marked(user: User, found: Relationship, alert: Alert | None) -> dict[str, Any]:
    """Return what to say of the alert that is open, or else of the last one, and of its mark."""
    latest = alert or found.alerts.first()
    marks = gate.marks_for(user).filter(about=found.organization.key)
    return {"alert": latest, "mark": marks.filter(alert_key=latest.key).first() if latest else None}


def _cases(request: HttpRequest, found: Relationship) -> dict[str, Any]:
    """Return the cases about a relationship, the open ones first, and the link by which the other side can ask."""
    link, now = asking.link_of(found), timezone.now()
    known = recalling.open_cases(found)
    closed = recalling.cases_about(found).exclude(closed_at=None).order_by("-closed_at", "-pk")[:CASES_SHOWN]
    return {
        "open_cases": known,
        "cases": [{"case": each, "overdue": each.is_overdue(now)} for each in [*known, *closed]],
        "asking_link": request.build_absolute_uri(reverse("ask", args=[link.code])) if link else "",
    }


def _card(found: Relationship, alert: Alert) -> dict[str, Any]:
    pressing = [reason for reason in found.reasons if reason["contribution"] > 0] or alert.reasons
    strongest = sorted(pressing, key=lambda reason: -reason["contribution"])[:REASONS_SHOWN]
    known = quotations.letters_of([found.pk], strongest)
    return {
        "relationship": found,
        "alert": alert,
        "open_cases": recalling.open_cases(found),
        "mark": AlertMark.objects.filter(relationship=found, alert_key=alert.key).first(),
        "spark": drawings.spark(found.sparkline, bad=True),
        "reasons": quotations.shown(found.pk, strongest, known, quotes=2),
        "next_step": words.next_step(alert.next_step, language()),
    }


def _chart(found: Relationship) -> drawings.Chart | None:
    history = [(point.at, point.value) for point in found.health_points.only("at", "value", "relationship")]
    raised = [alert.raised_at for alert in found.alerts.all()]
    return drawings.chart(history, [at for at in raised if history and history[0][0] <= at <= history[-1][0]])


def _sorts(request: HttpRequest, choice: lists.Choice) -> dict[str, dict[str, str]]:
    """Return for each sortable column where its head leads, and how it is sorted now."""
    found = {}
    for name in lists.SORTS:
        query = request.GET.copy()
        query.pop("page", None)
        query["sort"] = f"-{name}" if choice.sort == name else name
        current = {name: "ascending", f"-{name}": "descending"}.get(choice.sort, "")
        found[name] = {"query": query.urlencode(), "current": current}
    return found


def _number(text: str | None) -> int:
    return max(int(text), 1) if text and text.isascii() and text.isdigit() and len(text) < 12 else 1
