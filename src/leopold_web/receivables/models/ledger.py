"""Invoices and payments as the ledger says. They are input: kept, never recomputed; `settled` alone is worked out."""

from __future__ import annotations

from django.db import models

from leopold_web.accounts.models import Workspace
from leopold_web.relationships.models import Relationship


class Invoice(models.Model):
    """What one side owes; a credit note has an amount below zero.

    `paid` is the day the ledger names; `settled` the day the payments cover it.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="invoices")
    relationship = models.ForeignKey(Relationship, on_delete=models.SET_NULL, null=True, related_name="invoices")
    number = models.CharField(max_length=200)
    counterparty = models.CharField(max_length=300)
    issued = models.DateField()
    due = models.DateField()
    amount = models.DecimalField(max_digits=20, decimal_places=4)
    currency = models.CharField(max_length=10)
    disputed = models.BooleanField(default=False)
    paid = models.DateField(null=True)
    settled = models.DateField(null=True)
    tax_id = models.CharField(max_length=40, blank=True)
    reference = models.CharField(max_length=200, blank=True)
    credits = models.CharField(max_length=200, blank=True)
    seller = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("issued", "number", "pk")
        constraints = (
            models.UniqueConstraint(fields=["workspace", "counterparty", "number"], name="one_invoice_a_number"),
        )

    def __str__(self) -> str:
        return self.number


class Payment(models.Model):
    """Money that arrived. `occurrence` counts equal payments of one day, which are not copies of each other."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="payments")
    relationship = models.ForeignKey(Relationship, on_delete=models.SET_NULL, null=True, related_name="payments")
    invoice = models.CharField(max_length=200, blank=True)
    at = models.DateField()
    amount = models.DecimalField(max_digits=20, decimal_places=4)
    currency = models.CharField(max_length=10)
    counterparty = models.CharField(max_length=300, blank=True)
    occurrence = models.PositiveIntegerField(default=0)
    purpose = models.TextField(blank=True)
    reference = models.CharField(max_length=200, blank=True)
    account = models.CharField(max_length=100, blank=True)
    payer_account = models.CharField(max_length=100, blank=True)
    tax_id = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ("at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["workspace", "invoice", "at", "amount", "currency", "counterparty", "occurrence"],
                name="each_payment_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.amount} {self.currency} on {self.at}"
