"""A promise, as a desk keeps it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from leopold_web.accounts.models import Workspace
from leopold_web.relationships.models import Relationship
from leopold_web.round_tables.models import Agreement


class Commitment(models.Model):
    """Who promised what, to whom, until when.

    Where it stands in a signed agreement, `agreement` and `point` say where. `replaced_by` is the later version of
    that agreement which cancelled it.
    """

    class State(models.TextChoices):
        """What became of it."""

        OPEN = "open", _("Open")
        KEPT = "kept", _("Kept")
        LATE = "late", _("Late")
        BROKEN = "broken", _("Broken")
        CANCELLED = "cancelled", _("Cancelled")

    class Side(models.TextChoices):
        """Whose promise it is."""

        OURS = "ours", _("ours")
        THEIRS = "theirs", _("theirs")
        NEITHER = "neither", _("neither")

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="commitments")
    relationship = models.ForeignKey(Relationship, on_delete=models.SET_NULL, null=True, related_name="commitments")
    side = models.CharField(max_length=7, choices=Side.choices)
    owner = models.CharField(max_length=200)
    to = models.TextField(blank=True)
    what = models.TextField()
    due = models.DateField(null=True)
    state = models.CharField(max_length=9, choices=State.choices, default=State.OPEN)
    agreement = models.ForeignKey(Agreement, on_delete=models.SET_NULL, null=True, related_name="commitments")
    point = models.PositiveSmallIntegerField(null=True)
    replaced_by = models.ForeignKey(Agreement, on_delete=models.SET_NULL, null=True, related_name="replaced")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("due", "pk")
        constraints = (models.UniqueConstraint(fields=["agreement", "point"], name="one_commitment_a_point"),)
        indexes = (models.Index(fields=["workspace", "state", "due"]),)

    def __str__(self) -> str:
        return f"{self.owner}: {self.what}"
