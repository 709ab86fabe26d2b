"""The command line. Data to standard output, words to standard error; exit 0, 1 for a failure, 2 for wrong use."""

from __future__ import annotations

import argparse
import gc
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from leopold import __version__
from leopold.errors import LeopoldError
from leopold.languages import LANGUAGES, of_user
from leopold.writing import write, write_json, write_parts

if TYPE_CHECKING:
    from leopold.model import Refusal
    from leopold.scanning import Progress
    from leopold.second_reader import SecondReader


SECOND_READER_KEY = "LEOPOLD_SECOND_READER_KEY"
"""The variable that the key of a second reader is taken from: options are seen by everybody on the machine."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that `arguments` name and return the exit status."""
    _open_output()
    options = _parser().parse_args(arguments)
    # A scan builds one large structure and ends: the cyclic collector would only walk over it again and again.
    gc.disable()
    try:
        action: Callable[[argparse.Namespace], int | None] = options.action
        status = action(options)
        sys.stdout.flush()
    except LeopoldError as error:
        language = getattr(options, "language", of_user())
        print(f"leopold: {error.fault.said(language)}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130
    return status or 0


def _open_output() -> None:
    """Make standard output take every sentence, whatever it can show, and whether or not anybody listens."""
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - it stays open to the end
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("leopold", description="Notice trouble in a relationship while it is small.")
    parser.add_argument("--version", action="version", version=f"leopold {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _scan_parser(commands)
    _coach_parser(commands)
    _settle_parser(commands)
    _dates_parser(commands)
    for name, action, words in (
        ("threads", _threads, "which letters belong together, and why"),
        ("words", _words, "own words, quotes, forwards and signature of letters"),
    ):
        command = commands.add_parser(name, help=words, description=words[0].upper() + words[1:] + ", as JSON.")
        command.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        command.add_argument("--json", metavar="FILE", default="-", help="where to write; - is standard output")
        command.set_defaults(action=action)
    _ledger_parser(commands)
    return parser


def _scan_parser(commands: Any) -> None:
    words = "Read letters and a ledger, and say which relationships need a person."
    scan = commands.add_parser("scan", help=words[0].lower() + words[1:-1], description=words)
    scan.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="mbox, Maildir, .eml, folder, archive, table")
    scan.add_argument("--ours", nargs="+", action="extend", default=[], metavar="DOMAIN", help="our own mail domains")
    scan.add_argument(
        "--ledger", nargs="+", action="extend", default=[], type=Path, metavar="FILE", help="invoices and payments, CSV"
    )
    scan.add_argument(
        "--as-of",
        type=_day,
        metavar="DATE",
        help="what was known that evening; by default on the day of the last letter",
    )
    scan.add_argument(
        "--threshold", type=_probability, default=0.5, metavar="P", help="probability that an alert needs"
    )
    scan.add_argument("--capacity", type=_capacity, metavar="N", help="at most N new alerts a day; the others wait")
    _calendar_option(scan)
    scan.add_argument("--language", choices=LANGUAGES, default=of_user(), help="of the sentences")
    scan.add_argument("--json", metavar="FILE", help="write all that was found; - is standard output")
    scan.add_argument("--html", metavar="FILE", help="write one self-contained page; - is standard output")
    where = scan.add_mutually_exclusive_group()
    where.add_argument("--store", type=Path, metavar="FOLDER", help="where scans are kept for the next time")
    where.add_argument("--no-store", action="store_true", help="keep nothing")
    _second_reader_options(scan)
    scan.set_defaults(action=_scan, parser=scan)


def _second_reader_options(scan: argparse.ArgumentParser) -> None:
    words = (
        "Off unless an address is given: then conversations that Leopold is unsure of are sent there, without names "
        f"and addresses as far as it knows them. A key is taken from {SECOND_READER_KEY} alone."
    )
    second = scan.add_argument_group("second reader", words)
    second.add_argument(
        "--second-reader", metavar="URL", help="an OpenAI-compatible endpoint: http://127.0.0.1:11434/v1"
    )
    second.add_argument("--second-reader-model", metavar="NAME", help="the model to ask there")
    second.add_argument("--second-reader-budget", type=int, metavar="N", help="requests, at most; 20 unless named")


def _coach_parser(commands: Any) -> None:
    words = "Say what may hurt in a draft reply, read from standard input."
    coach = commands.add_parser("coach", help=words[0].lower() + words[1:-1], description=words)
    coach.add_argument(
        "--conversation", required=True, type=Path, metavar="FILE", help="the letters answered: all that scan reads"
    )
    coach.add_argument("--ours", nargs="+", action="extend", default=[], metavar="DOMAIN", help="our own mail domains")
    coach.add_argument(
        "--ledger", nargs="+", action="extend", default=[], type=Path, metavar="FILE", help="invoices and payments, CSV"
    )
    coach.add_argument(
        "--as-of", type=_day, metavar="DATE", help="the day on which the reply is sent; today by default"
    )
    coach.add_argument("--subject", default="", metavar="TEXT", help="of the conversation, where there are several")
    coach.add_argument("--message-id", default="", metavar="ID", help="of a letter of the conversation")
    coach.add_argument("--suggest-wording", action="store_true", help="give an example of other words for each finding")
    coach.add_argument("--language", choices=LANGUAGES, default=of_user(), help="of reasons and suggestions")
    coach.add_argument("--json", metavar="FILE", help="write all that was found; - is standard output")
    coach.set_defaults(action=_coach, parser=coach)


def _settle_parser(commands: Any) -> None:
    words = "Find the fair packages of a negotiation scenario."
    settle = commands.add_parser("settle", help=words[0].lower() + words[1:-1], description=words)
    settle.add_argument(
        "path",
        type=Path,
        metavar="PATH",
        help="our scenario file, or the folder of a Genius, GeniusWeb or NegoLog domain",
    )
    settle.add_argument(
        "--profile",
        nargs="+",
        action="extend",
        type=Path,
        metavar="FILE",
        help="the parties' profiles in that folder; all by default",
    )
    settle.add_argument("--language", choices=LANGUAGES, default=of_user(), help="of the table")
    settle.add_argument("--json", metavar="FILE", help="write all that was found; - is standard output")
    settle.set_defaults(action=_settle)


def _dates_parser(commands: Any) -> None:
    words = "For each line of standard input say the day that is due by it, or - for none."
    dates = commands.add_parser("dates", help=words[0].lower() + words[1:-1], description=words)
    dates.add_argument(
        "--written", required=True, type=_day, metavar="DATE", help="the day on which the lines were written"
    )
    dates.add_argument("--language", choices=LANGUAGES, default=of_user(), help="of the lines")
    _calendar_option(dates)
    dates.add_argument("--json", metavar="FILE", help="write spans and precision, too; - is standard output")
    dates.set_defaults(action=_dates)


def _calendar_option(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--calendar",
        type=_country,
        default=None,
        metavar="CODE",
        help="whose holidays count and which part of 3/12 is the month: US, GB, RU …; by default the language's own",
    )


def _ledger_parser(commands: Any) -> None:
    words = (
        "Read statements, invoices and tables, and say which payment is for what and when the rest will come, as JSON."
    )
    ledger = commands.add_parser("ledger", help=words[0].lower() + words[1:-1], description=words)
    ledger.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    ledger.add_argument(
        "--as-of",
        type=_day,
        metavar="DATE",
        help="forecast from what was known that evening; by default on the last day of the files",
    )
    ledger.add_argument("--no-forecast", action="store_true", help="only read and match")
    ledger.add_argument("--json", metavar="FILE", default="-", help="where to write; - is standard output")
    ledger.set_defaults(action=_ledger)


def _country(text: str) -> str:
    from leopold.commitments import calendar_of

    try:
        calendar_of(text)
    except KeyError:
        words = f"{text!r} is no country with known holidays; write a code of ISO 3166, as US"
        raise argparse.ArgumentTypeError(words) from None
    return text


def own_domain(text: str) -> str:
    """Return one of our own mail domains as the engine takes it, for argparse."""
    from leopold.correspondence.ours import own_side

    if side := own_side(text):
        return side
    raise argparse.ArgumentTypeError(f"{text!r} is no mail domain; write it as example.com")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2026-03-31") from error


def _probability(text: str) -> float:
    try:
        found = float(text)
    except ValueError:
        found = 0.0
    if 0 < found < 1:
        return found
    raise argparse.ArgumentTypeError(f"{text!r} is no probability between 0 and 1; write it as 0.6")


def _capacity(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text[:9]) > 0:
        return int(text[:9])
    raise argparse.ArgumentTypeError(f"{text!r} is no number of alerts; write it as 5")


def _sort_out(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """Take for paths what stood behind --ours or --ledger, where no path was named and such files exist."""
    if options.paths:
        return
    for words in (options.ours, options.ledger):
        taken = [word for word in words[1:] if Path(word).exists()]
        if taken and len(taken) < len(words):
            options.paths = [Path(word) for word in taken]
            words[:] = [word for word in words if word not in taken]
            return
    parser.error("the following arguments are required: PATH")


def _own_domains(options: argparse.Namespace) -> None:
    try:
        options.ours = [own_domain(word) for word in options.ours]
    except argparse.ArgumentTypeError as error:
        options.parser.error(f"argument --ours: {error}")


def _scan(options: argparse.Namespace) -> None:
    from leopold import report, store

    _sort_out(options.parser, options)
    _own_domains(options)
    if options.json == options.html == "-":
        raise LeopoldError("one_output")
    folder = None if options.no_store else options.store or store.default_folder()
    today = datetime.now(UTC).date()
    reader = _second_reader(options, folder)
    choices = (
        *(tuple(options.ours), options.as_of, options.language, today, options.threshold, options.capacity),
        options.calendar,
        *(reader.options if reader else ()),
    )
    name = store.key([*options.paths, *options.ledger], choices) if folder else ""
    document = store.load(folder, name) if folder else None
    if document is None:
        document = _scanned(options, today, reader)
        # What a second reader did not get to, the next scan asks.
        if folder and not (reader and (document["second_reader"]["failed"] or document["second_reader"]["not_asked"])):
            store.save(folder, name, document)
    if options.json:
        write_json(options.json, document)
    if options.html:
        write(options.html, report.page(document))
    if "-" not in (options.json, options.html):
        report.show(document, sys.stdout)
    for note in [*report.notes(document), *report.refusals(document)]:
        print(note, file=sys.stderr)


def _second_reader(options: argparse.Namespace, folder: Path | None) -> SecondReader | None:
    """Return the second reader that the options name, None when they name none."""
    if options.second_reader is None:
        if options.second_reader_model or options.second_reader_budget is not None:
            options.parser.error("--second-reader-model and --second-reader-budget need --second-reader URL")
        return None
    from leopold.second_reader import Budget, SecondReader
    from leopold.second_reader.answers import default_folder

    kept = None if folder is None else options.store / "second-reader" if options.store else default_folder()
    requests, key = options.second_reader_budget, os.environ.get(SECOND_READER_KEY, "")
    try:
        budget = Budget() if requests is None else Budget.of(requests)
        return SecondReader(options.second_reader, options.second_reader_model or "", key, budget, kept)
    except LeopoldError as error:
        parser: argparse.ArgumentParser = options.parser
        parser.error(error.fault.said(options.language))


def _scanned(options: argparse.Namespace, today: date, reader: SecondReader | None) -> dict[str, Any]:
    from leopold.commitments import calendar_of
    from leopold.report import document
    from leopold.scanning import scan

    if reader:
        from leopold.report.labels import LABELS

        said, budget = LABELS[options.language]["second_before"], reader.budget
        values = {"host": reader.host, "model": reader.model, "requests": budget.requests, "seconds": budget.seconds}
        print(said.format_map(values), file=sys.stderr)
    with _progress(options.paths) as progress:
        found = scan(
            options.paths,
            ours=options.ours,
            ledger=options.ledger,
            as_of=options.as_of,
            today=today,
            progress=progress,
            second_reader=reader,
            threshold=options.threshold,
            capacity=options.capacity,
            calendar=None if options.calendar is None else calendar_of(options.calendar),
        )
    return document(found, options.language)


@contextmanager
def _progress(paths: Sequence[Path]) -> Iterator[Progress | None]:
    """Show a bar on standard error while letters are read, if that is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    from leopold.ingest import size

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TimeElapsedColumn(),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("0", total=size(paths))

        def tell(letters: int, read: int) -> None:
            if letters % 100 == 0:
                bar.update(task, completed=read, description=f"{letters}")

        yield tell


def _coach(options: argparse.Namespace) -> None:
    from leopold.coaching import coach, document
    from leopold.coaching.documents import lines, notes
    from leopold.coaching.drafts import decoded

    _own_domains(options)
    found = coach(
        decoded(sys.stdin.buffer.read()),
        options.conversation,
        today=options.as_of or datetime.now(UTC).date(),
        ours=options.ours,
        ledger=options.ledger,
        subject=options.subject,
        message_id=options.message_id,
    )
    if options.json:
        write_json(options.json, document(found, options.language, examples=options.suggest_wording))
    if options.json != "-":
        for line in lines(found, options.language, examples=options.suggest_wording):
            print(line)
    for note in notes(found, options.language):
        print(note, file=sys.stderr)


def _dates(options: argparse.Namespace) -> None:
    from dataclasses import asdict

    from leopold.commitments import calendar_of, due

    calendar = calendar_of(options.calendar) if options.calendar is not None else None
    found = []
    for line in io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", errors="replace"):
        one = due(line.rstrip("\r\n"), options.written, options.language, calendar)
        if options.json != "-":
            print(one.date if one else "-")
        found.append({**asdict(one), "date": str(one.date)} if one else None)
    if options.json:
        write_json(options.json, {"version": 1, "due": found})


def _settle(options: argparse.Namespace) -> None:
    from leopold.settlement.command import document, settled, show

    found = settled(options.path, options.profile)
    if options.json:
        write_json(options.json, document(*found))
    if options.json != "-":
        show(*found, options.language, sys.stdout)


def _threads(options: argparse.Namespace) -> None:
    from leopold.correspondence.threads import thread
    from leopold.correspondence.zones import zones
    from leopold.scanning import read_letters

    inbox = read_letters(options.paths)
    _tell_refusals(inbox.refusals)
    found = [
        {
            "message_ids": list(conversation.message_ids),
            "links": [{"child": link.child, "parent": link.parent, "by": link.by} for link in conversation.links],
        }
        for conversation in thread(inbox.messages, zones)
    ]
    write_json(options.json, found)


def _words(options: argparse.Namespace) -> None:
    from leopold.correspondence.zones import zones
    from leopold.scanning import read_letters

    inbox = read_letters(options.paths)
    _tell_refusals(inbox.refusals)
    found = []
    for message in inbox.messages:
        spans = [(zone.kind, zone.start, zone.end, message.text[zone.start : zone.end]) for zone in zones(message)]
        texts = {
            kind: "".join(text for of, _, _, text in spans if of == kind)
            for kind in ("own", "quote", "forward", "signature")
        }
        stretches = [dict(zip(("kind", "start", "end", "text"), span, strict=True)) for span in spans]
        found.append(
            {
                "source": message.source,
                "position": message.position,
                "message_id": message.id,
                **texts,
                "spans": stretches,
            }
        )
    write_json(options.json, found)


def _ledger(options: argparse.Namespace) -> int:
    from leopold.ledger import match, read_books
    from leopold.ledger.documents import parts
    from leopold.ledger.standing import last_day

    books = read_books(options.paths, strict=False)
    if options.no_forecast:
        found = parts(books, match(books.invoices, books.payments), of_user())
    else:
        from leopold.forecast import documents

        day = options.as_of or last_day(books.invoices, books.payments, datetime.now(UTC).date())
        found = documents.parts(books, of_user(), day)
    write_parts(options.json, found)
    wrong = {refusal.source: refusal for refusal in reversed(books.refusals)}
    for source in books.failed:
        reason = wrong[source].fault.said(of_user())
        print(f"leopold: {reason if source in reason else f'{source}: {reason}'}", file=sys.stderr)
    return 1 if books.failed else 0


def _refused(refusal: Refusal) -> dict[str, Any]:
    return {"source": refusal.source, "position": refusal.position, "reason": refusal.fault.said(of_user())}


def _tell_refusals(refusals: Sequence[Refusal]) -> None:
    for refusal in refusals:
        print("{source}:{position}: {reason}".format_map(_refused(refusal)), file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
