"""Reminders, the calendar and expectations in a real browser: both languages, light and dark, wide and narrow."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.desks import desk, visit
from tests.browser.test_desk import LOOKS, check

WORDS = {
    "en": {
        "expectations": "Expectations side by side",
        "remind": "Remind them",
        "ours": "When ours are reminded",
        "send": "Send the reminder",
        "waits": "The reminder waits for its day.",
        "withdraw": "Withdraw",
        "withdrawn": "withdrawn",
        "make": "Make an address",
        "revoke": "Revoke",
    },
    "ru": {
        "expectations": "Ожидания сторон рядом",
        "remind": "Напомнить им",
        "ours": "Когда напоминать своим",
        "send": "Отправить напоминание",
        "waits": "Напоминание ждёт своего дня.",
        "withdraw": "Отозвать",
        "withdrawn": "отозвано",
        "make": "Создать адрес",
        "revoke": "Отозвать",
    },
}


@pytest.fixture(scope="module")
def keeping(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a demo of its own, which sends letters to a port where nobody takes them."""
    mail = {"LEOPOLD_MAIL_URL": "smtp://127.0.0.1:9", "LEOPOLD_MAIL_FROM": "desk@leopold.example"}
    with desk("demo", "--no-browser", data=tmp_path_factory.mktemp("keeping"), **mail) as address:
        yield address


def enter(page: Page) -> None:
    """Enter a promise of theirs, due far ahead, and go to its page."""
    page.goto("/relationships/")
    page.locator("tbody tr a").first.click()
    number = re.search(r"/relationships/(\d+)/", page.url)
    assert number
    page.goto(f"/promises/new/?relationship={number[1]}")
    page.locator("[name=side]").select_option("theirs")
    page.locator("[name=owner]").fill("Gemma Hay")
    page.locator("[name=what]").fill("Send the signed drawings")
    page.locator("[name=due]").fill("2026-05-08")
    page.locator("form.fields button.primary").click()
    page.goto("/promises/?part=open")
    page.get_by_role("link", name="Send the signed drawings").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Send the signed drawings")


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_a_reminder_is_written_and_withdrawn(
    browser: Browser, keeping: str, language: str, scheme: str, width: int
) -> None:
    words, tag = WORDS[language], f"{language}-{scheme}-{width}"
    with visit(browser, keeping, language, scheme, width) as reader:
        page = reader.page
        enter(page)
        page.get_by_text(words["ours"]).click()
        page.get_by_text(words["remind"]).click()
        expect(page.locator("[name=letter-text]")).to_have_value(re.compile("Send the signed drawings"))
        check(page, f"reminders-{tag}")
        page.locator("[name=letter-to]").fill("gemma@tolliver.example")
        page.locator("[name=letter-send_on]").fill("2026-05-04")
        page.get_by_role("button", name=words["send"]).click()
        expect(page.get_by_text(words["waits"])).to_be_visible()
        section = page.locator("section", has=page.locator("#reminders"))
        section.get_by_role("button", name=words["withdraw"]).click()
        expect(section.get_by_text(words["withdrawn"], exact=False).first).to_be_visible()
        expect(section.get_by_role("button", name=words["withdraw"])).to_have_count(0)
        check(page, f"reminders-withdrawn-{tag}")


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_expectations_and_the_calendar_are_reached_and_fit(
    browser: Browser, keeping: str, language: str, scheme: str, width: int
) -> None:
    words, tag = WORDS[language], f"{language}-{scheme}-{width}"
    with visit(browser, keeping, language, scheme, width) as reader:
        page = reader.page
        page.goto("/relationships/")
        page.locator("tbody tr a").first.click()
        page.get_by_role("link", name=words["expectations"]).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(words["expectations"])
        expect(page.locator("blockquote mark").first).to_be_visible()
        check(page, f"expectations-{tag}")

        page.goto("/promises/calendar/")
        page.get_by_role("button", name=words["make"]).click()
        address = page.locator("#made").inner_text()
        check(page, f"calendar-{tag}")
        assert page.request.get(address).text().startswith("BEGIN:VCALENDAR\r\n")
        page.get_by_role("button", name=words["revoke"]).first.click()
        expect(page.locator("#made")).to_have_count(0)
        assert page.request.get(address).status == 404
