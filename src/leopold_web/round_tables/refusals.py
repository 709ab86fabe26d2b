"""Why something cannot be done at a table now, in words that say the mend."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.utils.translation import gettext as _

SENTENCES: Final[dict[str, Callable[[], str]]] = {
    "closed": lambda: _("This table is closed; nothing can be changed at it any more."),
    "other_stage": lambda: _("The table is at another stage now. Load the page again to see where it stands."),
    "too_late": lambda: _("The time for this stage is over. In a moment the table goes on, or ends."),
    "not_yours": lambda: _("Your seat does not allow this."),
    "no_text": lambda: _("Write at least a word."),
    "too_long": lambda: _("This is too long to be kept. Say it in fewer words."),
    "own_fact": lambda: _("You said this yourself; the other side answers it."),
    "other_relationship": lambda: _("Only letters with the other side of this table can be shown at it."),
    "not_in_letter": lambda: _("These words do not stand in that letter. Copy them from it, or show it whole."),
    "option_twice": lambda: _("This is there already."),
    "options_of_one_issue": lambda: _("Choose options of two different issues."),
    "bad_range": lambda: _("A range goes from the smaller number to the larger in 1 to 200 equal steps."),
    "bad_sum": lambda: _("A sum to be paid is 0 or more, and in a currency named by three capitals, such as EUR."),
    "sum_alone": lambda: _("One sum is all that is in dispute here: say which sums you accept."),
    "range_has_options": lambda: _("The options of a range are its numbers. Add another issue instead."),
    "unknown_option": lambda: _("An option that you name is not at this table. Load the page again."),
    "answers_missing": lambda: _("Say first what matters to you: every issue needs points, every option a rating."),
    "answers_wrong": lambda: _("Points run from 0 to 100 and are not all 0; ratings and the line run from 0 to 100."),
    "answers_all_barred": lambda: _("You ruled out every option of an issue. Leave at least one."),
    "answers_locked": lambda: _("Your answers are locked for this round."),
    "being_worked_out": lambda: _("The proposals are being worked out."),
    "point_incomplete": lambda: _("Every point needs somebody who does it and a day."),
    "code_wrong": lambda: _("This is not the code that was sent, or it is too old. Ask for a new one."),
    "code_needed": lambda: _("This desk sends letters: sign by the code that goes to your address."),
    "phrase_short": lambda: _("Choose a phrase of at least eight characters that only you know."),
    "phrase_wrong": lambda: _("This is not the phrase that was chosen at this seat."),
    "phrase_wait": lambda: _("Too many wrong phrases. Try again in a quarter of an hour."),
    "phrase_there": lambda: _("A phrase was chosen at this seat already."),
    "phrase_none": lambda: _("No phrase was chosen at this seat yet. Choose one first."),
    "phrase_binds": lambda: _("Words bind by now, so this seat opens by its phrase alone."),
    "name_wrong": lambda: _("Type your name as it stands in the protocol."),
    "still_open": lambda: _("The table is still open; private answers are erased after it is closed."),
    "erased": lambda: _("The private answers of this table are erased."),
    "seal_broken": lambda: _("What is sealed cannot be opened with this key or these words."),
    "not_all_agree": lambda: _("A table moves only when every party has agreed and chosen a word."),
    "word_too_short": lambda: _("Choose a word of at least eight characters."),
    "bad_document": lambda: _("This file is no table that Leopold exported."),
    "there_already": lambda: _("This table is here already."),
    "too_few_parties": lambda: _("A table needs two to five parties, and at most one mediator."),
    "other_question": lambda: _("This was answered already, or is no longer asked. Load the page again."),
    "no_more_searches": lambda: _("A better deal was searched for three times here. Open another table instead."),
    "bad_days": lambda: _("Ask for 1 to 14 days more; a stage lasts 90 days at most."),
    "no_draft": lambda: _("This promise is not among those that you are offered any more."),
    "no_letters": lambda: _(
        "This desk sends no e-mail, so no code can be sent. Whoever runs it can set a mail server."
    ),
    "no_code_now": lambda: _("A code was sent a moment ago. Wait a minute before you ask for another."),
}


class RefusedError(Exception):
    """Something that cannot be done; nothing was changed."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind

    @property
    def said(self) -> str:
        """Why, in the reader's language."""
        return SENTENCES[self.kind]()
