"""What the API says when it cannot do a thing: ``{"error": sentence}``, in the language of who asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from ninja import Schema

from leopold_web.round_tables import gate, noting
from leopold_web.round_tables.taking import HotError, NotUnderstoodError

SENTENCES: Final[dict[int, Callable[[], str]]] = {
    400: lambda: _("This is not what is asked for here. See how it is described in openapi.json."),
    401: lambda: _("Sign in, or send a token that is good."),
    403: lambda: _("This request carries no valid CSRF token. Get one from /api/v1/csrf and send it as X-CSRFToken."),
    404: lambda: _("There is nothing here, or nothing that you may see."),
    405: lambda: _("This address is not asked in this way. See how it is described in openapi.json."),
    413: lambda: _("This is too long to be kept. Say it in fewer words."),
    429: lambda: _("Too many tries. Wait a while."),
}


class Fault(Schema):
    """Why something was not done; nothing was changed."""

    error: str


class FormFault(Fault):
    """What is wrong with what was sent: as one sentence, and under the name of each field ("__all__" for the whole)."""

    fields: dict[str, list[str]] | None = None


class Finding(Schema):
    """What in a message may hurt: its name, the words, why, and what would be better."""

    name: str
    quote: str
    reason: str
    suggestion: str


class HotFault(Fault):
    """A message that may hurt and was not sent; sent with "anyway": true it goes out as it is."""

    findings: list[Finding] | None = None


def fault(status: int, error: str = "", **more: object) -> HttpResponse:
    """Return a refusal, in the words of `error` or the usual ones of the status."""
    return answer({"error": error or SENTENCES[status if status in SENTENCES else 400](), **more}, status=status)


def form_fault(found: NotUnderstoodError) -> HttpResponse:
    """Return what a form found wrong."""
    fields = {name: [str(each) for each in faults] for name, faults in found.errors.items()}
    return fault(400, found.said, fields=fields)


def hot_fault(found: HotError) -> HttpResponse:
    """Return why a message may hurt."""
    findings = [
        {"name": each.name, "quote": each.quote, "reason": each.reason, "suggestion": each.suggestion}
        for each in found.found["findings"]
    ]
    return fault(
        409, _("Not sent yet: this may hurt more than it helps. With “anyway” it goes out as it is."), findings=findings
    )


def answer(said: Schema | Sequence[Schema] | Mapping[str, object], *, status: int = 200) -> HttpResponse:
    """Return what is said as JSON, letters of all scripts as they are."""
    data: object = said
    if isinstance(said, Schema):
        data = said.model_dump(mode="json")
    elif not isinstance(said, Mapping):
        data = [each.model_dump(mode="json") for each in said]
    return JsonResponse(data, status=status, safe=False, json_dumps_params={"ensure_ascii": False})


def refuse(request: HttpRequest, refusal: gate.LinkRefusedError) -> HttpResponse:
    """Answer every link and seat that is not for who asks alike, and keep a note of it, as the pages do."""
    said = fault(noting.note(request, refusal))
    # As on the pages: what may be near a link stays out of the log.
    said._has_been_logged = True  # type: ignore[attr-defined]
    return said
