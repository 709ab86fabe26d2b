"""Phrases that hurt, and those that only look like them, in both languages."""

from __future__ import annotations

import pytest

from leopold.coaching import advise

from .conftest import TODAY, Check

HURTS = [
    ("blame", "The outage is your own fault.", "your own fault"),
    ("blame", "You failed to send us the access.", "You failed"),
    ("blame", "You should have told us before the move.", "You should have told"),
    ("blame", "В простое виноваты вы.", "виноваты вы"),
    ("blame", "Вы сами виноваты, что диск полон.", "Вы сами виноваты"),
    ("blame", "Вы опять сорвали срок.", "Вы опять сорвали"),
    ("blame", "Вам следовало предупредить нас о переезде.", "Вам следовало предупредить"),
    ("absolute", "You never answer our letters.", "You never"),
    ("absolute", "Your team always sends the data at the last moment.", "Your team always"),
    ("absolute", "Вы никогда не присылаете данные вовремя.", "Вы никогда"),
    ("absolute", "Как всегда, вы забыли приложить акт.", "Как всегда, вы забыли"),
    ("ultimatum", "If you do not pay by Friday, we will switch off the server.", None),
    ("ultimatum", "Если не оплатите до пятницы, отключим сервер.", None),
    ("threat", "You will be hearing from our lawyers.", "hearing from our lawyers"),
    ("threat", "Дальше с вами будут говорить юристы.", "говорить юристы"),
    ("sarcasm", "Congratulations, you broke it again.", None),
    ("sarcasm", "Поздравляю, вы снова всё сломали.", None),
    ("dismissive", "As I already said, it takes a week.", "As I already said"),
    ("dismissive", "Calm down, it is only a test.", "Calm down"),
    ("dismissive", "Как я уже писал, это займёт неделю.", "Как я уже писал"),
    ("dismissive", "Успокойтесь, это только проверка.", "Успокойтесь"),
    ("dismissive", "Не переживайте.", "Не переживайте"),
    ("dismissive", "Please don't worry.", "don't worry"),
    ("defensive", "That is not our fault.", "not our fault"),
    ("defensive", "Это не к нам.", "Это не к нам"),
    ("passive_excuse", "Mistakes were made.", "Mistakes were made"),
    ("passive_excuse", "Были допущены ошибки.", "Были допущены ошибки"),
    ("shouting", "PAY THIS INVOICE NOW please", None),
    ("shouting", "ОПЛАТИТЕ ЭТОТ СЧЁТ СЕЙЧАС, пожалуйста", None),
    ("shouting", "Nothing came from you!!!", None),
    ("shouting", "От вас ничего не пришло!!!", None),
    ("anger", "We are fed up with this.", "fed up"),
    ("anger", "Нам это надоело.", "надоело"),
    ("overpromise", "We guarantee that it never stops.", None),
    ("overpromise", "Гарантирую вам, что сбоев не случится.", None),
]

HARMLESS = [
    "It is not your fault, the alarm was silent.",
    "If you forgot the password, click below.",
    "In case you missed our call: the shop runs again.",
    "We should have told you on Friday.",
    "You can always call me, and you never have to wait.",
    "As always, thank you for the quick answer.",
    "You guys have never been late with a payment.",
    "If you like, we will stop the old server for you on Friday.",
    "Our lawyer will write to you with the draft of the contract.",
    "How nice that you like the new page.",
    "As agreed, the newsletter goes out on Thursday.",
    "You are not responsible for what happened.",
    "We forgot your order, and that was our mistake.",
    "The HTTP API, DNS and SMTP run over VPN.",
    "Thank you so much!!",
    'The page shows "you failed to log in" in red.',
    "Вашей вины здесь нет, молчало наше оповещение.",
    "Если вы забыли пароль, нажмите ниже.",
    "Нам следовало предупредить вас в пятницу.",
    "Вы всегда можете позвонить, и никогда не придётся ждать.",
    "Как всегда, спасибо за быстрый ответ.",
    "Если хотите, в пятницу отключим старый сервер.",
    "Как хорошо, что вам нравится новая страница.",
    "Как договорились, рассылка уходит в четверг.",
    "Мы забыли ваш заказ, это наша ошибка, простите.",
    "Проверки VPN, DNS и SMTP идут каждый час.",
    "Спасибо вам огромное!!",
    "На странице красным написано «вы сами виноваты».",
    "Не переживайте: копия сделана в 9:00, и файлы на месте.",
]


@pytest.mark.parametrize(("kind", "draft", "quote"), HURTS, ids=lambda value: str(value)[:40])
def test_it_points_out_what_hurts_in_its_own_words(kind: str, draft: str, quote: str | None, check: Check) -> None:
    found = [each for each in check(draft) if each.kind == kind]
    assert found, check(draft)
    assert found[0].quote is not None
    assert quote is None or found[0].quote == quote


@pytest.mark.parametrize("draft", HARMLESS, ids=lambda draft: draft[:40])
def test_it_leaves_harmless_words_alone(draft: str, check: Check) -> None:
    assert check(draft) == ()


@pytest.mark.parametrize("quoted", ["> You never answer. It is your fault!!!", "> Вы никогда не отвечаете!!!"])
def test_it_never_judges_what_the_draft_quotes(quoted: str, check: Check) -> None:
    assert check(f"Hello,\n\nthe shop runs since nine.\n\nAnna\n\nOn Mon, 9 Mar 2026, Karin wrote:\n{quoted}\n") == ()


def test_it_never_judges_a_signature(check: Check) -> None:
    assert check("The shop runs since nine.\n\n-- \nAnna\nYOU NEVER WALK ALONE FOREVER!!!") == ()


def test_it_reads_a_draft_in_two_languages(check: Check) -> None:
    found = check("Вы никогда не отвечаете.\n\nYou never answer.")
    assert [each.quote for each in found if each.kind == "absolute"] == ["Вы никогда", "You never"]


def test_it_says_a_threat_within_an_ultimatum_once(check: Check) -> None:
    found = check("If you do not pay by Friday, we will sue you and you will regret it.")
    assert [each.kind for each in found] == ["ultimatum"]


def test_it_hears_trained_readers_where_they_are_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    from leopold.coaching import tone
    from leopold.signals.interface import Finding

    text = "Hm, what a day for everybody here."
    sure = (Finding("sarcasm", 0.9, 0, len(text)), Finding("overpromise", 0.3, 0, len(text)))
    monkeypatch.setattr(tone, "findings", lambda passage: sure)
    assert [(each.kind, each.probability, each.quote) for each in advise(text, (), today=TODAY)] == [
        ("sarcasm", 0.9, text)
    ]


def test_it_marks_the_narrower_place_as_surely_as_the_surer_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    from leopold.coaching import tone
    from leopold.signals.interface import Finding

    text = "The outage is your own fault, as everybody here knows."
    monkeypatch.setattr(tone, "findings", lambda passage: (Finding("accusation", 0.99, 0, len(text)),))
    assert [(each.quote, each.probability) for each in advise(text, (), today=TODAY)] == [("your own fault", 0.99)]
