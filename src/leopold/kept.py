"""Files of JSON kept in the user's own cache: worth no more than the time to make them anew."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any


def user_folder(name: str) -> Path | None:
    """Return the folder `name` of Leopold's in the user's own cache; None without a home."""
    try:
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "leopold" / name
    except RuntimeError:
        return None


def load(folder: Path, name: str) -> dict[str, Any] | None:
    """Return the document kept under `name`, None when there is none that can be read."""
    path = folder / f"{name}.json"
    try:
        found = json.loads(path.read_text(encoding="utf-8", errors="surrogatepass"))
        path.touch()
    except (OSError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def save(folder: Path, name: str, document: dict[str, Any], most: int) -> None:
    """Keep `document` under `name`, readable by this user alone; drop the oldest beyond the last `most`.

    A folder that cannot be written keeps nothing: the work is done all the same.
    """
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(dir=folder, suffix=".tmp")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", errors="surrogatepass") as file:
                # At once: piece by piece it is written by Python alone, ten times as slowly.
                file.write(json.dumps(document, ensure_ascii=False))
            Path(unfinished).replace(folder / f"{name}.json")
        finally:
            Path(unfinished).unlink(missing_ok=True)
        by_age = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime)
        for old in by_age[:-most]:
            old.unlink(missing_ok=True)
