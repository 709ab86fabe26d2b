"""How well the reply coach reads drafts: precision, recall and F1 of each kind, by half and language, with controls.

Run ``python -m benchmarks.coach [--half held_out|development] [--errors]``. The drafts are in `benchmarks/drafts`, all
invented by the hand that wrote the rules. The held-out half was written before them. Its first reading gave precision
.93, recall .90 and no alarm in a clean draft; three mends made after it touch it, too: parts of a compound request,
names as answers to "who", and "you never" said once.

A finding is right when the kind agrees and the quotes overlap: in the draft, or in their letter for a question left
open; "curt" has no quote. Controls: sentences with a negative word (the lexicon of `benchmarks.negative_words`), and
sentences with always or never.

The last lines read our letters in the visible stories, which others wrote, as drafts in answer to the letters before
them: how often something is pointed out, and how many of the signs marked there are met by a finding at their place.
``--sentences FILE`` reads strangers' sentences (`github_incivility_sentences/sentences.csv` of the development data,
from Ferreira et al., never used for the rules): how many of the uncivil and of the civil ones hold a hurting phrase.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import chain
from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml

from benchmarks.negative_words import count
from benchmarks.signal_scores import Mark, Score, score
from leopold.coaching import KINDS, advise, tone
from leopold.coaching.drafts import draft_of
from leopold.correspondence.language import language
from leopold.correspondence.zones import zones
from leopold.model import Address, Invoice, Letter, Message, Payment
from leopold.sample import Story, stories

HOME: Final = Path(__file__).parent / "drafts"
HALVES: Final = ("development", "held_out")
EVERYWHERE: Final = 1 << 30
_FLAG: Final = re.compile(r"\b(?:always|never|всегда|никогда|вечно)\b", re.IGNORECASE)


class Case(NamedTuple):
    """A labelled draft with the letters and the ledger it is read against. `lone` are letters that marks quote."""

    id: str
    text: str
    letters: tuple[Letter, ...]
    invoices: tuple[Invoice, ...]
    payments: tuple[Payment, ...]
    today: date
    marks: tuple[Mark, ...]


Reader = Callable[[Case], Iterable[Mark]]


def cases(half: str, code: str) -> Iterator[Case]:
    """Yield the drafts of one half in one language. ValueError when a label does not fit."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    plain = yaml.load((HOME / f"{half}_{code}.yaml").read_text(encoding="utf-8"), Loader=loader)
    for one in plain["drafts"]:
        talk = plain["conversations"][one["to"]]
        letters = tuple(_letter(number, each) for number, each in enumerate(talk["letters"]))
        yield Case(
            one["id"],
            one["text"],
            letters,
            tuple(_invoice(each) for each in talk.get("invoices", ())),
            tuple(_payment(each) for each in talk.get("payments", ())),
            talk["as_of"],
            tuple(_mark(one, each, letters) for each in one.get("findings", ())),
        )


def _letter(number: int, plain: dict[str, Any]) -> Letter:
    at = datetime.combine(plain["at"], datetime.min.time(), UTC).replace(hour=9, minute=number)
    ours, theirs = Address("", "us@ours.example"), Address("", "them@theirs.example")
    sender, to = (ours, theirs) if plain["side"] == "ours" else (theirs, ours)
    message = Message(f"<{number}@drafts.example>", at, sender, (to,), (), "Re: it", plain["text"], "drafts", number)
    return Letter(message, plain["side"], language(plain["text"]), zones(message))


def _invoice(plain: dict[str, Any]) -> Invoice:
    known = dict(plain, counterparty="Theirs", amount=Decimal(plain["amount"]))
    return Invoice(**known)


def _payment(plain: dict[str, Any]) -> Payment:
    return Payment(**dict(plain, amount=Decimal(plain["amount"])))


