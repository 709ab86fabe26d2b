"""Tables whose columns nobody can tell: the import asks, loses nothing meanwhile, and remembers the answer."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.urls import reverse

from leopold.errors import LeopoldError
from leopold_web.inbox import actions, asking, jobs
from leopold_web.inbox.actions import request_daily_analysis, start_import
from leopold_web.inbox.models import Import, JobRun, Source
from leopold_web.receivables.models import Invoice, Payment, TableMapping
from leopold_web.working import import_and_wait, new_worker

from .conftest import Cast
from .test_imports import upload, work

pytestmark = pytest.mark.django_db(transaction=True)

ODD = (
    "Выгрузка из учётной системы;;;;;\r\nза период 01.03.2026 - 31.03.2026;;;;;\r\n;;;;;\r\n"
    "Кому;;Бумага;;Деньги;\r\nимя;код;№ бумаги;от;до;к уплате\r\n"
    "ООО «Север»;7701;Б-{n};02.03.2026;16.03.2026;48 000,00\r\n"
    "ИП Юг;7702;Б-{n}1;03.03.2026;17.03.2026;1 234,50\r\n"
    "ИП Юг;7702;Б-{n}2;33.03.2026;17.03.2026;1 234,50\r\n"
    "Итого;;;;;49 234,50\r\n"
)
MEANT = {
    "column-0": "counterparty",
    "column-1": "tax_id",
    "column-2": "number",
    "column-3": "issued",
    "column-4": "due",
    "column-5": "amount",
    "kind": "invoices",
    "last": "5",
    "depth": "2",
    "currency": "руб",
}


def odd(number: int = 7) -> bytes:
    return ODD.format(n=number).encode("cp1251")


def seen(answer: HttpResponse) -> dict[str, str]:
    """What the page sends back of itself beside what somebody chooses."""
    (found,) = re.findall(r'name="seen" value="([^"]+)"', answer.content.decode())
    return {"seen": found}


def tell(cast: Cast, made: Import, number: int, **other: str) -> HttpResponse:
    where = reverse("import-columns", args=[made.pk, number])
    kind = {name: MEANT[name] for name in ("kind", "last", "depth")}
    # As in a browser: columns are chosen among the meanings of the kind that was chosen before.
    shown = seen(cast.owner.post(where, kind))
    answer: HttpResponse = cast.owner.post(where, {**MEANT, **shown, "do": "keep", **other})
    return answer


@pytest.fixture
def asked(cast: Cast, sample: dict[str, Path]) -> Import:
    """An import of letters, of a table that nobody understands, and of one that everybody does."""
    story = sample["en-d-01"]
    files = {
        "letters": [upload(story / "mail.mbox")],
        "ledger": [SimpleUploadedFile("odd.csv", odd()), upload(story / "invoices.csv")],
    }
    cast.owner.post(reverse("import-new"), files)
    work()
    return Import.objects.get()


def test_it_asks_and_loses_nothing_meanwhile(cast: Cast, asked: Import) -> None:
    assert (asked.state, asked.read, asked.ledger_read, asked.finished_at) == ("asking", 21, 4, None)
    assert [source.name for source in asked.sources.filter(asks=True)] == ["odd.csv"]
    page = cast.owner.get(reverse("import", args=[asked.pk])).content.decode()
    assert reverse("import-columns", args=[asked.pk, 1]) in page
    assert "every 1s" not in page
    russian = cast.owner.get(reverse("import", args=[asked.pk]), headers={"accept-language": "ru"}).content.decode()
    assert "что значат его столбцы" in russian
    assert "Waits for you" in cast.owner.get(reverse("imports")).content.decode()
    assert jobs.tick() == 0


def test_the_page_guesses_and_shows_how_rows_are_read(cast: Cast, asked: Import) -> None:
    where = reverse("import-columns", args=[asked.pk, 1])
    assert "Day" in cast.owner.get(where).content.decode()
    first = cast.owner.post(where, {"kind": "invoices", "last": "5", "depth": "2"})
    page = first.content.decode()
    assert "Бумага № бумаги" in page
    assert "ООО «Север» · ИП Юг" in page
    assert "Say which column is: Invoice number" in page
    answer = cast.owner.post(where, {**MEANT, **seen(first)}, headers={"HX-Request": "true"})
    fragment = answer.content.decode()
    assert fragment.startswith('<form id="columns"')
    assert "48,000" in fragment
    assert "row 8, column Бумага от: &#x27;33.03.2026&#x27;" in fragment
    assert "1 of these rows would be refused" in fragment
    assert "passed over" in fragment
    russian = cast.owner.post(where, {**MEANT, **seen(first)}, headers={"accept-language": "ru"}).content.decode()
    assert "строка 8, столбец Бумага от" in russian
    assert "1 из этих строк не будет прочитана" in russian
    assert not TableMapping.objects.exists()


def test_what_is_said_goes_on_and_is_used_silently_the_next_time(cast: Cast, asked: Import, tmp_path: Path) -> None:
    assert tell(cast, asked, 1)["Location"] == reverse("import", args=[asked.pk])
    assert tell_again_changes_nothing(cast, asked)
    work()
    asked.refresh_from_db()
    assert (asked.state, asked.ledger_read, asked.ledger_refused) == ("done", 6, 1)
    assert Invoice.objects.get(number="Б-7").tax_id == "7701"
    assert Invoice.objects.get(number="Б-7").relationship is not None
    (tmp_path / "next.csv").write_bytes(odd(8).replace(b";", b" ;"))
    made = start_import(cast.workspace, [], [tmp_path / "next.csv"])
    work()
    made.refresh_from_db()
    assert (made.state, made.ledger_read) == ("done", 2)
    assert TableMapping.objects.get().used_at is not None
    listed = cast.owner.get(reverse("mappings")).content.decode()
    assert "odd.csv" in listed
    assert "Деньги к уплате" in listed


def tell_again_changes_nothing(cast: Cast, made: Import) -> bool:
    source = made.sources.get(number=1)
    where = reverse("import-columns", args=[made.pk, 1])
    answer = cast.owner.post(where, {**MEANT, "seen": "0:4:5", "do": "keep"})
    return (
        answer.status_code == 302 and not asking.leave_out(source) and JobRun.objects.filter(work="import").count() == 2
    )


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"column-2": ""}, "Say which column is: Invoice number."),
        ({"column-1": "number"}, "Two columns are to be: Invoice number."),
        ({"currency": "a lot"}, "a lot: "),
        ({"seen": "0:1:1"}, "Say which column is"),
    ],
)
def test_half_an_answer_is_not_kept(cast: Cast, asked: Import, other: dict[str, str], said: str) -> None:
    answer = tell(cast, asked, 1, **other)
    assert (answer.status_code, said in answer.content.decode()) == (422, True)
    assert not TableMapping.objects.exists()
    assert Source.objects.get(number=1, belongs_to=asked).asks


@pytest.mark.parametrize(
    "wrong", [{"last": "x"}, {"last": "99999"}, {"depth": "9"}, {"kind": "cats"}, {"column-0": "<b>"}, {"order": "\0"}]
)
def test_nonsense_is_answered_by_a_page(cast: Cast, asked: Import, wrong: dict[str, str]) -> None:
    where = reverse("import-columns", args=[asked.pk, 1])
    assert cast.owner.post(where, {**MEANT, **wrong}).status_code == 200
    assert cast.guest.post(where, MEANT).status_code == 404


def test_a_table_may_be_left_out(cast: Cast, asked: Import) -> None:
    cast.owner.post(reverse("import-leave-out", args=[asked.pk, 1]))
    work()
    asked.refresh_from_db()
    assert (asked.state, asked.ledger_refused) == ("done", 1)
    assert "nobody said what its columns mean" in cast.owner.get(reverse("import", args=[asked.pk])).content.decode()


def test_it_is_read_when_the_answer_comes_while_others_are_analysed(
    cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "odd.csv").write_bytes(odd())
    made = start_import(cast.workspace, [], [tmp_path / "odd.csv"])
    meant, said = actions.analyse_workspace, []

    def slow(*arguments: object) -> int:
        if not said:
            said.append(tell(cast, made, 0).status_code)
        return meant(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(actions, "analyse_workspace", slow)
    work()
    made.refresh_from_db()
    assert (said, made.state, made.ledger_read) == ([302], "done", 2)
    assert JobRun.objects.filter(work="import").count() == 1


def test_a_table_whose_every_row_is_refused_is_asked_about(cast: Cast, tmp_path: Path) -> None:
    rows = "Дата;Сумма;Назначение\r\n02.03.2026;1 000,00;аренда\r\n03.03.2026;500,50;свет\r\n"
    (tmp_path / "bank.csv").write_bytes(rows.encode("cp1251"))
    made = start_import(cast.workspace, [], [tmp_path / "bank.csv"])
    work()
    where = reverse("import-columns", args=[made.pk, 0])
    page = cast.owner.get(where)
    assert "has no currency" in page.content.decode()
    given = {"kind": "payments", "last": "1", "depth": "1", "currency": "RUB", **seen(page)}
    given |= {"column-0": "at", "column-1": "amount", "column-2": "purpose", "do": "keep"}
    assert cast.owner.post(where, given).status_code == 302
    work()
    assert sorted(Payment.objects.values_list("purpose", flat=True)) == ["аренда", "свет"]


def test_somebody_may_ask_to_be_asked(cast: Cast, sample: dict[str, Path]) -> None:
    files = {"ledger": [upload(sample["en-d-01"] / "invoices.csv")], "ask_first": "on"}
    cast.owner.post(reverse("import-new"), files)
    work()
    made = Import.objects.get()
    assert (made.state, made.ledger_read) == ("asking", 0)
    page = cast.owner.get(reverse("import-columns", args=[made.pk, 0]))
    assert "notice error" not in page.content.decode()


def test_what_was_said_is_changed_and_forgotten(cast: Cast, asked: Import, tmp_path: Path) -> None:
    tell(cast, asked, 1)
    work()
    row = TableMapping.objects.get()
    where = reverse("mapping", args=[row.pk])
    page = cast.owner.get(where)
    assert "48,000" in page.content.decode()
    changed = {**MEANT, **seen(page), "currency": "KZT", "column-1": "", "do": "keep"}
    assert cast.owner.post(where, {**changed, "column-5": ""}).status_code == 422
    assert cast.owner.post(where, changed)["Location"] == reverse("mappings")
    (tmp_path / "next.csv").write_bytes(odd(8))
    start_import(cast.workspace, [], [tmp_path / "next.csv"])
    work()
    assert (Invoice.objects.get(number="Б-8").currency, Invoice.objects.get(number="Б-8").tax_id) == ("KZT", "")
    assert cast.guest.post(reverse("mapping-forget", args=[row.pk])).status_code == 404
    cast.owner.post(reverse("mapping-forget", args=[row.pk]))
    (tmp_path / "last.csv").write_bytes(odd(9))
    made = start_import(cast.workspace, [], [tmp_path / "last.csv"])
    work()
    made.refresh_from_db()
    assert made.state == "asking"


def test_a_desk_that_waits_for_a_person_is_analysed_every_day(cast: Cast, asked: Import) -> None:
    cast.workspace.analysed_on = None
    cast.workspace.save()
    request_daily_analysis()
    assert JobRun.objects.filter(work="analyse").exists()


def test_the_command_says_that_it_waits(
    cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sample: dict[str, Path]
) -> None:
    (tmp_path / "odd.csv").write_bytes(odd())
    monkeypatch.setattr("leopold_web.working.Worker.configure_signals", lambda self: None)
    monkeypatch.setattr("leopold_web.working.follow", lambda pk: None)
    with pytest.raises(LeopoldError, match="what its columns mean is asked"):
        import_and_wait([], [tmp_path / "odd.csv"], [])
    assert Import.objects.get().state == "asking"


def test_a_table_that_is_gone_can_only_be_left_out(cast: Cast, tmp_path: Path) -> None:
    (tmp_path / "odd.csv").write_bytes(odd())
    made = start_import(cast.workspace, [], [tmp_path / "odd.csv"])
    work()
    (tmp_path / "odd.csv").unlink()
    where = reverse("import-columns", args=[made.pk, 0])
    assert cast.owner.get(where)["Location"] == reverse("import", args=[made.pk])
    cast.owner.post(reverse("import-leave-out", args=[made.pk, 0]))
    new_worker(batch=True).run()
    made.refresh_from_db()
    assert made.state == "done"


def test_an_import_that_is_killed_after_the_answer_goes_on(
    cast: Cast, asked: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    from leopold_web.inbox import reading

    tell(cast, asked, 1)
    meant, killed = reading.keep_entries, []

    def dies(*arguments: object, **named: object) -> object:
        taken = meant(*arguments, **named)  # type: ignore[arg-type]
        if not killed:
            killed.append(taken)
            raise KeyboardInterrupt
        return taken

    monkeypatch.setattr(reading, "keep_entries", dies)
    job = JobRun.objects.get(key=f"import:{asked.pk}:{asked.sources.get(number=1).pk}")
    with pytest.raises(KeyboardInterrupt):
        jobs.run(job.pk)
    assert Invoice.objects.filter(number__startswith="Б").count() == 0
    jobs.run(job.pk)
    asked.refresh_from_db()
    assert (asked.state, asked.ledger_read, asked.ledger_refused) == ("done", 6, 1)
