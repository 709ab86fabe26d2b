"""Pages of round tables for the members of the desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from leopold_web.accounts.gate import get_relationship, user_of, workspace_of
from leopold_web.relationships.models import Person, PersonAddress, Relationship
from leopold_web.round_tables import gate, letters, showing, starting
from leopold_web.round_tables.actions import moving, opening, recurring, reseating
from leopold_web.round_tables.forms import EmailForm, GuestFormSet, ImportForm, NewTableForm
from leopold_web.round_tables.models import RoundTable, Seat
from leopold_web.round_tables.refusals import RefusedError
from leopold_web.wording import language

TABLES_SHOWN = 200
ADDRESSES_OFFERED = 40


@require_GET
def tables(request: HttpRequest) -> HttpResponse:
    """Show the tables of this desk."""
    user = user_of(request)
    found = gate.tables_for(user).prefetch_related("seats")[:TABLES_SHOWN]
    return render(request, "round_tables/tables.html", {"rows": showing.list_of(found, user)})


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Open a table, alone or about `?relationship=`; a matter that comes back there is first recalled."""
    return open_new(request, _relationship(request))


def open_new(
    request: HttpRequest,
    about: Relationship | None,
    *,
    subject: str = "",
    guest: Mapping[str, str] | None = None,
    opened: Callable[[RoundTable], object] | None = None,
) -> HttpResponse:
    """Show the form for a new table, or open it; `opened` is told of the table within the same transaction.

    `guest` (name, email, language) is who sits on the other side, by default who wrote most.
    """
    user = user_of(request)
    workspace = workspace_of(user)
    sent = request.POST if request.method == "POST" else None
    form = NewTableForm(sent, initial={"subject": subject})
    guests = GuestFormSet(sent, prefix="guest", initial=_guests(about, guest))
    context: dict[str, Any] = {"form": form, "guests": guests, "relationship": about, "known": _known(about)}
    if not (form.is_valid() and guests.is_valid()):
        return render(request, "round_tables/new.html", context, status=422 if form.is_bound else 200)
    earlier = recurring.recalled_at_opening(about, form.cleaned_data["subject"]) if about else []
    if earlier and "seen" not in request.POST:
        return render(request, "round_tables/new.html", context | {"earlier": earlier})
    try:
        with transaction.atomic():
            made = starting.start(
                user,
                workspace,
                form.cleaned_data["subject"],
                guests.cleaned_data,
                timezone.now(),
                address=request.build_absolute_uri("/"),
                relationship=about,
            )
            if opened is not None:
                opened(made)
    except RefusedError as refusal:
        form.add_error(None, refusal.said)
        return render(request, "round_tables/new.html", context, status=422)
    return redirect("round-table", made.pk)


def _relationship(request: HttpRequest) -> Relationship | None:
    number = request.GET.get("relationship", "")
    return get_relationship(user_of(request), int(number)) if number.isdecimal() and len(number) < 19 else None


def _guests(about: Relationship | None, guest: Mapping[str, str] | None = None) -> list[dict[str, str]]:
    """Return the rows that the page begins with: somebody of the other side, and room for more."""
    first = {"kind": "party:theirs", "language": language()}
    known = about and about.people.filter(side="theirs").order_by("-letters", "pk").first()
    if guest:
        first |= guest
    elif known:
        address = known.addresses.first()
        first |= {"name": known.name, "email": address.email if address else "", "language": _language_of(known)}
    more = ("party:theirs", "mediator:neither", "observer:theirs", "party:theirs")
    return [first, *({"kind": kind, "language": language()} for kind in more)]


def _language_of(person: Person) -> str:
    """Return the language of the latest letter of somebody, where the desk has words in it; else the reader's."""
    letter = person.messages.filter(language__in=dict(settings.LANGUAGES)).order_by("-at", "-pk").first()
    return letter.language if letter else language()


