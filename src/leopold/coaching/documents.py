"""What the coach found as JSON values and as lines of text. The schema is docs/coach.schema.json."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from leopold.coaching import wording
from leopold.coaching.advising import Coaching
from leopold.coaching.findings import Advice
from leopold.languages import Language

Document = dict[str, Any]


def document(found: Coaching, language: Language, *, examples: bool = False) -> Document:
    """Return all that was found, reasons and suggestions in `language`; examples of wording only where "
    "asked for."""
    return {
        "version": 1,
        "as_of": found.as_of.isoformat(),
        "language": found.language,
        "ours": list(found.ours),
        "ours_inferred": found.inferred,
        "conversation": {
            "organization": found.organization,
            "subject": found.subject,
            "message_ids": list(found.message_ids),
            "chosen_of": found.chosen_of,
        },
        "findings": [_advice(each, found.language, language, examples=examples) for each in found.findings],
    }


def _advice(advice: Advice, spoken: Language, language: Language, *, examples: bool) -> Document:
    return {
        "kind": advice.kind,
        "probability": round(advice.probability, 4),
        "start": advice.start,
        "end": advice.end,
        "quote": advice.quote,
        "reason": wording.reason(advice, language),
        "suggestion": wording.suggestion(advice, language),
        "wording": wording.example(advice, spoken) if examples else None,
        "evidence": [
            {"message_id": each.message_id, "start": each.start, "end": each.end, "quote": each.quote}
            for each in advice.evidence
        ],
        "fact": wording.fact(advice.fact, language) if advice.fact else None,
    }


def lines(found: Coaching, language: Language, *, examples: bool = False) -> Iterator[str]:
    """Yield what was found as text for a terminal: nothing where there is nothing to say."""
    for number, advice in enumerate(found.findings):
        if number:
            yield ""
        yield wording.name(advice.kind, language)
        for quote in [advice.quote] if advice.quote else [each.quote for each in advice.evidence]:
            yield "  " + {"en": "“{}”", "ru": "«{}»"}[language].format(" ".join(quote.split()))
        if advice.fact:
            yield f"  {wording.fact(advice.fact, language)}."
        yield f"  {wording.reason(advice, language)}."
        yield f"  → {wording.suggestion(advice, language)}."
        if examples:
            yield f"  ✎ {wording.example(advice, found.language)}"


def notes(found: Coaching, language: Language) -> Iterator[str]:
    """Yield what was taken for granted: the conversation and our side, where nobody named them."""
    if found.chosen_of > 1:
        yield {
            "en": "answering “{subject}” with {organization}, the latest of {count} conversations; name "
            "another with --subject or --message-id",
            "ru": "ответ на «{subject}», {organization}: последняя из переписок (всего {count}); другую "
            "укажите через --subject или --message-id",
        }[language].format(subject=found.subject, organization=found.organization, count=found.chosen_of)
    if found.inferred:
        yield {
            "en": "taking {ours} for our side; say otherwise with --ours",
            "ru": "нашей стороной считается {ours}; если это не так, укажите --ours",
        }[language].format(ours=", ".join(found.ours))
    for refusal in found.refusals:
        yield f"{refusal.source}:{refusal.position}: {refusal.fault.said(language)}"
