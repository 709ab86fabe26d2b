"""What is said openly: facts, exhibits, expectations, and the discussion of an issue."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from leopold_web.round_tables.models.bargain import TableIssue
from leopold_web.round_tables.models.tables import RoundTable, Seat


class Fact(models.Model):
    """One sentence of what happened; a fact is agreed when every other party agrees."""

    table = models.ForeignKey(RoundTable, on_delete=models.CASCADE, related_name="facts")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="facts")
    text = models.TextField()
    said_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.text


class FactAnswer(models.Model):
    """What another party says of a fact; a dispute says in words what is wrong with it."""

    class Verdict(models.TextChoices):
        """Agreed or disputed."""

        AGREED = "agreed", _("Agreed")
        DISPUTED = "disputed", _("Disputed")

    fact = models.ForeignKey(Fact, on_delete=models.CASCADE, related_name="answers")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="fact_answers")
    verdict = models.CharField(max_length=8, choices=Verdict.choices)
    text = models.TextField(blank=True)

    class Meta:
        ordering = ("seat__number",)
        constraints = (models.UniqueConstraint(fields=["fact", "seat"], name="one_answer_a_fact"),)

    def __str__(self) -> str:
        return f"{self.seat}: {self.verdict}"


class Exhibit(models.Model):
    """A letter, or a piece of one, that its owner chose to show. Its text is a copy: what is shown stays as it was."""

    table = models.ForeignKey(RoundTable, on_delete=models.CASCADE, related_name="exhibits")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="exhibits")
    fact = models.ForeignKey(Fact, on_delete=models.SET_NULL, null=True, related_name="exhibits")
    title = models.CharField(max_length=300)
    sender = models.CharField(max_length=300, blank=True)
    written_at = models.DateTimeField(null=True)
    text = models.TextField()
    shown_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.title


class Expectation(models.Model):
    """What a party thought was promised: by whom, what, until when, and the words that it stands on, if any."""

    table = models.ForeignKey(RoundTable, on_delete=models.CASCADE, related_name="expectations")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="expectations")
    of = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="expected")
    text = models.TextField()
    due = models.DateField(null=True)
    quote = models.TextField(blank=True)
    said_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.text


class Remark(models.Model):
    """One contribution to the discussion of an issue; the mediator may hide it, and says why."""

    issue = models.ForeignKey(TableIssue, on_delete=models.CASCADE, related_name="remarks")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="remarks")
    text = models.TextField()
    at = models.DateTimeField()
    hidden_by = models.ForeignKey(Seat, on_delete=models.SET_NULL, null=True, related_name="+")
    hidden_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.text

    @property
    def is_hidden(self) -> bool:
        """Whether the mediator hid it."""
        return bool(self.hidden_because)
