"""What people type about reminders, pauses, payment plans and late interest."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from leopold.dunning.policy import Policy
from leopold.dunning.steps import TONES
from leopold.dunning.stopping import LIFTABLE
from leopold_web.receivables.acting.policies import DAYS
from leopold_web.receivables.models import InterestDecision

DAY = {"type": "date"}
AMOUNT = re.compile(r"-?[0-9]{1,14}(?:\.[0-9]{1,4})?")


class AboutForm(forms.Form):
    """A form about a counterparty."""

    about = forms.CharField(max_length=300, widget=forms.HiddenInput)


class BeginForm(AboutForm):
    """A draft that is asked for; `plan` is one that it is to offer."""

    tone = forms.ChoiceField(choices=[("", ""), *((each, each) for each in TONES)], required=False)
    interest = forms.BooleanField(required=False)


class ReminderForm(forms.Form):
    """A draft."""

    to = forms.CharField(label=_("Their address"), max_length=254, required=False)
    subject = forms.CharField(label=_("Subject"), max_length=200)
    text = forms.CharField(label=_("Letter"), max_length=20000, widget=forms.Textarea(attrs={"rows": 18}))


class PauseForm(AboutForm):
    """Until when nobody is reminded; no day ends a pause."""

    until = forms.DateField(label=_("Until the evening of"), widget=forms.DateInput(attrs=DAY))
    note = forms.CharField(label=_("Why"), max_length=500, required=False)


class LiftForm(AboutForm):
    """A reason that is over."""

    kind = forms.ChoiceField(choices=[(each, each) for each in sorted(LIFTABLE)])
    note = forms.CharField(max_length=500, required=False)


class PlanForm(AboutForm):
    """A plan that is asked for."""

    currency = forms.CharField(max_length=10)
    parts = forms.IntegerField(min_value=1, max_value=12, required=False)


class PartForm(forms.Form):
    """A part of a plan."""

    due = forms.DateField()
    amount = forms.CharField(max_length=24)

    def clean_amount(self) -> Decimal:
        """Return the amount, written with a point or a comma."""
        plain = "".join(self.cleaned_data["amount"].split()).replace(",", ".")
        if not AMOUNT.fullmatch(plain):
            raise forms.ValidationError(_("A part is a day and an amount, such as 1200.50."))
        return Decimal(plain)


class DecisionForm(forms.Form):
    """What becomes of late interest."""

    verdict = forms.ChoiceField(label=_("Decision"), choices=InterestDecision.Verdict.choices, initial="later")
    note = forms.CharField(label=_("Note"), max_length=500, required=False)


class PolicyForm(forms.Form):
    """How the desk reminds."""

    LABELS: ClassVar = {
        "friendly": _("Friendly reminder, days after the due day"),
        "second": _("Second letter"),
        "talk": _("Talk"),
        "case": _("Case"),
        "patience": _("Days more where things are warm"),
        "gap": _("Days between two reminders"),
        "claim": _("Days to wait for a payment they say they made"),
        "promise": _("Days to wait after a promised day"),
    }
    automatic = forms.BooleanField(
        label=_("Send the first friendly reminder without a person"),
        required=False,
        help_text=_("Only the first, only where nothing is strained, and never while something stops it."),
    )

    def __init__(self, policy: Policy, data: Any = None) -> None:
        known = {name: getattr(policy, name) for name in (*DAYS, "automatic")}
        super().__init__(data, initial=known)
        for name in DAYS:
            self.fields[name] = forms.IntegerField(label=self.LABELS[name], min_value=0, max_value=365)

    @property
    def days(self) -> dict[str, int]:
        """The days, once they are valid."""
        return {name: self.cleaned_data[name] for name in DAYS}
