"""From the bytes of an answer to a list of claims, of which nothing is believed yet."""

from __future__ import annotations

import json
from typing import Any, Final, NoReturn

from leopold.faults import Fault
from leopold.second_reader.endpoint import Unanswered

CLAIMS: Final = 64
"""Claims of an answer that are looked at."""

FIELDS: Final = ("kind", "letter", "by", "quote", "probability")
"""What a claim consists of."""

_SCALARS: Final = (str, int, float)


def claims_of(data: bytes, host: str) -> list[dict[str, Any] | None]:
    """Return the claims in a chat completion: of each its plain values, None for one that is not even an object.

    Raises Unanswered where there is no list of them. What a model thinks aloud before its answer, and the fence that
    the answer may stand in, are passed over.
    """
    try:
        content = _parsed(data.decode("utf-8"))["choices"][0]["message"]["content"]
        text = str(content).rpartition("</think>")[2]
        claims = _parsed(text[text.index("{") : text.rindex("}") + 1])["claims"]
    except (ValueError, LookupError, TypeError, RecursionError):
        claims = None
    if not isinstance(claims, list):
        raise Unanswered(Fault("reader_unreadable", host=host))
    return [_plain(claim) for claim in claims]


def _plain(claim: Any) -> dict[str, Any] | None:
    """Return what of a claim can be one: nothing nested, nothing that is not asked for."""
    if not isinstance(claim, dict):
        return None
    return {name: claim[name] if isinstance(claim[name], _SCALARS) else None for name in FIELDS if name in claim}


def _parsed(text: str) -> Any:
    return json.loads(text, parse_constant=_no_number)


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text} is no number of JSON")
