"""Processes that end when the one that started them is gone, even by kill -9."""

from __future__ import annotations

import os
import signal
import threading
import time
from typing import Final

PARENT: Final = "LEOPOLD_PARENT"
GRACE: Final = 5.0


def end_with_parent(*, at_once: bool = False) -> None:
    """Watch, in a thread, whether the process named by LEOPOLD_PARENT still is our parent, and end when it is not.

    The end is a SIGTERM; `at_once` also ends what does not heed it, after some seconds.
    """
    if parent := os.environ.get(PARENT):
        threading.Thread(target=_watch, args=(parent, at_once), daemon=True).start()


def _watch(parent: str, at_once: bool) -> None:
    while str(os.getppid()) == parent:
        time.sleep(1)
    os.kill(os.getpid(), signal.SIGTERM)
    if at_once:
        time.sleep(GRACE)
        os._exit(1)
