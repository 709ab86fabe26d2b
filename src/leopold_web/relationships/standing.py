"""What comes back, how each side behaves and what may lie behind it, as the page shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from leopold import model, words, words_culture
from leopold_web.relationships import corrections, quotations, rows
from leopold_web.relationships.models import CauseCorrection, Message, Relationship
from leopold_web.wording import language

Letters = Mapping[tuple[int, str], Message]
QUOTES: Final = 2
SIDES: Final[tuple[model.Side, model.Side]] = ("theirs", "ours")


@dataclass(frozen=True)
class Episode:
    """One time that trouble about a subject was there."""

    began_at: datetime
    rested_at: datetime | None
    fact: str
    quotations: tuple[quotations.Quotation, ...]


@dataclass(frozen=True)
class Returned:
    """A subject that came back, its latest episode first."""

    text: str
    times: str
    episodes: tuple[Episode, ...]


@dataclass(frozen=True)
class Period:
    """A share in one period in words, and of how many outcomes."""

    share: str
    usual: str
    n: int
    known: bool


@dataclass(frozen=True)
class Way:
    """One way in which a side behaves."""

    text: str
    whole: Period
    earlier: Period
    lately: Period
    changed: str


@dataclass(frozen=True)
class Proof:
    """A cue, and the words that show it."""

    text: str
    quotations: tuple[quotations.Quotation, ...]


@dataclass(frozen=True)
class Suspect:
    """A possible cause on one side: suggested where nobody has said anything, `said` where somebody has."""

    name: str
    side: str
    label: str
    text: str
    proofs: tuple[Proof, ...]
    said: CauseCorrection | None = None


def returned(found: Relationship) -> list[Returned]:
    """Return the subjects of trouble that came back, the weightiest first."""
    again = [subject for subject in found.subjects if len(subject["episodes"]) > 1]
    letters = quotations.letters_of([found.pk], [each for subject in again for each in subject["episodes"]])
    return [
        Returned(
            words_culture.subject(subject["name"], language()),
            words_culture.times(len(subject["episodes"]), language()),
            tuple(_episode(found.pk, each, letters) for each in reversed(subject["episodes"])),
        )
        for subject in again
    ]


def ways(found: Relationship) -> tuple[list[Way], list[Way]]:
    """Return the ways of both sides of which enough is known, and those of which too little is."""
    every = [_way(row) for row in found.culture]
    return [way for way in every if way.whole.known], [way for way in every if not way.whole.known]


def suspects(found: Relationship) -> list[Suspect]:
    """Return the possible causes: what people said first, then what is suggested where nobody has said otherwise."""
    said = corrections.of(found)
    letters = quotations.letters_of([found.pk], [reason for cause in found.causes for reason in cause["reasons"]])
    suggested = {(row["side"], row["name"]): row for row in found.causes}
    settled = {side for (side, _), one in said.items() if one.holds}
    shown = [_suspect(found.pk, suggested.get(key), key, letters, one) for key, one in said.items() if one.holds]
    shown += [
        _suspect(found.pk, row, key, letters, None)
        for key, row in suggested.items()
        if key not in said and key[0] not in settled
    ]
    return shown + [
        _suspect(found.pk, suggested.get(key), key, letters, one) for key, one in said.items() if not one.holds
    ]


def _episode(relationship: int, row: Mapping[str, Any], letters: Letters) -> Episode:
    rested, fact = row["rested_at"], row["fact"]
    return Episode(
        datetime.fromisoformat(row["began_at"]),
        datetime.fromisoformat(rested) if rested else None,
        words.fact(model.Fact(fact["kind"], fact["values"]), language()) if fact else "",
        _quotations(relationship, row["evidence"], letters),
    )


def _quotations(relationship: int, evidence: Sequence[Any], letters: Letters) -> tuple[quotations.Quotation, ...]:
    pieces = [model.Evidence(**piece) for piece in evidence]
    known = [(piece, letters.get((relationship, piece.message_id))) for piece in pieces]
    return tuple(quotations.quotation(piece, message) for piece, message in known if message)[-QUOTES:]


def _way(row: Mapping[str, Any]) -> Way:
    custom = model.Custom(
        row["kind"], row["side"], *(model.Tally(*row[name]) for name in ("whole", "earlier", "lately"))
    )
    return Way(
        words_culture.custom(custom.kind, custom.side, language()),
        _period(custom.whole),
        _period(custom.earlier),
        _period(custom.lately),
        words_culture.changed(custom, language()),
    )


def _period(tally: model.Tally) -> Period:
    return Period(words_culture.share(tally, language()), words_culture.usual(tally, language()), tally.n, tally.known)


def _suspect(
    relationship: int,
    row: Mapping[str, Any] | None,
    key: tuple[model.Side, str],
    letters: Letters,
    said: CauseCorrection | None,
) -> Suspect:
    side, name = key
    proofs = tuple(_proof(relationship, reason, letters) for reason in row["reasons"]) if row else ()
    text = "" if name == "none" else words_culture.cause(name, side, language())
    return Suspect(name, side, words_culture.cause_name(name, language()), text, proofs, said)


def _proof(relationship: int, row: Mapping[str, Any], letters: Letters) -> Proof:
    text = words_culture.cue(rows.reason_of(row), language())
    return Proof(text, _quotations(relationship, row["evidence"], letters))
