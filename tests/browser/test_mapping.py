"""A messy table in a real browser: nobody can tell what its columns mean, somebody says so, and invoices are there."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.desks import desk, visit
from tests.browser.hands import reach
from tests.browser.test_desk import check

MESSY = (
    "Выгрузка из учётной системы;;;;;;\r\nза период 01.03.2026 - 31.03.2026;;;;;;\r\n;;;;;;\r\n"
    "Кому;;Бумага;;Деньги;;\r\nимя;код;№ бумаги;от;до;к уплате, руб.;заметка\r\n"
    "ООО «Север»;7701234567;Б-17;02.03.2026;16.03.2026;48 000,00;аренда, март\r\n"
    "ИП Юг;770123456701;Б-18;03.03.2026;17.03.2026;1 234,50;\r\n"
    "ИП Юг;770123456701;Б-19;33.03.2026;17.03.2026;1 234,50;\r\n"
    "ИП Юг;770123456701;Б-20;04.03.2026;18.03.2026;1 234,50;\r\n"
    "Итого;;;;;51 703,50;\r\n"
)
PAID = (
    "Дата;Сумма, руб.;Плательщик;Назначение платежа\r\n"
    "10.03.2026;48 000,00;ООО «Север»;Оплата по счету Б-17 от 02.03.2026\r\n"
    "11.03.2026;1 234,50;ИП Юг;за услуги\r\n12.03.2026;1 234,50;ИП Юг;за услуги ещё\r\n"
    "13.03.2026;300,00;Кто-то;спасибо\r\n"
)
MEANT = ("counterparty", "tax_id", "number", "issued", "due", "amount", "")
WORDS = {
    "en": {
        "ask": "What do the columns mean?",
        "lack": "Say which column is: Invoice number.",
        "first": "48,000 RUB",
        "refused": "row 8, column Бумага от",
        "some": "1 of these rows would be refused.",
        "passed": "passed over: a total or a balance",
        "done": "Done",
        "offered": "Offered",
        "none": "Nothing waits",
        "booked": "booked.",
        "back": "taken back",
    },
    "ru": {
        "ask": "Что значат столбцы?",
        "lack": "Укажите столбец: Номер счёта.",
        "first": "48 000 RUB",
        "refused": "строка 8, столбец Бумага от",
        "some": "1 из этих строк не будет прочитана.",
        "passed": "пропущена: итог или остаток",
        "done": "Готово",
        "offered": "Предложено",
        "none": "Ничего не ждёт",
        "booked": "разнесено.",
        "back": "возвращено",
    },
}


def begin(page: Page, files: list[Path]) -> None:
    """Set a desk up and give it its first files."""
    page.goto("/")
    page.locator("[name=company]").fill("Севергрид")
    page.locator("[name=own_domains]").fill("severgrid.example")
    page.locator("[name=name]").fill("Анна Климова")
    page.locator("[name=email]").fill("a.klimova@severgrid.example")
    page.locator("[name=password]").fill("a long walk by the river")
    page.locator("main form button.primary").click()
    page.locator("[name=ledger]").set_input_files(files)
    page.locator("main form button.primary").click()


@pytest.mark.parametrize(
    ("language", "width", "scheme"), [("en", 1280, "light"), ("ru", 390, "light"), ("ru", 1280, "dark")]
)
def test_a_messy_table_becomes_invoices_and_payments_find_them(
    browser: Browser, tmp_path: Path, language: str, width: int, scheme: str
) -> None:
    words, tag = WORDS[language], f"{language}-{scheme}-{width}"
    files = [tmp_path / "счета.csv", tmp_path / "банк.csv"]
    for path, text in zip(files, (MESSY, PAID), strict=True):
        path.write_bytes(text.encode("cp1251"))
    data = tmp_path / "data"
    data.mkdir()
    with desk("serve", data=data) as address, visit(browser, address, language, scheme, width) as reader:
        page = reader.page
        begin(page, files)
        asks = page.locator("#progress a[href$='/columns/0/']")
        expect(asks).to_be_visible(timeout=60_000)
        check(page, f"import-asks-{tag}")
        asks.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(words["ask"])
        page.locator("#kind").select_option("invoices")
        expect(page.locator("[name=seen]")).to_have_value("0:4:5")
        expect(page.locator("#reading")).to_contain_text(words["lack"])
        check(page, f"columns-asked-{tag}")
        for index, meaning in enumerate(MEANT):
            page.locator(f"#column-{index}").select_option(meaning)
        reading = page.locator("#reading")
        for said in ("first", "refused", "some", "passed"):
            expect(reading).to_contain_text(words[said])
        expect(page.locator("#column-6")).to_be_visible()
        check(page, f"columns-{tag}")
        page.locator("button[value=keep]").click()
        expect(page.locator(".pill.good")).to_have_text(words["done"], timeout=60_000)
        check(page, f"import-told-{tag}")

        page.goto("/receivables/columns/")
        expect(page.locator(".payments > li")).to_have_count(1)
        check(page, f"mappings-{tag}")

        page.goto("/receivables/payments/")
        offers = page.locator(".payments > li")
        expect(offers).to_have_count(3)
        expect(offers.first.locator(".pill")).to_have_text(words["offered"])
        check(page, f"payments-{tag}")
        offer = offers.first.locator("button.primary")
        reach(page, offer)
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_contain_text(words["booked"])
        check(page, f"payments-confirmed-{tag}")
        page.get_by_role("status").locator("button").click()
        expect(page.get_by_role("status")).to_contain_text(words["back"])
        offers.last.locator("h2 a").click()
        page.get_by_role("searchbox").fill("Б-2")
        page.get_by_role("searchbox").press("Enter")
        expect(page.locator(".candidates > li")).to_have_count(1)
        check(page, f"payment-{tag}")
        page.locator(".candidates button").click()
        expect(page.get_by_role("status")).to_be_visible()
        page.goto("/receivables/payments/?show=booked")
        expect(page.locator(".payments")).to_contain_text("Б-17")
        check(page, f"payments-booked-{tag}")


def test_it_is_said_without_javascript(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "odd.csv").write_bytes(MESSY.encode("cp1251"))
    data = tmp_path / "data"
    data.mkdir()
    with desk("serve", data=data) as address:
        context = browser.new_context(base_url=address, locale="en", java_script_enabled=False)
        page = context.new_page()
        begin(page, [tmp_path / "odd.csv"])
        asks = page.locator("a[href$='/columns/0/']")
        for _ in range(600):
            if asks.count():
                break
            page.get_by_role("link", name="See how far it is").click()
        asks.click()
        page.locator("#kind").select_option("invoices")
        page.locator("button[value=show]").click()
        for index, meaning in enumerate(MEANT):
            page.locator(f"#column-{index}").select_option(meaning)
        page.locator("button[value=show]").click()
        expect(page.locator("#reading")).to_contain_text("48,000 RUB")
        page.locator("button[value=keep]").click()
        expect(page.get_by_role("status").first).to_contain_text("odd.csv is read now")
        context.close()
