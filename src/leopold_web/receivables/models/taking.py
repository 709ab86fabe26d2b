"""How ledgers are read here: what the columns of a source mean, what statements say, and what each payment is for."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from leopold_web.accounts.models import Workspace
from leopold_web.receivables.models.ledger import Invoice, Payment


class TableMapping(models.Model):
    """What the columns of a table mean, as a person said: used again for each table with the same heading.

    `key` is a digest of the heading; `columns` is `leopold.ledger.Columns` as a JSON value, and `sheet` the first
    rows of the table from which it was said, a `leopold.ledger.previews.Sheet`.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="table_mappings")
    key = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    columns = models.JSONField[dict[str, Any], dict[str, Any]]()
    sheet = models.JSONField[dict[str, Any], dict[str, Any]](default=dict)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("name", "pk")
        constraints = (models.UniqueConstraint(fields=["workspace", "key"], name="one_mapping_a_heading"),)

    def __str__(self) -> str:
        return self.name


class Statement(models.Model):
    """What a statement says of one account: where `opening` + `moved` is not `closing`, something is missing.

    `imports` are those in which it stood.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="statements")
    imports = models.ManyToManyField("inbox.Import", related_name="statements")
    source = models.CharField(max_length=500)
    account = models.CharField(max_length=100, blank=True)
    currency = models.CharField(max_length=10)
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    opening = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    closing = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    moved = models.DecimalField(max_digits=20, decimal_places=4)
    entries = models.PositiveIntegerField()

    class Meta:
        ordering = ("account", "currency", "since", "pk")

    def __str__(self) -> str:
        return f"{self.account} until {self.until}"

    @property
    def difference(self) -> Decimal | None:
        """What is missing between opening and closing, None where one of them is not stated."""
        if self.opening is None or self.closing is None:
            return None
        return self.closing - self.opening - self.moved


class Booking(models.Model):
    """What of a payment is for an invoice, as the matching found: booked where `sure`, else offered. Made anew by it.

    `grounds` are words of `leopold.ledger.matching.Ground`. A credit note that was taken off has an amount below zero.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="bookings")
    payment = models.ForeignKey(Payment, on_delete=models.CASCADE, related_name="bookings")
    invoice = models.ForeignKey(Invoice, on_delete=models.CASCADE, related_name="bookings")
    amount = models.DecimalField(max_digits=20, decimal_places=4)
    grounds = models.JSONField[list[str], list[str]](default=list)
    sure = models.BooleanField()

    class Meta:
        ordering = ("payment", "pk")
        indexes = (models.Index(fields=["workspace", "sure"]),)

    def __str__(self) -> str:
        return f"{self.amount} of {self.payment} for {self.invoice}"


class BookingDecision(models.Model):
    """What a person said a payment is for: `invoice` with `amount`, or, `refused`, that it is not for it."""

    class Verdict(models.TextChoices):
        """What was said."""

        BOOKED = "booked", _("booked")
        REFUSED = "refused", _("refused")

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="booking_decisions")
    payment = models.ForeignKey(Payment, on_delete=models.CASCADE, related_name="decisions")
    invoice = models.ForeignKey(Invoice, on_delete=models.CASCADE, related_name="decisions")
    verdict = models.CharField(max_length=7, choices=Verdict.choices)
    amount = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("made_at", "pk")
        constraints = (models.UniqueConstraint(fields=["payment", "invoice"], name="one_decision_a_pair"),)

    def __str__(self) -> str:
        return f"{self.verdict}: {self.payment} for {self.invoice}"
