"""The API of a seat: for whoever sits there, with an account or without."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from ninja import Router

from leopold_web.api import bodies, own
from leopold_web.api.access import SEATED
from leopold_web.api.faults import Fault, FormFault, HotFault, answer, fault, form_fault, hot_fault, refuse
from leopold_web.api.schemas import AtSeat
from leopold_web.round_tables import checking, gate, links, noting, taking
from leopold_web.round_tables.actions import opening
from leopold_web.round_tables.models import Seat
from leopold_web.round_tables.refusals import RefusedError
from leopold_web.round_tables.steps import STEPS

router = Router(tags=["seat"], auth=list(SEATED))

SEAT_ROUTES: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("api:api-seat", ()),
    ("api:api-seat-protocol", ("en",)),
    ("api:api-seat-protocol", ("ru",)),
    ("api:api-seat-protocol", ("en-ru",)),
)
"""Every address of a seat that is read: its name, and what follows the seat's code in it."""
STEP_ROUTE: Final = "api:api-seat-step"
"""The address at which a seat does each of `STEPS`: the seat's code, and the step."""


def addresses_of(seat: Seat) -> list[str]:
    """Return every address at which whoever sits at `seat` reads something over the API."""
    return [reverse(name, args=[seat.code, *rest]) for name, rest in SEAT_ROUTES]


@router.get("/{code}", url_name="api-seat", response={200: AtSeat, (404, 429): Fault})
def show(request: HttpRequest, code: str) -> HttpResponse:
    """Read the table as this seat sees it."""
    return _from_seat(request, code, lambda seat: answer(own.at_seat(seat)))


@router.post(
    "/{code}/do/{step}",
    url_name="api-seat-step",
    response={200: AtSeat, 400: FormFault, 409: HotFault, (403, 404, 413, 429): Fault},
)
def step(request: HttpRequest, code: str, step: str) -> HttpResponse:
    """Do one thing from this seat, and read the table as it then is."""

    def act(seat: Seat) -> HttpResponse:
        if step not in STEPS:
            raise Http404
        taking.take(seat, step, bodies.as_form(bodies.read(request)), timezone.now())
        return answer(own.at_seat(Seat.objects.select_related("table__workspace", "user").get(pk=seat.pk)))

    return _from_seat(request, code, act)


@router.get("/{code}/protocol/{languages}", url_name="api-seat-protocol", response={(404, 429): Fault})
def protocol(request: HttpRequest, code: str, languages: str) -> HttpResponse:
    """Read the signed protocol as PDF. `languages` is en, ru, en-ru or ru-en."""
    return _from_seat(request, code, lambda seat: checking.paper_of(seat.table, languages))


@router.post("/{code}/link", url_name="api-seat-link", response={200: AtSeat, (400, 403, 404, 409, 429): Fault})
def link(request: HttpRequest, code: str) -> HttpResponse:
    """Take this seat with the last part of a personal link, ``{"token": ""}``, once: cookies bind it to the browser.

    Where members of the desk could see the link, a party gives ``"phrase"`` too, and ``"lost": true`` to choose anew.
    """
    given, held = bodies.read(request), Seat.objects.filter(code=code).first()
    if held is not None and gate.is_bound(held, links.browser_of(request)):
        return show(request, code)
    if not isinstance(given.get("token"), str):
        raise bodies.BodyError
    try:
        phrase = str(given.get("phrase", ""))[:200]
        lost = given.get("lost") is True
        seat, browser = opening.bind(code, given["token"], timezone.now(), phrase=phrase, lost=lost)
    except gate.LinkRefusedError as refusal:
        return refuse(request, refusal)
    except RefusedError as refusal:
        return fault(409, refusal.said)
    with translation.override(noting.language_of(request, seat)):
        said = answer(own.at_seat(seat))
    links.set_cookie(said, seat, browser)
    return said


def _from_seat(request: HttpRequest, code: str, act: Callable[[Seat], HttpResponse]) -> HttpResponse:
    """Answer from a seat, in the language of who sits there, whatever there is to say."""
    try:
        seat = gate.seat_of(request, code)
    except gate.LinkRefusedError as refusal:
        return refuse(request, refusal)
    with translation.override(noting.language_of(request, seat)):
        try:
            return act(seat)
        except Http404:
            return fault(404)
        except bodies.BodyError as error:
            return fault(error.status)
        except taking.NotUnderstoodError as error:
            return form_fault(error)
        except taking.HotError as error:
            return hot_fault(error)
        except RefusedError as refusal:
            return fault(409, refusal.said)
