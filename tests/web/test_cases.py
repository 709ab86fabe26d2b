"""Cases: opened with what the desk knows, worked on, closed, reopened, recalled; asked for by the other side."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from leopold_web.accounts.models import User
from leopold_web.cases import actions, asking, playbook, recalling, suggesting
from leopold_web.cases.actions import Said
from leopold_web.cases.models import AskingLink, Case, Task
from leopold_web.cases.refusals import CaseRefusedError
from leopold_web.relationships.models import Alert, CauseCorrection, Conversation, Message, Organization, Relationship

from .conftest import Cast

NOW = datetime(2026, 3, 2, 9, tzinfo=timezone.get_default_timezone())
PAY = {"kind": "overdue", "values": {"number": "7", "amount": "480", "currency": "EUR", "days": 9}}


def reason(kind: str, contribution: float, *ids: str, fact: dict[str, Any] | None = None) -> dict[str, Any]:
    evidence = [{"message_id": each, "start": 0, "end": 2, "quote": "No"} for each in ids]
    return {"kind": kind, "side": "theirs", "contribution": contribution, "evidence": evidence, "fact": fact}


def relationship_of(cast: Cast, key: str = "tolliver.example") -> Relationship:
    organization = Organization.objects.create(workspace=cast.workspace, key=key, name=key.split(".")[0].title())
    return Relationship.objects.create(workspace=cast.workspace, organization=organization, kind="client")


@pytest.fixture
def tolliver(cast: Cast) -> Relationship:
    return relationship_of(cast)


@pytest.fixture
def owner(cast: Cast) -> User:
    return User.objects.get(email="owner@leopold.example")


@pytest.fixture
def talk(tolliver: Relationship) -> Conversation:
    found = Conversation.objects.create(relationship=tolliver, key="<1@x>", subject="Re: AW: The kitchen doors")
    Message.objects.create(
        relationship=tolliver,
        conversation=found,
        key="1",
        own_id="<1@x>",
        side="theirs",
        language="en",
        subject=found.subject,
        text="No.",
        at=NOW,
        position=1,
    )
    return found


def alert_of(found: Relationship, *reasons: dict[str, Any]) -> Alert:
    made: Alert = found.alerts.create(
        key="1", raised_at=NOW, probability=0.6, next_step="call_today", reasons=list(reasons)
    )
    return made


def case_of(found: Relationship, said: Said, days: int = 0) -> Case:
    return actions.open_case(found, said, None, NOW + timedelta(days=days))


def test_a_case_from_an_alert_begins_with_its_strongest_reason_and_conversation(
    cast: Cast, tolliver: Relationship, talk: Conversation, owner: User
) -> None:
    tolliver.causes = [{"name": "fear", "side": "theirs", "base": 0.0, "reasons": []}]
    tolliver.save()
    alert = alert_of(tolliver, reason("gratitude", -4.0), reason("silence", 1.0), reason("anger", 3.0, "<1@x>"))
    page = cast.owner.get(f"{reverse('case-new')}?alert={alert.pk}").content.decode()
    assert 'value="AW: The kitchen doors: They are angry"' in page
    assert '<option value="feelings" selected>' in page
    assert '<option value="theirs:fear" selected>' in page
    assert f'<option value="{owner.pk}" selected>' in page
    said = {"subject": "The doors", "trouble": "quality", "cause": "ours:competence", "owner": owner.pk}
    answer = cast.owner.post(f"{reverse('case-new')}?alert={alert.pk}", {**said, "answer_by": "2026-03-04T18:00"})
    case = Case.objects.get()
    assert answer["Location"] == reverse("case", args=[case.pk])
    assert (case.subject, case.trouble, case.cause, case.cause_side) == ("The doors", "quality", "competence", "ours")
    assert (case.owner, case.opened_by, case.alert_key, case.conversation) == (owner, owner, "1", talk)
    assert case.answer_by is not None
    assert timezone.localtime(case.answer_by).isoformat()[:16] == "2026-03-04T18:00"


@pytest.mark.parametrize(
    ("reasons", "title", "subject", "trouble"),
    [
        ([reason("overdue", 2.0, fact=PAY)], "", "Invoice 7 for", "unpaid"),
        (
            [reason("broken_promise", 2.0, "<1@x>")],
            "Fwd: re: Delivery",
            "Delivery: They write of a promise",
            "deadline",
        ),
        ([], "Оплата счёта", "Оплата счёта", "unpaid"),
        ([reason("new_in_copy", 2.0, "<1@x>")], "Hello", "Hello: They put somebody new in copy", "other"),
        ([], "", "", "other"),
    ],
)
def test_a_suggested_subject_says_what_the_trouble_is(
    tolliver: Relationship,
    talk: Conversation,
    owner: User,
    reasons: list[dict[str, Any]],
    title: str,
    subject: str,
    trouble: str,
) -> None:
    talk.subject = title
    talk.save()
    alert = alert_of(tolliver, *reasons) if reasons else None
    chosen = talk if title and not reasons else None
    found = suggesting.suggestion(tolliver, owner, NOW, alert=alert, conversation=chosen)
    assert found["subject"].startswith(subject)
    assert found["trouble"] == trouble


def test_what_people_said_of_a_cause_comes_before_what_letters_suggest(tolliver: Relationship, owner: User) -> None:
    assert suggesting.cause_of(tolliver) == ("", "")
    tolliver.causes = [{"name": name, "side": "theirs", "base": 0.0, "reasons": []} for name in ("fear", "greed")]
    assert suggesting.cause_of(tolliver) == ("fear", "theirs")
    said = {"workspace": tolliver.workspace, "organization": "tolliver.example", "said_by": owner, "said_at": NOW}
    CauseCorrection.objects.create(**said, side="theirs", cause="fear", holds=False)
    assert suggesting.cause_of(tolliver) == ("greed", "theirs")
    CauseCorrection.objects.create(**said, side="theirs", cause="none", holds=True)
    assert suggesting.cause_of(tolliver) == ("", "")
    CauseCorrection.objects.create(**said, side="ours", cause="competence", holds=True)
    assert suggesting.cause_of(tolliver) == ("competence", "ours")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"subject": " "}, "This field is required"),
        ({"trouble": "none"}, "not one of the available choices"),
        ({"cause": "theirs:envy"}, "not one of the available choices"),
        ({"owner": "999"}, "not one of the available choices"),
        ({"answer_by": "soon"}, "Enter a valid date/time"),
    ],
)
def test_half_a_case_is_refused_with_the_reason(
    cast: Cast, tolliver: Relationship, wrong: dict[str, str], said: str
) -> None:
    answer = cast.owner.post(
        f"{reverse('case-new')}?relationship={tolliver.pk}", {"subject": "Doors", "trouble": "other"} | wrong
    )
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Case.objects.exists()


def test_only_members_of_the_desk_own_what_is_to_be_done(tolliver: Relationship, owner: User) -> None:
    guest = User.objects.get(email="guest@leopold.example")
    with pytest.raises(CaseRefusedError, match="other_member"):
        case_of(tolliver, Said("Doors", owner=guest))
    case = case_of(tolliver, Said("Doors"))
    with pytest.raises(CaseRefusedError, match="other_member"):
        actions.add_task(case, "Call", guest, None)
    with pytest.raises(CaseRefusedError, match="other_member"):
        actions.change(case, Said("Doors", owner=guest))


@pytest.mark.parametrize("query", ["", "?relationship=x", "?alert=²", "?conversation=" + "9" * 40])
def test_a_case_is_about_a_relationship(cast: Cast, query: str) -> None:
    assert cast.owner.get(reverse("case-new") + query).status_code == 400


def test_nobody_else_opens_changes_or_closes_a_case(cast: Cast, tolliver: Relationship, talk: Conversation) -> None:
    alert = alert_of(tolliver, reason("overdue", 1.0, fact=PAY))
    case = case_of(tolliver, Said("Doors"))
    task = actions.add_task(case, "Call", None, None)
    before = Case.objects.values().get(), Task.objects.values().get()
    said = {"subject": "X", "trouble": "other", "task-text": "X", "note-text": "X", "verb": "done"}
    said |= {"close-outcome": "lost", "close-text": "X"}
    opening = [f"relationship={tolliver.pk}", f"alert={alert.pk}", f"conversation={talk.pk}"]
    addresses = [f"{reverse('case-new')}?{each}" for each in opening]
    addresses += [reverse(f"case-{name}", args=[case.pk]) for name in ("change", "task-add", "note", "close", "reopen")]
    addresses += [reverse("case-task", args=[case.pk, task.pk]), reverse("case-table", args=[case.pk])]
    addresses += [reverse("asking-link", args=[tolliver.pk])]
    for address in addresses:
        assert cast.guest.post(address, said).status_code == 404
        assert cast.stranger.post(address, said)["Location"].startswith(reverse("account_login"))
    other = case_of(relationship_of(cast, "other.example"), Said("Else"))
    assert cast.owner.post(reverse("case-task", args=[other.pk, task.pk]), said).status_code == 404
    other.delete()
    assert (Case.objects.values().get(), Task.objects.values().get()) == before
    assert not case.notes.exists()
    assert not AskingLink.objects.exists()


def test_tasks_are_added_from_the_playbook_ticked_off_dropped_and_taken_up_again(
    cast: Cast, tolliver: Relationship, owner: User
) -> None:
    case = case_of(tolliver, Said("Money", trouble="unpaid", cause="fear", cause_side="theirs"))
    page = reverse("case", args=[case.pk])
    first = playbook.TROUBLES["unpaid"][0]
    shown = cast.owner.get(page).content.decode()
    assert all(step.en in shown for step in playbook.steps_of("unpaid", "fear"))
    add = reverse("case-task-add", args=[case.pk])
    cast.owner.post(add, {"task-text": first.en, "task-owner": owner.pk, "task-due": "2026-03-01"})
    task = case.tasks.get()
    assert (task.text, task.owner, task.due, task.is_open) == (first.en, owner, date(2026, 3, 1), True)
    shown = cast.owner.get(page).content.decode()
    assert shown.count("Overdue") == 1
    assert f'value="{first.en}"' not in shown
    for verb, is_open in (("done", False), ("again", True), ("drop", False)):
        assert cast.owner.post(reverse("case-task", args=[case.pk, task.pk]), {"verb": verb}).status_code == 302
        task.refresh_from_db()
        assert task.is_open is is_open
    assert (task.done_at, task.dropped_at is not None) == (None, True)
    assert f'value="{first.en}"' in cast.owner.get(page).content.decode()
    assert cast.owner.post(reverse("case-task", args=[case.pk, task.pk]), {"verb": "burn"}).status_code == 400
    assert cast.owner.post(add, {"task-text": ""}).status_code == 422


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("trouble", Case.Trouble.values)
def test_every_kind_of_trouble_has_steps_in_both_languages(trouble: str, language: str) -> None:
    steps = playbook.TROUBLES[trouble]
    assert 3 <= len(steps) <= 5
    assert [step.days for step in steps] == sorted(step.days for step in steps)
    cyrillic = [bool(re.search("[а-я]", step.said("ru" if language == "ru" else "en"))) for step in steps]
    assert cyrillic == [language == "ru"] * len(steps)


def test_a_case_is_closed_with_an_outcome_and_a_sentence_and_can_be_reopened(
    cast: Cast, tolliver: Relationship, owner: User
) -> None:
    case = case_of(tolliver, Said("Doors"))
    close, page = reverse("case-close", args=[case.pk]), reverse("case", args=[case.pk])
    assert cast.owner.post(close, {"close-outcome": "lost"}).status_code == 422
    cast.owner.post(close, {"close-outcome": "settled", "close-text": "They got new doors."})
    case.refresh_from_db()
    assert (case.outcome, case.outcome_text, case.closed_by) == ("settled", "They got new doors.", owner)
    for name, said in (("close", {"close-outcome": "lost", "close-text": "X"}), ("task-add", {"task-text": "X"})):
        answer = cast.owner.post(reverse(f"case-{name}", args=[case.pk]), said, follow=True)
        assert "This case is closed. Reopen it first." in answer.content.decode()
    assert "They got new doors." in cast.owner.get(page).content.decode()
    cast.owner.post(reverse("case-reopen", args=[case.pk]))
    case.refresh_from_db()
    assert (case.is_open, case.outcome, case.tasks.count()) == (True, "", 0)
    shown = cast.owner.get(page).content.decode()
    assert "Closed: Settled." in shown
    assert "They got new doors." in shown
    assert "open already" in cast.owner.post(reverse("case-reopen", args=[case.pk]), follow=True).content.decode()


def test_the_list_shows_open_cases_first_by_their_clock_and_says_which_are_overdue(
    cast: Cast, tolliver: Relationship, owner: User
) -> None:
    now = timezone.now()
    closed = case_of(tolliver, Said("Over"))
    actions.close(closed, "done", "Done.", owner, now)
    case_of(tolliver, Said("Whenever"))
    case_of(tolliver, Said("Later", answer_by=now + timedelta(days=1), owner=owner))
    case_of(tolliver, Said("Past", answer_by=now - timedelta(days=1)))
    page = cast.owner.get(reverse("cases")).content.decode()
    assert re.findall(r"<b>(\w+)</b></a>", page) == ["Past", "Later", "Whenever", "Over"]
    assert page.count("Overdue") == 1
    assert "The task is done" in page
    mine = cast.owner.get(reverse("cases") + "?whose=mine").content.decode()
    assert re.findall(r"<b>(\w+)</b></a>", mine) == ["Later"]
    # Beside the place stands how many are late or have no owner.
    assert re.search(r">Cases <span>2<", page)


def test_a_case_is_seen_on_today_the_relationship_and_its_timeline(
    cast: Cast, tolliver: Relationship, owner: User
) -> None:
    tolliver.state, tolliver.base, tolliver.log_odds, tolliver.health = "alert", 0.0, 1.0, 30.0
    tolliver.save()
    alert = alert_of(tolliver, reason("overdue", 1.0, fact=PAY))
    where = [reverse("today"), reverse("relationship", args=[tolliver.pk])]
    for address in where:
        assert f"{reverse('case-new')}?alert={alert.pk}" in cast.owner.get(address).content.decode()
    case = case_of(tolliver, Said("Doors", owner=owner))
    for address in where:
        page = cast.owner.get(address).content.decode()
        assert "A case is open, owner: Owner." in page
        assert reverse("case", args=[case.pk]) in page
    assert "Case opened: Doors" in page
    actions.close(case, "lost", "They left.", owner, NOW)
    page = cast.owner.get(where[1]).content.decode()
    assert "Case closed: Doors" in page
    assert "Lost: They left." in page
    assert "A case is open" not in page


def test_a_case_outlives_the_rows_that_an_analysis_makes_anew(cast: Cast, tolliver: Relationship) -> None:
    case = case_of(tolliver, Said("Doors"))
    tolliver.organization.delete()
    assert "Tolliver" in cast.owner.get(reverse("case", args=[case.pk])).content.decode()
    answer = cast.owner.get(reverse("case-table", args=[case.pk]), follow=True)
    assert "no table can be opened" in answer.content.decode()
    again = relationship_of(cast)
    assert recalling.open_cases(again) == [case]
    page = cast.owner.get(reverse("case", args=[case.pk])).content.decode()
    assert reverse("relationship", args=[again.pk]) in page
    assert "Case opened: Doors" in cast.owner.get(reverse("relationship", args=[again.pk])).content.decode()


@pytest.mark.parametrize(
    ("before", "now", "shared"),
    [
        (
            Said("A", cause="greed", cause_side="theirs"),
            Said("B", cause="greed", cause_side="theirs"),
            ["Greed (their side)"],
        ),
        (Said("A", cause="greed", cause_side="theirs"), Said("B", cause="greed", cause_side="ours"), []),
        (Said("A", trouble="quality"), Said("B", trouble="quality"), ["Quality"]),
        (Said("A"), Said("B"), []),
        (Said("Unpaid invoice"), Said("Счёт не оплачен"), ["Payment"]),
        (Said("The blue door"), Said("the Blue door"), ["the Blue door"]),
    ],
)
def test_a_case_says_what_it_shares_with_an_earlier_one(
    cast: Cast, tolliver: Relationship, before: Said, now: Said, shared: list[str]
) -> None:
    first, second = case_of(tolliver, before), case_of(tolliver, now, days=1)
    case_of(relationship_of(cast, "other.example"), now)
    found = recalling.earlier_cases(second)
    assert [(each.case, list(each.shared)) for each in found] == ([(first, shared)] if shared else [])
    assert recalling.earlier_cases(first) == []
    page = cast.owner.get(reverse("case", args=[second.pk])).content.decode()
    assert (reverse("case", args=[first.pk]) in page) is bool(shared)


def asked(**other: str) -> dict[str, str]:
    said = {"name": "Vera Kim", "email": "VERA@tolliver.example", "subject": "Unpaid work", "text": "Two weeks."}
    return said | other


def test_the_other_side_asks_by_a_link_and_it_arrives_as_a_case(cast: Cast, tolliver: Relationship) -> None:
    made = cast.owner.post(reverse("asking-link", args=[tolliver.pk]), follow=True).content.decode()
    link = AskingLink.objects.get()
    address = reverse("ask", args=[link.code])
    assert f"http://testserver{address}" in made
    cast.colleague.post(reverse("asking-link", args=[tolliver.pk]))
    assert AskingLink.objects.get() == link
    page = cast.stranger.get(address).content.decode()
    assert "Fernhill" in page
    assert "Tolliver" not in page
    assert cast.stranger.post(address, asked(email="no address")).status_code == 422
    for _ in range(2):
        answer = cast.stranger.post(address, asked(), headers={"Accept-Language": "ru"})
        assert answer.status_code == 200
    case = Case.objects.get()
    assert (case.about, case.relationship, case.owner, case.trouble) == ("tolliver.example", tolliver, None, "unpaid")
    assert (case.asked_by, case.asked_email, case.asked_language) == ("Vera Kim", "vera@tolliver.example", "ru")
    page = cast.owner.get(reverse("case", args=[case.pk])).content.decode()
    assert "Vera Kim (vera@tolliver.example) asks for a round table." in page
    assert "They ask for a table" in cast.owner.get(reverse("cases")).content.decode()
    form = cast.owner.get(reverse("case-table", args=[case.pk])).content.decode()
    assert 'value="vera@tolliver.example"' in form
    assert 'value="Unpaid work"' in form
    cast.owner.post(reverse("asking-link", args=[tolliver.pk]), {"take_back": "1"})
    assert cast.stranger.post(address, asked(subject="More")).status_code == 404
    assert Case.objects.count() == 1


def test_so_many_requests_wait_and_no_more(cast: Cast, tolliver: Relationship) -> None:
    link = asking.make_link(tolliver, NOW)
    for number in range(asking.MOST_WAITING):
        asking.ask(link, **asked(subject=f"Matter {number}"), language="en", now=NOW)
    answer = cast.stranger.post(reverse("ask", args=[link.code]), asked(subject="One more"))
    assert answer.status_code == 429
    assert "still waits for an answer" in answer.content.decode()
    assert Case.objects.count() == asking.MOST_WAITING


def test_requests_from_one_place_are_limited(cast: Cast, tolliver: Relationship) -> None:
    cache.clear()
    address = reverse("ask", args=[asking.make_link(tolliver, NOW).code])
    answers = [Client().post(address, asked()).status_code for _ in range(12)]
    assert answers[:10] == [200] * 10
    assert set(answers[10:]) == {429}
    assert Case.objects.count() == 1


@pytest.mark.parametrize("language", ["en", "ru"])
def test_pages_are_in_the_language_of_the_reader(cast: Cast, tolliver: Relationship, language: str) -> None:
    case = case_of(tolliver, Said("Doors", trouble="feelings"))
    with translation.override(language):
        assert recalling.earlier_cases(case) == []
    page = cast.owner.get(reverse("case", args=[case.pk]), headers={"Accept-Language": language}).content.decode()
    assert ("Settle at a round table" if language == "en" else "Уладить за круглым столом") in page
    assert playbook.TROUBLES["feelings"][0].said("ru" if language == "ru" else "en") in page
