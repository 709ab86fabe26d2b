"""What was settled: the agreement and its points, who signed it, and whether it was kept."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from leopold_web.round_tables.models.tables import RoundTable, Seat, new_code


class Agreement(models.Model):
    """What all parties accepted. A later, better one has a higher `version`.

    `code` is the name of the address at which anybody who holds the protocol can check it. `content` is what is
    signed, fixed when the parties have confirmed the points; `content_hash` is the SHA-256 of its canonical JSON.
    """

    table = models.ForeignKey(RoundTable, on_delete=models.CASCADE, related_name="agreements")
    version = models.PositiveSmallIntegerField(default=1)
    code = models.CharField(max_length=32, unique=True, default=new_code)
    accepted_at = models.DateTimeField()
    content = models.JSONField[dict[str, Any], dict[str, Any]](default=dict)
    content_hash = models.CharField(max_length=64, blank=True)
    signed_at = models.DateTimeField(null=True)
    confirmed_by = models.ManyToManyField(Seat, related_name="+")

    class Meta:
        ordering = ("version",)
        constraints = (models.UniqueConstraint(fields=["table", "version"], name="one_agreement_a_version"),)

    def __str__(self) -> str:
        return f"agreement {self.version} of {self.table}"


class AgreementPoint(models.Model):
    """One thing that was settled: the issue and what was chosen, who does it, until when."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="points")
    number = models.PositiveSmallIntegerField()
    issue = models.CharField(max_length=200)
    choice = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    owner = models.ForeignKey(Seat, on_delete=models.SET_NULL, null=True, related_name="points")
    due = models.DateField(null=True)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["agreement", "number"], name="one_point_a_number"),)

    def __str__(self) -> str:
        return f"{self.issue}: {self.choice}"


class SigningCode(models.Model):
    """The one-time code last sent to a party that wants to sign; only a digest of it is kept."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="codes")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="codes")
    code_hash = models.CharField(max_length=64)
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["agreement", "seat"], name="one_code_a_seat"),)

    def __str__(self) -> str:
        return f"code of {self.seat}"


class Signature(models.Model):
    """That a party signed exactly `content_hash`, by its typed name and what `means` names.

    By a code: `sent_to` is the address it went to, masked. By a phrase of its own: `chosen_at` is when it was chosen.
    """

    class Means(models.TextChoices):
        """What showed that it was they who signed; a phrase by an account of the desk, or by a link passed on."""

        CODE = "code"
        PHRASE = "phrase"
        PHRASE_BY_LINK = "phrase_link"

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="signatures")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="signatures")
    typed_name = models.CharField(max_length=200)
    means = models.CharField(max_length=11, choices=Means.choices, default=Means.CODE)
    sent_to = models.CharField(max_length=254, blank=True)
    chosen_at = models.DateTimeField(null=True)
    code_hash = models.CharField(max_length=64, blank=True)
    content_hash = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "pk")
        constraints = (models.UniqueConstraint(fields=["agreement", "seat"], name="one_signature_a_seat"),)

    def __str__(self) -> str:
        return self.typed_name


class FollowUp(models.Model):
    """What a party says afterwards: was it kept, was it fair."""

    class Kept(models.TextChoices):
        """Whether what was agreed was done."""

        YES = "yes", _("Kept")
        PARTLY = "partly", _("Partly kept")
        NO = "no", _("Not kept")

    table = models.ForeignKey(RoundTable, on_delete=models.CASCADE, related_name="follow_ups")
    seat = models.OneToOneField(Seat, on_delete=models.CASCADE, related_name="follow_up")
    kept = models.CharField(max_length=6, choices=Kept.choices, blank=True)
    fair = models.BooleanField(null=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("seat__number",)

    def __str__(self) -> str:
        return f"{self.seat}: {self.kept}"
