"""What was found in a draft as a page shows it: the draft with the places marked, and a line for each finding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from leopold.coaching import Advice, wording
from leopold.correspondence.language import language as language_of
from leopold.words import Language
from leopold_web.relationships.letters import Piece, Stretch
from leopold_web.relationships.models import Message
from leopold_web.relationships.quotations import Quotation, quotation


@dataclass(frozen=True)
class Shown:
    """One finding in words. `quote` are the words of the draft, "" where the finding is about what it lacks."""

    name: str
    quote: str
    reason: str
    suggestion: str
    fact: str
    example: str
    quotations: tuple[Quotation, ...]


def marked(draft: str, findings: Sequence[Advice], language: Language) -> Stretch:
    """Return the draft in pieces, each labelled with the names of what was found there."""
    places = [(one.start, one.end, wording.name(one.kind, language)) for one in findings if one.quote is not None]
    inside = [(start, end, name) for start, end, name in places if start is not None and end is not None]
    edges = sorted({0, len(draft), *(edge for start, end, _ in inside for edge in (start, end))})
    pieces = []
    for left, right in pairwise(edges):
        names = dict.fromkeys(name for start, end, name in inside if start <= left and right <= end)
        pieces.append(Piece(draft[left:right], "; ".join(names)))
    return Stretch("own", tuple(pieces))


def shown(
    draft: str, findings: Sequence[Advice], letters: Mapping[str, Message], language: Language, *, examples: bool
) -> list[Shown]:
    """Return the findings in words; `letters` are those that their evidence stands in, by their own ids."""
    spoken = language_of(draft)
    return [
        Shown(
            name=wording.name(one.kind, language),
            quote=" ".join((one.quote or "").split()),
            reason=wording.reason(one, language),
            suggestion=wording.suggestion(one, language),
            fact=wording.fact(one.fact, language) if one.fact else "",
            example=wording.example(one, spoken) if examples else "",
            quotations=tuple(
                quotation(piece, letters[piece.message_id]) for piece in one.evidence if piece.message_id in letters
            ),
        )
        for one in findings
    ]