def _mark(draft: dict[str, Any], plain: dict[str, str], letters: Sequence[Letter]) -> Mark:
    kind, quote = plain["kind"], plain.get("quote", "")
    if kind not in KINDS:
        raise ValueError(f"{draft['id']}: no kind is called {kind}")
    if not quote:
        return Mark(draft["id"], kind, 0, EVERYWHERE)
    if kind != "question_unanswered":
        start = draft["text"].index(quote)
        return Mark(draft["id"], kind, start, start + len(quote))
    for letter in letters:
        start = letter.message.text.find(quote)
        if start >= 0:
            return Mark(f"{draft['id']} {letter.message.id}", kind, start, start + len(quote))
    raise ValueError(f"{draft['id']}: {quote!r} stands in no letter")


def coached(case: Case) -> Iterator[Mark]:
    """Yield what the coach finds."""
    found = advise(case.text, case.letters, today=case.today, invoices=case.invoices, payments=case.payments)
    for each in found:
        if each.start is not None and each.end is not None:
            yield Mark(case.id, each.kind, each.start, each.end)
        elif each.kind == "question_unanswered":
            where = each.evidence[0]
            yield Mark(f"{case.id} {where.message_id}", each.kind, where.start, where.end)
        else:
            yield Mark(case.id, each.kind, 0, EVERYWHERE)


def negative(case: Case) -> Iterator[Mark]:
    """Yield the sentences of a draft that hold a negative word."""
    draft = draft_of(case.text)
    for each in draft.sentences:
        if count(case.text[each.start : each.end], draft.passage.language):
            yield Mark(case.id, "any", each.start, each.end)


def flagged(case: Case) -> Iterator[Mark]:
    """Yield the sentences of a draft that say always or never."""
    for each in draft_of(case.text).sentences:
        if _FLAG.search(case.text, each.start, each.end):
            yield Mark(case.id, "any", each.start, each.end)


