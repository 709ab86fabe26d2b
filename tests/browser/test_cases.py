"""A case in a real browser: opened from an alert, worked on, closed; asked for by the other side."""

from __future__ import annotations

import re

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from leopold_web.accounts.models import Membership, User, Workspace
from leopold_web.cases import actions
from leopold_web.cases.actions import Said
from leopold_web.cases.models import AskingLink
from leopold_web.relationships.models import Organization, Relationship
from leopold_web.round_tables.actions import facts
from leopold_web.round_tables.actions.opening import Sitting, open_table
from leopold_web.round_tables.models import Seat
from tests.browser.desks import visit
from tests.browser.hands import renewed, sign_in
from tests.browser.test_desk import check
from tests.web.table_play import post_of
from tests.web.test_case_tables import VERA, letter
from tests.web.test_cases import NOW, PAY, case_of, reason

pytestmark = pytest.mark.usefixtures("served")

WORDS = {
    "en": {
        "open": "Open a case",
        "keep": "Open the case",
        "make": "Make it a task",
        "tick": "Tick off",
        "done": "Done",
        "note": "Note",
        "add": "Add the note",
        "sentence": "In one sentence",
        "close": "Close the case",
        "table": "Settle at a round table",
        "link": "Make a link for them",
        "ask": "Ask for a round table",
        "name": "Your name",
        "email": "Your e-mail address",
        "matter": "What is to be settled",
        "asks": "They ask for a table",
    },
    "ru": {
        "open": "Открыть дело",
        "keep": "Открыть дело",
        "make": "Сделать задачей",
        "tick": "Выполнено",
        "done": "Готово",
        "note": "Заметка",
        "add": "Добавить заметку",
        "sentence": "Одной фразой",
        "close": "Закрыть дело",
        "table": "Уладить за круглым столом",
        "link": "Сделать ссылку для них",
        "ask": "Попросить о круглом столе",
        "name": "Ваше имя",
        "email": "Ваш адрес почты",
        "matter": "О чём нужно договориться",
        "asks": "Просят о круглом столе",
    },
}


@pytest.fixture
def tolliver(transactional_db: None) -> Relationship:
    """A relationship with an open alert, at the desk of Anna."""
    workspace = Workspace.objects.create(name="Fernhill", own_domains=["fernhillstudio.example"])
    user = User.objects.create_user("anna@fernhillstudio.example", "correct horse", name="Anna Lind")
    Membership.objects.create(user=user, workspace=workspace, role="owner")
    organization = Organization.objects.create(workspace=workspace, key="tolliver.example", name="Tolliver & Sons")
    found = Relationship.objects.create(
        workspace=workspace,
        organization=organization,
        kind="client",
        state="alert",
        base=0.0,
        log_odds=1.0,
        health=27.0,
    )
    reasons = [reason("overdue", 1.0, fact=PAY)]
    found.alerts.create(key="1", raised_at=NOW, probability=0.7, next_step="call_today", reasons=reasons)
    return found


@pytest.mark.parametrize(
    ("language", "scheme", "width"),
    [("en", "light", 1280), ("ru", "dark", 1280), ("en", "dark", 390), ("ru", "light", 390)],
)
def test_from_an_alert_to_an_outcome(
    browser: Browser, live_server: LiveServer, tolliver: Relationship, language: str, scheme: str, width: int
) -> None:
    words, tag = WORDS[language], f"{language}-{scheme}-{width}"
    earlier = case_of(tolliver, Said("Unpaid invoice 3", trouble="unpaid"), days=-90)
    actions.close(earlier, "settled", "They paid in two parts.", User.objects.get(), NOW)
    with visit(browser, live_server.url, language, scheme, width) as reader:
        page = reader.page
        sign_in(page, live_server.url)
        page.goto("/")
        check(page, f"case-today-{tag}")
        page.get_by_role("link", name=words["open"]).click()
        check(page, f"case-new-{tag}")
        page.get_by_role("button", name=words["keep"]).click()
        expect(page.get_by_role("link", name=words["table"])).to_be_visible()
        check(page, f"case-{tag}")
        page.get_by_role("button", name=words["make"]).first.click()
        page.get_by_role("button", name=words["tick"]).click()
        expect(page.get_by_text(words["done"], exact=True)).to_be_visible()
        page.get_by_label(words["note"], exact=True).fill("They say the invoice never came.")
        page.get_by_role("button", name=words["add"]).click()
        expect(page.get_by_text("They say the invoice never came.")).to_be_visible()
        check(page, f"case-under-way-{tag}")
        page.get_by_role("link", name=words["table"]).click()
        check(page, f"case-table-{tag}")
        page.go_back()
        page.locator("#id_close-outcome").select_option("settled")
        page.get_by_label(words["sentence"]).fill("They pay on Friday.")
        page.get_by_role("button", name=words["close"]).click()
        expect(page.get_by_text("They pay on Friday.").first).to_be_visible()
        check(page, f"case-closed-{tag}")
        page.goto("/cases/")
        check(page, f"cases-{tag}")
        page.goto(f"/relationships/{tolliver.pk}/")
        check(page, f"case-relationship-{tag}")


