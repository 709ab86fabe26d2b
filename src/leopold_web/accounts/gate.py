"""The one gate to everything that belongs to a workspace: what a user may not see does not exist for them."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from leopold_web.accounts.models import User, Workspace
from leopold_web.inbox.models import Import
from leopold_web.learning.models import AlertMark
from leopold_web.relationships.models import Alert, Conversation, Relationship


def user_of(request: HttpRequest) -> User:
    """Return who asks; only for pages that nobody reaches without signing in."""
    return cast("User", request.user)


def workspaces_for(user: User | AnonymousUser) -> QuerySet[Workspace]:
    """Return the workspaces at which `user` has a seat."""
    if not isinstance(user, User) or not user.is_active:
        return Workspace.objects.none()
    return Workspace.objects.filter(memberships__user=user).order_by("pk")


def workspace_of(user: User | AnonymousUser) -> Workspace:
    """Return the workspace that `user` works in; Http404 when there is none."""
    workspace = workspaces_for(user).first()
    if workspace is None:
        raise Http404
    return workspace


def relationships_for(user: User | AnonymousUser) -> QuerySet[Relationship]:
    """Return the relationships that `user` may see."""
    return Relationship.objects.filter(workspace__in=workspaces_for(user))


def get_relationship(user: User | AnonymousUser, pk: int) -> Relationship:
    """Return one relationship, or raise Http404."""
    return get_object_or_404(relationships_for(user).select_related("organization"), pk=pk)


def conversations_for(user: User | AnonymousUser) -> QuerySet[Conversation]:
    """Return the conversations that `user` may see."""
    return Conversation.objects.filter(relationship__workspace__in=workspaces_for(user))


def get_conversation(user: User | AnonymousUser, pk: int) -> Conversation:
    """Return one conversation, or raise Http404."""
    found = conversations_for(user).select_related("relationship", "relationship__organization")
    return get_object_or_404(found, pk=pk)


def imports_for(user: User | AnonymousUser) -> QuerySet[Import]:
    """Return the imports that `user` may see."""
    return Import.objects.filter(workspace__in=workspaces_for(user))


def get_import(user: User | AnonymousUser, pk: int) -> Import:
    """Return one import, or raise Http404."""
    return get_object_or_404(imports_for(user), pk=pk)


def alerts_for(user: User | AnonymousUser) -> QuerySet[Alert]:
    """Return the alerts that `user` may see."""
    return Alert.objects.filter(relationship__workspace__in=workspaces_for(user))


def get_alert(user: User | AnonymousUser, pk: int) -> Alert:
    """Return one alert, or raise Http404."""
    found = alerts_for(user).select_related("relationship__workspace", "relationship__organization")
    return get_object_or_404(found, pk=pk)


def marks_for(user: User | AnonymousUser) -> QuerySet[AlertMark]:
    """Return the marks of alerts that `user` may see."""
    return AlertMark.objects.filter(workspace__in=workspaces_for(user))


def get_mark(user: User | AnonymousUser, pk: int) -> AlertMark:
    """Return one mark of an alert, or raise Http404."""
    return get_object_or_404(marks_for(user).select_related("relationship"), pk=pk)
