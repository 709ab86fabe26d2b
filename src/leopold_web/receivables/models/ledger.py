"""Invoices and payments as the ledger says. They are input: kept, never recomputed; `settled` alone is worked out."""

from __future__ import annotations

from django.db import models

from leopold_web.accounts.models import Workspace
from leopold_web.relationships.models import Relationship


class Invoice(models.Model):
    """What one side owes; a credit note has an amount below zero.

    `paid` is the day the ledger names; `settled` the day the payments cover it. Numbers begin anew each year at many
    firms, so a number alone is no invoice.
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
            models.UniqueConstraint(
                fields=["workspace", "counterparty", "number", "issued", "amount"], name="each_invoice_once"
            ),
        )

    def __str__(self) -> str:
        return self.number


class Payment(models.Model):
    """Money that arrived, or, below zero, went out. Which payment it is, `key` tells: a digest of what makes two one.

    `occurrence` counts payments that are alike and no copies of each other. Of a `bare` one nothing was kept but its
    invoice, day, amount and payer: a payment that agrees with these is it, and adds the rest.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="payments")
    relationship = models.ForeignKey(Relationship, on_delete=models.SET_NULL, null=True, related_name="payments")
    invoice = models.CharField(max_length=200, blank=True)
    at = models.DateField()
    amount = models.DecimalField(max_digits=20, decimal_places=4)
    currency = models.CharField(max_length=10)
    counterparty = models.CharField(max_length=300, blank=True)
    key = models.CharField(max_length=64, blank=True)
    occurrence = models.PositiveIntegerField(default=0)
    bare = models.BooleanField(default=False)
    purpose = models.TextField(blank=True)
    reference = models.CharField(max_length=200, blank=True)
    account = models.CharField(max_length=100, blank=True)
    payer_account = models.CharField(max_length=100, blank=True)
    tax_id = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ("at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["workspace", "key", "occurrence"],
                condition=~models.Q(key=""),
                name="each_payment_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.amount} {self.currency} on {self.at}"
