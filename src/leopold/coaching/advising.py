"""From a draft and its conversation to what may hurt in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from leopold.coaching import books, manner, promises, questions, tone
from leopold.coaching.drafts import Draft, check, draft_of
from leopold.coaching.findings import Advice
from leopold.coaching.talks import in_order, own_side, talk_of
from leopold.languages import Language
from leopold.model import Invoice, Letter, Payment, Refusal
from leopold.scanning import read_books, read_letters

_END: Final = 1 << 60


@dataclass(frozen=True, slots=True)
class Coaching:
    """What was found in a draft, in order of place, and in answer to which letters.

    `chosen_of` is the number of conversations that could be meant, of which this is the latest; `inferred` whether
    `ours` was read off the letters.
    """

    as_of: date
    language: Language
    ours: tuple[str, ...]
    inferred: bool
    organization: str
    subject: str
    message_ids: tuple[str, ...]
    chosen_of: int
    findings: tuple[Advice, ...]
    refusals: tuple[Refusal, ...]


def coach(
    draft: str,
    conversation: Path | str,
    *,
    today: date,
    ours: Sequence[str] = (),
    ledger: Sequence[Path | str] = (),
    subject: str = "",
    message_id: str = "",
) -> Coaching:
    """Say what may hurt in `draft`, a reply to the letters in the file or folder `conversation`, of any format.

    Of several conversations there the latest is answered, or the one that `subject` or `message_id` names; the rest
    tells what is usual between the two sides. `ours` are our own domains, `ledger` files of invoices and payments,
    `today` the day on which the reply is sent: letters after it are left out. Raises LeopoldError when the draft is
    empty or too long, when there is no such conversation, or when the letters do not tell our side; SourceError and
    LedgerError for files that cannot be read.
    """
    check(draft)
    inbox, books_read = read_letters([Path(conversation)]), read_books(map(Path, ledger))
    own, inferred = own_side(inbox.messages, ours)
    talk = talk_of(inbox.messages, own, books_read, today, subject, message_id)
    reply = draft_of(draft)
    known = books.Ledger(talk.relationship.invoices, talk.relationship.payments, today)
    return Coaching(
        as_of=today,
        language=reply.passage.language,
        ours=own,
        inferred=inferred,
        organization=talk.relationship.organization.name,
        subject=talk.conversation.subject,
        message_ids=tuple(letter.message.id for letter in talk.letters),
        chosen_of=talk.chosen_of,
        findings=_found(reply, talk.letters, in_order(talk.relationship.letters), known),
        refusals=(*inbox.refusals, *books_read.refusals),
    )


def advise(
    draft: str,
    conversation: Iterable[Letter],
    *,
    today: date,
    relationship: Iterable[Letter] | None = None,
    invoices: Sequence[Invoice] = (),
    payments: Sequence[Payment] = (),
) -> tuple[Advice, ...]:
    """Say the same of letters that were read before: `conversation` those answered, `relationship` all with this firm.

    Findings are in order of place, those about what the draft lacks last. Never raises; a pure function of what it is
    given, in time that grows with the length of the draft.
    """
    talk = in_order(conversation)
    past = talk if relationship is None else in_order(relationship)
    return _found(draft_of(draft), talk, past, books.Ledger(invoices, payments, today))


def _found(draft: Draft, talk: Sequence[Letter], past: Sequence[Letter], ledger: books.Ledger) -> tuple[Advice, ...]:
    if not draft.own.strip():
        return ()
    return tuple(_merged(_without_doubles(draft, list(_all(draft, talk, past, ledger)))))


def _all(draft: Draft, talk: Sequence[Letter], past: Sequence[Letter], ledger: books.Ledger) -> Iterator[Advice]:
    yield from tone.hurting(draft)
    yield from tone.signs(draft)
    yield from tone.shouting(draft)
    moved = list(promises.moved(draft, talk, ledger.today))
    yield from moved
    yield from promises.undated(draft, ledger.today)
    yield from books.contradictions(draft, ledger)
    yield from manner.curt(draft, past, talk)
    yield from questions.unanswered(draft, talk)


def _without_doubles(draft: Draft, found: list[Advice]) -> list[Advice]:
    """Leave out the threat that an ultimatum in the same sentence already names."""
    conditions = [one.start for one in found if one.kind == "ultimatum" and one.start is not None]
    taken = [each for each in draft.sentences if any(each.start <= start < each.end for start in conditions)]
    return [
        one
        for one in found
        if one.kind != "threat" or not any(each.start <= (one.start or 0) < each.end for each in taken)
    ]


def _merged(found: Iterable[Advice]) -> list[Advice]:
    """Return findings in order; of one kind those that overlap become one, as likely as the likeliest of them."""
    kept: list[Advice] = []
    last: dict[str, int] = {}
    for one in sorted(found, key=_place):
        before = kept[last[one.kind]] if one.kind in last else None
        if before and before.end is not None and one.start is not None and one.start < before.end:
            kept[last[one.kind]] = _joined(before, one)
        else:
            last[one.kind] = len(kept)
            kept.append(one)
    return kept


def _place(advice: Advice) -> tuple[int, int, str, int]:
    evidence = advice.evidence[0].start if advice.evidence else 0
    start, end = (advice.start, advice.end) if advice.start is not None and advice.end is not None else (_END, _END)
    return start, end, advice.kind, evidence


def _joined(one: Advice, other: Advice) -> Advice:
    """Return two findings of a kind that overlap as one: where the narrower stands, as likely as the likelier."""
    narrow, wide = sorted((one, other), key=lambda each: len(each.quote or ""))
    return replace(
        narrow,
        probability=max(one.probability, other.probability),
        evidence=tuple(dict.fromkeys((*one.evidence, *other.evidence))),
        fact=narrow.fact or wide.fact,
    )
