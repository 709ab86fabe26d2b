"""Parties that another one brought in: a lawyer, a contractor, a new owner. Their letters belong to that one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

MOST = 20
"""Parties in one conversation, at most, for one to have brought in another; with more it is a circular."""


def brought_in_by(conversations: Iterable[frozenset[str]], sizes: Mapping[str, int]) -> dict[str, str]:
    """Return for each party that was brought in the party that it belongs to.

    `conversations` are the parties of the other side in each conversation, `sizes` the letters of each party. A party
    was brought in when another takes part in its every conversation with us, and in further ones without it.
    """
    count: Counter[str] = Counter()
    beside: dict[str, Counter[str]] = defaultdict(Counter)
    for parties in conversations:
        count.update(parties)
        for each in parties if len(parties) <= MOST else ():
            beside[each].update(parties - {each})
    above: dict[str, str] = {}
    for each, others in beside.items():
        hosts = [other for other, shared in others.items() if shared == count[each] and count[other] > shared]
        if hosts:
            above[each] = min(hosts, key=lambda host: (-count[host], -sizes.get(host, 0), host))
    return {each: _top(each, above) for each in sorted(above)}


def _top(each: str, above: Mapping[str, str]) -> str:
    """Conversations only grow on the way up, so the way ends."""
    while each in above:
        each = above[each]
    return each
