"""A round table in real browsers: a host and two guests, each in their own, from the invitation to the end."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import typst
from playwright.sync_api import Browser, Page, expect

from tests.browser.desks import desk, visit
from tests.browser.hands import Hand
from tests.browser.mailbox import Mailbox, mailbox
from tests.browser.test_desk import check
from tests.web.paper_text import text_of

LINK = r"http://\S+/seats/\S+/link/\S+"
CODE = r"\b[0-9]{6}\b"
OWNER = {
    "company": "Fernhill",
    "own_domains": "fernhillstudio.example",
    "name": "Anna Lind",
    "email": "anna@fernhillstudio.example",
    "password": "a long walk by the river",
}
SUBJECTS = {"en": "The kitchen that came late", "ru": "Кухня, которая опоздала"}
FACTS = {"en": "The kitchen came on 3 March.", "ru": "Кухню привезли 3 марта."}
HOT = {"en": "You never answer our letters. This is a lie and you know it!", "ru": "Вы никогда не отвечаете. Это ложь!"}
ISSUES = {
    "en": (("Price", ("in full", "a tenth less")), ("Installation", ("Monday", "Friday", "next month"))),
    "ru": (("Цена", ("полностью", "на десятую меньше")), ("Установка", ("в понедельник", "в пятницу", "в мае"))),
}
GUESTS = {
    "en": (("Vera Kim", "vera@tolliver.example"), ("Ben Roth", "ben@harrow.example")),
    "ru": (("Вера Ким", "vera@tolliver.example"), ("Борис Рот", "boris@harrow.example")),
}
EMAILS = {language: [OWNER["email"], *(email for _name, email in found)] for language, found in GUESTS.items()}
PAPER = {
    "en": {
        "title": "Protocol: {}",
        "who": "Who: {}. Until: 1 April 2027.",
        "signed": "Signed on .{4,20} 20.., ..:..:.. UTC by typed name and a one-time code sent to .… ?@",
    },
    "ru": {
        "title": "Протокол: {}",
        "who": "Кто: {}. Срок: 1 апреля 2027.",
        "signed": "Подписано .{4,20} 20.., ..:..:.. UTC вводом имени и одноразового кода, отправленного на .… ?@",
    },
}


@dataclass
class Play:
    """A table being played at: who sits there, in their order, each with a page and a seat of their own.

    `looked` says at whose pages, by their places, each stage is looked at.
    """

    language: str
    mail: Mailbox
    hands: list[Hand]
    names: list[str]
    seats: list[str]
    tags: list[str]
    looked: tuple[int, ...]

    @property
    def subject(self) -> str:
        return SUBJECTS[self.language]

    def each(self) -> Iterator[tuple[int, Hand]]:
        """Yield everybody, with their page loaded again."""
        for place, hand in enumerate(self.hands):
            hand.page.goto(self.seats[place])
            yield place, hand

    def done(self) -> None:
        """Let everybody say that they are done."""
        for _place, hand in self.each():
            hand.press("#done")

    def check(self, name: str, place: int) -> None:
        """Look at the page of one who sits there, if that one's pages are looked at."""
        if place in self.looked:
            check(self.hands[place].page, f"table-{name}-{self.tags[place]}")


def open_table(page: Page, language: str) -> None:
    """Open a table from the list, with two guests."""
    page.goto("/round-tables/new/")
    page.locator("#id_subject").fill(SUBJECTS[language])
    page.locator("details summary").first.click()
    for row, (name, email) in zip((0, 1), GUESTS[language], strict=True):
        page.locator(f"#id_guest-{row}-name").fill(name)
        page.locator(f"#id_guest-{row}-email").fill(email)
        page.locator(f"#id_guest-{row}-language").select_option(language)
        page.locator(f"#id_guest-{row}-kind").select_option("party:theirs")
    page.locator("form.fields button.primary").click()


def facts_and_expectations(play: Play) -> None:
    host = play.hands[0]
    host.page.goto(play.seats[0])
    host.fill("#id_fact", FACTS[play.language])
    host.press("form:has(#id_fact) button")
    for place, hand in list(play.each())[1:]:
        if place == 1:
            hand.press("[id^=agree-]")
        else:
            hand.strike(".actions details summary")
            hand.fill("[id^=why-]", {"en": "It was the 5th.", "ru": "Это было 5-го."}[play.language])
            hand.press("button[value=disputed]")
        play.check("facts", place)
    play.done()
    hand = play.hands[1]
    hand.page.goto(play.seats[1])
    hand.fill("#id_expectation", {"en": "In February", "ru": "В феврале"}[play.language])
    hand.date("#id_due", "2026-02-15")
    hand.press("form:has(#id_expectation) button")
    for place, each in list(play.each())[1:]:
        expect(each.page.locator(".sides")).to_contain_text({"en": "In February", "ru": "В феврале"}[play.language])
        play.check("expectations", place)
    play.done()


