"""What is bargained about, what each party wants in private, and what the engine proposed."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from leopold_web.round_tables.models.tables import RoundTable, Seat


class TableIssue(models.Model):
    """One thing to be settled. Any party adds it; it counts once all parties have confirmed it.

    Where `step` is set it is a range of numbers: `least`, `least` + `step`, ... up to `most`, in `unit`, which is a
    currency for money; its options then are those numbers. `payer` is set where it is a sum that this party would pay.
    """

    table = models.ForeignKey(RoundTable, on_delete=models.CASCADE, related_name="issues")
    added_by = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    least = models.DecimalField(max_digits=18, decimal_places=4, null=True)
    most = models.DecimalField(max_digits=18, decimal_places=4, null=True)
    step = models.DecimalField(max_digits=18, decimal_places=4, null=True)
    unit = models.CharField(max_length=30, blank=True)
    payer = models.ForeignKey(Seat, on_delete=models.SET_NULL, null=True, related_name="+")
    confirmed_by = models.ManyToManyField(Seat, related_name="+")

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=["table", "name"], name="each_issue_once"),)

    def __str__(self) -> str:
        return self.name

    @property
    def is_range(self) -> bool:
        """Whether its options are numbers."""
        return self.step is not None


class TableOption(models.Model):
    """One way to settle an issue, in words, or `amount` of a range. It counts once all parties have confirmed it."""

    issue = models.ForeignKey(TableIssue, on_delete=models.CASCADE, related_name="options")
    added_by = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="+")
    text = models.CharField(max_length=300)
    amount = models.DecimalField(max_digits=18, decimal_places=4, null=True)
    confirmed_by = models.ManyToManyField(Seat, related_name="+")

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=["issue", "text"], name="each_option_once"),)

    def __str__(self) -> str:
        return self.text


class OptionLink(models.Model):
    """That one option bars another of another issue, or needs it. It counts once all parties have confirmed it."""

    class Kind(models.TextChoices):
        """What the first option does to the second."""

        BARS = "bars", _("not together with")
        NEEDS = "needs", _("only together with")

    table = models.ForeignKey(RoundTable, on_delete=models.CASCADE, related_name="option_links")
    added_by = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=5, choices=Kind.choices)
    first = models.ForeignKey(TableOption, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(TableOption, on_delete=models.CASCADE, related_name="+")
    confirmed_by = models.ManyToManyField(Seat, related_name="+")

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=["first", "second"], name="one_link_a_pair"),)

    def __str__(self) -> str:
        return f"{self.first} {self.kind} {self.second}"


class PrivateAnswers(models.Model):
    """What one party wants, sealed: `sealing.open_sealed` reads it, for that party and the engine alone."""

    seat = models.OneToOneField(Seat, on_delete=models.CASCADE, related_name="answers")
    sealed = models.BinaryField()

    class Meta:
        verbose_name_plural = "private answers"

    def __str__(self) -> str:
        return f"what {self.seat} wants"


class Round(models.Model):
    """One computation: made once, when all parties have locked their answers, over the options that then counted.

    `domain` is [[issue, [option, ...]], ...] by number: the order of the options within a package.
    """

    class State(models.TextChoices):
        """Where it stands."""

        WORKING = "working"
        PROPOSED = "proposed"
        IMPOSSIBLE = "impossible"
        ACCEPTED = "accepted"
        REFUSED = "refused"

    table = models.ForeignKey(RoundTable, on_delete=models.CASCADE, related_name="rounds")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WORKING)
    domain = models.JSONField[list[list[object]], list[list[object]]](default=list)
    locked_at = models.DateTimeField()

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["table", "number"], name="one_round_a_number"),)

    def __str__(self) -> str:
        return f"round {self.number}"


class Proposal(models.Model):
    """A package that the engine proposes: an option of each issue, by their places in the round's domain.

    `labels` are the public rules that chose it, `leopold.settlement.candidates.LABELS`; `proven` whether it is proven
    to be efficient and to deserve them; `repeated` whether an earlier round proposed it. All of it is public.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="proposals")
    number = models.PositiveSmallIntegerField()
    package = models.JSONField[list[int], list[int]](default=list)
    labels = models.JSONField[list[str], list[str]](default=list)
    proven = models.BooleanField(default=True)
    repeated = models.BooleanField(default=False)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["round", "number"], name="one_proposal_a_number"),)

    def __str__(self) -> str:
        return f"proposal {self.number}"


class Acceptance(models.Model):
    """Which proposals of a round a party would sign, sealed. Deleted as soon as all have answered."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="acceptances")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="acceptances")
    sealed = models.BinaryField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["round", "seat"], name="one_acceptance_a_round"),)

    def __str__(self) -> str:
        return f"answer of {self.seat}"
