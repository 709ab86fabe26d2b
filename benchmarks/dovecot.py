"""A real Dovecot on a scratch folder, and what its THREAD command says of some letters.

Needs Debian's dovecot-imapd. It listens on a free port of the loopback, as the user who runs it or, for root, as the
user "mail", and is gone with its folder when the work is done.
"""

from __future__ import annotations

import grp
import imaplib
import os
import pwd
import re
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

USER, PASSWORD = "ivan@example.org", "secret"
NUMBER = b"X-Leopold-Number"
ANSWER = 50_000_000
"""Bytes of one line that the server may answer; imaplib allows a million."""

_CONFIGURATION = """
base_dir = {home}/run
state_dir = {home}/run
log_path = {home}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:{home}/mail
first_valid_uid = 1
{users}
passdb {{
  driver = passwd-file
  args = scheme=PLAIN username_format=%u {home}/users
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={home}/mail
}}
namespace inbox {{
  inbox = yes
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
"""
_TOKEN = re.compile(rb"\d+|[()]")


@contextmanager
def mailbox(letters: Iterable[bytes]) -> Iterator[imaplib.IMAP4]:
    """Start a Dovecot whose INBOX holds `letters`, selected; each bears its number, from 0, in `X-Leopold-Number`.

    Raises CalledProcessError when it does not start.
    """
    with tempfile.TemporaryDirectory(prefix="dovecot-") as folder:
        home = Path(folder)
        port = _free_port()
        configuration = _prepare(home, letters, port)
        _run("dovecot", "-c", str(configuration))
        try:
            with imaplib.IMAP4("127.0.0.1", port) as connection:
                connection.login(USER, PASSWORD)
                connection.select("INBOX")
                yield connection
        finally:
            _run("doveadm", "-c", str(configuration), "stop")


def threads(letters: Iterable[bytes], algorithm: str = "REFS") -> list[list[int]]:
    """Return what Dovecot joins: for each thread the numbers of its letters, from 0, sorted."""
    imaplib._MAXLINE = ANSWER  # type: ignore[attr-defined]
    with mailbox(letters) as connection:
        _, fetched = connection.fetch("1:*", f"(BODY.PEEK[HEADER.FIELDS ({NUMBER.decode()})])")
        numbers = dict(_number(each) for each in fetched if isinstance(each, tuple))
        _, answer = connection.thread(algorithm, "UTF-8", "ALL")
    found = _top_level(b"".join(answer))
    return [sorted(numbers[each] for each in thread) for thread in found]


def _number(fetched: tuple[bytes, bytes]) -> tuple[int, int]:
    sequence, header = fetched
    return int(sequence.split()[0]), int(header.split(b":")[1])


def _top_level(answer: bytes) -> list[list[int]]:
    found: list[list[int]] = []
    depth = 0
    for token in _TOKEN.findall(answer):
        if token == b"(":
            if depth == 0:
                found.append([])
            depth += 1
        elif token == b")":
            depth -= 1
        else:
            found[-1].append(int(token))
    return found


def _prepare(home: Path, letters: Iterable[bytes], port: int) -> Path:
    home.chmod(0o755)
    for name in ("run", "mail/cur", "mail/new", "mail/tmp"):
        (home / name).mkdir(parents=True)
    for number, letter in enumerate(letters):
        body = letter.partition(b"\n")[2] if letter.startswith(b"From ") else letter
        (home / "mail/cur" / f"{number}.letter:2,").write_bytes(b"%s: %d\n%s" % (NUMBER, number, body))
    user, group, users = "mail", "mail", ""
    if os.geteuid() == 0:
        for path in (home / "mail", *(home / "mail").rglob("*")):
            shutil.chown(path, user, group)
    else:
        user, group = pwd.getpwuid(os.getuid()).pw_name, grp.getgrgid(os.getgid()).gr_name
        users = f"default_internal_user = {user}\ndefault_login_user = {user}\ndefault_internal_group = {group}"
    (home / "users").write_text(f"{USER}:{{PLAIN}}{PASSWORD}\n")
    configuration = home / "dovecot.conf"
    configuration.write_text(_CONFIGURATION.format(home=home, port=port, user=user, group=group, users=users))
    return configuration


def _run(name: str, *arguments: str) -> None:
    program = shutil.which(name, path=_search())
    if program is None:
        raise FileNotFoundError(f"{name} is not installed; on Debian: apt install dovecot-imapd")
    subprocess.run([program, *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _search() -> str:
    return os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/bin"))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
