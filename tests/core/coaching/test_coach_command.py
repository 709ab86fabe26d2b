"""`leopold coach` and the library call: what scripts may rely on."""

from __future__ import annotations

import io
import json
import sys
from datetime import date
from pathlib import Path

import jsonschema
import pytest

import leopold
from leopold.cli import main
from leopold.errors import LeopoldError

ROOT = Path(__file__).resolve().parents[3]
SCHEMA = json.loads((ROOT / "docs" / "coach.schema.json").read_text())
DRAFT = "Hello,\n\nyou never read our letters. We will send the list soon. Invoice 17 is still not paid.\n\nAnna\n"
TALK = [
    (
        "<1@client.example>",
        "2026-03-02",
        "peter@client.example",
        "anna@ours.example",
        "Contract",
        "Who signs it for you?",
    ),
    (
        "<2@client.example>",
        "2026-03-09",
        "peter@client.example",
        "anna@ours.example",
        "Shop",
        "Which colour has the shop?",
    ),
]


def letter(ident: str, day: str, sender: str, to: str, subject: str, text: str) -> str:
    head = f"From: {sender}\nTo: {to}\nSubject: {subject}\nMessage-ID: {ident}\n"
    moment = date.fromisoformat(day).strftime("%a, %d %b %Y 09:00:00 +0000")
    return f"From - {day}\n{head}Date: {moment}\nContent-Type: text/plain; charset=utf-8\n\n{text}\n\n"


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    path = tmp_path / "mail.mbox"
    path.write_text("".join(letter(*each) for each in TALK))
    return path


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "invoices.csv"
    path.write_text(
        "number,counterparty,issued,due,amount,currency,paid\n17,Client,2026-02-01,2026-02-15,480.00,EUR,2026-02-13\n"
    )
    return path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]):  # type: ignore[no-untyped-def]
    """Run the command with a draft on standard input; its status, what it wrote, and what it said."""

    def runs(draft: str | bytes, *words: str | Path) -> tuple[int, str, str]:
        data = draft if isinstance(draft, bytes) else draft.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        status = main(["coach", "--language", "en", *map(str, words)])
        out, err = capsysbinary.readouterr()
        return status, out.decode(), err.decode()

    return runs


def test_its_json_fits_the_published_schema(run, mail: Path, ledger: Path) -> None:  # type: ignore[no-untyped-def]
    words = (
        "--conversation",
        mail,
        "--ours",
        "ours.example",
        "--ledger",
        ledger,
        "--as-of",
        "2026-03-10",
        "--json",
        "-",
    )
    status, out, _ = run(DRAFT, *words)
    assert status == 0
    document = json.loads(out)
    jsonschema.validate(document, SCHEMA, cls=jsonschema.Draft202012Validator)
    assert (document["version"], document["as_of"], document["language"]) == (1, "2026-03-10", "en")
    assert [each["kind"] for each in document["findings"]] == [
        "absolute",
        "promise_without_date",
        "ledger_contradiction",
        "question_unanswered",
    ]
    for each in document["findings"]:
        assert each["wording"] is None
        if each["quote"] is not None:
            assert DRAFT[each["start"] : each["end"]] == each["quote"]
    assert document["findings"][-1]["evidence"][0]["quote"] == "Which colour has the shop?"
    again = run(DRAFT, *words)
    assert again[1] == out


def test_it_says_what_it_found_and_takes_for_granted(run, mail: Path) -> None:  # type: ignore[no-untyped-def]
    status, out, err = run(DRAFT, "--conversation", mail, "--as-of", "2026-03-10")
    assert status == 0
    assert "Always or never\n  “you never”\n" in out
    assert "→ Name the one time you mean" in out
    assert "the latest of 2 conversations" in err
    assert "taking ours.example for our side" in err
    assert "✎" not in out


def test_it_speaks_russian_of_an_english_draft(run, mail: Path) -> None:  # type: ignore[no-untyped-def]
    _, out, err = run(DRAFT, "--conversation", mail, "--as-of", "2026-03-10", "--language", "ru")
    assert "Всегда и никогда\n  «you never»" in out
    assert "последняя из переписок" in err


