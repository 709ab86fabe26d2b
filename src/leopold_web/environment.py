"""What the desk takes from its environment: the data folder, the database, the secret key, switches.

LEOPOLD_DATA        the folder of all that is kept (default: the user's data folder)
DATABASE_URL        postgresql://user:password@host:port/name; default: SQLite in the data folder
LEOPOLD_SECRET_KEY  default: made once and kept in the data folder, readable by its owner alone
LEOPOLD_HOSTS       names under which the desk is reached, with commas
LEOPOLD_LISTEN      the address that the server is bound to; set by `leopold-web serve`
LEOPOLD_HTTPS       0 where browsers reach the desk without TLS, although from another machine
LEOPOLD_PROXY       1 when a proxy of ours stands before it and sets X-Forwarded-Proto
LEOPOLD_TIME_ZONE   in which days and times are shown, such as Europe/Moscow (default: UTC)
LEOPOLD_DEMO        1 for the demo; set by `leopold-web demo`
LEOPOLD_MAIL_URL, _FROM
                    the mail server that takes the desk's letters, and the address they come from; no letter goes
                    out while there is no URL; see mail_server.py
LEOPOLD_SECOND_READER_URL, _MODEL, _KEY, _BUDGET
                    an endpoint that conversations in doubt are sent to; nothing is sent while there is no URL
"""

from __future__ import annotations

import ipaddress
import os
import secrets
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit
from zoneinfo import available_timezones

from leopold.errors import LeopoldError
from leopold.second_reader import Budget, SecondReader
from leopold.second_reader.settings import REQUESTS

EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - compared with, not listened on
LOCAL_NAMES = ("localhost", "127.0.0.1", "[::1]")
# Measured with four writers and an import: DEFERRED loses writes to "database is locked", IMMEDIATE with a
# patient timeout loses none.
SQLITE = {
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA mmap_size=1073741824;"
    "PRAGMA cache_size=-65536;PRAGMA temp_store=MEMORY;PRAGMA journal_size_limit=67108864;"
    "PRAGMA secure_delete=ON;",
}


SECOND_READER_SECONDS = 90.0
"""Seconds that a second reader may take in one analysis: a worker that is silent for longer counts as dead."""


class UnusableSettingError(Exception):
    """A setting that cannot be understood, said in one sentence."""


def flag(name: str, default: bool = False) -> bool:
    """Return the switch `name`: on for 1, true, yes, on; `default` when it is not set."""
    value = os.environ.get(name, "").strip().lower()
    return value in {"1", "true", "yes", "on"} if value else default


def names(name: str) -> list[str]:
    """Return the words of `name`, separated by commas."""
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()]


def time_zone() -> str:
    """Return the time zone in which pages show days and times."""
    name = os.environ.get("LEOPOLD_TIME_ZONE", "").strip() or "UTC"
    if name not in available_timezones():
        raise UnusableSettingError(f"LEOPOLD_TIME_ZONE is {name!r}, which is no time zone; write it as Europe/Moscow")
    return name


def second_reader(folder: Path) -> SecondReader | None:
    """Return the second reader that analyses ask, None where none is configured; its answers are kept in `folder`."""
    url, model, key, budget = (
        os.environ.get(f"LEOPOLD_SECOND_READER_{name}", "").strip() for name in ("URL", "MODEL", "KEY", "BUDGET")
    )
    if not url:
        return None
    if budget and not (budget.isascii() and budget.isdigit() and len(budget) < 7):
        raise UnusableSettingError(f"LEOPOLD_SECOND_READER_BUDGET is {budget!r}; write a number of requests, as 20")
    try:
        limits = Budget.of(int(budget or REQUESTS), SECOND_READER_SECONDS)
        return SecondReader(url, model, key, limits, folder / "second-reader")
    except LeopoldError as error:
        raise UnusableSettingError(f"LEOPOLD_SECOND_READER_URL and those beside it: {error}") from error


def data_folder() -> Path:
    """Return the folder in which the desk keeps everything."""
    if place := os.environ.get("LEOPOLD_DATA"):
        return Path(place).absolute()
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "leopold"


@contextmanager
def folder_for_once(chosen: Path | None) -> Iterator[Path]:
    """Give the folder chosen, or one that is thrown away afterwards."""
    if chosen is not None:
        yield chosen.absolute()
        return
    with tempfile.TemporaryDirectory(prefix="leopold-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def prepare(folder: Path) -> None:
    """Make the data folder and the secret key in it, both for their owner alone; keep what is there.

    Raises UnusableSettingError where this user cannot keep anything there.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        secret(folder / "secret-key", 64)
    except OSError as error:
        why = error.strerror or str(error)
        raise UnusableSettingError(f"the data folder {folder} cannot be used: {why}; name another one") from error


def secret(place: Path, size: int) -> str:
    """Return the secret kept at `place`, for its owner alone; at the first call one made of `size` random bytes.

    It is never there half: whoever finds it finds all of it, though others make it meanwhile or the disk is full.
    """
    if not place.exists():
        handle, unfinished = tempfile.mkstemp(dir=place.parent)
        try:
            with os.fdopen(handle, "w") as file:
                file.write(secrets.token_urlsafe(size))
            try:
                os.link(unfinished, place)
            except FileExistsError:
                pass
            except OSError:  # a file system without links
                Path(unfinished).replace(place)
        finally:
            Path(unfinished).unlink(missing_ok=True)
    return place.read_text()


def secret_key(folder: Path) -> str:
    """Return the secret key: of the environment, of the folder, or one for this process where nothing is prepared."""
    if key := os.environ.get("LEOPOLD_SECRET_KEY"):
        return key
    try:
        return (folder / "secret-key").read_text() or secrets.token_urlsafe(64)
    except FileNotFoundError:
        return secrets.token_urlsafe(64)


def is_loopback(address: str) -> bool:
    """Return whether `address` is reached from this machine alone."""
    try:
        return ipaddress.ip_address(address.strip("[]")).is_loopback
    except ValueError:
        return address == "localhost"


def all_local(names: list[str]) -> bool:
    """Return whether all of these names mean this machine."""
    return all(map(is_loopback, names))


def is_local(names: list[str]) -> bool:
    """Return whether the server is known to listen to this machine alone, and under local names alone."""
    return is_loopback(os.environ.get("LEOPOLD_LISTEN", "")) and all_local(names)


def hosts() -> list[str]:
    """Return the names under which browsers may reach the desk."""
    if named := names("LEOPOLD_HOSTS"):
        return named
    address = os.environ.get("LEOPOLD_LISTEN", "")
    if not address or is_loopback(address):
        return list(LOCAL_NAMES)
    own = {socket.gethostname().lower(), socket.getfqdn().lower()}
    if address not in EVERYWHERE:
        own.add(f"[{address}]" if ":" in address else address)
    return [*LOCAL_NAMES, *sorted(own - set(LOCAL_NAMES))]


def database(folder: Path) -> dict[str, Any]:
    """Return Django's settings of the database: that of DATABASE_URL, else SQLite in `folder`."""
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": folder / "leopold.sqlite3",
            "CONN_MAX_AGE": None,
            "ATOMIC_REQUESTS": False,
            "OPTIONS": SQLITE,
        }
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise UnusableSettingError(f"DATABASE_URL cannot be understood: {error}") from error
    if parts.scheme not in {"postgresql", "postgres"}:
        raise UnusableSettingError("DATABASE_URL must begin with postgresql://; leave it away for SQLite")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "ATOMIC_REQUESTS": False,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }
