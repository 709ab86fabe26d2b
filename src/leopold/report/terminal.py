"""A scan on a terminal: the relationships that need a person, most urgent first, each with reasons and quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from leopold.report.documents import Document
from leopold.report.labels import LABELS, came_back, day, quotation
from leopold.words import Language

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

QUOTES_SHOWN = 2
CAUSES_SHOWN = 2
QUOTE_LENGTH = 220


def show(document: Document, file: TextIO) -> None:
    """Print `document` to `file`, in colour when that is a terminal."""
    from rich.console import Console

    console = Console(file=file, highlight=False, width=None if file.isatty() else 110)
    language: Language = document["language"]
    labels = LABELS[language]
    waiting = [found for found in document["relationships"] if open_alert(found)]
    if waiting:
        console.print(_table(waiting, language))
    else:
        console.print(nothing(document))
    console.print(labels["as_of"].format(day=day(document["as_of"], language)), style="dim")


def nothing(document: Document) -> str:
    """Return why no relationship is shown: none needs a person, or nobody knows which side is ours."""
    labels, letters = LABELS[document["language"]], document["input"]
    if letters["read"] and not document["ours"]:
        return labels["whose"]
    return labels["unread" if letters["refused"] and not letters["read"] else "none"]


def notes(document: Document) -> list[str]:
    """Return what the person should know of the input: which side is ours, what was read, what was not."""
    language: Language = document["language"]
    labels, letters, ledger = LABELS[language], document["input"], document["ledger"]
    whose = labels["inferred" if document["ours_inferred"] else "own"]
    said = [whose.format(domains=", ".join(document["ours"]))] if document["ours"] else []
    said.append(labels["counts"].format(**letters))
    if letters["later"]:
        said.append(labels["later"].format(later=letters["later"], day=day(document["as_of"], language)))
    if letters["read"] > letters["automatic"] + letters["later"] and document["ours"] and not _met(document):
        said.append(labels["nobody"].format(domains=", ".join(document["ours"])))
    if ledger["read"] or ledger["refused"]:
        said.append(labels["ledger"].format(**ledger))
    if document["waiting"]:
        said.append(labels["waiting"].format(waiting=document["waiting"]))
    return said + _second_reader(document)


def _second_reader(document: Document) -> list[str]:
    labels, second = LABELS[document["language"]], document.get("second_reader")
    if second is None:
        return []
    said = [labels["second_reader"].format(**second)]
    said += [f"{labels['second_failed']}: {failure}" for failure in second["failures"]]
    return said + ([labels["second_rest"]] if second["not_asked"] and not second["failed"] else [])


def refusals(document: Document) -> list[str]:
    """Return the first ten places of the input that could not be read, each with its reason."""
    labels = LABELS[document["language"]]
    refusals = [*document["input"]["refusals"], *document["ledger"]["refusals"]]
    said = [f"{labels['refused']}: {one['source']}:{one['position']}: {one['reason']}" for one in refusals[:10]]
    if len(refusals) > 10:
        said.append(f"{labels['refused']}: " + labels["of"].format(shown=10, total=len(refusals)))
    return said


def _met(document: Document) -> bool:
    return any(found["messages"] for found in document["relationships"])


def open_alert(relationship: Document) -> Document | None:
    """Return the alert of `relationship` that holds now, None when there is none."""
    alerts: list[Document] = relationship["alerts"]
    return next((alert for alert in reversed(alerts) if alert["closed_at"] is None), None)


def pressing(found: Document, alert: Document) -> list[Document]:
    """Return what speaks for trouble now, strongest first; what raised the alert, where nothing does any more."""
    now = [reason for reason in found["health"]["moved_by"] if reason["contribution"] > 0]
    return now or list(alert["reasons"])


def _table(waiting: list[Document], language: Language) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    labels = LABELS[language]
    table = Table(title=labels["title"], box=SIMPLE_HEAD, title_justify="left", show_lines=True, expand=True)
    table.add_column(labels["relationship"], ratio=2)
    table.add_column(labels["health"], justify="right", width=10)
    table.add_column(labels["why"], ratio=5)
    for found in waiting:
        alert = open_alert(found)
        if alert:
            since = labels["since"].format(day=day(alert["raised_at"], language))
            name = _text((found["organization"], "bold"), ("\n" + since, "dim"))
            table.add_row(name, _text((f"{found['health']['now']:.0f}", "bold")), _why(found, alert, language))
    return table


def _why(found: Document, alert: Document, language: Language) -> Text:
    parts: list[tuple[str, str]] = []
    labels = LABELS[language]
    for reason in pressing(found, alert)[:3]:
        fact = f". {reason['fact']}" if reason["fact"] else ""
        parts.append((f"• {reason['text']}{fact}\n", ""))
        for piece in reason["evidence"][-QUOTES_SHOWN:]:
            when = day(piece["at"], language) if piece["at"] else ""
            when += f", {labels['second']}" if piece.get("reader") else ""
            quote = quotation(shortened(piece["quote"]), language)
            parts += [(f"  {quote}", "italic"), (f" {piece['from']}, {when}\n", "dim")]
    if again := came_back(found["subjects"], language):
        parts.append((f"↻ {again}\n", "dim"))
    parts += [(f"? {cause['text']}\n", "dim") for cause in found["causes"][:CAUSES_SHOWN]]
    parts.append((f"→ {alert['next_step']}", "bold"))
    return _text(*parts)


def shortened(quote: str) -> str:
    """Return `quote`, cut at a word with an ellipsis where it is longer than a reader wants."""
    return quote if len(quote) <= QUOTE_LENGTH else quote[:QUOTE_LENGTH].rsplit(None, 1)[0] + " …"


def _text(*parts: tuple[str, str]) -> Text:
    from rich.text import Text

    # Letters are hostile: a control character in a quote must not move the cursor or colour the rest.
    clean = [("".join(c for c in words if c in "\n\u00a0" or c.isprintable()), style) for words, style in parts]
    return Text.assemble(*clean)
