"""What is done to accounts."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from leopold_web.accounts import setup
from leopold_web.accounts.models import Installation, Membership, User, Workspace


class AlreadySetUpError(Exception):
    """The first owner exists; who else wants in must be invited."""


def needs_first_run() -> bool:
    """Return whether nobody can sign in yet."""
    return not User.objects.exists()


def create_owner(
    *, email: str, password: str | None, name: str, company: str, own_domains: list[str], language: str = "en"
) -> User:
    """Create the first user and their workspace; AlreadySetUpError when there is one, also when two try at once."""
    try:
        with transaction.atomic():
            if not needs_first_run():
                raise AlreadySetUpError
            Installation.objects.create(number=1)
            workspace = Workspace.objects.create(name=company, own_domains=own_domains, language=language)
            user = User.objects.create_user(email, password, name=name)
            Membership.objects.create(user=user, workspace=workspace, role=Membership.Role.OWNER)
    except IntegrityError as error:
        raise AlreadySetUpError from error
    setup.spend()
    return user


def set_own_domains(workspace: Workspace, domains: list[str]) -> None:
    """Say which mail domains are ours."""
    workspace.own_domains = domains
    workspace.save(update_fields=["own_domains"])
