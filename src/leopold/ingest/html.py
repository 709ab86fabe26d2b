"""HTML to the text a reader sees, and the stretches of it that the HTML itself marks."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from leopold.model import Zone


def to_text(source: str) -> tuple[str, tuple[Zone, ...]]:
    """Return the text of an HTML body and what its mark-up says of stretches of it, as offsets into the text."""
    body = LexborHTMLParser(source).body
    return (body.text(separator="\n") if body else ""), ()
