"""Long conversations and timelines: a page at a time, and the page that a letter is on."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from leopold_web.relationships import timeline
from leopold_web.relationships.models import Conversation, Message, Organization, Relationship
from leopold_web.relationships.views import LETTERS_SHOWN

from .conftest import Cast

FIRST = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def long(cast: Cast) -> Conversation:
    """A conversation of two and a half pages."""
    organization = Organization.objects.create(workspace=cast.workspace, key="x.example", name="X")
    relationship = Relationship.objects.create(workspace=cast.workspace, organization=organization, kind="client")
    conversation = Conversation.objects.create(relationship=relationship, key="1", subject="Long")
    Message.objects.bulk_create(
        Message(
            relationship=relationship,
            conversation=conversation,
            key=str(n),
            own_id=f"<{n}@x>",
            at=FIRST + timedelta(hours=n),
            side="theirs",
            language="en",
            text=f"Letter number {n}.",
            zones=[["own", 0, len(f"Letter number {n}.")]],
            source="x",
            position=n,
        )
        for n in range(LETTERS_SHOWN * 5 // 2)
    )
    return conversation


def test_a_conversation_is_paged_and_a_letter_leads_to_its_page(cast: Cast, long: Conversation) -> None:
    address = reverse("conversation", args=[long.pk])
    first = cast.owner.get(address).content.decode()
    assert first.count("<article") == LETTERS_SHOWN
    for number in (0, LETTERS_SHOWN - 1, LETTERS_SHOWN, LETTERS_SHOWN * 5 // 2 - 1):
        letter = Message.objects.get(own_id=f"<{number}@x>")
        page = cast.owner.get(address, {"letter": letter.pk}).content.decode()
        assert f'id="letter-{letter.pk}"' in page


@pytest.mark.parametrize("query", ["page=999", "page=0", "page=-1", "letter=999999999999", "letter=x", "page=%00"])
def test_an_odd_page_is_the_nearest_there_is(cast: Cast, long: Conversation, query: str) -> None:
    assert cast.owner.get(f"{reverse('conversation', args=[long.pk])}?{query}").status_code == 200


def test_a_timeline_shows_each_letter_once_newest_first(cast: Cast, long: Conversation) -> None:
    seen: list[datetime] = []
    number, more = 1, True
    while more:
        page, more = timeline.entries(long.relationship, number)
        seen += [entry.at for entry in page]
        number += 1
    assert seen == sorted((FIRST + timedelta(hours=n) for n in range(LETTERS_SHOWN * 5 // 2)), reverse=True)
    assert timeline.entries(long.relationship, 400) == ([], False)
