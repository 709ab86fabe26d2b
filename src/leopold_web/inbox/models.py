"""Imports, the letters as they came, what was refused, and the runs of background jobs."""

from __future__ import annotations

import zlib
from typing import Any

from django.conf import settings
from django.db import models

from leopold.faults import Fault
from leopold.languages import Language
from leopold.model import Raw
from leopold_web.accounts.models import Workspace


class JobRun(models.Model):
    """One piece of background work under one key, however often it is started, killed or asked for again.

    `holder` is the run that works on it now. It renews `heartbeat` inside each of its transactions; a run that has
    lost its hold, because it was taken for dead, finds out there and takes nothing more into the database.
    """

    class State(models.TextChoices):
        """Where a piece of work stands."""

        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"

    key = models.CharField(max_length=200, unique=True)
    work = models.CharField(max_length=50)
    argument = models.BigIntegerField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveIntegerField(default=0)
    holder = models.CharField(max_length=32, blank=True)
    heartbeat = models.DateTimeField(null=True)
    task = models.CharField(max_length=64, blank=True)
    error = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = (models.Index(fields=["state", "heartbeat"]),)

    def __str__(self) -> str:
        return self.key


class Import(models.Model):
    """One request to take sources in. Input = read + duplicates + refused, at any moment.

    One that is `asking` has read all that it could, and waits for a person to say what the columns of a table mean.
    """

    class State(models.TextChoices):
        """Where an import stands."""

        WAITING = "waiting"
        READING = "reading"
        ANALYSING = "analysing"
        ASKING = "asking"
        DONE = "done"
        FAILED = "failed"

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="imports")
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    read = models.PositiveIntegerField(default=0)
    duplicates = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    ledger_read = models.PositiveIntegerField(default=0)
    ledger_repeated = models.PositiveIntegerField(default=0)
    ledger_refused = models.PositiveIntegerField(default=0)
    bytes_total = models.BigIntegerField(default=0)
    bytes_read = models.BigIntegerField(default=0)
    relationships_total = models.PositiveIntegerField(default=0)
    relationships_done = models.PositiveIntegerField(default=0)
    today = models.DateField(null=True)
    fault = models.JSONField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"import {self.pk}"

    @property
    def why(self) -> Fault | None:
        """Why it came to nothing; None while it has not."""
        return Fault.of(self.fault) if self.fault else None

    @property
    def error(self) -> str:
        """Why, in English; "" while it has not."""
        return self.why.said("en") if self.why else ""

    @property
    def is_over(self) -> bool:
        """Whether nothing more will change here."""
        return self.state in {self.State.DONE, self.State.FAILED}

    @property
    def rests(self) -> bool:
        """Whether nobody works on it: it is over, or waits for a person."""
        return self.is_over or self.state == self.State.ASKING

    @property
    def percent(self) -> int:
        """How much is done, 0..100: reading counts for half of it, analysing for the rest."""
        if self.state == self.State.DONE:
            return 100
        read = self.bytes_read / self.bytes_total if self.bytes_total else 0.0
        analysed = self.relationships_done / self.relationships_total if self.relationships_total else 0.0
        return int(50 * min(read, 1.0) + 49 * min(analysed, 1.0))


class Source(models.Model):
    """A file or folder of an import. `taken` items of it are in the database: where a killed import goes on.

    A table `asks` while it waits for a person to say what its columns mean, which `ask_first` demands; then `columns`
    is what was said, a `leopold.ledger.Columns` as a JSON value.
    """

    class Kind(models.TextChoices):
        """What it holds."""

        LETTERS = "letters"
        LEDGER = "ledger"

    belongs_to = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="sources")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    name = models.CharField(max_length=500)
    path = models.TextField()
    fingerprint = models.CharField(max_length=200, blank=True)
    taken = models.PositiveIntegerField(default=0)
    finished = models.BooleanField(default=False)
    ask_first = models.BooleanField(default=False)
    asks = models.BooleanField(default=False)
    columns = models.JSONField[dict[str, Any] | None, dict[str, Any] | None](null=True)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["belongs_to", "number"], name="one_source_a_number"),)

    def __str__(self) -> str:
        return self.name


class Remark(models.Model):
    """What is to be said of a place in a source: a fault as a JSON value."""

    source = models.TextField()
    position = models.BigIntegerField()
    fault = models.JSONField()

    class Meta:
        abstract = True
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.source}:{self.position}: {self.reason}"

    @property
    def place(self) -> str:
        """Where it stands; what is said of a whole file has no row."""
        return f"{self.source}:{self.position}" if self.position else self.source

    @property
    def reason(self) -> str:
        """Why, in English."""
        return self.said("en")

    def said(self, language: Language) -> str:
        """Return why, in the reader's language."""
        return Fault.of(self.fault).said(language)


class ImportRefusal(Remark):
    """What an import could not read, and why."""

    belongs_to = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="refusals")


class ImportDoubt(Remark):
    """What an import read although it does not add up."""

    belongs_to = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="doubts")


class RawLetter(models.Model):
    """A letter as it came. Each distinct copy is kept, once; `copy_of` is the letter that a copy repeats.

    `digest` tells the bytes apart, `content_key` the letters: what two copies of one letter have in common.
    `kept_id` is the id under which the engine knows the letter, `message_key` that of its own header.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="raw_letters")
    source = models.TextField()
    position = models.BigIntegerField()
    form = models.CharField(max_length=10)
    packed = models.BinaryField()
    digest = models.CharField(max_length=64)
    content_key = models.CharField(max_length=64)
    message_key = models.CharField(max_length=200)
    kept_id = models.TextField()
    copy_of = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="copies")

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["workspace", "digest"], name="each_copy_once"),
            models.UniqueConstraint(
                fields=["workspace", "content_key"],
                condition=models.Q(copy_of__isnull=True),
                name="each_letter_once",
            ),
        )
        indexes = (
            models.Index(fields=["workspace", "content_key"]),
            models.Index(fields=["workspace", "message_key"]),
        )

    def __str__(self) -> str:
        return f"{self.source}:{self.position}"

    def raw(self) -> Raw:
        """Return it as the engine reads it."""
        data = zlib.decompress(self.packed)
        return Raw(self.source, self.position, data, "row" if self.form == "row" else "letter")
