"""Promises in a real browser: confirmed by keyboard alone, dismissed, undone, followed, entered with a day in words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from leopold.sample import build, stories
from leopold_web.accounts.models import Membership, User, Workspace
from leopold_web.commitments.models import Commitment, DismissedPromise, FoundPromise
from leopold_web.inbox.actions import start_import
from leopold_web.relationships.models import Relationship
from leopold_web.working import new_worker
from tests.browser.desks import visit
from tests.browser.hands import reach, renewed, sign_in
from tests.browser.test_desk import check

pytestmark = pytest.mark.usefixtures("served")

WORDS = {
    "en": {
        "story": "en-d-05",
        "confirm": "A promise",
        "told": "A promise, and so it went",
        "undo": "Undo",
        "kept": "Kept as a promise:",
        "none": "No promise:",
        "again": "Waits again:",
        "off": "Keys: off",
        "due": "Due",
        "phrase": "within 5 business days",
        "read": "Read as Thursday, 19 March 2026.",
        "keep": "Keep the promise",
        "hand": "Entered by hand",
        "broken": "broken",
        "note": "How you know",
        "do": "Note it",
        "back": "Take back",
        "taken": "Taken back: Broken",
    },
    "ru": {
        "story": "ru-d-01",
        "confirm": "Обещание",
        "told": "Обещание, и так всё и было",
        "undo": "Отменить",
        "kept": "Записано как обещание:",
        "none": "Не обещание:",
        "again": "Снова ждёт:",
        "off": "Клавиши: выключены",
        "due": "Срок",
        "phrase": "в течение 5 рабочих дней",
        "read": "Понято так: четверг, 19 марта 2026.",
        "keep": "Сохранить обещание",
        "hand": "Записано вручную",
        "broken": "broken",
        "note": "Откуда это известно",
        "do": "Отметить",
        "back": "Взять назад",
        "taken": "Взято назад: Нарушено",
    },
}
LOOKS = [("en", "light", 1280), ("ru", "dark", 1280), ("en", "dark", 390), ("ru", "light", 390)]


def read_story(name: str, folder: Path) -> Relationship:
    """Return the relationship of a story of the sample, read and analysed, at the desk of Anna."""
    (story,) = (each for each in stories() if each["id"] == name)
    workspace = Workspace.objects.create(
        name="Fernhill", own_domains=[story["ours"]["domain"]], as_of=date(2026, 3, 12)
    )
    user = User.objects.create_user("anna@fernhillstudio.example", "correct horse", name="Anna Lind")
    Membership.objects.create(user=user, workspace=workspace, role="owner")
    start_import(workspace, [build(folder, story) / "mail.mbox"], [], None)
    new_worker(batch=True).run()
    return Relationship.objects.get()


def press(page: Page, key: str) -> None:
    """Answer with one key, and wait until the page shows what came of it."""
    with renewed(page, "#part"):
        page.keyboard.press(key)


def has_focus(item: Locator) -> None:
    expect(item).to_be_focused()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("language", "scheme", "width"), LOOKS)
def test_found_promises_are_answered_by_keyboard_alone(
    browser: Browser, live_server: LiveServer, tmp_path: Path, language: str, scheme: str, width: int
) -> None:
    words, tag = WORDS[language], f"{language}-{scheme}-{width}"
    read_story(words["story"], tmp_path)
    waiting = list(FoundPromise.objects.all())
    with visit(browser, live_server.url, language, scheme, width) as reader:
        page = reader.page
        sign_in(page, live_server.url)
        page.goto("/promises/")
        items = page.locator("[data-item]")
        expect(items).to_have_count(len(waiting))
        check(page, f"promises-confirm-{tag}")

        page.keyboard.press("j")
        has_focus(items.nth(0))
        page.keyboard.press("j")
        has_focus(items.nth(1))
        page.keyboard.press("k")
        has_focus(items.nth(0))
        press(page, "y")
        expect(page.get_by_role("status").filter(has_text=words["kept"])).to_contain_text(waiting[0].what[:20])
        expect(items.filter(has=page.locator("[name=told], [data-key=n]:not([name])"))).to_have_count(len(waiting) - 1)
        assert Commitment.objects.get().found_key == waiting[0].key
        check(page, f"promises-confirmed-{tag}")

        press(page, "u")
        expect(page.get_by_role("status").filter(has_text=words["again"])).to_be_visible()
        expect(items).to_have_count(len(waiting))
        assert Commitment.objects.count() == 0

        page.goto("/promises/")
        page.keyboard.press("j")
        press(page, "n")
        expect(page.get_by_role("status").filter(has_text=words["none"])).to_be_visible()
        expect(items).to_have_count(len(waiting) - 1)
        has_focus(items.nth(0))
        assert DismissedPromise.objects.get().key == waiting[0].key


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_keys_are_those_of_the_keyboard_and_can_be_switched_off(
    browser: Browser, live_server: LiveServer, tmp_path: Path, language: str
) -> None:
    words = WORDS[language]
    read_story(words["story"], tmp_path)
    with visit(browser, live_server.url, language) as reader:
        page = reader.page
        sign_in(page, live_server.url)
        page.goto("/promises/")
        items, search = page.locator("[data-item]"), page.locator("input[type=search]")
        search.focus()
        page.keyboard.type("jny")
        expect(search).to_have_value("jny")
        search.blur()
        # On a Russian keyboard the key of j gives «о».
        page.evaluate("""document.body.dispatchEvent(
            new KeyboardEvent("keydown", {key: "о", code: "KeyJ", bubbles: true, cancelable: true}))""")
        has_focus(items.nth(0))
        toggle = page.locator("[data-keys-toggle]")
        toggle.click()
        expect(toggle).to_have_text(words["off"], use_inner_text=True)
        expect(toggle).to_have_attribute("aria-pressed", "false")
        items.nth(0).focus()
        page.keyboard.press("j")
        page.keyboard.press("n")
        has_focus(items.nth(0))
        page.reload()
        expect(page.locator("[data-keys-toggle]")).to_have_attribute("aria-pressed", "false")
    assert DismissedPromise.objects.count() == 0


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("language", "scheme", "width"), LOOKS)
def test_what_letters_tell_is_accepted_and_a_promise_is_changed(
    browser: Browser, live_server: LiveServer, tmp_path: Path, language: str, scheme: str, width: int
) -> None:
    words, tag = WORDS[language], f"{language}-{scheme}-{width}"
    read_story(words["story"], tmp_path)
    found = FoundPromise.objects.exclude(changes=[]).first()
    assert found is not None
    with visit(browser, live_server.url, language, scheme, width) as reader:
        page = reader.page
        sign_in(page, live_server.url)
        page.goto("/promises/?part=confirm")
        with renewed(page, "#part"):
            reach(page, page.locator(f"form[action='/promises/found/{found.pk}/confirm/'] [data-key=y]"))
            page.keyboard.press("Enter")
        made = Commitment.objects.get()
        told = made.offered[0]["state"]
        page.goto(f"/promises/{made.pk}/")
        offer = page.locator("[data-item]").first
        check(page, f"promise-offered-{tag}")
        page.keyboard.press("j")
        has_focus(offer)
        press(page, "y")
        made.refresh_from_db()
        assert made.changes.get().state == told
        assert made.changes.get().evidence == found.changes[0]["evidence"]
        check(page, f"promise-accepted-{tag}")
        with renewed(page, "#part"):
            page.get_by_role("button", name=words["back"]).first.click()
        made.refresh_from_db()
        assert (made.state, len(made.offered)) == ("open", len(found.changes))

        page.locator("#id_change-state").select_option(words["broken"])
        page.get_by_label(words["note"]).fill("…")
        page.get_by_role("button", name=words["do"], exact=True).click()
        expect(page.locator(".history")).to_contain_text("…")
        made.refresh_from_db()
        assert made.state == "broken"
        page.locator(".history li").filter(has_text="…").get_by_role("button").click()
        expect(page.locator(".history")).to_contain_text(words["taken"])
        check(page, f"promise-taken-back-{tag}")
        page.goto("/promises/?part=open")
        expect(page.locator("[data-item]")).to_have_count(1)
        page.keyboard.press("j")
        has_focus(page.locator("[data-focus]").first)
        check(page, f"promises-open-{tag}")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text(made.what)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("language", "scheme", "width"), LOOKS)
def test_one_is_entered_by_hand_with_a_day_in_words(
    browser: Browser, live_server: LiveServer, tmp_path: Path, language: str, scheme: str, width: int
) -> None:
    words, tag = WORDS[language], f"{language}-{scheme}-{width}"
    about = read_story(words["story"], tmp_path)
    with visit(browser, live_server.url, language, scheme, width) as reader:
        page = reader.page
        sign_in(page, live_server.url)
        page.goto(f"/promises/new/?relationship={about.pk}")
        page.locator("#id_owner").fill("Anna Lind")
        page.locator("#id_what").fill("Send the keys")
        page.get_by_label(words["due"], exact=True).fill(words["phrase"])
        expect(page.get_by_role("status")).to_have_text(words["read"])
        check(page, f"promise-new-{tag}")
        page.get_by_role("button", name=words["keep"]).click()
        expect(page.get_by_text(words["hand"]).first).to_be_visible()
        assert Commitment.objects.get().due == date(2026, 3, 19)
        check(page, f"promise-entered-{tag}")
        page.goto(f"/promises/several/?relationship={about.pk}")
        page.locator("#id_reference").fill("12")
        page.locator("#id_text").fill("4.1 The drawings are sent by 20 March 2026.\nСдача до 1 мая 2026 г.\nNothing.")
        page.locator("form.stack button.primary").click()
        expect(page.locator("fieldset.line")).to_have_count(2)
        check(page, f"promises-contract-{tag}")
        page.locator("form.stack button.primary").click()
        expect(page.locator("[data-item]")).to_have_count(3)
        page.goto(f"/relationships/{about.pk}/")
        check(page, f"promises-relationship-{tag}")
        page.goto("/")
        check(page, f"promises-today-{tag}")


@pytest.mark.django_db(transaction=True)
def test_it_works_without_a_script(browser: Browser, live_server: LiveServer, tmp_path: Path) -> None:
    about = read_story("en-d-05", tmp_path)
    count = FoundPromise.objects.count()
    context = browser.new_context(base_url=live_server.url, locale="en", java_script_enabled=False)
    page = context.new_page()
    sign_in(page, live_server.url)
    page.goto("/promises/")
    expect(page.locator("[data-keys-help]").first).to_be_hidden()
    page.locator("[data-key=n]").first.click()
    page.locator("[data-key=u]").click()
    page.locator("[data-key=y]").first.click()
    expect(page.locator("form[action$='/dismiss/']")).to_have_count(count - 1)
    page.goto(f"/promises/new/?relationship={about.pk}")
    page.locator("#id_owner").fill("Anna Lind")
    page.locator("#id_what").fill("Send the keys")
    page.locator("#id_due").fill("by Friday")
    page.get_by_role("button", name="Keep the promise").click()
    expect(page.get_by_text("Read as Friday, 13 March 2026.")).to_be_visible()
    page.get_by_role("button", name="Keep the promise").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Send the keys")
    assert Commitment.objects.count() == 2
    context.close()
