"""What a desk keeps of a case. Input: kept, whatever is computed anew."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from leopold_web.accounts.models import Workspace
from leopold_web.relationships.models import Conversation, Relationship
from leopold_web.round_tables.models import RoundTable, Seat
from leopold_web.round_tables.models.tables import new_code


class Case(models.Model):
    """One piece of trouble that somebody takes care of, until `answer_by`.

    `about` is the key of the organization and `name` its name: both outlive the row of the relationship. `trouble`
    chooses the playbook. `cause` and `cause_side` are what our people think is behind it, "" where they do not know.
    Where the other side asked for a round table, `asked_by`, `asked_email`, `asked_language` and `asked_text` are what
    they wrote. `tables` are the round tables that were opened from it.
    """

    class Trouble(models.TextChoices):
        """What kind of trouble it is."""

        UNPAID = "unpaid", _("Unpaid")
        EXPECTATIONS = "expectations", _("Conflicting expectations")
        DEADLINE = "deadline", _("Deadlines")
        QUALITY = "quality", _("Quality")
        FEELINGS = "feelings", _("Feelings")
        SILENCE = "silence", _("Silence")
        LEAVING = "leaving", _("They may leave")
        OTHER = "other", _("Something else")

    class Cause(models.TextChoices):
        """What may lie behind it."""

        COMPETENCE = "competence", _("Competence")
        GREED = "greed", _("Greed")
        FEAR = "fear", _("Fear")

    class Side(models.TextChoices):
        """Whose."""

        THEIRS = "theirs", _("their side")
        OURS = "ours", _("our side")

    class Outcome(models.TextChoices):
        """How it ended."""

        SETTLED = "settled", _("Settled")
        DONE = "done", _("The task is done")
        NO_TROUBLE = "no_trouble", _("No trouble after all")
        LOST = "lost", _("Lost")

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="cases")
    relationship = models.ForeignKey(Relationship, on_delete=models.SET_NULL, null=True, related_name="cases")
    about = models.CharField(max_length=200)
    name = models.TextField()
    conversation = models.ForeignKey(Conversation, on_delete=models.SET_NULL, null=True, related_name="cases")
    alert_key = models.CharField(max_length=200, blank=True)
    subject = models.CharField(max_length=200)
    trouble = models.CharField(max_length=12, choices=Trouble.choices, default=Trouble.OTHER)
    cause = models.CharField(max_length=10, choices=Cause.choices, blank=True)
    cause_side = models.CharField(max_length=6, choices=Side.choices, blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="cases")
    answer_by = models.DateTimeField(null=True)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    outcome_text = models.CharField(max_length=500, blank=True)
    asked_by = models.CharField(max_length=200, blank=True)
    asked_email = models.EmailField(blank=True)
    asked_language = models.CharField(max_length=2, blank=True)
    asked_text = models.TextField(blank=True)
    tables = models.ManyToManyField(RoundTable, related_name="cases")

    class Meta:
        ordering = ("-opened_at", "-pk")
        indexes = (
            models.Index(fields=["workspace", "closed_at", "answer_by"]),
            models.Index(fields=["workspace", "about"]),
        )

    def __str__(self) -> str:
        return self.subject

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to take care of it."""
        return self.closed_at is None

    def is_overdue(self, now: datetime) -> bool:
        """Whether it is open past its clock."""
        return self.closed_at is None and self.answer_by is not None and self.answer_by < now


class Task(models.Model):
    """One thing to do about a case: open, done or dropped."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="tasks")
    text = models.CharField(max_length=300)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    due = models.DateField(null=True)
    done_at = models.DateTimeField(null=True)
    dropped_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.text

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.done_at is None and self.dropped_at is None


class CaseNote(models.Model):
    """Something noted on a case: by whom, when. "closed", with how it ended, and "reopened" are
    written by the desk itself."""

    class Kind(models.TextChoices):
        """What it tells."""

        NOTE = "note"
        CLOSED = "closed"
        REOPENED = "reopened"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="notes")
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.NOTE)
    outcome = models.CharField(max_length=10, choices=Case.Outcome.choices, blank=True)
    text = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"{self.kind} at {self.at}"


class AskingLink(models.Model):
    """An address at which one counterparty can ask for a round table, until it is taken back. It shows nothing."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="asking_links")
    relationship = models.ForeignKey(Relationship, on_delete=models.SET_NULL, null=True, related_name="asking_links")
    about = models.CharField(max_length=200)
    name = models.TextField()
    code = models.CharField(max_length=32, unique=True, default=new_code)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-made_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=["workspace", "about"],
                condition=models.Q(revoked_at=None),
                name="one_asking_link_a_counterparty",
            ),
        )

    def __str__(self) -> str:
        return f"link for {self.name}"


class DroppedDraft(models.Model):
    """That a party wants to see a draft of an expectation no more; `source` and `number` say which."""

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="dropped_drafts")
    source = models.CharField(max_length=8)
    number = models.BigIntegerField()
    start = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["seat", "source", "number", "start"], name="one_drop_a_draft"),)

    def __str__(self) -> str:
        return f"{self.source} {self.number}"