def issues(play: Play) -> None:
    host = play.hands[0]
    host.page.goto(play.seats[0])
    for name, options in ISSUES[play.language]:
        host.fill("#id_issue", name)
        host.press("form:has(#id_issue) button")
        for option in options:
            host.page.locator("input[id^=option-]").last.fill(option)
            host.press(".issue:last-of-type form:has(input[id^=option-]) button")
    for _place, hand in list(play.each())[1:]:
        while hand.page.locator("button[id*='-ok-']").count():
            hand.press("button[id*='-ok-']")
    cool_off(play)
    for place, _hand in list(play.each())[1:]:
        play.check("issues", place)
    play.done()


def cool_off(play: Play) -> None:
    """A hot message is warned of, and sent all the same."""
    hand = play.hands[1]
    hand.page.goto(play.seats[1])
    hand.strike(".issue details.talk summary")
    hand.fill("textarea[id^=remark-]", HOT[play.language])
    hand.strike("form:has(textarea[id^=remark-]) button")
    expect(hand.page.locator("#warned mark").first).to_be_visible()
    play.check("warned", 1)
    hand.press("button[name=anyway]")
    expect(hand.page.locator(".remarks .text").first).to_have_text(HOT[play.language])


def interests(play: Play) -> None:
    second = ISSUES[play.language][1][0]
    for number, hand in play.each():
        page = hand.page
        steps = page.locator("select[name^=step-]")
        for place in range(steps.count()):
            hand.choose(steps.nth(place), "100" if (place + number) % 2 else "0")
        hand.press("[id^=down-]")
        expect(page.locator(".swing b").first).to_have_text(second)
        hand.fill("[id^=points-]", str(70 - 10 * number))
        hand.press("#save")
        assert sum(int(each.input_value()) for each in page.locator("[id^=points-]").all()) == 100
        play.check("interests", number)
        hand.press("#lock")
        play.check("locked", number)
    # Nobody here works anything out: the desk's own worker does, and the page that waits for it shows it.
    expect(play.hands[-1].page.locator(".offer").first).to_be_visible(timeout=60_000)


def proposals_to_agreement(play: Play) -> None:
    for place, hand in play.each():
        expect(hand.page.locator(".offer .own progress").first).to_be_visible()
        play.check("proposals", place)
    play.done()
    for place, hand in play.each():
        for tick in hand.page.locator("[name=accepted]").all():
            hand.tick(tick)
        play.check("acceptance", place)
        hand.press("#accept")
    host = play.hands[0]
    host.page.goto(play.seats[0])
    for place, owner in enumerate(host.page.locator("select[name^=owner-]").all()):
        owner.select_option(index=place + 1)
    for due in host.page.locator("input[name^=due-]").all():
        due.fill("2027-04-01")
    host.press("#confirm")
    for place, hand in list(play.each())[1:]:
        play.check("agreement", place)
        hand.press("#confirm")


def sign_and_follow_up(play: Play) -> None:
    for place, hand in play.each():
        hand.press("#code")
        hand.fill("#id_typed", play.names[place])
        hand.fill("#id_code", play.mail.read(EMAILS[play.language][place], play.subject, CODE))
        play.check("protocol", place)
        hand.press("#sign")
    for place, hand in play.each():
        hand.press("#kept-yes")
        play.check("follow-up", place)
        hand.press("#fair-yes")
    for place, _hand in play.each():
        play.check("end", place)


