"""Letters as they come, whole and broken: what is read of each."""

from __future__ import annotations

from base64 import b64encode
from datetime import UTC, datetime

import pytest

from leopold.ingest.rfc822 import parse_letter
from leopold.model import Attachment, Message, Raw, Refusal

HEAD = b"From: Ivan <ivan@example.com>\r\nTo: desk@example.org\r\nSubject: Invoice\r\n"
HEAD += b"Date: Tue, 3 Mar 2026 10:00:00 +0300\r\n"


def read(data: bytes) -> Message:
    message = parse_letter(Raw("box", 7, data))
    assert isinstance(message, Message)
    return message


def letter(body: bytes = b"Hello\r\n", *fields: bytes) -> Message:
    return read(HEAD + b"".join(field + b"\r\n" for field in fields) + b"\r\n" + body)


def mixed(*parts: bytes, kind: bytes = b"mixed", end: bytes = b"--cut--\r\n") -> Message:
    body = b"".join(b"--cut\r\n" + part + b"\r\n" for part in parts) + end
    return letter(body, b'Content-Type: multipart/%s; boundary="cut"' % kind)


def test_it_reads_a_plain_letter_whole():
    message = letter(b"Hello,\r\nwe are late.\r\n", b"Message-ID: <1@example.com>")
    assert message.id == "<1@example.com>"
    assert message.at == datetime(2026, 3, 3, 7, tzinfo=UTC)
    assert (message.sender.name, message.sender.email) == ("Ivan", "ivan@example.com")
    assert message.to[0].email == "desk@example.org"
    assert (message.subject, message.text) == ("Invoice", "Hello,\nwe are late.\n")
    assert (message.source, message.position) == ("box", 7)


@pytest.mark.parametrize(
    "data", [b"", b"\r\n\r\n", b"just words\nand more", b"\x00\x01\x02", b"key: value\n\nx", b"{}"]
)
def test_it_refuses_what_has_no_letter_header_and_names_the_mend(data):
    refusal = parse_letter(Raw("box", 7, data))
    assert isinstance(refusal, Refusal)
    assert (refusal.source, refusal.position) == ("box", 7)
    assert "export the letter" in refusal.reason


def test_it_reads_a_letter_of_headers_alone():
    assert read(HEAD.rstrip()).text == ""
    assert read(HEAD.rstrip()).subject == "Invoice"


def test_it_reads_the_head_behind_mbox_lines_and_a_stray_continuation():
    for first in (b"From ivan@example.com Tue Mar  3 10:00:00 2026\r\n", b">From ivan@example.com\r\n", b" folded\r\n"):
        assert read(first + HEAD + b"\r\nHi").subject == "Invoice"


def test_it_takes_what_follows_a_header_without_a_blank_line_as_text():
    assert read(HEAD + b"no blank line here\r\n").text == "no blank line here\n"


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r", b"\r\r\n"])
def test_it_makes_every_line_end_one_line_feed(end):
    assert letter(b"one" + end + b"two" + end).text == "one\ntwo\n"


def test_it_reads_a_letter_whose_lines_all_end_in_a_bare_return():
    message = read(HEAD.replace(b"\r\n", b"\r") + b"\rone\rtwo")
    assert (message.subject, message.text) == ("Invoice", "one\ntwo")


def test_it_keeps_the_place_of_a_nul():
    message = letter(b"a\0b", b"X: y\0")
    assert message.text == "a\ufffdb"
    assert read(HEAD.replace(b"Invoice", b"In\0voice")).subject == "In\ufffdvoice"


def test_it_leaves_other_space_and_flowed_lines_as_they_are():
    assert letter(b"a  b \t\n >c \n-- \nd", b"Content-Type: text/plain; format=flowed").text == "a  b \t\n >c \n-- \nd"


