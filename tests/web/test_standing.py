"""What comes back, how sides behave and possible causes on a relationship's page, and what people say of causes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from leopold_web.accounts.models import User
from leopold_web.relationships.actions import analyse_workspace
from leopold_web.relationships.models import CauseCorrection, Organization, Relationship
from leopold_web.relationships.standing import suspects
from leopold_web.working import new_worker

from .conftest import Cast

pytestmark = pytest.mark.django_db(transaction=True)

DAY = date(2026, 2, 1)


@pytest.fixture
def kitchen(cast: Cast, sample: dict[str, Path]) -> Relationship:
    """The client of a story who looks to his own gain, and pays late again and again."""
    files = [sample["en-d-01"] / name for name in ("mail.mbox", "invoices.csv", "payments.csv")]
    letters, *books = [SimpleUploadedFile(path.name, path.read_bytes()) for path in files]
    cast.workspace.as_of = DAY
    cast.workspace.save()
    cast.owner.post(reverse("import-new"), {"letters": [letters], "ledger": books})
    new_worker(batch=True).run()
    return Relationship.objects.get(workspace=cast.workspace)


def page(client: Client, found: Relationship, language: str = "en") -> str:
    client.cookies["django_language"] = language
    return client.get(reverse("relationship", args=[found.pk])).content.decode()


def say(client: Client, found: Relationship, side: str, cause: str, verdict: str) -> int:
    answer = client.post(
        reverse("relationship-causes", args=[found.pk]), {"side": side, "cause": cause, "verdict": verdict}
    )
    return answer.status_code


def told(found: Relationship) -> list[tuple[str, str, bool | None]]:
    found.refresh_from_db()
    return [(one.side, one.name, one.said.holds if one.said else None) for one in suspects(found)]


def of_them(relationship: Relationship) -> list[tuple[str, str, bool | None]]:
    """The same of their side alone: what is suggested of ours depends on the readers."""
    return [each for each in told(relationship) if each[0] == "theirs"]


def test_a_page_shows_what_comes_back_why_and_how_sides_behave(cast: Cast, kitchen: Relationship) -> None:
    english, russian = page(cast.owner, kitchen), page(cast.owner, kitchen, "ru")
    for text in ("What comes back", "Payment", "Possible causes", "Greed", "Suggestion", "Too little is known yet"):
        assert text in english
    for text in (
        "Что возвращается",
        "Оплата",
        "Возможные причины",
        "Жадность",
        "Предположение",
        "известно слишком мало",
    ):
        assert text in russian
    assert "<mark>I will not be paying" in english or "paying it in this form" in english


def test_a_page_shows_shares_of_what_is_known_well_enough(cast: Cast, kitchen: Relationship) -> None:
    few, known = [3.0, 9, None], [42.0, 50, 5 * 3600.0]
    Relationship.objects.update(
        culture=[
            {"kind": "answers", "side": "ours", "whole": known, "earlier": known, "lately": [5.0, 25, 72 * 3600.0]},
            {"kind": "accuses", "side": "theirs", "whole": few, "earlier": few, "lately": [0.0, 0, None]},
        ]
    )
    english, russian = page(cast.owner, kitchen), page(cast.owner, kitchen, "ru")
    assert "84% (71–92%),</span> usually after 5\u00a0hours" in english
    assert "less often than before" in english
    assert "33%" not in english
    assert "84\u00a0% (71–92\u00a0%),</span> обычно через 5\u00a0часов" in russian


def test_everything_shown_stands_verbatim_in_the_letters(kitchen: Relationship) -> None:
    texts = dict(kitchen.messages.values_list("own_id", "text"))
    episodes = [episode for subject in kitchen.subjects for episode in subject["episodes"]]
    reasons = [reason for cause in kitchen.causes for reason in cause["reasons"]]
    pieces = [piece for each in (*episodes, *reasons) for piece in each["evidence"]]
    assert pieces
    assert all(texts[one["message_id"]][one["start"] : one["end"]] == one["quote"] for one in pieces)


def test_a_person_confirms_a_suggestion_and_every_analysis_leaves_it(cast: Cast, kitchen: Relationship) -> None:
    assert of_them(kitchen) == [("theirs", "greed", None)]
    assert say(cast.owner, kitchen, "theirs", "greed", "holds") == 302
    assert "Said by Owner on" in page(cast.colleague, kitchen)
    analyse_workspace(cast.workspace, date(2026, 3, 1))
    assert of_them(kitchen) == [("theirs", "greed", True)]
    Organization.objects.filter(workspace=cast.workspace).delete()
    analyse_workspace(cast.workspace, DAY)
    assert of_them(Relationship.objects.get(workspace=cast.workspace)) == [("theirs", "greed", True)]


def test_what_a_person_sets_wins_over_what_is_suggested(cast: Cast, kitchen: Relationship) -> None:
    say(cast.owner, kitchen, "theirs", "fear", "holds")
    say(cast.owner, kitchen, "ours", "competence", "holds")
    assert told(kitchen) == [("theirs", "fear", True), ("ours", "competence", True)]
    say(cast.owner, kitchen, "theirs", "fear", "withdrawn")
    assert told(kitchen) == [("ours", "competence", True), ("theirs", "greed", None)]


def test_a_rejected_suggestion_stays_rejected_until_that_is_taken_back(cast: Cast, kitchen: Relationship) -> None:
    say(cast.colleague, kitchen, "theirs", "greed", "rejected")
    assert of_them(kitchen) == [("theirs", "greed", False)]
    assert "Said by Colleague on" in page(cast.owner, kitchen)
    say(cast.owner, kitchen, "theirs", "greed", "withdrawn")
    assert of_them(kitchen) == [("theirs", "greed", None)]


def test_no_cause_and_some_cause_exclude_each_other(cast: Cast, kitchen: Relationship) -> None:
    say(cast.owner, kitchen, "theirs", "greed", "holds")
    say(cast.owner, kitchen, "theirs", "none", "holds")
    assert of_them(kitchen) == [("theirs", "none", True)]
    say(cast.owner, kitchen, "theirs", "competence", "holds")
    assert of_them(kitchen) == [("theirs", "competence", True)]


def test_what_was_said_outlives_who_said_it(cast: Cast, kitchen: Relationship) -> None:
    say(cast.colleague, kitchen, "theirs", "greed", "holds")
    User.objects.get(email="colleague@leopold.example").delete()
    assert "Said on" in page(cast.owner, kitchen)


@pytest.mark.parametrize(
    ("side", "cause", "verdict"),
    [
        ("theirs", "envy", "holds"),
        ("nobody", "greed", "holds"),
        ("theirs", "greed", ""),
        ("theirs", "none", "rejected"),
    ],
)
def test_it_refuses_what_cannot_be_said(cast: Cast, kitchen: Relationship, side: str, cause: str, verdict: str) -> None:
    assert say(cast.owner, kitchen, side, cause, verdict) == 400
    assert not CauseCorrection.objects.exists()


def test_nobody_of_another_table_corrects_anything(cast: Cast, kitchen: Relationship) -> None:
    assert say(cast.guest, kitchen, "theirs", "greed", "rejected") == 404
    assert say(cast.stranger, kitchen, "theirs", "greed", "rejected") == 302
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(User.objects.get(email="owner@leopold.example"))
    assert say(strict, kitchen, "theirs", "greed", "rejected") == 403
    assert not CauseCorrection.objects.exists()
