"""What people type at a round table; one form a step."""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from leopold_web.round_tables.models import FactAnswer, FollowUp, OptionLink
from leopold_web.round_tables.refusals import RefusedError

LARGEST_FILE: Final = 50_000_000


class NewTableForm(forms.Form):
    """What is to be settled."""

    subject = forms.CharField(label=_("What is to be settled"), max_length=200)


class GuestForm(forms.Form):
    """Somebody to sit at a new table; a row with neither name nor address is nobody."""

    KINDS = (
        ("party:theirs", _("Party, the other side")),
        ("party:ours", _("Party, our side")),
        ("mediator:neither", _("Mediator")),
        ("observer:theirs", _("Observer, the other side")),
        ("observer:ours", _("Observer, our side")),
    )
    kind = forms.ChoiceField(label=_("Sits as"), choices=KINDS)
    name = forms.CharField(label=_("Name"), max_length=200, required=False)
    email = forms.EmailField(
        label=_("E-mail address"), required=False, widget=forms.EmailInput(attrs={"list": "known"})
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)

    def clean(self) -> dict[str, Any]:
        """Refuse half a guest."""
        found = super().clean() or self.cleaned_data
        if bool(found.get("name")) != bool(found.get("email")) and "email" not in self.errors:
            self.add_error("email", _("Everybody needs a name and an e-mail address."))
        return found


GuestFormSet = forms.formset_factory(GuestForm, extra=0, max_num=8, absolute_max=8)


class ImportForm(forms.Form):
    """A table that another host exported, and the words of its parties."""

    file = forms.FileField(label=_("The exported table"))
    words = forms.CharField(
        label=_("The words of the parties"),
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        help_text=_("One a line, in the order of the seats. Each party tells you its own."),
    )

    def clean_file(self) -> dict[str, Any]:
        """Return the document in the file; refuse what is none."""
        given = self.cleaned_data["file"]
        try:
            document = json.loads(given.read(LARGEST_FILE)) if given.size <= LARGEST_FILE else None
        except (ValueError, RecursionError):
            document = None
        if not isinstance(document, dict):
            raise forms.ValidationError(RefusedError("bad_document").said)
        return document

    def clean_words(self) -> list[str]:
        """Return the words, one a line."""
        return [line.strip() for line in self.cleaned_data["words"].splitlines() if line.strip()]


class AgainForm(forms.Form):
    """An address to send a new link to."""

    email = forms.EmailField(label=_("Your e-mail address"))


class TextForm(forms.Form):
    """Something said."""

    text = forms.CharField(max_length=5000)


class FactAnswerForm(forms.Form):
    """What is said of a fact."""

    fact = forms.IntegerField()
    verdict = forms.ChoiceField(choices=FactAnswer.Verdict.choices)
    text = forms.CharField(max_length=5000, required=False)


class QuoteForm(forms.Form):
    """Something shown."""

    title = forms.CharField(max_length=300)
    text = forms.CharField(max_length=100_000)
    fact = forms.IntegerField(required=False)


class LetterForm(forms.Form):
    """One of our letters, or a piece of it, shown."""

    message = forms.IntegerField()
    start = forms.IntegerField(min_value=0, required=False)
    end = forms.IntegerField(min_value=0, required=False)
    words = forms.CharField(max_length=100_000, required=False)
    fact = forms.IntegerField(required=False)


class ExpectationForm(forms.Form):
    """What was thought to be promised."""

    of = forms.IntegerField()
    text = forms.CharField(max_length=5000)
    due = forms.DateField(required=False)
    quote = forms.CharField(max_length=5000, required=False)


class NumberForm(forms.Form):
    """Which one."""

    number = forms.IntegerField()


class IssueForm(forms.Form):
    """An issue in words."""

    name = forms.CharField(max_length=200)
    text = forms.CharField(max_length=5000, required=False)


class RangeForm(IssueForm):
    """An issue about a number."""

    least = forms.DecimalField(max_digits=17, decimal_places=4)
    most = forms.DecimalField(max_digits=17, decimal_places=4)
    step = forms.DecimalField(max_digits=17, decimal_places=4)
    unit = forms.CharField(max_length=30, required=False)
    payer = forms.IntegerField(required=False)


class OptionForm(forms.Form):
    """An option of an issue."""

    issue = forms.IntegerField()
    text = forms.CharField(max_length=300)


class LinkForm(forms.Form):
    """A link between two options."""

    first = forms.IntegerField()
    kind = forms.ChoiceField(choices=OptionLink.Kind.choices)
    second = forms.IntegerField()


class ConfirmForm(forms.Form):
    """That something others added is right, or no more."""

    kind = forms.ChoiceField(choices=[("issue", ""), ("option", ""), ("link", "")])
    number = forms.IntegerField()
    agrees = forms.BooleanField(required=False)


class RemarkForm(forms.Form):
    """Something said about an issue."""

    issue = forms.IntegerField()
    text = forms.CharField(max_length=5000)


class WishesForm(forms.Form):
    """Private answers as the page asks for them; their fields are those of the table's own issues: see `wishes`."""

    preferred = forms.ChoiceField(choices=[("first", ""), ("second", ""), ("same", "")], required=False)
    number = forms.IntegerField(min_value=0, required=False)
    taken_back = forms.IntegerField(min_value=0, required=False)

    def clean(self) -> dict[str, Any]:
        """Keep what was sent as it is; `wishes.read` reads it, for which any of it may be missing or wrong.

        With it may go the answer to a check question, so that what was typed above it is not lost.
        """
        found = super().clean() or self.cleaned_data
        return found | {"sent": self.data, "lock": "lock" in self.data}


