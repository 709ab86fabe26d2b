"""Why something about unpaid invoices cannot be done now, in words that say the mend."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.utils.translation import gettext as _

SENTENCES: Final[dict[str, Callable[[], str]]] = {
    "nothing": lambda: _("Nothing is to be asked of them now. The page says why."),
    "case": lambda: _("A case comes next, and no letter. Open one."),
    "stopped": lambda: _("It must not go out now: {reasons}. Drop this draft, or wait."),
    "not_draft": lambda: _("This letter is no draft any more."),
    "no_address": lambda: _("This is no mail address. Write the one that the letter is to go to."),
    "own_address": lambda: _("This address is one of ours. Write one of theirs."),
    "no_mail": lambda: _("This desk sends no letters. Copy the text, send it yourself, and mark it as sent."),
    "not_open": lambda: _("This plan is not open any more."),
    "no_parts": lambda: _("A plan needs at least one part."),
    "part_amount": lambda: _("Each part has to be more than nought."),
    "part_order": lambda: _("The days of the parts have to follow each other, and lie ahead."),
    "part_sum": lambda: _("The parts come to {made}, and {open} are open. Make them equal."),
    "changed": lambda: _("What is open has changed since. Propose the plan anew."),
    "planned": lambda: _("A plan is running already. Call it off before you propose another."),
    "nothing_open": lambda: _("Nothing overdue is open in this currency."),
    "pause_past": lambda: _("A pause ends on a day that lies ahead."),
    "no_interest": lambda: _("There is no late interest on this invoice."),
    "days": lambda: _("Each step has to come later than the one before."),
}


class ActingRefusedError(Exception):
    """Something that cannot be done; nothing was changed."""

    def __init__(self, kind: str, **values: str) -> None:
        super().__init__(kind)
        self.kind = kind
        self.values = values

    @property
    def said(self) -> str:
        """Why, in the reader's language."""
        return SENTENCES[self.kind]().format_map(self.values)
