"""HTML letters: the text a reader sees, and what the mark-up says of it."""

from __future__ import annotations

import pytest

from leopold.ingest.html import to_text
from leopold.ingest.rfc822 import parse_letter
from leopold.model import Message, Raw


def marked(source: str) -> list[tuple[str, str]]:
    text, zones = to_text(source)
    return [(zone.kind, text[zone.start : zone.end]) for zone in zones]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<div>One</div><div>Two<br>Three<br><br>Four</div>", "One\nTwo\nThree\n\nFour"),
        ("one\n two <b>th</b>ree <i> four</i>", "one two three four"),
        ("<ul><li>a<li>b</ul>c", "- a\n- b\nc"),
        ("<table><tr><td>1</td><td>2</td></tr><tr><th>3<th>4</table>", "1\t2\n3\t4"),
        ("<pre>a\n  b</pre>c", "a\n  b\nc"),
        ("<head><title>x</title><style>p{}</style></head><script>1</script>A<!-- c --><style>q</style>", "A"),
        ('<div style="display: none">preview</div><span style="mso-hide:all">x</span><p hidden>y</p>Hello', "Hello"),
        ('<div style="font-size:0px;max-height:0">preview</div><i style="font-size:0.9em">Hello</i>', "Hello"),
        ("&lt;b&gt; &amp; &laquo;&#1055;&raquo;&nbsp;&euro;", "<b> & «П» €"),
        ("<p>unclosed <b>bold<p>next", "unclosed bold\n\nnext"),
        ("plain", "plain"),
        ("", ""),
        ("<", "<"),
    ],
)
def test_it_reads_what_a_reader_sees(source, text):
    assert to_text(source) == (text, ())


CITE = '<blockquote type="cite">old</blockquote>'


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            (
                'New.<div class="gmail_quote"><div class="gmail_attr">On Mon, B &lt;b@x.c&gt; wrote:<br></div>'
                '<blockquote class="gmail_quote">old</blockquote></div>'
            ),
            [("quote", "On Mon, B <b@x.c> wrote:\nold")],
        ),
        (
            (
                '<div class="gmail_quote"><div class="gmail_attr">--- Forwarded message ---<br>From: B</div>'
                "<p>all of it</p></div>"
            ),
            [("forward", "--- Forwarded message ---\nFrom: B\n\nall of it")],
        ),
        (
            (
                '<div class="gmail_quote"><div class="gmail_attr">B wrote:</div>'
                '<blockquote class="gmail_quote">When?</blockquote>'
                "<div>Next Monday morning</div><blockquote class=gmail_quote>Where?</blockquote>"
                "<div>At your office</div></div>"
            ),
            [("quote", "B wrote:\nWhen?"), ("quote", "Where?")],
        ),
        ('New<div class="gmail_signature">Bob<br>Firm</div>', [("signature", "Bob\nFirm")]),
        (f"New{CITE}", [("quote", "old")]),
        (f"A{CITE}B{CITE}", [("quote", "old"), ("quote", "old")]),
        ('New<div class="moz-cite-prefix">On Monday B wrote:</div>' + CITE, [("quote", "On Monday B wrote:\nold")]),
        ('New<div class="moz-signature">-- <br>B</div>', [("signature", "--\nB")]),
        ('New<hr><div id="divRplyFwdMsg"><b>From:</b> B</div><p>old</p>', [("quote", "From: B\n\nold")]),
        ('New<div id="appendonsend"></div><hr><div id="divRplyFwdMsg">From: B</div>old', [("quote", "From: B\nold")]),
        ('New<span id="OLK_SRC_BODY_SECTION"><div>From: B</div>old</span>', [("quote", "From: B\nold")]),
        ('New<div class="yahoo_quoted">On Monday B wrote: old</div>', [("quote", "On Monday B wrote: old")]),
        (
            (
                "Новое<div>Понедельник, 2 марта 2026, 10:00 +03:00 от Иван &lt;i@x.ru&gt;:</div>"
                '<blockquote style="border-left:1px solid"><div class="js-helper js-readmsg-msg">old</div></blockquote>'
            ),
            [("quote", "Понедельник, 2 марта 2026, 10:00 +03:00 от Иван <i@x.ru>:\nold")],
        ),
        ('Новое<div class="js-helper js-readmsg-msg">old</div>', [("quote", "old")]),
        (
            '<p>Новое</p><div>02.03.2026, 10:00, "Иван" &lt;i@x.ru&gt;:</div><blockquote><p>old</p></blockquote>',
            [("quote", '02.03.2026, 10:00, "Иван" <i@x.ru>:\n\nold')],
        ),
        ("New<blockquote>an indented line</blockquote>", []),
        ('New<span class="js-signatureMarker"></span>-- <br>B' + CITE, [("signature", "--\nB"), ("quote", "old")]),
        ('<div data-signature-widget="container">Иван</div>', [("signature", "Иван")]),
        ('<div class="gmail_signature"></div><blockquote type="cite"> </blockquote>New', []),
        ('<div class="not_a_gmail_quote_at_all">New</div>', []),
    ],
)
def test_it_knows_what_mail_programs_mark(source, expected):
    assert marked(source) == expected


def test_it_hands_the_marks_on_as_offsets_into_the_text_of_the_letter():
    body = f"--x\n\nAbove.\n--x\nContent-Type: text/html; charset=utf-8\n\n<p>Новое</p>{CITE}\n--x--"
    message = parse_letter(Raw("box", 0, f"From: a@b.c\nContent-Type: multipart/mixed; boundary=x\n\n{body}".encode()))
    assert isinstance(message, Message)
    (zone,) = message.marked
    assert (zone.kind, message.text[zone.start : zone.end]) == ("quote", "old")
    assert message.text == "Above.\nНовое\n\nold"


def test_it_strips_html_of_too_many_tags_without_marks():
    text, zones = to_text("<div>" * 3_000 + "<style>p</style>deep &amp; <br>down" + CITE)
    assert (text, zones) == ("deep &\ndown\nold", ())
