"""When the engine's answer comes out: after whole steps of time, so that how long it took tells next to nothing.

How long a search takes depends on what all parties answered in private, and everybody sees when it is over.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Final, TypeAlias

from django.conf import settings

Pace: TypeAlias = Callable[[], AbstractContextManager[None]]
MOST: Final = 60.0
"""Seconds that are waited at most: well below the silence after which a worker is taken for dead."""


@contextmanager
def paced() -> Iterator[None]:
    """Let what is done within take whole steps of LEOPOLD_PACE seconds, one at least; so does a fault.

    The worker does nothing else meanwhile: how soon its next work is done would tell of this one.
    """
    begun = time.monotonic()
    try:
        yield
    except Exception:
        _wait(begun)
        raise
    _wait(begun)


def left(spent: float, step: float) -> float:
    """Return how many seconds are left of the step that `spent` seconds end in; 0.0 where steps are 0."""
    return min(max(math.ceil(spent / step), 1) * step - spent, MOST) if step else 0.0


def _wait(begun: float) -> None:
    time.sleep(left(time.monotonic() - begun, settings.LEOPOLD_PACE))
