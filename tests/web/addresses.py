"""Every address of the desk, found in the resolver and filled in with what is there: a new one comes in by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from django.urls import URLResolver, get_resolver

from leopold_web.round_tables.models import Agreement, RoundTable, Seat
from leopold_web.round_tables.steps import STEPS

PARAMETER = re.compile(r"<(?:(\w+):)?(\w+)>")


def routes(resolver: URLResolver | None = None, before: str = "/") -> Iterator[str]:
    """Yield the routes of all addresses, such as ``/round-tables/<int:pk>/``."""
    for entry in (resolver or get_resolver()).url_patterns:
        route = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from routes(entry, route)
        else:
            yield route


def addresses_of(table: RoundTable) -> list[str]:
    """Return all addresses, with all that the table, its seats and its agreements may be called in them."""
    seats = list(Seat.objects.filter(table=table))
    codes = [seat.code for seat in seats] + [each.code for each in Agreement.objects.filter(table=table)]
    known: Mapping[str, Sequence[str]] = {
        "pk": [str(table.pk)],
        "number": [str(seat.number) for seat in seats if seat.is_party],
        "code": codes,
        "languages": ["en"],
        "token": ["no-such-link"],
        "step": ["answers", "accept"],
        "rest": ["nothing"],
    }
    assert {"answers", "accept"} <= STEPS.keys()
    found = []
    for route in routes():
        names = [name for _kind, name in PARAMETER.findall(route)]
        kinds = {name: kind for kind, name in PARAMETER.findall(route)}
        choices = [known.get(name, ["1"] if kinds[name] == "int" else codes) for name in names]
        found += [_filled(route, values) for values in product(*choices)]
    return found


def _filled(route: str, values: Sequence[str]) -> str:
    left = iter(values)
    return PARAMETER.sub(lambda _: next(left), route)
