"""What is done about unpaid invoices: reminders, pauses, payment plans, and what was decided about late interest.

A counterparty is known by `about`: the key of its organization where it has a relationship, else its name as the
ledger has it. So these outlive every analysis.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from leopold_web.accounts.models import Workspace
from leopold_web.notifications.models import Letter
from leopold_web.receivables.models.ledger import Invoice
from leopold_web.relationships.models import Relationship

Plain = dict[str, Any]


class DunningPolicy(models.Model):
    """How a desk reminds: whether the first friendly reminder may go out by itself, and the days between steps.

    `days` are those of `leopold.dunning.policy.Policy` by name, where they differ from its own. `ran_on` is the day
    up to which reminders went out by themselves.
    """

    workspace = models.OneToOneField(Workspace, on_delete=models.CASCADE, related_name="dunning_policy")
    automatic = models.BooleanField(default=False)
    days = models.JSONField[Plain, Plain](default=dict)
    ran_on = models.DateField(null=True)

    def __str__(self) -> str:
        return f"reminders of {self.workspace}"


class Reminder(models.Model):
    """A letter about unpaid invoices. What it is: `step`, `tone` and `why` are words of `leopold.dunning`.

    A reminder on its way is `queued` until the outbox has handed it over; one that must not go out any more is
    `withdrawn`, and `stopped_by` says why, as JSON values. `made_by` None: it went out by itself.
    """

    class State(models.TextChoices):
        """Where it stands."""

        DRAFT = "draft", _("draft")
        QUEUED = "queued", _("on its way")
        SENT = "sent", _("sent")
        BY_HAND = "by_hand", _("sent by hand")
        WITHDRAWN = "withdrawn", _("withdrawn")

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="reminders")
    relationship = models.ForeignKey(Relationship, on_delete=models.SET_NULL, null=True, related_name="reminders")
    about = models.CharField(max_length=300)
    invoices = models.ManyToManyField(Invoice, related_name="reminders")
    step = models.CharField(max_length=20)
    tone = models.CharField(max_length=20, blank=True)
    why = models.CharField(max_length=10, blank=True)
    language = models.CharField(max_length=2)
    to = models.EmailField(blank=True)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    state = models.CharField(max_length=9, choices=State.choices, default=State.DRAFT)
    letter = models.OneToOneField(Letter, on_delete=models.SET_NULL, null=True, related_name="reminder")
    stopped_by = models.JSONField[list[Plain], list[Plain]](default=list)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()
    over_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-made_at", "-pk")
        indexes = (models.Index(fields=["workspace", "about", "state"]),)

    def __str__(self) -> str:
        return self.subject


class Pause(models.Model):
    """No reminder goes to a counterparty until the evening of `until`, since a person said so."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="reminder_pauses")
    about = models.CharField(max_length=300)
    until = models.DateField()
    note = models.TextField(blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("-made_at", "pk")
        constraints = (models.UniqueConstraint(fields=["workspace", "about"], name="one_pause_a_counterparty"),)

    def __str__(self) -> str:
        return f"{self.about} until {self.until}"


class LiftedReason(models.Model):
    """A person said that a reason not to remind is over: what was said or due by the evening of `day` counts no more.

    `kind` is one of `leopold.dunning.stopping.LIFTABLE`.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="lifted_reasons")
    about = models.CharField(max_length=300)
    kind = models.CharField(max_length=20)
    day = models.DateField()
    note = models.TextField(blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("-made_at", "-pk")
        indexes = (models.Index(fields=["workspace", "about"]),)

    def __str__(self) -> str:
        return f"{self.kind} of {self.about}"


class PaymentPlan(models.Model):
    """Parts in which a counterparty pays what is open; once agreed, each part is a commitment of theirs."""

    class State(models.TextChoices):
        """Where it stands."""

        PROPOSED = "proposed", _("proposed")
        AGREED = "agreed", _("agreed")
        CANCELLED = "cancelled", _("cancelled")

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="payment_plans")
    relationship = models.ForeignKey(Relationship, on_delete=models.SET_NULL, null=True, related_name="payment_plans")
    about = models.CharField(max_length=300)
    invoices = models.ManyToManyField(Invoice, related_name="payment_plans")
    currency = models.CharField(max_length=10)
    state = models.CharField(max_length=9, choices=State.choices, default=State.PROPOSED)
    facts = models.JSONField[list[Plain], list[Plain]](default=list)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-made_at", "pk")

    def __str__(self) -> str:
        return f"plan of {self.about}"


class PlanPart(models.Model):
    """One part of a plan. `commitment` is its promise once the plan is agreed."""

    plan = models.ForeignKey(PaymentPlan, on_delete=models.CASCADE, related_name="parts")
    number = models.PositiveSmallIntegerField()
    due = models.DateField()
    amount = models.DecimalField(max_digits=20, decimal_places=4)
    commitment = models.OneToOneField(
        "commitments.Commitment", on_delete=models.SET_NULL, null=True, related_name="plan_part"
    )

    class Meta:
        ordering = ("number", "pk")
        constraints = (models.UniqueConstraint(fields=["plan", "number"], name="one_part_a_number"),)

    def __str__(self) -> str:
        return f"{self.amount} on {self.due}"


class InterestDecision(models.Model):
    """What a person decided about late interest on an invoice. It is never charged, and never lost, without one."""

    class Verdict(models.TextChoices):
        """What was decided."""

        CHARGED = "charged", _("to be charged")
        WAIVED = "waived", _("waived")
        LATER = "later", _("to be decided later")

    invoice = models.ForeignKey(Invoice, on_delete=models.CASCADE, related_name="interest_decisions")
    verdict = models.CharField(max_length=7, choices=Verdict.choices)
    law = models.CharField(max_length=20)
    until = models.DateField()
    amount = models.DecimalField(max_digits=20, decimal_places=4)
    currency = models.CharField(max_length=10)
    note = models.TextField(blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("-made_at", "-pk")

    def __str__(self) -> str:
        return f"{self.verdict}: {self.amount} {self.currency}"
