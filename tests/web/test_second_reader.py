"""The second reader at the desk: off unless configured, asked once, named where it was heard, harmless when dead."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.urls import reverse

from benchmarks.chat_server import Asked, ChatServer, Claims, Reply, claiming
from leopold.second_reader import Budget, SecondReader
from leopold_web import environment
from leopold_web.inbox.actions import start_import
from leopold_web.relationships.actions import analyse_workspace
from leopold_web.relationships.models import Conversation, HealthPoint, Message, Relationship, Signal
from leopold_web.working import new_worker

from .conftest import Cast

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = re.compile(r"[^.!?\[\]\n]{20,100}")
DAY = date(2025, 12, 22)


def talkative(asked: Asked, _: object) -> Reply:
    """See distrust in the first words of each letter of theirs."""
    claims: Claims = [
        {"kind": "distrust", "letter": letter["n"], "by": "them", "quote": found.group().strip(), "probability": 1}
        for letter in asked.letters
        if letter["by"] == "them" and (found := WORDS.search(letter["text"]))
    ]
    return claiming(claims)


@pytest.fixture
def server() -> Iterator[ChatServer]:
    with ChatServer(talkative) as server:
        yield server


@pytest.fixture
def desk(cast: Cast, sample: dict[str, Path]) -> Cast:
    """A desk on a day on which its one relationship is in trouble, its letters read by the engine alone."""
    cast.workspace.as_of = DAY
    cast.workspace.save()
    start_import(cast.workspace, [sample["en-d-01"] / "mail.mbox"])
    new_worker(batch=True).run()
    return cast


def configured(settings: LazySettings, server: ChatServer, **more: object) -> SecondReader:
    kept = settings.LEOPOLD_DATA / "second-reader"
    reader = SecondReader(server.address, "small", **{"kept": kept, **more})  # type: ignore[arg-type]
    settings.LEOPOLD_SECOND_READER = reader
    return reader


def read() -> int:
    return Signal.objects.filter(reader="second").count()


def test_nobody_is_asked_unless_configured(desk: Cast, settings: LazySettings) -> None:
    assert settings.LEOPOLD_SECOND_READER is None
    assert Signal.objects.exists()
    assert read() == 0


def test_what_it_read_is_kept_and_moves_the_health(desk: Cast, server: ChatServer, settings: LazySettings) -> None:
    before = Relationship.objects.get().log_odds
    configured(settings, server)
    analyse_workspace(desk.workspace, DAY)
    assert 0 < read() <= 2 * Message.objects.count()
    assert Relationship.objects.get().log_odds != before
    texts = dict(Message.objects.values_list("pk", "text"))
    assert all(
        texts[one.message_id][one.start : one.end] == one.quote for one in Signal.objects.filter(reader="second")
    )


def test_it_is_asked_once_about_the_same_letters(desk: Cast, server: ChatServer, settings: LazySettings) -> None:
    configured(settings, server)
    analyse_workspace(desk.workspace, DAY)
    asked = len(server.asked)
    analyse_workspace(desk.workspace, DAY)
    analyse_workspace(desk.workspace, date(2025, 12, 23))
    assert len(server.asked) == asked > 0


def test_what_the_budget_left_out_is_asked_by_the_next_analysis(
    desk: Cast, server: ChatServer, settings: LazySettings
) -> None:
    configured(settings, server, budget=Budget.of(1))
    numbers = []
    for _ in range(12):
        analyse_workspace(desk.workspace, DAY)
        numbers.append(len(server.asked))
    assert numbers[:2] == [1, 2]
    assert numbers[-1] == numbers[-2] <= Conversation.objects.count()
    assert Relationship.objects.get().inputs


def test_a_dead_endpoint_harms_no_analysis_and_is_logged(
    desk: Cast, server: ChatServer, settings: LazySettings, caplog: pytest.LogCaptureFixture
) -> None:
    before = list(HealthPoint.objects.values_list("at", "log_odds"))
    with ChatServer(talkative) as gone:
        reader = configured(settings, gone, key="secret-1")
    with caplog.at_level(logging.WARNING):
        analyse_workspace(desk.workspace, DAY)
    assert list(HealthPoint.objects.values_list("at", "log_odds")) == before
    assert "cannot be reached" in caplog.text
    assert "secret-1" not in caplog.text
    settings.LEOPOLD_SECOND_READER = replace(reader, address=server.address)
    analyse_workspace(desk.workspace, DAY)
    assert read() > 0


@pytest.mark.parametrize(
    ("language", "words", "whole"),
    [
        ("en", "read by the second reader", "found by the second reader, a language model"),
        ("ru", "прочитано вторым читателем", "нашёл второй читатель: языковая модель"),
    ],
)
def test_pages_say_what_the_second_reader_found(
    language: str, words: str, whole: str, desk: Cast, server: ChatServer, settings: LazySettings
) -> None:
    (relationship,) = Relationship.objects.all()
    places = [reverse("relationship", args=[relationship.pk])]
    places += [reverse("conversation", args=[each.pk]) for each in Conversation.objects.all()]

    def pages() -> list[str]:
        return [desk.owner.get(place, headers={"accept-language": language}).content.decode() for place in places]

    assert not any(words in page or whole in page for page in pages())
    configured(settings, server)
    analyse_workspace(desk.workspace, DAY)
    assert words in pages()[0]
    assert any(words in page and whole in page for page in pages()[1:])


def test_it_is_configured_by_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("URL", "MODEL", "KEY", "BUDGET"):
        monkeypatch.delenv(f"LEOPOLD_SECOND_READER_{name}", raising=False)
    monkeypatch.setenv("LEOPOLD_SECOND_READER_KEY", "secret-1")
    assert environment.second_reader(tmp_path) is None
    monkeypatch.setenv("LEOPOLD_SECOND_READER_URL", "http://127.0.0.1:11434/v1")
    monkeypatch.setenv("LEOPOLD_SECOND_READER_MODEL", "small")
    monkeypatch.setenv("LEOPOLD_SECOND_READER_BUDGET", "7")
    reader = environment.second_reader(tmp_path)
    assert reader == SecondReader(
        "http://127.0.0.1:11434/v1", "small", "secret-1", Budget.of(7, 90), tmp_path / "second-reader"
    )
    assert reader.budget.seconds <= environment.SECOND_READER_SECONDS < 120


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("URL", "localhost", "write it as http://127.0.0.1:11434/v1"),
        ("URL", "http://api.example.com/v1", "unencrypted"),
        ("MODEL", "", "no model"),
        ("KEY", "two\nlines", "no key"),
        ("BUDGET", "many", "write a number of requests"),
        ("BUDGET", "0", "at least"),
    ],
)
def test_what_cannot_be_used_is_said(
    name: str, value: str, said: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    usable = {"URL": "http://127.0.0.1:11434/v1", "MODEL": "small", "KEY": "", "BUDGET": ""}
    for one, usual in {**usable, name: value}.items():
        monkeypatch.setenv(f"LEOPOLD_SECOND_READER_{one}", usual)
    with pytest.raises(environment.UnusableSettingError, match=said):
        environment.second_reader(tmp_path)
