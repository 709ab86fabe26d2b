"""The other side asks for a round table by a link that the desk gave them; what they ask waits here as a case."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.db import transaction

from leopold_web.accounts.models import Workspace
from leopold_web.cases import playbook
from leopold_web.cases.models import AskingLink, Case
from leopold_web.cases.refusals import CaseRefusedError
from leopold_web.cases.suggesting import subjects_of
from leopold_web.relationships.models import Relationship
from leopold_web.storage import clean

MOST_WAITING: Final = 5
"""Requests by one link that may wait at a time."""


def make_link(relationship: Relationship, now: datetime) -> AskingLink:
    """Return the link by which the other side can ask, made now where there is none."""
    with transaction.atomic():
        Workspace.objects.select_for_update().get(pk=relationship.workspace_id)
        key = relationship.organization.key
        found = AskingLink.objects.filter(workspace=relationship.workspace_id, about=key, revoked_at=None).first()
        if found is None:
            found = AskingLink(workspace=relationship.workspace, about=key, name=relationship.organization.name)
            found.made_at = now
        found.relationship = relationship
        clean(found).save()
    return found


def link_of(relationship: Relationship) -> AskingLink | None:
    """Return the link that the other side of a relationship can use now."""
    links = AskingLink.objects.filter(workspace=relationship.workspace_id, about=relationship.organization.key)
    return links.filter(revoked_at=None).first()


def take_back(relationship: Relationship, now: datetime) -> None:
    """Let the link lead nowhere any more; what was asked by it stays."""
    links = AskingLink.objects.filter(workspace=relationship.workspace_id, about=relationship.organization.key)
    links.filter(revoked_at=None).update(revoked_at=now)


def ask(link: AskingLink, *, name: str, email: str, language: str, subject: str, text: str, now: datetime) -> Case:
    """Keep a request as an open case without an owner; the same request twice is one.

    CaseRefusedError while too many requests by this link wait.
    """
    with transaction.atomic():
        held = AskingLink.objects.select_for_update(of=("self",)).select_related("relationship").get(pk=link.pk)
        waiting = Case.objects.filter(workspace=held.workspace_id, about=held.about, closed_at=None).exclude(
            asked_by=""
        )
        case = clean(
            Case(
                workspace_id=held.workspace_id,
                relationship=held.relationship,
                about=held.about,
                name=held.name,
                subject=subject.strip(),
                trouble=playbook.trouble_of("", subjects_of(subject)),
                opened_at=now,
                asked_by=name.strip(),
                asked_email=email.strip().lower(),
                asked_language=language,
                asked_text=text.strip(),
            )
        )
        same = waiting.filter(subject=case.subject, asked_email=case.asked_email, asked_text=case.asked_text).first()
        if same is not None:
            return same
        if waiting.count() >= MOST_WAITING:
            raise CaseRefusedError("too_many_asked")
        case.save()
    return case
