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