def _known(about: Relationship | None) -> list[PersonAddress]:
    """Return the addresses that wrote in a relationship, those of the other side first."""
    found = PersonAddress.objects.filter(person__relationship=about).select_related("person") if about else []
    return sorted(found, key=lambda each: each.person.side != "theirs")[:ADDRESSES_OFFERED]


@never_cache
@require_GET
def table(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what is said openly at a table; who has a seat there is led to it from here."""
    return _show(request, gate.get_table(user_of(request), pk))


def _show(request: HttpRequest, found: RoundTable, **more: str | Seat) -> HttpResponse:
    user = user_of(request)
    context = showing.of_table(found) | {
        "own_seat": found.seats.filter(user=user).first(),
        "refused": gate.refused_links_for(user).filter(table=found)[:20],
        "links": showing.links_of(found),
        "letters_are_sent": letters.are_sent(),
    }
    return render(request, "round_tables/table.html", context | more)


@never_cache
@require_POST
def invite(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Send a new link to the address of a seat, and show it to nobody.

    Where this desk sends no letters, the link is shown this once, for whoever invites to pass on.
    """
    found = gate.get_table(user_of(request), pk)
    seat = get_object_or_404(found.seats.filter(user=None), number=number)
    path = opening.invite(seat, timezone.now())
    if not letters.are_sent():
        return _show(request, found, link=found.address.rstrip("/") + path, link_for=seat)
    messages.success(request, _("A new link is on its way."))
    return redirect("round-table", pk)


@require_POST
def revoke(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Let no link open a seat any more."""
    found = gate.get_table(user_of(request), pk)
    opening.revoke(get_object_or_404(found.seats.filter(user=None), number=number), timezone.now())
    messages.success(request, _("No link opens this seat any more, until a new one is sent."))
    return redirect("round-table", pk)


@require_POST
def change_email(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Let a guest's seat be reached at another address, and shut out who held it before."""
    user = user_of(request)
    found, form = gate.get_table(user, pk), EmailForm(request.POST)
    seat = get_object_or_404(found.seats.filter(user=None), number=number)
    if not form.is_valid():
        messages.error(request, " ".join(str(fault) for fault in form.errors["email"]))
        return redirect("round-table", pk)
    try:
        reseating.change_email(seat, form.cleaned_data["email"], timezone.now(), user)
    except RefusedError as refusal:
        messages.error(request, refusal.said)
    else:
        messages.success(request, _("The seat is reached at the new address now; earlier links open nothing more."))
    return redirect("round-table", pk)


@require_http_methods(["GET", "POST"])
def take_in(request: HttpRequest) -> HttpResponse:
    """Take in a table that another host exported."""
    workspace = workspace_of(user_of(request))
    form = ImportForm(request.POST, request.FILES) if request.method == "POST" else ImportForm()
    if form.is_valid():
        said, address = form.cleaned_data, request.build_absolute_uri("/")
        try:
            made = moving.import_table(workspace, said["file"], said["words"], address, timezone.now())
        except RefusedError as refusal:
            form.add_error(None, refusal.said)
        else:
            return redirect("round-table", made.pk)
    return render(request, "round_tables/import.html", {"form": form}, status=422 if form.is_bound else 200)


@require_POST
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a table that was moved, and erase here what is private."""
    found = gate.get_table(user_of(request), pk)
    try:
        moving.leave(found, timezone.now())
    except RefusedError as refusal:
        messages.error(request, refusal.said)
    else:
        messages.success(request, _("The table goes on elsewhere. What was private is erased here."))
    return redirect("round-table", pk)


@require_POST
def export(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a table as a file, once all parties have agreed that it moves."""
    found = gate.get_table(user_of(request), pk)
    try:
        document = moving.export_table(found)
    except RefusedError as refusal:
        messages.error(request, refusal.said)
        return redirect("round-table", pk)
    answer = JsonResponse(document, json_dumps_params={"ensure_ascii": False, "indent": 1})
    answer["Content-Disposition"] = f'attachment; filename="round-table-{found.pk}.json"'
    return answer
