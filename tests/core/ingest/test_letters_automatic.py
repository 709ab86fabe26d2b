"""Letters that no person wrote."""

from __future__ import annotations

import pytest

from leopold.ingest.rfc822 import parse_letter
from leopold.model import Message, Raw


def kind(head: str, body: str = "Hi") -> str:
    message = parse_letter(Raw("box", 0, f"{head}\n\n{body}".encode()))
    assert isinstance(message, Message)
    return message.automatic


@pytest.mark.parametrize(
    "head",
    [
        'Content-Type: multipart/report; report-type=delivery-status; boundary="x"',
        "From: mailer-daemon@example.com\nSubject: Undelivered Mail Returned to Sender",
        "From: MAILER-DAEMON@example.com (Mail Delivery System)\nSubject: Delivery Status Notification (Failure)",
        "From: postmaster@example.ru\nSubject: Недоставленное сообщение: Счёт",
        "Return-Path: <>\nFrom: system@example.com\nSubject: Mail delivery failed: returning message",
        "From: a@example.com\nX-Failed-Recipients: b@example.com",
        'Content-Type: multipart/mixed; boundary="x"',
    ],
)
def test_it_knows_a_bounce(head):
    body = "--x\n\nfailed\n--x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; a\n--x--"
    assert kind(head, body) == "bounce"


@pytest.mark.parametrize(
    "head",
    [
        "Auto-Submitted: auto-replied\nFrom: a@example.com",
        "Auto-Submitted: Auto-Generated; x=y\nFrom: a@example.com",
        "X-Autoreply: yes\nFrom: a@example.com",
        "Precedence: auto_reply\nFrom: a@example.com",
        "Subject: Out of Office: Invoice",
        "Subject: Automatic reply: Invoice",
        "Subject: Автоматический ответ: Счёт",
        "Subject: Автоответ: Счёт",
        "Subject: Automatische Antwort: Rechnung",
        "Subject: Abwesenheitsnotiz",
        "Subject: Réponse automatique : facture",
    ],
)
def test_it_knows_an_automatic_reply(head):
    assert kind(head) == "auto-reply"


@pytest.mark.parametrize(
    "head",
    [
        "From: news@example.com\nSubject: March",
        "From: no-reply@example.com\nSubject: March",
        "From: shop@example.com\nList-Unsubscribe: <mailto:x@example.com>\nList-Id: <shop>",
        "From: shop@example.com\nPrecedence: bulk",
    ],
)
def test_it_knows_a_newsletter(head):
    assert kind(head) == "newsletter"


@pytest.mark.parametrize(
    "head",
    [
        "From: ivan@example.com\nSubject: Invoice\nAuto-Submitted: no",
        "From: ivan@example.com\nSubject: Out of officers",
        "From: ivan@example.com\nSubject: I am away in your office",
        "From: ivan@example.com\nList-Id: <talk.example.com>\nPrecedence: list",
        "From: ivan@example.com\nList-Post: <mailto:t@x.org>\nList-Unsubscribe: <mailto:u@x.org>\nPrecedence: bulk",
        "From: ivan@example.com\nMailing-List: list t@x.org\nList-Unsubscribe: <mailto:u@x.org>\nPrecedence: bulk",
        "From: ivan@example.com\nSubject: [talk] RE: Invoice\nPrecedence: bulk",
        "From: postmaster@example.com\nSubject: Your question about DNS",
        "From: ivan@example.com\nSubject: Undelivered parcel",
    ],
)
def test_it_takes_what_people_write_for_letters(head):
    assert kind(head) == ""
