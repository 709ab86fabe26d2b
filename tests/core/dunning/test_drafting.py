"""Drafts: every step, reason and tone in both languages; exact sums; nothing harsh."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from leopold.dunning.drafting import WORDS, Draft, Hand, draft
from leopold.dunning.interest import article_395, directive_2011_7
from leopold.dunning.plans import propose
from leopold.dunning.steps import LETTERS, TONES, StepName, Tone
from leopold.errors import DunningError
from leopold.languages import LANGUAGES, Language
from leopold.ledger.why import Why
from tests.core.dunning.dealing import DAY, bill

WHYS: tuple[Why, ...] = ("forgot", "cannot", "disputes", "refuses", "unknown")
TWO = {bill(): Decimal("1000.00"), bill("AB-118", 5, "2500.50"): Decimal("500.50")}
HARSH = re.compile(
    r"\b(?:court|lawyer|legal|sue|debt collect\w*|penalt\w+|fine\b|fail\w*|overdue|must|immediately|final|demand|"
    r"consequence\w*|refuse to|суд\w*|юрист\w*|иск\w*|пен[ия]\b|штраф\w*|неустойк\w*|обязан\w*|немедленно|"
    r"последн\w+ предупреж\w*|требу\w*|вынужден\w*|коллектор\w*|долг\w*|просроч\w*)",
    re.IGNORECASE,
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("step", sorted(LETTERS))
def test_every_step_reason_and_tone_has_a_courteous_letter(step: StepName, language: Language) -> None:
    plan = propose(Decimal("1500.50"), "EUR", [], DAY)
    seen = set()
    for why in WHYS:
        for tone in TONES:
            for offered in (None, plan):
                found = draft(step, TWO, DAY, language, why, tone, Hand("Anna", "Boris"), offered)
                text = found.subject + "\n" + found.text
                seen.add(text)
                assert not re.search(r"[{}]|None|  ", text)
                assert not HARSH.search(text), HARSH.search(text)
                assert all(each in text for each in ("AB-117", "AB-118", "Anna", "Boris"))
                assert ("1,500.50" if language == "en" else "1\u00a0500,50") in text
                assert bool(re.search("[А-Яа-яё]", text.replace("Anna", ""))) == (language == "ru")
    assert len(seen) >= len(TONES)


def said(found: Draft) -> str:
    return found.text.replace("\u00a0", " ")


def test_a_friendly_reminder_in_english() -> None:
    found = draft("friendly", {bill(): Decimal("1000.00")}, DAY, "en", "forgot", "warm", Hand("Anna", "Boris"))
    assert found.subject == "A small reminder: invoice AB-117"
    assert said(found) == (
        "Hello Anna,\n\n"
        "I think this one has simply slipped past in a busy week:\n\n"
        "– AB-117 of 28 February 2026, due on 14 March 2026: 1,000 EUR\n\n"
        "Could you have a look when you have a moment? If it has been paid in the meantime, please forget this letter."
        "\n\nThank you, and all the best,\nBoris\n"
    )


def test_several_invoices_and_currencies_in_one_letter_are_never_summed_over_currencies() -> None:
    left = {
        **TWO,
        bill("R-9", 1, "12000.00", "RUB"): Decimal("12000.00"),
    }
    found = said(draft("firmer", left, DAY, "ru"))
    assert found.startswith("Здравствуйте!\n\nОплата к нам пока не пришла")
    assert "– AB-118 от 12 марта 2026, срок 26 марта 2026: осталось 500,50 EUR из 2 500,50 EUR" in found
    assert "Всего: 1 500,50 EUR и 12 000 RUB" in found
    assert "до 7 апреля 2026" in found


def test_a_plan_is_offered_with_its_parts_and_only_where_the_step_offers_one() -> None:
    plan = propose(Decimal("1500.50"), "EUR", [], DAY)
    found = said(draft("offer_plan", TWO, DAY, "en", "cannot", plan=plan))
    for part in ("– by 7 April 2026: 500.16 EUR", "– by 7 May 2026: 500.16 EUR", "– by 8 June 2026: 500.18 EUR"):
        assert part in found
    assert "in parts" not in said(draft("friendly", TWO, DAY, "en", plan=plan))
    assert "Which amounts" not in found


def test_late_interest_is_named_only_where_asked_for_and_never_charged() -> None:
    due = date(2026, 3, 14)
    by_law = [
        directive_2011_7(Decimal("1000.00"), "EUR", due, DAY),
        article_395(Decimal("1000.00"), "RUB", due, DAY),
        article_395(Decimal("1000.00"), "RUB", DAY, DAY),
    ]
    found = said(draft("firmer", TWO, DAY, "en", interest=by_law))
    assert "interest under Directive 2011/7/EU comes to 4.73 EUR as of 31 March 2026, beside a fixed sum of 40 EUR" in (
        found
    )
    assert found.count("This letter does not charge it") == 2
    twice = said(draft("firmer", TWO, DAY, "en", interest=by_law[:1] * 2))
    assert "comes to 9.45 EUR as of 31 March 2026, beside a fixed sum of 80 EUR" in twice
    assert "nterest" not in said(draft("firmer", TWO, DAY, "en"))


def test_the_day_that_is_named_is_one_on_which_they_work() -> None:
    assert "12 мая 2026" in said(draft("firmer", TWO, date(2026, 5, 2), "ru"))


def test_the_order_of_invoices_changes_nothing() -> None:
    turned = dict(reversed(TWO.items()))
    assert draft("ask", TWO, DAY, "en") == draft("ask", turned, DAY, "en")


def test_what_is_no_letter_cannot_be_drafted() -> None:
    with pytest.raises(DunningError, match="the step case is no letter"):
        draft("case", TWO, DAY, "en")
    with pytest.raises(DunningError, match="no invoice to write about"):
        draft("friendly", {}, DAY, "en")


def test_both_languages_have_the_same_wordings() -> None:
    english, russian = WORDS["en"], WORDS["ru"]
    for table in ("SUBJECTS", "GREETINGS", "OPENINGS", "REQUESTS", "CLOSINGS"):
        assert getattr(english, table).keys() == getattr(russian, table).keys()
    for tone in TONES:
        checked: Tone = tone
        assert english.GREETINGS[checked]
