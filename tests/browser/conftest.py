"""What the browser tests share: Debian's Chromium and a demo."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.cache import cache

from tests.browser.desks import desk

# Playwright runs a loop in this thread, beside which Django's database is used by nobody else.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

QUIET = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-quic", "--disable-background-networking"]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Debian's Chromium, with nothing that it asks of the outside world by itself."""
    executable = os.environ.get("LEOPOLD_CHROMIUM") or shutil.which("chromium")
    return {**browser_type_launch_args, "executable_path": executable, "args": QUIET}


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a demo with its sample."""
    with desk("demo", "--no-browser", data=tmp_path_factory.mktemp("demo")) as address:
        yield address


@pytest.fixture
def served(settings: LazySettings, tmp_path: Path) -> None:
    """The desk of this process serves this machine alone, with its styles as they lie here."""
    settings.LEOPOLD_LOCAL, settings.LEOPOLD_PAUSE = True, 0
    settings.LEOPOLD_DATA = tmp_path / "data"
    settings.LEOPOLD_DATA.mkdir()
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    cache.clear()
