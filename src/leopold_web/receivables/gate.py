"""The one gate to the ledger of a desk: its members, and nobody else."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from leopold_web.accounts.gate import workspace_of, workspaces_for
from leopold_web.accounts.models import User
from leopold_web.receivables.acting.books import Books, about_of, books_of, invoices_of
from leopold_web.receivables.models import Invoice, Outlook, Payment, PaymentPlan, Reminder, TableMapping


def invoices_for(user: User | AnonymousUser) -> QuerySet[Invoice]:
    """Return the invoices that `user` may see."""
    return Invoice.objects.filter(workspace__in=workspaces_for(user))


def get_invoice(user: User | AnonymousUser, pk: int) -> Invoice:
    """Return one invoice, or raise Http404."""
    found = invoices_for(user).select_related("workspace", "relationship__organization", "outlook")
    return get_object_or_404(found, pk=pk)


def outlooks_for(user: User | AnonymousUser) -> QuerySet[Outlook]:
    """Return what is expected of the open invoices that `user` may see."""
    return Outlook.objects.filter(invoice__workspace__in=workspaces_for(user))


def counterparty_for(user: User | AnonymousUser, about: str) -> QuerySet[Invoice]:
    """Return the invoices of a counterparty that has any, or raise Http404."""
    found = invoices_of(workspace_of(user), about)
    if not about or not found.exists():
        raise Http404
    return found


def payments_for(user: User | AnonymousUser) -> QuerySet[Payment]:
    """Return the payments that `user` may see."""
    return Payment.objects.filter(workspace__in=workspaces_for(user))


def get_payment(user: User | AnonymousUser, pk: int) -> Payment:
    """Return one payment, or raise Http404."""
    return get_object_or_404(payments_for(user).select_related("workspace"), pk=pk)


def mappings_for(user: User | AnonymousUser) -> QuerySet[TableMapping]:
    """Return the mappings of tables that `user` may see."""
    return TableMapping.objects.filter(workspace__in=workspaces_for(user))


def reminders_for(user: User | AnonymousUser) -> QuerySet[Reminder]:
    """Return the reminders of invoices that `user` may see."""
    return Reminder.objects.filter(workspace__in=workspaces_for(user))


def get_reminder(user: User | AnonymousUser, pk: int) -> Reminder:
    """Return one reminder, or raise Http404."""
    found = reminders_for(user).select_related("workspace", "relationship__organization", "letter", "made_by")
    return get_object_or_404(found, pk=pk)


def get_books(user: User | AnonymousUser, about: str) -> Books:
    """Return what the desk of `user` knows of a counterparty that has invoices, or raise Http404."""
    counterparty_for(user, about)
    return books_of(workspace_of(user), about)


def get_books_of(row: Invoice | PaymentPlan) -> Books:
    """Return what its own desk knows of the counterparty of a row that this gate let through, or raise Http404.

    A user may have a seat at several desks, which may know a counterparty by the same name.
    """
    about = about_of(row) if isinstance(row, Invoice) else row.about
    if not invoices_of(row.workspace, about).exists():
        raise Http404
    return books_of(row.workspace, about)


def plans_for(user: User | AnonymousUser) -> QuerySet[PaymentPlan]:
    """Return the payment plans that `user` may see."""
    return PaymentPlan.objects.filter(workspace__in=workspaces_for(user))


def get_plan(user: User | AnonymousUser, pk: int) -> PaymentPlan:
    """Return one payment plan, or raise Http404."""
    found = plans_for(user).select_related("workspace", "relationship__organization", "made_by")
    return get_object_or_404(found, pk=pk)
