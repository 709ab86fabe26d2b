"""What holds for every draft: verbatim, within own words, never an error, the same again, in linear time."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leopold.coaching import KINDS, Advice, advise
from leopold.coaching.drafts import draft_of
from leopold.coaching.wording import example, fact, reason, suggestion
from leopold.languages import LANGUAGES
from leopold.model import Address, Fact, Invoice, Letter, Message, Payment, Zone
from leopold.signals.sentences import words

TODAY = date(2026, 3, 10)
TEXT = "Hello,\n\nWhen do you deliver? Please send the list.\nСколько это стоит? Пришлите счёт 17.\n\nBob"
LETTERS = (
    Letter(
        Message("<o@a.example>", datetime(2026, 3, 2, tzinfo=UTC), Address("", ""), (), (), "s",
                "I will send you the list by 6 March.", "x", 0),
        "ours", "en", (Zone("own", 0, 36),),
    ),
    Letter(
        Message("<t@a.example>", datetime(2026, 3, 9, tzinfo=UTC), Address("", ""), (), (), "s", TEXT, "x", 1),
        "theirs", "en", (Zone("own", 0, len(TEXT)),),
    ),
)  # fmt: skip
INVOICES = (Invoice("17", "C", date(2026, 2, 1), date(2026, 2, 15), Decimal(480), "EUR", paid=date(2026, 2, 13)),)
PAYMENTS = (Payment("17", date(2026, 2, 13), Decimal(480), "EUR"),)
WORDS = sorted(
    words(
        """
        invoice счёт 17 480 EUR not paid overdue you never always fault вы никогда виноваты если до пятницы отключим we
        will fix soon скоро сделаем calm down STOP NOW !!! ?! . , > <p> </p> <blockquote> </blockquote> &nbsp; -- «a» "
        by 6 March 20.03 31.02 99.99.9999 thanks спасибо On Mon wrote:
        """
    )
    | {"\n", "\n> "}
)


def found_in(draft: str) -> tuple[Advice, ...]:
    return advise(draft, LETTERS, today=TODAY, invoices=INVOICES, payments=PAYMENTS)


def holds(draft: str) -> None:
    """Check all that must hold of what is found in a draft."""
    found, zones = found_in(draft), draft_of(draft).zones
    texts = {letter.message.id: letter.message.text for letter in LETTERS}
    assert found == found_in(draft)
    for each in found:
        assert each.kind in KINDS
        assert 0 < each.probability <= 1
        if each.quote is not None and each.start is not None and each.end is not None:
            assert draft[each.start : each.end] == each.quote
            assert any(z.kind == "own" and z.start <= each.start and each.end <= z.end for z in zones)
        else:
            assert each.evidence or each.fact
        for proof in each.evidence:
            assert texts[proof.message_id][proof.start : proof.end] == proof.quote
        for language in LANGUAGES:
            assert reason(each, language)
            assert suggestion(each, language)
            assert example(each, language)
            assert each.fact is None or fact(each.fact, language)
    starts = [each.start for each in found if each.start is not None]
    assert starts == sorted(starts)
    assert [each.start is None for each in found] == sorted(each.start is None for each in found)


@settings(max_examples=75, deadline=None)
@given(st.text(max_size=400))
def test_it_holds_for_any_text(draft: str) -> None:
    holds(draft)


@settings(max_examples=75, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_it_holds_for_words_that_hurt_in_any_order(chosen: list[str]) -> None:
    holds(" ".join(chosen))


@settings(max_examples=40, deadline=None)
@given(
    letter=st.text(max_size=300),
    chosen=st.lists(st.sampled_from([*WORDS, "когда", "when", "?", "please send"]), max_size=40),
)
def test_it_quotes_any_letter_verbatim(letter: str, chosen: list[str]) -> None:
    for text in (letter, " ".join(chosen)):
        message = replace(LETTERS[1].message, text=text)
        asked = replace(LETTERS[1], message=message, zones=(Zone("own", 0, len(text)),))
        for each in advise("We like the new page.", (asked,), today=TODAY):
            for proof in each.evidence:
                assert text[proof.start : proof.end] == proof.quote


UNITS = (
    "you never answer ", "вы никогда не ", "If you do not pay ", "если ", "invoice 17 480 EUR not paid. ", "!", "?! ",
    "A", "ВЫ ", "STOP NOW ", "<p>", "<", "<script>", "<!--", "<blockquote>", "&nbsp;", "> a\n", "17.", "in 3 ",
    "to the ", "We will fix it soon. ", "спасибо за оплату ", "\r\n", "\u00a0", "вы не ",
)  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_it_takes_time_in_proportion_to_the_length(unit: str) -> None:
    def seconds(size: int) -> float:
        text = "<p>" + unit * (size // len(unit)) if unit[0] in "<&" else unit * (size // len(unit))
        best = 1e9
        for _ in range(2):
            start = time.process_time()
            found_in(text)
            best = min(best, time.process_time() - start)
        return best

    seconds(2_000)
    assert seconds(24_000) < 24 * max(seconds(4_000), 0.002)


def test_advice_fits_its_quote_or_proves_what_is_missing() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        Advice("blame", 0.5, 0, 3, "four")
    with pytest.raises(ValueError, match="proves"):
        Advice("curt", 0.5)
    with pytest.raises(ValueError, match="proves"):
        Advice("curt", 0.5, 0, 1, fact=Fact("curt"))
