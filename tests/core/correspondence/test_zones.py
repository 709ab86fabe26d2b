"""Own words, quotes, forwards and signatures: the rules one by one, and what holds for any text."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leopold.correspondence.language import language
from leopold.correspondence.markers import LANGUAGES
from leopold.correspondence.zones import split, zones
from leopold.model import Zone

from .conftest import make_message

OWN = "Мы ждём ответа до пятницы, 6 марта."


def cut(text: str, subject: str = "Re: x", sender: str = "Anna Klimova <a@x.example>", marked: tuple[Zone, ...] = ()):
    """Return [(kind, text without outer white space)]."""
    message = make_message("a", text=text, subject=subject, sender=sender, marked=marked)
    return [(zone.kind, text[zone.start : zone.end].strip()) for zone in zones(message)]


@pytest.mark.parametrize(
    "attribution",
    [
        "On Tue, Mar 3, 2026 at 10:12 AM Igor Petrov <igor@x.example> wrote:",
        "On Tue, Mar 3, 2026 at 10:12 AM Igor Petrov <\nigor@x.example> wrote:",
        "On 03/03/2026 10:12, Igor Petrov wrote:",
        "On 3 Mar 2026, at 10:12, Igor <igor@x.example>\nwrote:",
        "Igor Petrov <igor@x.example> wrote:",
        "Igor Petrov writes:",
        "вт, 3 мар. 2026 г. в 10:12, Игорь Петров <igor@x.example>:",
        "вт, 3 мар. 2026 г. в 10:12, Игорь Петров <\nigor@x.example>:",
        '03.03.2026, 10:12, "Игорь Петров" <igor@x.example>:',
        "03.03.2026 10:12, Игорь Петров пишет:",
        "3 марта 2026 г., в 10:12, Игорь <igor@x.example> написал(а):",
        "3 марта 2026 г., в 10:12, Игорь\n<igor@x.example> написал(а):",
        "Вторник, 3 марта 2026, 10:12 +03:00 от Игорь <igor@x.example>:",
        "Вы писали 3 марта 2026 г., 10:12:14:",
        "Tuesday, March 3, 2026, 10:12:14 AM, you wrote:",
        "Am 03.03.2026 um 10:12 schrieb Igor Petrow:",
        "Am Di., 3. März 2026 um 10:12 Uhr schrieb Igor <\nigor@x.example>:",
        "Le mar. 3 mars 2026 à 10:12, Igor Petrov <igor@x.example> a écrit :",
        "El mar, 3 mar 2026 a las 10:12, Igor (<igor@x.example>) escribió:",
        "---- On Tue, 03 Mar 2026 10:12:14 +0300 Igor <igor@x.example> wrote ----",
    ],
)
def test_it_gives_an_attribution_to_the_quote(attribution: str) -> None:
    assert cut(f"{OWN}\n\n{attribution}\n> Когда?\n> Игорь") == [
        ("own", OWN),
        ("quote", f"{attribution}\n> Когда?\n> Игорь"),
    ]


@pytest.mark.parametrize(
    "attribution",
    [
        "On Tue, Mar 3, 2026 at 10:12 AM Igor Petrov <igor@x.example> wrote:",
        "03.03.2026 10:12, Игорь Петров пишет:",
        "вт, 3 мар. 2026 г. в 10:12, Игорь Петров <igor@x.example>:",
    ],
)
def test_it_runs_a_full_attribution_without_marked_lines_to_the_end(attribution: str) -> None:
    assert cut(f"{OWN}\n\n{attribution}\n\nКогда?\n\nИгорь") == [
        ("own", OWN),
        ("quote", f"{attribution}\n\nКогда?\n\nИгорь"),
    ]


BLOCKS = [
    "-----Original Message-----\nFrom: Igor\nSent: Tuesday\nTo: Anna\nSubject: x",
    " -----Original Message-----\nFrom: \tPetrov, Igor  \nSent:\tTuesday, March 03, 2026\nTo:\tAnna\nSubject:\tx",
    "-----Исходное сообщение-----\nОт: Игорь\nОтправлено: вторник\nКому: Анна\nТема: x",
    "-----Ursprüngliche Nachricht-----\nVon: Igor\nGesendet: Dienstag\nAn: Anna\nBetreff: x",
    "-----Message d'origine-----\nDe : Igor\nEnvoyé : mardi\nÀ : Anna\nObjet : x",
    "________________________________\nFrom: Igor <i@x.example>\nSent: Tuesday\nTo: Anna\nSubject: x",
    "*From:* Igor <i@x.example>\n*Sent:* Tuesday\n*To:* Anna;\nBoris\n*Subject:* x",
    "От: Игорь <i@x.example>\nОтправлено: вторник\nКому: Анна\nТема: x",
    "От кого: Игорь\nКому: Анна\nДата: вторник\nТема: x",
    "Von: Igor\nGesendet: Dienstag\nAn: Anna\nBetreff: x",
    "De : Igor\nEnvoyé : mardi\nÀ : Anna\nObjet : x",
    '"Petrov, Igor" <i@x.example> on 03/03/2026 10:12:14 AM\nTo:\tanna@x.example\ncc:\t\nSubject:\tx',
    "Igor Petrov\n03/03/2026 10:12 AM\nTo: Anna/HOU/ECT@ECT, Boris\nGromov/HOU/ECT@ECT\ncc:  \nSubject: x",
]


@pytest.mark.parametrize("block", BLOCKS)
def test_it_runs_a_header_block_to_the_end(block: str) -> None:
    assert cut(f"{OWN}\n\n{block}\n\nКогда?\n\nИгорь") == [
        ("own", OWN),
        ("quote", f"{block}\n\nКогда?\n\nИгорь".strip()),
    ]


@pytest.mark.parametrize("block", BLOCKS)
def test_it_reads_a_header_block_as_a_forward_when_the_subject_says_so(block: str) -> None:
    assert [kind for kind, _ in cut(f"{OWN}\n\n{block}\n\nКогда?", subject="FW: x")] == ["own", "forward"]


@pytest.mark.parametrize(
    "opening",
    [
        "---------- Forwarded message ---------",
        "Begin forwarded message:",
        "-------- Пересылаемое сообщение --------",
        "-------- Перенаправленное сообщение --------",
        "Начало переадресованного сообщения:",
        "-------- Weitergeleitete Nachricht --------",
        "---------- Message transféré ---------",
        "---------------------- Forwarded by Igor/HOU/ECT on 01/02/2001 \n09:12 AM ---------------------------",
        "> Begin forwarded message:\n>",
    ],
)
def test_it_knows_a_forward_by_its_border(opening: str) -> None:
    text = f"{OWN}\n\n{opening}\nFrom: Igor <i@x.example>\nSubject: x\n\nКогда?\n\n-- \nИгорь"
    if opening[0] == ">":
        text = f"{OWN}\n\n{opening}\n> From: Igor\n>\n> Когда?"
    assert [kind for kind, _ in cut(text, subject="x")] == ["own", "forward"]


def test_it_ends_a_forward_where_its_border_says() -> None:
    forward = "-------- Пересылаемое сообщение --------\nОт кого: Игорь\n\nКогда?"
    forward += "\n-------- Конец пересылаемого сообщения --------"
    assert cut(f"{OWN}\n\n{forward}\n\nРешите сами, прошу вас.", subject="Fwd: x") == [
        ("own", OWN),
        ("forward", forward),
        ("own", "Решите сами, прошу вас."),
    ]


def test_it_keeps_answers_between_quoted_lines() -> None:
    text = "On 03/03/2026 10:12, Igor wrote:\n> When?\n\nOn Friday.\n\n> Where?\nHere.\n> Who?\n\nAll of us, as agreed."
    assert [kind for kind, _ in cut(text)] == ["quote", "own", "quote", "own", "quote", "own"]


@pytest.mark.parametrize("bar", ["| ", "--]", "% ", "IP> "])
def test_it_knows_other_marks_of_quoted_lines_under_an_attribution(bar: str) -> None:
    quote = f"On Fri, 23 Aug 2002, Igor Petrov wrote:\n\n{bar}When?\n{bar}Where?"
    assert cut(f"{quote}\n\nOn Friday, here.") == [("quote", quote), ("own", "On Friday, here.")]


def test_it_takes_no_row_of_signs_for_a_quote() -> None:
    assert cut("News\n\n> > > > >\n\nMore news\n\n> > > > >\n\nThe end of it.", subject="News")[0][0] == "own"


def test_it_joins_the_rest_that_a_program_wrapped() -> None:
    quoted = "> We would like to know when the second server is going to be moved to the\nnew rack\n> and by whom."
    assert cut(f"Next week.\n\nOn 03/03/2026 10:12, Igor wrote:\n{quoted}") == [
        ("own", "Next week."),
        ("quote", f"On 03/03/2026 10:12, Igor wrote:\n{quoted}"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The director wrote:\nwe pay nothing. So what now?",
        "From: what I see, it is over. To: be clear, we pay.",
        "Log:\nFrom: robot@x.example\nTo: a@x.example\n\nWhat is it?",
        "Скорость держим\n> 50 Мбит\nи довольны этим.",
        ">>> import leopold\n>>> leopold.scan('x')\n\nThis fails for us.",
        "Run this:\n\n> make install\n\nand tell me what it says.",
        "Input -> parser\n-> zones, as we have agreed.",
        "Директор пишет: «Больше ждать не будем».",
    ],
)
def test_it_leaves_prose_that_looks_like_a_quote(text: str) -> None:
    assert cut(text, subject="A question") == [("own", text)]


@pytest.mark.parametrize(
    "signature",
    [
        "-- \nAnna Klimova\nSales",
        "--\nС уважением,\nАнна Климова",
        "Best regards,\nAnna Klimova\nAccount manager | Example Ltd\nTel: +44 20 7946 0112",
        "Kind regards\n\nAnna",
        "С уважением, Анна Климова",
        "Mit freundlichen Grüßen\nAnna Klimova",
        "Cordialement,\nAnna",
        "Thanks,\nAnna",
        "Anna",
        "Анна Климова\nменеджер\n+7 (812) 555-01-17",
        "Igor",
        "Sent from my iPhone",
        "Anna\nSent from Outlook for Android",
        "Отправлено с iPhone",
        "Отправлено из мобильной Почты Mail.ru",
        "Von meinem iPhone gesendet",
        "Envoyé de mon iPhone",
        "Regards,\nAnna\n\nCONFIDENTIALITY NOTICE: This message is intended for the named\nrecipient only. Delete it.",
    ],
)
def test_it_finds_the_signature(signature: str) -> None:
    assert cut(f"{OWN}\n\n{signature}") == [("own", OWN), ("signature", signature)]


@pytest.mark.parametrize(
    "end", ["Спасибо!", "Approved", "When?", "1. server\n2. router", "Thanks, that is all for now."]
)
def test_it_leaves_last_words_that_are_no_signature(end: str) -> None:
    assert cut(f"{OWN}\n\n{end}") == [("own", f"{OWN}\n\n{end}")]


def test_it_takes_a_postscript_as_own_words() -> None:
    text = f"{OWN}\n\nBest regards,\nAnna\n\nP.S. The invoice is attached, too."
    assert [kind for kind, _ in cut(text)] == ["own", "signature", "own"]


def test_it_holds_the_marks_of_html_over_its_own_guesses() -> None:
    text = "We agree with that.\n\nA line of theirs\n\nand this is ours again."
    start = text.index("A line")
    assert cut(text, marked=(Zone("quote", start, start + 16),)) == [
        ("own", "We agree with that."),
        ("quote", "A line of theirs"),
        ("own", "and this is ours again."),
    ]


LINES = st.sampled_from(
    [
        *(
            "",
            "Words of ours.",
            "> quoted",
            ">> twice",
            "On 03/03/2026 10:12, Igor wrote:",
            "Igor пишет:",
            "-- ",
            "Anna",
        ),
        *(
            "-----Original Message-----",
            "From: Igor",
            "Sent: today",
            "To: Anna",
            "Subject: x",
            "Best regards,",
            "P.S. x",
        ),
        *(
            "---------- Forwarded message ---------",
            "| barred",
            "IP> said",
            "  ",
            "\u2028",
            "\r",
            "Sent from my iPhone",
        ),
        *("-------- Конец пересылаемого сообщения --------", "Спасибо,", "_____", "This e-mail and any", "x" * 500),
    ]
)
TEXTS = st.one_of(st.lists(LINES, max_size=20).map("\n".join), st.text(max_size=300))


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, tuple[Zone, ...]]:
    text = draw(TEXTS)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    kinds = st.sampled_from(["own", "quote", "forward", "signature"])
    return text, tuple(Zone(draw(kinds), start, end) for start, end in list(pairwise(cuts))[::2])


@given(marked_texts())
def test_it_covers_any_text_without_gap(given_text: tuple[str, tuple[Zone, ...]]) -> None:
    text, marked = given_text
    found = split(text, marked)
    assert "".join(text[zone.start : zone.end] for zone in found) == text
    assert [zone.start for zone in found] == [0, *(zone.end for zone in found)][: len(found)]
    assert all(before.kind != after.kind for before, after in pairwise(found))
    assert found == split(text, marked)


@given(TEXTS)
def test_it_never_takes_a_marked_line_under_an_attribution_for_own_words(text: str) -> None:
    whole = f"{OWN}\n\nOn Tue, Mar 3, 2026 at 10:12 Igor <igor@x.example> wrote:\n> asked\n{text}"
    at = whole.index("> asked")
    assert all(zone.kind == "quote" for zone in split(whole) if zone.start <= at < zone.end)


@given(marked_texts())
def test_it_keeps_a_stretch_that_html_marks_as_quoted(given_text: tuple[str, tuple[Zone, ...]]) -> None:
    text, marked = given_text
    for mark in marked:
        if mark.kind == "quote" and text[mark.start : mark.end].strip():
            inside = [zone for zone in split(text, marked) if zone.start < mark.end and mark.start < zone.end]
            solid = [zone for zone in inside if text[max(zone.start, mark.start) : min(zone.end, mark.end)].strip()]
            assert {zone.kind for zone in solid} <= {"quote", "forward"}


@pytest.mark.parametrize(
    "line",
    [
        *(
            ">",
            ">\n",
            "On ",
            "On \n",
            "-",
            "-\n",
            "\n",
            "wrote:",
            "wrote:\n",
            "On 1/2/2003 x wrote:\n",
            "To:\n",
            "> a\nb\n",
        ),
        *(
            "--\n",
            "Best regards,\n",
            "-----Original\n",
            "confidential: \n",
            "From: a\n> b\n",
            "1:1:",
            "a@",
            " \t",
            "A>",
        ),
    ],
)
def test_it_stays_quick_on_hostile_text(line: str) -> None:
    text = line * (100_000 // len(line))
    started = time.process_time()
    split(text)
    # Five times what it takes on an idle core, so that a busy machine does not fail it; a square law takes minutes.
    assert time.process_time() - started < 0.5


def test_it_reads_the_language_by_its_letters() -> None:
    assert language("Please pay the invoice.") == "en"
    assert language("Оплатите, пожалуйста, счёт CRM Enterprise Edition.") == "ru"
    assert language("With best regards, Anna Klimova. Спасибо") == "en"
    assert language("Смотрите https://example.com/a/very/long/path/in/latin/letters") == "ru"
    assert language("") == "en"


def test_it_holds_every_phrase_in_lower_case() -> None:
    for phrases in LANGUAGES:
        for field in phrases.__slots__:
            assert all(phrase == phrase.lower() for phrase in getattr(phrases, field)), field
