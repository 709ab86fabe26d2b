"""What people say of how many alerts they want, and of an alert."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from leopold_web.learning.models import AlertMark


class LimitsForm(forms.Form):
    """The limits, the probability as a percentage."""

    percent = forms.IntegerField(
        label=_("Raise an alert from this probability on, in %"),
        min_value=5,
        max_value=95,
        help_text=_("The higher, the fewer alerts, and the later."),
    )
    capacity = forms.IntegerField(
        label=_("At most so many new alerts a day"),
        min_value=1,
        max_value=100_000,
        required=False,
        help_text=_("The most probable come first; the others wait for another day. Left empty, none waits."),
    )


class MarkForm(forms.Form):
    """A verdict on an alert, and which page it was said on."""

    verdict = forms.ChoiceField(choices=AlertMark.Verdict.choices)
    back = forms.ChoiceField(choices=[("today", ""), ("relationship", "")])
