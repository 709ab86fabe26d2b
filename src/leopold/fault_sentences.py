"""What is said of each fault, in English and in Russian, with the mend; `leopold.faults` makes sentences of it.

Kinds that were stored once stay readable: one that is not raised any more leaves this table only when no database can
hold it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from leopold.fault_sentences_dunning import DUNNING
from leopold.fault_sentences_forecast import FORECAST
from leopold.fault_sentences_ledger import LEDGER
from leopold.fault_sentences_settlement import SETTLEMENT

_COLUMNS_EN = (
    "invoices need number, counterparty, issued, due and amount (номер, контрагент, дата, срок, сумма); payments need "
    "date, amount and one of invoice, purpose and counterparty (дата, сумма; счёт, назначение, контрагент); currency "
    "where the amounts do not show it"
)
_COLUMNS_RU = (
    "счетам нужны номер, контрагент, дата, срок и сумма (number, counterparty, issued, due, amount); платежам нужны "
    "дата, сумма и одно из: счёт, назначение, контрагент (date, amount; invoice, purpose, counterparty); валюта "
    "нужна, если её не видно из сумм"
)

SENTENCES: Final[Mapping[str, tuple[str, str]]] = {
    # Files and folders.
    "link_loop": (
        "the link leads back to a folder around it; remove the link",
        "ссылка ведёт обратно в папку, внутри которой лежит; удалите ссылку",
    ),
    "too_deep": (
        "it lies more than {levels} folders deep; scan it by itself",
        "папок друг в друге больше {levels}; прочитайте эту папку отдельно",
    ),
    "special": (
        "it is a pipe, a socket or a device and no file; take it out of the folder",
        "это канал, сокет или устройство, а не файл; уберите его из папки",
    ),
    "gone": (
        "it is not there any more, or the link to it is broken; scan again, or remove the link",
        "здесь ничего больше нет, или ссылка никуда не ведёт; повторите чтение или удалите ссылку",
    ),
    "forbidden": (
        "it may not be read by this user; give the right to read it",
        "у этого пользователя нет права на чтение; дайте ему это право",
    ),
    "unopened": (
        "it cannot be opened ({error}); copy it again",
        "файл или папка не открывается ({error}); скопируйте ещё раз",
    ),
    "unread": (
        "it cannot be read on ({error}); copy it again",
        "дальше файл не читается ({error}); скопируйте его ещё раз",
    ),
    "broken_link": (
        "the link to it is broken; remove the link, or put back what it leads to",
        "ссылка никуда не ведёт; удалите её или верните то, на что она указывает",
    ),
    "unseen": (
        "it cannot be looked at ({error}); remove the link",
        "не удаётся узнать, что это ({error}); удалите ссылку",
    ),
    "folder_among_letters": (
        "a folder inside cur or new of a Maildir holds no letters; move it out",
        "папка внутри cur или new в Maildir не содержит писем; перенесите её в другое место",
    ),
    "undelivered": (
        "it lies in tmp, so its delivery is not finished; scan again later",
        "файл лежит в tmp, то есть доставка не закончена; повторите чтение позже",
    ),
    # Files of other kinds.
    "empty": (
        "it is empty; remove it, or export it again",
        "файл пуст; удалите его или выгрузите ещё раз",
    ),
    "outlook_data": (
        "it is an Outlook data file (PST, OST); export the letters as mbox or .eml",
        "это файл данных Outlook (PST, OST); выгрузите письма в mbox или .eml",
    ),
    "outlook_letter": (
        "it is an Outlook letter (.msg) or an old Office file; save letters as .eml, tables as CSV",
        "это письмо Outlook (.msg) или старый файл Office; сохраните письма как .eml, таблицы как CSV",
    ),
    "pdf": (
        "it is a PDF and holds no letters; take it out of the folder",
        "это PDF, писем в нём нет; уберите его из папки",
    ),
    "thunderbird_index": (
        "it is an index of Thunderbird, the letters lie in the file beside it; nothing to mend",
        "это указатель Thunderbird, письма лежат в файле рядом; исправлять ничего не нужно",
    ),
    "database": (
        "it is a database; export the letters as mbox or .eml",
        "это база данных; выгрузите письма в mbox или .eml",
    ),
    "seven_zip": (
        "it is a 7-Zip archive; unpack it, or pack it as zip",
        "это архив 7-Zip; распакуйте его или упакуйте в zip",
    ),
    "rar": (
        "it is a RAR archive; unpack it, or pack it as zip",
        "это архив RAR; распакуйте его или упакуйте в zip",
    ),
    "zstandard": (
        "it is a Zstandard archive; unpack it, or pack it as zip",
        "это архив Zstandard; распакуйте его или упакуйте в zip",
    ),
    "web_page": (
        "it is a page of HTML or XML, not a letter; export the letters as mbox or .eml",
        "это страница HTML или XML, а не письмо; выгрузите письма в mbox или .eml",
    ),
    "binary": (
        "it is no text, so it holds no letters; take it out of the folder",
        "это не текст, писем в нём нет; уберите файл из папки",
    ),
    "unknown": (
        (
            "its first lines are neither the header of a letter nor the columns of a table; export the letters as "
            "mbox, .eml or CSV"
        ),
        "первые строки не похожи ни на заголовок письма, ни на столбцы таблицы; выгрузите письма в mbox, .eml или CSV",
    ),
    # Archives.
    "office": (
        "it is an Office document or a program; save tables as CSV, and letters as .eml",
        "это документ Office или программа; сохраните таблицы как CSV, письма как .eml",
    ),
    "large_inner_archive": (
        "it is an archive of more than {megabytes} MB in an archive; unpack the outer one",
        "это архив больше {megabytes} МБ внутри архива; распакуйте внешний архив",
    ),
    "nested_archive": (
        "it is an archive in an archive in an archive; unpack the outer ones",
        "это архив в архиве внутри ещё одного архива; распакуйте внешние архивы",
    ),
    "empty_archive": (
        "the archive holds no files, or its list of them is damaged; pack it again",
        "в архиве нет файлов или повреждён их список; упакуйте его ещё раз",
    ),
    "archived_link": (
        "it is a link or a device in an archive and no file; pack the file itself",
        "это ссылка или устройство в архиве, а не файл; упакуйте сам файл",
    ),
    "sparse": (
        "it is packed as a file with holes, as no mail is; pack it again without them",
        "файл упакован как разреженный, так почту не хранят; упакуйте его обычным образом",
    ),
    "locked": (
        "it is locked with a password; unpack the archive",
        "файл закрыт паролем; распакуйте архив",
    ),
    "broken_archive": (
        "the archive is damaged or cut off ({error}); copy or pack it again",
        "архив повреждён или обрезан ({error}); скопируйте или упакуйте его ещё раз",
    ),
    "end_missing": ("its end is missing", "нет его конца"),
    "bomb": (
        "it unpacks to more than {times} times its size, as no mail does; unpack it yourself if you trust it",
        (
            "распаковывается более чем в {times} раз больше своего размера, с почтой так не бывает; распакуйте сами, "
            "если доверяете этому файлу"
        ),
    ),
    # Letters.
    "too_large": (
        "the letter is larger than {megabytes} MB; take its attachments out",
        "письмо больше {megabytes} МБ; уберите из него вложения",
    ),
    "empty_letter": (
        "it is empty; remove it, or export the letter again",
        "письмо пустое; удалите его или выгрузите ещё раз",
    ),
    "headless": (
        "it does not begin with a letter's header (From:, Date:, Subject: …); export the letter with its header",
        "нет заголовка письма (From:, Date:, Subject: …) в начале; выгрузите письмо вместе с заголовком",
    ),
    "unforeseen": (
        "Leopold has no reading of it ({error}); please report it with the letter",
        "Leopold не сумел это прочитать ({error}); сообщите нам и приложите письмо",
    ),
    # Tables.
    "row": ("row {row}: {fault}", "строка {row}: {fault}"),
    "unclosed_quote": (
        'a quote (") that opens in this row is never closed, so the rest could not be read; close it',
        'кавычка ("), открытая в этой строке, не закрыта, поэтому остальное не прочитано; закройте её',
    ),
    "long_cell": (
        'a cell is longer than any letter; close the quote (") that opens in it, or shorten it',
        'ячейка длиннее любого письма; закройте открытую в ней кавычку (") или сократите её',
    ),
    "misquoted": (
        'its quotes (") do not fit; double those inside a cell, and quote the whole cell',
        'кавычки (") расставлены неверно; удвойте их внутри ячейки и возьмите в кавычки всю ячейку',
    ),
    "ragged": (
        "it has {cells} cells and the header {header}; quote cells that hold delimiters",
        "число ячеек ({cells}) не равно числу столбцов ({header}); возьмите в кавычки ячейки с разделителями",
    ),
    "no_rows": (
        "it has a header and no rows; export the table again, or remove it",
        "есть заголовок, но нет строк; выгрузите таблицу ещё раз или удалите её",
    ),
    "long_line": (
        "a line is longer than any letter; the rest was not read; check how the table was exported",
        "строка длиннее любого письма; остальное не прочитано; проверьте, как выгружена таблица",
    ),
    "ledger_among_letters": (
        "it is a ledger, not letters; pass it as a ledger (--ledger)",
        "это счета или платежи, а не письма; передайте файл как счета и платежи (--ledger)",
    ),
    "no_letters": (
        (
            "it is no table of letters: its columns are {columns}; it needs columns for the sender (from) and the text "
            "(text), and should have to, date and subject"
        ),
        (
            "это не таблица писем, её столбцы: {columns}; нужны столбцы отправителя (от, from) и текста (текст, text), "
            "желательны кому (to), дата (date) и тема (subject)"
        ),
    ),
    "no_columns": ("none", "нет ни одного"),
    "no_object_line": (
        "the line is no JSON object; write each letter as one object on one line",
        "строка не содержит объекта JSON; запишите каждое письмо одним объектом в одной строке",
    ),
    "no_object_element": (
        "element {element} is no JSON object; write each letter as an object",
        "элемент {element} не объект JSON; запишите каждое письмо объектом",
    ),
    "no_array": (
        "it is JSON, but neither an array of letters nor one letter on each line; export it as one of these",
        "это JSON, но не массив писем и не по письму в строке; выгрузите его в одном из этих видов",
    ),
    "broken_array": (
        "element {element} of the array is broken or too long, and the rest was not read; export it again",
        "элемент {element} массива повреждён или слишком длинный, остальное не прочитано; выгрузите файл ещё раз",
    ),
    "empty_array": (
        "the array is empty; export the letters again, or remove it",
        "массив пуст; выгрузите письма ещё раз или удалите файл",
    ),
    "row_no_json": (
        "the row is no JSON; export the table again",
        "строка не читается как JSON; выгрузите таблицу ещё раз",
    ),
    "row_no_object": (
        "the row is no JSON object; write each letter as an object",
        "строка не объект JSON; запишите каждое письмо объектом",
    ),
    "blank_letter": (
        "the row has neither sender, subject nor text; fill it or remove it",
        "в строке нет ни отправителя, ни темы, ни текста; заполните её или удалите",
    ),
    # Rows of ledgers.
    "cell": ("row {row}, column {column}: {cell!r} {fault}", "строка {row}, столбец {column}: {cell!r}: {fault}"),
    "blank_cell": (
        "row {row}, column {column}: it is empty; fill it",
        "строка {row}, столбец {column}: ячейка пуста; заполните её",
    ),
    "long_row": (
        "a line is longer than any row; the rest was not read; export the file again",
        "строка слишком длинная; остальное не прочитано; выгрузите файл ещё раз",
    ),
    "no_currency": (
        "is no currency; write its code, as EUR",
        "это не валюта; напишите её код, например EUR",
    ),
    "no_amount": (
        "is no amount; write it as 1234.56",
        "это не сумма; напишите её в виде 1234.56",
    ),
    "huge_amount": (
        "is more than any sum of money; correct it, or name the right column for the amount",
        "это больше любой суммы денег; исправьте её или назовите верный столбец суммы",
    ),
    "words_around": (
        "has words on both sides of the number; write it as 1234.56",
        "слова стоят с обеих сторон числа; напишите сумму в виде 1234.56",
    ),
    "two_amounts": (
        "may mean {decimal} or {whole}; write it with two decimals",
        "может означать {decimal} или {whole}; напишите сумму с двумя знаками после запятой",
    ),
    "odd_thousands": (
        "has its thousands divided in an unknown way; write it as 1234.56",
        "разряды разделены непонятным образом; напишите сумму в виде 1234.56",
    ),
    "no_date": (
        "is no date; write it as 2026-03-31",
        "это не дата; напишите её в виде 2026-03-31",
    ),
    "two_currencies": (
        "is in {beside}, but the column for the currency says {stated}; correct one",
        "здесь {beside}, а в столбце валюты {stated}; исправьте одно из двух",
    ),
    "currency_missing": (
        "has no currency; add a column currency, or write it beside the amount",
        "нет валюты; добавьте столбец «валюта» или напишите её рядом с суммой",
    ),
    "due_early": (
        "is before the invoice was issued ({issued}); correct one of the two",
        "срок раньше даты счёта ({issued}); исправьте одно из двух",
    ),
    "no_yes": (
        "is neither yes nor no; write yes or no",
        "это ни «да», ни «нет»; напишите да или нет",
    ),
    "paid_undated": (
        "does not say when; write the day, as 2026-03-31",
        "неясно, когда; напишите день, например 2026-03-31",
    ),
    "zero": (
        "is zero; correct it, or leave the row out",
        "сумма равна нулю; исправьте её или уберите строку",
    ),
    # Sources and ledgers that cannot be used at all.
    "source_missing": (
        "{path} does not exist; name a file or folder that does",
        "{path} не существует; укажите файл или папку, которые есть",
    ),
    "source_forbidden": (
        "{path} may not be read; give the right to read it, or name another path",
        "{path}: нет права на чтение; дайте его или укажите другой путь",
    ),
    "source_unopened": (
        "{path} cannot be opened: {error}; name another path",
        "{path} не открывается: {error}; укажите другой путь",
    ),
    "source_refused": ("{path}: {fault}", "{path}: {fault}"),
    "ledger_no_text": (
        "{path} is neither text nor a workbook; save the table as CSV or XLSX",
        "{path} не текст и не книга Excel; сохраните таблицу как CSV или XLSX",
    ),
    "ledger_headless": (
        "{path} has no header; its first row has to name the columns: " + _COLUMNS_EN,
        "{path}: нет заголовка; первая строка должна называть столбцы: " + _COLUMNS_RU,
    ),
    "ledger_columns": (
        "{path} has columns that do not make a ledger: {columns}; " + _COLUMNS_EN,
        "{path}: по столбцам это не счета и не платежи: {columns}; " + _COLUMNS_RU,
    ),
    "ledger_no_file": (
        "{path} is no file; name the files of the ledger",
        "{path} не файл; укажите сами файлы счетов и платежей",
    ),
    "ledger_empty": (
        "{path} is empty; export it again, or leave it out",
        "{path} пуст; выгрузите его ещё раз или уберите",
    ),
    "no_story": (
        "{file} is no story: it has no list of messages; take it out of the folder",
        "{file} не история: в нём нет списка писем; уберите его из папки",
    ),
    # Commands.
    "one_output": (
        "only one of --json and --html can go to standard output; name a file for the other",
        "в стандартный вывод может идти только одно из --json и --html; для другого укажите файл",
    ),
    "unwritten": (
        "cannot write {place}: {error}; name a file in a folder that you may write",
        "не удаётся записать {place}: {error}; укажите файл в папке, куда можно писать",
    ),
    # The second reader.
    "reader_address": (
        "the second reader's address is none; write it as http://127.0.0.1:11434/v1, without a key in it",
        "адрес второго читателя записан неверно; напишите его как http://127.0.0.1:11434/v1, без ключа в нём",
    ),
    "reader_plain": (
        "letters would go to {host} unencrypted; give the second reader an address that begins with https://",
        "письма ушли бы на {host} без шифрования; укажите второму читателю адрес, который начинается с https://",
    ),
    "reader_model": (
        "the second reader has no model; name one that it serves",
        "у второго читателя не указана модель; назовите ту, которая на нём есть",
    ),
    "reader_key": (
        "the key of the second reader is no key; set LEOPOLD_SECOND_READER_KEY to the key alone, on one line",
        "ключ второго читателя непохож на ключ; запишите в LEOPOLD_SECOND_READER_KEY только его, в одну строку",
    ),
    "reader_budget": (
        "the second reader's budget is {requests} requests; give it one at least",
        "второму читателю отведено запросов: {requests}; отведите хотя бы один",
    ),
    "reader_unreachable": (
        "{host} cannot be reached ({error}); start the server there, or correct the address",
        "{host} недоступен ({error}); запустите там сервер или исправьте адрес",
    ),
    "reader_slow": (
        "{host} did not answer within {seconds} s; take a smaller model, or ask about less",
        "{host} не ответил за {seconds} с; возьмите модель поменьше или отведите меньше запросов",
    ),
    "reader_cut": (
        "{host} broke off in the middle of an answer; look into its log",
        "{host} оборвал ответ на середине; посмотрите его журнал",
    ),
    "reader_large": (
        "{host} answers with more than {megabytes} MB; look what is served at this address",
        "ответ {host} больше {megabytes} МБ; проверьте, что находится по этому адресу",
    ),
    "reader_moved": (
        "{host} sends requests on to another address (HTTP {status}); configure that one, if you trust it",
        "{host} отсылает на другой адрес (HTTP {status}); укажите его сами, если доверяете ему",
    ),
    "reader_refused": (
        "{host} refuses requests (HTTP {status}); check address, model and key",
        "{host} отклоняет запросы (HTTP {status}); проверьте адрес, модель и ключ",
    ),
    "reader_busy": (
        "{host} is busy (HTTP {status}); scan again later",
        "{host} занят (HTTP {status}); повторите чтение позже",
    ),
    "reader_broken": (
        "{host} fails (HTTP {status}); look into its log",
        "на {host} сбой (HTTP {status}); посмотрите его журнал",
    ),
    "reader_unreadable": (
        "what {host} answers is no list of claims; take a model that keeps to JSON, or check the address",
        "ответ {host} не читается как список находок; возьмите модель, которая держится JSON, или проверьте адрес",
    ),
    # The reply coach.
    "draft_empty": (
        "the draft is empty; write the reply on standard input",
        "черновик пуст; подайте текст ответа на стандартный ввод",
    ),
    "draft_long": (
        "the draft is longer than {characters} characters; pass the reply alone",
        "черновик длиннее {characters} знаков; передайте только сам ответ",
    ),
    "draft_no_text": (
        "the draft is no text in UTF-8; save it as plain text or HTML",
        "черновик не текст в UTF-8; сохраните его как простой текст или HTML",
    ),
    "coach_whose": (
        "the letters do not tell which side is yours; name your mail domains with --ours",
        "из писем не видно, какая сторона ваша; укажите свои почтовые домены через --ours",
    ),
    "coach_no_talk": (
        "there is no conversation between us and anybody by that day; name other letters, --ours or --as-of",
        "к этому дню нет переписки между нами и кем-либо; укажите другие письма, --ours или --as-of",
    ),
    "coach_unknown_talk": (
        "no conversation is called {name!r}; name a subject or a Message-ID that stands in the letters",
        "нет переписки {name!r}; укажите тему или Message-ID, которые есть в письмах",
    ),
    # The desk.
    "whose_desk": (
        "The letters do not tell which side is yours; name your mail domains with the import",
        "Из писем не видно, какая сторона ваша; укажите свои почтовые домены при импорте",
    ),
    "changed": (
        "{source} changed while it was being imported; import it again",
        "{source}: файл изменился во время импорта; импортируйте его ещё раз",
    ),
    "worker_died": (
        "its worker died each time it was tried; look into the log, then import again",
        "при каждой попытке фоновый процесс прерывался; посмотрите журнал и повторите импорт",
    ),
    "unexpected": (
        "something went wrong that Leopold did not foresee ({error}); please report it",
        "случилось то, чего Leopold не предусмотрел ({error}); пожалуйста, сообщите нам",
    ),
    "no_workspace": (
        "there is no workspace yet; start `leopold-web serve` and open its first page",
        "рабочего пространства ещё нет; запустите `leopold-web serve` и откройте первую страницу",
    ),
    "port_taken": (
        "cannot listen on {host} port {port}: {error}; try another --port",
        "нельзя принимать соединения на {host}, порт {port}: {error}; попробуйте другой --port",
    ),
    "no_sample": (
        "the sample could not be imported: {fault}",
        "не удалось импортировать образец: {fault}",
    ),
    # Statements and invoices.
    **LEDGER,
    # What is forecast.
    **FORECAST,
    # What is settled.
    **SETTLEMENT,
    # Reminders, plans and late interest.
    **DUNNING,
}
"""The sentences by kind: English, Russian. The reason of a refusal begins small, after the place it is about."""
