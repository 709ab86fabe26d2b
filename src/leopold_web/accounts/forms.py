"""What people type about accounts."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from leopold.correspondence.ours import own_side
from leopold_web.accounts import setup
from leopold_web.accounts.models import User


class DomainsField(forms.CharField):
    """Mail domains with commas or spaces between them; an address counts as its domain, or as itself on free mail."""

    def clean(self, value: Any) -> list[str]:
        """Return the domains in lower case, each once."""
        words = re.split(r"[\s,;]+", super().clean(value) or "")
        domains = []
        for word in filter(None, words):
            domains.append(own_side(word))
            if "." not in domains[-1]:
                raise forms.ValidationError(
                    _("“%(word)s” is no mail domain; write it as example.com"), params={"word": word}
                )
        return list(dict.fromkeys(domains))


class FirstRunForm(forms.Form):
    """The owner and their company."""

    company = forms.CharField(label=_("Company"), max_length=200)
    own_domains = DomainsField(
        label=_("Our mail domains"),
        required=False,
        help_text=_("For example example.com. Left empty, they are found in the letters."),
    )
    name = forms.CharField(label=_("Your name"), max_length=200)
    email = forms.EmailField(label=_("Your e-mail address"))
    password = forms.CharField(label=_("Password"), widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}))
    code = forms.CharField(
        label=_("Setup code"), required=False, help_text=_("It stands on the console where the desk was started.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not setup.is_needed():
            del self.fields["code"]

    def clean_code(self) -> str:
        """Refuse a code that is not the one on the console."""
        given: str = self.cleaned_data["code"]
        if not setup.fits(given):
            raise forms.ValidationError(_("This is not the code that stands on the console."))
        return given

    def clean(self) -> dict[str, Any]:
        """Refuse a password that is easily guessed."""
        found = super().clean() or self.cleaned_data
        if password := found.get("password"):
            user = User(email=found.get("email", ""), name=found.get("name", ""))
            try:
                validate_password(password, user)
            except forms.ValidationError as error:
                self.add_error("password", error)
        return found


class TokenForm(forms.Form):
    """What a new token is for."""

    name = forms.CharField(
        label=_("What is it for?"), max_length=100, help_text=_("So that you know it again, such as “monthly report”.")
    )
