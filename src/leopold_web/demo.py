"""The demo: the built-in sample, imported as anybody's letters are, in a data folder of its own."""

from __future__ import annotations

import secrets
from datetime import date
from pathlib import Path
from typing import Final

from django.conf import settings

from leopold.errors import LeopoldError
from leopold.sample import books, build, stories
from leopold_web import serving, working
from leopold_web.accounts.actions import create_owner, needs_first_run
from leopold_web.accounts.models import User, Workspace
from leopold_web.inbox.actions import start_import
from leopold_web.inbox.models import Import

EMAIL: Final = "demo@leopold.example"
AS_OF: Final = date(2026, 3, 12)
"""A day on which most of the sample's stories are under way."""


def serve(host: str, port: int, *, browser: bool) -> int:
    """Serve the sample until told to stop; import it first where the data folder is new."""
    serving.migrate()
    port = serving.free_port(host, port)
    with serving.worker():
        if needs_first_run():
            made = start()
            if fault := working.follow(made.pk).why:
                raise LeopoldError("no_sample", fault=fault)
        if not settings.LEOPOLD_LOCAL:
            _let_in()
        return serving.serve(host, port, with_worker=False, browser=browser)


def start() -> Import:
    """Make the demo's owner and workspace, and ask for the import of the sample."""
    found = list(stories())
    folder = Path(settings.LEOPOLD_DATA) / "sample"
    homes = [build(folder, story) for story in found]
    owner = create_owner(
        email=EMAIL,
        password=None,
        name="Demo",
        company="Leopold demo",
        own_domains=sorted(story["ours"]["domain"] for story in found),
    )
    workspace = Workspace.objects.get(users=owner)
    workspace.as_of = AS_OF
    workspace.save(update_fields=["as_of"])
    letters = [home / "mail.mbox" for home in homes]
    ledger = [home / name for home in homes for name in ("invoices.csv", "payments.csv")]
    ledger += books.write(folder / "books", AS_OF)
    return start_import(workspace, letters, ledger, owner)


def _let_in() -> None:
    """Give the demo's owner a password and print it: other machines can reach this demo, so nobody is signed in."""
    password = secrets.token_urlsafe(9)
    owner = User.objects.get(email=EMAIL)
    owner.set_password(password)
    owner.save()
    serving.say(f"Sign in as {EMAIL} with {password}")
