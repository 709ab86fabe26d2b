"""What people said of alerts, and how many alerts they want. Input: kept, whatever is computed anew."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from leopold_web.accounts.models import Workspace
from leopold_web.relationships.models import Relationship


class AlertMark(models.Model):
    """That somebody called an alert right or wrong.

    `about` is the key of the organization and `alert_key` that of the alert: both outlive the rows they name.
    `probability` and `reasons`, [kind, side, contribution] each, are those with which the alert was raised.
    """

    class Verdict(models.TextChoices):
        """What somebody said."""

        RIGHT = "right"
        WRONG = "wrong"

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="alert_marks")
    relationship = models.ForeignKey(Relationship, on_delete=models.SET_NULL, null=True, related_name="alert_marks")
    about = models.CharField(max_length=200)
    name = models.TextField()
    alert_key = models.CharField(max_length=200)
    raised_at = models.DateTimeField()
    verdict = models.CharField(max_length=5, choices=Verdict.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True)
    at = models.DateTimeField()
    probability = models.FloatField()
    reasons = models.JSONField[list[list[Any]], list[list[Any]]](default=list)

    class Meta:
        ordering = ("-at", "-pk")
        constraints = (models.UniqueConstraint(fields=["workspace", "about", "alert_key"], name="one_mark_an_alert"),)

    def __str__(self) -> str:
        return f"{self.name}: {self.verdict}"


class Limits(models.Model):
    """From which probability on a workspace wants alerts, and at most how many new ones a day; None for no limit."""

    workspace = models.OneToOneField(Workspace, on_delete=models.CASCADE, related_name="limits")
    threshold = models.FloatField(default=0.5, validators=[MinValueValidator(0.05), MaxValueValidator(0.95)])
    capacity = models.PositiveIntegerField(null=True, blank=True, validators=[MinValueValidator(1)])

    class Meta:
        verbose_name_plural = "limits"

    def __str__(self) -> str:
        return f"{self.threshold}, {self.capacity}"
