"""What a letter, the clock and the ledger tell without words: later, shorter, colder, silent, overdue.

Each function looks at the state before the letter is taken in, and compares with this relationship's own habit.
Both sides are read alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median
from typing import Final

from leopold.correspondence.subjects import normalised_subject
from leopold.model import Evidence, Fact, Letter, Side
from leopold.relationships.habits import DAY
from leopold.relationships.state import Bill, State, Waiting, other

LATE_DEVIATIONS: Final = 1.64
ENOUGH_LETTERS: Final = 4
SHORTEST_LATENESS: Final = 3 * DAY
SILENCE: Final = (5 * DAY, 20 * DAY)
"""Silence becomes a fact beyond this side's own habit, but never before the first and always after the second."""

AWAITED: Final = 60 * DAY
"""For how long an answer is awaited at all: after that the matter has settled itself, or comes back in a letter."""

ASKED_AGAIN: Final = 30 * DAY
"""How soon after our own question another letter of ours asks it again; later ones open the matter anew."""

OVERDUE_DAYS: Final = (1, 7, 14, 30)

_REQUESTS: Final = (
    "please send", "please confirm", "please let", "could you", "can you", "let me know", "waiting for", "need you to",
    "прошу", "просьба", "пришлите", "подскажите", "уточните", "сообщите", "подтвердите", "дайте знать", "жду", "ждём",
)  # fmt: skip
_ROLES: Final = re.compile(
    r"\b(?:director|ceo|cfo|cto|head of|my boss|our boss|lawyers?|legal|counsel|managing partner)\b"
    r"|\b(?:директор|руководител|начальник|юрист|шеф|учредител|собственник)\w*",
    re.IGNORECASE,
)
_FORMAL_WORDS: Final = (
    "dear mr", "dear ms", "dear mrs", "dear dr", "dear sir", "dear madam", "to whom it may concern",
    "yours sincerely", "yours faithfully", "kind regards", "уважаем", "настоящим",
)  # fmt: skip
_FORMAL: Final = re.compile(
    r"\b(?:dear (?:mr|mrs|ms|dr|sir|madam)|to whom it may concern|уважаем\w+)[^\n]{0,40}"
    r"|\b(?:yours (?:sincerely|faithfully)|kind regards|настоящим)\b",
    re.IGNORECASE,
)
_INFORMAL_WORDS: Final = ("!", ":)", ";)", ":-)", "))", "cheers", "\nx\n")
_GREETINGS: Final = ("hi ", "hi,", "hey", "hiya", "hello", "morning", "привет")
_EMOJI: Final = re.compile("[\U0001f300-\U0001faff]")


def own_text(letter: Letter) -> str:
    """Return the words that the writer wrote for this letter."""
    text = letter.message.text
    return "\n".join(text[zone.start : zone.end] for zone in letter.zones if zone.kind == "own")


def asks(lower: str) -> bool:
    """Return whether own words, in lower case, await an answer: a question, or a request in words."""
    return "?" in lower or requests(lower)


def requests(lower: str) -> bool:
    """Return whether own words, in lower case, ask for something otherwise than by a question."""
    return any(request in lower for request in _REQUESTS)


def awaited(state: State, side: Side, now: float) -> Waiting | None:
    """Return the letters that await an answer of this side, None when nothing is awaited any longer."""
    waiting = state.party(side).waiting
    return waiting if waiting is not None and now < waiting.latest + AWAITED else None


def late_reply(state: State, side: Side, now: float) -> Iterator[tuple[str, Fact]]:
    """Yield a fact when an answer came later than this side's own habit."""
    party = state.party(side)
    if party.unanswered_since is None or awaited(state, side, now) is None or party.replies.count < ENOUGH_LETTERS:
        return
    delay = now - party.unanswered_since
    if delay > max(SHORTEST_LATENESS, party.replies.quantile(LATE_DEVIATIONS)):
        usual = party.replies.usual()
        yield "late_reply", Fact("late_reply", {"days": round(delay / DAY), "usual_hours": round(usual / 3600)})


def short_reply(state: State, side: Side, words: int, now: float) -> Iterator[tuple[str, Fact]]:
    """Yield a fact when the answer to a question is much shorter than this side's letters are."""
    party = state.party(side)
    if awaited(state, side, now) is None or party.words.count < ENOUGH_LETTERS or words == 0:
        return
    if words < party.words.quantile(-LATE_DEVIATIONS):
        yield "short_reply", Fact("short_reply", {"words": words, "usual_words": round(party.words.usual())})


