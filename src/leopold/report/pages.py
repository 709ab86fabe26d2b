"""A scan as one self-contained page that a manager can be sent: no script, nothing loaded from anywhere."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from importlib.resources import files

from leopold.report.documents import Document
from leopold.report.labels import LABELS, came_back, day, quotation
from leopold.report.terminal import notes, nothing, open_alert, pressing
from leopold.words import Language

WIDTH, HEIGHT = 112, 30
POINTS = 60
REASONS = 5


def page(document: Document) -> str:
    """Return `document` as a page of HTML."""
    language: Language = document["language"]
    labels = LABELS[language]
    waiting = [found for found in document["relationships"] if open_alert(found)]
    cards = "".join(_card(found, language) for found in waiting) or f"<p>{escape(nothing(document))}</p>"
    style = (files("leopold.report") / "page.css").read_text(encoding="utf-8")
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{labels['title']} · Leopold</title><style>{style}</style></head><body><main>"
        f"<h1>{labels['title']}</h1>"
        f"<p class=lede>{labels['as_of'].format(day=day(document['as_of'], language))}</p>{cards}"
        f"<h2>{labels['all']}</h2>{_overview(document['relationships'], language)}"
        f"<footer>{''.join(f'<p>{escape(note)}</p>' for note in notes(document))}</footer>"
        "</main></body></html>\n"
    )


def _card(found: Document, language: Language) -> str:
    labels, alert = LABELS[language], open_alert(found)
    if alert is None:
        return ""
    since = labels["since"].format(day=day(alert["raised_at"], language))
    reasons = "".join(_reason(reason, language) for reason in pressing(found, alert)[:REASONS])
    return (
        f"<article><header><h2>{escape(found['organization'])}</h2>"
        f"<span class='pill bad'>{labels['open']}</span><span class=sub>{since}</span>"
        f"{_sparkline(found['health']['history'], language)}<b class=num>{found['health']['now']:.0f}</b></header>"
        f"<ul>{reasons}</ul>{_again(found, language)}{_causes(found, language)}{_culture(found, language)}"
        f"<p class=next><b>{labels['next']}:</b> {escape(alert['next_step'])}</p></article>"
    )


def _reason(reason: Document, language: Language) -> str:
    fact = f" <span class=sub>{escape(reason['fact'])}</span>" if reason["fact"] else ""
    side = LABELS[language][reason["side"]]
    quotes = "".join(_quote(piece, language) for piece in reason["evidence"])
    return f"<li><b>{escape(reason['text'])}</b> <span class=sub>({side})</span>{fact}{quotes}</li>"


def _again(found: Document, language: Language) -> str:
    again = came_back(found["subjects"], language)
    return f"<p class=sub>{escape(again)}</p>" if again else ""


def _causes(found: Document, language: Language) -> str:
    return "".join(
        f"<details><summary>{escape(cause['text'])}</summary>"
        f"<ul>{''.join(_reason(reason, language) for reason in cause['reasons'])}</ul></details>"
        for cause in found["causes"]
    )


def _culture(found: Document, language: Language) -> str:
    """A table of the ways of both sides of which enough is known."""
    labels = LABELS[language]
    known = [custom for custom in found["culture"] if custom["all"]["share"] is not None]
    heads = "".join(f"<th scope=col>{labels[key]}</th>" for key in ("way", "earlier", "lately"))
    rows = "".join(
        f"<tr><th scope=row>{escape(custom['text'])}</th>"
        + "".join(
            f"<td>{escape(custom[period]['text'])} "
            f"<span class=sub>{labels['outcomes'].format(n=custom[period]['n'])}</span></td>"
            for period in ("earlier", "lately")
        )
        + "</tr>"
        for custom in known
    )
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    return f"<details><summary>{labels['behaves']}</summary>{table}</details>" if known else ""


def _quote(piece: Document, language: Language) -> str:
    when = f", {day(piece['at'], language)}" if piece["at"] else ""
    when += f", {LABELS[language]['second']}" if piece.get("reader") else ""
    quote = escape(quotation(piece["quote"], language))
    return f"<blockquote>{quote}<cite>{escape(piece['from'])}{when}</cite></blockquote>"


def _overview(relationships: Iterable[Document], language: Language) -> str:
    labels = LABELS[language]
    aligned = {"letters": " class=num"}
    keys = ("relationship", "health", "letters", "last")
    heads = "".join(f"<th scope=col{aligned.get(key, '')}>{labels[key]}</th>" for key in keys)
    rows = "".join(_row(found, language) for found in relationships)
    return f"<div class=table><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"


def _row(found: Document, language: Language) -> str:
    labels, history = LABELS[language], found["health"]["history"]
    state = f"<span class='pill bad'>{labels['open']}</span>" if open_alert(found) else ""
    alerts = found["alerts"]
    last = day(alerts[-1]["raised_at"], language) if alerts else labels["no_alert"]
    health = f"{found['health']['now']:.0f} {_sparkline(history, language)}" if history else "–"
    return (
        f"<tr><th scope=row>{escape(found['organization'])} {state}</th><td class=health>{health}</td>"
        f"<td class=num>{found['messages']}</td><td>{last}</td></tr>"
    )


def _sparkline(history: list[Document], language: Language) -> str:
    if len(history) < 2:
        return ""
    kept = history[-POINTS:]
    values = [point["value"] for point in kept]
    step = WIDTH / (len(values) - 1)
    points = " ".join(f"{i * step:.1f},{HEIGHT * (1 - value / 100):.1f}" for i, value in enumerate(values))
    label = LABELS[language]["health_of"].format(first=f"{values[0]:.0f}", last=f"{values[-1]:.0f}")
    return (
        f'<svg class=spark viewBox="0 0 {WIDTH} {HEIGHT}" role=img aria-label="{label}">'
        f'<polyline points="{points}"/></svg>'
    )
