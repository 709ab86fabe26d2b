"""The whole path, from files to relationships, on the built-in stories."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from math import fsum
from pathlib import Path

import pytest

from leopold import scan
from leopold.errors import SourceError
from leopold.ingest import parse, read_raws
from leopold.model import Message, Refusal
from leopold.scanning import Scan


def labels(story: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((story / "labels.json").read_text())
    return found


def scanned(story: Path, **options: object) -> Scan:
    ledger = [story / "invoices.csv", story / "payments.csv"]
    return scan([story / "mail.mbox"], ledger=ledger, **options)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def stories(built: Path) -> list[tuple[Path, Scan]]:
    """The folder of each story, and what a scan of it finds."""
    return [(story, scanned(story, ours=[labels(story)["ours"]["domain"]])) for story in sorted(built.iterdir())]  # type: ignore[index]


def texts(mailbox: Path) -> dict[str, str]:
    letters = (parse(raw) for raw in read_raws(mailbox) if not isinstance(raw, Refusal))
    return {letter.id: letter.text for letter in letters if isinstance(letter, Message)}


def test_it_finds_the_one_relationship_of_each_story_and_all_its_letters(stories: list[tuple[Path, Scan]]) -> None:
    for story, found in stories:
        label = labels(story)
        assert found.read == len(label["messages"]), story.name  # type: ignore[arg-type]
        assert not found.refusals
        assert not found.ledger_refusals
        assert not found.duplicates
        assert len(found.relationships) == 1, [one.organization for one in found.relationships]
        relationship = found.relationships[0]
        assert label["theirs"]["domain"] in relationship.organization.domains  # type: ignore[index]
        assert len(relationship.letters) == found.read
        sides = {one["message_id"]: one["side"] for one in label["messages"]}  # type: ignore[attr-defined]
        assert {letter.message.id: letter.side for letter in relationship.letters} == sides


def test_every_piece_of_evidence_stands_verbatim_in_its_letter(stories: list[tuple[Path, Scan]]) -> None:
    pieces = 0
    for story, found in stories:
        text = texts(story / "mail.mbox")
        for relationship in found.relationships:
            reasons = [reason for alert in relationship.alerts for reason in alert.reasons]
            reasons += [reason for point in relationship.health for reason in point.reasons]
            signals = [signal for letter in relationship.letters for signal in letter.signals]
            for evidence in [piece for reason in reasons for piece in reason.evidence] + [s.evidence for s in signals]:
                assert text[evidence.message_id][evidence.start : evidence.end] == evidence.quote
                pieces += 1
    assert pieces > 500


def test_health_is_the_exact_sum_of_what_moves_it(stories: list[tuple[Path, Scan]]) -> None:
    for _, found in stories:
        for relationship in found.relationships:
            for point in relationship.health:
                assert point.log_odds == point.base + fsum(reason.contribution for reason in point.reasons)


def test_it_says_on_an_earlier_day_what_it_would_have_said_then(built: Path) -> None:
    story, day = built / "ru-d-01", date(2026, 2, 15)
    whole, earlier = scanned(story, ours=["severgrid.example"]), scanned(story, ours=["severgrid.example"], as_of=day)
    evening = datetime(2026, 2, 16, tzinfo=UTC)
    raised = [alert.raised_at for alert in whole.relationships[0].alerts if alert.raised_at < evening]
    assert [alert.raised_at for alert in earlier.relationships[0].alerts] == raised
    assert all(letter.message.at < evening for letter in earlier.relationships[0].letters if letter.message.at)
    assert earlier.later > 0
    assert earlier.as_of == day


def letter(sender: str, to: str, number: int = 1, year: int = 2026) -> str:
    heads = f"From: {sender}\nTo: {to}\nDate: Mon, 5 Jan {year} 10:{number:02}:00 +0000\nMessage-ID: <{number}@x>"
    return f"{heads}\nSubject: s{number}\n\nHello {number}\n"


def test_it_infers_which_side_is_ours_from_many_counterparties(tmp_path: Path) -> None:
    pairs = [("anna@host.example", f"a@client{n}.example") for n in range(4)]
    pairs += [(f"a@client{n}.example", "boris@host.example") for n in range(4)]
    for n, (sender, to) in enumerate(pairs):
        (tmp_path / f"{n}.eml").write_text(letter(sender, to, n))
    found = scan([tmp_path])
    assert (found.ours, found.inferred) == (("host.example",), True)
    assert len(found.relationships) == 4


def test_it_judges_nobody_when_it_cannot_tell_which_side_is_ours(tmp_path: Path) -> None:
    (tmp_path / "1.eml").write_text(letter("a@one.example", "b@two.example"))
    found = scan([tmp_path])
    assert (found.read, found.ours, found.relationships) == (1, (), ())


def test_an_empty_folder_is_no_error(tmp_path: Path) -> None:
    found = scan([tmp_path], today=date(2026, 3, 1))
    assert (found.read, found.relationships, found.as_of) == (0, (), date(2026, 3, 1))


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="nowhere"):
        scan([tmp_path / "nowhere.mbox"])


def test_letters_from_the_future_do_not_move_the_day(tmp_path: Path) -> None:
    for n, year in enumerate((2025, 2044)):
        (tmp_path / f"{n}.eml").write_text(letter("a@ours.example", "b@theirs.example", n, year))
    found = scan([tmp_path], ours=["ours.example"], today=date(2026, 3, 1))
    assert (found.as_of, found.read, found.later) == (date(2025, 1, 5), 2, 1)


def test_every_letter_is_read_a_duplicate_or_refused(built: Path, tmp_path: Path) -> None:
    mailbox = (built / "en-d-01" / "mail.mbox").read_bytes()
    (tmp_path / "one.mbox").write_bytes(mailbox)
    (tmp_path / "two.mbox").write_bytes(mailbox)
    (tmp_path / "noise.bin").write_bytes(bytes(range(256)) * 10)
    found = scan([tmp_path], ours=["x.example"])
    assert (found.read, found.duplicates, len(found.refusals)) == (found.read, found.read, 1)


def test_different_letters_under_one_message_id_are_all_kept(tmp_path: Path) -> None:
    for n in range(3):
        text = letter("a@theirs.example", "b@ours.example", n).replace(f"<{n}@x>", "<same@x>")
        (tmp_path / f"{n}.eml").write_text(text)
    found = scan([tmp_path], ours=["ours.example"])
    assert (found.read, found.duplicates, len(found.relationships[0].letters)) == (3, 0, 3)
    assert len({one.message.id for one in found.relationships[0].letters}) == 3


def test_a_capacity_leaves_the_rest_waiting_and_a_threshold_raises_less(built: Path) -> None:
    folders = [str(folder / "mail.mbox") for folder in sorted(built.iterdir()) if folder.name.startswith("en")]
    ours = sorted({labels(Path(one).parent)["ours"]["domain"] for one in folders})  # type: ignore[index]
    plain, rationed = scan(folders, ours=ours), scan(folders, ours=ours, capacity=1)
    assert plain.waiting == 0
    days = [alert.raised_at.date() for one in rationed.relationships for alert in one.alerts]
    assert len(days) == len(set(days)) > 3
    names = [sorted(one.organization.name for one in each.relationships) for each in (plain, rationed)]
    assert names[0] == names[1]
    strict = scan(folders, ours=ours, threshold=0.9)
    counts = [sum(len(one.alerts) for one in each.relationships) for each in (strict, plain)]
    assert counts[0] < counts[1]
    with pytest.raises(ValueError, match="capacity"):
        scan(folders, ours=ours, capacity=0)
