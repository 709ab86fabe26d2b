"""Checking a reply in the desk: for whom it is, what it shows, and that nothing is kept."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from leopold_web.coaching.actions import check_reply
from leopold_web.coaching.forms import LONGEST
from leopold_web.receivables.models import Invoice
from leopold_web.relationships.models import Conversation, Message, Organization, Relationship

from .conftest import Cast

DRAFT = "Hello,\r\n\r\nyou never read <b>our</b> letters.\r\nInvoice 17 is still not paid.\r\n\r\nAnna"


@pytest.fixture
def talk(cast: Cast) -> Conversation:
    """A conversation in which something was asked, and a ledger that knows of a payment."""
    organization = Organization.objects.create(workspace=cast.workspace, key="x.example", name="Tolliver")
    relationship = Relationship.objects.create(workspace=cast.workspace, organization=organization, kind="client")
    conversation = Conversation.objects.create(relationship=relationship, key="1", subject="Shop")
    text = "Hello,\n\nWhich colour has the shop?\n\nPeter"
    Message.objects.create(
        relationship=relationship,
        conversation=conversation,
        key="1",
        own_id="<1@x>",
        at=datetime(2026, 3, 9, tzinfo=UTC),
        side="theirs",
        language="en",
        sender_name="Peter",
        text=text,
        zones=[["own", 0, len(text)]],
        source="x",
        position=0,
    )
    Invoice.objects.create(
        workspace=cast.workspace,
        relationship=relationship,
        number="17",
        counterparty="Tolliver",
        issued=date(2026, 2, 1),
        due=date(2026, 2, 15),
        amount=Decimal(480),
        currency="EUR",
        settled=date(2026, 2, 13),
    )
    return conversation


def posted(client: Client, talk: Conversation, draft: str, **more: str) -> str:
    answer = client.post(reverse("reply", args=[talk.pk]), {"draft": draft, **more})
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_conversation_offers_it(cast: Cast, talk: Conversation) -> None:
    page = cast.owner.get(reverse("conversation", args=[talk.pk])).content.decode()
    assert f'action="{reverse("reply", args=[talk.pk])}#check"' in page
    assert "Check a reply" in page


def test_it_marks_the_draft_and_links_the_letter(cast: Cast, talk: Conversation) -> None:
    page = posted(cast.owner, talk, DRAFT)
    assert '<mark title="Always or never">you never</mark>' in page
    assert '<mark title="The ledger says otherwise">Invoice 17 is still not paid.</mark>' in page
    assert "Invoice 17 was paid in full on 13 February 2026." in page
    assert "<mark>Which colour has the shop?</mark>" in page
    letter = Message.objects.get()
    assert f"{reverse('conversation', args=[talk.pk])}?letter={letter.pk}#letter-{letter.pk}" in page
    assert "&lt;b&gt;our&lt;/b&gt;" in page
    assert "<b>our</b>" not in page
    assert "For example:" not in page


def test_it_gives_examples_when_asked_and_speaks_the_readers_language(cast: Cast, talk: Conversation) -> None:
    cast.owner.cookies["django_language"] = "ru"
    page = posted(cast.owner, talk, DRAFT, examples="on")
    assert "Всегда и никогда" in page
    assert "Например: On [date] … did not reach us." in page


def test_a_calm_reply_is_left_alone(cast: Cast, talk: Conversation) -> None:
    page = posted(cast.owner, talk, "Hello Peter,\n\nthe shop is green, the colour of last year.\n\nAnna")
    assert "Nothing in it stands out." in page
    assert "<mark" not in page


def test_htmx_gets_the_box_alone(cast: Cast, talk: Conversation) -> None:
    answer = cast.owner.post(reverse("reply", args=[talk.pk]), {"draft": DRAFT}, headers={"HX-Request": "true"})
    page = answer.content.decode()
    assert page.lstrip().startswith('<section class="check" id="check"')
    assert "you never" in page


@pytest.mark.parametrize("draft", ["", " \r\n ", "a" * (LONGEST + 1), "a\0b"])
def test_it_says_what_is_wrong_with_what_is_no_draft(cast: Cast, talk: Conversation, draft: str) -> None:
    address = reverse("reply", args=[talk.pk])
    answer = cast.owner.post(address, {"draft": draft})
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.content.decode()
    assert cast.owner.post(address, {"draft": draft}, headers={"HX-Request": "true"}).status_code == 200


def test_it_is_for_those_at_the_table_alone(cast: Cast, talk: Conversation) -> None:
    address = reverse("reply", args=[talk.pk])
    assert cast.guest.post(address, {"draft": DRAFT}).status_code == 404
    assert cast.stranger.post(address, {"draft": DRAFT})["Location"].startswith(reverse("account_login"))
    assert cast.colleague.post(address, {"draft": DRAFT}).status_code == 200
    assert Client(enforce_csrf_checks=True).post(address, {"draft": DRAFT}).status_code == 403


def test_nothing_is_kept(cast: Cast, talk: Conversation) -> None:
    def rows() -> dict[str, int]:
        return {model._meta.label: model._default_manager.count() for model in apps.get_models()}

    before = rows()
    posted(cast.owner, talk, DRAFT)
    assert rows() == before


def test_it_takes_few_questions_to_the_database(
    cast: Cast, talk: Conversation, django_assert_max_num_queries: pytest.FixtureRequest
) -> None:
    with django_assert_max_num_queries(6):  # type: ignore[operator]
        assert check_reply(talk, DRAFT.replace("\r\n", "\n"), date(2026, 3, 10))
