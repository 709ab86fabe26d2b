"""What earlier scans found, kept so that a scan of unchanged sources answers at once.

One file a scan, named by what went into it: the sources' names, sizes and times of change, the options, the day and
Leopold's version. Nothing in it is worth more than the time to make it anew, so a damaged file counts as absent.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from leopold import __version__, kept
from leopold.ingest import fingerprint

KEPT = 20


def default_folder() -> Path | None:
    """Return the folder where scans are kept unless another is named: the user's own cache; None without a home."""
    return kept.user_folder("scans")


def key(sources: Sequence[Path], options: Sequence[object]) -> str:
    """Return the name of the scan of `sources` as they are now, under `options`, by this version."""
    words = [__version__, fingerprint(sources), *(str(source.absolute()) for source in sources), *map(repr, options)]
    return hashlib.blake2b("\0".join(words).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def load(folder: Path, name: str) -> dict[str, Any] | None:
    """Return the document kept under `name`, None when there is none that can be read."""
    return kept.load(folder, name)


def save(folder: Path, name: str, document: dict[str, Any]) -> None:
    """Keep `document` under `name`, readable by this user alone; drop the oldest beyond the last 20.

    A folder that cannot be written keeps nothing: the scan is done all the same.
    """
    kept.save(folder, name, document, KEPT)
