"""The desk in a real browser: every page, both languages, light and dark, wide and narrow, without JavaScript too."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from leopold.sample import build, stories
from tests.browser.desks import desk, visit

WORDS = {
    "en": {
        "today": "Today",
        "relationships": "Relationships",
        "timeline": "Timeline",
        "moves": "Health, and what moves it",
    },
    "ru": {
        "today": "Сегодня",
        "relationships": "Отношения",
        "timeline": "События",
        "moves": "Здоровье и что его меняет",
    },
}
UNDER_WAY = 29
"""Relationships of the sample that have begun on the day that the demo takes for today, six of them in books alone."""
LOOKS = [("light", 1280), ("dark", 1280), ("light", 390)]


def look(page: Page, name: str) -> None:
    """Keep a screenshot where LEOPOLD_SCREENSHOTS names a folder, for somebody to look at.

    Were the caret hidden, Playwright would leave empty style attributes behind, which HTMX copies and no page may have.
    """
    if folder := os.environ.get("LEOPOLD_SCREENSHOTS"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True, caret="initial")


def check(page: Page, name: str) -> None:
    """The page fits the screen sideways and has no fault that a reader with a screen reader would meet."""
    # A click leads on before the page that it leads to is there.
    page.wait_for_load_state()
    look(page, name)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{name} runs out of the screen"
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_it_leads_from_today_to_the_letter_that_proves_it(
    browser: Browser, demo: str, language: str, scheme: str, width: int
) -> None:
    words, tag = WORDS[language], f"{language}-{scheme}-{width}"
    with visit(browser, demo, language, scheme, width) as reader:
        page = reader.page
        page.goto("/")
        expect(page.get_by_role("heading", level=1)).to_have_text(words["today"])
        cards = page.locator("article")
        assert 1 <= cards.count() <= 5
        expect(cards.first.locator("mark").first).not_to_be_empty()
        check(page, f"today-{tag}")

        page.get_by_role("link", name=words["relationships"]).first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(words["relationships"])
        assert page.locator("tbody tr").count() == UNDER_WAY
        check(page, f"relationships-{tag}")

        page.locator("tbody tr a").first.click()
        expect(page.get_by_role("heading", name=words["timeline"])).to_be_visible()
        expect(page.get_by_role("heading", name=words["moves"])).to_be_visible()
        check(page, f"relationship-{tag}")

        quote = page.locator(".reasons blockquote").first
        marked = quote.locator("mark").inner_text()
        quote.get_by_role("link").click()
        expect(page.locator("article.letter:target mark").first).to_be_visible()
        assert " ".join(marked.split()) in " ".join(page.locator("article.letter:target").inner_text().split())
        check(page, f"conversation-{tag}")


def test_quotes_are_folded_and_open_on_request(browser: Browser, demo: str) -> None:
    with visit(browser, demo, "en") as reader:
        page = reader.page
        page.goto("/relationships/?q=Domilad&sort=name")
        page.goto("/relationships/")
        page.locator("tbody tr a").first.click()
        page.locator("aside a[href*='/conversations/']").first.click()
        folded = page.locator("details").first
        expect(folded.locator(".text")).to_be_hidden()
        folded.locator("summary").click()
        expect(folded.locator(".text")).to_be_visible()


def test_the_list_is_searched_filtered_and_sorted_in_place(browser: Browser, demo: str) -> None:
    with visit(browser, demo, "en") as reader:
        page = reader.page
        page.goto("/relationships/")
        page.get_by_role("searchbox").fill("nordhavn")
        expect(page.locator("tbody tr")).to_have_count(1)
        expect(page.locator("tbody")).to_contain_text("Nordhavn")
        expect(page).to_have_url(f"{demo}/relationships/?q=nordhavn&state=&kind=&sort=health")
        page.get_by_role("searchbox").fill("")
        expect(page.locator("tbody tr")).to_have_count(UNDER_WAY)
        page.get_by_role("link", name="Letters", exact=True).click()
        expect(page).to_have_url(re.compile("sort=letters"))
        counts = [int(text) for text in page.locator('td[data-label="Letters"]').all_inner_texts()]
        assert counts == sorted(counts)
        page.get_by_role("searchbox").fill("nobody is called this")
        expect(page.get_by_text("Nothing fits.")).to_be_visible()


def test_it_works_without_javascript(browser: Browser, demo: str) -> None:
    context = browser.new_context(base_url=demo, locale="en", java_script_enabled=False)
    page = context.new_page()
    page.goto("/relationships/")
    page.get_by_role("searchbox").fill("nordhavn")
    page.get_by_role("button", name="Show").click()
    assert page.locator("tbody tr").count() == 1
    page.get_by_role("button", name="Русский").click()
    assert page.locator("h1").inner_text() == "Отношения"
    context.close()


@pytest.mark.parametrize(("language", "width", "script"), [("en", 1280, False), ("ru", 390, True)])
def test_an_alert_is_marked_and_the_mark_taken_back(
    browser: Browser, demo: str, language: str, width: int, script: bool
) -> None:
    context = browser.new_context(
        base_url=demo, locale=language, java_script_enabled=script, viewport={"width": width, "height": 900}
    )
    page = context.new_page()
    page.goto("/")
    page.locator("article button[value=right]").first.click()
    expect(page.get_by_role("status")).to_be_visible()
    if script:
        check(page, f"marked-{language}")
    page.goto("/learning/")
    expect(page.locator("table")).to_have_count(2)
    if script:
        check(page, f"learning-{language}")
    page.locator("form[action$='revoke/'] button").click()
    expect(page.locator("table")).to_have_count(0)
    context.close()


@pytest.mark.parametrize(("language", "width"), [("en", 1280), ("ru", 390)])
def test_a_token_is_made_used_by_a_program_and_revoked(browser: Browser, demo: str, language: str, width: int) -> None:
    with visit(browser, demo, language, width=width) as reader:
        page = reader.page
        page.goto("/")
        page.locator("a[href='/accounts/tokens/']").click()
        page.locator("[name=name]").fill("monthly report")
        page.locator("main form.fields button.primary").click()
        secret = page.locator("#made").inner_text()
        check(page, f"tokens-{language}")
        program = {"Authorization": f"Bearer {secret}"}
        assert page.request.get("/api/v1/relationships", headers=program).json()["count"] == UNDER_WAY
        page.locator("form[action$='revoke/'] button").click()
        expect(page.locator("table")).to_have_count(0)
        assert page.request.get("/api/v1/relationships", headers=program).status == 401


def test_every_list_is_reached_by_keyboard(browser: Browser, demo: str) -> None:
    with visit(browser, demo, "en") as reader:
        page = reader.page
        page.goto("/")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
        page.goto("/relationships/")
        page.locator("tbody tr a").first.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Timeline")).to_be_visible()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_new_desk_is_set_up_and_fed_its_first_letters(browser: Browser, tmp_path: Path, language: str) -> None:
    story = next(one for one in stories() if one["id"] == "ru-d-01")
    home = build(tmp_path, story)
    (tmp_path / "broken.eml").write_bytes(bytes(range(256)))
    data = tmp_path / "data"
    data.mkdir()
    with desk("serve", data=data) as address, visit(browser, address, language, width=390) as reader:
        page = reader.page
        page.goto("/")
        check(page, f"first-run-{language}")
        page.locator("[name=company]").fill("Севергрид")
        page.locator("[name=own_domains]").fill("severgrid.example")
        page.locator("[name=name]").fill("Анна Климова")
        page.locator("[name=email]").fill("a.klimova@severgrid.example")
        page.locator("[name=password]").fill("a long walk by the river")
        page.locator("main form button.primary").click()
        expect(page.locator("[name=letters]")).to_be_visible()
        check(page, f"import-new-{language}")
        page.locator("[name=letters]").set_input_files([home / "mail.mbox", tmp_path / "broken.eml"])
        page.locator("[name=ledger]").set_input_files([home / "invoices.csv", home / "payments.csv"])
        page.locator("main form button.primary").click()
        expect(page.locator("#progress .pill.good")).to_be_visible(timeout=30_000)
        expect(page.locator("#progress")).to_contain_text("broken.eml")
        check(page, f"import-{language}")
        page.locator("#progress .button.primary").click()
        expect(page.locator("#progress")).to_have_count(0)
        page.goto("/relationships/")
        expect(page.locator("tbody tr")).to_have_count(1)
        page.locator("form[action$='logout/'] button").click()
        expect(page.locator("[name=password]")).to_be_visible()
        check(page, f"login-{language}")


@pytest.mark.parametrize("javascript", [True, False])
def test_a_possible_cause_is_confirmed_and_that_is_taken_back(browser: Browser, demo: str, javascript: bool) -> None:
    context = browser.new_context(base_url=demo, locale="en", java_script_enabled=javascript)
    page = context.new_page()
    page.goto("/relationships/?q=tolliver")
    page.locator("tbody tr a").first.click()
    causes = page.locator("section[aria-labelledby=causes]")
    expect(causes).to_contain_text("Suggestion")
    expect(causes.locator("mark").first).not_to_be_empty()
    causes.get_by_role("button", name="Confirm").first.click()
    expect(causes).to_contain_text("Confirmed")
    expect(causes).to_contain_text("Said by")
    if javascript:
        check(page, "causes-confirmed")
    causes.get_by_role("button", name="Take back").first.click()
    expect(causes).to_contain_text("Suggestion")
    context.close()
