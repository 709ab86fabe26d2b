"""Which side of a correspondence is ours, where nobody said."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from leopold.correspondence.domains import organization_domain, plain_mailbox
from leopold.model import Message

COVER = 0.6
"""The share of letters that our domains take part in, at least."""

RIVAL = 0.8
"""A second domain that takes part in more than this share of the best one's letters leaves the matter open."""

_DOMAIN = re.compile(r"[^\s@.,;:/\\<>()]+(?:\.[^\s@.,;:/\\<>()]+)*")
_SENT = re.compile(
    r"(?:^|[/\\!. _-])(?:_?sent(?:[ _-]?(?:items|mail|messages))?|отправленные|gesendet|envoy[eé]s)(?:[/\\.!]|$)",
    re.IGNORECASE,
)


def own_side(text: str) -> str:
    """Return our side as somebody wrote it, for a `Directory`: a domain, or an address where anybody may have one.

    An address counts as its domain, except on free mail: that would make half of the world ours. "" when the text
    is neither a domain nor an address.
    """
    local, _, domain = text.strip().lower().rpartition("@")
    domain = domain.strip(".")
    if not _DOMAIN.fullmatch(domain) or (local and not _DOMAIN.fullmatch(local)):
        return ""
    return plain_mailbox(f"{local}@{domain}") if local and not organization_domain(f"{local}@{domain}") else domain


def infer_ours(messages: Iterable[Message]) -> tuple[str, ...]:
    """Return the domains, most letters first, or the one address, that must be ours; () when nothing is sure.

    Ours is on one side of every letter while the other side changes: the domain that takes part in most letters, with
    several counterparties and no rival; then further domains that cover what is left in the same manner (greedy
    cover). Between two that take part alike, the folders of sent letters tell. Without a domain, the one private
    address on nearly all letters is ours.
    """
    letters, writers = _parties(messages)
    ours: list[str] = []
    while letters and len(ours) < 5:
        best = _surest(letters, writers, domains=True)
        if not best and not ours:
            best = _surest(letters, writers, domains=False)
        if not best:
            break
        ours.append(best)
        left = [parties for parties in letters if best not in parties]
        if len(left) < 0.1 * len(letters) or "@" in best:
            break
        letters = left
    return tuple(ours)


def _parties(messages: Iterable[Message]) -> tuple[list[frozenset[str]], Counter[str]]:
    letters: list[frozenset[str]] = []
    writers: Counter[str] = Counter()
    for message in messages:
        if message.automatic:
            continue
        writer = _party(message.sender.email)
        parties = frozenset(map(_party, {each.email for each in (*message.to, *message.cc)})) | {writer}
        if _SENT.search(message.source):
            writers[writer] += 1
        letters.append(parties - {""})
    return [parties for parties in letters if len(parties) > 1], writers


def _party(email: str) -> str:
    return organization_domain(email) or (plain_mailbox(email) if "@" in email else "")


def _surest(letters: list[frozenset[str]], writers: Counter[str], *, domains: bool) -> str:
    taken: Counter[str] = Counter()
    others: dict[str, set[str]] = defaultdict(set)
    for parties in letters:
        for each in parties:
            taken[each] += 1
            others[each] |= parties
    ranked = sorted(taken, key=lambda each: (-taken[each], each))
    allowed = [each for each in ranked if ("@" not in each) == domains]
    if not allowed or taken[allowed[0]] < COVER * len(letters):
        return ""
    rivals = [each for each in allowed if taken[each] >= RIVAL * taken[allowed[0]]]
    rivals.sort(key=lambda each: (-writers[each], -len(others[each]), each))
    best = rivals[0]
    if len(rivals) > 1:
        return best if writers[best] > 2 * writers[rivals[1]] else ""
    return best if len(others[best]) > 2 or writers[best] > 0 else ""
