"""The server and the worker beside it."""

from __future__ import annotations

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import webbrowser
from collections.abc import Iterator

from django.conf import settings
from django.core.management import call_command
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from leopold.errors import LeopoldError
from leopold_web import orphans
from leopold_web.accounts import actions, setup

NUDGE = 0.5
"""Seconds after which the main thread looks up, at most."""
STOPPING = 10
"""Seconds in which a worker may finish what it does before it is told to drop it; the job goes on at the next start."""


def migrate() -> None:
    """Bring the database up to this version."""
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)


def tell_setup_code() -> None:
    """Print the one-time setup code where somebody elsewhere could reach the first-run page, and how they must come."""
    if settings.LEOPOLD_HTTPS:
        say(f"Browsers reach this desk by https alone, under the names {', '.join(settings.ALLOWED_HOSTS)}.")
        say("LEOPOLD_HOSTS sets other names.")
        say("Put a proxy with TLS before it and set LEOPOLD_PROXY=1, or set LEOPOLD_HTTPS=0 in a network you trust.")
    if actions.needs_first_run() and setup.is_needed():
        say(f"Setup code for the first-run page: {setup.code()}")


def say(sentence: str) -> None:
    """Print a sentence to standard error."""
    print(sentence, file=sys.stderr, flush=True)


def free_port(host: str, port: int) -> int:
    """Return `port`, or a free one for 0; LeopoldError when it is taken or `host` is no address of this machine."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            why = error.strerror or str(error)
            raise LeopoldError("port_taken", host=host, port=port, error=why) from error
        return int(trial.getsockname()[1])


def serve(host: str, port: int, processes: int = 1, *, with_worker: bool = True, browser: bool = False) -> int:
    """Serve until told to stop; 0 when it was."""
    port = free_port(host, port)
    os.environ[orphans.PARENT] = str(os.getpid())
    with worker() if with_worker else contextlib.nullcontext():
        threading.Thread(target=_announce, args=(host, port, browser), daemon=True).start()
        _stay_awake()
        Server(
            "leopold_web.wsgi:application",
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            workers=processes,
            blocking_threads=4,
            workers_kill_timeout=STOPPING,
            log_level=LogLevels.warning,
        ).serve()
    return 0


def _stay_awake() -> None:
    """Let the main thread look up now and then.

    It waits on a lock for the server's end. The system may hand a SIGTERM to any other thread, and Python runs the
    handler in the main one alone, which would sleep on and never hear of it.
    """
    main = threading.get_ident()
    signal.signal(signal.SIGURG, lambda *_: None)

    def nudge() -> None:
        while True:
            time.sleep(NUDGE)
            signal.pthread_kill(main, signal.SIGURG)

    threading.Thread(target=nudge, daemon=True).start()


@contextlib.contextmanager
def worker() -> Iterator[None]:
    """Keep a worker running meanwhile, in a process of its own."""
    keeper = _Keeper()
    try:
        yield
    finally:
        keeper.stop()


class _Keeper:
    """Starts a worker, and another when it dies."""

    def __init__(self) -> None:
        self.stopping = threading.Event()
        self.starting = threading.Lock()
        self.process = _new_worker()
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        while True:
            status = self.process.wait()
            self.stopping.wait(1)
            with self.starting:
                if self.stopping.is_set():
                    return
                say(f"The worker ended with status {status}; starting another.")
                self.process = _new_worker()

    def stop(self) -> None:
        """End the worker: it may finish what it does for a while, then it drops it."""
        self.stopping.set()
        with self.starting:
            process = self.process
        for _ in range(2):
            process.send_signal(signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(STOPPING)
                return
        process.kill()
        process.wait()


def _new_worker() -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "leopold_web.cli", "worker"]
    return subprocess.Popen(command, env={**os.environ, orphans.PARENT: str(os.getpid())})  # noqa: S603


def _announce(host: str, port: int, browser: bool) -> None:
    """Say where the desk is, as soon as it answers there."""
    name = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    address = f"http://{name}:{port}/"
    while not _answers(name, port):
        time.sleep(0.05)
    say(f"Leopold is ready: {address}{' for the proxy with TLS' if settings.LEOPOLD_HTTPS else ''}")
    if browser:
        webbrowser.open(address)


def _answers(name: str, port: int) -> bool:
    """Return whether the server answers, be it that it wants TLS, or another name."""
    asked = http.client.HTTPConnection(name, port, timeout=5)
    try:
        asked.request("GET", "/alive/")
        asked.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        asked.close()
    return True
