"""A section of the document of figures that a command keeps up to date, between two marks of its own."""

from __future__ import annotations

from pathlib import Path


def put_section(path: Path, key: str, text: str) -> None:
    """Put Markdown in the place of the section's former text, or at the end where it had none.

    Raises ValueError when only one of the section's two marks is there.
    """
    document = path.read_text(encoding="utf-8") if path.exists() else ""
    start, end = f"<!-- {key} -->", f"<!-- /{key} -->"
    section = f"{start}\n{text.strip()}\n{end}"
    before, found, rest = document.partition(start)
    _, closed, after = rest.partition(end)
    if bool(found) != (end in document) or (found and not closed):
        raise ValueError(f"the section {key} of {path} has one mark of two; mend it by hand")
    joined = f"{before}{section}{after}" if found else f"{document.rstrip()}\n\n{section}\n"
    path.write_text(joined.lstrip(), encoding="utf-8")