def wrote_again(state: State, letter: Letter, lower: str, now: float) -> Iterator[tuple[str, Fact]]:
    """Yield a fact when a side writes again, days after a question of its own that nobody has answered.

    Of our own letters only a question asked again counts, in the same matter and soon: what they answered by
    telephone, or in a letter that we do not see, is no trouble.
    """
    waiting = awaited(state, other(letter.side), now)
    if waiting is None or now - waiting.latest <= 2 * DAY:
        return
    since, letters = waiting.since, waiting.letters
    if letter.side == "ours":
        if not _asked_again(waiting, letter, lower, now):
            return
        since, letters = waiting.latest, 1
    yield "wrote_again", Fact("wrote_again", {"count": letters + 1, "days": round((now - since) / DAY)})


def _asked_again(waiting: Waiting, letter: Letter, lower: str, now: float) -> bool:
    """Whether a letter asks, in the matter of the letter that waits, some working days but no long time after it."""
    if now - waiting.latest > ASKED_AGAIN or not asks(lower) or working_days(waiting.latest, now) < 2:
        return False
    message = letter.message
    if waiting.message_id in message.in_reply_to or waiting.message_id in message.references:
        return True
    subject = normalised_subject(message.subject)
    return bool(subject) and subject == waiting.subject


def working_days(start: float, end: float) -> int:
    """Return how many days from Monday to Friday begin between two moments, in seconds since 1970."""
    weeks, rest = divmod(int(end // DAY) - int(start // DAY), 7)
    # 1 January 1970 was a Thursday; counted so, Mondays are divisible by seven.
    first = int(start // DAY) + 1 + 3
    return weeks * 5 + sum((first + step) % 7 < 5 for step in range(rest))


def new_in_copy(state: State, letter: Letter, lower: str, bad: float) -> Iterator[tuple[str, Fact]]:
    """Yield a fact when somebody new is put in copy; it weighs more when the letter is bad or speaks of superiors."""
    if state.letters < ENOUGH_LETTERS:
        return
    strangers = [address for address in letter.message.cc if address.email and address.email not in state.people]
    if strangers:
        kind = "boss_in_copy" if bad >= 0.5 or _ROLES.search(lower) else "new_in_copy"
        yield kind, Fact(kind, {"name": strangers[0].name or strangers[0].email, "count": len(strangers)})


def informal(lower: str) -> bool:
    """Return whether own words, in lower case, sound as one writes to people one knows well."""
    if lower.lstrip().startswith(_GREETINGS) or any(word in lower for word in _INFORMAL_WORDS):
        return True
    return not lower.isascii() and _EMOJI.search(lower) is not None


def register(lower: str) -> float:
    """Return how own words, in lower case, sound: 1 informal, −1 formal, 0 neither or both."""
    return float(informal(lower)) - float(any(word in lower for word in _FORMAL_WORDS))


def formality(state: State, letter: Letter, lower: str) -> Evidence | None:
    """Return the formal words of a person who used to write informally here, or None."""
    count, mean = state.registers.get(letter.message.sender.email, (0, 0.0))
    if count < 3 or mean < 0.6 or register(lower) >= 0:
        return None
    for zone in letter.own:
        if found := _FORMAL.search(letter.message.text, zone.start, zone.end):
            return Evidence.of(letter.message, found.start(), found.end())
    return None


def speaks(state: State, side: Side) -> bool:
    """Return whether a side has ever written: of somebody who never does, silence says nothing."""
    return state.party(side).words.count > 0


def silence_limit(state: State, side: Side) -> float:
    """Return after how many seconds without an answer this side's silence is a fact."""
    return min(max(SILENCE[0], state.party(side).replies.quantile(2.0)), SILENCE[1])


def silence(state: State, side: Side, now: float) -> Iterator[tuple[str, float, Fact]]:
    """Yield the fact that this side owes an answer for too long, with its share of the weight."""
    waiting = awaited(state, side, now)
    if waiting is None or not speaks(state, side):
        return
    passed, limit = now - waiting.since, silence_limit(state, side)
    if passed >= limit:
        kind = "long_silence" if passed >= 2 * limit else "silence"
        yield kind, 1.0, Fact(kind, {"days": int(passed // DAY), "count": waiting.letters})


def usual_lateness(state: State) -> int:
    """Return by how many days this payer is late as a rule; 0 while fewer than two invoices were settled."""
    return max(0, int(median(state.lateness))) if len(state.lateness) >= 2 else 0


def overdue_days(state: State, bill: Bill, today: int) -> int:
    """Return by how many days an invoice is overdue beyond this payer's habit; negative when it is not."""
    return today - bill.invoice.due.toordinal() - usual_lateness(state)
