"""The command line: what scripts may rely on."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

import jsonschema
import pytest

from leopold.cli import main
from leopold.store import default_folder

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "docs" / "scan.schema.json").read_text())
Done = subprocess.CompletedProcess[str]


def surroundings(store: Path) -> dict[str, str]:
    return {"PATH": "/usr/bin:/bin", "XDG_CACHE_HOME": str(store), "LANG": "C.UTF-8", "PYTHONUTF8": "1"}


def leopold(*words: str | Path, store: Path) -> Done:
    """Run a command in this process, as a process of its own would run it but for its start."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err), patch.dict(os.environ, surroundings(store), clear=True):
        try:
            status = main([str(word) for word in words])
        except SystemExit as end:
            status = int(end.code or 0)
    said = []
    for stream in (out, err):
        stream.flush()
        said.append(stream.buffer.getvalue().decode("utf-8"))  # type: ignore[attr-defined]
    return Done(words, status, *said)


def process(*words: str | Path, store: Path) -> Done:
    """Run a command as a process of its own."""
    command = [sys.executable, "-m", "leopold.cli", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=surroundings(store))


@pytest.fixture
def story(built: Path) -> list[str]:
    home = built / "ru-d-01"
    ledger = ["--ledger", str(home / "invoices.csv"), str(home / "payments.csv")]
    return [str(home / "mail.mbox"), "--ours", "severgrid.example", *ledger]


def test_it_writes_only_json_to_standard_output(story: list[str], tmp_path: Path) -> None:
    done = process("scan", *story, "--json", "-", store=tmp_path)
    assert done.returncode == 0, done.stderr
    document = json.loads(done.stdout)
    assert document["input"]["read"] > 10
    assert "severgrid.example" in done.stderr


@pytest.mark.parametrize(("words", "status"), [(["bake"], 2), (["scan", "/nowhere/at/all.mbox"], 1)])
def test_a_process_ends_with_the_status_of_its_command(words: list[str], status: int, tmp_path: Path) -> None:
    here, there = leopold(*words, store=tmp_path), process(*words, store=tmp_path)
    assert here.returncode == there.returncode == status
    assert (here.stdout, here.stderr.splitlines()[-1]) == (there.stdout, there.stderr.splitlines()[-1])


def test_its_json_fits_the_published_schema(built: Path, tmp_path: Path) -> None:
    fits = jsonschema.Draft202012Validator(SCHEMA)
    fits.check_schema(SCHEMA)
    for home in sorted(built.iterdir()):
        ours = json.loads((home / "labels.json").read_text())["ours"]["domain"]
        target = tmp_path / "scan.json"
        arguments = ["scan", str(home / "mail.mbox"), "--ours", ours, "--no-store", "--json", str(target)]
        arguments += ["--ledger", str(home / "invoices.csv"), str(home / "payments.csv")]
        assert main(arguments) == 0
        fits.validate(json.loads(target.read_text()))


