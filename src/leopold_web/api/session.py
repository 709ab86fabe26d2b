"""Who asks, and what everybody may ask: a CSRF token, a new link, and whether a protocol is as it was signed."""

from __future__ import annotations

from datetime import datetime

from allauth.core import ratelimit
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Router, Schema

from leopold_web.accounts.gate import user_of, workspace_of
from leopold_web.api import bodies
from leopold_web.api.access import MEMBERS, READING, SEATED
from leopold_web.api.faults import Fault, FormFault, answer, fault
from leopold_web.round_tables import checking, letters
from leopold_web.round_tables.actions import opening
from leopold_web.round_tables.forms import AgainForm
from leopold_web.round_tables.models import Agreement
from leopold_web.round_tables.taking import NotUnderstoodError

router = Router(tags=["who asks"])


class Csrf(Schema):
    """What to send as the header X-CSRFToken with whatever changes something, where cookies tell who asks."""

    token: str


class Me(Schema):
    """Who asks."""

    email: str
    name: str
    workspace: str


class Protocol(Schema):
    """Of a signed protocol: its hash, when it was signed, and whether what is kept is what was signed."""

    hash: str
    accepted_at: datetime
    signed_at: datetime
    signatures: list[datetime]
    matches: bool


@router.get("/csrf", url_name="api-csrf", response=Csrf)
def csrf(request: HttpRequest) -> HttpResponse:
    """Get a CSRF token and its cookie; only where cookies tell who asks, not with a token of the API."""
    return answer(Csrf(token=get_token(request)))


@router.get("/me", url_name="api-me", auth=list(MEMBERS), response={200: Me, READING: Fault})
def me(request: HttpRequest) -> HttpResponse:
    """Read as whom this request came."""
    user = user_of(request)
    return answer(Me(email=user.email, name=user.name, workspace=workspace_of(user).name))


@router.post(
    "/links",
    url_name="api-links",
    auth=[SEATED[1]],
    response={200: dict, 400: FormFault, (403, 409, 429): Fault},
)
def again(request: HttpRequest) -> HttpResponse:
    """Send a new link to ``{"email": ""}`` if it has a seat; the answer is the same whether it has or not."""
    form = AgainForm(bodies.as_form(bodies.read(request)))
    if not letters.are_sent():
        return fault(409, _("This desk sends no e-mail: ask whoever invited you for a new link."))
    if not form.is_valid():
        raise NotUnderstoodError(form.errors)
    email = form.cleaned_data["email"].lower()
    if not ratelimit.consume(request, action="seat_again", key=email):
        return fault(429)
    opening.ask_again(email, timezone.now())
    return answer({})


@router.get("/protocols/{code}", url_name="api-protocol", response={200: Protocol, (404, 429): Fault})
def protocol(request: HttpRequest, code: str) -> HttpResponse:
    """Check the protocol under `code`, the last part of the address that stands on it; no word of it is told."""
    if checking.are_too_many(request):
        return fault(429)
    agreement = Agreement.objects.filter(code=code).first()
    found = checking.check(agreement) if agreement else None
    if found is None:
        raise Http404
    return answer(
        Protocol(
            hash=found.content_hash,
            accepted_at=found.accepted_at,
            signed_at=found.signed_at,
            signatures=list(found.signatures),
            matches=found.matches,
        )
    )
