"""The page on which a reply is checked."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from leopold_web.accounts import gate
from leopold_web.coaching import showing
from leopold_web.coaching.actions import check_reply
from leopold_web.coaching.forms import ReplyForm
from leopold_web.relationships.models import Conversation
from leopold_web.wording import language


@require_http_methods(["GET", "POST"])
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a draft reply to a conversation and show what may hurt in it; the result alone where HTMX asks for it."""
    user = gate.user_of(request)
    conversation = gate.get_conversation(user, pk)
    form = ReplyForm(request.POST if request.method == "POST" else None)
    context: dict[str, Any] = {"conversation": conversation, "reply_form": form}
    if form.is_valid():
        context |= _checked(conversation, form, gate.workspace_of(user).today())
    if getattr(request, "htmx", False):
        return render(request, "coaching/_check.html", context)
    return render(request, "coaching/reply.html", context, status=422 if form.is_bound and form.errors else 200)


def _checked(conversation: Conversation, form: ReplyForm, today: date) -> dict[str, Any]:
    draft = form.cleaned_data["draft"]
    findings = check_reply(conversation, draft, today)
    ids = {piece.message_id for one in findings for piece in one.evidence}
    letters = {message.own_id: message for message in conversation.messages.filter(own_id__in=ids)}
    examples = form.cleaned_data["examples"]
    return {
        "checked": True,
        "stretch": showing.marked(draft, findings, language()),
        "findings": showing.shown(draft, findings, letters, language(), examples=examples),
    }
