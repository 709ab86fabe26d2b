"""Drafts as they come: bytes, plain text, HTML."""

from __future__ import annotations

import pytest

from leopold.coaching.drafts import LONGEST, check, decoded, draft_of
from leopold.errors import LeopoldError

from .conftest import Check

HTML = (
    "<html><head><title>You never</title><style>p { content: 'you never' }</style></head><body><p>Hello&nbsp;Ann,</p>"
    "<p>You never<b> answer</b>.</p><!-- it is your fault --><blockquote><p>It is your fault.</p></blockquote></body>"
    "</html>"
)


def test_it_reads_html_by_its_words_and_quotes_the_draft_verbatim(check: Check) -> None:
    (found,) = check(HTML)
    assert found.kind == "absolute"
    assert found.start is not None
    assert HTML[found.start : found.end] == found.quote == "You never"


def test_it_keeps_every_offset_of_html() -> None:
    draft = draft_of(HTML)
    assert len(draft.passage.text) == len(HTML)
    assert draft.passage.language == "en"


def test_it_takes_comparisons_for_no_html() -> None:
    assert draft_of("5 < 6 and 7 > 6").passage.text == "5 < 6 and 7 > 6"


@pytest.mark.parametrize("data", ["Спасибо".encode(), b"\xef\xbb\xbf" + "Спасибо".encode(), "Спасибо".encode("utf-16")])
def test_it_decodes_unicode(data: bytes) -> None:
    assert decoded(data) == "Спасибо"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "draft_empty"),
        (b" \n\t ", "draft_empty"),
        ("Спасибо".encode("cp1251"), "draft_no_text"),
        (b"\x00\x01\x02\x03", "draft_no_text"),
        (b"\x01\x02\x03\x04" * 10, "draft_no_text"),
        (b"\xff\xfeabc", "draft_no_text"),
        (b"a" * (LONGEST + 1), "draft_long"),
    ],
)
def test_it_refuses_what_is_no_draft(data: bytes, kind: str) -> None:
    with pytest.raises(LeopoldError) as caught:
        decoded(data)
    assert caught.value.fault.kind == kind


def test_it_takes_a_draft_as_long_as_allowed() -> None:
    check("a" * LONGEST)
