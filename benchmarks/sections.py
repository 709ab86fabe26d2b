"""A section of the document of figures that a command keeps up to date, between two marks of its own."""

from __future__ import annotations

from pathlib import Path


def replaced(document: str, key: str, text: str) -> str:
    """Return a document with Markdown in the place of a section's former text, or at the end where it had none.

    Raises ValueError when only one of the section's two marks is there.
    """
    start, end = f"<!-- {key} -->", f"<!-- /{key} -->"
    section = f"{start}\n{text.strip()}\n{end}"
    if start not in document and end not in document:
        return f"{document.rstrip()}\n\n{section}\n" if document.strip() else f"{section}\n"
    before, found, rest = document.partition(start)
    _, closed, after = rest.partition(end)
    if not (found and closed):
        raise ValueError(f"the section {key} has one mark of two; mend it by hand")
    return f"{before}{section}{after}"


def put(path: Path, key: str, text: str) -> None:
    """Put a section into a document, which is made when there is none."""
    document = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(replaced(document, key, text), encoding="utf-8")
