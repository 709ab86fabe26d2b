"""The API itself: its parts, how it refuses, and how it is described."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema

from leopold_web.api import (
    bodies,
    describing,
    promises,
    receivables,
    relationships,
    reminders,
    reminding,
    round_tables,
    seats,
    session,
)
from leopold_web.api.faults import fault, form_fault
from leopold_web.commitments.refusals import PromiseRefusedError
from leopold_web.receivables.acting.refusals import ActingRefusedError
from leopold_web.round_tables.refusals import RefusedError
from leopold_web.round_tables.taking import NotUnderstoodError

ABOUT = "What the pages of the desk show and do, as JSON: the same actions behind the same gate. See docs/api.md."


class Desk(NinjaAPI):
    """django-ninja, with each step of a seat described by the form that it takes."""

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """Return how the API is described."""
        prefix = path_prefix or reverse("api:openapi-json").removesuffix("openapi.json")
        return describing.with_steps(super().get_openapi_schema(path_prefix=prefix, path_params=path_params))


api = Desk(title="Leopold", version="1", description=ABOUT, docs_url=None, urls_namespace="api")
api.add_router("", session.router)
api.add_router("seats", seats.router)
api.add_router("round-tables", round_tables.router)
api.add_router("relationships", relationships.router)
api.add_router("receivables", receivables.router)
api.add_router("relationships", reminders.beside)
api.add_router("promises", promises.router)
api.add_router("promises", reminders.router)
api.add_router("receivables/reminding", reminding.router)


@api.exception_handler(Http404)
def _nothing(_request: HttpRequest, _error: Http404) -> HttpResponse:
    return fault(404)


@api.exception_handler(HttpError)
def _refused(_request: HttpRequest, error: HttpError) -> HttpResponse:
    return fault(error.status_code)


@api.exception_handler(ValidationError)
def _odd_address(_request: HttpRequest, _error: ValidationError) -> HttpResponse:
    return fault(404)


@api.exception_handler(bodies.BodyError)
def _odd_body(_request: HttpRequest, error: bodies.BodyError) -> HttpResponse:
    return fault(error.status)


@api.exception_handler(NotUnderstoodError)
def _odd_form(_request: HttpRequest, error: NotUnderstoodError) -> HttpResponse:
    return form_fault(error)


@api.exception_handler(RefusedError)
def _not_now(_request: HttpRequest, error: RefusedError) -> HttpResponse:
    return fault(409, error.said)


@api.exception_handler(PromiseRefusedError)
def _not_so(_request: HttpRequest, error: PromiseRefusedError) -> HttpResponse:
    return fault(409, error.said)


@api.exception_handler(ActingRefusedError)
def _not_asked(_request: HttpRequest, error: ActingRefusedError) -> HttpResponse:
    return fault(409, error.said)


@login_not_required
@csrf_exempt
def nothing(_request: HttpRequest, rest: str = "") -> HttpResponse:  # noqa: ARG001 - the address's own name
    """Answer every address that the API does not have."""
    return fault(404)


def addresses() -> tuple[list[URLPattern | URLResolver], str, str]:
    """Return the addresses of the API, each of which asks by itself who comes, and is never kept by a browser."""
    found, app, namespace = api.urls
    own = [each for each in found if isinstance(each, URLPattern) and each.name != "api-root"]
    for each in own:
        each.callback = _opened(each.callback)
    return [*own], app, namespace


def _opened(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @wraps(view)
    def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        said = view(request, *args, **kwargs)
        if said.status_code != 405:
            return said
        refused = fault(405)
        # django-ninja keeps them in a set, whose order is another in each process.
        refused["Allow"] = ", ".join(sorted(said["Allow"].split(", ")))
        return refused

    return login_not_required(never_cache(opened))
