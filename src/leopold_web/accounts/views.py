"""Pages of accounts: the first run. Signing in and out is allauth's."""

from __future__ import annotations

from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from leopold_web.accounts import actions, setup
from leopold_web.accounts.forms import FirstRunForm


@login_not_required
@require_http_methods(["GET", "POST"])
def first_run(request: HttpRequest) -> HttpResponse:
    """Create the owner, while there is none."""
    if not actions.needs_first_run():
        return redirect("today")
    if setup.is_needed():
        setup.code()
    form = FirstRunForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return render(request, "accounts/first_run.html", {"form": form}, status=422 if form.is_bound else 200)
    found = form.cleaned_data
    try:
        user = actions.create_owner(
            email=found["email"],
            password=found["password"],
            name=found["name"],
            company=found["company"],
            own_domains=found["own_domains"],
            language=get_language() or "en",
        )
    except actions.AlreadySetUpError:
        return redirect("account_login")
    login(request, user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return redirect("import-new")
