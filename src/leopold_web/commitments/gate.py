"""The one gate to promises: members of the desk that keeps them, and nobody else."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, QuerySet
from django.shortcuts import get_object_or_404

from leopold_web.accounts.gate import workspaces_for
from leopold_web.accounts.models import User
from leopold_web.commitments.models import (
    Commitment,
    CommitmentChange,
    DismissedPromise,
    ExpectationConflict,
    FoundPromise,
)
from leopold_web.relationships.models import Relationship


def commitments_for(user: User | AnonymousUser) -> QuerySet[Commitment]:
    """Return the promises that `user` may see."""
    return Commitment.objects.filter(workspace__in=workspaces_for(user))


def get_commitment(user: User | AnonymousUser, pk: int) -> Commitment:
    """Return one promise, or raise Http404; its relationship is found by its key where its row was made anew."""
    known = commitments_for(user).select_related("workspace", "relationship__organization", "keeper", "agreement")
    found = get_object_or_404(known, pk=pk)
    if found.relationship is None and found.about:
        same = Relationship.objects.filter(workspace=found.workspace, organization__key=found.about)
        found.relationship = same.select_related("organization").first()
    return found


def found_promises_for(user: User | AnonymousUser) -> QuerySet[FoundPromise]:
    """Return the promises found in letters that `user` may see."""
    return FoundPromise.objects.filter(relationship__workspace__in=workspaces_for(user))


def waiting_promises_for(user: User | AnonymousUser) -> QuerySet[FoundPromise]:
    """Return the found promises that `user` may see and nobody has confirmed or dismissed."""
    named = {"workspace": OuterRef("relationship__workspace"), "about": OuterRef("relationship__organization__key")}
    confirmed = Commitment.objects.filter(**named, found_key=OuterRef("key"))
    dismissed = DismissedPromise.objects.filter(**named, key=OuterRef("key"))
    return found_promises_for(user).filter(~Exists(confirmed), ~Exists(dismissed))


def get_found_promise(user: User | AnonymousUser, pk: int) -> FoundPromise:
    """Return one promise found in a letter, or raise Http404."""
    known = found_promises_for(user).select_related("relationship__organization", "relationship__workspace")
    return get_object_or_404(known, pk=pk)


def get_change(user: User | AnonymousUser, commitment: int, pk: int) -> CommitmentChange:
    """Return one change of a promise, or raise Http404."""
    known = CommitmentChange.objects.filter(commitment__in=commitments_for(user).filter(pk=commitment))
    return get_object_or_404(known.select_related("commitment"), pk=pk)


def conflicts_for(user: User | AnonymousUser) -> QuerySet[ExpectationConflict]:
    """Return the conflicts of expectations that `user` may see."""
    return ExpectationConflict.objects.filter(relationship__workspace__in=workspaces_for(user))
