"""What people type of reminders and calendars."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from leopold_web.commitments.forms import DatedForm, DayField
from leopold_web.commitments.reminders import MOST_DAYS, Said


class FeedForm(forms.Form):
    """In which language a calendar is to be written."""

    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)


class DaysForm(forms.Form):
    """On which days ours are reminded of a promise, seen from the day due."""

    before = forms.IntegerField(
        label=_("Days before"), required=False, min_value=0, max_value=MOST_DAYS, help_text=_("Empty for no reminder.")
    )
    after = forms.IntegerField(
        label=_("Days after"), required=False, min_value=1, max_value=MOST_DAYS, help_text=_("Empty for no reminder.")
    )


class LetterForm(DatedForm):
    """A reminder to the other side, in the words of whoever sends it."""

    to = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"list": "addresses", "autocomplete": "off"}),
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    subject = forms.CharField(label=_("Subject"), max_length=120)
    text = forms.CharField(
        label=_("Text"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 9}),
        help_text=_("A draft. It goes out as you leave it here, and not without you."),
    )
    send_on = DayField(
        label=_("Send on"), required=False, help_text=_("A date, or words such as “on Friday”. Empty: now.")
    )

    def said(self, today: date) -> Said:
        """Return what was typed, once it is valid."""
        given: dict[str, Any] = dict(self.cleaned_data)
        return Said(**{**given, "send_on": given["send_on"] or today})
