"""What people give to have a reply checked."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 50_000


class ReplyForm(forms.Form):
    """A draft reply, and whether examples of other words are wanted."""

    draft = forms.CharField(
        label=_("Your draft"),
        strip=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("It is read once and kept nowhere."),
    )
    examples = forms.BooleanField(label=_("Give examples of other words"), required=False)

    def clean_draft(self) -> str:
        """Return the draft with the line ends of letters, as offsets into it count them."""
        draft: str = self.cleaned_data["draft"].replace("\r\n", "\n")
        if not draft.strip():
            raise forms.ValidationError(self.fields["draft"].error_messages["required"], code="required")
        return draft
