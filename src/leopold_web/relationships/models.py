"""What the engine found, as rows: rebuilt from the letters and the ledger whenever those change.

Rows that a page's address names keep their number over a rebuild: relationships, people, conversations, messages,
alerts. Their `key` is what they are known by over time: an id or address, shortened by a digest where it is long.
`kind`, `reasons` and `next_step` are the engine's words; their wording is `leopold.words`.
"""

from __future__ import annotations

from typing import Any

from django.db import models

from leopold_web.accounts.models import User, Workspace


class Organization(models.Model):
    """A counterparty firm. `key` is what the engine knows it by: its first domain, or its name where it has none."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="organizations")
    key = models.CharField(max_length=200)
    name = models.TextField()
    domains = models.JSONField[list[str], list[str]](default=list)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["workspace", "key"], name="one_organization_a_key"),)

    def __str__(self) -> str:
        return self.name


class Relationship(models.Model):
    """We and one counterparty, with what a list needs to show without asking any further.

    `health` is 0..100, `sparkline` the health at the end of each of the last 12 weeks, oldest first (None before the
    first letter). `subjects`, `culture` and `causes` are as `rows.standing_rows` writes them. `inputs` tells whether
    anything it was computed from has changed. `searched` are its names and addresses in folded case, a line each:
    SQLite by itself knows no capitals beyond Latin.
    """

    class Kind(models.TextChoices):
        """What they are to us."""

        CLIENT = "client"
        PARTNER = "partner"

    class State(models.TextChoices):
        """Its state in one word: an open alert, below the watching line, or neither."""

        ALERT = "alert"
        WATCH = "watch"
        CALM = "calm"

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="relationships")
    organization = models.OneToOneField(Organization, on_delete=models.CASCADE, related_name="relationship")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.CALM)
    health = models.FloatField(null=True)
    log_odds = models.FloatField(null=True)
    base = models.FloatField(null=True)
    reasons = models.JSONField[list[dict[str, Any]], list[dict[str, Any]]](default=list)
    sparkline = models.JSONField[list[float | None], list[float | None]](default=list)
    letters = models.PositiveIntegerField(default=0)
    last_letter_at = models.DateTimeField(null=True)
    last_side = models.CharField(max_length=6, blank=True)
    open_alert_at = models.DateTimeField(null=True)
    subjects = models.JSONField[list[dict[str, Any]], list[dict[str, Any]]](default=list)
    culture = models.JSONField[list[dict[str, Any]], list[dict[str, Any]]](default=list)
    causes = models.JSONField[list[dict[str, Any]], list[dict[str, Any]]](default=list)
    inputs = models.CharField(max_length=64, blank=True)
    searched = models.TextField(blank=True)

    class Meta:
        indexes = (
            models.Index(fields=["workspace", "-log_odds"]),
            models.Index(fields=["workspace", "state", "-log_odds"]),
            models.Index(fields=["workspace", "-last_letter_at"]),
        )

    def __str__(self) -> str:
        return str(self.organization)


class Person(models.Model):
    """A human on one side of one relationship. `key` is their first address."""

    relationship = models.ForeignKey(Relationship, on_delete=models.CASCADE, related_name="people")
    key = models.CharField(max_length=200)
    name = models.TextField(blank=True)
    side = models.CharField(max_length=6)
    letters = models.PositiveIntegerField(default=0)
    last_letter_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-letters", "pk")
        constraints = (models.UniqueConstraint(fields=["relationship", "key"], name="one_person_a_key"),)

    def __str__(self) -> str:
        return self.name or self.key


class PersonAddress(models.Model):
    """One of a person's addresses."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="addresses")
    email = models.TextField()

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.email


class Conversation(models.Model):
    """A thread of letters. `key` is its first letter."""

    relationship = models.ForeignKey(Relationship, on_delete=models.CASCADE, related_name="conversations")
    key = models.CharField(max_length=200)
    subject = models.TextField(blank=True)
    letters = models.PositiveIntegerField(default=0)
    first_at = models.DateTimeField(null=True)
    last_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-last_at", "pk")
        constraints = (models.UniqueConstraint(fields=["relationship", "key"], name="one_conversation_a_key"),)

    def __str__(self) -> str:
        return self.subject


