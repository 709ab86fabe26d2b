"""Why something cannot be done to a case now, in words that say the mend."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.utils.translation import gettext as _

SENTENCES: Final[dict[str, Callable[[], str]]] = {
    "closed": lambda: _("This case is closed. Reopen it first."),
    "still_open": lambda: _("This case is open already."),
    "other_member": lambda: _("Only somebody of this desk can own a case or a task."),
    "no_relationship": lambda: _("The letters of this relationship are gone from the desk, so no table can be opened."),
    "too_many_asked": lambda: _(
        "What was asked here before still waits for an answer. Call, or try again another day."
    ),
}


class CaseRefusedError(Exception):
    """Something that cannot be done; nothing was changed."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind

    @property
    def said(self) -> str:
        """Why, in the reader's language."""
        return SENTENCES[self.kind]()
