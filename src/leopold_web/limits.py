"""How often one address may try a thing."""

from __future__ import annotations

import hashlib

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone


def are_too_many(request: HttpRequest, what: str, most: int, window: int) -> bool:
    """Count a try of `what`, and tell whether its address has made more than `most` in `window` seconds."""
    address = str(get_adapter().get_client_ip(request))
    place = f"{what}:{hashlib.sha256(address.encode()).hexdigest()}"
    now = timezone.now().timestamp()
    since, count = cache.get(place, (now, 0))
    if now - since >= window:
        since, count = now, 0
    cache.set(place, (since, count + 1), window)
    return bool(count >= most)
