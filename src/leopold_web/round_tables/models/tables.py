"""A table, its seats, the links that lead to them, and its clock."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from leopold_web.accounts.models import Workspace
from leopold_web.relationships.models import Relationship


def new_code() -> str:
    """Return a random name for an address: it cannot be guessed, and opens nothing by itself."""
    return secrets.token_urlsafe(12)


class RoundTable(models.Model):
    """Where two to five parties settle one matter.

    `host` is whose computer it runs on, as the pages say it; `address` is where that is reached, with a slash at the
    end. `stage` and `round` only go forward. `ending` says how it ended, "" while it is open. `sealed_key` is the key
    of all that is private here, itself sealed; None once that is erased, at `erased_at`, which happens
    `erase_after_days` after the end. `moved_from` is on whose computer it was before, if on another;
    `follows` the closed table after which the same people sat down again.
    """

    class Stage(models.TextChoices):
        """The stages, in their order."""

        FACTS = "facts", _("Facts")
        EXPECTATIONS = "expectations", _("Expectations")
        ISSUES = "issues", _("Issues")
        INTERESTS = "interests", _("Private interests")
        PROPOSALS = "proposals", _("Proposals")
        ACCEPTANCE = "acceptance", _("Acceptance")
        AGREEMENT = "agreement", _("Agreement")
        PROTOCOL = "protocol", _("Protocol")
        FOLLOW_UP = "follow_up", _("Follow-up")

    class Ending(models.TextChoices):
        """How a table ended."""

        SIGNED = "signed", _("Signed")
        SILENCE = "silence", _("A side fell silent")
        NO_AGREEMENT = "no_agreement", _("No agreement")
        MOVED = "moved", _("Moved to another computer")

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="round_tables")
    relationship = models.ForeignKey(Relationship, on_delete=models.SET_NULL, null=True, related_name="round_tables")
    code = models.CharField(max_length=32, unique=True, default=new_code)
    subject = models.CharField(max_length=200)
    host = models.CharField(max_length=200)
    address = models.CharField(max_length=300)
    languages = models.JSONField[list[str], list[str]](default=list)
    stage = models.CharField(max_length=12, choices=Stage.choices, default=Stage.FACTS)
    round = models.PositiveSmallIntegerField(default=1)
    round_limit = models.PositiveSmallIntegerField(default=3)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    opened_by_side = models.CharField(max_length=6, default="ours")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    ending = models.CharField(max_length=12, choices=Ending.choices, blank=True)
    sealed_key = models.BinaryField(null=True)
    erase_after_days = models.PositiveSmallIntegerField(default=30)
    erased_at = models.DateTimeField(null=True)
    follows = models.OneToOneField("self", on_delete=models.SET_NULL, null=True, related_name="followed_by")
    moved_from = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("-opened_at", "-pk")

    def __str__(self) -> str:
        return self.subject

    @property
    def is_open(self) -> bool:
        """Whether anything can still be done at it."""
        return self.closed_at is None


class Seat(models.Model):
    """A place at a table: a party, the mediator, or somebody who only reads.

    `user` is set for our own people, who sign in; everybody else comes by a link sent to `email`.
    """

    class Role(models.TextChoices):
        """What who sits there does."""

        PARTY = "party", _("Party")
        MEDIATOR = "mediator", _("Mediator")
        OBSERVER = "observer", _("Observer")

    class Side(models.TextChoices):
        """Whose they are; a mediator is nobody's."""

        OURS = "ours", _("ours")
        THEIRS = "theirs", _("theirs")
        NEITHER = "neither", _("neither")

    table = models.ForeignKey(RoundTable, on_delete=models.CASCADE, related_name="seats")
    number = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=32, unique=True, default=new_code)
    role = models.CharField(max_length=10, choices=Role.choices)
    side = models.CharField(max_length=7, choices=Side.choices)
    name = models.CharField(max_length=200)
    email = models.EmailField()
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="seats")
    move_word = models.BinaryField(null=True)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["table", "number"], name="one_seat_a_number"),)

    def __str__(self) -> str:
        return self.name

    @property
    def is_party(self) -> bool:
        """Whether nothing is settled without them."""
        return self.role == self.Role.PARTY


class Invitation(models.Model):
    """A personal link to a seat. Of the link itself only a digest is kept, and so of the browser it was bound to.

    `shown_at_desk`: it went out by no letter, so members of the desk could see and use it.
    """

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="invitations")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    bound_at = models.DateTimeField(null=True)
    browser_hash = models.CharField(max_length=64, blank=True, db_index=True)
    shown_at_desk = models.BooleanField(default=False)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"link to {self.seat}"


class RefusedLink(models.Model):
    """That somebody tried a link or a seat that was not theirs; nothing is kept of a link that nobody knows."""

    class Reason(models.TextChoices):
        """Why it was refused; the page never says it."""

        UNKNOWN = "unknown"
        EXPIRED = "expired"
        REVOKED = "revoked"
        OTHER_BROWSER = "other_browser"
        NO_SEAT = "no_seat"

    table = models.ForeignKey(RoundTable, on_delete=models.CASCADE, null=True, related_name="refused_links")
    reason = models.CharField(max_length=13, choices=Reason.choices)
    at = models.DateTimeField()
    address = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ("-at", "-pk")
        indexes = (models.Index(fields=["address", "at"]),)

    def __str__(self) -> str:
        return f"{self.reason} at {self.at}"


class StageClock(models.Model):
    """How long one stage of one round may take, and how long it took."""

    table = models.ForeignKey(RoundTable, on_delete=models.CASCADE, related_name="clocks")
    stage = models.CharField(max_length=12, choices=RoundTable.Stage.choices)
    round = models.PositiveSmallIntegerField()
    started_at = models.DateTimeField()
    deadline = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=["table", "round", "stage"], name="one_clock_a_stage"),)

    def __str__(self) -> str:
        return f"{self.stage} until {self.deadline}"


class SeatClock(models.Model):
    """Whether a party is done with a stage, and how many reminders it was sent: all that others learn of it."""

    clock = models.ForeignKey(StageClock, on_delete=models.CASCADE, related_name="parties")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="clocks")
    done_at = models.DateTimeField(null=True)
    reminders = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("seat__number",)
        constraints = (models.UniqueConstraint(fields=["clock", "seat"], name="one_clock_a_seat"),)

    def __str__(self) -> str:
        return f"{self.seat}: {'done' if self.done_at else 'not yet'}"