def test_it_shows_the_relationships_that_need_a_person_with_quotes(story: list[str], tmp_path: Path) -> None:
    done = leopold("scan", *story, "--as-of", "2026-03-04", "--language", "ru", store=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Отношения, которым сейчас нужен человек" in done.stdout
    assert "«" in done.stdout
    assert "→" in done.stdout


def test_its_page_holds_all_it_needs_and_escapes_what_letters_say(tmp_path: Path) -> None:
    letter = (
        "From: <script>alert(1)</script> <mal@evil.example>\nTo: anna@ours.example\nSubject: <img src=x onerror=y>\n"
        "Date: Mon, 5 Jan 2026 10:00:00 +0000\nMessage-ID: <1@x>\n\n"
        "<b>This is the third time I ask.</b> We are terminating the contract and will not pay the invoice.\n"
    )
    (tmp_path / "1.eml").write_text(letter)
    page = tmp_path / "page.html"
    arguments = ["scan", str(tmp_path / "1.eml"), "--ours", "ours.example", "--no-store", "--html", str(page)]
    assert main(arguments) == 0
    html = page.read_text()
    assert "<script" not in html
    assert "<b>This" not in html
    assert "<img" not in html
    assert not re.search(r"""<[^>]*\b(?:src|href)\s*=|url\(|@import""", html)


def test_a_second_scan_answers_from_the_store(story: list[str], tmp_path: Path) -> None:
    first = leopold("scan", *story, "--json", "-", store=tmp_path)
    kept = list(tmp_path.rglob("*.json"))
    assert len(kept) == 1
    kept[0].write_text(first.stdout.replace("2026", "1926"))
    again = leopold("scan", *story, "--json", "-", store=tmp_path)
    assert "1926" in again.stdout


def test_a_damaged_store_is_made_anew(story: list[str], tmp_path: Path) -> None:
    first = leopold("scan", *story, "--json", "-", store=tmp_path)
    for kept in tmp_path.rglob("*.json"):
        kept.write_text("{")
    assert leopold("scan", *story, "--json", "-", store=tmp_path).stdout == first.stdout


def test_a_changed_source_is_read_again(built: Path, tmp_path: Path) -> None:
    mailbox = tmp_path / "mail.mbox"
    whole = (built / "en-d-01" / "mail.mbox").read_text()
    mailbox.write_text(whole[: whole.index("\nFrom sample", 10) + 1])
    words = ("scan", mailbox, "--ours", "x.example", "--json", "-")
    assert json.loads(leopold(*words, store=tmp_path).stdout)["input"]["read"] == 1
    mailbox.write_text(whole)
    assert json.loads(leopold(*words, store=tmp_path).stdout)["input"]["read"] > 1


def test_nothing_is_kept_on_request(story: list[str], tmp_path: Path) -> None:
    assert leopold("scan", *story, "--no-store", store=tmp_path).returncode == 0
    assert not list(tmp_path.rglob("*.json"))


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["scan"], 2, "PATH"),
        (["scan", "x", "--as-of", "yesterday"], 2, "2026-03-31"),
        (["scan", "x", "--capacity", "0"], 2, "write it as 5"),
        (["scan", "x", "--threshold", "60"], 2, "write it as 0.6"),
        (["scan", "/nowhere/at/all.mbox"], 1, "/nowhere/at/all.mbox"),
        (["bake"], 2, "bake"),
    ],
)
def test_it_exits_with_2_for_wrong_use_and_1_for_a_failure(
    words: list[str], status: int, said: str, tmp_path: Path
) -> None:
    done = leopold(*words, store=tmp_path)
    assert done.returncode == status
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_ledger_with_other_columns_is_one_line_that_names_the_mend(built: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.csv"
    ledger.write_text("colour,weather\nred,rain\n")
    done = leopold("scan", built / "en-d-01" / "mail.mbox", "--ours", "x.example", "--ledger", ledger, store=tmp_path)
    assert done.returncode == 1
    assert "ledger.csv" in done.stderr
    assert "colour" in done.stderr


def test_it_refuses_and_fails_in_the_language_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "note.txt").write_text("no letter at all\n")
    for language, reason, failure in (
        ("en", "export the letters as mbox", "does not exist; name a file"),
        ("ru", "выгрузите письма в mbox", "не существует; укажите файл"),
    ):
        asked = ["--ours", "x.example", "--language", language, "--no-store"]
        assert main(["scan", str(tmp_path / "note.txt"), *asked, "--json", str(tmp_path / "scan.json")]) == 0
        assert reason in capsys.readouterr().err
        assert reason in json.loads((tmp_path / "scan.json").read_text())["input"]["refusals"][0]["reason"]
        assert main(["scan", str(tmp_path / "nowhere"), *asked]) == 1
        assert failure in capsys.readouterr().err


def test_a_hostile_quote_cannot_move_the_cursor(tmp_path: Path) -> None:
    body = "This is the third time I ask\x1b[2J. We are terminating the contract and will not pay your invoice.\n"
    letter = (
        f"From: m@evil.example\nTo: a@ours.example\nDate: Mon, 5 Jan 2026 10:00:00 +0000\nMessage-ID: <1@x>\n\n{body}"
    )
    (tmp_path / "1.eml").write_text(letter)
    assert "\x1b" not in leopold("scan", tmp_path / "1.eml", "--ours", "ours.example", store=tmp_path).stdout


@pytest.mark.parametrize(("language", "said"), [("en", "which side is yours"), ("ru", "какая сторона ваша")])
def test_it_says_that_it_cannot_tell_which_side_is_ours(language: str, said: str, tmp_path: Path) -> None:
    letter = "From: a@one.example\nTo: b@two.example\nDate: Mon, 5 Jan 2026 10:00:00 +0000\nMessage-ID: <1@x>\n\nHi\n"
    (tmp_path / "1.eml").write_text(letter)
    done = leopold("scan", tmp_path / "1.eml", "--language", language, store=tmp_path)
    assert done.returncode == 0
    assert said in " ".join(done.stdout.split())
    assert "--ours" in done.stdout


def test_threads_name_their_links(built: Path, tmp_path: Path) -> None:
    done = leopold("threads", built / "en-d-01" / "mail.mbox", "--json", "-", store=tmp_path)
    found = json.loads(done.stdout)
    assert {link["by"] for thread in found for link in thread["links"]} >= {"references"}
    ids = [one for thread in found for one in thread["message_ids"]]
    assert len(ids) == len(set(ids))


def test_words_tell_own_words_from_quotes(built: Path, tmp_path: Path) -> None:
    done = leopold("words", built / "ru-d-01" / "mail.mbox", store=tmp_path)
    second = json.loads(done.stdout)[1]
    assert second["own"].startswith("Аня, привет!")
    assert "пишет:" in second["quote"]
    assert "".join(span["text"] for span in second["spans"]).count("пишет:") == 1