def test_it_suggests_wording_only_when_asked(run, mail: Path) -> None:  # type: ignore[no-untyped-def]
    words = ("--conversation", mail, "--as-of", "2026-03-10", "--suggest-wording")
    _, out, _ = run(DRAFT, *words)
    assert "✎ You also asked: “Which colour has the shop?” — …" in out
    _, out, _ = run(DRAFT, *words, "--json", "-")
    assert all(each["wording"] for each in json.loads(out)["findings"])


def test_what_is_good_stays_unsaid(run, mail: Path) -> None:  # type: ignore[no-untyped-def]
    words = ("--conversation", mail, "--ours", "ours.example", "--as-of", "2026-03-10", "--subject", "Re: shop")
    assert run("Hello Peter,\n\nthe shop is green, the colour of last year.\n\nAnna", *words) == (0, "", "")


@pytest.mark.parametrize("words", [("--subject", "contract"), ("--message-id", "<1@client.example>")])
def test_it_answers_the_conversation_that_is_named(run, mail: Path, words: tuple[str, str]) -> None:  # type: ignore[no-untyped-def]
    _, out, err = run(DRAFT, "--conversation", mail, "--as-of", "2026-03-10", "--json", "-", *words)
    assert json.loads(out)["conversation"]["message_ids"] == ["<1@client.example>"]
    assert "conversations" not in err


def test_it_does_not_look_beyond_the_day(run, mail: Path) -> None:  # type: ignore[no-untyped-def]
    _, out, _ = run(DRAFT, "--conversation", mail, "--as-of", "2026-03-05", "--json", "-")
    assert json.loads(out)["conversation"]["message_ids"] == ["<1@client.example>"]


@pytest.mark.parametrize(
    ("draft", "words", "said"),
    [
        (b"", (), "leopold: the draft is empty; "),
        (b"\x00\xff\x00", (), "leopold: the draft is no text in UTF-8; "),
        (b"Hello", ("--subject", "nothing of the kind"), "leopold: no conversation is called 'nothing of the kind'; "),
        (b"Hello", ("--as-of", "2020-01-01"), "leopold: there is no conversation between us and anybody by that day; "),
        (
            b"Hello",
            ("--ours", "elsewhere.example"),
            "leopold: there is no conversation between us and anybody by that day; ",
        ),
    ],
)
def test_it_explains_a_failure_in_one_line(run, mail: Path, draft: bytes, words: tuple[str, ...], said: str) -> None:  # type: ignore[no-untyped-def]
    status, out, err = run(draft, "--conversation", mail, "--as-of", "2026-03-10", *words)
    assert (status, out) == (1, "")
    assert err.startswith(said)
    assert err.count("\n") == 1


def test_it_says_that_nobody_knows_our_side(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "three.mbox"
    three = [("<a@x.example>", "2026-03-02", "a@x.example", "b@y.example, c@z.example", "s", "Who pays?")]
    path.write_text("".join(letter(*each) for each in three))
    status, _, err = run("Hello", "--conversation", path, "--as-of", "2026-03-10")
    assert status == 1
    assert "which side is yours" in err


@pytest.mark.parametrize(
    "words", [(), ("--conversation", "x", "--as-of", "friday"), ("--conversation", "x", "--ours", "a b")]
)
def test_wrong_use_is_status_2(run, words: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(SystemExit) as caught:
        run("Hello", *words)
    assert caught.value.code == 2


def test_the_library_call_finds_the_same(mail: Path, ledger: Path) -> None:
    found = leopold.coach(DRAFT, mail, today=date(2026, 3, 10), ours=["ours.example"], ledger=[ledger])
    assert isinstance(found, leopold.Coaching)
    assert [each.kind for each in found.findings][:2] == ["absolute", "promise_without_date"]
    assert found.chosen_of == 2
    with pytest.raises(LeopoldError, match="empty"):
        leopold.coach(" ", mail, today=date(2026, 3, 10))


def test_it_reads_every_story_of_the_sample(built: Path) -> None:
    for home in sorted(built.iterdir())[:4]:
        ours = json.loads((home / "labels.json").read_text())["ours"]["domain"]
        books = [home / "invoices.csv", home / "payments.csv"]
        found = leopold.coach("Hello.", home / "mail.mbox", today=date(2027, 1, 1), ours=[ours], ledger=books)
        assert found.message_ids
