"""A round table in real browsers: a host and two guests, each in their own, from the invitation to the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from django.conf import LazySettings, settings
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from leopold_web.accounts.models import Membership, User, Workspace
from leopold_web.inbox import jobs
from leopold_web.inbox.models import JobRun
from leopold_web.round_tables import gate
from leopold_web.round_tables.actions import opening, remarks
from leopold_web.round_tables.models import RoundTable, Seat, SeatClock
from tests.browser.desks import visit
from tests.browser.test_desk import check
from tests.web.table_play import Post, post_of, seats_of, to_interests, to_issues
from tests.web.table_play import open_table as played

HOT = {"en": "You never answer our letters. This is a lie and you know it!", "ru": "Вы никогда не отвечаете. Это ложь!"}
GUESTS = {
    "en": (("Vera Kim", "vera@tolliver.example"), ("Ben Roth", "ben@harrow.example")),
    "ru": (("Вера Ким", "vera@tolliver.example"), ("Борис Рот", "boris@harrow.example")),
}


@pytest.fixture(autouse=True)
def _served(settings: LazySettings) -> None:
    """A desk of this machine alone, with its styles as they lie here."""
    settings.LEOPOLD_LOCAL, settings.LEOPOLD_PAUSE, settings.LEOPOLD_PACE = True, 0, 0
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    cache.clear()


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> Post:
    return post_of(monkeypatch)


@pytest.fixture
def owner(transactional_db: None) -> User:
    workspace = Workspace.objects.create(name="Fernhill", own_domains=["fernhillstudio.example"])
    user = User.objects.create_user("anna@fernhillstudio.example", "correct horse", name="Anna Lind")
    Membership.objects.create(user=user, workspace=workspace, role="owner")
    return user


@dataclass
class Play:
    """A table being played in the browser: who sits there, in their order, each with a page of their own."""

    language: str
    post: Post
    pages: list[Page]
    seats: list[Seat]
    tag: str

    @property
    def host(self) -> Page:
        return self.pages[0]

    def each(self) -> Iterator[tuple[Page, Seat]]:
        """Yield every page, loaded again, and whose it is."""
        for page, seat in zip(self.pages, self.seats, strict=True):
            page.goto(f"/seats/{seat.code}/")
            yield page, seat

    def done(self) -> None:
        """Let everybody say that they are done."""
        for page, _seat in self.each():
            press(page, "#done")

    def check(self, name: str, who: int = 1) -> None:
        """Look at the page of one who sits there. The reader leaves empty styles behind, which no page may have."""
        check(self.pages[who], f"table-{name}-{self.tag}")
        self.pages[who].evaluate("document.querySelectorAll('[style]').forEach(each => each.removeAttribute('style'))")


def press(page: Page, control: str) -> None:
    """Press a button of the table and wait until the page shows what came of it."""
    with renewed(page):
        page.locator(control).first.click()


@contextmanager
def renewed(page: Page) -> Iterator[None]:
    """Wait until the table is another than before: an answer that has come is not yet on the page."""
    page.locator("#table").evaluate("table => table.setAttribute('data-before', '')")
    yield
    expect(page.locator("#table:not([data-before])")).to_be_visible()


def sign_in(page: Page, user: User, address: str) -> None:
    client = Client()
    client.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": address}])


def open_table(page: Page, language: str) -> None:
    """Open a table from the list, with two guests."""
    page.goto("/round-tables/new/")
    page.locator("#id_subject").fill({"en": "The kitchen that came late", "ru": "Кухня, которая опоздала"}[language])
    page.locator("details summary").first.click()
    for row, (name, email) in zip((0, 1), GUESTS[language], strict=True):
        page.locator(f"#id_guest-{row}-name").fill(name)
        page.locator(f"#id_guest-{row}-email").fill(email)
        page.locator(f"#id_guest-{row}-language").select_option(language)
        page.locator(f"#id_guest-{row}-kind").select_option("party:theirs")
    page.locator("form.fields button.primary").click()


def made(owner: User, play: Callable[[RoundTable, datetime], object]) -> RoundTable:
    """Return a table of the owner and Vera that was played up to some stage."""
    now = timezone.now()
    table = played(Workspace.objects.get(), owner, now)
    play(table, now)
    return table


def work() -> None:
    """Let the engine work, as the worker beside a desk does."""
    for job in JobRun.objects.filter(state=JobRun.State.WAITING, work="round"):
        jobs.run(job.pk)


def facts_and_expectations(play: Play) -> None:
    said = {"en": "The kitchen came on 3 March.", "ru": "Кухню привезли 3 марта."}[play.language]
    play.host.goto(f"/seats/{play.seats[0].code}/")
    play.host.locator("#id_fact").fill(said)
    press(play.host, "form:has(#id_fact) button")
    for page, seat in list(play.each())[1:]:
        if seat == play.seats[1]:
            press(page, "[id^=agree-]")
        else:
            page.locator("form .quiet, .actions details summary").first.click()
            page.locator("[id^=why-]").fill({"en": "It was the 5th.", "ru": "Это было 5-го."}[play.language])
            press(page, "button[value=disputed]")
    play.check("facts")
    play.done()
    page = play.pages[1]
    page.goto(f"/seats/{play.seats[1].code}/")
    page.locator("#id_expectation").fill({"en": "In February", "ru": "В феврале"}[play.language])
    page.locator("#id_due").fill("2026-02-15")
    press(page, "form:has(#id_expectation) button")
    play.check("expectations")
    play.done()


def issues(play: Play) -> None:
    page = play.host
    named = {
        "en": (("Price", ("in full", "a tenth less")), ("Installation", ("Monday", "Friday", "next month"))),
        "ru": (("Цена", ("полностью", "на десятую меньше")), ("Установка", ("в понедельник", "в пятницу", "в мае"))),
    }[play.language]
    page.goto(f"/seats/{play.seats[0].code}/")
    for name, options in named:
        page.locator("#id_issue").fill(name)
        press(page, "form:has(#id_issue) button")
        for option in options:
            page.locator("input[id^=option-]").last.fill(option)
            press(page, ".issue:last-of-type form:has(input[id^=option-]) button")
    for page, _seat in list(play.each())[1:]:
        while page.locator("button[id*='-ok-']").count():
            press(page, "button[id*='-ok-']")
    cool_off(play)
    play.check("issues")
    play.done()


def cool_off(play: Play) -> None:
    """A hot message is warned of, and sent all the same."""
    page = play.pages[1]
    page.locator(".issue details.talk summary").first.click()
    page.locator("textarea[id^=remark-]").first.fill(HOT[play.language])
    page.locator("form:has(textarea[id^=remark-]) button").first.click()
    expect(page.locator("#warned mark").first).to_be_visible()
    play.check("warned")
    press(page, "button[name=anyway]")
    expect(page.locator(".remarks .text").first).to_have_text(HOT[play.language])


def interests(play: Play) -> None:
    for number, (page, _seat) in enumerate(play.each()):
        steps = page.locator("select[name^=step-]")
        for place in range(steps.count()):
            steps.nth(place).select_option("100" if (place + number) % 2 else "0")
        press(page, "[id^=down-]")
        expect(page.locator(".swing b").first).to_have_text({"en": "Installation", "ru": "Установка"}[play.language])
        page.locator("[id^=points-]").first.fill(str(70 - 10 * number))
        press(page, "#save")
        assert sum(int(each.input_value()) for each in page.locator("[id^=points-]").all()) == 100
        if number == 1:
            play.check("interests")
        press(page, "#lock")
    play.check("locked")
    work()


def proposals_to_agreement(play: Play) -> None:
    for page, _seat in play.each():
        expect(page.locator(".offer .own progress").first).to_be_visible()
    play.check("proposals")
    play.done()
    for page, _seat in play.each():
        for tick in page.locator("[name=accepted]").all():
            tick.check()
        if page == play.pages[1]:
            play.check("acceptance")
        press(page, "#accept")
    page = play.host
    page.goto(f"/seats/{play.seats[0].code}/")
    for place, owner in enumerate(page.locator("select[name^=owner-]").all()):
        owner.select_option(index=place + 1)
    for due in page.locator("input[name^=due-]").all():
        due.fill("2027-04-01")
    press(page, "#confirm")
    for page, _seat in list(play.each())[1:]:
        if page == play.pages[1]:
            play.check("agreement")
        press(page, "#confirm")


def sign_and_follow_up(play: Play) -> None:
    for page, seat in play.each():
        press(page, "#code")
        page.locator("#id_typed").fill(seat.name)
        page.locator("#id_code").fill(play.post.last("table_code", seat.email)["code"])
        if page == play.pages[1]:
            play.check("protocol")
        press(page, "#sign")
    for page, _seat in play.each():
        press(page, "#kept-yes")
        if page == play.pages[1]:
            play.check("follow-up")
        press(page, "#fair-yes")
    play.check("end", 2)
    paper(play)


def paper(play: Play) -> None:
    """A guest takes the signed protocol home, in both languages, and checks it."""
    page = play.pages[1]
    page.goto(f"/seats/{play.seats[1].code}/")
    with page.expect_download() as taken:
        page.locator("a[href$='/protocol/en-ru/']").first.click()
    assert Path(taken.value.path()).read_bytes().startswith(b"%PDF-")
    page.locator("a[href*='/tables/verify/']").first.click()
    expect(page.locator(".notice.success")).to_be_visible()
    play.check("verify")


def reach(page: Page, control: str) -> None:
    """Go to a control by the Tab key alone; where it is, is seen."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", control):
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", f"{control} is not seen to have the focus"
            return
    pytest.fail(f"{control} cannot be reached by keyboard")


