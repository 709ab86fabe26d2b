"""Users, workspaces, and who belongs to which."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models


class UserManager(BaseUserManager["User"]):
    """Makes users by their e-mail address, which is kept in lower case."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """Make a user; without a password nobody can sign in as them."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        """Find a user by e-mail address, however it is capitalised."""
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in, by e-mail address."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200, blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    def __str__(self) -> str:
        return self.name or self.email


class Workspace(models.Model):
    """One company's desk: everything else belongs to exactly one.

    `own_domains` are the mail domains of our side; empty until they are said or inferred. `as_of` is the day that
    the desk takes for today, None for the real one. `analysis` numbers the analyses begun, so that one which another
    has overtaken can tell; `analysed_on` is the day of the last that was finished.
    """

    name = models.CharField(max_length=200)
    own_domains = models.JSONField[list[str], list[str]](default=list, blank=True)
    language = models.CharField(max_length=2, default="en", choices=[("en", "English"), ("ru", "Русский")])
    as_of = models.DateField(null=True, blank=True)
    analysis = models.PositiveIntegerField(default=0)
    analysed_on = models.DateField(null=True, blank=True)
    users = models.ManyToManyField(User, through="Membership", related_name="workspaces")

    def __str__(self) -> str:
        return self.name

    def today(self) -> date:
        """Return the day that this desk takes for today."""
        return self.as_of or datetime.now(UTC).date()

    def owns(self, address: str) -> bool:
        """Whether a mail address is at one of our own domains, or below one."""
        domain = address.rpartition("@")[2].lower()
        return any(domain == own or domain.endswith(f".{own}") for own in self.own_domains)


class Membership(models.Model):
    """A user's seat at a workspace."""

    class Role(models.TextChoices):
        """What a member may do: an owner also invites and removes."""

        OWNER = "owner"
        COLLEAGUE = "colleague"

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=10, choices=Role.choices, default=Role.COLLEAGUE)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["user", "workspace"], name="one_seat_a_user"),)

    def __str__(self) -> str:
        return f"{self.user} at {self.workspace}"


class Installation(models.Model):
    """The one row that says that the first owner exists: of two who try at once, the database lets one through."""

    number = models.PositiveSmallIntegerField(primary_key=True, default=1)
    set_up_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (models.CheckConstraint(condition=models.Q(number=1), name="one_installation"),)

    def __str__(self) -> str:
        return f"set up at {self.set_up_at}"


class ApiToken(models.Model):
    """A secret with which a program acts as its user over the API. Of the secret only a digest is kept."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="api_tokens")
    name = models.CharField(max_length=100)
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.name
