"""Newsletters and programs that no header gives away, and letters of people that look like theirs."""

from __future__ import annotations

import pytest

from leopold.ingest.rfc822 import parse_letter
from leopold.model import Message, Raw

LONG = "The harbour opens its doors on Saturday, with music, fish soup and a tour of the old cranes for everybody. " * 3
LANG = "В субботу порт открывает двери: музыка, уха и прогулка к старым кранам для всех, кто захочет прийти. " * 3


def kind(sender: str, subject: str, body: str, head: str = "") -> str:
    letter = f"From: {sender}\nSubject: {subject}\n{head}Content-Type: text/plain; charset=utf-8\n\n{body}\n"
    message = parse_letter(Raw("box", 0, letter.encode()))
    assert isinstance(message, Message)
    return message.automatic


@pytest.mark.parametrize(
    "sender",
    [
        "updates@shop.example",
        "harbour_update@shop.example",
        "offers@shop.example",
        "alerts-weather@shop.example",
        "notifications@shop.example",
        "dailyquote@smtp.shop.example",
        "fish-weekly-admin@lists.shop.example",
        "bounce-news-932653@lists.shop.example",
        "list-2508405s@shop.example",
        "1.10969419.-2@shop.example",
        "leave-soup-77@shop.example",
    ],
)
def test_it_knows_mailboxes_that_only_programs_write_from(sender: str) -> None:
    assert kind(sender, "Saturday", LONG) == "newsletter"
    assert kind(sender, "Your invoice 77 is overdue", LONG) == ""


@pytest.mark.parametrize(
    "ending",
    [
        "To unsubscribe, write to leave@shop.example",
        "To subscribe, unsubscribe, or make changes to your subscription, please go to our page.",
        "Unsubscribe | Preferences",
        "If you would rather not receive future e-mails of this sort, please visit the help page.",
        "If you no longer wish to receive our mailings, click here.",
        "To be removed from this list, answer with the word remove.",
        "You are receiving this message because you subscribed to it on our page.",
        "This e-mail was automatically generated. Nobody reads this mailbox.",
        "Чтобы отписаться, перейдите по ссылке.",
        "Вы получили это письмо, потому что подписаны на новости порта.",
        "Это письмо сформировано автоматически, не отвечайте на него.",
        "Wenn Sie keine weiteren E-Mails von uns erhalten möchten, klicken Sie hier.",
        "Sie erhalten diese Nachricht, weil Sie sich bei uns angemeldet haben.",
        "Se désabonner de cette lettre",
    ],
)
def test_it_knows_bulk_by_what_programs_say(ending: str) -> None:
    text = LANG if ending[0] >= "А" else LONG
    assert kind("anna@shop.example", "Saturday", f"{text}\n\n{ending}") == "newsletter"
    assert kind("anna@shop.example", "Re: Saturday", f"{text}\n\n{ending}") == ""
    assert kind("anna@shop.example", "Fwd: Saturday", f"{text}\n\n{ending}") == ""
    assert kind("anna@shop.example", "Saturday", f"{text}\n\n{ending}", "In-Reply-To: <1@x>\n") == ""
    assert kind("anna@shop.example", "Saturday", f"What is this?\n\n> {text}\n>\n> {ending}") == ""


def test_it_knows_a_brochure_by_all_its_marks_and_an_office_that_wants_no_answer() -> None:
    pictures = "[IMAGE]\n[IMAGE] Soup\n[IMAGE] Cranes\n[IMAGE]\n" + LONG
    marks = "\nClick here. Read our privacy policy. All rights reserved."
    assert kind("anna@shop.example", "Saturday", pictures + marks) == "newsletter"
    assert kind("hello@info.shop.example", "Saturday", LONG + marks) == "newsletter"
    assert kind("anna@shop.example", "Saturday", pictures) == ""
    assert kind("anna@shop.example", "An article", LONG + marks) == ""
    note = "Please Do Not Reply To This Note. Your choice of a desk was received; it is valid from the first of May. "
    assert kind("desk_customer_service@shop.example", "", note + LONG) == "newsletter"
    assert kind("anna@shop.example", "", note + LONG) == ""


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        ("Mails", f"{LONG} I tried to unsubscribe from your status mails by the link, and it still does not work."),
        ("Mails", "Unsubscribe me, please. This is the third time I ask!"),
        ("Call", f"{LONG} Please do not reply to this e-mail but call me: I am furious."),
        ("Hosting", f"{LONG} You are receiving this letter because our server has been down for two days."),
        ("Hosting", f"{LONG} Your system automatically sent us the wrong form again. Who will mend it?"),
        ("Parts", f"{LONG} If you have not received my e-mail, or would rather not, please reply to the office."),
        ("Parts", f"{LONG} If you do not receive the parts by Friday, please send me an e-mail."),
        ("Invoice 77 is overdue", f"{LONG}\nThis e-mail was automatically generated."),
        ("Счёт № 77", f"{LANG}\nЭто письмо сформировано автоматически."),
        ("Рассылка", f"{LANG} Мы просили отписаться от рассылки нашего бухгалтера, а письма всё идут."),
        ("Порт", f"{LANG} Вы получаете это письмо, потому что второй месяц не отвечаете на звонки."),
        (
            "Ticket 9",
            f"-- Please type your reply above this line --\n{LONG}\nTo unsubscribe from this ticket, click here",
        ),
    ],
)
def test_it_takes_for_a_letter_what_a_person_says(subject: str, body: str) -> None:
    assert kind("anna@client.example", subject, body) == ""


@pytest.mark.parametrize(
    "sender",
    [
        "ticket-1234567@x.example",
        "79991234567@x.example",
        "anna.newsome@x.example",
        "liszt@x.example",
        "updike@x.example",
        "promoter@x.example",
        "j.list@x.example",
    ],
)
def test_it_takes_people_for_people(sender: str) -> None:
    assert kind(sender, "Saturday", LONG) == ""


def test_people_on_a_list_stay_people() -> None:
    footer = f"{LONG}\n_____\nTo unsubscribe, write to talk-leave@x.example"
    assert kind("anna@x.example", "Cranes", footer, "Precedence: list\n") == ""
    assert kind("anna@x.example", "Cranes", footer, "List-Post: <mailto:talk@x.example>\n") == ""


def test_it_looks_at_both_ends_alone() -> None:
    ending = "To unsubscribe, write to leave@shop.example\n"
    assert kind("anna@shop.example", "Saturday", LONG * 10 + ending + LONG * 20) == ""
    assert kind("anna@shop.example", "Saturday", LONG * 30 + ending) == "newsletter"
    assert kind("anna@shop.example", "Saturday", ending + LONG * 30) == "newsletter"
