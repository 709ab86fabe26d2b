"""Charsets as they are labelled, mislabelled and left out."""

from __future__ import annotations

from base64 import b64encode
from quopri import encodestring

import pytest

from leopold.ingest import charsets, headers
from leopold.ingest.rfc822 import parse_letter
from leopold.model import Message, Raw

TEXTS = [
    "Добрый день! Сервер не отвечает со вчерашнего вечера, почините, пожалуйста.",
    "Счёт № 15 оплатим в пятницу.".replace("№", "N"),
    "Прошу вернуть деньги",
    "Где ответ?",
    "Уважаемый Иван Петрович, договор расторгаем с 1 марта. Hosting, VPS, DNS.",
    "Мы недовольны: третий раз за неделю сайт лежит, а поддержка молчит.",
]
CHARSETS = ["koi8-r", "koi8-u", "windows-1251", "iso-8859-5", "cp866", "utf-8"]
ENCODINGS = {"8bit": bytes, "base64": b64encode, "quoted-printable": encodestring}


def read(data: bytes) -> Message:
    message = parse_letter(Raw("box", 0, data))
    assert isinstance(message, Message)
    return message


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("charset", CHARSETS)
def test_it_reads_russian_in_every_charset_and_encoding(charset, encoding, text):
    head = (
        f"From: a@example.com\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {encoding}\n\n"
    )
    assert read(head.encode() + ENCODINGS[encoding](text.encode(charset))).text == text


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("charset", ["koi8-r", "windows-1251", "iso-8859-5", "cp866", "utf-8"])
@pytest.mark.parametrize("label", ["", "; charset=us-ascii", "; charset=iso-8859-1", "; charset=unknown-8bit"])
def test_it_finds_the_charset_that_no_label_or_a_wrong_one_hides(label, charset, text):
    head = f"From: a@example.com\nContent-Type: text/plain{label}\n\n"
    assert read(head.encode() + text.encode(charset)).text == text


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("x-cp1251", "cp1251"), ("win-1251", "cp1251"), ("cp-1251", "cp1251"), ("windows-1251", "cp1251"),
        ("Windows1251", "cp1251"), ('"windows-1251"', "cp1251"), ("utf8", "utf-8"), ("UTF-8*ru", "utf-8"),
        ("windows-874", "cp874"), ("iso-8859-8-i", "iso8859-8"), ("cp932", "cp932"), ("gb2312", "gb18030"),
        ("iso-8859-1", "cp1252"), ("koi8r", "koi8-r"), ("ks_c_5601-1987", "cp949"),
        ("none", ""), ("unknown-8bit", ""), ("x-user-defined", ""), ("default", ""), ("x-unknown", ""), ("", ""),
        ("rot13", ""), ("hex", ""), ("idna", ""), ("punycode", ""), ("unicode_escape", ""), ("a" * 99, ""), ("a\0", ""),
    ],
)  # fmt: skip
def test_it_knows_what_a_label_means(label, codec):
    assert charsets.codec(label) == codec


def test_it_reads_german_and_french_without_a_label():
    for text in ("Sehr geehrte Frau Müller, die Rechnung ist überfällig.", "Le délai est dépassé, où êtes-vous ?"):
        assert charsets.decode(text.encode("cp1252")) == text
        assert charsets.decode(text.encode("cp1252"), "utf-8") == text


def test_it_keeps_utf8_with_a_broken_byte_as_utf8():
    data = "Добрый день, сервер не отвечает".encode()
    assert charsets.decode(data + b"\xd0", "utf-8") == "Добрый день, сервер не отвечает\ufffd"


def test_it_takes_utf8_under_a_cyrillic_label_for_what_it_is():
    assert charsets.decode("Сервер не отвечает".encode(), "windows-1251") == "Сервер не отвечает"


def test_it_reads_charsets_that_switch_by_escapes():
    assert charsets.decode("請求書です".encode("iso-2022-jp"), "iso-2022-jp") == "請求書です"
    assert charsets.decode(b"+BCE-", "utf-7") == "С"


def test_it_never_lets_half_a_character_out():
    assert charsets.sound("a\ud83d") == "a\ufffd"
    assert charsets.decode(b"+2D0-", "utf-7").encode()


SUBJECT = "Счёт за март"


@pytest.mark.parametrize(
    "value",
    [
        SUBJECT.encode("windows-1251"),
        SUBJECT.encode("koi8-r"),
        SUBJECT.encode(),
        b"=?utf-8?b?" + b64encode(SUBJECT.encode()[:3]) + b"?= =?utf-8?b?" + b64encode(SUBJECT.encode()[3:]) + b"?=",
        b"=?utf-8?q?=D0?=\r\n =?utf-8?q?=A1=D1=87=D1=91=D1=82?= =?koi8-r?b?"
        + b64encode(" за март".encode("koi8-r"))
        + b"?=",
        b"=?x-cp1251?b?" + b64encode(SUBJECT.encode("cp1251")) + b"?=",
        b"=?win-1251?Q?" + encodestring(SUBJECT.encode("cp1251"), header=True) + b"?=",
        b"=?utf-8*ru?B?" + b64encode(SUBJECT.encode()).rstrip(b"=") + b"?=",
        b'"=?utf-8?b?' + b64encode(SUBJECT.encode()) + b'?="',
    ],
)
def test_it_reads_a_subject_in_raw_bytes_and_in_broken_encoded_words(value):
    assert read(b"From: a@example.com\nSubject: " + value + b"\n\n").subject.strip('"') == SUBJECT


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r"])
def test_it_reads_a_raw_name_by_the_charset_of_the_letter(charset):
    head = f"From: Юра <y@example.ru>\nContent-Type: text/plain; charset={charset}\n\n"
    assert read(head.encode(charset) + b"x").sender.name == "Юра"


def test_it_keeps_words_apart_that_are_not_encoded():
    assert headers.text("Re: =?utf-8?q?a_b?= c =?utf-8?q?d?= =?utf-8?q?e?=") == "Re: a b c de"
    assert headers.text("=?broken") == "=?broken"
    assert headers.text("a\r\n\tb\n c") == "a b c"
