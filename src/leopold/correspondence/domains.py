"""The domain by which an organization is known."""

from __future__ import annotations

from functools import cache, lru_cache
from ipaddress import ip_address
from typing import Any

from leopold.correspondence.free_mail import is_free_mail


@cache
def _suffixes() -> Any:
    """The public suffixes, with the private ones: below com.ru and msk.ru each name is a firm of its own."""
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(accept_encoded_idn=False)


@lru_cache(maxsize=16384)
def registrable(domain: str) -> str:
    """Return the domain somebody registered, of which `domain` is one: "mail.romashka.com.ru" to "romashka.com.ru".

    Lower case, IDN in Unicode. An IP literal, a name without dots and a bare public suffix are returned as they are.
    """
    domain = _one_form(domain)
    if "." not in domain or _is_ip(domain):
        return domain
    return _suffixes().privatesuffix(domain) or domain


@lru_cache(maxsize=16384)
def organization_domain(email: str) -> str:
    """Return the registrable domain of the mailbox, "" where anybody may have one or the mailbox has none."""
    host = _one_form(email.rpartition("@")[2]) if "@" in email else ""
    return "" if not host or is_free_mail(host) else registrable(host)


def plain_mailbox(email: str) -> str:
    """Return the mailbox behind a plus-tag: "ivan+bills@example.com" to "ivan@example.com"."""
    local, at, domain = email.strip().lower().rpartition("@")
    bare = local.partition("+")[0] or local
    return f"{bare}{at}{domain}"


def main_label(domain: str) -> str:
    """Return the part of a registrable domain that its owner chose: "romashka" of "romashka.com.ru"."""
    return domain if _is_ip(domain) else domain.partition(".")[0]


def _one_form(domain: str) -> str:
    domain = domain.strip().strip(".").lower()
    if "xn--" not in domain:
        return domain
    try:
        return domain.encode("ascii").decode("idna")
    except UnicodeError:
        return domain


def _is_ip(domain: str) -> bool:
    if not domain.startswith("[") and not domain[-1:].isdigit():
        return False
    try:
        ip_address(domain.strip("[]").removeprefix("ipv6:"))
    except ValueError:
        return domain.startswith("[")
    return True
