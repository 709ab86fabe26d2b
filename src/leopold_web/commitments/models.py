"""Promises, as a desk keeps them: those that people confirmed or entered, and those that letters seem to hold.

What a person said (`Commitment`, `CommitmentChange`, `CommitmentEdit`, `DismissedPromise`, `PromiseReminder`,
`CalendarFeed`) outlives every analysis: it knows a counterparty by `about`, which is the key of its organization.
`FoundPromise` and `ExpectationConflict` are rebuilt by each, and so is `offered`. Evidence is a JSON value as
`relationships.rows.evidence_row` writes it.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from leopold_web.accounts.models import Workspace
from leopold_web.relationships.models import Relationship
from leopold_web.round_tables.models import Agreement

Plain = dict[str, Any]


class State(models.TextChoices):
    """What became of a promise."""

    OPEN = "open", _("Open")
    KEPT = "kept", _("Kept")
    LATE = "late", _("Kept late")
    BROKEN = "broken", _("Broken")
    CANCELLED = "cancelled", _("Cancelled")
    RENEGOTIATED = "renegotiated", _("Renegotiated")


class Commitment(models.Model):
    """Who promised what, to whom, until when.

    Where it stands in a signed agreement, `agreement` and `point` say where; `replaced_by` is the later version of
    that agreement which cancelled it. `found_key` is that of the `FoundPromise` which a person confirmed, "" for none;
    `evidence` its words in the letter. `clause` and `reference` say what it is in a contract, and where. `amount` is
    set where money was promised. `keeper` is who of ours watches it; `remind_before` and `remind_after` are days from
    the day due, None for no reminder to ours. `first_due` is the day promised at first, where `due` was moved since;
    `promised_on` is the day on which it was promised, None where nobody knows. `state`, `due` and `first_due` are what
    `folding.settle` makes of the changes. `offered` are changes that letters tell of and nobody has answered yet, as
    `FoundPromise.changes` keeps them.
    """

    State = State

    class Side(models.TextChoices):
        """Whose promise it is."""

        OURS = "ours", _("ours")
        THEIRS = "theirs", _("theirs")
        NEITHER = "neither", _("neither")

    class Source(models.TextChoices):
        """Where it comes from."""

        LETTER = "letter", _("a letter")
        HAND = "hand", _("entered by hand")
        CONTRACT = "contract", _("a contract")
        AGREEMENT = "agreement", _("an agreement")
        PLAN = "plan", _("a payment plan")

    class Clause(models.TextChoices):
        """What it is in a contract."""

        TERM = "term", _("term")
        DELIVERABLE = "deliverable", _("deliverable")
        SERVICE_LEVEL = "service_level", _("service level")

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="commitments")
    relationship = models.ForeignKey(Relationship, on_delete=models.SET_NULL, null=True, related_name="commitments")
    about = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=10, choices=Source.choices)
    side = models.CharField(max_length=7, choices=Side.choices)
    owner = models.CharField(max_length=200)
    to = models.TextField(blank=True)
    what = models.TextField()
    condition = models.TextField(blank=True)
    due = models.DateField(null=True)
    first_due = models.DateField(null=True)
    promised_on = models.DateField(null=True)
    amount = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    currency = models.CharField(max_length=10, blank=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.OPEN)
    evidence = models.JSONField[Plain | None, Plain | None](null=True)
    found_key = models.CharField(max_length=200, blank=True)
    offered = models.JSONField[list[Plain], list[Plain]](default=list)
    clause = models.CharField(max_length=13, choices=Clause.choices, blank=True)
    reference = models.CharField(max_length=300, blank=True)
    agreement = models.ForeignKey(Agreement, on_delete=models.SET_NULL, null=True, related_name="commitments")
    point = models.PositiveSmallIntegerField(null=True)
    replaced_by = models.ForeignKey(Agreement, on_delete=models.SET_NULL, null=True, related_name="replaced")
    keeper = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    remind_before = models.PositiveSmallIntegerField(null=True, default=2)
    remind_after = models.PositiveSmallIntegerField(null=True, default=1)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("due", "pk")
        constraints = (
            models.UniqueConstraint(fields=["agreement", "point"], name="one_commitment_a_point"),
            models.UniqueConstraint(
                fields=["workspace", "about", "found_key"],
                condition=~models.Q(found_key=""),
                name="a_found_promise_once",
            ),
        )
        indexes = (
            models.Index(fields=["workspace", "state", "due"]),
            models.Index(fields=["workspace", "about"]),
        )

    def __str__(self) -> str:
        return f"{self.owner}: {self.what}"

    def is_overdue(self, today: date) -> bool:
        """Whether it is open past its day."""
        return self.state == State.OPEN and self.due is not None and self.due < today


class CommitmentChange(models.Model):
    """A promise became `state` on `on`, and what proves it: words of a letter, a fact, or a person's note.

    `found_key` names the change in what the analysis found, "" for one by hand. One that a person refused has
    `refused`, and counts for nothing but not being offered again; neither does one that somebody took back. `due` is a
    new day.
    """

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="changes")
    state = models.CharField(max_length=12, choices=State.choices)
    on = models.DateField()
    due = models.DateField(null=True)
    evidence = models.JSONField[Plain | None, Plain | None](null=True)
    fact = models.JSONField[Plain | None, Plain | None](null=True)
    note = models.TextField(blank=True)
    found_key = models.CharField(max_length=200, blank=True)
    refused = models.BooleanField(default=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()
    taken_back_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["commitment", "found_key"], condition=~models.Q(found_key=""), name="a_found_change_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.state} on {self.on}"


class CommitmentEdit(models.Model):
    """Somebody corrected what is kept of a promise: the column `field` was `before` and became `after`, in words."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="edits")
    field = models.CharField(max_length=20)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("made_at", "pk")

    def __str__(self) -> str:
        return f"{self.field}: {self.before} became {self.after}"