class Message(models.Model):
    """A letter as one relationship sees it. `zones` are [kind, start, end] over `text`, without gap or overlap.

    `utc_offset` is how many minutes the clock of its writer was ahead of UTC, where the letter says.
    """

    relationship = models.ForeignKey(Relationship, on_delete=models.CASCADE, related_name="messages")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, null=True, related_name="messages")
    sender = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="messages")
    key = models.CharField(max_length=200)
    own_id = models.TextField()
    at = models.DateTimeField(null=True)
    utc_offset = models.SmallIntegerField(null=True)
    side = models.CharField(max_length=6)
    language = models.CharField(max_length=2)
    sender_name = models.TextField(blank=True)
    sender_email = models.TextField(blank=True)
    to = models.JSONField[list[list[str]], list[list[str]]](default=list)
    cc = models.JSONField[list[list[str]], list[list[str]]](default=list)
    subject = models.TextField(blank=True)
    text = models.TextField(blank=True)
    zones = models.JSONField[list[list[Any]], list[list[Any]]](default=list)
    automatic = models.CharField(max_length=20, blank=True)
    attachments = models.JSONField[list[dict[str, Any]], list[dict[str, Any]]](default=list)
    source = models.TextField()
    position = models.BigIntegerField()

    class Meta:
        ordering = ("at", "pk")
        constraints = (models.UniqueConstraint(fields=["relationship", "key"], name="one_message_a_key"),)
        indexes = (models.Index(fields=["relationship", "-at"]),)

    def __str__(self) -> str:
        return self.own_id


class ConversationLink(models.Model):
    """Why one letter follows another; "quote" and "subject" are the weaker kinds."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="links")
    child = models.TextField()
    parent = models.TextField()
    by = models.CharField(max_length=20)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.child} follows {self.parent} by {self.by}"


class Signal(models.Model):
    """Something read in one letter: `message.text[start:end] == quote`, always.

    `reader` is "second" for what the second reader saw, "" for the engine's own readers.
    """

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="signals")
    kind = models.CharField(max_length=40)
    side = models.CharField(max_length=6)
    probability = models.FloatField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    reader = models.CharField(max_length=10, blank=True)

    class Meta:
        ordering = ("start", "pk")

    def __str__(self) -> str:
        return f"{self.kind}: {self.quote}"


class HealthPoint(models.Model):
    """Health at a moment; `log_odds` = `base` + the sum of the contributions of `reasons`."""

    relationship = models.ForeignKey(Relationship, on_delete=models.CASCADE, related_name="health_points")
    at = models.DateTimeField()
    value = models.FloatField()
    base = models.FloatField()
    log_odds = models.FloatField()
    reasons = models.JSONField[list[dict[str, Any]], list[dict[str, Any]]](default=list)

    class Meta:
        ordering = ("at", "pk")
        indexes = (models.Index(fields=["relationship", "at"]),)

    def __str__(self) -> str:
        return f"{self.value:.0f} at {self.at}"


class Alert(models.Model):
    """A relationship that needs a person, from `raised_at` until `closed_at`."""

    relationship = models.ForeignKey(Relationship, on_delete=models.CASCADE, related_name="alerts")
    key = models.CharField(max_length=200)
    raised_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    own_id = models.TextField(blank=True)
    probability = models.FloatField()
    reasons = models.JSONField[list[dict[str, Any]], list[dict[str, Any]]](default=list)
    next_step = models.CharField(max_length=60)

    class Meta:
        ordering = ("-raised_at", "pk")
        constraints = (models.UniqueConstraint(fields=["relationship", "key"], name="one_alert_a_key"),)
        indexes = (models.Index(fields=["closed_at", "-probability"]),)

    def __str__(self) -> str:
        return f"{self.relationship} at {self.raised_at}"


class CauseCorrection(models.Model):
    """What a person said of a cause on one side: that it holds, or that it does not. "none" says that no cause does.

    It is tied to what the counterparty is known by, not to a row of the analysis, so that it outlives every analysis.
    """

    class Cause(models.TextChoices):
        """The causes, as the engine names them, and that there is none."""

        COMPETENCE = "competence"
        GREED = "greed"
        FEAR = "fear"
        NONE = "none"

    class Side(models.TextChoices):
        """Whose."""

        THEIRS = "theirs"
        OURS = "ours"

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="cause_corrections")
    organization = models.CharField(max_length=200)
    side = models.CharField(max_length=6, choices=Side.choices)
    cause = models.CharField(max_length=10, choices=Cause.choices)
    holds = models.BooleanField()
    said_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        ordering = ("said_at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["workspace", "organization", "side", "cause"], name="one_correction_a_cause"
            ),
        )

    def __str__(self) -> str:
        return f"{self.side} {self.cause}: {self.holds}"
