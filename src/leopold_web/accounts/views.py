"""Pages of accounts: the first run, and tokens for the API. Signing in and out is allauth's."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from leopold_web.accounts import actions, setup
from leopold_web.accounts import tokens as personal
from leopold_web.accounts.forms import FirstRunForm, TokenForm
from leopold_web.accounts.gate import user_of


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


@never_cache
@require_http_methods(["GET", "POST"])
def tokens(request: HttpRequest) -> HttpResponse:
    """Show the tokens of who asks, and make one, which is shown this once."""
    user, made = user_of(request), ""
    form = TokenForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            made, form = personal.make(user, form.cleaned_data["name"], timezone.now()), TokenForm()
        except personal.TooManyError:
            form.add_error("name", _("You hold as many tokens as one may. Revoke one that you need no longer."))
    context = {"form": form, "made": made, "tokens": personal.tokens_of(user)}
    return render(request, "accounts/tokens.html", context, status=422 if form.errors else 200)


@require_POST
def revoke_token(request: HttpRequest, pk: int) -> HttpResponse:
    """Let one of one's own tokens open nothing any more."""
    personal.revoke(user_of(request), pk, timezone.now())
    messages.success(request, _("This token opens nothing any more."))
    return redirect("tokens")