class PointsForm(forms.Form):
    """Who does each point, until when: fields ``owner-1``, ``due-1``, ``text-1`` and so on."""

    def clean(self) -> dict[str, Any]:
        """Read the rows that are filled in; refuse half a row."""
        rows = []
        for name in self.data:
            number = name.removeprefix("owner-")
            if number == name or not number.isdecimal():
                continue
            given = {key: self.data.get(f"{key}-{number}", "") for key in ("owner", "due", "text")}
            if not (given["owner"] or given["due"] or given["text"].strip()):
                continue
            row = PointForm(given | {"number": number})
            if not row.is_valid():
                raise forms.ValidationError(RefusedError("point_incomplete").said)
            rows.append(row.cleaned_data)
        return {"rows": rows, "confirm": "confirm" in self.data}


class HideForm(forms.Form):
    """Why a remark is hidden."""

    remark = forms.IntegerField()
    because = forms.CharField(max_length=300)


class ShallowJSONField(forms.JSONField):
    """JSON that is not nested beyond all reading."""

    def to_python(self, value: Any) -> Any:
        """Refuse what is nested too deep as what is no JSON."""
        try:
            return super().to_python(value)
        except RecursionError as error:
            raise forms.ValidationError(self.error_messages["invalid"], params={"value": ""}) from error


class LoosenForm(forms.Form):
    """What a party can do without, by the names of `loosening.own_bars`, and how far its line may go down."""

    line = forms.IntegerField(min_value=0, max_value=100)

    def clean(self) -> dict[str, Any]:
        """Keep what was ticked as it is; a name of nothing is of no effect."""
        found = super().clean() or self.cleaned_data
        return found | {"dropped": set(self.data.getlist("drop"))}  # type: ignore[attr-defined]


class AnswersForm(forms.Form):
    """Private answers as JSON, as `engine.check` reads them."""

    answers = ShallowJSONField()

    def clean_answers(self) -> dict[str, Any]:
        """Refuse what is no object."""
        given = self.cleaned_data["answers"]
        if not isinstance(given, dict):
            raise forms.ValidationError(RefusedError("answers_missing").said)
        return given


class AcceptForm(forms.Form):
    """The proposals that one would sign."""

    accepted = forms.MultipleChoiceField(choices=[(number, str(number)) for number in range(1, 10)], required=False)


class PointForm(forms.Form):
    """Who does a point, until when."""

    number = forms.IntegerField()
    owner = forms.IntegerField()
    due = forms.DateField()
    text = forms.CharField(max_length=5000, required=False)


class SignForm(forms.Form):
    """A typed name and the code."""

    typed_name = forms.CharField(max_length=200)
    code = forms.CharField(max_length=20)


class SumForm(forms.Form):
    """Up to which sum one would pay, or from which one would take it; "none" for none."""

    limit = forms.CharField(max_length=40)

    def clean_limit(self) -> Decimal | None:
        """Return the sum, None for none."""
        if self.cleaned_data["limit"] == "none":
            return None
        try:
            return Decimal(self.cleaned_data["limit"])
        except InvalidOperation as error:
            raise forms.ValidationError(RefusedError("unknown_option").said) from error


class PhraseForm(forms.Form):
    """A phrase of one's own."""

    phrase = forms.CharField(max_length=200)


class PhraseSignForm(PhraseForm):
    """A typed name and the phrase."""

    typed_name = forms.CharField(max_length=200)


class FollowUpForm(forms.Form):
    """One of the two clicks, or both."""

    kept = forms.ChoiceField(choices=FollowUp.Kept.choices, required=False)
    fair = forms.ChoiceField(choices=[("yes", ""), ("no", "")], required=False)


class WordForm(forms.Form):
    """The word with which a party agrees to a move."""

    word = forms.CharField(max_length=200)


class CheckForm(forms.Form):
    """Which of two packages one would rather sign; `number` is how many questions were answered before."""

    number = forms.IntegerField(min_value=0)
    preferred = forms.ChoiceField(choices=[("first", ""), ("second", ""), ("same", "")])


class DroppedDraftForm(forms.Form):
    """Which promise that a letter, an earlier agreement or an invoice holds."""

    source = forms.ChoiceField(choices=[("letter", ""), ("promise", ""), ("invoice", "")])
    number = forms.IntegerField()
    start = forms.IntegerField(min_value=0)


class DraftForm(DroppedDraftForm):
    """Such a promise, taken over as an expectation."""

    of = forms.IntegerField()
    text = forms.CharField(max_length=5000, required=False)
    due = forms.DateField(required=False)


class DaysForm(forms.Form):
    """How many days more."""

    days = forms.IntegerField(label=_("Days more"), min_value=1, max_value=14)


class ReplyForm(forms.Form):
    """What one says of a better deal that is proposed."""

    number = forms.IntegerField()
    reply = forms.ChoiceField(choices=[("better", ""), ("same", ""), ("worse", "")])


class EmailForm(forms.Form):
    """The address at which a seat is reached."""

    email = forms.EmailField(label=_("E-mail address"))


class NothingForm(forms.Form):
    """A button alone."""
