"""Checking a reply in a real browser: in place with HTMX, on a page of its own without JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.desks import visit
from tests.browser.test_desk import LOOKS, check

DRAFT = "Hello,\n\nyou never read our letters. We will fix it soon.\n\nAnna"
WORDS = {"en": ("Check", "Always or never"), "ru": ("Проверить", "Всегда и никогда")}


def open_conversation(page: Page) -> None:
    page.goto("/relationships/")
    page.locator("tbody tr a").first.click()
    page.locator("aside a[href*='/conversations/']").first.click()


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_a_reply_is_checked_in_place(browser: Browser, demo: str, language: str, scheme: str, width: int) -> None:
    button, name = WORDS[language]
    with visit(browser, demo, language, scheme, width) as reader:
        page = reader.page
        open_conversation(page)
        page.locator("#id_draft").fill(DRAFT)
        address = page.url
        page.locator("#check").get_by_role("button", name=button).click()
        expect(page.locator("#check .text mark").first).to_have_text("you never")
        expect(page.locator("#check .reasons")).to_contain_text(name)
        expect(page.locator("#id_draft")).to_have_value(DRAFT)
        assert page.url == address
        check(page, f"reply-{language}-{scheme}-{width}")


def test_a_reply_is_checked_without_javascript(browser: Browser, demo: str) -> None:
    context = browser.new_context(base_url=demo, locale="en", java_script_enabled=False)
    page = context.new_page()
    open_conversation(page)
    page.locator("#id_draft").fill(DRAFT)
    page.locator("#check").get_by_role("button", name="Check").click()
    assert page.locator("#check .text mark").first.inner_text() == "you never"
    assert page.url.endswith("/reply/#check")
    context.close()
