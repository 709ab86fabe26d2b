"""The protocol as paper: a PDF/UA-1 document in English, Russian or both, the same bytes for the same protocol.

What people wrote goes to typst as data, never as markup. Nothing goes in but what the table says openly and all parties
signed: `inputs` is all that typst is given.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import typst
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from leopold_web.round_tables import engine
from leopold_web.round_tables.actions import facts
from leopold_web.round_tables.models import Agreement, Signature
from leopold_web.round_tables.paper_glyphs import PLAIN, SHOWN, ZERO_WIDTH_SPACE, coded, shown
from leopold_web.round_tables.signing import how, moment
from leopold_web.wording import day

LANGUAGES: Final = ("en", "ru")
TEMPLATE: Final = Path(__file__).with_name("paper.typ")
STANDARD: Final = "ua-1"


def pdf_of(agreement: Agreement, languages: Sequence[str]) -> bytes:
    """Return the signed protocol as PDF, in each of `languages` one after the other, of LANGUAGES.

    Should a script be beyond the fonts after all, its characters stand there as codes.
    """
    try:
        return _set(agreement, inputs(agreement, languages))
    except typst.TypstError:
        return _set(agreement, inputs(agreement, languages, PLAIN))


def inputs(agreement: Agreement, languages: Sequence[str], known: frozenset[int] = SHOWN) -> str:
    """Return, as JSON, all words that stand in the protocol, in one or more `languages`.

    Characters that are not `known` stand as codes.
    """
    address = address_of(agreement)
    parts = [_part(agreement, language, known) for language in languages]
    paper = {
        "title": parts[0]["heading"].replace(ZERO_WIDTH_SPACE, ""),
        "host": shown(agreement.content["host"], known),
        "hash": agreement.content_hash,
        "address": address,
        "shown_address": coded(address, known),
        "parts": parts,
    }
    return json.dumps(paper, ensure_ascii=False, sort_keys=True)


def address_of(agreement: Agreement) -> str:
    """Return the address at which anybody who holds the protocol can check it."""
    return agreement.table.address.rstrip("/") + reverse("table-verify", args=[agreement.code])


def _set(agreement: Agreement, paper: str) -> bytes:
    signed = agreement.signed_at or agreement.accepted_at
    made = typst.compile(
        TEMPLATE.read_bytes(),
        format="pdf",
        sys_inputs={"paper": paper},
        pdf_standards=[STANDARD],
        ignore_system_fonts=True,
        timestamp=int(signed.timestamp()),
    )
    if not isinstance(made, bytes):
        raise TypeError("typst made no single document")
    return made


def _part(agreement: Agreement, language: str, known: frozenset[int]) -> dict[str, Any]:
    """Return the protocol in one language: what people wrote as they wrote it, all else in that language."""
    content = agreement.content
    names = {party["number"]: shown(party["name"], known) for party in content["parties"]}
    with translation.override(language):
        return {
            "language": language,
            "heading": shown(_("Protocol: %(subject)s") % {"subject": content["subject"]}, known),
            "about": _about(content, known),
            "parties": {"heading": _("Parties"), "items": list(names.values())},
            "facts": _facts(agreement, known),
            "points": {
                "heading": _("What was agreed"),
                "items": [_point(point, names, known) for point in content["points"]],
            },
            "signatures": {
                "heading": _("Signatures"),
                "items": [_signature(each, known) for each in agreement.signatures.all()],
            },
            "check": {
                "heading": _("How to check this protocol"),
                "words": _("This page shows the same number and the times of signing as long as the table is kept:"),
                "hash": _("SHA-256 of what was signed:"),
            },
        }


def _about(content: dict[str, Any], known: frozenset[int]) -> str:
    opened, accepted = (datetime.fromisoformat(content[name]) for name in ("opened", "accepted"))
    said = [
        _("The table ran on the computer of %(host)s.") % {"host": shown(content["host"], known)},
        _("Opened: %(opened)s. Accepted: %(accepted)s.") % {"opened": moment(opened), "accepted": moment(accepted)},
    ]
    if content["agreement"] > 1:
        said.append(_("Version %(number)s of the agreement.") % {"number": content["agreement"]})
    return "\n".join(said)


def _facts(agreement: Agreement, known: frozenset[int]) -> list[dict[str, Any]]:
    """Return the facts that all agreed to, which were signed, and those that somebody disputes, which were not."""
    table = agreement.table
    parties = {seat.pk for seat in engine.parties_of(table)}
    agreed = [{"text": shown(text, known), "answers": []} for text in agreement.content["facts"]]
    disputed = [
        {
            "text": shown(f"{fact.seat.name}: {fact.text}", known),
            "answers": [
                shown(f"{answer.seat.name}, {answer.get_verdict_display().lower()}: {answer.text}".rstrip(": "), known)
                for answer in fact.answers.all()
            ],
        }
        for fact in table.facts.select_related("seat").prefetch_related("answers__seat")
        if not facts.is_agreed(fact, parties)
    ]
    sections = [
        (_("Facts that all agreed to"), "", agreed),
        (_("Facts that stayed open"), _("They are no part of what was signed."), disputed),
    ]
    return [{"heading": heading, "note": note, "items": items} for heading, note, items in sections if items]


def _point(point: dict[str, Any], names: dict[int, str], known: frozenset[int]) -> dict[str, Any]:
    due = date.fromisoformat(point["due"]) if point["due"] else None
    who = _("Who: %(name)s. Until: %(day)s.") % {"name": names.get(point["owner"], "–"), "day": day(due) or "–"}
    title = shown(f"{point['issue']}: {point['choice']}", known)
    return {"number": point["number"], "title": title, "text": shown(point["text"], known), "who": who}


def _signature(signature: Signature, known: frozenset[int]) -> dict[str, str]:
    when = how(signature, shown(signature.sent_to, known))
    return {"name": shown(signature.typed_name, known), "when": when}
