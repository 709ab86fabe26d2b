"""Which earlier letter a letter answers, by its subject alone, where nothing better tells."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from leopold.correspondence.participants import share_people
from leopold.correspondence.subjects import answers, normalised_subject, ticket
from leopold.model import Message

WITHIN = timedelta(days=90)
"""How long a subject stays the same conversation."""

MOST = 50
"""Earlier letters of one subject that are looked at, at most."""


class SameSubject:
    """Letters by their subjects, in the order of their dates."""

    def __init__(self, letters: Iterable[Message]) -> None:
        self._letters: dict[str, list[Message]] = defaultdict(list)
        self._keys: dict[str, list[tuple[datetime, str]]] = defaultdict(list)
        for letter in letters:
            subject = normalised_subject(letter.subject)
            if subject and letter.at:
                self._letters[subject].append(letter)
                self._keys[subject].append((letter.at, letter.id))

    def answered_by(self, letter: Message) -> Iterator[Message]:
        """Yield the earlier letters that this one may answer, the latest first.

        The subject must be marked as an answer, name no other ticket, and stand on a letter of the last 90 days among
        the same people.
        """
        if letter.at is None or not answers(letter.subject):
            return
        subject, number = normalised_subject(letter.subject), ticket(letter.subject)
        place = bisect_left(self._keys[subject], (letter.at, letter.id)) if subject in self._keys else 0
        for earlier in self._letters.get(subject, [])[max(0, place - MOST) : place][::-1]:
            if earlier.at is None or letter.at - earlier.at > WITHIN:
                return
            other = ticket(earlier.subject)
            if (not number or not other or number == other) and share_people(letter, earlier):
                yield earlier
