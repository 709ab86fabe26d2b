"""Ways in which banks and programs write a format that its description does not tell."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from leopold.ledger import read_books, read_entries
from leopold.ledger.purposes import Details, details
from leopold.model import Balance, Doubt, Payment, Refusal
from tests.core.ledger.banks import IBAN, OTHER, OURS, THEIRS, camt
from tests.core.ledger.test_readers import put


def payments(data: bytes, folder: Path) -> list[Payment]:
    found = list(read_entries(put(data, folder)))
    assert [entry for entry in found if isinstance(entry, Refusal | Doubt)] == []
    return [entry for entry in found if isinstance(entry, Payment)]


def one_c(documents: str, sections: str = "", encoding: str = "cp1251") -> bytes:
    head = "1CClientBankExchange\r\nВерсияФормата=1.02\r\nКодировка=Windows\r\n"
    return f"{head}{sections}{documents}КонецФайла\r\n".encode(encoding)


SECTIONS = "".join(
    f"СекцияРасчСчет\r\nДатаНачала={day}.03.2026\r\nДатаКонца={day}.03.2026\r\nРасчСчет={account}\r\n"
    f"НачальныйОстаток={opening}\r\nКонечныйОстаток={closing}\r\nКонецРасчСчет\r\n"
    for account, day, opening, closing in (
        (OURS, "02", "0.00", "70.00"),
        (OURS, "03", "70.00", "75.00"),
        ("40702840600000000077", "02", "0", "30.00"),
    )
)


def document(*lines: str, kind: str = "Платежное поручение") -> str:
    return "\r\n".join([f"СекцияДокумент={kind}", *lines, "КонецДокумента"]) + "\r\n"


def test_several_accounts_days_and_a_transfer_between_our_own(tmp_path: Path) -> None:
    own = f"ПлательщикСчет={OURS}", "ПолучательРасчСчет=40702840600000000077"
    text = one_c(
        document("Номер=1", "Сумма=100", "Дата=02.03.2026", f"ПлательщикСчет={THEIRS}", f"ПолучательСчет={OURS}")
        + document("Номер=2", "Сумма=30.00", "Дата=02.03.2026", *own, kind="Выписка")
        + document("Номер=3", "Сумма=5,00", "Дата=01.03.2026", f"ПолучательСчет={OURS}", "ДатаПоступило=03.03.2026"),
        SECTIONS,
    )
    books = read_books([put(text, tmp_path)])
    assert books.refusals == books.doubts == []
    assert [(each.account[:8], each.amount, each.currency) for each in books.payments] == [
        ("40702810", Decimal(100), "RUB"),
        ("40702810", Decimal("-30.00"), "RUB"),
        ("40702840", Decimal("30.00"), "USD"),
        ("40702810", Decimal("5.00"), "RUB"),
    ]
    assert [balance.difference for balance in books.balances] == [0, 0, 0]


def test_free_fields_lines_in_values_and_broken_dates_of_1c(tmp_path: Path) -> None:
    text = one_c(
        document(
            *("Номер=1", "Сумма=1 200.50", "Дата=31.02.2026", "ДатаПоступило=03.03.2026", f"ПолучательСчет={OURS}"),
            *(
                "Плательщик=ИНН 7701234567 ООО Север",
                "НазначениеПлатежа1=Оплата по счёту 17",
                "НазначениеПлатежа2=от 1 марта",
            ),
            *("в том числе НДС", "НашеПоле = что угодно"),
        )
        + document("Номер=2", "Сумма=1", "Дата=31.02.2026", f"ПолучательСчет={OURS}")
        + document("Номер=3", "Сумма=1", "Дата=03.03.2026", "ПолучательСчет=1", "ПлательщикСчет=2"),
        f"РасчСчет={OURS}\r\n",
    )
    books = read_books([put(text, tmp_path)])
    (payment,) = books.payments
    assert (payment.at, payment.amount) == (date(2026, 3, 3), Decimal("1200.50"))
    assert (payment.counterparty, payment.tax_id) == ("ООО Север", "7701234567")
    assert payment.purpose == "Оплата по счёту 17 от 1 марта в том числе НДС"
    assert [refusal.reason for refusal in books.refusals] == [
        "line 20, Дата: '31.02.2026' is no date; write it as 2026-03-31",
        "line 23: neither account of document 3 is one of this statement; export the account's section with it",
    ]


STATEMENT = f":20:X\n:25:{IBAN}\n:28C:1\n:60F:C260301EUR100,\n{{}}:62F:C260331EUR{{}}\n-\n"


@pytest.mark.parametrize(
    ("entry", "closing", "amount", "day"),
    [
        (":61:2603020302C10,NTRFNONREF\n:86:free words\n", "110,", "10", 2),
        (":61:260302C10,5NMSC17//B1\n:86:free words\n", "110,50", "10.5", 2),
        (":61:2603020303RC10,00NTRFX\n:86:free words\n", "90,", "-10.00", 3),
        (":61:2603020302RDR10,00S940X\n:86:free\nwords\n", "110,", "10.00", 2),
        (f":61:260302D0,01NOVB{OTHER}\nsomebody\n:86:free words\n", "99,99", "-0.01", 2),
        (":61:2601011231D1,00N024NONREF\n:86:free words\n", "99,00", "-1.00", 31),
        ("   :61:2603020302D1.000,00FTRFNONREF//\n:86:free words\n:NS:0117\n", "-", "-1000.00", 2),
    ],
)
def test_entries_of_mt940(entry: str, closing: str, amount: str, day: int, tmp_path: Path) -> None:
    text = STATEMENT.format(entry, closing).replace("C260331EUR-", "D260331EUR900,")
    found = list(read_entries(put(text.encode(), tmp_path)))
    payment, balance = found
    assert isinstance(payment, Payment)
    assert isinstance(balance, Balance)
    assert (payment.amount, payment.at.day) == (Decimal(amount), day)
    assert payment.purpose == "free words"
    assert balance.difference == 0


def test_the_account_of_the_other_side_may_stand_below_the_entry(tmp_path: Path) -> None:
    text = STATEMENT.format(
        f":61:260302C000000010,00N102EREF            \n{OTHER}\n:86:/BENM//NAME/Nord\n BV/REMI/17\n", "110,"
    )
    (payment,) = payments(f":940:\n{text}".encode(), tmp_path)
    assert (payment.payer_account, payment.reference) == (OTHER, "")
    assert (payment.counterparty, payment.purpose) == ("Nord BV", "17")


def test_two_messages_are_two_balances_and_pages_join(tmp_path: Path) -> None:
    first = STATEMENT.format(":61:260302C10,NTRFA\n", "110,").replace("62F", "62M")
    second = STATEMENT.format(":61:260303C10,NTRFB\n", "120,").replace("60F:C260301EUR100,", "60M:C260302EUR110,")
    books = read_books([put((first + second).encode(), tmp_path)])
    assert [balance.difference for balance in books.balances] == [0, 0]
    assert len(books.payments) == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "166?00X?20EREF+R-7?21SVWZ+Rechnung 17?31DE1?32Nord?33 GmbH",
            Details("Rechnung 17", "Nord GmbH", "DE1", "R-7"),
        ),
        ("020^00PRZELEW^20faktura 17^30102^31PL99^32NORD", Details("faktura 17", "NORD", "PL99", "")),
        (
            f"/EREF/R-7//CNTP/{OTHER}/X/Nord BV///REMI/USTD//factuur 17/",
            Details("factuur 17", "Nord BV", OTHER, "R-7"),
        ),
        (
            f"/TRTP/SEPA/IBAN/{OTHER}/BIC/X/NAME/Nord/REMI/factuur\n 17/EREF/NOTPROVIDED",
            Details("factuur 17", "Nord", OTHER, ""),
        ),
        ("SVWZ+invoice 17 ABWA+Mr North", Details("invoice 17", "Mr North", "", "")),
        ("just words / and more", Details("just words / and more")),
        ("", Details()),
    ],
)
def test_ways_to_tell_what_an_entry_is(text: str, found: Details) -> None:
    assert details(text) == found


def entry_of(details_: str, extra: str = "<Sts>BOOK</Sts>") -> bytes:
    whole = camt(Decimal(0), [], "02", "054").decode()
    money = '<Amt Ccy="EUR">30.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>'
    entry = f"<Ntry>{money}{extra}<BookgDt><DtTm>2026-03-02T10:00:00+01:00</DtTm></BookgDt>{details_}</Ntry>"
    return whole.replace("</Ntfctn>", entry + "</Ntfctn>").encode()


def part(amount: str, name: str) -> str:
    return (
        f"<TxDtls><Refs><AcctSvcrRef>Z</AcctSvcrRef></Refs><AmtDtls><TxAmt>"
        f'<Amt Ccy="EUR">{amount}</Amt></TxAmt></AmtDtls>'
        f"<RltdPties><Dbtr><Nm>{name}</Nm></Dbtr></RltdPties><RmtInf><Strd><RfrdDocInf><Nb>17</Nb></RfrdDocInf>"
        "<CdtrRefInf><Ref>RF18</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>"
    )


def test_a_batch_is_as_many_payments_as_add_up_to_it(tmp_path: Path) -> None:
    both = payments(entry_of(f"<NtryDtls>{part('10.00', 'A')}{part('20.00', 'B')}</NtryDtls>"), tmp_path)
    assert [(each.amount, each.counterparty, each.invoice, each.purpose) for each in both] == [
        (Decimal("10.00"), "A", "17", "RF18 17"),
        (Decimal("20.00"), "B", "17", "RF18 17"),
    ]
    (one,) = payments(entry_of(f"<NtryDtls>{part('10.00', 'A')}{part('19.00', 'B')}</NtryDtls>"), tmp_path)
    assert one.amount == Decimal("30.00")


def test_what_is_not_booked_yet_is_no_payment(tmp_path: Path) -> None:
    books = read_books([put(entry_of("", "<Sts><Cd>PDNG</Cd></Sts>"), tmp_path)])
    assert books.payments == []
    assert "not booked yet" in books.doubts[0].fault.said("en")


def test_the_fields_of_banks_in_kazakhstan(tmp_path: Path) -> None:
    account = "KZ12345678901234567890"
    text = one_c(
        document(
            *("НомерДокумента=7", "ДатаОперации=03.03.2026", "СуммаПриход=1500.00", "ПлательщикНаименование=ТОО Север"),
            *(
                "ПлательщикБИН_ИИН=123456789012",
                "ПлательщикИИК=KZ99",
                f"ПолучательИИК={account}",
                "НазначениеПлатежа=счет 17",
            ),
            kind="выписка",
        )
        + document("НомерДокумента=8", "ДатаДокумента=04.03.2026", "СуммаРасход=500,50", kind="выписка"),
        f"РасчСчет={account}\r\n",
    )
    first, second = payments(text, tmp_path)
    assert (first.amount, first.currency, first.counterparty) == (Decimal("1500.00"), "KZT", "ТОО Север")
    assert (first.account, first.payer_account, first.tax_id) == (account, "KZ99", "123456789012")
    assert (second.amount, second.at) == (Decimal("-500.50"), date(2026, 3, 4))


def test_an_intraday_report_tells_its_currency_elsewhere_and_february_has_thirty_days(tmp_path: Path) -> None:
    text = f":20:X\n:25:{IBAN}\n:28C:1\n:34F:EURD0,00\n:13D:2602281730+0000\n:61:260230C5,00S   X\n:NS:15Nord\n"
    (payment,) = payments(text.encode(), tmp_path)
    assert (payment.amount, payment.currency, payment.at) == (Decimal("5.00"), "EUR", date(2026, 2, 28))
    assert payment.purpose == "15Nord"


OFX = "OFXHEADER:100\r\nDATA:OFXSGML\r\nENCODING:USASCII\r\nCHARSET:1252\r\n\r\n<OFX><CCSTMTTRNRS>{}</OFX>"


def test_ofx_whose_tags_are_empty(tmp_path: Path) -> None:
    text = "\n\n" + OFX.format(
        "<LANGUAGE></LANGUAGE><STMTRS><CURDEF></CURDEF><BANKACCTFROM><ACCTID>1</ACCTID><ACCTTYPE></ACCTTYPE></BANKACCTFROM>"
        "<BANKTRANLIST><STMTTRN><DTPOSTED>20260302</DTPOSTED><TRNAMT>12.34</TRNAMT><FITID></FITID><NAME></NAME><MEMO>x</MEMO>"
        "<CURRENCY><CURRATE>1</CURRATE><CURSYM>AUD</CURSYM></CURRENCY></STMTTRN></BANKTRANLIST>"
        "<LEDGERBAL><BALAMT></BALAMT></LEDGERBAL></STMTRS>"
    )
    payment, balance = read_entries(put(text.encode(), tmp_path))
    assert payment == Payment("", date(2026, 3, 2), Decimal("12.34"), "AUD", "", "x", "", "1")
    assert balance == Balance("1", "AUD", None, None, None, None, Decimal("12.34"), 1)


def test_ofx_without_ends_empty_leaves_and_commas(tmp_path: Path) -> None:
    text = OFX.format(
        "<CCSTMTRS><CURDEF>EUR<CCACCTFROM><ACCTID>4111</CCACCTFROM><BANKTRANLIST><DTSTART>20260301<DTEND>20260331"
        "<STMTTRN><MEMO><TRNTYPE>CREDIT<DTPOSTED>20260302<TRNAMT>1.234,56<FITID>1<NAME>Caf\xe9 &amp; Co"
        "<BANKACCTTO><BANKID>1<ACCTID>99</BANKACCTTO>"
        "<STMTTRN><DTPOSTED>20260303120000.000[-5:EST]<TRNAMT>-7<FITID>2<MEMO>fee</STMTTRN>"
        "</BANKTRANLIST><LEDGERBAL><BALAMT>+10.5<DTASOF>20260331</LEDGERBAL></CCSTMTRS>"
    )
    found = list(read_entries(put(text.encode("cp1252"), tmp_path)))
    first, second, balance = found
    assert isinstance(first, Payment)
    assert isinstance(second, Payment)
    assert isinstance(balance, Balance)
    assert (first.amount, first.counterparty, first.account, first.payer_account) == (
        Decimal("1234.56"),
        "Café & Co",
        "4111",
        "99",
    )
    assert (second.amount, second.at, second.purpose) == (Decimal(-7), date(2026, 3, 3), "fee")
    assert (balance.closing, balance.since, balance.difference) == (Decimal("10.5"), date(2026, 3, 1), None)
