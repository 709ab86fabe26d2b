"""Letters labelled by hand for own words, quotes, forwards and signatures: the format, and what is exact.

A file holds `name: value` lines (program, language, form, sender, subject) and then stretches, each opened by a
line `=== KIND`. A plain letter's text is its stretches joined, so text and labels cannot disagree. An HTML letter
opens with `=== html`, the body as its program wrote it; the stretches after it are what a reader sees, by kind.

The convention: an attribution line or header block belongs to the quote or forward it opens. A header block alone
opens a forward when the letter's subject says so (FW:, Fwd:), else a quote. Inside a quote or forward all is of that
kind. The sign-off and what follows it (name, role, telephone, disclaimer, "Sent from my …") is signature, and so is a
bare name on the last line of the own words. Greetings, answers between quoted lines, and postscripts are own words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import get_args

from leopold.ingest.rfc822 import parse_letter
from leopold.model import Address, Message, Raw, Refusal, Zone, ZoneKind

LETTERS = Path(__file__).resolve().parents[1] / "tests/core/correspondence/letters"
SPLITS = ("visible", "held_out")
KINDS: tuple[ZoneKind, ...] = get_args(ZoneKind)
HEADER = ("program", "language", "form", "sender", "subject")
MARK = "=== "


@dataclass(frozen=True, slots=True)
class Labelled:
    """One labelled letter: `expected` holds the text of each kind, white space normalised."""

    name: str
    split: str
    program: str
    language: str
    message: Message
    expected: dict[ZoneKind, str]


class BadLabel(ValueError):
    """A labelled letter breaks the format; says which file and what to mend."""


def labelled() -> list[Labelled]:
    """Return every labelled letter, visible first, each split by name."""
    return [read(path, split) for split in SPLITS for path in sorted((LETTERS / split).glob("*.letter"))]


def read(path: Path, split: str) -> Labelled:
    """Return the labelled letter in `path`; BadLabel when it breaks the format."""
    head, stretches = _cut(path)
    missing = [name for name in HEADER if name not in head]
    if missing or not stretches:
        raise BadLabel(f"{path.name}: add {', '.join(missing) or 'a stretch opened by === own'}")
    opener, body = stretches[0]
    is_html = head["form"] == "html"
    if (opener == "html") != is_html:
        raise BadLabel(f"{path.name}: form is {head['form']}, but the first stretch is {opener}")
    stretches = stretches[is_html:]
    unknown = [kind for kind, _ in stretches if kind not in KINDS]
    if unknown:
        raise BadLabel(f"{path.name}: {unknown[0]} is no kind; use one of {', '.join(KINDS)}")
    message = _html(path, head, body) if is_html else _plain(path, head, "".join(text for _, text in stretches))
    expected = {kind: normalised(text for each, text in stretches if each == kind) for kind in KINDS}
    return Labelled(path.stem, split, head["program"], head["language"], message, expected)


def found(text: str, zones: Iterable[Zone]) -> dict[ZoneKind, str]:
    """Return the text of each kind that `zones` cut out of `text`, white space normalised."""
    cut = tuple(zones)
    return {kind: normalised(text[zone.start : zone.end] for zone in cut if zone.kind == kind) for kind in KINDS}


def normalised(texts: Iterable[str]) -> str:
    """Join texts with every run of white space made one space."""
    return " ".join(" ".join(texts).split())


def _cut(path: Path) -> tuple[dict[str, str], list[tuple[str, str]]]:
    head: dict[str, str] = {}
    stretches: list[tuple[str, list[str]]] = []
    for line in path.read_text("utf-8").splitlines(keepends=True):
        if line.startswith(MARK):
            stretches.append((line.removeprefix(MARK).strip(), []))
        elif stretches:
            stretches[-1][1].append(line)
        else:
            name, _, value = line.partition(":")
            head[name] = value.strip()
    return head, [(kind, "".join(lines)) for kind, lines in stretches]


def _plain(path: Path, head: dict[str, str], text: str) -> Message:
    return Message(
        id=f"<{path.stem}@letters.example>",
        at=datetime(2026, 11, 16, tzinfo=UTC),
        sender=Address(head["sender"], "sender@letters.example"),
        to=(Address("", "reader@letters.example"),),
        cc=(),
        subject=head["subject"],
        text=text,
        source=path.name,
        position=0,
    )


def _html(path: Path, head: dict[str, str], body: str) -> Message:
    letter = EmailMessage(policy=SMTP)
    letter["From"] = f'"{head["sender"]}" <sender@letters.example>'
    letter["To"] = "reader@letters.example"
    letter["Subject"] = head["subject"]
    letter["Date"] = "Mon, 16 Nov 2026 00:00:00 +0000"
    letter["Message-ID"] = f"<{path.stem}@letters.example>"
    letter.set_content(body, subtype="html", charset="utf-8", cte="base64")
    parsed = parse_letter(Raw(path.name, 0, letter.as_bytes()))
    if isinstance(parsed, Refusal):
        raise BadLabel(f"{path.name}: {parsed.reason}")
    return replace(parsed, source=path.name)