def paper(play: Play) -> None:
    """A guest takes the signed protocol home, in both languages; it is read, and checked by its own address."""
    hand, page = play.hands[1], play.hands[1].page
    page.goto(play.seats[1])
    points = page.locator(".now tbody b").all_inner_texts()
    assert [point.partition(":")[0] for point in points] == [name for name, _options in ISSUES[play.language]]
    with page.expect_download() as taken:
        hand.strike("a[href$='/protocol/en-ru/']")
    document = Path(taken.value.path()).read_bytes()
    keep(document, f"paper-{play.language}")
    hand.strike("a[href*='/tables/verify/']")
    expect(page.locator(".notice.success")).to_be_visible()
    play.check("verify", 1)
    number, said = page.locator("dl code").inner_text(), dict(zip(("en", "ru"), text_of(document), strict=True))
    assert len(number) == 64
    for language, words in PAPER.items():
        for point, owner in zip(points, play.names, strict=False):
            assert f"{point} {words['who'].format(owner)}" in said[language]
        for name in play.names:
            assert re.search(f"• {name} {words['signed']}", said[language])
        for expected in (words["title"].format(play.subject), FACTS[play.language], number, page.url):
            assert expected in said[language]


def keep(document: bytes, name: str) -> None:
    """Keep what the pages of a PDF look like where LEOPOLD_SCREENSHOTS names a folder, for somebody to look at."""
    if folder := os.environ.get("LEOPOLD_SCREENSHOTS"):
        (Path(folder) / f"{name}.pdf").write_bytes(document)
        drawn = '#set page(width: 210mm, height: auto, margin: 0pt)\n#image("{}", page: 1)\n#image("{}", page: 2)'
        (Path(folder) / f"{name}.typ").write_text(drawn.replace("{}", f"{name}.pdf"))
        typst.compile(Path(folder) / f"{name}.typ", output=Path(folder) / f"{name}.png")


@pytest.fixture(scope="module")
def mail() -> Iterator[Mailbox]:
    """The mail server of a desk of its own."""
    with mailbox() as kept:
        yield kept


@pytest.fixture(scope="module")
def served(browser: Browser, mail: Mailbox, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Any]]:
    """The address of a desk as it is run, with its worker and its letters, and what signs its owner in."""
    sender = {"LEOPOLD_MAIL_URL": f"smtp://127.0.0.1:{mail.port}", "LEOPOLD_MAIL_FROM": "desk@fernhillstudio.example"}
    with desk("serve", data=tmp_path_factory.mktemp("table"), **sender) as address:
        context = browser.new_context(base_url=address, locale="en")
        page = context.new_page()
        page.goto("/")
        for name, said in OWNER.items():
            page.locator(f"[name={name}]").fill(said)
        page.locator("main form button.primary").click()
        expect(page.locator("[name=letters]")).to_be_attached()
        cookies = context.cookies()
        context.close()
        yield address, cookies


def sit_down(play: Play) -> None:
    """The host opens the table, the guests follow the links in their letters, and all are at their seats."""
    host = play.hands[0].page
    open_table(host, play.language)
    check(host, f"table-desk-{play.tags[0]}")
    play.seats.append(host.locator("main a.button.primary").get_attribute("href") or "")
    for place, hand in list(enumerate(play.hands))[1:]:
        hand.page.goto(play.mail.read(EMAILS[play.language][place], play.subject, LINK))
        play.check("link", place)
        hand.strike("main form button.primary")
        expect(hand.page.locator("#table")).to_be_visible()
        play.seats.append(urlsplit(hand.page.url).path)


@pytest.mark.parametrize(
    ("language", "looks", "looked"),
    [
        ("en", [("light", 1280), ("light", 1280), ("light", 390)], (1,)),
        ("ru", [("light", 1280), ("light", 390), ("dark", 1280)], (1, 2)),
    ],
)
def test_from_the_invitation_to_the_signed_protocol(
    browser: Browser,
    served: tuple[str, Any],
    mail: Mailbox,
    language: str,
    looks: list[tuple[str, int]],
    looked: tuple[int, ...],
) -> None:
    """In English the first guest has a keyboard and nothing else; in Russian the first guest has a phone."""
    address, cookies = served
    with ExitStack() as stack:
        readers = [stack.enter_context(visit(browser, address, language, *look)) for look in looks]
        readers[0].page.context.add_cookies(cookies)
        hands = [Hand(reader.page, keys=(language, place) == ("en", 1)) for place, reader in enumerate(readers)]
        tags = [f"{language}-{scheme}-{width}" for scheme, width in looks]
        names = [OWNER["name"], *(name for name, _email in GUESTS[language])]
        play = Play(language, mail, hands, names, [], tags, looked)
        for part in (sit_down, facts_and_expectations, issues, interests, proposals_to_agreement, sign_and_follow_up):
            part(play)
        paper(play)
        host = hands[0].page
        host.goto("/round-tables/")
        host.get_by_role("link", name=play.subject, exact=True).click()
        check(host, f"table-record-{tags[0]}")
