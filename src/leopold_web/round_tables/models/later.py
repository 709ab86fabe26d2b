"""What may come beside the stages: check questions, a better deal, more time, and a seat that passes to another."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from leopold_web.round_tables.models.settled import Agreement
from leopold_web.round_tables.models.tables import RoundTable, Seat, StageClock


class CheckAnswers(models.Model):
    """Which of two packages a party said it would rather sign, sealed; `actions.checking` reads it, for it alone."""

    seat = models.OneToOneField(Seat, on_delete=models.CASCADE, related_name="checks")
    sealed = models.BinaryField()

    class Meta:
        verbose_name_plural = "check answers"

    def __str__(self) -> str:
        return f"checks of {self.seat}"


class Improvement(models.Model):
    """One search for a package that is better for all than `base`, which is signed; begun when all have asked for it.

    `package` are places in the domain of the round in which `base` was accepted, [] where nothing is proposed. What
    each party said of it is deleted as soon as all have.
    """

    class State(models.TextChoices):
        """Where it stands. After NONE and REFUSED alike the deal stays as signed."""

        ASKED = "asked"
        WORKING = "working"
        PROPOSED = "proposed"
        NONE = "none"
        ACCEPTED = "accepted"
        REFUSED = "refused"

    table = models.ForeignKey(RoundTable, on_delete=models.CASCADE, related_name="improvements")
    number = models.PositiveSmallIntegerField()
    base = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="improvements")
    state = models.CharField(max_length=8, choices=State.choices, default=State.ASKED)
    package = models.JSONField[list[int], list[int]](default=list)
    asked_at = models.DateTimeField()
    asked_by = models.ManyToManyField(Seat, related_name="+")

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["table", "number"], name="one_improvement_a_number"),)

    def __str__(self) -> str:
        return f"improvement {self.number}"


class ImprovementReply(models.Model):
    """Whether a party finds what is proposed better, the same or worse, sealed. Deleted once all have said."""

    improvement = models.ForeignKey(Improvement, on_delete=models.CASCADE, related_name="replies")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="improvement_replies")
    sealed = models.BinaryField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["improvement", "seat"], name="one_reply_an_improvement"),)

    def __str__(self) -> str:
        return f"reply of {self.seat}"


class DeadlineWish(models.Model):
    """That a party would give a stage so many days more. When all parties would, it gets the fewest of them."""

    clock = models.ForeignKey(StageClock, on_delete=models.CASCADE, related_name="wishes")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="deadline_wishes")
    days = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("seat__number",)
        constraints = (models.UniqueConstraint(fields=["clock", "seat"], name="one_wish_a_stage"),)

    def __str__(self) -> str:
        return f"{self.seat}: {self.days} days"


class SeatChange(models.Model):
    """That a seat may have passed to another, as everybody at the table sees.

    The host let it be reached at another address (not said at which), or it was taken anew without its phrase.
    """

    class Kind(models.TextChoices):
        """What happened."""

        ADDRESS = "address"
        PHRASE = "phrase"

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="changes")
    kind = models.CharField(max_length=7, choices=Kind.choices, default=Kind.ADDRESS)
    at = models.DateTimeField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.seat} changed at {self.at}"


class SeatPhrase(models.Model):
    """A slow digest of the phrase that who sits at a seat chose, and the wrong tries of late; it never moves."""

    seat = models.OneToOneField(Seat, on_delete=models.CASCADE, related_name="phrase")
    digest = models.CharField(max_length=200)
    chosen_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    tried_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"phrase of {self.seat}"
