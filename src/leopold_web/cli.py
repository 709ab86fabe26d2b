"""The desk's command line. Words to standard error; exit 0, 1 for a failure it explains, 2 for wrong use."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from django.db import DatabaseError

from leopold import __version__
from leopold.cli import own_domain
from leopold.errors import LeopoldError
from leopold.languages import of_user
from leopold_web import environment


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that `arguments` name and return the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leopold_web.settings")
    try:
        if given[:1] == ["manage"]:
            return _manage(given[1:])
        options = _parser().parse_args(given)
        action: Callable[[argparse.Namespace], int] = options.action
        return action(options)
    except LeopoldError as error:
        return _explain(error.fault.said(of_user()))
    except environment.UnusableSettingError as error:
        return _explain(str(error))
    except DatabaseError as error:
        reason = str(error).strip().partition("\n")[0]
        return _explain(f"the database cannot be used: {reason}; where it is new, run `leopold-web migrate`")
    except KeyboardInterrupt:
        return 130


def _explain(sentence: str) -> int:
    print(f"leopold-web: {sentence}", file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("leopold-web", description="The desk: relationships in the browser.")
    parser.add_argument("--version", action="version", version=f"leopold-web {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    demo = _command(commands, "demo", _demo, "start the desk on the built-in sample, signed in")
    serve = _command(commands, "serve", _serve, "start the desk and a worker")
    for command in (demo, serve):
        command.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
        command.add_argument("--port", type=_port, default=8000, help="port to listen on (8000); 0 takes a free one")
    demo.add_argument("--data", type=Path, metavar="DIR", help="keep the demo's data here (a folder thrown away)")
    demo.add_argument("--no-browser", action="store_true", help="open no browser")
    serve.add_argument("--data", type=Path, metavar="DIR", help="the data folder (LEOPOLD_DATA)")
    serve.add_argument("--processes", type=_count, default=1, metavar="N", help="server processes (1)")
    serve.add_argument("--no-worker", action="store_true", help="start no worker; some other one does the work")
    _command(commands, "migrate", _migrate, "bring the database up to this version")
    worker = _command(commands, "worker", _worker, "do background work until told to stop")
    worker.add_argument("--batch", action="store_true", help="stop when nothing is left to do")
    tick = _command(commands, "tick", _tick, "start again what died, and what is due; for a timer")
    tick.add_argument("--dead-after", type=float, metavar="SECONDS", help="of silence, a worker counts as dead (120)")
    takes = _command(commands, "import", _import, "import letters and ledgers, and wait for the end")
    takes.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="mbox, Maildir, .eml, folder, archive, table"
    )
    takes.add_argument("--ledger", nargs="+", action="extend", default=[], type=Path, metavar="FILE", help="CSV files")
    takes.add_argument("--ours", nargs="+", action="extend", default=[], type=own_domain, metavar="DOMAIN")
    commands.add_parser("manage", help="run a command of Django, as in `leopold-web manage check`")
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    action: Callable[[argparse.Namespace], int],
    words: str,
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=words, description=words[0].upper() + words[1:] + ".")
    command.set_defaults(action=action)
    return command


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port; take a number up to 65535")
    return int(text)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no count; take 1 or more")
    return int(text)


def _ready() -> None:
    """Make the data folder ready and load Django."""
    import django

    environment.prepare(environment.data_folder())
    django.setup()


def _manage(arguments: Sequence[str]) -> int:
    from django.core.management import execute_from_command_line

    environment.prepare(environment.data_folder())
    execute_from_command_line(["leopold-web manage", *arguments])
    return 0


def _migrate(_options: argparse.Namespace) -> int:
    _ready()
    from leopold_web import serving

    serving.migrate()
    return 0


def _worker(options: argparse.Namespace) -> int:
    _ready()
    from leopold_web import working

    working.work(batch=options.batch)
    return 0


def _tick(options: argparse.Namespace) -> int:
    _ready()
    from django.utils import timezone

    from leopold_web.commitments import reminders
    from leopold_web.inbox import jobs
    from leopold_web.inbox.actions import request_daily_analysis
    from leopold_web.notifications import delivery
    from leopold_web.receivables.acting import ticking as asking
    from leopold_web.round_tables.actions import ticking

    request_daily_analysis()
    ticking.tick(timezone.now())
    reminders.tick(timezone.now())
    asking.tick(timezone.now())
    delivery.tick(timezone.now())
    print(f"{jobs.tick(options.dead_after)} started", file=sys.stderr)
    return 0


def _import(options: argparse.Namespace) -> int:
    if not options.files and not options.ledger:
        print("leopold-web import: name a file to import, or a ledger with --ledger", file=sys.stderr)
        return 2
    _ready()
    from leopold_web import working

    return working.import_and_wait(options.files, options.ledger, options.ours)


def _serve(options: argparse.Namespace) -> int:
    if options.data:
        os.environ["LEOPOLD_DATA"] = str(options.data.absolute())
    os.environ["LEOPOLD_LISTEN"] = options.host
    _ready()
    from leopold_web import serving

    serving.migrate()
    serving.tell_setup_code()
    return serving.serve(options.host, options.port, options.processes, with_worker=not options.no_worker)


def _demo(options: argparse.Namespace) -> int:
    with environment.folder_for_once(options.data) as folder:
        os.environ.update(LEOPOLD_DATA=str(folder), LEOPOLD_LISTEN=options.host, LEOPOLD_DEMO="1")
        _ready()
        from leopold_web import demo

        return demo.serve(options.host, options.port, browser=not options.no_browser)


if __name__ == "__main__":
    sys.exit(main())
