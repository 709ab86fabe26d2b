"""A desk that sends no letters: a link passed on, a phrase that nobody else knows, and a protocol that says so."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leopold_web.accounts.models import User
from leopold_web.round_tables import gate, letters
from leopold_web.round_tables.actions import interests, moving, phrases, protocol
from leopold_web.round_tables.models import RoundTable, Seat, SeatPhrase, Signature
from leopold_web.round_tables.refusals import RefusedError

from .conftest import Cast
from .paper_text import text_of
from .table_play import answers, fresh, open_table, post_of, seats_of, to_interests, to_protocol

PHRASE = "тихая вода у мельницы"


@pytest.fixture
def table(cast: Cast) -> RoundTable:
    assert not letters.are_sent()
    return open_table(cast.workspace, User.objects.get(email="owner@leopold.example"), timezone.now())


def link(cast: Cast, table: RoundTable, number: int = 2) -> str:
    """Let the host make a link, and return its path as the page shows it."""
    page = cast.owner.post(reverse("round-table-invite", args=[table.pk, number])).content.decode()
    found = re.search(r"/seats/[\w-]+/link/[\w-]+/", page)
    assert found
    return found[0]


def taken(cast: Cast, table: RoundTable, phrase: str = PHRASE) -> Client:
    guest = Client()
    assert guest.post(link(cast, table), {"phrase": phrase}).status_code == 302
    return guest


def do(client: Client, seat: Seat, step: str, **said: str) -> int:
    return client.post(reverse("seat-step", args=[seat.code, step]), said).status_code


def to_signing(table: RoundTable) -> None:
    """Let all go on to the protocol."""
    now = timezone.now()
    to_protocol(table, now)


def test_from_a_link_passed_on_to_a_signed_protocol(cast: Cast, table: RoundTable, settings: LazySettings) -> None:
    settings.LEOPOLD_DEMO = True
    vera = Client()
    path = link(cast, table)
    assert "Личная фраза" in vera.get(path).content.decode()
    assert vera.post(path, {"phrase": "short"}).status_code == 409
    assert vera.post(path, {"phrase": PHRASE}).status_code == 302
    to_signing(table)
    ours, theirs, *_ = seats_of(table)
    assert do(vera, theirs, "sign-phrase", typed_name="Вера Ким", phrase="тихая вода у моста") == 409
    assert do(vera, theirs, "sign-phrase", typed_name="Вера", phrase=PHRASE) == 409
    assert do(vera, theirs, "sign-phrase", typed_name="Вера Ким", phrase=f"  {PHRASE.upper()} ") == 302
    # In the demo whoever comes to this machine is its owner.
    host = Client()
    assert do(host, ours, "sign-phrase", typed_name="Owner", phrase="nine lazy otters") == 409
    assert do(host, ours, "phrase", phrase="nine lazy otters") == 302
    assert do(host, ours, "sign-phrase", typed_name="Owner", phrase="nine lazy otters") == 302
    assert fresh(table).stage == RoundTable.Stage.FOLLOW_UP
    page = vera.get(reverse("seat", args=[theirs.code])).content.decode()
    assert "Ссылку на это место передал хозяин стола." in page
    english, russian = text_of(bytes(vera.get(reverse("seat-protocol", args=[theirs.code, "en-ru"])).content))
    day = r"[\w ]+ 20\d\d, \d\d:\d\d:\d\d UTC"
    by_phrase = f"Signed on {day} by typed name and a personal phrase, chosen on {day}"
    assert re.search(f"Owner {by_phrase}. Who signed has an account with the host.", english)
    assert re.search(f"Вера Ким {by_phrase}. The host passed on the link to this seat.", english)
    assert re.search(f"Подписано {day} вводом имени и личной фразы, выбранной {day}. Ссылку на это место", russian)


def test_a_code_is_named_with_its_address(cast: Cast, table: RoundTable, monkeypatch: pytest.MonkeyPatch) -> None:
    to_signing(table)
    post, theirs, now = post_of(monkeypatch), seats_of(table)[1], timezone.now()
    with pytest.raises(RefusedError, match="code_needed"):
        protocol.sign_by_phrase(theirs, theirs.name, PHRASE, now)
    protocol.send_code(theirs, now)
    made = protocol.sign(theirs, theirs.name, post.last("table_code", theirs.email)["code"], now)
    assert (made.means, made.sent_to, made.chosen_at) == (Signature.Means.CODE, "v…@tolliver.example", None)


def test_no_log_holds_a_link_that_asks_for_a_phrase(
    cast: Cast, table: RoundTable, caplog: pytest.LogCaptureFixture
) -> None:
    path = link(cast, table)
    assert Client().post(path, {"phrase": "short"}).status_code == 409
    assert path.rstrip("/").rsplit("/", 1)[1] not in caplog.text


def test_the_host_sees_and_keeps_no_phrase(cast: Cast, table: RoundTable) -> None:
    taken(cast, table)
    assert PHRASE not in str(list(SeatPhrase.objects.values()))
    assert PHRASE not in cast.owner.get(reverse("round-table", args=[table.pk])).content.decode()


def test_who_knows_the_phrase_comes_back_and_finds_what_is_theirs(cast: Cast, table: RoundTable) -> None:
    now = timezone.now()
    to_interests(table, now)
    taken(cast, table)
    interests.save(seats_of(table)[1], answers(table, (30, 70), (1, 1)), now)
    again, path = Client(), link(cast, table)
    assert again.post(path, {"phrase": "another phrase"}).status_code == 409
    assert again.post(path, {"phrase": PHRASE}).status_code == 302
    assert gate.own_answers(seats_of(table)[1])["points"]


def test_who_lost_the_phrase_begins_anew_and_all_see_it(cast: Cast, table: RoundTable) -> None:
    now = timezone.now()
    to_interests(table, now)
    first = taken(cast, table)
    theirs = seats_of(table)[1]
    interests.save(theirs, answers(table, (30, 70), (1, 1)), now)
    other = Client()
    assert other.post(link(cast, table), {"phrase": "a new one of mine", "lost": "on"}).status_code == 302
    assert gate.own_answers(seats_of(table)[1]) == {}
    assert first.get(reverse("seat", args=[theirs.code])).status_code == 404
    seen = cast.owner.get(reverse("seat", args=[seats_of(table)[0].code])).content.decode()
    assert "was taken anew without its phrase" in seen
    assert phrases.require(theirs, "a new one of mine", now)


def test_once_words_bind_the_host_cannot_sit_down_in_the_place_of_a_guest(cast: Cast, table: RoundTable) -> None:
    vera = taken(cast, table)
    to_signing(table)
    path, theirs = link(cast, table), seats_of(table)[1]
    assert cast.owner.post(path, {"phrase": "the host wants to sign", "lost": "on"}).status_code == 409
    assert cast.owner.post(path, {"phrase": "the host wants to sign"}).status_code == 409
    assert vera.get(reverse("seat", args=[theirs.code])).status_code == 200
    assert do(vera, theirs, "sign-phrase", typed_name="Вера Ким", phrase=PHRASE) == 302


def test_a_phrase_is_not_guessed(cast: Cast, table: RoundTable) -> None:
    taken(cast, table)
    theirs, now = seats_of(table)[1], timezone.now()
    for _ in range(phrases.TRIES):
        with pytest.raises(RefusedError, match="phrase_wrong"):
            phrases.require(theirs, "a guess of somebody", now)
    with pytest.raises(RefusedError, match="phrase_wait"):
        phrases.require(theirs, PHRASE, now + timedelta(minutes=14))
    assert phrases.require(theirs, PHRASE, now + timedelta(minutes=15)).tries == 0


def test_nobody_but_a_party_is_asked_for_a_phrase(cast: Cast, table: RoundTable) -> None:
    assert Client().post(link(cast, table, 3)).status_code == 302
    assert not SeatPhrase.objects.exists()


def test_it_is_erased_with_all_that_is_private_and_does_not_move(cast: Cast, table: RoundTable) -> None:
    taken(cast, table)
    now = timezone.now()
    for seat in seats_of(table)[:2]:
        moving.agree(seat, "a word of mine", now)
    assert "SeatPhrase" not in moving.export_table(fresh(table))["rows"]
    moving.leave(fresh(table), now)
    assert not SeatPhrase.objects.exists()
