"""How pages are used: signed in without the form, with a mouse, or with the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Locator, Page, expect

from leopold_web.accounts.models import User

MOST_TABS = 250
"""Controls that no page of a table has as many of."""


def sign_in(page: Page, address: str, user: User | None = None) -> None:
    """Let whoever is at a page be `user`, the only one there is if None, without the form."""
    client = Client()
    client.force_login(user or User.objects.get())
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": address}])


@contextmanager
def renewed(page: Page, part: str = "#table") -> Iterator[None]:
    """Wait until a part of the page is another than before: an answer that has come is not yet on the page."""
    page.locator(part).evaluate("part => part.setAttribute('data-before', '')")
    yield
    expect(page.locator(f"{part}:not([data-before])")).to_be_visible()


def reach(page: Page, control: Locator) -> None:
    """Go to a control by the Tab key alone; where it is, is seen."""
    wanted = control.element_handle()
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if wanted.evaluate("wanted => document.activeElement === wanted"):
            assert wanted.evaluate("wanted => getComputedStyle(wanted).outlineStyle") != "none", (
                f"{control} is not seen to have the focus"
            )
            return
    pytest.fail(f"{control} cannot be reached by keyboard")


@dataclass(frozen=True)
class Hand:
    """Somebody at a page. Where several controls fit a selector, the first is meant."""

    page: Page
    keys: bool = False

    def one(self, control: str) -> Locator:
        """Return the control that a selector means."""
        return self.page.locator(control).first

    def strike(self, control: str, key: str = "Enter") -> None:
        """Use a button, a link or a summary."""
        if self.keys:
            reach(self.page, self.one(control))
            self.page.keyboard.press(key)
        else:
            self.one(control).click()

    def press(self, control: str) -> None:
        """Use a button of the table and wait until the page shows what came of it."""
        with renewed(self.page):
            self.strike(control)

    def fill(self, control: str, text: str) -> None:
        """Write something into a field, in the place of what was there."""
        if not self.keys:
            self.one(control).fill(text)
            return
        reach(self.page, self.one(control))
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.type(text)

    def date(self, control: str, day: str) -> None:
        """Write a day, such as 2026-02-15, into a field for days; by keyboard as American readers type it."""
        if not self.keys:
            self.one(control).fill(day)
            return
        reach(self.page, self.one(control))
        year, month, number = day.split("-")
        self.page.keyboard.type(month + number + year)
        assert self.one(control).input_value() == day

    def choose(self, control: Locator, value: str) -> None:
        """Choose something of a list."""
        if not self.keys:
            control.select_option(value)
            return
        reach(self.page, control)
        self.page.keyboard.press("Home")
        for _ in range(control.locator("option").count()):
            if control.input_value() == value:
                return
            self.page.keyboard.press("ArrowDown")
        pytest.fail(f"{value} cannot be chosen by keyboard")

    def tick(self, control: Locator) -> None:
        """Tick a box."""
        if not self.keys:
            control.check()
            return
        reach(self.page, control)
        self.page.keyboard.press("Space")
        expect(control).to_be_checked()
