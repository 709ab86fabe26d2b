"""Imports that go wrong: odd files, faults nobody foresaw, letters that do not tell whose they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from leopold.errors import LeopoldError
from leopold_web.inbox import actions
from leopold_web.inbox.models import Import, JobRun
from leopold_web.working import import_and_wait, new_worker

from .conftest import Cast

pytestmark = pytest.mark.django_db(transaction=True)

LETTER = (
    b"From: ann@client.example\nTo: jo@fernhillstudio.example\nSubject: s\nDate: Fri, 2 Jan 2026 10:00:00 +0000\n\nhi\n"
)


def upload(name: str, data: bytes = LETTER) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


@pytest.mark.parametrize("name", ["!!!", "...", "письмо №1.eml", "x" * 400])
def test_it_takes_a_file_whatever_it_is_called(cast: Cast, name: str) -> None:
    assert cast.owner.post(reverse("import-new"), {"letters": upload(name)}).status_code == 302
    new_worker(batch=True).run()
    made = Import.objects.get()
    assert (made.state, made.read) == (Import.State.DONE, 1)


def test_it_says_in_both_languages_what_is_wrong_with_too_many_files(cast: Cast, settings: LazySettings) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2
    answer = cast.owner.post(reverse("import-new"), {"letters": [upload(f"{number}.eml") for number in range(3)]})
    assert answer.status_code == 400
    assert "archive" in answer.content.decode()
    assert "архив" in answer.content.decode()


def test_it_keeps_no_uploads_of_what_failed(cast: Cast, settings: LazySettings) -> None:
    cast.workspace.own_domains = []
    cast.workspace.save()
    cast.owner.post(reverse("import-new"), {"letters": upload("one.eml")})
    new_worker(batch=True).run()
    assert Import.objects.get().state == Import.State.FAILED
    assert not [path for path in Path(settings.LEOPOLD_DATA).rglob("*") if path.is_file()]


def test_it_does_not_try_a_failed_analysis_again_and_again(cast: Cast) -> None:
    cast.workspace.own_domains = []
    cast.workspace.save()
    cast.owner.post(reverse("import-new"), {"letters": upload("one.eml")})
    for _ in range(3):
        new_worker(batch=True).run()
        actions.request_daily_analysis()
    assert JobRun.objects.get(work="analyse").state == JobRun.State.FAILED
    assert DBTaskResult.objects.count() == 2


def test_it_gives_up_in_the_end_when_the_command_meets_a_fault(
    cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("nobody foresaw this")

    (tmp_path / "one.eml").write_bytes(LETTER)
    monkeypatch.setattr(actions, "analyse_workspace", broken)
    monkeypatch.setattr("leopold_web.working.Worker.configure_signals", lambda self: None)
    # The database in memory that tests share cannot be looked at by a second thread meanwhile.
    monkeypatch.setattr("leopold_web.working.follow", lambda pk: None)
    with pytest.raises(LeopoldError, match="nobody foresaw this"):
        import_and_wait([tmp_path / "one.eml"], [], [])
    assert Import.objects.get().state == Import.State.FAILED


def test_it_takes_a_ledger_of_impossible_sums_and_endless_names(cast: Cast) -> None:
    rows = ["number,counterparty,issued,due,amount,currency"]
    rows += [f"A{n},client.example,2026-01-01,2026-01-10,{amount},EUR" for n, amount in enumerate(["9" * 24, "5.00"])]
    rows += [f"{'N' * 300},{'c' * 400},2026-01-01,2026-01-10,5.00,EUR"]
    cast.owner.post(reverse("import-new"), {"ledger": upload("ledger.csv", "\n".join(rows).encode())})
    new_worker(batch=True).run()
    made = Import.objects.get()
    assert (made.state, made.ledger_read, made.ledger_refused) == (Import.State.DONE, 2, 1), made.error
    assert cast.workspace.invoices.count() == 2


def test_it_does_not_take_all_of_free_mail_for_ours(cast: Cast) -> None:
    given = {"letters": upload("one.eml"), "own_domains": "anna@gmail.com, jo@Fernhill.example"}
    cast.owner.post(reverse("import-new"), given)
    cast.workspace.refresh_from_db()
    assert cast.workspace.own_domains == ["anna@gmail.com", "fernhill.example"]
