"""What is owed: the first page of receivables."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from leopold_web.accounts.gate import user_of
from leopold_web.receivables import gate


@require_safe
def receivables(request: HttpRequest) -> HttpResponse:
    """Show what is owed."""
    return render(request, "receivables/receivables.html", {"invoices": gate.invoices_for(user_of(request))})
