"""Do the queued work, and die by SIGKILL at one call: python kill_at.py MODULE:NAME:N, the N-th call of MODULE.NAME."""

from __future__ import annotations

import os
import signal
import sys
from importlib import import_module
from typing import Any

import django


def main(where: str) -> None:
    """Count the calls, and let the N-th be the last thing that happens."""
    from django.conf import settings

    django.setup()
    settings.LEOPOLD_CHUNK = 7
    module_name, name, number = where.split(":")
    module = import_module(module_name)
    meant, calls = getattr(module, name), 0

    def counted(*arguments: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == int(number):
            os.kill(os.getpid(), signal.SIGKILL)
        return meant(*arguments, **named)

    setattr(module, name, counted)
    from leopold_web import working

    working.work(batch=True)


if __name__ == "__main__":
    main(sys.argv[1])