def test_a_ledger_is_told_exactly(built: Path, tmp_path: Path) -> None:
    done = leopold("ledger", built / "ru-d-01" / "invoices.csv", store=tmp_path)
    first = json.loads(done.stdout)["invoices"][0]
    assert (first["number"], first["amount"], first["currency"], first["due"]) == (
        "СГ-0012",
        "86400.00",
        "RUB",
        "2026-01-20",
    )


def test_a_path_behind_our_domains_is_still_a_path(built: Path, tmp_path: Path) -> None:
    done = leopold(
        "scan", "--json", "-", "--ours", "severgrid.example", built / "ru-d-01" / "mail.mbox", store=tmp_path
    )
    document = json.loads(done.stdout)
    assert (document["ours"], document["input"]["read"]) == (["severgrid.example"], 22)


@pytest.mark.parametrize("domain", ["https://ours.example/", "", "a b", "ann@", "@"])
def test_it_refuses_what_is_no_domain_of_ours(domain: str, built: Path, tmp_path: Path) -> None:
    done = leopold("scan", built / "ru-d-01" / "mail.mbox", "--ours", domain, store=tmp_path)
    assert done.returncode == 2
    assert "example.com" in done.stderr


@pytest.mark.parametrize(
    "domain", ["SeverGrid.example", "Anna@severgrid.example", "@severgrid.example.", " severgrid.example"]
)
def test_it_takes_our_domain_as_people_write_it(domain: str, built: Path, tmp_path: Path) -> None:
    done = leopold("scan", built / "ru-d-01" / "mail.mbox", "--ours", domain, "--json", "-", store=tmp_path)
    assert json.loads(done.stdout)["ours"] == ["severgrid.example"]


@pytest.mark.parametrize(("language", "said"), [("en", "None of these letters"), ("ru", "нет переписки")])
def test_it_says_when_no_letter_is_ours(language: str, said: str, built: Path, tmp_path: Path) -> None:
    words = ("scan", built / "ru-d-01" / "mail.mbox", "--language", language, "--ours")
    assert said in leopold(*words, "severgird.example", store=tmp_path).stderr
    assert said not in leopold(*words, "severgrid.example", store=tmp_path).stderr


def test_it_runs_where_the_terminal_lacks_letters_and_the_user_a_home(story: list[str], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "leopold.cli", "scan", *story, "--language", "ru", "--as-of", "2026-03-04"]
    poor = {"PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "latin-1", "XDG_CACHE_HOME": str(tmp_path)}
    done = subprocess.run(command, capture_output=True, check=False, env=poor)
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)


