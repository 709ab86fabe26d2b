"""Imports: from files that somebody uploads to relationships, by the worker that does it in earnest."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from leopold.errors import SourceError
from leopold_web.inbox.actions import start_import
from leopold_web.inbox.models import Import, JobRun, RawLetter
from leopold_web.receivables.models import Invoice, Payment
from leopold_web.relationships.models import Alert, HealthPoint, Message, Relationship, Signal
from leopold_web.working import new_worker

from .conftest import Cast

# The worker looks after its connections as if the thread were its own, which no open transaction would survive.
pytestmark = pytest.mark.django_db(transaction=True)

NO_LETTER = b"this is no letter at all, only a note\n"


def work() -> None:
    """Let the real worker do all that is queued."""
    new_worker(batch=True).run()


def upload(path: Path) -> SimpleUploadedFile:
    return SimpleUploadedFile(path.name, path.read_bytes())


def found(cast: Cast) -> dict[str, list[Any]]:
    """Return all that was made of the letters and ledgers of a workspace, as plain values."""
    of = {"relationship__workspace": cast.workspace}
    return {
        "letters": list(RawLetter.objects.values_list("digest", "kept_id", "copy_of")),
        "messages": list(Message.objects.filter(**of).values_list("pk", "own_id", "conversation", "sender", "text")),
        "signals": list(Signal.objects.values_list("message", "kind", "start", "end", "quote")),
        "health": list(HealthPoint.objects.filter(**of).values_list("relationship", "at", "log_odds")),
        "alerts": list(Alert.objects.filter(**of).values_list("pk", "raised_at", "closed_at", "next_step")),
        "relationships": list(Relationship.objects.values_list("pk", "organization__name", "state", "letters")),
        "invoices": list(Invoice.objects.values_list("pk", "number", "relationship", "settled")),
        "payments": list(Payment.objects.values_list("pk", "invoice", "amount", "relationship")),
    }


@pytest.fixture
def story(sample: dict[str, Path]) -> Path:
    """A story in which a client stops paying, and says why."""
    return sample["en-d-01"]


def test_it_takes_uploaded_files_all_the_way(cast: Cast, story: Path) -> None:
    files = {
        "letters": [upload(story / "mail.mbox")],
        "ledger": [upload(story / "invoices.csv"), upload(story / "payments.csv")],
    }
    answer = cast.owner.post(reverse("import-new"), files)
    made = Import.objects.get()
    assert answer["Location"] == reverse("import", args=[made.pk])
    assert made.percent == 0

    work()

    made.refresh_from_db()
    assert (made.state, made.error, made.percent) == ("done", "", 100)
    assert (made.read, made.duplicates, made.refused) == (21, 0, 0)
    assert (made.ledger_read, made.ledger_repeated) == (4 + Payment.objects.count(), 0)
    relationship = Relationship.objects.get()
    assert (relationship.organization.name, relationship.letters) == ("Tolliver Kitchens Ltd", 21)
    assert relationship.health is not None
    assert Invoice.objects.filter(relationship=relationship).count() == 4
    assert cast.owner.get(reverse("relationship", args=[relationship.pk])).status_code == 200
    for conversation in relationship.conversations.all():
        assert cast.colleague.get(reverse("conversation", args=[conversation.pk])).status_code == 200
    assert cast.guest.get(reverse("relationship", args=[relationship.pk])).status_code == 404


def test_it_keeps_every_quote_verbatim(cast: Cast, sample: dict[str, Path]) -> None:
    start_import(cast.workspace, [sample["en-d-01"] / "mail.mbox"])
    work()
    texts = dict(Message.objects.values_list("own_id", "text"))
    pieces = [
        (piece["message_id"], piece["start"], piece["end"], piece["quote"])
        for rows in (Relationship.objects.all(), Alert.objects.all(), HealthPoint.objects.all())
        for row in rows
        for reason in row.reasons
        for piece in reason["evidence"]
    ]
    pieces += list(Signal.objects.values_list("message__own_id", "start", "end", "quote"))
    assert pieces
    assert all(texts[own_id][start:end] == quote for own_id, start, end, quote in pieces)


def test_it_takes_the_same_files_twice_and_nothing_changes(cast: Cast, story: Path) -> None:
    ledger = [story / "invoices.csv", story / "payments.csv"]
    start_import(cast.workspace, [story / "mail.mbox"], ledger)
    work()
    before = found(cast)
    again = start_import(cast.workspace, [story / "mail.mbox"], ledger)
    work()
    again.refresh_from_db()
    assert (again.state, again.read, again.duplicates) == ("done", 0, 21)
    assert (again.ledger_read, again.ledger_repeated) == (0, 4 + Payment.objects.count())
    assert found(cast) == before


def test_it_keeps_the_numbers_of_pages_when_more_letters_come(cast: Cast, story: Path, tmp_path: Path) -> None:
    whole = (story / "mail.mbox").read_bytes()
    half = whole[: whole.index(b"\nFrom sample", len(whole) // 2) + 1]
    (tmp_path / "half.mbox").write_bytes(half)
    start_import(cast.workspace, [tmp_path / "half.mbox"])
    work()
    early = {row[1]: row[:1] + row[2:] for row in found(cast)["messages"]}
    start_import(cast.workspace, [story / "mail.mbox"])
    work()
    late = {row[1]: row[:1] + row[2:] for row in found(cast)["messages"]}
    assert 0 < len(early) < len(late) == 21
    assert early == {own_id: late[own_id] for own_id in early}


def test_it_shows_what_it_refused_and_why(cast: Cast, story: Path) -> None:
    files = [upload(story / "mail.mbox"), SimpleUploadedFile("note.txt", NO_LETTER)]
    cast.owner.post(reverse("import-new"), {"letters": files})
    work()
    made = Import.objects.get()
    refusal = made.refusals.get()
    assert (made.state, made.read, made.refused) == ("done", 21, 1)
    assert refusal.source == "note.txt"
    page = cast.owner.get(reverse("import", args=[made.pk])).content.decode()
    assert "note.txt" in page
    assert str(made.today) not in refusal.reason
    assert "uploads" not in page


def test_it_throws_uploads_away_when_they_are_in(cast: Cast, story: Path, settings: LazySettings) -> None:
    cast.owner.post(reverse("import-new"), {"letters": [upload(story / "mail.mbox")]})
    assert list(Path(settings.LEOPOLD_DATA).rglob("mail.mbox"))
    work()
    assert not list(Path(settings.LEOPOLD_DATA).rglob("mail.mbox"))


def test_it_counts_copies_across_chunks_and_imports(
    cast: Cast, story: Path, tmp_path: Path, settings: LazySettings
) -> None:
    settings.LEOPOLD_CHUNK = 4
    whole = (story / "mail.mbox").read_bytes()
    touched = whole.replace(b"Content-Transfer-Encoding", b"X-Gateway: one\nContent-Transfer-Encoding")
    (tmp_path / "copies.mbox").write_bytes(touched)
    made = start_import(cast.workspace, [story / "mail.mbox", tmp_path / "copies.mbox"])
    work()
    made.refresh_from_db()
    assert (made.read, made.duplicates, made.refused) == (21, 21, 0)
    assert RawLetter.objects.filter(copy_of=None).count() == 21
    assert RawLetter.objects.exclude(copy_of=None).count() == 21
    assert Message.objects.count() == 21


def test_it_knows_near_copies_of_letters_that_share_an_id(cast: Cast, tmp_path: Path, settings: LazySettings) -> None:
    head = (
        "From: me@fern.example\nTo: you@alder.example\nMessage-ID: <1@fern.example>\nDate: {}\nSubject: Hello\n\n{}\n"
    )
    march, april = "Mon, 2 Mar 2026 10:00:00 +0000", "Thu, 2 Apr 2026 10:00:00 +0000"
    first = "The first letter of two, about the garden and its walls."
    second = "Another letter under the same id, about the roof alone, and what it will cost."
    letters = [(march, first), (april, second), (april, second + "\n-- \nlist footer"), (march, first + "\nfooter")]
    for chunk, paths in ((500, "abcd"), (1, "efgh")):
        settings.LEOPOLD_CHUNK = chunk
        for name, letter in zip(paths, letters, strict=True):
            (tmp_path / f"{name}.eml").write_text(head.format(*letter))
        made = start_import(cast.workspace, [tmp_path / f"{name}.eml" for name in paths])
        work()
        made.refresh_from_db()
        assert (made.read, made.duplicates) == (2, 2)
        RawLetter.objects.all().delete()


def test_it_finds_our_side_in_the_letters(cast: Cast, tmp_path: Path) -> None:
    cast.workspace.own_domains = []
    cast.workspace.save()
    letter = "From: me@fern.example\nTo: you@{0}.example\nMessage-ID: <{0}@fern.example>\nSubject: Hello\n"
    for name in ("alder", "birch", "cedar", "dogwood"):
        day = "Date: Mon, 2 Mar 2026 10:00:00 +0000\n\nHow are you?\n"
        (tmp_path / f"{name}.eml").write_text(letter.format(name) + day.replace("you", name))
    start_import(cast.workspace, [tmp_path / f"{name}.eml" for name in ("alder", "birch", "cedar", "dogwood")])
    work()
    cast.workspace.refresh_from_db()
    assert cast.workspace.own_domains == ["fern.example"], Import.objects.get().error
    assert Relationship.objects.count() == 4


def test_it_asks_for_our_side_where_the_letters_do_not_tell(cast: Cast, story: Path) -> None:
    cast.workspace.own_domains = []
    cast.workspace.save()
    made = start_import(cast.workspace, [story / "mail.mbox"])
    work()
    made.refresh_from_db()
    assert (made.state, made.read) == ("failed", 21)
    assert "name your mail domains" in made.error
    cast.owner.post(
        reverse("import-new"), {"letters": [upload(story / "mail.mbox")], "own_domains": "fernhillstudio.example"}
    )
    work()
    assert Relationship.objects.get().letters == 21


def test_it_says_why_an_import_came_to_nothing(cast: Cast, story: Path, tmp_path: Path) -> None:
    lost = tmp_path / "mail.mbox"
    lost.write_bytes((story / "mail.mbox").read_bytes())
    made = start_import(cast.workspace, [lost])
    lost.unlink()
    work()
    made.refresh_from_db()
    assert made.state == "failed"
    assert "mail.mbox does not exist" in made.error
    assert "mail.mbox does not exist" in cast.owner.get(reverse("import", args=[made.pk])).content.decode()
    assert JobRun.objects.get().state == "failed"


def test_a_russian_reader_sees_in_russian_what_was_refused_and_why(cast: Cast, tmp_path: Path) -> None:
    rows = "number,counterparty,issued,due,amount\n1,Fern,2026-03-02,2026-03-16,1.234\n"
    rows += "2,Fern,2026-03-02,2026-03-16,5 EUR\n"
    files = {
        "letters": [SimpleUploadedFile("note.txt", NO_LETTER)],
        "ledger": [
            SimpleUploadedFile("invoices.csv", rows.encode()),
            SimpleUploadedFile("goods.csv", b"colour\nred\n"),
        ],
    }
    cast.owner.post(reverse("import-new"), files)
    work()
    made = Import.objects.get()
    assert (made.state, made.refused, made.ledger_refused) == ("failed", 1, 1)
    pages = {
        language: cast.owner.get(reverse("import", args=[made.pk]), headers={"accept-language": language})
        for language in ("en", "ru")
    }
    for language, said in {
        "en": (
            "export the letters as mbox",
            "row 2, column amount: ",
            "goods.csv has columns that do not make a ledger",
        ),
        "ru": ("выгрузите письма в mbox", "строка 2, столбец amount: ", "goods.csv: по столбцам это не счета"),
    }.items():
        page = pages[language].content.decode()
        assert all(words in page for words in said), page
        assert "uploads" not in page


def test_it_refuses_a_path_that_is_not_there(cast: Cast, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="nowhere does not exist"):
        start_import(cast.workspace, [tmp_path / "nowhere"])
    assert not Import.objects.exists()


def test_it_asks_for_a_file(cast: Cast) -> None:
    assert cast.owner.post(reverse("import-new"), {}).status_code == 422
    assert not Import.objects.exists()


def test_it_stores_what_no_database_keeps(cast: Cast, tmp_path: Path) -> None:
    odd = (
        b"From: =?utf-8?q?A=00nna?= <anna@odd.example>\nTo: us@fernhillstudio.example\nMessage-ID: <1@odd.example>\n"
        b"Date: Mon, 2 Mar 2026 10:00:00 +0000\nSubject: =?utf-8?q?nul=00?=\nContent-Type: text/plain; charset=utf-8\n"
        b"\nThank you so much\x00 for \xed\xa0\x80 your help.\n"
    )
    (tmp_path / "odd.eml").write_bytes(odd)
    made = start_import(cast.workspace, [tmp_path / "odd.eml"])
    work()
    made.refresh_from_db()
    assert (made.state, made.error, made.read) == ("done", "", 1)
    for signal in Signal.objects.select_related("message"):
        assert signal.message.text[signal.start : signal.end] == signal.quote


def test_it_corrects_an_invoice_and_counts_equal_payments(cast: Cast, tmp_path: Path) -> None:
    columns = "number,counterparty,issued,due,amount,currency,disputed\n"
    (tmp_path / "one.csv").write_text(columns + "7,Tolliver,2026-01-01,2026-01-31,100.00,EUR,0\n")
    (tmp_path / "two.csv").write_text(columns + "7,Tolliver,2026-01-01,2026-01-31,120.00,EUR,1\n")
    (tmp_path / "paid.csv").write_text("invoice,date,amount,currency\n" + "7,2026-02-01,10.00,EUR\n" * 2)
    for name in ("one.csv", "paid.csv", "two.csv", "paid.csv"):
        start_import(cast.workspace, [], [tmp_path / name])
        work()
    invoice = Invoice.objects.get()
    assert (str(invoice.amount.normalize()), invoice.disputed) == ("1.2E+2", True)
    assert Payment.objects.count() == 2


@pytest.mark.parametrize("jobs", [1, 3])
def test_it_does_a_job_once_however_often_it_is_queued(cast: Cast, story: Path, jobs: int) -> None:
    from leopold_web.inbox import jobs as queue

    made = start_import(cast.workspace, [story / "mail.mbox"])
    for _ in range(jobs):
        queue.request(f"import:{made.pk}", "import", made.pk)
    work()
    made.refresh_from_db()
    assert (made.read, JobRun.objects.get().attempts) == (21, 1)
