"""The protocol in the hand: as PDF for who may read the table, and a page on which whoever holds it can check it."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from leopold_web import limits
from leopold_web.accounts.gate import user_of
from leopold_web.round_tables import gate, paper, seats
from leopold_web.round_tables.actions.agreement import hash_of
from leopold_web.round_tables.models import Agreement, RoundTable
from leopold_web.round_tables.signing import moment

CHECKS: Final = 30
"""Checks that one address may make in WINDOW seconds."""
WINDOW: Final = 60


@dataclass(frozen=True, slots=True)
class Checked:
    """What is told to whoever holds a protocol: its hash, when it was signed, and whether all of that still matches."""

    content_hash: str
    accepted_at: datetime
    signed_at: datetime
    signatures: tuple[datetime, ...]
    matches: bool


def check(agreement: Agreement) -> Checked | None:
    """Check what is kept of an agreement against what was signed; None before all have signed."""
    if agreement.signed_at is None:
        return None
    signatures = list(agreement.signatures.all())
    found = {hash_of(agreement.content), *(signature.content_hash for signature in signatures)}
    return Checked(
        agreement.content_hash,
        agreement.accepted_at,
        agreement.signed_at,
        tuple(signature.at for signature in signatures),
        bool(signatures) and found == {agreement.content_hash},
    )


@never_cache
@login_not_required
@require_GET
def verify(request: HttpRequest, code: str) -> HttpResponse:
    """Show whether the protocol under `code` is as it was signed, and no word of it."""
    if are_too_many(request):
        return render(request, "round_tables/verify.html", {"too_many": True}, status=429)
    agreement = Agreement.objects.filter(code=code).first()
    found = check(agreement) if agreement else None
    if found is None:
        return render(request, "round_tables/verify.html", {}, status=404)
    moments = [moment(each) for each in found.signatures]
    said = {"checked": found, "moments": moments, "accepted": moment(found.accepted_at)}
    return render(request, "round_tables/verify.html", said)


def are_too_many(request: HttpRequest) -> bool:
    """Count a check, and tell whether its address has made too many of late."""
    return limits.are_too_many(request, "table-verify", CHECKS, WINDOW)


@never_cache
@login_not_required
@require_GET
def of_seat(request: HttpRequest, code: str, languages: str) -> HttpResponse:
    """Give the signed protocol to who sits at a table."""
    try:
        found = gate.seat_of(request, code)
    except gate.LinkRefusedError as refusal:
        return seats.refuse(request, refusal)
    return paper_of(found.table, languages)


@never_cache
@require_GET
def of_table(request: HttpRequest, pk: int, languages: str) -> HttpResponse:
    """Give the signed protocol to a member of the desk."""
    return paper_of(gate.get_table(user_of(request), pk), languages)


def paper_of(table: RoundTable, languages: str) -> HttpResponse:
    """Return the last protocol that all signed, in the languages that stand in the address: en, ru, en-ru or ru-en."""
    chosen = languages.split("-")
    agreement = table.agreements.exclude(signed_at=None).select_related("table").last()
    if agreement is None or not set(chosen) <= set(paper.LANGUAGES) or len(set(chosen)) != len(chosen):
        raise Http404
    answer = HttpResponse(_document(agreement, chosen), content_type="application/pdf")
    name = re.sub(r"[^0-9A-Za-z]", "", agreement.content_hash)[:8]
    answer["Content-Disposition"] = f'attachment; filename="protocol-{name}-{languages}.pdf"'
    return answer


@functools.lru_cache(maxsize=16)
def typeset(_words: str, agreement: int, languages: tuple[str, ...]) -> bytes:
    """Return an agreement as PDF; `_words` are all that it says, by which it is known to be the same."""
    return paper.pdf_of(Agreement.objects.select_related("table").get(pk=agreement), languages)


def _document(agreement: Agreement, languages: list[str]) -> bytes:
    """Return the protocol as PDF, set once as long as all its words are the same: setting it takes a while."""
    return typeset(paper.inputs(agreement, languages), agreement.pk, tuple(languages))