@pytest.mark.parametrize(("language", "scheme", "width"), [("en", "dark", 1280), ("ru", "light", 390)])
def test_the_other_side_asks_for_a_table(
    browser: Browser, live_server: LiveServer, tolliver: Relationship, language: str, scheme: str, width: int
) -> None:
    words, tag = WORDS[language], f"{language}-{scheme}-{width}"
    with visit(browser, live_server.url, language, scheme, width) as host:
        sign_in(host.page, live_server.url)
        host.page.goto(f"/relationships/{tolliver.pk}/")
        host.page.get_by_role("button", name=words["link"]).click()
        expect(host.page.get_by_text("/ask/")).to_be_visible()
        with visit(browser, live_server.url, language, scheme, width) as guest:
            page = guest.page
            page.goto(f"/ask/{AskingLink.objects.get().code}/")
            check(page, f"ask-{tag}")
            page.get_by_label(words["name"]).fill("Vera Kim")
            page.get_by_label(words["email"]).fill("vera@tolliver.example")
            page.get_by_label(words["matter"]).fill("Unpaid work")
            page.get_by_role("button", name=words["ask"]).click()
            expect(page.get_by_role("status")).to_be_visible()
            check(page, f"asked-{tag}")
        host.page.goto("/cases/")
        expect(host.page.get_by_text(words["asks"])).to_be_visible()
        host.page.get_by_role("link", name="Unpaid work").click()
        check(host.page, f"asked-case-{tag}")


@pytest.mark.parametrize(("language", "scheme", "width"), [("en", "dark", 1280), ("ru", "light", 390)])
def test_each_side_takes_over_what_its_own_letters_promise(
    browser: Browser,
    live_server: LiveServer,
    tolliver: Relationship,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    scheme: str,
    width: int,
) -> None:
    post, user, now = post_of(monkeypatch), User.objects.get(), timezone.now()
    text = {"en": "We will send the drawings by 12 March.", "ru": "Мы пришлём чертежи до 12 марта."}[language]
    letter(tolliver, 1, "ours", text, to=[["Vera", VERA]], language=language)
    sitting = [
        Sitting(Seat.Role.PARTY, Seat.Side.OURS, "Anna Lind", user.email, language, user),
        Sitting(Seat.Role.PARTY, Seat.Side.THEIRS, "Vera Kim", VERA, language),
    ]
    table = open_table(
        tolliver.workspace, "Doors", sitting, now, address=live_server.url, user=user, relationship=tolliver
    )
    ours, theirs = table.seats.select_related("table")
    for seat in (ours, theirs):
        facts.done(seat, now)
    link = post.last("table_invitation", VERA)["link"]
    tag = f"{language}-{scheme}-{width}"
    with (
        visit(browser, live_server.url, language, scheme, width) as host,
        visit(browser, live_server.url, language, scheme, width) as guest,
    ):
        sign_in(host.page, live_server.url)
        guest.page.goto(link)
        guest.page.locator("main form button.primary").first.click()
        expect(guest.page.locator("#drafts")).to_be_visible()
        host.page.goto(f"/seats/{ours.code}/")
        for page, who in ((host.page, "host"), (guest.page, "guest")):
            drafts = page.locator("section:has(> #drafts)")
            drafts.locator("summary").click()
            expect(drafts.locator("input[type=date]")).to_have_value(re.compile(r"-03-12$"))
            check(page, f"drafts-{who}-{tag}")
            # The reader leaves empty styles behind, which no page may have.
            page.evaluate("document.querySelectorAll('[style]').forEach(each => each.removeAttribute('style'))")
        with renewed(guest.page):
            guest.page.locator("section:has(> #drafts) button.primary").click()
        expect(guest.page.locator("#drafts")).to_have_count(0)
        with renewed(host.page):
            host.page.locator("section:has(> #drafts) button.quiet").click()
        expect(host.page.locator("#drafts")).to_have_count(0)
        expect(host.page.get_by_text(text).first).to_be_visible()
