"""The outbox: every letter that the desk sends, what became of it, and nothing of its text once it is over."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Letter(models.Model):
    """One letter. A second one under the same `key` is never made.

    `sealed` is its text, which may hold a link that opens a seat or a code: sealed at rest, and erased when the letter
    is sent or given up. `due_at` is when the next attempt may be made, `until` when it is given up; `attempts` counts
    those that were begun. Exactly one of `sent_at` and `failed_at` is set when it is over; `reason` says why an attempt
    or the letter failed, in English, for the operator.
    """

    kind = models.CharField(max_length=40)
    to = models.EmailField()
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    subject = models.CharField(max_length=200)
    sealed = models.BinaryField(null=True)
    key = models.CharField(max_length=200, unique=True)
    created_at = models.DateTimeField()
    due_at = models.DateTimeField()
    until = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("pk",)
        indexes = (models.Index(fields=["sent_at", "failed_at", "due_at"]),)

    def __str__(self) -> str:
        return f"letter {self.pk}, {self.kind}"
