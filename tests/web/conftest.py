"""What the desk's tests share: a fixed cast, letters to import, and installations for commands to run in."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.test import Client

from leopold.sample import build, stories
from leopold_web import environment
from leopold_web.accounts.models import Membership, User, Workspace

STORIES = ("en-d-01", "en-d-09", "ru-d-01")
ROLES = ("owner", "colleague", "guest", "stranger")


@dataclass(frozen=True)
class Cast:
    """Who tries every page: two who may, one of another table, one who is not signed in."""

    workspace: Workspace
    elsewhere: Workspace
    owner: Client
    colleague: Client
    guest: Client
    stranger: Client

    def __getitem__(self, role: str) -> Client:
        found: Client = getattr(self, role)
        return found


@pytest.fixture(autouse=True)
def _at_home(settings: LazySettings, tmp_path: Path) -> None:
    """A data folder of its own, and a server that this machine alone can reach."""
    settings.LEOPOLD_DATA, settings.LEOPOLD_LOCAL, settings.LEOPOLD_PAUSE = tmp_path / "data", True, 0
    settings.LEOPOLD_DATA.mkdir()
    settings.LEOPOLD_PACE = 0
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def cast(db: None) -> Cast:
    """The cast, with nothing at either table yet."""
    cache.clear()
    ours = Workspace.objects.create(name="Fernhill", own_domains=["fernhillstudio.example"])
    other = Workspace.objects.create(name="Another table", own_domains=["elsewhere.example"])
    seats = (("owner", ours, "owner"), ("colleague", ours, "colleague"), ("guest", other, "owner"))
    clients = {"stranger": Client()}
    for name, workspace, role in seats:
        user = User.objects.create_user(f"{name}@leopold.example", "correct horse", name=name.title())
        Membership.objects.create(user=user, workspace=workspace, role=role)
        clients[name] = Client()
        clients[name].force_login(user)
    return Cast(ours, other, **clients)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folders of some built stories, by the stories' ids."""
    chosen, folder = tmp_path_factory.mktemp("chosen"), tmp_path_factory.mktemp("stories")
    for name in STORIES:
        shutil.copy(str(files("leopold.sample") / "stories" / f"{name}.yaml"), chosen)
    return {str(story["id"]): build(folder, story) for story in stories(chosen)}


@dataclass(frozen=True)
class Installation:
    """A data folder and a database that commands of the desk run with."""

    data: Path
    url: str

    def run(self, *arguments: str | Path, check: bool = True, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run `leopold-web` with `arguments`."""
        return self.python("-m", "leopold_web.cli", *arguments, check=check, **variables)

    def python(self, *arguments: str | Path, check: bool = True, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run Python in this installation."""
        done = subprocess.run(
            [sys.executable, *map(str, arguments)],
            env=self.environment(**variables),
            capture_output=True,
            text=True,
            check=False,
        )
        assert not check or done.returncode == 0, done.stderr
        return done

    def environment(self, **variables: str) -> dict[str, str]:
        """Return the environment of a command."""
        return {**os.environ, "LEOPOLD_DATA": str(self.data), "DATABASE_URL": self.url, **variables}

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Return what the database answers."""
        connection: Any = psycopg.connect(self.url) if self.url else sqlite3.connect(self.data / "leopold.sqlite3")
        with closing(connection), connection:
            cursor = connection.execute(query)
            return list(cursor.fetchall()) if cursor.description else []


@pytest.fixture(scope="session")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Installation]]:
    """Make new installations, each a copy of `of`, by default of one that is migrated and empty."""
    server = os.environ.get("DATABASE_URL", "")
    made: list[str] = []

    def sql(command: str) -> None:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(command.encode())

    def new(template: str = "template1") -> Installation:
        data = tmp_path_factory.mktemp("installation")
        if not server:
            return Installation(data, "")
        made.append(f"desk_{uuid.uuid4().hex}")
        sql(f"CREATE DATABASE {made[-1]} TEMPLATE {template}")
        return Installation(data, server.replace("/leopold?", f"/{made[-1]}?"))

    first = new()
    environment.prepare(first.data)
    first.run("migrate")

    def copy(of: Installation = first) -> Installation:
        other = new(urlsplit(of.url).path.lstrip("/"))
        shutil.copytree(of.data, other.data, dirs_exist_ok=True)
        return other

    yield copy
    for name in made:
        sql(f"DROP DATABASE {name} WITH (FORCE)")
