"""Real desks in processes of their own, and readers who keep account of what their pages did."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request


@contextmanager
def desk(*words: str, data: Path, **variables: str) -> Iterator[str]:
    """Run a desk until the block ends, and give its address as soon as it is ready."""
    environment = {**os.environ, "LEOPOLD_DATA": str(data), "DATABASE_URL": "", **variables}
    command = [sys.executable, "-m", "leopold_web.cli", *words, "--port", "0"]
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    assert process.stderr
    said = []
    try:
        for line in process.stderr:
            said.append(line)
            if line.startswith("Leopold is ready: "):
                yield line.removeprefix("Leopold is ready: ").strip().rstrip("/")
                break
        else:
            pytest.fail("the desk did not start:\n" + "".join(said))
    finally:
        process.terminate()
        process.communicate(timeout=30)


@dataclass
class Account:
    """What a page asked for, and what it complained of."""

    hosts: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Keep account of `page` from now on."""
        page.on("request", self._asked)
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _asked(self, request: Request) -> None:
        self.hosts.add(urlsplit(request.url).netloc)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)


@dataclass
class Visit:
    """A reader with a language, a width and a liking for light or dark, and the account of their visit."""

    page: Page
    account: Account


@contextmanager
def visit(browser: Browser, address: str, locale: str, scheme: str = "light", width: int = 1280) -> Iterator[Visit]:
    """Open a fresh browser context at `address`; in the end nothing may have gone wrong or elsewhere."""
    context: BrowserContext = browser.new_context(
        base_url=address,
        locale=locale,
        color_scheme=scheme,  # type: ignore[arg-type]
        viewport={"width": width, "height": 900},
    )
    page, account = context.new_page(), Account()
    account.watch(page)
    try:
        yield Visit(page, account)
        assert account.hosts <= {urlsplit(address).netloc}
        assert account.complaints == [], account.complaints
    finally:
        context.close()