def strike(page: Page, control: str, key: str = "Enter") -> None:
    """Reach a button by keyboard, press it, and wait for what comes of it."""
    reach(page, control)
    with renewed(page):
        page.keyboard.press(key)


def test_a_party_needs_no_mouse(browser: Browser, live_server: LiveServer, owner: User, post: Post) -> None:
    table = made(owner, to_issues)
    _ours, theirs, *_ = seats_of(table)
    with visit(browser, live_server.url, "en") as reader:
        page = reader.page
        page.goto(post.link(theirs.email))
        reach(page, "main button.primary")
        page.keyboard.press("Enter")
        expect(page.locator("#id_issue")).to_be_visible()
        reach(page, "#id_issue")
        page.keyboard.type("Price")
        page.keyboard.press("Enter")
        expect(page.locator("section.issue h3")).to_have_text("Price")
        reach(page, "[id^=option-]")
        page.keyboard.type("in full")
        page.keyboard.press("Enter")
        expect(page.locator(".options li").first).to_contain_text("in full")
        strike(page, "#done")
        assert SeatClock.objects.filter(seat=theirs, done_at__isnull=False, clock__stage="issues").exists()
        expect(page.locator("#done")).to_have_count(0)


def test_the_order_moves_by_keyboard_and_the_focus_stays(
    browser: Browser, live_server: LiveServer, owner: User, post: Post
) -> None:
    table = made(owner, to_interests)
    theirs = seats_of(table)[1]
    first, second = [issue.pk for issue in table.issues.all()]
    with visit(browser, live_server.url, "en") as reader:
        page = reader.page
        page.goto(post.link(theirs.email))
        page.locator("main button.primary").click()
        reach(page, "select[name^=step-]")
        page.keyboard.press("ArrowDown")
        strike(page, f"#up-{second}", "Space")
        expect(page.locator(".swing b").first).to_have_text("Day")
        assert gate.own_answers(theirs)["order"] == [second, first]
        assert page.locator("select[name^=step-]").first.input_value() == "100"