def test_it_keeps_nothing_for_a_user_without_a_home(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    assert default_folder() is None


def test_it_does_not_call_all_well_when_nothing_could_be_read(tmp_path: Path) -> None:
    (tmp_path / "mail.docx").write_bytes(b"PK\x03\x04" + bytes(range(256)) * 4)
    done = leopold("scan", tmp_path / "mail.docx", "--ours", "ours.example", store=tmp_path)
    assert "No letter could be read." in done.stdout
    assert "mail.docx" in done.stderr


def test_the_page_names_no_place_of_this_machine(built: Path, tmp_path: Path) -> None:
    (tmp_path / "noise.bin").write_bytes(bytes(range(256)) * 4)
    page = tmp_path / "page.html"
    words = ["scan", str(built / "ru-d-01" / "mail.mbox"), str(tmp_path / "noise.bin"), "--ours", "severgrid.example"]
    assert main([*words, "--no-store", "--html", str(page)]) == 0
    assert str(tmp_path) not in page.read_text()


def test_an_open_alert_shows_what_presses_now(built: Path, tmp_path: Path) -> None:
    home, target = built / "ru-d-01", tmp_path / "scan.json"
    words = ["scan", str(home / "mail.mbox"), "--ours", "severgrid.example", "--as-of", "2026-03-04", "--no-store"]
    assert main([*words, "--json", str(target)]) == 0
    found = json.loads(target.read_text())["relationships"][0]
    strongest = next(reason for reason in found["health"]["moved_by"] if reason["contribution"] > 0)
    done = leopold(*words, "--language", "en", store=tmp_path)
    assert strongest["text"] in done.stdout


def test_it_says_how_many_wait_for_another_day(built: Path, tmp_path: Path) -> None:
    folders = [built / name / "mail.mbox" for name in ("en-d-04", "en-d-07", "en-d-10", "en-d-11")]
    ours = [json.loads((one.parent / "labels.json").read_text())["ours"]["domain"] for one in folders]
    words = ["scan", *folders, "--ours", *ours, "--capacity", "1", "--language", "en"]
    found = json.loads(leopold(*words, "--json", "-", store=tmp_path).stdout)
    assert found["waiting"] == 0
    day = next(one["raised_at"][:10] for each in found["relationships"] for one in each["alerts"])
    told = leopold(*words, "--as-of", day, "--json", "-", store=tmp_path)
    assert ("wait for another day" in told.stderr) == (json.loads(told.stdout)["waiting"] > 0)


def dates(lines: bytes, *words: str, store: Path) -> Done:
    with patch("sys.stdin", io.TextIOWrapper(io.BytesIO(lines))):
        return leopold("dates", *words, store=store)


def test_dates_says_what_is_due_by_each_line(tmp_path: Path) -> None:
    lines = "Пришлю до пятницы.\nВ понедельник был сбой.\n\nВ течение трёх рабочих дней".encode()
    done = dates(lines, "--written", "2026-03-11", "--language", "ru", store=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "2026-03-13\n-\n-\n2026-03-16\n", "")


def test_dates_goes_by_the_calendar_named(tmp_path: Path) -> None:
    words = ("--written", "2026-03-11", "--language", "en")
    assert dates(b"by 3/12", *words, store=tmp_path).stdout == "-\n"
    assert dates(b"by 3/12\r\n", *words, "--calendar", "US", store=tmp_path).stdout == "2026-03-12\n"
    refused = dates(b"by 3/12", *words, "--calendar", "XX", store=tmp_path)
    assert refused.returncode == 2
    assert "ISO 3166" in refused.stderr


def test_dates_writes_spans_as_json(tmp_path: Path) -> None:
    done = dates(b"done by Friday\nnone", "--written", "2026-03-11", "--language", "en", "--json", "-", store=tmp_path)
    due = {"start": 8, "end": 14, "quote": "Friday", "date": "2026-03-13", "precision": "day"}
    assert json.loads(done.stdout) == {"version": 1, "due": [due, None]}


def test_a_scan_lists_promises_with_their_day_and_status(story: list[str], tmp_path: Path) -> None:
    done = leopold("scan", *story, "--json", "-", store=tmp_path)
    promises = [one for found in json.loads(done.stdout)["relationships"] for one in found["commitments"]]
    assert any(one["due"] == "2026-01-16" and "пришлёт до конца недели" in one["quote"] for one in promises)
    assert {one["side"] for one in promises} == {"ours", "theirs"}
    assert {"open", "broken"} <= {one["status"] for one in promises}
    assert all(bool(change["evidence"]) != bool(change["invoice"]) for one in promises for change in one["changes"])


def test_a_scan_counts_working_days_in_the_calendar_named(tmp_path: Path) -> None:
    box = tmp_path / "mail.mbox"
    box.write_text(
        "From a@b Thu Jul  2 03:30:00 2026\nFrom: Ann <ann@ours.example>\nTo: Bob <bob@theirs.example>\n"
        "Subject: Contract\nMessage-ID: <1@ours.example>\nDate: Wed, 1 Jul 2026 23:30:00 -0500\n\n"
        "Hi Bob,\n\nWe will send the maintenance contract within 3 business days.\n\nAnn\n\n"
        "From b@b Thu Jul  2 10:30:00 2026\nFrom: Bob <bob@theirs.example>\nTo: Ann <ann@ours.example>\n"
        "Subject: Re: Contract\nMessage-ID: <2@theirs.example>\nIn-Reply-To: <1@ours.example>\n"
        "Date: Thu, 2 Jul 2026 10:30:00 +0000\n\n"
        "Hi Ann,\n\nYou said we get the maintenance contract on Friday 3 July.\n\nBob\n"
    )
    words = ("scan", box, "--ours", "ours.example", "--language", "en", "--json", "-")
    told = {}
    for calendar in ((), ("--calendar", "US")):
        done = leopold(*words, *calendar, store=tmp_path / "store")
        (found,) = json.loads(done.stdout)["relationships"]
        told[calendar] = [one["due"] for one in found["commitments"]]
        (signal,) = (one for one in found["signals"] if one["kind"] == "conflicting_expectation")
        assert (signal["message_id"], signal["side"]) == ("<2@theirs.example>", "theirs")
        (conflict,) = found["conflicting_expectations"]
        assert conflict["expectation"]["quote"] == signal["quote"]
        jsonschema.validate(json.loads(done.stdout), SCHEMA)
        (reason,) = (one for one in found["health"]["moved_by"] if one["kind"] == "conflicting_expectation")
        assert [piece["message_id"] for piece in reason["evidence"]] == ["<2@theirs.example>", "<1@ours.example>"]
        assert reason["fact"].startswith("Day: 2026-07-0")
    assert told == {(): ["2026-07-06"], ("--calendar", "US"): ["2026-07-07"]}
    assert leopold(*words, "--calendar", "XX", store=tmp_path).returncode == 2
