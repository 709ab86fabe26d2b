"""Pages that show what is owed: all of it, one invoice, one counterparty."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from leopold_web.accounts.gate import user_of, workspace_of
from leopold_web.receivables import gate
from leopold_web.receivables.actions import exact
from leopold_web.receivables.seeing import charts, invoices, owed, wording


@require_safe
def receivables(request: HttpRequest) -> HttpResponse:
    """Show what is owed, when it is likely to come, and the invoices that are open."""
    user = user_of(request)
    workspace = workspace_of(user)
    today, state, choice = workspace.today(), owed.state_of(workspace), owed.Choice.of(request.GET)
    outlooks = gate.outlooks_for(user)
    page = owed.page(outlooks, choice, today)
    coming = owed.coming(workspace)
    context = {
        "state": state,
        "any": gate.invoices_for(user).exists(),
        "owed": [wording.owed(each) for each in owed.by_currency(outlooks, state, today)],
        "coming": [wording.coming(each, charts.bars(each.weeks)) for each in coming],
        "choice": choice,
        "page": page,
        "rows": [wording.row(invoices.standing(each.invoice, today, state)) for each in page.object_list],
    }
    return render(request, "receivables/receivables.html", context)


@require_safe
def invoice(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one invoice: how it stands, what was paid, what to expect, and why it is unpaid."""
    user = user_of(request)
    row = gate.get_invoice(user, pk)
    state = owed.state_of(row.workspace)
    standing = invoices.standing(row, row.workspace.today(), state)
    booked, offered = invoices.bookings(row)
    context = {
        "state": state,
        "invoice": row,
        "row": wording.row(standing),
        "explained": invoices.explained(row, standing.outlook),
        "booked": [wording.booking(each) for each in booked],
        "offered": [wording.booking(each) for each in offered],
        "notes": [(note, wording.money(exact(note.amount), note.currency)) for note in invoices.notes_of(row)],
    }
    return render(request, "receivables/invoice.html", context)


@require_safe
def counterparty(request: HttpRequest, about: str) -> HttpResponse:
    """Show one counterparty: how it pays, what it owes, and its invoices."""
    user = user_of(request)
    found = gate.counterparty_for(user, about)
    workspace = workspace_of(user)
    today, state = workspace.today(), owed.state_of(workspace)
    page = owed.invoices_page(found, request.GET.get("page", "1"))
    rows = [wording.row(invoices.standing(each, today, state)) for each in page.object_list]
    theirs = gate.outlooks_for(user).filter(invoice__in=found.order_by().values("pk"))
    context = {
        "about": about,
        "name": rows[0].standing.name,
        "relationship": rows[0].standing.invoice.relationship,
        "patterns": invoices.patterns(found, state),
        "owed": [wording.owed(each) for each in owed.by_currency(theirs, None, today)],
        "page": page,
        "rows": rows,
    }
    return render(request, "receivables/owes.html", context)
