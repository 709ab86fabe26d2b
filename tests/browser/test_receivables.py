"""What is owed, in a real browser: the overview, one invoice, one counterparty; both languages, a phone, the dark."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.desks import visit
from tests.browser.test_desk import LOOKS, check

WORDS = {
    "en": {"owed": "Receivables", "cash": "Expected cash by week", "pay": "How they pay", "table": "As a table"},
    "ru": {"owed": "Расчёты", "cash": "Ожидаемые деньги по неделям", "pay": "Как они платят", "table": "Таблицей"},
}


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_it_leads_from_what_is_owed_to_who_owes_it(
    browser: Browser, demo: str, language: str, scheme: str, width: int
) -> None:
    words, tag = WORDS[language], f"{language}-{scheme}-{width}"
    with visit(browser, demo, language, scheme, width) as reader:
        page = reader.page
        page.goto("/receivables/")
        expect(page.get_by_role("heading", level=1)).to_have_text(words["owed"])
        expect(page.get_by_role("heading", name=words["cash"])).to_be_visible()
        drawing = page.get_by_role("img").first
        expect(drawing).to_be_visible()
        folded = page.locator(".card details").first
        expect(folded.locator("table")).to_be_hidden()
        folded.get_by_text(words["table"]).click()
        expect(folded.locator("tbody tr")).to_have_count(14)
        check(page, f"receivables-{tag}")

        number = page.locator("td.who a").first
        said = number.inner_text()
        number.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(said)
        check(page, f"invoice-{tag}")

        page.locator("main p.sub a").nth(1).click()
        expect(page.get_by_role("heading", name=words["pay"])).to_be_visible()
        expect(page.get_by_role("link", name=said, exact=True)).to_be_visible()
        check(page, f"counterparty-{tag}")


def test_the_list_of_invoices_works_without_javascript(browser: Browser, demo: str) -> None:
    context = browser.new_context(base_url=demo, locale="en", java_script_enabled=False)
    page = context.new_page()
    page.goto("/receivables/")
    number = page.locator("td.who a b").first.inner_text()
    page.get_by_role("searchbox").fill(number)
    page.get_by_role("button", name="Show").click()
    assert page.locator("td.who b").all_inner_texts() == [number]
    context.close()
