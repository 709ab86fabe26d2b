"""Ledgers in the desk: every detail kept, nothing twice, exact to the last digit, and what does not add up is said."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import transaction
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leopold import model
from leopold.ledger import read_entries
from leopold_web.accounts.models import Workspace
from leopold_web.inbox.actions import start_import
from leopold_web.receivables.actions import invoice_of, payment_of
from leopold_web.receivables.models import Invoice, Payment, Statement
from leopold_web.receivables.taking import keep_entries
from leopold_web.working import new_worker

from .conftest import Cast

DAY = date(2026, 3, 2)
MT940 = """:20:1
:25:DE1/1
:28C:1/1
:60F:C260302EUR100,00
:61:2603020302C50,00NTRFR17
:86:Invoice 17
:61:2603030303C50,00NTRFR18
:86:Invoice 18
:62F:C260303EUR{closing}
"""


def invoices_of(workspace: Workspace) -> list[model.Invoice]:
    return [invoice_of(row) for row in workspace.invoices.order_by("pk")]


def payments_of(workspace: Workspace) -> list[model.Payment]:
    return [payment_of(row) for row in workspace.payments.order_by("pk")]


def paid(amount: str = "100.00", **more: str) -> model.Payment:
    return model.Payment("", DAY, Decimal(amount), "EUR", "Nord", **more)  # type: ignore[arg-type]


def bill(number: str = "7", amount: str = "100", after: int = 0, **more: object) -> model.Invoice:
    issued = DAY + timedelta(after)
    return model.Invoice(number, "Nord", issued, issued + timedelta(14), Decimal(amount), "EUR", **more)  # type: ignore[arg-type]


def keep(
    workspace: Workspace, *files: Sequence[model.Invoice | model.Payment | model.Balance]
) -> list[tuple[int, int]]:
    with transaction.atomic():
        return [(taken.read, taken.repeated) for taken in (keep_entries(workspace, file) for file in files)]


def test_every_detail_is_kept(cast: Cast) -> None:
    payment = paid(purpose="Invoice 7", reference="R1", account="DE1", payer_account="DE2", tax_id="7701")
    invoice = bill(tax_id="7701", reference="RF7", credits="6", seller="Fernhill", disputed=True, paid=DAY)
    keep(cast.workspace, [payment, invoice])
    assert payments_of(cast.workspace) == [payment]
    assert invoices_of(cast.workspace) == [invoice]


def test_statements_may_overlap_and_come_in_any_order(cast: Cast) -> None:
    a, b, c = (paid(reference=name, account="DE1") for name in "abc")
    alike = paid(purpose="cash", account="DE1")
    assert keep(cast.workspace, [b, c, alike, alike], [a, b, alike], [a, b]) == [(4, 0), (1, 2), (0, 2)]
    assert sorted(map(repr, payments_of(cast.workspace))) == sorted(map(repr, [a, b, c, alike, alike]))


def test_a_payment_of_before_is_filled_and_not_doubled(cast: Cast) -> None:
    for occurrence in range(2):
        Payment.objects.create(
            workspace=cast.workspace,
            at=DAY,
            amount=100,
            currency="EUR",
            counterparty="Nord",
            occurrence=occurrence,
        )
    fill = importlib.import_module("leopold_web.receivables.migrations.0003_taking").fill
    fill(apps, SimpleNamespace())
    assert keep(cast.workspace, [paid()] * 2) == [(0, 2)]
    pks = set(Payment.objects.values_list("pk", flat=True))
    detailed = [paid(reference=name, purpose="Invoice 7") for name in "ab"]
    assert keep(cast.workspace, detailed, detailed) == [(2, 0), (0, 2)]
    assert set(Payment.objects.values_list("pk", flat=True)) == pks
    assert sorted(each.reference for each in payments_of(cast.workspace)) == ["a", "b"]
    assert keep(cast.workspace, [paid(reference="c")]) == [(1, 0)]
    assert Payment.objects.count() == 3


def test_payments_of_before_that_are_more_than_a_file_has_stay(cast: Cast) -> None:
    Payment.objects.create(workspace=cast.workspace, at=DAY, amount=100, currency="EUR", counterparty="Nord")
    importlib.import_module("leopold_web.receivables.migrations.0003_taking").fill(apps, SimpleNamespace())
    assert keep(cast.workspace, [paid(), paid()]) == [(1, 1)]
    assert Payment.objects.count() == 2


def test_an_invoice_is_corrected_but_last_years_number_is_another(cast: Cast) -> None:
    old = bill(after=-365)
    assert keep(cast.workspace, [old], [bill()], [bill(amount="120", after=1)]) == [(1, 0), (1, 0), (1, 0)]
    assert invoices_of(cast.workspace) == [old, bill(amount="120", after=1)]
    assert keep(cast.workspace, [bill(amount="120", after=1)], [bill("8"), bill("8", "50")]) == [(0, 1), (2, 0)]
    assert keep(cast.workspace, [bill("8", "50"), bill("8")]) == [(0, 2)]
    assert Invoice.objects.count() == 4


def test_a_document_unsays_neither_payment_nor_dispute(cast: Cast) -> None:
    keep(cast.workspace, [bill(paid=DAY, disputed=True, tax_id="7701")])
    with transaction.atomic():
        keep_entries(cast.workspace, [bill(seller="Fernhill")], states=())
    assert invoices_of(cast.workspace) == [bill(paid=DAY, disputed=True, tax_id="7701", seller="Fernhill")]
    keep(cast.workspace, [bill()])
    assert invoices_of(cast.workspace) == [bill(tax_id="7701", seller="Fernhill")]


def test_an_amount_that_no_database_keeps_exactly_is_refused(cast: Cast) -> None:
    with transaction.atomic():
        taken = keep_entries(cast.workspace, [paid("1.00001"), paid("123456789012345.5"), paid("1.0001"), paid("1E+9")])
    assert [fault.values["amount"] for fault in taken.refused] == ["1.00001", "123456789012345.5"]
    assert sorted(each.amount for each in payments_of(cast.workspace)) == [Decimal("1.0001"), Decimal(1000000000)]


AMOUNTS = st.decimals(min_value="-99999999", max_value="99999999", places=2).filter(bool)


def test_what_is_kept_comes_to_the_stated_balance_to_the_last_cent(cast: Cast, tmp_path: Path) -> None:
    @settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.lists(AMOUNTS, min_size=1, max_size=12), AMOUNTS, st.integers(0, 11))
    def check(amounts: list[Decimal], opening: Decimal, cut: int) -> None:
        lines, running = ["date;amount;balance;purpose"], opening
        for amount in amounts:
            running += amount
            lines.append(f"2026-03-02;{amount} EUR;{running};rent")
        path = tmp_path / "statement.csv"
        path.write_text("\n".join(lines))
        with transaction.atomic():
            point = transaction.savepoint()
            entries = [each for each in read_entries(path) if not isinstance(each, model.Doubt | model.Refusal)]
            keep_entries(cast.workspace, entries[cut:])
            keep_entries(cast.workspace, entries)
            keep_entries(cast.workspace, entries[:cut])
            statement = Statement.objects.latest("pk")
            total = sum((each.amount for each in payments_of(cast.workspace)), Decimal(0))
            assert statement.opening is not None
            assert statement.difference == 0
            assert statement.opening + total == statement.closing
            transaction.savepoint_rollback(point)

    check()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("closing", "missing"), [("200,00", None), ("210,00", "10")])
def test_an_import_shows_where_a_balance_does_not_reconcile(
    cast: Cast, tmp_path: Path, closing: str, missing: str | None
) -> None:
    (tmp_path / "statement.sta").write_text(MT940.format(closing=closing))
    made = start_import(cast.workspace, [], [tmp_path / "statement.sta"])
    again = start_import(cast.workspace, [], [tmp_path / "statement.sta"])
    new_worker(batch=True).run()
    for one in (made, again):
        pages = {
            language: cast.owner.get(
                reverse("import", args=[one.pk]), headers={"accept-language": language}
            ).content.decode()
            for language in ("en", "ru")
        }
        assert ("reconciles" in pages["en"]) is (missing is None)
        assert ("is missing" in pages["en"]) is (missing is not None)
        assert ("export the whole period again" in pages["en"]) is (missing is not None)
        assert ("выгрузите весь период" in pages["ru"]) is (missing is not None)
    assert Statement.objects.count() == 1
    again.refresh_from_db()
    assert (again.ledger_read, again.ledger_repeated) == (0, 2)


@pytest.mark.django_db(transaction=True)
def test_a_credit_note_is_no_debt_and_shows_as_what_it_is(cast: Cast, tmp_path: Path) -> None:
    (tmp_path / "bills.csv").write_text(
        "number,counterparty,issued,due,amount,currency\n"
        "7,Nord,2026-01-02,2026-01-16,100,EUR\nC7,Nord,2026-01-05,2026-01-05,-30,EUR\n"
    )
    start_import(cast.workspace, [], [tmp_path / "bills.csv"])
    new_worker(batch=True).run()
    note = Invoice.objects.get(number="C7")
    assert note.relationship_id is not None
    page = cast.owner.get(reverse("relationship", args=[note.relationship_id])).content.decode()
    assert "Credit note C7" in page
    listed = cast.owner.get(reverse("relationships")).content.decode()
    assert "€100" in listed or "100\u00a0" in listed or "100 EUR" in listed