@pytest.mark.parametrize(
    "body",
    [
        b64encode("Счёт оплачен вчера".encode()),
        b64encode("Счёт оплачен вчера".encode()).rstrip(b"="),
        b"\r\n".join(b64encode("Счёт оплачен вчера".encode())[i : i + 5] + b"!*" for i in range(0, 60, 5)),
    ],
)
def test_it_reads_base64_without_padding_and_with_foreign_characters(body):
    text = letter(body, b"Content-Type: text/plain; charset=utf-8", b"Content-Transfer-Encoding: base64").text
    assert text == "Счёт оплачен вчера"


def test_it_reads_one_sign_too_many_in_base64():
    body = b64encode(b"All is well, thanks") + b"\r\nQ"
    assert letter(body, b"Content-Transfer-Encoding: base64").text.startswith("All is well, thanks")


def test_it_keeps_the_footer_that_a_list_adds_behind_base64():
    body = b64encode(b"Hello there") + b"\r\n_____________\r\nThe list - https://example.org/list, no posts\r\n"
    text = letter(body, b"Content-Transfer-Encoding: base64").text
    assert text.startswith("Hello there\n")
    assert "https://example.org/list, no posts" in text


def test_it_keeps_prose_under_the_false_label_of_base64():
    prose = b"We are not going to pay for this, since nothing works.\r\n"
    assert letter(prose, b"Content-Transfer-Encoding: base64").text == prose.decode().replace("\r\n", "\n")


def test_it_reads_broken_quoted_printable():
    text = letter(
        b"a=ZZb =3D =\r\nc=E9=",
        b"Content-Type: text/plain; charset=latin1",
        b"Content-Transfer-Encoding: QUOTED-PRINTABLE ",
    ).text
    assert text == "a=ZZb = cé"


def test_it_passes_over_an_unknown_transfer_encoding():
    assert letter(b"plain", b"Content-Transfer-Encoding: x-odd").text == "plain"


def test_it_prefers_the_plain_text_of_an_alternative():
    message = mixed(
        b"Content-Type: text/plain\r\n\r\nplain", b"Content-Type: text/html\r\n\r\n<p>rich</p>", kind=b"alternative"
    )
    assert message.text == "plain"
    assert message.attachments == ()


@pytest.mark.parametrize(
    "stub",
    [
        b"",
        b" \r\n",
        b"Your mail client does not support HTML messages.",
        "Ваш клиент не показывает HTML-письма".encode(),
    ],
)
def test_it_takes_the_html_where_the_plain_text_is_empty_or_a_stub(stub):
    message = mixed(
        b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + stub,
        b"Content-Type: text/html\r\n\r\n<p>rich</p>",
        kind=b"alternative",
    )
    assert message.text == "rich"


def test_it_joins_the_texts_of_a_letter():
    assert mixed(b"\r\none", b"Content-Type: text/html\r\n\r\n<b>two</b>").text == "one\ntwo"


def test_it_lists_what_is_attached():
    message = mixed(
        b"\r\nSee the act.",
        b'Content-Type: application/pdf; name="act.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0=',
        b"Content-Type: text/plain\r\nContent-Disposition: attachment;\r\n"
        b" filename*=utf-8''%D0%B0%D0%BA%D1%82.txt\r\n\r\nhidden",
        b"Content-Type: image/png\r\nContent-Disposition: inline;\r\n filename*0=long-; filename*1=name.png\r\n\r\nxx",
        b'Content-Type: application/zip; name="=?utf-8?b?0LDQutGC?=.zip"\r\n\r\nPK',
        b"Content-Type: application/ms-tnef; name=winmail.dat\r\n\r\nx",
        b"Content-Type: application/pkcs7-signature; name=smime.p7s\r\n\r\nx",
    )
    assert message.text == "See the act."
    assert message.attachments == (
        Attachment("act.pdf", "application/pdf", 8),
        Attachment("акт.txt", "text/plain", 6),
        Attachment("long-name.png", "image/png", 2),
        Attachment("акт.zip", "application/zip", 2),
        Attachment("winmail.dat", "application/ms-tnef", 1),
        Attachment("smime.p7s", "application/pkcs7-signature", 1),
    )


