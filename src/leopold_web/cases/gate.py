"""The one gate to cases: members of the desk that keeps them, and nobody else."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from leopold_web.accounts.gate import workspaces_for
from leopold_web.accounts.models import User
from leopold_web.cases.models import AskingLink, Case, Task
from leopold_web.relationships.models import Relationship


def cases_for(user: User | AnonymousUser) -> QuerySet[Case]:
    """Return the cases that `user` may see."""
    return Case.objects.filter(workspace__in=workspaces_for(user))


def get_case(user: User | AnonymousUser, pk: int) -> Case:
    """Return one case, or raise Http404; its relationship is found by its key where its row was made anew."""
    known = cases_for(user).select_related("workspace", "relationship__organization", "owner")
    found = get_object_or_404(known, pk=pk)
    if found.relationship is None:
        same = Relationship.objects.filter(workspace=found.workspace, organization__key=found.about)
        found.relationship = same.select_related("organization").first()
    return found


def get_task(user: User | AnonymousUser, case: int, pk: int) -> Task:
    """Return one task of a case, or raise Http404."""
    return get_object_or_404(Task.objects.filter(case__in=cases_for(user), case_id=case).select_related("case"), pk=pk)


def asking_link_of(code: str) -> AskingLink:
    """Return the link that leads whoever holds it to the form for asking, or raise Http404."""
    found = AskingLink.objects.select_related("workspace", "relationship").filter(code=code, revoked_at=None).first()
    if found is None:
        raise Http404
    return found
