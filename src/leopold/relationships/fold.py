"""The fold: one state, one event, the next state. Nothing here looks ahead.

`advance` takes events in order and adds ticks of its own between them, at the moments that `wake` names, so that
silence and the ledger speak without a letter. History up to a moment is the same whether or not anything follows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final

from leopold.correspondence.subjects import normalised_subject
from leopold.forecast import turn_of
from leopold.model import Health, Letter, Side, Signal
from leopold.relationships import behaviour
from leopold.relationships.alerts import HOLD
from leopold.relationships.events import (
    Event,
    InvoiceDisputed,
    InvoiceIssued,
    InvoicePaid,
    LetterEvent,
    Marked,
    Tick,
    midnight,
)
from leopold.relationships.habits import DAY
from leopold.relationships.health import health
from leopold.relationships.learning import QUIET
from leopold.relationships.state import CONTRIBUTIONS, PEOPLE, Bill, State, Waiting, other
from leopold.relationships.talks import follow
from leopold.relationships.understandings import KIND, fact_of, understand
from leopold.relationships.weights import BAD, GOOD, LETTERS_A_DAY, REACH, SIDES, SOFTENED, WEIGHTS

_LAST_DAY: Final = date.max.toordinal()
FADING: Final = timedelta(days=14)
"""How often the health of a relationship that nobody writes in is looked at again while something still fades."""


def advance(state: State, event: Event) -> State:
    """Return the state after the event. The state given is used up: `duplicate` it first where it is still needed."""
    match event:
        case LetterEvent(at=at, letter=letter):
            _letter(state, at, letter)
        case InvoiceIssued(invoice=invoice):
            state.bills[_key(invoice.number, invoice.currency)] = Bill(invoice)
        case InvoicePaid(invoice=invoice):
            if state.bills.pop(_key(invoice.number, invoice.currency), None) is not None and invoice.paid is not None:
                state.lateness = [*state.lateness[-11:], (invoice.paid - invoice.due).days]
        case InvoiceDisputed(invoice=invoice):
            if bill := state.bills.get(_key(invoice.number, invoice.currency)):
                bill.disputed = True
        case Marked(mark=mark, here=here):
            state.adjustments = state.adjustments.after(mark)
            if here and mark.verdict == "wrong":
                state.hushed = event.at + QUIET
    if not isinstance(event, Tick | Marked) or (state.faded is not None and event.at >= state.faded):
        _forget(state, event.at)
    state.at = event.at
    return state


def _key(number: str, currency: str) -> str:
    return f"{number} {currency}"


def _letter(state: State, at: datetime, letter: Letter) -> None:
    """Take in one letter: what it says, what it shows, and what is usual from now on."""
    now, side, own = at.timestamp(), letter.side, behaviour.own_text(letter)
    lower = own.lower()
    day = int(now // DAY)
    state.letters_today = state.letters_today + 1 if day == state.today else 1
    state.today = day
    if state.letters_today <= LETTERS_A_DAY:
        state.steps += 1
    words = len(own.split())
    signs = _signs(letter.signals)
    _seconded(state, letter, now)
    bad = sum(probability for (kind, _), (probability, _) in signs.items() if kind in BAD)
    for (kind, signed), (probability, found) in signs.items():
        evidence = tuple(signal.evidence for signal in found)
        weight = state.weights.of(kind, signed) * probability**SOFTENED
        state.add(kind, signed, weight / state.reach, now, evidence)
    seen = [
        *behaviour.late_reply(state, side, now),
        *behaviour.short_reply(state, side, words, now),
        *behaviour.wrote_again(state, letter, lower, now),
    ]
    if ("escalation", side) not in signs:
        seen += behaviour.new_in_copy(state, letter, lower, bad)
    for kind, fact in seen:
        state.add(kind, side, state.weights.of(kind, side), now, (), fact)
    if ("formality_shift", side) not in signs and (cold := behaviour.formality(state, letter, lower)):
        state.add("formality_shift", side, state.weights.of("formality_shift", side) / 2, now, (cold,))
    state.turn = turn_of(letter)
    state.talks = follow(state.talks, letter, state.turn, now)
    _understood(state, letter, now)
    _learn(state, letter, lower, words, now)


def _understood(state: State, letter: Letter, now: float) -> None:
    """Take in what the letter contradicts of what was taken to be agreed in its conversation."""
    talk = state.talks[-1].root
    state.understood, state.revealed = understand(state.understood, letter, talk, state.calendar)
    for found in state.revealed:
        weight = state.weights.of(KIND, letter.side)
        state.add(KIND, letter.side, weight, now, (found.expectation, found.promise), fact_of(found))


def _seconded(state: State, letter: Letter, now: float) -> None:
    """Take in what the second reader saw, at its plain weight: it stands for nothing missed and hides no fact."""
    for signal in letter.seconded:
        if signal.kind in WEIGHTS:
            weight = WEIGHTS[signal.kind] * signal.probability
            state.add(signal.kind, signal.side, weight, now, (signal.evidence,))


def _signs(signals: tuple[Signal, ...]) -> dict[tuple[str, Side], tuple[float, list[Signal]]]:
    """Return the signals of a letter by kind and side: the probability that at least one of them holds, and all.

    What the fold itself found in it before is none of them: it finds that anew. The same words twice in a letter,
    quoted or copied without a mark, are said once.
    """
    signs: dict[tuple[str, Side], tuple[float, list[Signal]]] = {}
    for signal in signals:
        if signal.kind in BAD or signal.kind in GOOD:
            probability, found = signs.get((signal.kind, signal.side), (0.0, []))
            if any(signal.evidence.quote == other.evidence.quote for other in found):
                continue
            found.append(signal)
            signs[signal.kind, signal.side] = (1 - (1 - probability) * (1 - signal.probability), found)
    return signs


def _learn(state: State, letter: Letter, lower: str, words: int, now: float) -> None:
    """Take the letter into the habits, and note who owes an answer now."""
    party, counterpart = state.party(letter.side), state.party(other(letter.side))
    if party.unanswered_since is not None:
        party.replies.add(max(60.0, now - party.unanswered_since))
    party.unanswered_since = party.waiting = None
    if words:
        party.words.add(words)
    if counterpart.unanswered_since is None:
        counterpart.unanswered_since = now
    if behaviour.asks(lower):
        before = behaviour.awaited(state, other(letter.side), now)
        since, count = (before.since, before.letters) if before else (now, 0)
        counterpart.waiting = Waiting(
            since, count + 1, letter.message.id, now, normalised_subject(letter.message.subject)
        )
    sender = letter.message.sender.email
    count, mean = state.registers.get(sender, (0, 0.0))
    state.registers[sender] = (count + 1, mean + (behaviour.register(lower) - mean) / min(count + 1, 10))
    for address in (letter.message.sender, *letter.message.to, *letter.message.cc):
        state.people[address.email] = None
    for crowd in (state.people, state.registers):
        while len(crowd) > PEOPLE:
            del crowd[next(iter(crowd))]
    state.letters += 1


def _forget(state: State, at: datetime) -> None:
    """Drop what has faded away, and set when to look again while nobody writes."""
    clock = state.clock(at.timestamp())
    state.active = [item for item in state.active[-CONTRIBUTIONS:] if item.gone > clock]
    state.faded = at + FADING if state.active else None


def wake(state: State) -> datetime | None:
    """Return the next moment at which time alone changes something, or None when it changes nothing more."""
    if state.at is None:
        return None
    moments = [state.faded] if state.faded is not None else []
    if state.troubled is not None:
        moments.append(state.troubled + HOLD)
    if state.hushed is not None:
        moments.append(state.hushed)
    for side in SIDES:
        waiting = state.party(side).waiting
        if waiting is not None:
            limit = behaviour.silence_limit(state, side)
            told = waiting.since + limit, waiting.since + 2 * limit, waiting.latest + behaviour.AWAITED
            moments += [datetime.fromtimestamp(moment, UTC) for moment in told]
    if state.bills:
        moments += _due_steps(state, state.at.toordinal())
    return min((moment for moment in moments if moment > state.at), default=None)


def _due_steps(state: State, today: int) -> list[datetime]:
    """Return for each open invoice the next day on which it is overdue by a further step."""
    usual, days = behaviour.usual_lateness(state), []
    for bill in state.bills.values():
        due = bill.invoice.due.toordinal() + usual
        days += [due + step for step in behaviour.OVERDUE_DAYS if due + step > today][:1]
    return [midnight(date.fromordinal(day)) for day in days if day <= _LAST_DAY]


def run(
    events: Iterable[Event], until: datetime, reach: float = REACH, state: State | None = None
) -> Iterator[tuple[Event, Health]]:
    """Fold ordered events, ticks among them, up to `until`; yield each event with the health after it.

    `reach` is the share of signs, 0..1, that whoever read the letters finds. A `state` that is given is used up, and
    in the end is that at `until`.
    """
    state = State(reach) if state is None else state
    for event in events:
        if event.at > until:
            break
        yield from _sleep(state, event.at, reached=False)
        state = advance(state, event)
        yield event, _seen(state, event.at)
    yield from _sleep(state, until, reached=True)


def _seen(state: State, at: datetime) -> Health:
    """Return the health now, and note since when it has been bad enough for an alert."""
    point = health(state, at)
    if point.log_odds < state.line:
        state.troubled = None
    elif state.troubled is None:
        state.troubled = at
    return point


def _sleep(state: State, until: datetime, *, reached: bool) -> Iterator[tuple[Event, Health]]:
    """Yield the ticks before `until`, and at it where `reached`."""
    while (moment := wake(state)) is not None and (moment < until or (reached and moment == until)):
        state = advance(state, Tick(moment))
        yield Tick(moment), _seen(state, moment)
