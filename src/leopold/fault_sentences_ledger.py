"""What is said of statements and invoices that cannot be read or do not add up, in English and in Russian."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

LEDGER: Final[Mapping[str, tuple[str, str]]] = {
    # Whole files.
    "ledger_large": (
        "{path} has more than {megabytes} MB; export it in parts",
        "{path} больше {megabytes} МБ; выгрузите его по частям",
    ),
    "ledger_old_excel": (
        "{path} is a workbook of Excel before 2007; save it as XLSX or CSV",
        "{path}: книга Excel старого вида; сохраните её как XLSX или CSV",
    ),
    "ledger_other_xml": (
        "{path} is XML that begins with {element}; statements are camt.052 to 054 or OFX, invoices UBL or CII",
        "{path}: это XML, который начинается с {element}; выписки бывают camt.052–054 или OFX, счета UBL или CII",
    ),
    "ledger_told": (
        "{path} has no header with the columns {columns}; map its columns anew",
        "{path}: нет заголовка со столбцами {columns}; сопоставьте столбцы заново",
    ),
    "ledger_bomb": (
        "a part of it unpacks to more than {megabytes} MB, or far more than its size tells; save it anew or in parts",
        (
            "что-то в нём распаковывается больше чем в {megabytes} МБ или намного больше своего размера; "
            "сохраните файл заново или по частям"
        ),
    ),
    "workbook_broken": (
        "it is no whole workbook, or it is locked; save it anew as XLSX without a password",
        "это не целая книга или она под паролем; сохраните её заново как XLSX без пароля",
    ),
    "pdf_bare": (
        "no invoice in XML is in this PDF; ask for one as Factur-X, ZUGFeRD, UBL or CII",
        "в этом PDF нет счёта в XML; попросите его как Factur-X, ZUGFeRD, UBL или CII",
    ),
    "pdf_locked": (
        "this PDF is encrypted; save it without a password",
        "этот PDF зашифрован; сохраните его без пароля",
    ),
    "cut_off": (
        "line {line}: the file ends before {end}; export it again",
        "строка {line}: файл кончается раньше {end}; выгрузите его ещё раз",
    ),
    "one_c_cut": (
        "the file ends inside a section; export it again",
        "файл кончается посреди секции; выгрузите его ещё раз",
    ),
    "one_c_encoding": (
        "none of the words of the format can be read; export it in windows-1251",
        "не читается ни одно слово формата; выгрузите файл в кодировке Windows",
    ),
    "xml_broken": (
        "line {line}, column {column}: it is no XML from here on; export the file again",
        "строка {line}, знак {column}: отсюда это не XML; выгрузите файл ещё раз",
    ),
    "xml_deep": (
        "line {line}: the elements are nested too deep, or are too many; export it in parts",
        "строка {line}: элементы вложены слишком глубоко, или их слишком много; выгрузите файл по частям",
    ),
    # Places in a file.
    "at_element": ("line {line}, {element}: {fault}", "строка {line}, {element}: {fault}"),
    "element_missing": (
        "line {line}: {element} is missing or empty; export the file again, or put it in",
        "строка {line}: нет {element} или там пусто; выгрузите файл ещё раз или впишите",
    ),
    "cell_value": ("{value!r} {fault}", "{value!r}: {fault}"),
    "no_swift_date": ("is no date; write it as 260331", "это не дата; напишите её в виде 260331"),
    "no_swift_entry": (
        "has no date, mark and amount; write it as 2603310331C1234,56NTRF",
        "здесь нет даты, знака и суммы; напишите в виде 2603310331C1234,56NTRF",
    ),
    "no_balance": (
        "is no balance; write it as C260331EUR1234,56",
        "это не остаток; напишите его в виде C260331EUR1234,56",
    ),
    "one_c_whose": (
        (
            "line {line}: neither account of document {number} is one of this statement; export the account's section "
            "with it"
        ),
        "строка {line}: ни один счёт документа {number} не из этой выписки; выгрузите её вместе с секцией счёта",
    ),
    # What does not add up.
    "entry_pending": (
        "line {line}: this entry is not booked yet, so it is no payment; nothing to mend",
        "строка {line}: эта запись ещё не проведена, так что это не платёж; исправлять ничего не нужно",
    ),
    "unreconciled": (
        (
            "account {account}, {currency}: {opening} and entries of {moved} make {made}, and the file says {closing}; "
            "export the whole period again"
        ),
        (
            "счёт {account}, {currency}: {opening} и записи на {moved} дают {made}, а в файле {closing}; "
            "выгрузите весь период ещё раз"
        ),
    ),
    "unkept_amount": (
        "an amount of {amount} has more digits than money has; correct it, and export the file again",
        "в сумме {amount} больше знаков, чем бывает у денег; исправьте её и выгрузите файл ещё раз",
    ),
    "left_out": (
        "it was left out, since nobody said what its columns mean; import it again to say so",
        "файл пропущен: никто не сказал, что значат его столбцы; импортируйте его ещё раз, чтобы сказать",
    ),
    "import_asks": (
        "{source} was not read: what its columns mean is asked on the page of the import; open it and answer there",
        "{source} не прочитан: на странице импорта спрашивается, что значат его столбцы; откройте её и ответьте там",
    ),
    "total_row": (
        "row {row}: the total says {stated}, and the rows above come to {made}; export the table again",
        "строка {row}: в итоге {stated}, а строки выше дают {made}; выгрузите таблицу ещё раз",
    ),
    "running_balance": (
        "row {row}: its balance is not the one before it and its amount; export the table again",
        "строка {row}: остаток не равен предыдущему с этой суммой; выгрузите таблицу ещё раз",
    ),
    "invoice_sums": (
        "line {line}: {what} come to {made}, and the invoice says {stated}; ask for a corrected invoice",
        "строка {line}: {what} дают {made}, а в счёте {stated}; попросите исправленный счёт",
    ),
    "sum_line_sums": ("its lines", "строки"),
    "sum_net": ("lines, allowances and charges", "строки, скидки и надбавки"),
    "sum_gross": ("net and tax", "сумма без налога и налог"),
    "sum_payable": ("total, what was prepaid and rounding", "итог, предоплата и округление"),
}
