"""Single pages of a round table in a real browser: without JavaScript, of a bad link, and of the desk beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from leopold_web.accounts.models import Membership, User, Workspace
from leopold_web.round_tables import engine, gate
from leopold_web.round_tables.actions import interests, issues, money, opening, proposals, remarks
from leopold_web.round_tables.models import RoundTable
from tests.browser.desks import visit
from tests.browser.hands import Hand, sign_in
from tests.browser.test_desk import check
from tests.web.table_play import Post, answers, open_table, post_of, seats_of, to_interests, to_issues

pytestmark = pytest.mark.usefixtures("served")


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> Post:
    return post_of(monkeypatch)


@pytest.fixture
def owner(transactional_db: None) -> User:
    workspace = Workspace.objects.create(name="Fernhill", own_domains=["fernhillstudio.example"])
    user = User.objects.create_user("anna@fernhillstudio.example", "correct horse", name="Anna Lind")
    Membership.objects.create(user=user, workspace=workspace, role="owner")
    return user


def made(owner: User, play: Callable[[RoundTable, datetime], object]) -> RoundTable:
    """Return a table of the owner and Vera that was played up to some stage."""
    now = timezone.now()
    table = open_table(Workspace.objects.get(), owner, now)
    play(table, now)
    return table


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
            sign_in(page, live_server.url, owner)
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


@pytest.mark.parametrize(("language", "scheme", "width"), [("en", "light", 1280), ("ru", "dark", 390)])
def test_one_sum_is_settled_in_secret(
    browser: Browser, live_server: LiveServer, owner: User, post: Post, language: str, scheme: str, width: int
) -> None:
    def to_a_sum(table: RoundTable, now: datetime) -> None:
        to_issues(table, now)
        ours, theirs, *_ = seats_of(table)
        ends = (Decimal(1000), Decimal(2000), Decimal(100))
        sum_ = issues.add_range(ours, "The rest of the price", *ends, "EUR", now, payer=theirs.pk)
        issues.confirm(theirs, "issue", sum_.pk, now)
        for seat in (ours, theirs):
            issues.done(seat, now)

    table, tag = made(owner, to_a_sum), f"{language}-{scheme}-{width}"
    ours, theirs, *_ = seats_of(table)
    with visit(browser, live_server.url, language, scheme, width) as reader:
        hand = Hand(reader.page)
        reader.page.context.add_cookies([{"name": "django_language", "value": language, "url": live_server.url}])
        hand.page.goto(post.link(theirs.email))
        hand.strike("main button.primary")
        expect(hand.page.locator("#limit")).to_be_visible()
        check(hand.page, f"table-sum-{tag}")
        for payer, receiver in (("1300", "1400"), ("1500", "1500")):
            hand.page.locator("#limit").select_option(payer)
            hand.press("#lock")
            check(hand.page, f"table-sum-locked-{tag}")
            money.lock(ours, Decimal(receiver), timezone.now())
            hand.page.reload()
            check(hand.page, f"table-sum-after-{payer}-{tag}")
        expect(hand.page.locator(".now h3").first).to_contain_text("1500 EUR")


@pytest.mark.parametrize(("language", "scheme", "width"), [("en", "light", 1280), ("ru", "dark", 390)])
def test_who_ruled_too_much_out_can_do_without_some_of_it(
    browser: Browser, live_server: LiveServer, owner: User, post: Post, language: str, scheme: str, width: int
) -> None:
    table, tag = made(owner, to_interests), f"{language}-{scheme}-{width}"
    ours, theirs, *_ = seats_of(table)
    (_, prices), (_, days) = engine.domain_of(table)
    for seat, barred, line in ((ours, [prices[0]], 0), (theirs, [prices[1], days[0]], 40)):
        best = (1, 1) if seat == ours else (0, 1)
        interests.save(seat, answers(table, (50, 50), best, line) | {"never": barred}, timezone.now())
        interests.lock(seat, timezone.now())
    proposals.work_out(table.rounds.get().pk, timezone.now())
    with visit(browser, live_server.url, language, scheme, width) as reader:
        hand = Hand(reader.page)
        reader.page.context.add_cookies([{"name": "django_language", "value": language, "url": live_server.url}])
        hand.page.goto(post.link(theirs.email))
        hand.strike("main button.primary")
        hand.tick(hand.page.locator(f"#drop-option-{prices[1]}"))
        hand.fill("#lower", "20")
        check(hand.page, f"table-loosen-{tag}")
        hand.press("#loosen-lock")
        assert (gate.own_answers(theirs)["never"], gate.own_answers(theirs)["line"]) == ([days[0]], 20)
