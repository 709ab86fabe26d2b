"""A second reader on the whole path: files, options, document, page and what is kept."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from pathlib import Path

import jsonschema
import pytest

from benchmarks.chat_server import Asked, ChatServer, Claims, Reply, Script, claiming
from leopold import SecondReader, scan
from leopold.cli import main
from leopold.languages import Language
from leopold.model import Evidence, Signal
from leopold.report import document, page, show
from leopold.scanning import Scan
from leopold.second_reader import Tally
from tests.core.second_reader.hand import AGAIN, TEXTS, UNTIL, claim, make_letter, make_relationship

SCHEMA = json.loads((Path(__file__).resolve().parents[3] / "docs" / "scan.schema.json").read_text())
FITS = jsonschema.Draft202012Validator(SCHEMA)
WORDS = re.compile(r"[^.!?\[\]\n]{20,100}")


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("LEOPOLD_SECOND_READER_KEY", raising=False)


@pytest.fixture
def story(built: Path) -> list[str]:
    return [
        str(built / "en-d-01" / "mail.mbox"),
        "--ours",
        json.loads((built / "en-d-01" / "labels.json").read_text())["ours"]["domain"],
    ]


@pytest.fixture
def talkative(serve: Callable[[Script], ChatServer]) -> ChatServer:
    """A reader that sees blame passed on in the first words of each letter of theirs."""

    def script(asked: Asked, handler: object) -> Reply:
        claims: Claims = []
        for letter in asked.letters:
            found = WORDS.search(letter["text"])
            if found and letter["by"] == "them":
                claims.append(claim("blame_shift", letter["n"], found.group().strip()))
        return claiming(claims)

    return serve(script)  # type: ignore[arg-type]


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[dict[str, object], str]:
    assert main(["scan", *words, "--json", "-"]) == 0
    said = capsys.readouterr()
    document = json.loads(said.out)
    FITS.validate(document)
    return document, said.err


def test_nothing_is_asked_unless_an_address_is_given(story: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    document, words = told(capsys, *story)
    assert document["second_reader"] is None
    assert "econd reader" not in words


def test_it_says_what_was_sent_where_and_what_came_of_it(
    story: list[str], talkative: ChatServer, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEOPOLD_SECOND_READER_KEY", "secret-1")
    document, words = told(capsys, *story, "--second-reader", talkative.address, "--second-reader-model", "small")
    second = document["second_reader"]
    assert second["asked"] == len(talkative.asked) > 0  # type: ignore[index]
    assert second["accepted"] > 0  # type: ignore[index]
    assert second["failed"] == second["not_asked"] == 0  # type: ignore[index]
    assert f"Second reader small at 127.0.0.1: {len(talkative.asked)} conversations were sent to it" in words
    assert {asked.headers["Authorization"] for asked in talkative.asked} == {"Bearer secret-1"}
    read = [signal for found in document["relationships"] for signal in found["signals"] if signal["reader"]]  # type: ignore[attr-defined]
    assert len(read) == second["accepted"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("language", "words"), [("en", "read by the second reader"), ("ru", "прочитано вторым читателем")]
)
def test_page_and_terminal_say_who_read_a_quote(language: Language, words: str) -> None:
    own = make_relationship(make_letter(0, TEXTS[0], "theirs", ("churn_intent", 0.9), ("anger", 0.9)))
    evidence = Evidence.of(own.letters[0].message, 40, 59)
    claim = Signal("fear", "theirs", 0.5, evidence, "second")
    found = AGAIN(replace(own, letters=(replace(own.letters[0], seconded=(claim,)),)))
    whole = Scan(UNTIL.date(), ("ours.example",), False, 1, 0, 0, 0, (), 0, (), (found,), second_reader=Tally())
    known = document(whole, language)
    FITS.validate(known)
    (alert,) = known["relationships"][0]["alerts"]
    readers = {piece["quote"]: piece["reader"] for reason in alert["reasons"] for piece in reason["evidence"]}
    assert readers == {"Dear ": "", "nobody tells us why": "second"}
    shown = StringIO()
    show(known, shown)
    assert words in " ".join(shown.getvalue().split())
    assert page(known).count(words) == 1


def test_what_was_left_is_asked_by_the_next_scan(
    story: list[str], talkative: ChatServer, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    second = ["--second-reader", talkative.address, "--second-reader-model", "small", "--second-reader-budget", "1"]
    first, words = told(capsys, *story, *second)
    assert first["second_reader"]["asked"] == 1  # type: ignore[index]
    assert "Scan again with the same options" in words
    left = first["second_reader"]["not_asked"]  # type: ignore[index]
    assert left > 1
    document, _ = told(capsys, *story, *second)
    assert document["second_reader"]["remembered"] == 1  # type: ignore[index]
    while document["second_reader"]["not_asked"]:  # type: ignore[index]
        document, _ = told(capsys, *story, *second)
    assert len(talkative.asked) == 1 + left
    whole, _ = told(capsys, *story, *second)
    assert whole == document
    kept = tmp_path / "cache" / "leopold"
    assert {folder.name for folder in kept.iterdir()} == {"scans", "second-reader"}


def test_a_dead_endpoint_costs_a_scan_nothing_but_a_note(
    story: list[str], capsys: pytest.CaptureFixture[str], talkative: ChatServer
) -> None:
    with ChatServer(lambda asked, handler: None) as gone:
        address = gone.address
    alone, _ = told(capsys, *story, "--no-store")
    document, words = told(capsys, *story, "--second-reader", address, "--second-reader-model", "small")
    assert "cannot be reached" in words
    assert document["second_reader"]["failures"]  # type: ignore[index]
    assert document["relationships"] == alone["relationships"]
    # The failure is not kept: the server may be there the next time.
    document, words = told(capsys, *story, "--second-reader", address, "--second-reader-model", "small")
    assert "cannot be reached" in words


def test_no_store_keeps_no_answers(
    story: list[str], talkative: ChatServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    second = ["--second-reader", talkative.address, "--second-reader-model", "small"]
    told(capsys, *story, *second, "--no-store")
    assert not (tmp_path / "cache").exists()
    told(capsys, *story, *second, "--store", str(tmp_path / "mine"))
    assert list((tmp_path / "mine" / "second-reader").glob("*.json"))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--second-reader", "http://localhost/v1"], "no model"),
        (["--second-reader-model", "small"], "need --second-reader URL"),
        (["--second-reader", "http://u:pa55@localhost/v1", "--second-reader-model", "m"], "address is none"),
        (["--second-reader", "http://api.example.com/v1", "--second-reader-model", "m"], "https://"),
        (
            ["--second-reader", "http://localhost/v1", "--second-reader-model", "m", "--second-reader-budget", "0"],
            "at least",
        ),
    ],
)
def test_options_that_do_not_fit_are_wrong_use(
    options: list[str], said: str, story: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["scan", *story, *options, "--language", "en"])
    error = capsys.readouterr().err
    assert caught.value.code == 2
    assert said in error
    assert "pa55" not in error


def test_the_library_takes_one_too(story: list[str], talkative: ChatServer) -> None:
    alone = scan([story[0]], ours=[story[2]])
    found = scan([story[0]], ours=[story[2]], second_reader=SecondReader(talkative.address, "small"))
    assert alone.second_reader is None
    assert found.second_reader
    assert found.second_reader.accepted > 0
    assert len(found.relationships) == len(alone.relationships)
