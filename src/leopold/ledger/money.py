"""Amounts and currencies as people write them, exactly.

Spaces and apostrophes divide thousands. Of point and comma the last is the decimal mark where both stand; one that
stands twice divides thousands; one that stands once before three digits may be either ("1.234"): it divides thousands
where the other amounts of the file have the other mark before their decimals, and else the amount is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from leopold.faults import Fault

LONGEST = 15
"""Digits of a sum before its decimals, at most: more than the money of the world is an account or a bar code."""

_SIGNS = {"€": "EUR", "$": "USD", "£": "GBP", "₽": "RUB", "₴": "UAH", "₸": "KZT", "₺": "TRY", "₹": "INR"}
_WORDS = {
    **dict.fromkeys(("р", "руб", "рубль", "рубля", "рублей", "rur", "rouble", "roubles"), "RUB"),
    **dict.fromkeys(("евро", "euro", "euros"), "EUR"),
    **dict.fromkeys(("долл", "доллар", "доллара", "долларов", "us$", "dollar", "dollars"), "USD"),
    **dict.fromkeys(("грн", "гривна", "гривен"), "UAH"),
    **dict.fromkeys(("тг", "тенге"), "KZT"),
    **dict.fromkeys(("zł", "zl"), "PLN"),
    **dict.fromkeys(("kč", "kc"), "CZK"),
    **dict.fromkeys(("бел руб", "br"), "BYN"),
}
_ISO = re.compile(r"[A-Za-z]{3}")
_NUMBER = re.compile(r"(?:(?<![\w.,])[.,])?[0-9][0-9\s'’.,]*")
_SPACES = re.compile(r"[\s'’]+")
_GROUPED = re.compile(r"[0-9]{1,3}(?:[\s'’.,][0-9]{2,3})*[\s'’.,][0-9]{3}|[0-9]+")
_DASHES = str.maketrans({"−": "-", "–": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " "})


class Unclear(Exception):
    """A value cannot be understood; its `fault` says why and how to write it."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault

    def __str__(self) -> str:
        return self.fault.said("en")


def currency(text: str) -> str:
    """Return the ISO 4217 code that a symbol, a word or a code means; "" for an empty text. Raises Unclear."""
    bare = text.translate(_DASHES).strip(" .").lower()
    found = _SIGNS.get(bare) or _WORDS.get(bare)
    if found or not bare:
        return found or ""
    if _ISO.fullmatch(bare):
        return bare.upper()
    raise Unclear(Fault("no_currency"))


def amount(text: str, mark: str = "") -> tuple[Decimal, str]:
    """Return an amount and the currency written beside it ("" for none). Raises Unclear.

    `mark` is the decimal mark that the rest of the file uses, "" when it does not tell.
    """
    number, beside, negative = _parts(text)
    digits = _digits(number, mark)
    if len(digits.partition(".")[0].lstrip("0")) > LONGEST:
        raise Unclear(Fault("huge_amount"))
    value = Decimal(digits)
    return (-value if negative else value), currency(beside)


def decimal_mark(texts: Iterable[str]) -> str:
    """Return the decimal mark that amounts of one file use: "." or ",", or "" when they do not tell or disagree."""
    seen = {_mark_of(found[0].strip()) for text in texts if (found := _NUMBER.search(text.translate(_DASHES)))}
    seen.discard("")
    return seen.pop() if len(seen) == 1 else ""


def _parts(text: str) -> tuple[str, str, bool]:
    """Cut a text into its number, what stands beside it, and whether it is negative."""
    text = text.translate(_DASHES).strip()
    found = _NUMBER.search(text)
    if found is None:
        raise Unclear(Fault("no_amount"))
    before, number, after = text[: found.start()].strip(), found[0], text[found.end() :].strip()
    bracketed = before.startswith("(") and after.endswith(")")
    if bracketed:
        before, after = before[1:].strip(), after[:-1].strip()
    minus = before.startswith("-") or before.endswith("-") or after.startswith("-") or after.endswith("-")
    before, after = before.strip("-+ "), after.strip("-+ ")
    if before and after:
        raise Unclear(Fault("words_around"))
    return number.strip().rstrip(".,"), before or after, bracketed or minus


def _mark_of(number: str) -> str:
    """Return the decimal mark of a number that shows it, or the one that its thousands leave over; else ""."""
    points, commas = number.count("."), number.count(",")
    if points and commas:
        return max(".,", key=number.rfind)
    if points + commas == 0:
        return ""
    one = "." if points else ","
    if points + commas > 1:
        return "," if points else "."
    whole, _, rest = number.partition(one)
    return "" if _either(whole, rest) else one


def _either(whole: str, rest: str) -> bool:
    """Whether the one mark between may divide thousands as well as decimals."""
    return len(rest) == 3 and len(whole) <= 3 and whole not in ("", "0") and not whole.startswith("0")


def _digits(number: str, mark: str) -> str:
    """Return a number with its thousands closed up and a point as decimal mark. Raises Unclear."""
    own = _mark_of(number) or (mark if mark not in number else "")
    if not own and ("." in number or "," in number):
        one = _SPACES.sub("", number)
        raise Unclear(Fault("two_amounts", decimal=one.replace(",", "."), whole=re.sub("[.,]", "", one)))
    whole, _, rest = number.partition(own) if own else (number, "", "")
    if rest and not rest.strip().isdecimal():
        raise Unclear(Fault("no_amount"))
    if not _GROUPED.fullmatch(whole or "0") or len(set(re.sub(r"\d", "", whole))) > 1:
        raise Unclear(Fault("odd_thousands"))
    return re.sub(r"\D", "", whole or "0") + ("." + rest.strip() if rest else "")
