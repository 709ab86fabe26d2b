"""What people give to an import."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leopold_web.accounts.forms import DomainsField


class ManyFiles(forms.FileInput):
    """A field for files that takes several."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of uploaded files."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Return the files, each checked as a single one would be."""
        given = data if isinstance(data, list | tuple) else [data] if data else []
        if not given:
            super().clean(None, initial)
        return [super(FilesField, self).clean(one, initial) for one in given]


class ImportForm(forms.Form):
    """Letters, and the ledger that goes with them."""

    letters = FilesField(
        label=_("Letters"),
        required=False,
        help_text=_("A mailbox (mbox), single letters (.eml), an archive of them (.zip, .tar.gz), or a table."),
    )
    ledger = FilesField(
        label=_("Invoices and payments"),
        required=False,
        help_text=_(
            "Tables (CSV, XLSX), statements of banks (1C, camt, MT940, OFX) and invoices (UBL, CII, Factur-X, ZUGFeRD)."
        ),
    )
    ask_first = forms.BooleanField(label=_("Let me say first what the columns of these tables mean"), required=False)
    own_domains = DomainsField(
        label=_("Our mail domains"),
        required=False,
        help_text=_("For example example.com. Left empty, they are found in the letters."),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for at least one file."""
        found = super().clean() or self.cleaned_data
        if not self.errors and not found.get("letters") and not found.get("ledger"):
            raise forms.ValidationError(_("Choose at least one file."))
        return found
