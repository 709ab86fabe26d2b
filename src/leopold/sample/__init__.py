"""The built-in sample: invented correspondence of service businesses, with what a careful reader marked in it.

Each story is one relationship over weeks or months. `stories` reads them, `build` turns one into the files that a
business would have: a mailbox, its invoices and payments, and beside them the labels that the benchmarks score.
Needs the extra ``sample`` (PyYAML).
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from email.generator import BytesGenerator
from email.message import EmailMessage
from email.utils import format_datetime, formataddr
from importlib.resources import files
from io import SEEK_END, BytesIO
from mailbox import mbox
from pathlib import Path
from time import asctime
from typing import Any

from leopold.errors import SourceError

Story = Mapping[str, Any]

INVOICE_COLUMNS = ("number", "counterparty", "issued", "due", "amount", "currency", "disputed")
PAYMENT_COLUMNS = ("invoice", "date", "amount", "currency")
LABELS = ("id", "language", "kind", "ours", "theirs", "people", "outcome", "subjects", "causes")


def stories(folder: Path | None = None) -> Iterator[Story]:
    """Yield the stories of `folder` (``*.yaml``), those of the package when None, in the order of their names.

    Raises SourceError when a file is not a story.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    places = folder.glob("*.yaml") if folder else (files(__name__) / "stories").iterdir()
    for place in sorted(places, key=lambda place: place.name):
        if place.name.endswith(".yaml"):
            story = yaml.load(place.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - a safe loader
            if not isinstance(story, dict) or "messages" not in story:
                raise SourceError("no_story", file=place.name)
            yield story


def build(folder: Path, story: Story) -> Path:
    """Write mail.mbox, invoices.csv, payments.csv and labels.json of `story` below `folder`; return where."""
    home = folder / str(story["id"])
    home.mkdir(parents=True, exist_ok=True)
    _write_mailbox(home / "mail.mbox", story)
    invoices = story.get("invoices") or []
    owed = [[str(invoice[column]) for column in INVOICE_COLUMNS] for invoice in _owed(story, invoices)]
    _write_table(home / "invoices.csv", INVOICE_COLUMNS, owed)
    paid = [[i["number"], str(i["paid"]), i["amount"], i["currency"]] for i in invoices if i.get("paid")]
    _write_table(home / "payments.csv", PAYMENT_COLUMNS, paid)
    labels = json.dumps(_labels(story), ensure_ascii=False, indent=1, default=str)
    (home / "labels.json").write_text(labels, encoding="utf-8")
    return home


def build_all(folder: Path) -> list[Path]:
    """Build every story of the package below `folder`; return their folders."""
    return [build(folder, story) for story in stories()]


def _owed(story: Story, invoices: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    for invoice in invoices:
        disputed = int(bool(invoice.get("disputed")))
        yield {**invoice, "counterparty": story["theirs"]["organization"], "disputed": disputed}


def _write_table(path: Path, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(columns)
        table.writerows(rows)


def _write_mailbox(path: Path, story: Story) -> None:
    path.unlink(missing_ok=True)
    box = mbox(path)
    try:
        for message, letter in zip(story["messages"], _letters(story), strict=True):
            entry = BytesIO(f"From sample {asctime(_when(message['at']).utctimetuple())}\n".encode())
            entry.seek(0, SEEK_END)
            # An mboxMessage would be a deep copy of the letter, which takes longer than all else.
            BytesGenerator(entry, mangle_from_=True, maxheaderlen=0).flatten(letter)
            box.add(entry.getvalue())
    finally:
        box.close()


def _when(value: object) -> datetime:
    return value if isinstance(value, datetime) else datetime.fromisoformat(str(value))


def _message_id(story: Story, message: Mapping[str, Any]) -> str:
    domain = story["people"][message["from"]]["email"].split("@")[1]
    return f"<{message['id']}.{story['id']}@{domain}>"


def _letters(story: Story) -> Iterator[EmailMessage]:
    people, known = story["people"], {m["id"]: m for m in story["messages"]}
    roots: dict[str, Mapping[str, Any]] = {}
    for message in story["messages"]:
        parent = known.get(message.get("reply_to"))
        root = roots[message["id"]] = roots[parent["id"]] if parent else message
        letter = EmailMessage()
        letter["From"] = _mailbox(people[message["from"]])
        letter["To"] = ", ".join(_mailbox(people[key]) for key in message["to"])
        if message.get("cc"):
            letter["Cc"] = ", ".join(_mailbox(people[key]) for key in message["cc"])
        letter["Subject"] = str(message.get("subject") or f"Re: {root['subject']}")
        letter["Date"] = format_datetime(_when(message["at"]))
        letter["Message-ID"] = _message_id(story, message)
        text = message["text"].rstrip() + "\n"
        if parent:
            letter["In-Reply-To"] = _message_id(story, parent)
            letter["References"] = " ".join(_ancestry(story, known, parent))
            if message.get("quote", "none") != "none":
                text += "\n" + _quotation(story, parent) + "\n"
        letter.set_content(text)
        yield letter


def _mailbox(person: Mapping[str, str]) -> str:
    return formataddr((person["name"], person["email"]))


def _ancestry(story: Story, known: Mapping[str, Mapping[str, Any]], parent: Mapping[str, Any]) -> list[str]:
    chain: list[str] = []
    ancestor: Mapping[str, Any] | None = parent
    while ancestor:
        chain.append(_message_id(story, ancestor))
        ancestor = known.get(ancestor.get("reply_to") or "")
    return chain[::-1]


def _quotation(story: Story, parent: Mapping[str, Any]) -> str:
    who, at = story["people"][parent["from"]], _when(parent["at"])
    russian = f"{at:%d.%m.%Y %H:%M}, {who['name']} пишет:"
    english = f"On {at:%a, %d %b %Y} at {at:%H:%M}, {who['name']} <{who['email']}> wrote:"
    lines = [russian if story["language"] == "ru" else english]
    return "\n".join(lines + [f"> {line}" for line in parent["text"].rstrip().splitlines()])


def _labels(story: Story) -> dict[str, Any]:
    labels = {key: story.get(key) for key in LABELS}
    ids = {m["id"]: _message_id(story, m) for m in story["messages"]}
    for moment in ("onset", "breakdown"):
        labels[moment] = ids.get(story.get(moment) or "")
    labels["messages"] = [
        {
            "message_id": ids[m["id"]],
            "side": story["people"][m["from"]]["side"],
            "at": _when(m["at"]).isoformat(),
            "text": m["text"],
            "signs": m.get("signs") or [],
            "commitments": [_commitment(promise) for promise in m.get("commitments") or []],
        }
        for m in story["messages"]
    ]
    return labels


def _commitment(promise: Mapping[Any, Any]) -> dict[str, Any]:
    # A bare `on` is read as true by YAML 1.1.
    return {"on" if key is True else str(key): value for key, value in promise.items()}
