"""What people type about cases."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from leopold_web.accounts.models import User, Workspace
from leopold_web.cases.actions import Said
from leopold_web.cases.models import Case

WHEN = "%Y-%m-%dT%H:%M"


class MemberForm(forms.Form):
    """A form with an owner among the members of a desk; nobody is one too."""

    owner = forms.ChoiceField(label=_("Owner"), required=False)

    def __init__(self, workspace: Workspace, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.members = {str(user.pk): user for user in workspace.users.order_by("name", "email")}
        choices = [("", _("nobody yet")), *((pk, str(user)) for pk, user in self.members.items())]
        self.fields["owner"] = forms.ChoiceField(label=_("Owner"), required=False, choices=choices)

    def clean_owner(self) -> User | None:
        """Return the member."""
        return self.members.get(self.cleaned_data["owner"])


class CaseForm(MemberForm):
    """What a case is about, who takes care of it, and until when."""

    CAUSES = (
        ("", _("not known")),
        *(
            (f"{side.value}:{cause.value}", format_lazy("{cause}, {side}", cause=cause.label, side=side.label))
            for side in Case.Side
            for cause in Case.Cause
        ),
    )
    subject = forms.CharField(label=_("What it is about"), max_length=200)
    trouble = forms.ChoiceField(
        label=_("Kind of trouble"),
        choices=Case.Trouble.choices,
        help_text=_("It chooses the steps that are suggested."),
    )
    cause = forms.ChoiceField(label=_("What may lie behind it"), choices=CAUSES, required=False)
    answer_by = forms.DateTimeField(
        label=_("Answer by"),
        required=False,
        input_formats=[WHEN],
        widget=forms.DateTimeInput(format=WHEN, attrs={"type": "datetime-local"}),
    )
    field_order = ("subject", "trouble", "cause", "owner", "answer_by")

    @property
    def said(self) -> Said:
        """What was typed, once it is valid."""
        given = self.cleaned_data
        side, _colon, cause = given["cause"].partition(":")
        return Said(given["subject"], given["trouble"], cause, side, given["owner"], given["answer_by"])


class TaskForm(MemberForm):
    """Something to do."""

    text = forms.CharField(label=_("What is to be done"), max_length=300)
    due = forms.DateField(label=_("Until when"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    field_order = ("text", "owner", "due")


class VerbForm(forms.Form):
    """What becomes of a task."""

    verb = forms.ChoiceField(choices=[("done", ""), ("again", ""), ("drop", "")])


class NoteForm(forms.Form):
    """A note."""

    text = forms.CharField(label=_("Note"), max_length=5000, widget=forms.Textarea(attrs={"rows": 2}))


class CloseForm(forms.Form):
    """How it ended."""

    outcome = forms.ChoiceField(label=_("Outcome"), choices=[("", "–"), *Case.Outcome.choices])
    text = forms.CharField(label=_("In one sentence"), max_length=500)


class AskForm(forms.Form):
    """What somebody of the other side asks for."""

    name = forms.CharField(label=_("Your name"), max_length=200)
    email = forms.EmailField(label=_("Your e-mail address"), max_length=254)
    subject = forms.CharField(label=_("What is to be settled"), max_length=200)
    text = forms.CharField(
        label=_("What happened, as you see it"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
