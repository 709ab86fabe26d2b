"""What `:86:` of an MT940 says of an entry: purpose, name, account and reference, from free or structured text.

German banks number the parts (?20 to ?29 and ?60 to ?63 purpose, ?31 account, ?32 and ?33 name), with any sign before
the number; Dutch ones name them between slashes; within a purpose, SEPA marks its parts (EREF+, SVWZ+).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from leopold.ledger.figures import joined

_NUMBERED = re.compile(r"^(?:\d{3})?\s*([?<>^~@!§|])(?=\d\d)")
_SLASHED = re.compile(
    r"/(TRTP|IBAN|BIC|NAME|REMI|EREF|CSID|MARF|CNTP|ORDP|BENM|PREF|KREF|RTRN|ISDT|PURP|ULTC|ULTD|UDTR|UCRD|TR|CHGS|OCMT|SVCL|INIT)/"
)
_SEPA = re.compile(r"\b(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|IBAN|BIC|SQTP|PURP)([+:])\s?")
_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{10,30}")


@dataclass(frozen=True, slots=True)
class Details:
    """What is known of an entry beyond its amount."""

    purpose: str = ""
    name: str = ""
    account: str = ""
    reference: str = ""


def details(text: str) -> Details:
    """Return what field 86 tells."""
    if numbered := _NUMBERED.match(text):
        return _numbered(text, numbered[1])
    flat = text.replace("\n", "")
    if _SLASHED.match(flat.lstrip()) or len(_SLASHED.findall(flat)) >= 2:
        return _slashed(flat)
    return _marked(joined(text))


def _numbered(text: str, sign: str) -> Details:
    parts: dict[str, str] = {}
    for part in text.replace("\n", "").split(sign)[1:]:
        if part[:2].isdigit():
            parts[part[:2]] = parts.get(part[:2], "") + part[2:]
    purpose = "".join(parts.get(str(number), "").ljust(27)[:400] if str(number) in parts else "" for number in _PURPOSE)
    # A part that is shorter than its 27 signs ended at a blank: those were cut off, or the words would run together.
    found = _marked(joined(purpose))
    name = joined(parts.get("32", "") + parts.get("33", ""))
    return Details(
        found.purpose, name or found.name, (parts.get("31") or found.account).replace(" ", ""), found.reference
    )


_PURPOSE = (*range(20, 30), *range(60, 64))


def _slashed(text: str) -> Details:
    pieces = _SLASHED.split(text)
    parts: dict[str, str] = {}
    for key, value in zip(pieces[1::2], pieces[2::2], strict=True):
        parts.setdefault(key, value.strip())
    account, name = parts.get("IBAN", ""), parts.get("NAME", "")
    for key in ("CNTP", "ORDP", "BENM"):
        if parts.get(key):
            found = parts[key].split("/")
            account = account or (found[0] if _IBAN.fullmatch(found[0].strip()) else "")
            name = name or (found[2] if len(found) > 2 else "")
    remittance = parts.get("REMI", "").strip("/")
    for mark in ("USTD//", "STRD/CUR/"):
        remittance = remittance.removeprefix(mark)
    return Details(
        joined(remittance.strip("/")), joined(name.strip("/")), account.strip("/ "), _reference(parts.get("EREF", ""))
    )


def _marked(text: str) -> Details:
    """Take the parts that SEPA marks out of a purpose; a text without marks is all purpose."""
    pieces = _SEPA.split(text)
    if len(pieces) == 1:
        return Details(text)
    parts: dict[str, str] = {}
    for key, value in zip(pieces[1::3], pieces[3::3], strict=True):
        parts.setdefault(key, joined(value))
    purpose = joined(pieces[0], parts.get("SVWZ", "")) or joined(*(parts.get(key, "") for key in ("EREF", "KREF")))
    return Details(
        purpose, parts.get("ABWA", ""), parts.get("IBAN", "").replace(" ", ""), _reference(parts.get("EREF", ""))
    )


def _reference(text: str) -> str:
    found = joined(text.strip("/"))
    return "" if found.upper() in ("NOTPROVIDED", "NONREF", "NOT PROVIDED") else found
