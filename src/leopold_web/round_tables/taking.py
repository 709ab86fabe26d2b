"""One step taken from a seat, by whichever way it was sent: the page's form and the API's JSON alike."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.forms.utils import ErrorDict
from django.http import Http404, QueryDict
from django.utils import timezone

from leopold_web.round_tables import cooling
from leopold_web.round_tables.models import Seat
from leopold_web.round_tables.steps import STEPS


class NotUnderstoodError(Exception):
    """What was sent is not what the step takes. `errors` are the form's."""

    def __init__(self, errors: ErrorDict) -> None:
        super().__init__()
        self.errors = errors

    @property
    def said(self) -> str:
        """What is wrong, each sentence once, in the reader's language."""
        return " ".join(dict.fromkeys(str(fault) for faults in self.errors.values() for fault in faults))


class HotError(Exception):
    """A message that may hurt was not sent yet. `found` is what `cooling.warning_of` found, and "issue"."""

    def __init__(self, found: dict[str, Any]) -> None:
        super().__init__()
        self.found = found


def take(seat: Seat, step: str, sent: QueryDict, now: datetime) -> None:
    """Do one thing from a seat.

    Http404 for a step that is none, NotUnderstoodError, RefusedError, or HotError for a message in heat that does not
    say "anyway"; nothing was changed then.
    """
    if step not in STEPS:
        raise Http404
    form_class, action = STEPS[step]
    form = form_class(sent)
    if not form.is_valid():
        raise NotUnderstoodError(form.errors)
    said = form.cleaned_data
    if step == "remark" and "anyway" not in sent:
        warned = cooling.warning_of(said["text"], timezone.localdate())
        if warned is not None:
            raise HotError(warned | {"issue": said["issue"]})
    action(seat, said, now)