def kindless(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Yield marks without their kinds, those within the draft alone: all that a control can find."""
    return (mark._replace(kind="any") for mark in marks if " " not in mark.letter and mark.end != EVERYWHERE)


def report(chosen: Sequence[Case], title: str, *, kinds: bool = True) -> None:
    """Print the scores of some drafts, and how many of the clean ones raise an alarm."""
    found = {case.id: list(coached(case)) for case in chosen}
    marked = [mark for case in chosen for mark in case.marks]
    scores = score((mark for marks in found.values() for mark in marks), marked)
    clean = [case for case in chosen if not case.marks]
    print(f"{title}: {len(chosen)} drafts, {len(clean)} of them clean")
    total = Score()
    for kind in KINDS:
        one = scores.get(kind)
        if one:
            total += one
            if kinds:
                print(_line(kind, one))
    print(_line("all kinds", total))
    print(f"  clean drafts with any finding: {sum(bool(found[case.id]) for case in clean)} of {len(clean)}")
    if kinds:
        _controls(chosen, found, clean)


def _controls(chosen: Sequence[Case], found: dict[str, list[Mark]], clean: Sequence[Case]) -> None:
    wanted = list(kindless(mark for case in chosen for mark in case.marks))
    readers: Sequence[tuple[str, Reader]] = (
        ("coach, any kind", lambda case: kindless(found[case.id])),
        ("control: negative words", negative),
        ("control: always, never", flagged),
    )
    for name, reader in readers:
        one = score((mark for case in chosen for mark in reader(case)), wanted)["any"]
        alarms = sum(any(True for _ in reader(case)) for case in clean)
        print(f"{_line(name, one)}  clean with any {alarms} of {len(clean)}")


def _line(name: str, one: Score) -> str:
    return (
        f"  {name:30} n {one.marked:3}  found {one.found:3}  precision {one.precision:.2f}  recall {one.recall:.2f}  "
        f"F1 {one.f1:.2f}"
    )


def errors(chosen: Sequence[Case]) -> None:
    """Print what was missed and what was found needlessly, in the words of the drafts."""
    for case in chosen:
        found = list(coached(case))
        for title, some, others in (("missed", case.marks, found), ("needless", found, case.marks)):
            for mark in some:
                same = [o for o in others if (o.letter, o.kind) == (mark.letter, mark.kind)]
                if not any(o.start < mark.end and mark.start < o.end for o in same):
                    print(f"  {title:8} {mark.letter:10} {mark.kind:30} {_quote(case, mark)}")


def _quote(case: Case, mark: Mark) -> str:
    if mark.end == EVERYWHERE:
        return ""
    texts = {f"{case.id} {letter.message.id}": letter.message.text for letter in case.letters}
    return repr(texts.get(mark.letter, case.text)[mark.start : mark.end])


SIGNS: Final = ("accusation", "blame_shift", "ultimatum", "escalation", "sarcasm", "anger")
"""Kinds of sign in the stories that a phrase of a draft can bear; the coach has a finding for each."""


def in_stories() -> None:
    """Print how the coach reads our letters in the stories of the sample."""
    letters = pointed = asked = marked = met = 0
    for story in stories():
        before: list[Letter] = []
        for plain in story["messages"]:
            letter = _story_letter(story, plain)
            if letter.side == "ours":
                found = advise(letter.message.text, before, today=plain_day(letter))
                places = [(each.start, each.end) for each in found if each.start is not None]
                letters, pointed = letters + 1, pointed + any(each.kind != "question_unanswered" for each in found)
                asked += any(each.kind == "question_unanswered" for each in found)
                for sign in plain.get("signs") or ():
                    if sign["kind"] in SIGNS:
                        start = letter.message.text.find(sign["quote"])
                        end = start + len(sign["quote"])
                        marked, met = (
                            marked + 1,
                            met + any(a < end and start < (b or 0) for a, b in places if a is not None),
                        )
            before.append(letter)
    print(
        f"stories: {letters} letters of ours; {pointed} with a finding in the draft, {asked} that leave a question open"
    )
    print(f"  signs marked in them ({', '.join(SIGNS)}): {marked}, met by a finding: {met}")


def _story_letter(story: Story, plain: Mapping[str, Any]) -> Letter:
    at = plain["at"] if isinstance(plain["at"], datetime) else datetime.fromisoformat(str(plain["at"]))
    person, text = story["people"][plain["from"]], str(plain["text"])
    message = Message(f"<{plain['id']}>", at, Address("", person["email"]), (), (), "", text, "stories", 0)
    return Letter(message, person["side"], story["language"], zones(message))


def plain_day(letter: Letter) -> date:
    """Return the day on which a letter was written."""
    if letter.message.at is None:
        raise ValueError(f"{letter.message.id} has no date")
    return letter.message.at.date()


def strangers(path: Path) -> None:
    """Print how many sentences that others coded as uncivil or civil hold a phrase that hurts."""
    counts = {"uncivil": [0, 0], "civil": [0, 0]}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            draft = draft_of(row["quotation"])
            hurts = any(True for _ in chain(tone.hurting(draft), tone.shouting(draft)))
            counts[row["quotation_code"]][0] += 1
            counts[row["quotation_code"]][1] += hurts
    for code, (total, hurting) in counts.items():
        print(f"strangers' sentences, {code}: {hurting} of {total} hold a hurting phrase")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures of both halves, or of one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--errors", action="store_true", help="list what went wrong, in the development half alone")
    parser.add_argument("--sentences", type=Path, metavar="FILE", help="strangers' sentences, coded civil or uncivil")
    options = parser.parse_args(arguments)
    for half in [options.half] if options.half else HALVES:
        parts = {code: list(cases(half, code)) for code in ("en", "ru")}
        if options.errors and half == "development":
            errors([case for part in parts.values() for case in part])
        report([case for part in parts.values() for case in part], half)
        for code, part in parts.items():
            report(part, f"{half}, {code}", kinds=False)
    in_stories()
    if options.sentences:
        strangers(options.sentences)


if __name__ == "__main__":
    main()