def test_it_lists_a_uuencoded_file_and_takes_it_out_of_the_text():
    message = letter(b"See:\nbegin 644 act.pdf\n#86)C\n`\nend\nBye\n")
    assert message.text == "See:\nBye\n"
    assert message.attachments == (Attachment("act.pdf", "application/octet-stream", 8),)


def test_it_leaves_words_alone_that_only_begin_like_a_file():
    assert letter(b"begin 644 things\nor so\n").text == "begin 644 things\nor so\n"


def test_it_reads_a_letter_inside_as_forwarded():
    message = mixed(
        b"\r\nSee below.",
        b"Content-Type: message/rfc822\r\n\r\n"
        b"From: Anna <anna@example.net>\r\nSubject: =?utf-8?b?0KHRh9GR0YI=?=\r\nX-Odd: 1\r\n\r\n"
        b"Where is it?",
    )
    (zone,) = message.marked
    assert zone.kind == "forward"
    assert message.text[: zone.start] == "See below.\n"
    assert message.text[zone.start : zone.end] == "From: Anna <anna@example.net>\nSubject: Счёт\nWhere is it?"


def test_it_reads_every_letter_of_a_digest():
    message = mixed(b"\r\nFrom: a@example.com\r\n\r\none", b"\r\nFrom: b@example.com\r\n\r\ntwo", kind=b"digest")
    assert "one" in message.text
    assert message.text.endswith("two")
    assert [(zone.start, zone.end) for zone in message.marked] == [(0, len(message.text))]


def test_it_reads_a_multipart_that_is_never_closed():
    assert mixed(b"\r\none", b"\r\ntwo", end=b"").text == "one\ntwo\n"


@pytest.mark.parametrize(
    "kind", [b"multipart/mixed", b'multipart/mixed; boundary=""', b"multipart/mixed; boundary=other"]
)
def test_it_reads_a_multipart_without_its_boundary_as_text(kind):
    assert "Hello" in letter(b"--cut\r\n\r\nHello\r\n--cut--\r\n", b"Content-Type: " + kind).text


def test_it_reads_a_boundary_with_spaces():
    body = b"--a b c  \r\n\r\nHello\r\n--a b c--\r\n"
    assert letter(body, b'Content-Type: multipart/mixed; boundary="a b c"').text == "Hello"


def test_it_reads_parameters_with_a_star_and_without_quotes():
    body = b"--cut\r\n\r\nHello\r\n--cut--\r\n"
    assert letter(body, b"Content-Type: multipart/mixed; boundary*=us-ascii''cut; x*; =y").text == "Hello"
    assert letter(body, b"Content-Type: MULTIPART/Mixed ;boundary = cut").text == "Hello"


@pytest.mark.parametrize("depth", [30, 1_000, 10_000])
def test_it_reads_multiparts_nested_to_any_depth(depth):
    down = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (i, i) for i in range(depth))
    up = b"".join(b"\r\n--b%d--" % i for i in reversed(range(depth)))
    assert read(HEAD + down + b"\r\nat the bottom" + up).text == "at the bottom"
    assert read(HEAD + down + b"\r\nat the bottom").text == "at the bottom"


def test_it_reads_letters_nested_to_any_depth():
    assert read(HEAD + b"Content-Type: message/rfc822\r\n\r\n" * 10_000 + b"at the bottom").text == "at the bottom"


def test_it_reads_the_wanted_fields_among_a_hundred_thousand():
    message = read(b"X-Odd: 1\r\n" * 100_000 + HEAD + b"\r\nHi")
    assert (message.subject, message.text) == ("Invoice", "Hi")


def test_it_keeps_a_large_attachment_out_of_the_message():
    message = mixed(b"\r\nSmall", b"Content-Type: application/zip; name=a.zip\r\n\r\n" + b"x" * 5_000_000)
    assert message.text == "Small"
    assert message.attachments[0].size == 5_000_000


def test_it_reads_html_that_calls_itself_plain():
    assert letter(b"<html><body><p>Hello</p></body></html>").text == "Hello"
