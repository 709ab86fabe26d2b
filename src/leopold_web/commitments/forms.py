"""What people type about promises."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from leopold_web.accounts.models import User, Workspace
from leopold_web.commitments import reading
from leopold_web.commitments.changing import Told
from leopold_web.commitments.entering import Said
from leopold_web.commitments.folding import promised_for
from leopold_web.commitments.models import Commitment, State
from leopold_web.commitments.wording import weekday_of

SIDES: Final = [("theirs", _("theirs")), ("ours", _("ours"))]
CHANGES: Final = [
    (State.KEPT, _("It was kept")),
    (State.LATE, _("It was kept late")),
    (State.BROKEN, _("It was broken")),
    (State.RENEGOTIATED, _("It has a new day")),
    (State.CANCELLED, _("It was cancelled")),
]
UNREAD: Final = _("No day can be read in this. Write a date, such as 2026-03-06, or a phrase, such as “by Friday”.")
LONG: Final = forms.Textarea(attrs={"rows": 3})


class DayField(forms.CharField):
    """A day that somebody types, as a date or in words, seen from `written`, which the form sets."""

    written: date | None = None

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=100, **options)

    def clean(self, value: Any) -> Any:
        """Return the day, None for nothing; ValidationError for words that name none."""
        text = super().clean(value)
        if not text:
            return None
        found = reading.day_of(text, self.written) if self.written else None
        if found is None:
            raise ValidationError(UNREAD, code="unread")
        return found


class DatedForm(forms.Form):
    """A form with days in words, read as on the day that was given for the promise, or else today."""

    def __init__(self, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        for field in self.fields.values():
            if isinstance(field, DayField):
                field.written = self.written or today

    @property
    def written(self) -> date | None:
        """The day from which days in words are counted, None where it is not typed or no day."""
        if "promised_on" not in self.fields:
            return None
        text = str(self.data.get(self.add_prefix("promised_on"), "")) if self.is_bound else ""
        return reading.day_of(text, self.today) if text else None


class KeptForm(DatedForm):
    """A form with a keeper among the members of the desk; nobody is one too."""

    def __init__(self, workspace: Workspace, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(today, *args, **kwargs)
        self.members = {str(user.pk): user for user in workspace.users.order_by("name", "email")}
        choices = [("", _("nobody yet")), *((pk, str(user)) for pk, user in self.members.items())]
        field = forms.ChoiceField(
            label=_("Who watches it"), required=False, choices=choices, help_text=_("Somebody of ours.")
        )
        self.fields["keeper"] = field

    def clean_keeper(self) -> User | None:
        """Return the member."""
        return self.members.get(self.cleaned_data["keeper"])


class PromiseForm(KeptForm):
    """Who promised what, to whom, until when."""

    side = forms.ChoiceField(label=_("Whose promise it is"), choices=SIDES)
    owner = forms.CharField(
        label=_("Who promised"), max_length=200, widget=forms.TextInput(attrs={"list": "people", "autocomplete": "off"})
    )
    to = forms.CharField(
        label=_("To whom"),
        max_length=1000,
        required=False,
        widget=forms.TextInput(attrs={"list": "people", "autocomplete": "off"}),
    )
    what = forms.CharField(label=_("What was promised"), max_length=5000, widget=LONG)
    due = DayField(
        label=_("Due"),
        required=False,
        help_text=_("A date, or words such as “by Friday” or “within 5 business days”. Empty where no day was named."),
    )
    condition = forms.CharField(label=_("On what condition"), max_length=1000, required=False)
    promised_on = forms.DateField(
        label=_("Promised on"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )
    clause = forms.ChoiceField(
        label=_("What it is in a contract"),
        choices=[("", _("not from a contract")), *Commitment.Clause.choices],
        required=False,
    )
    reference = forms.CharField(
        label=_("Where it stands"), max_length=300, required=False, help_text=_("Such as: contract 12, §4.2.")
    )
    field_order = (
        "side",
        "owner",
        "to",
        "what",
        "due",
        "condition",
        "promised_on",
        "keeper",
        "clause",
        "reference",
    )

    @property
    def said(self) -> Said:
        """What was typed, once it is valid."""
        return Said(**{name: self.cleaned_data[name] for name in self.fields})

    @property
    def shown_back(self) -> str:
        """The day that words were read as and nobody has seen yet, "" where there is none such."""
        found = self.cleaned_data.get("due")
        typed = str(self.data.get(self.add_prefix("due"), ""))
        seen = str(self.data.get(self.add_prefix("due_read"), ""))
        return weekday_of(found) if found and found.isoformat() not in (typed.strip(), seen) else ""


class EditForm(KeptForm):
    """What is kept of a promise, to be corrected. Its day is that promised at first."""

    side = forms.ChoiceField(label=_("Whose promise it is"), choices=[*SIDES, ("neither", _("neither"))])
    owner = forms.CharField(label=_("Who promised"), max_length=200)
    to = forms.CharField(label=_("To whom"), max_length=1000, required=False)
    what = forms.CharField(label=_("What was promised"), max_length=5000, widget=LONG)
    due = DayField(label=_("Due, as promised at first"), required=False)
    condition = forms.CharField(label=_("On what condition"), max_length=1000, required=False)
    field_order = ("side", "owner", "to", "what", "due", "condition", "keeper")

    @staticmethod
    def initial_of(commitment: Commitment) -> dict[str, Any]:
        """Return what the form begins with: what is kept now."""
        promised = promised_for(commitment)
        kept = {name: getattr(commitment, name) for name in ("side", "owner", "to", "what", "condition")}
        return kept | {"due": promised.isoformat() if promised else "", "keeper": commitment.keeper_id or ""}


class ChangeForm(DatedForm):
    """What became of a promise, said by hand."""

    state = forms.ChoiceField(label=_("What became of it"), choices=CHANGES)
    on = DayField(label=_("On"), help_text=_("The day on which it happened, not that on which you note it."))
    due = DayField(label=_("New day"), required=False, help_text=_("Only where it has one: a date, or “by Friday”."))
    note = forms.CharField(
        label=_("How you know"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("It is the evidence. Needed unless it was kept."),
    )

    @property
    def told(self) -> Told:
        """What was typed, once it is valid."""
        given = self.cleaned_data
        return Told(given["state"], given["on"], given["due"], given["note"])


class AnswerForm(forms.Form):
    """Whether what letters tell is accepted."""

    key = forms.CharField(max_length=200)
    accepts = forms.ChoiceField(choices=[("yes", ""), ("no", "")])


class PasteForm(DatedForm):
    """The text of a contract, and what holds for all its lines."""

    reference = forms.CharField(
        label=_("Which contract"), max_length=250, help_text=_("Such as: contract 12. The number of a line is added.")
    )
    promised_on = forms.DateField(
        label=_("Signed on"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        help_text=_("Days such as “within 10 working days” are counted from here."),
    )
    text = forms.CharField(
        label=_("Its lines"),
        max_length=50_000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Each line that names a day becomes a promise. You can change it or leave it out."),
    )


class LineForm(KeptForm):
    """One line of a contract as a promise; without `keep` it is left out."""

    keep = forms.BooleanField(label=_("Keep it"), required=False)
    what = forms.CharField(label=_("What was promised"), max_length=5000, widget=forms.Textarea(attrs={"rows": 2}))
    due = DayField(label=_("Due"), required=False)
    side = forms.ChoiceField(label=_("Whose promise it is"), choices=SIDES)
    owner = forms.CharField(label=_("Who promised"), max_length=200)
    clause = forms.ChoiceField(label=_("What it is in a contract"), choices=Commitment.Clause.choices)
    reference = forms.CharField(label=_("Where it stands"), max_length=300)
    field_order = ("keep", "what", "due", "side", "owner", "clause", "reference", "keeper")

    def said(self, promised_on: date) -> Said:
        """Return what was typed, once it is valid."""
        given = {name: value for name, value in self.cleaned_data.items() if name != "keep"}
        return Said(**given, promised_on=promised_on)
