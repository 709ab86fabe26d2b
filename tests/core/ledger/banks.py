"""Statements in every format, written by us from plain moves of money: what the readers are held to."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

OURS, THEIRS = "40702810900000000017", "40702810500000000042"
IBAN, OTHER = "DE02100100109307118603", "NL91ABNA0417164300"


@dataclass(frozen=True)
class Move:
    """One entry of a statement; `amount` below zero went out."""

    at: date
    amount: Decimal
    name: str = "Nord GmbH"
    purpose: str = "Invoice 17"
    reference: str = "R1"


def closing(opening: Decimal, moves: Sequence[Move]) -> Decimal:
    return opening + sum((move.amount for move in moves), Decimal(0))


def _days(moves: Sequence[Move]) -> tuple[date, date]:
    days = [move.at for move in moves] or [date(2026, 3, 1)]
    return min(days), max(days)


def one_c(opening: Decimal, moves: Sequence[Move], encoding: str = "cp1251", named: str = "Windows") -> bytes:
    since, until = _days(moves)
    into = sum((move.amount for move in moves if move.amount > 0), Decimal(0))
    out = -sum((move.amount for move in moves if move.amount < 0), Decimal(0))
    lines = [
        *("1CClientBankExchange", "ВерсияФормата=1.03", f"Кодировка={named}", "Отправитель=Банк", "Получатель=1С"),
        *(f"ДатаНачала={since:%d.%m.%Y}", f"ДатаКонца={until:%d.%m.%Y}", f"РасчСчет={OURS}"),
        *("СекцияРасчСчет", f"ДатаНачала={since:%d.%m.%Y}", f"ДатаКонца={until:%d.%m.%Y}", f"РасчСчет={OURS}"),
        *(f"НачальныйОстаток={opening}", f"ВсегоПоступило={into}", f"ВсегоСписано={out}"),
        *(f"КонечныйОстаток={closing(opening, moves)}", "КонецРасчСчет"),
    ]
    for move in moves:
        payer, payee = (THEIRS, OURS) if move.amount > 0 else (OURS, THEIRS)
        lines += [
            *("СекцияДокумент=Платежное поручение", f"Номер={move.reference}", f"Дата={move.at:%d.%m.%Y}"),
            *(f"Сумма={abs(move.amount)}", f"ПлательщикСчет={payer}", f"ПолучательСчет={payee}"),
            f"{'ДатаПоступило' if move.amount > 0 else 'ДатаСписано'}={move.at:%d.%m.%Y}",
            *(
                f"Плательщик={move.name}",
                "ПлательщикИНН=7701234567",
                f"Получатель={move.name}",
                "ПолучательИНН=7701234567",
            ),
            *(f"НазначениеПлатежа={move.purpose}", "СвоеПоле=не из описания", "КонецДокумента"),
        ]
    return ("\r\n".join([*lines, "КонецФайла"]) + "\r\n").encode(encoding)


def camt(opening: Decimal, moves: Sequence[Move], version: str = "08", message: str = "053") -> bytes:
    body, part = {
        "052": ("BkToCstmrAcctRpt", "Rpt"),
        "053": ("BkToCstmrStmt", "Stmt"),
        "054": ("BkToCstmrDbtCdtNtfctn", "Ntfctn"),
    }[message]
    since, until = _days(moves)

    def money(value: Decimal) -> str:
        way = "CRDT" if value >= 0 else "DBIT"
        return f'<Amt Ccy="EUR">{abs(value)}</Amt><CdtDbtInd>{way}</CdtDbtInd>'

    def balance(kind: str, value: Decimal, day: date) -> str:
        return f"<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp>{money(value)}<Dt><Dt>{day}</Dt></Dt></Bal>"

    def entry(move: Move) -> str:
        role = "Dbtr" if move.amount > 0 else "Cdtr"
        name = f"<Nm>{escape(move.name)}</Nm>"
        party = f"<{role}><Pty>{name}</Pty></{role}>" if version >= "08" else f"<{role}>{name}</{role}>"
        status = "<Sts><Cd>BOOK</Cd></Sts>" if version >= "04" else "<Sts>BOOK</Sts>"
        return (
            f"<Ntry>{money(move.amount)}{status}<BookgDt><Dt>{move.at}</Dt></BookgDt><ValDt><Dt>{move.at}</Dt></ValDt>"
            f"<AcctSvcrRef>{escape(move.reference)}</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED"
            f"</EndToEndId></Refs><RltdPties>{party}<{role}Acct><Id><IBAN>{OTHER}</IBAN></Id></{role}Acct></RltdPties>"
            f"<RmtInf><Ustrd>{escape(move.purpose)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n"
        )

    balances = (
        balance("OPBD", opening, since) + balance("CLBD", closing(opening, moves), until) if message != "054" else ""
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.{message}.001.{version}">'
        f"\n<{body}><GrpHdr><MsgId>1</MsgId></GrpHdr><{part}><Id>1</Id><Acct><Id>"
        f"<IBAN>{IBAN}</IBAN></Id></Acct>{balances}\n" + "".join(map(entry, moves)) + f"</{part}></{body}></Document>\n"
    ).encode()


def mt940(opening: Decimal, moves: Sequence[Move], style: str = "german") -> bytes:
    since, until = _days(moves)

    def balance(tag: str, value: Decimal, day: date) -> str:
        return f":{tag}:{'C' if value >= 0 else 'D'}{day:%y%m%d}EUR{_comma(value)}"

    def details(move: Move) -> str:
        if style == "german":
            words = [move.purpose[index : index + 27] for index in range(0, len(move.purpose), 27)]
            texts = "".join(f"?{20 + number}{text}" for number, text in enumerate(words[:10]))
            return f"166?00GUTSCHRIFT{texts}?31{OTHER}?32{move.name}"
        if style == "dutch":
            return f"/TRTP/SEPA/IBAN/{OTHER}/BIC/ABNANL2A/NAME/{move.name}/REMI/{move.purpose}/EREF/NOTPROVIDED"
        return move.purpose

    lines = [
        "{1:F01BANKDEFFAXXX0000000000}{2:O940}{4:",
        ":20:STARTUMS",
        f":25:{IBAN}",
        ":28C:1/1",
        balance("60F", opening, since),
    ]
    for move in moves:
        mark = "C" if move.amount >= 0 else "D"
        lines += [
            f":61:{move.at:%y%m%d}{move.at:%m%d}{mark}{_comma(move.amount)}NTRFNONREF//{move.reference}",
            f":86:{details(move)}",
        ]
    return ("\r\n".join([*lines, balance("62F", closing(opening, moves), until), "-}"]) + "\r\n").encode()


def _comma(value: Decimal) -> str:
    whole, _, rest = f"{abs(value):f}".partition(".")
    return f"{whole},{rest}"


def ofx(opening: Decimal, moves: Sequence[Move], version: int = 1) -> bytes:
    def leaf(tag: str, text: str) -> str:
        return f"<{tag}>{escape(text)}" + (f"</{tag}>" if version == 2 else "") + "\n"

    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<?OFX OFXHEADER="200" VERSION="211"?>\n'
        if version == 2
        else "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:UTF-8\nCHARSET:NONE\n\n"
    )
    parts = [
        f"{head}<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS>\n",
        leaf("CURDEF", "EUR"),
        "<BANKACCTFROM>",
        leaf("ACCTID", IBAN),
    ]
    parts.append("</BANKACCTFROM><BANKTRANLIST>\n")
    for move in moves:
        parts += ["<STMTTRN>", leaf("TRNTYPE", "OTHER"), leaf("DTPOSTED", f"{move.at:%Y%m%d}120000[0:GMT]")]
        parts += [leaf("TRNAMT", f"{move.amount:f}"), leaf("FITID", move.reference), leaf("NAME", move.name)]
        parts += [leaf("MEMO", move.purpose), "</STMTTRN>\n"]
    parts += ["</BANKTRANLIST><LEDGERBAL>", leaf("BALAMT", f"{closing(opening, moves):f}"), leaf("DTASOF", "20260331")]
    return "".join([*parts, "</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n"]).encode()


def _table(opening: Decimal, moves: Sequence[Move]) -> list[list[str | Decimal | date]]:
    return [
        ["Выписка по счёту"],
        ["Входящий остаток", "", "", opening],
        ["Дата", "Контрагент", "Документ", "", "Обороты", ""],
        ["", "", "номер", "назначение", "дебет", "кредит"],
        *(
            [
                move.at,
                move.name,
                move.reference,
                move.purpose,
                *(("", move.amount) if move.amount > 0 else (-move.amount, "")),
            ]
            for move in moves
        ),
        [
            "Итого",
            "",
            "",
            "",
            -sum((m.amount for m in moves if m.amount < 0), Decimal(0)),
            sum((m.amount for m in moves if m.amount > 0), Decimal(0)),
        ],
        ["Исходящий остаток", "", "", closing(opening, moves)],
    ]


def csv(opening: Decimal, moves: Sequence[Move], encoding: str = "cp1251", by: str = ";") -> bytes:
    def cell(value: str | Decimal | date) -> str:
        if isinstance(value, Decimal):
            text = f"{value:,.2f}".replace(",", " ").replace(".", ",")
        else:
            text = f"{value:%d.%m.%Y}" if isinstance(value, date) else value
        return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in (by, '"', "\n")) else text

    rows = [row + [""] * (6 - len(row)) for row in _table(opening, moves)]
    rows[3][4], rows[3][5] = "дебет, RUB", "кредит, RUB"
    return "\r\n".join(by.join(map(cell, row)) for row in rows).encode(encoding)


def xlsx(opening: Decimal, moves: Sequence[Move]) -> bytes:
    rows = _table(opening, moves)
    rows[3][4], rows[3][5] = "дебет, RUB", "кредит, RUB"
    return workbook(rows)


def workbook(rows: Sequence[Sequence[str | Decimal | date]]) -> bytes:
    """A workbook as Excel writes them: texts shared, dates as numbers with a style."""
    shared: dict[str, int] = {}

    def cell(value: str | Decimal | date, place: str) -> str:
        if isinstance(value, date):
            return f'<c r="{place}" s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>'
        if isinstance(value, Decimal):
            return f'<c r="{place}"><v>{value:f}</v></c>'
        return f'<c r="{place}" t="s"><v>{shared.setdefault(value, len(shared))}</v></c>' if value else ""

    body = "".join(
        f'<row r="{number}">'
        + "".join(cell(value, f"{chr(65 + at)}{number}") for at, value in enumerate(row))
        + "</row>"
        for number, row in enumerate(rows, 1)
    )
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", f"<workbook {space}><sheets/></workbook>")
        archive.writestr(
            "xl/styles.xml",
            f'<styleSheet {space}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        )
        texts = "".join(f"<si><t>{escape(text)}</t></si>" for text in shared)
        archive.writestr("xl/sharedStrings.xml", f"<sst {space}>{texts}</sst>")
        archive.writestr("xl/worksheets/sheet1.xml", f"<worksheet {space}><sheetData>{body}</sheetData></worksheet>")
    return file.getvalue()


STATEMENTS: dict[str, tuple[str, Callable[[Decimal, Sequence[Move]], bytes]]] = {
    "1c": ("1CClientBankExchange", one_c),
    "1c dos": ("1CClientBankExchange", lambda opening, moves: one_c(opening, moves, "cp866", "DOS")),
    "1c utf-8": ("1CClientBankExchange", lambda opening, moves: one_c(opening, moves, "utf-8-sig", "UTF-8")),
    "1c named wrongly": ("1CClientBankExchange", lambda opening, moves: one_c(opening, moves, "cp1251", "DOS")),
    "camt.053.02": ("camt", lambda opening, moves: camt(opening, moves, "02")),
    "camt.053.04": ("camt", lambda opening, moves: camt(opening, moves, "04")),
    "camt.053.08": ("camt", camt),
    "camt.052.08": ("camt", lambda opening, moves: camt(opening, moves, "08", "052")),
    "mt940 german": ("MT940", mt940),
    "mt940 dutch": ("MT940", lambda opening, moves: mt940(opening, moves, "dutch")),
    "mt940 free": ("MT940", lambda opening, moves: mt940(opening, moves, "free")),
    "csv": ("CSV", csv),
    "csv tabs utf-16": ("CSV", lambda opening, moves: csv(opening, moves, "utf-16", "\t")),
    "xlsx": ("XLSX", xlsx),
}
"""Statements that state both balances."""
WITHOUT_OPENING: dict[str, tuple[str, Callable[[Decimal, Sequence[Move]], bytes]]] = {
    "camt.054.08": ("camt", lambda opening, moves: camt(opening, moves, "08", "054")),
    "ofx 1": ("OFX", ofx),
    "ofx 2": ("OFX", lambda opening, moves: ofx(opening, moves, 2)),
}


def attribute(text: str) -> str:
    return quoteattr(text)
