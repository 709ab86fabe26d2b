"""Why something cannot be done to a promise now, in words that say the mend."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.utils.translation import gettext as _

SENTENCES: Final[dict[str, Callable[[], str]]] = {
    "over": lambda: _("This promise is over. Take back the change that ended it first."),
    "used": lambda: _("More was noted of this promise since. Cancel it instead, and say why."),
    "other_member": lambda: _("Only somebody of this desk can watch a promise."),
    "future": lambda: _("This day is still ahead. Note it once it has come."),
    "no_day": lambda: _("Say the new day."),
    "same_day": lambda: _("The new day is the one that is kept already."),
    "not_late": lambda: _("By this day it was not late yet. Note it as kept, or give the day on which it was done."),
    "no_note": lambda: _("Say in a few words why."),
    "not_offered": lambda: _("This is not offered any more: the letters tell something else now."),
    "taken_back": lambda: _("This was taken back already."),
    "not_open": lambda: _("This promise is over or broken already: there is nothing to remind of."),
    "ours": lambda: _("This is our own promise: remind ours, not theirs."),
    "no_mail": lambda: _("This desk sends no letters. Copy the text into a letter of your own."),
    "no_address": lambda: _("This is no mail address that a letter can go to."),
    "own_address": lambda: _("This address is one of ours. Write one of theirs."),
    "twice": lambda: _("This very letter was sent to them today, or waits for that day already."),
    "day_to_send": lambda: _("Choose a day from today on, within a year."),
    "enough": lambda: _("Enough reminders wait for this promise. Withdraw one first."),
    "gone": lambda: _("This reminder has gone out or was withdrawn already."),
    "open_case": lambda: _("A case with them is open. Nothing goes to them meanwhile: settle that first, or call."),
    "told_over": lambda: _("Letters tell something else of this promise by now. Accept or refuse that first."),
    "days": lambda: _("Choose between 0 and 60 days before, and between 1 and 60 after."),
    "already": lambda: _("This promise is confirmed already."),
}


class PromiseRefusedError(Exception):
    """Something that cannot be done; nothing was changed."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind

    @property
    def said(self) -> str:
        """Why, in the reader's language."""
        return SENTENCES[self.kind]()
