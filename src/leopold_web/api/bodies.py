"""From the JSON that a program sends to what a form of the pages takes, so that one and the same form reads both."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, QueryDict
from django.http.request import UnreadablePostError

from leopold_web.storage import storable


class BodyError(Exception):
    """What was sent cannot be read. `status` is 400, or 413 for what is too large."""

    def __init__(self, status: int = 400) -> None:
        super().__init__(status)
        self.status = status


def read(request: HttpRequest) -> dict[str, Any]:
    """Return the JSON object in the body of a request, {} for an empty one; BodyError for anything else."""
    try:
        found = storable(json.loads(request.body or b"{}", parse_constant=_refuse))
    except RequestDataTooBig as error:
        raise BodyError(413) from error
    except (ValueError, RecursionError, UnreadablePostError) as error:
        raise BodyError from error
    if not isinstance(found, dict):
        raise BodyError
    return found


def as_form(given: dict[str, Any]) -> QueryDict:
    """Return an object as a browser would send it: null and false are left out, a list is one field several times."""
    sent = QueryDict(mutable=True)
    for name, value in given.items():
        if isinstance(value, list):
            sent.setlist(name, [_plain(each) for each in value])
        elif value is not None and value is not False:
            sent[name] = _plain(value)
    return sent


def _plain(value: Any) -> str:
    if isinstance(value, str):
        return value
    return "on" if value is True else json.dumps(value)


def _refuse(word: str) -> NoReturn:
    raise ValueError(word)
