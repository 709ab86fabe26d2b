"""Unpaid invoices in a real browser: what comes next and why not, a letter, a plan, a pause, late interest."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from leopold_web.accounts.models import Membership, User, Workspace
from leopold_web.commitments.models import Commitment
from leopold_web.receivables.models import Reminder
from leopold_web.relationships.models import Relationship
from tests.browser.desks import visit
from tests.browser.hands import sign_in
from tests.browser.test_desk import check
from tests.web.owing import bill, letter, money, relationship_of

pytestmark = pytest.mark.usefixtures("served")

WORDS = {
    "en": {
        "draft": "Draft the letter",
        "tone": "Tone",
        "sent": "I have sent it",
        "subject": "Subject",
        "by_hand": "sent by hand",
        "recent": "They were reminded not long ago",
        "propose": "Propose a plan",
        "agreed": "They have agreed",
        "promises": "Its parts are promises now.",
        "kept": "They pay by a plan, and keep it",
        "dispute": "There is a dispute, and it comes first",
        "over": "This is over",
        "lift": "It is over",
        "case": "Open a case",
        "how": "How it was worked out, and what becomes of it",
        "keep": "Keep the decision",
        "waived": "Waived",
        "until": "Until the evening of",
        "pause": "Remind nobody until then",
        "paused": "Nobody is reminded now.",
    },
    "ru": {
        "draft": "Составить письмо",
        "tone": "Тон",
        "sent": "Письмо отправлено",
        "subject": "Тема",
        "by_hand": "отправлено вручную",
        "recent": "Им напоминали совсем недавно",
        "propose": "Предложить график",
        "agreed": "Они согласились",
        "promises": "Его части теперь обещания.",
        "kept": "Они платят по графику и соблюдают его",
        "dispute": "Есть спор, и сначала надо решить его",
        "over": "Это уже позади",
        "lift": "Это позади",
        "case": "Открыть дело",
        "how": "Как посчитано и что с ними делать",
        "keep": "Записать решение",
        "waived": "Не взыскивать",
        "until": "До вечера",
        "pause": "До этого дня не напоминать",
        "paused": "Сейчас никому не напоминаем.",
    },
}


@pytest.fixture
def nord(transactional_db: None) -> Relationship:
    """A counterparty with an overdue invoice, at the desk of Anna."""
    workspace = Workspace.objects.create(name="Fernhill", own_domains=["fernhillstudio.example"])
    user = User.objects.create_user("anna@fernhillstudio.example", "correct horse", name="Anna Lind")
    Membership.objects.create(user=user, workspace=workspace, role="owner")
    found = relationship_of(workspace)
    bill(found)
    return found


@pytest.mark.parametrize(
    ("language", "scheme", "width"),
    [("en", "light", 1280), ("ru", "dark", 1280), ("en", "dark", 390), ("ru", "light", 390)],
)
def test_a_reminder_a_plan_and_what_the_law_would_add(
    browser: Browser, live_server: LiveServer, nord: Relationship, language: str, scheme: str, width: int
) -> None:
    words, tag = WORDS[language], f"{language}-{scheme}-{width}"
    bill(nord, "AB-118", 9, "250.50")
    money(nord.workspace, "400", purpose="invoice AB-117")
    letter(nord, "Thank you for the report.")
    with visit(browser, live_server.url, language, scheme, width) as reader:
        page = reader.page
        sign_in(page, live_server.url)
        page.goto("/receivables/reminding/")
        check(page, f"reminding-{tag}")
        page.get_by_role("link", name="Nord").click()
        check(page, f"reminding-of-{tag}")
        page.get_by_label(words["tone"]).select_option("warm")
        page.get_by_role("button", name=words["draft"]).click()
        expect(page.get_by_label(words["subject"])).to_have_value("A small reminder: invoices AB-117, AB-118")
        check(page, f"reminder-{tag}")
        page.get_by_label(words["subject"]).fill("A small reminder")
        page.get_by_role("button", name=words["sent"]).click()
        expect(page.get_by_text(words["by_hand"])).to_be_visible()
        check(page, f"reminder-sent-{tag}")
        page.get_by_role("link", name="← Nord").click()
        expect(page.get_by_text(words["recent"])).to_be_visible()
        page.get_by_text(words["how"]).first.click()
        check(page, f"reminding-stopped-{tag}")
        row = page.locator("li", has_text="AB-117").filter(has=page.get_by_role("button", name=words["keep"]))
        row.get_by_role("combobox").select_option("waived")
        row.get_by_role("button", name=words["keep"]).click()
        expect(page.get_by_text(words["waived"], exact=True).first).to_be_visible()
        page.get_by_role("button", name=words["propose"]).click()
        check(page, f"plan-{tag}")
        page.get_by_role("button", name=words["agreed"]).click()
        expect(page.get_by_text(words["promises"])).to_be_visible()
        check(page, f"plan-agreed-{tag}")
        page.get_by_role("link", name="← Nord").click()
        expect(page.get_by_text(words["kept"]).first).to_be_visible()
    assert Reminder.objects.get().subject == "A small reminder"
    assert Commitment.objects.count() == 3


@pytest.mark.parametrize(("language", "scheme", "width"), [("en", "dark", 1280), ("ru", "light", 390)])
def test_a_dispute_stops_reminders_until_a_person_says_that_it_is_over(
    browser: Browser, live_server: LiveServer, nord: Relationship, language: str, scheme: str, width: int
) -> None:
    words, tag = WORDS[language], f"{language}-{scheme}-{width}"
    letter(nord, "We dispute this invoice, the amount is wrong.", ago=9)
    with visit(browser, live_server.url, language, scheme, width) as reader:
        page = reader.page
        sign_in(page, live_server.url)
        page.goto("/receivables/reminding/of/nord.example/")
        expect(page.get_by_text(words["dispute"])).to_be_visible()
        expect(page.get_by_role("link", name=words["case"])).to_be_visible()
        expect(page.locator("mark").first).to_have_text("We dispute this invoice, the amount is wrong.")
        check(page, f"dispute-{tag}")
        page.get_by_text(words["over"]).first.click()
        page.get_by_role("button", name=words["lift"]).first.click()
        expect(page.get_by_text(words["dispute"])).to_have_count(0)
        page.get_by_label(words["until"]).fill("2026-04-10")
        page.get_by_role("button", name=words["pause"]).click()
        expect(page.get_by_text(words["paused"], exact=True)).to_be_visible()
        check(page, f"paused-{tag}")
