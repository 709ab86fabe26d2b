"""What is expected of open invoices, and why they are unpaid: worked out anew when the ledger or the day changes."""

from __future__ import annotations

from typing import Any

from django.db import models

from leopold_web.accounts.models import Workspace
from leopold_web.receivables.models.ledger import Invoice

Plain = dict[str, Any]


class Outlook(models.Model):
    """One open invoice: what is `open` of it, why, and when money is expected.

    `why`, `evidence`, `facts` and `said` are those of `leopold.ledger.why.WhyUnpaid` as JSON values. `late` is the
    probability that it is paid after its day; `expected` the middle day, `low` to `high` hold four of five; `known`
    counts the counterparty's settled invoices. None where nothing can be said.
    """

    invoice = models.OneToOneField(Invoice, on_delete=models.CASCADE, related_name="outlook")
    open = models.DecimalField(max_digits=20, decimal_places=4)
    why = models.CharField(max_length=10, blank=True)
    evidence = models.JSONField[list[Plain], list[Plain]](default=list)
    facts = models.JSONField[list[Plain], list[Plain]](default=list)
    said = models.JSONField[list[Plain], list[Plain]](default=list)
    late = models.FloatField(null=True)
    expected = models.DateField(null=True)
    low = models.DateField(null=True)
    high = models.DateField(null=True)
    known = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"outlook of {self.invoice}"


class CashWeek(models.Model):
    """Money expected in the week that begins on Monday `week`, None for later: the middle, and four of five.

    `promised` is what would come if each invoice were paid on its day, and overdue ones at once.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="cash_weeks")
    currency = models.CharField(max_length=10)
    week = models.DateField(null=True)
    low = models.DecimalField(max_digits=20, decimal_places=4)
    middle = models.DecimalField(max_digits=20, decimal_places=4)
    high = models.DecimalField(max_digits=20, decimal_places=4)
    promised = models.DecimalField(max_digits=20, decimal_places=4)

    class Meta:
        ordering = ("currency", "week", "pk")

    def __str__(self) -> str:
        return f"{self.middle} {self.currency} in the week of {self.week}"


class LedgerState(models.Model):
    """What the outlook of a workspace was worked out from, and on which day; `inputs` is a digest.

    `patterns` says of each counterparty, by its name in the ledger, what its invoices let expect, as JSON values with
    the fields of `leopold.forecast.lateness.Expectation`. `figures` are those of the whole ledger, by currency: see
    `receivables.seeing.renewing`. `changes` counts what was read and decided since the desk
    began; `matched` is a digest of what the bookings were worked out from.
    """

    workspace = models.OneToOneField(Workspace, on_delete=models.CASCADE, related_name="ledger_state")
    inputs = models.CharField(max_length=64, blank=True)
    day = models.DateField(null=True)
    patterns = models.JSONField[dict[str, Plain], dict[str, Plain]](default=dict)
    figures = models.JSONField[Plain, Plain](default=dict)
    changes = models.PositiveIntegerField(default=0)
    matched = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"ledger of {self.workspace} on {self.day}"