def test_it_is_played_without_javascript(browser: Browser, live_server: LiveServer, owner: User, post: Post) -> None:
    table = made(owner, to_interests)
    theirs = seats_of(table)[1]
    context = browser.new_context(base_url=live_server.url, locale="ru", java_script_enabled=False)
    page = context.new_page()
    page.goto(post.link(theirs.email))
    page.locator("main form button.primary").click()
    for place, step in enumerate(page.locator("select[name^=step-]").all()):
        step.select_option(str(100 * (place % 2)))
    page.locator("[id^=down-]").first.click()
    assert page.locator(".swing b").all_inner_texts() == ["Day", "Price"]
    page.locator("[id^=points-]").first.fill("80")
    page.locator("#lock").click()
    assert page.url.endswith("#now")
    assert page.locator(".notice.success").count() == 1
    first, second = [str(issue.pk) for issue in table.issues.all()]
    assert gate.own_answers(theirs)["points"] == {first: 20, second: 80}
    context.close()


def test_a_bad_link_is_answered_by_one_calm_page(browser: Browser, live_server: LiveServer, owner: User) -> None:
    for language, scheme, width in (("en", "light", 1280), ("ru", "dark", 390)):
        context = browser.new_context(
            base_url=live_server.url,
            locale=language,
            color_scheme=scheme,  # type: ignore[arg-type]
            viewport={"width": width, "height": 900},
        )
        page = context.new_page()
        page.goto("/seats/no-such-seat/link/guessed/")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        check(page, f"table-refused-{language}-{scheme}-{width}")
        context.close()


