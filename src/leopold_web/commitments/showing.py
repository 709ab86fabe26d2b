"""What the pages and the API show of promises: each with the words of letters that prove it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from leopold import model
from leopold_web.accounts.models import User
from leopold_web.commitments import following
from leopold_web.commitments.folding import Step, fold, promised_for, step_of, successor_of
from leopold_web.commitments.models import Commitment, CommitmentChange, CommitmentEdit, FoundPromise, Plain, State
from leopold_web.commitments.wording import edit_words, fact_words
from leopold_web.relationships import quotations
from leopold_web.relationships.models import Message

Letters = Mapping[tuple[int, str], Message]


@dataclass(frozen=True)
class Told:
    """A change as letters or the ledger tell it: the words or the fact that prove it. `due` is a new day."""

    key: str
    state: str
    label: str
    on: date
    due: date | None
    quotation: quotations.Quotation | None
    fact: str


@dataclass(frozen=True)
class Waiting:
    """A found promise that waits for a person."""

    promise: FoundPromise
    quotation: quotations.Quotation | None
    request: quotations.Quotation | None
    told: tuple[Told, ...]


@dataclass(frozen=True)
class Offer:
    """What letters tell of a promise that is kept, for somebody to accept or refuse."""

    commitment: Commitment
    told: Told


@dataclass(frozen=True)
class Past:
    """One thing in a promise's history: it was made, changed, corrected, or an agreement replaced it.

    `state` is what a change made of it, "" for everything else; `change` is its row where it can be taken back, and
    `successor` the promise that stands in its place since.
    """

    at: datetime | None
    on: date | None
    title: str
    state: str = ""
    text: str = ""
    by: User | None = None
    due: date | None = None
    quotation: quotations.Quotation | None = None
    change: CommitmentChange | None = None
    dead: bool = False
    successor: Commitment | None = None


def waiting(found: Sequence[FoundPromise]) -> list[Waiting]:
    """Return found promises as they are shown, with their letters in two queries for all."""
    pieces = [piece for each in found for piece in _pieces(each)]
    letters = letters_of({each.relationship_id for each in found}, pieces)
    return [
        Waiting(
            each,
            quoted(each.relationship_id, each.evidence, letters),
            quoted(each.relationship_id, each.request, letters),
            tuple(told(each.relationship_id, row, letters) for row in each.changes),
        )
        for each in found
    ]


def rows(found: Iterable[Commitment], today: date) -> list[dict[str, Any]]:
    """Return promises as lists show them: whether each is overdue, and how much letters tell of it."""
    return [
        {"promise": each, "overdue": each.is_overdue(today), "told": len(following.pending(each))} for each in found
    ]


def offers(found: Sequence[tuple[Commitment, Plain]]) -> list[Offer]:
    """Return what letters tell of promises that are kept, as it is shown."""
    ids = {each.relationship_id for each, _told in found if each.relationship_id}
    letters = letters_of(ids, [row["evidence"] for _each, row in found])
    return [Offer(each, told(each.relationship_id, row, letters)) for each, row in found]


def of_promise(commitment: Commitment) -> dict[str, Any]:
    """Return all that the page of a promise shows, forms aside."""
    changes = list(commitment.changes.select_related("made_by", "taken_back_by"))
    pending = following.pending(commitment)
    pieces = [commitment.evidence, *(each.evidence for each in changes), *(row["evidence"] for row in pending)]
    known = commitment.relationship.pk if commitment.relationship else None
    letters = letters_of({known} if known else (), pieces)
    return {
        "promise": commitment,
        "quotation": quoted(known, commitment.evidence, letters),
        "offers": [told(known, row, letters) for row in pending],
        "history": _history(commitment, changes, letters),
        "first_due": promised_for(commitment),
    }


def told(relationship: int | None, row: Mapping[str, Any], letters: Letters) -> Told:
    """Return one change that letters or the ledger tell of."""
    return Told(
        key=row["key"],
        state=row["state"],
        label=str(State(row["state"]).label),
        on=date.fromisoformat(row["on"]),
        due=date.fromisoformat(row["due"]) if row["due"] else None,
        quotation=quoted(relationship, row["evidence"], letters),
        fact=fact_words(row["fact"]) if row["fact"] else "",
    )


def letters_of(relationships: Iterable[int], pieces: Iterable[Mapping[str, Any] | None]) -> Letters:
    """Return the letters that pieces of evidence stand in, by relationship and own id."""
    return quotations.letters_of(relationships, [{"evidence": [piece for piece in pieces if piece]}])


def quoted(relationship: int | None, piece: Mapping[str, Any] | None, letters: Letters) -> quotations.Quotation | None:
    """Return a piece of evidence in its sentence; the bare words of one whose letter is gone from the desk."""
    if piece is None:
        return None
    letter = letters.get((relationship, piece["message_id"])) if relationship else None
    if letter is None or letter.text[piece["start"] : piece["end"]] != piece["quote"]:
        return quotations.Quotation("", " ".join(piece["quote"].split()), "", "", None, None, 0)
    return quotations.quotation(model.Evidence(**piece), letter)


def _pieces(found: FoundPromise) -> list[Plain | None]:
    return [found.evidence, found.request, *(row["evidence"] for row in found.changes)]


def _history(commitment: Commitment, changes: Sequence[CommitmentChange], letters: Letters) -> list[Past]:
    """Return what happened to a promise, in the order in which it was noted."""
    known = commitment.relationship.pk if commitment.relationship else None
    meant = _meanings(commitment, changes)
    past = [_made(commitment)]
    for each in changes:
        quotation = quoted(known, each.evidence, letters)
        past.append(_changed(each, meant.get(each.pk, each.state), quotation))
        if each.taken_back_at:
            past.append(Past(each.taken_back_at, None, _taken_back(each), by=each.taken_back_by))
    past += [_edited(each) for each in commitment.edits.select_related("made_by")]
    if commitment.replaced_by:
        version = _("Replaced by version %(number)s of the agreement") % {"number": commitment.replaced_by.version}
        past.append(Past(commitment.replaced_by.signed_at, None, version, state=State.CANCELLED))
    return sorted(past, key=lambda each: (each.at is not None, each.at))


def _meanings(commitment: Commitment, changes: Sequence[CommitmentChange]) -> dict[int, str]:
    """Return the state that each change that counts brought, by its number: kept past the day is late."""
    promised, found = promised_for(commitment), {}
    counting = sorted(
        (each for each in changes if not each.refused and each.taken_back_at is None),
        key=lambda each: (each.on, each.pk),
    )
    steps: list[Step] = []
    for each in counting:
        steps.append(step_of(each))
        moved = each.state == State.RENEGOTIATED
        found[each.pk] = each.state if moved else fold(promised, steps).state
    return found


def _made(commitment: Commitment) -> Past:
    titles = {
        Commitment.Source.LETTER: _("Confirmed from a letter"),
        Commitment.Source.HAND: _("Entered by hand"),
        Commitment.Source.CONTRACT: _("Entered from a contract"),
        Commitment.Source.AGREEMENT: _("Taken over from a signed agreement"),
        Commitment.Source.PLAN: _("Taken over from a payment plan"),
    }
    title = titles[Commitment.Source(commitment.source)]
    return Past(commitment.made_at, commitment.promised_on, title, by=commitment.made_by)


def _changed(change: CommitmentChange, state: str, quotation: quotations.Quotation | None) -> Past:
    label = str(State(state).label)
    title = _("Not accepted: %(state)s") % {"state": label} if change.refused else label
    text = " ".join(filter(None, (fact_words(change.fact) if change.fact else "", change.note)))
    dead = change.refused or change.taken_back_at is not None
    return Past(
        change.made_at,
        change.on,
        title,
        state="" if dead else state,
        text=text,
        by=change.made_by,
        due=change.due,
        quotation=quotation,
        change=None if change.taken_back_at else change,
        dead=dead,
        successor=None if dead else successor_of(change),
    )


def _taken_back(change: CommitmentChange) -> str:
    return _("Taken back: %(state)s") % {"state": State(change.state).label}


def _edited(edit: CommitmentEdit) -> Past:
    return Past(edit.made_at, None, edit_words(edit), by=edit.made_by)