class FoundPromise(models.Model):
    """A promise that a letter seems to hold, and what letters and ledger tell of it since.

    `key` names the letter and the place in it. `changes` are JSON values with the fields of
    `leopold.commitments.following.Change`, each with a `key`; `state` is that of the last.
    """

    relationship = models.ForeignKey(Relationship, on_delete=models.CASCADE, related_name="found_promises")
    key = models.CharField(max_length=200)
    side = models.CharField(max_length=6)
    owner = models.TextField()
    to = models.TextField(blank=True)
    what = models.TextField()
    condition = models.TextField(blank=True)
    written = models.DateField()
    due = models.DateField(null=True)
    probability = models.FloatField()
    evidence = models.JSONField[Plain, Plain]()
    request = models.JSONField[Plain | None, Plain | None](null=True)
    changes = models.JSONField[list[Plain], list[Plain]](default=list)
    state = models.CharField(max_length=12, choices=State.choices, default=State.OPEN)

    class Meta:
        ordering = ("-written", "pk")
        constraints = (models.UniqueConstraint(fields=["relationship", "key"], name="one_found_promise_a_key"),)

    def __str__(self) -> str:
        return f"{self.owner}: {self.what}"


class DismissedPromise(models.Model):
    """A found promise of which a person said that it is none. It is not offered again."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="dismissed_promises")
    about = models.CharField(max_length=200)
    key = models.CharField(max_length=200)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("-made_at", "pk")
        constraints = (models.UniqueConstraint(fields=["workspace", "about", "key"], name="dismissed_once"),)

    def __str__(self) -> str:
        return self.key


class ExpectationConflict(models.Model):
    """Where the two sides take one act for another day, price or scope: what was promised, what is expected."""

    relationship = models.ForeignKey(Relationship, on_delete=models.CASCADE, related_name="expectation_conflicts")
    key = models.CharField(max_length=200)
    kind = models.CharField(max_length=10)
    side = models.CharField(max_length=6)
    promise = models.JSONField[Plain, Plain]()
    expectation = models.JSONField[Plain, Plain]()
    promised = models.TextField()
    expected = models.TextField()

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=["relationship", "key"], name="one_conflict_a_key"),)

    def __str__(self) -> str:
        return f"{self.promised} or {self.expected}"


class PromiseReminder(models.Model):
    """A reminder of a promise: to one of ours (`user`), or to theirs (`to`) in words that a person chose.

    It goes out on `send_on`, once: `sent_at` and `withdrawn_at` are both None while it waits, and one is set after.
    """

    class Moment(models.TextChoices):
        """When it is sent, seen from the day due."""

        BEFORE = "before", _("before the day")
        AFTER = "after", _("after the day")
        CHOSEN = "chosen", _("on a chosen day")

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="reminders")
    moment = models.CharField(max_length=6, choices=Moment.choices)
    due = models.DateField(null=True)
    send_on = models.DateField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+")
    to = models.EmailField(blank=True)
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    subject = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("send_on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["commitment", "moment", "due", "user"],
                condition=models.Q(user__isnull=False),
                name="one_reminder_a_day_due",
            ),
        )
        indexes = (models.Index(fields=["sent_at", "withdrawn_at", "send_on"]),)

    def __str__(self) -> str:
        return f"reminder of {self.commitment} on {self.send_on}"


class CalendarFeed(models.Model):
    """An address from which a member's calendar reads promises. Of its secret only a digest is kept."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="calendar_feeds")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_feeds")
    token_hash = models.CharField(max_length=64, unique=True)
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    created_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"calendar of {self.user}"