def test_the_lists_and_forms_of_the_desk(browser: Browser, live_server: LiveServer, owner: User, post: Post) -> None:
    table = made(owner, to_interests)
    remarks.say(seats_of(table)[1], table.issues.all()[0].pk, "You are wrong.", timezone.now())
    mediator = seats_of(table)[2]
    for language, scheme, width in (("en", "light", 1280), ("ru", "dark", 1280), ("ru", "light", 390)):
        with visit(browser, live_server.url, language, scheme, width) as reader:
            page, tag = reader.page, f"{language}-{scheme}-{width}"
            sign_in(page, owner, live_server.url)
            for name in ("", "new/", "import/", f"{table.pk}/"):
                page.goto(f"/round-tables/{name}")
                for closed in page.locator("main details > summary").all():
                    closed.click()
                check(page, f"table-desk-{name.strip('/') or 'list'}-{tag}")
            opening.invite(mediator, timezone.now())
            page.context.clear_cookies()
            page.goto(post.link(mediator.email))
            page.locator("main form button.primary").click()
            for closed in page.locator("main details > summary").all():
                if closed.is_visible():
                    closed.click()
            check(page, f"table-mediator-{tag}")


@pytest.mark.parametrize(
    ("language", "scheme", "width"), [("en", "light", 1280), ("ru", "dark", 1280), ("ru", "light", 390)]
)
def test_from_the_invitation_to_the_signed_protocol(
    browser: Browser, live_server: LiveServer, owner: User, post: Post, language: str, scheme: str, width: int
) -> None:
    address, tag = live_server.url, f"{language}-{scheme}-{width}"
    with ExitStack() as stack:
        readers = [stack.enter_context(visit(browser, address, language, scheme, width)) for _ in range(3)]
        pages = [reader.page for reader in readers]
        sign_in(pages[0], owner, address)
        open_table(pages[0], language)
        expect(pages[0].locator("h1")).to_be_visible()
        check(pages[0], f"table-desk-{tag}")
        for page, (_name, email) in zip(pages[1:], GUESTS[language], strict=True):
            page.goto("/" + str(post.last("table_invitation", email)["link"]).split("/", 3)[3])
            check(page, f"table-link-{tag}")
            page.locator("main form button.primary").click()
            expect(page.locator("#table")).to_be_visible()
        table = RoundTable.objects.get()
        play = Play(language, post, pages, list(table.seats.all()), tag)
        facts_and_expectations(play)
        issues(play)
        interests(play)
        proposals_to_agreement(play)
        sign_and_follow_up(play)
        table.refresh_from_db()
        assert (table.ending, table.agreements.get().signatures.count()) == ("signed", 3)
        pages[0].goto(f"/round-tables/{table.pk}/")
        check(pages[0], f"table-record-{tag}")
