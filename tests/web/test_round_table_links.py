"""Links to seats: what opens one, and that everything else is refused alike, noted and limited."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leopold_web.accounts.models import User
from leopold_web.round_tables import links
from leopold_web.round_tables.actions import opening
from leopold_web.round_tables.models import Invitation, RefusedLink, RoundTable, Seat

from .conftest import Cast
from .table_play import Post, open_table, post_of, seats_of

VERA = "vera@tolliver.example"


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> Post:
    return post_of(monkeypatch)


@pytest.fixture
def table(cast: Cast, post: Post) -> RoundTable:
    return open_table(cast.workspace, User.objects.get(email="owner@leopold.example"), timezone.now())


def refused(client: Client, path: str, reason: str, *, method: str = "get") -> bytes:
    """Check that a path is refused for a reason that is noted and not said, and return the page."""
    before = RefusedLink.objects.count()
    answer = getattr(client, method)(path)
    assert answer.status_code == 404
    assert RefusedLink.objects.count() == before + 1
    assert RefusedLink.objects.latest("pk").reason == reason
    assert "The kitchen" not in answer.content.decode()
    assert links.COOKIE not in answer.cookies
    return bytes(answer.content)


def test_a_link_opens_one_seat_in_one_browser(table: RoundTable, post: Post) -> None:
    vera, path = Client(), post.link(VERA)
    assert vera.get(path).status_code == 200
    assert not Invitation.objects.filter(bound_at__isnull=False).exists()
    taken = vera.post(path)
    seat = seats_of(table)[1]
    assert taken["Location"] == reverse("seat", args=[seat.code])
    page = vera.get(taken["Location"]).content.decode()
    assert "The kitchen" in page
    assert "Этот стол работает на компьютере: Fernhill." in page
    assert vera.get(path)["Location"] == taken["Location"]


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(
    table: RoundTable, post: Post, settings: LazySettings
) -> None:
    settings.SESSION_COOKIE_SECURE = True
    path = post.link(VERA)
    cookie = Client().post(path).cookies[links.COOKIE]
    assert cookie["httponly"]
    assert cookie["secure"]
    assert cookie["samesite"] == "Lax"
    assert cookie["path"] == reverse("seat", args=[seats_of(table)[1].code])
    assert len(cookie.value) == 43


def test_nothing_kept_opens_a_seat(table: RoundTable, post: Post) -> None:
    path = post.link(VERA)
    browser = Client().post(path).cookies[links.COOKIE].value
    token = path.rstrip("/").rsplit("/", 1)[1]
    kept = str(list(Invitation.objects.values()))
    assert token not in kept
    assert browser not in kept


def test_a_link_that_was_replayed_is_refused(table: RoundTable, post: Post) -> None:
    path = post.link(VERA)
    Client().post(path)
    refused(Client(), path, "other_browser")
    refused(Client(), path, "other_browser", method="post")


def test_an_expired_link_is_refused(table: RoundTable, post: Post) -> None:
    path = post.link(VERA)
    Invitation.objects.update(expires_at=timezone.now())
    refused(Client(), path, "expired")
    refused(Client(), path, "expired", method="post")


def test_a_revoked_link_is_refused_and_so_is_its_browser(cast: Cast, table: RoundTable, post: Post) -> None:
    path, vera = post.link(VERA), Client()
    vera.post(path)
    seat = seats_of(table)[1]
    assert cast.owner.post(reverse("round-table-revoke", args=[table.pk, 2])).status_code == 302
    refused(vera, reverse("seat", args=[seat.code]), "no_seat")
    refused(Client(), path, "revoked", method="post")


def test_a_forged_link_is_refused(table: RoundTable, post: Post) -> None:
    path = post.link(VERA)
    for forged in (path[:-2] + ("A" if path[-2] != "A" else "B") + "/", path[:-3] + "/"):
        refused(Client(), forged, "unknown", method="post")


def test_a_link_of_another_seat_or_table_opens_none(cast: Cast, table: RoundTable, post: Post) -> None:
    first = post.link(VERA)
    other = open_table(cast.workspace, User.objects.get(email="owner@leopold.example"), timezone.now())
    vera = Client()
    vera.post(first)
    theirs, mediator = seats_of(other)[1], seats_of(table)[2]
    token = post.link(VERA).rstrip("/").rsplit("/", 1)[1]
    refused(Client(), reverse("seat-link", args=[mediator.code, token]), "unknown", method="post")
    cookie = vera.cookies[links.COOKIE].value
    for seat in (theirs, mediator):
        thief = Client()
        thief.cookies[links.COOKIE] = cookie
        refused(thief, reverse("seat", args=[seat.code]), "no_seat")
        refused(thief, reverse("seat-step", args=[seat.code, "done"]), "no_seat", method="post")


def test_all_are_refused_by_the_same_page(table: RoundTable, post: Post) -> None:
    used, path = post.link(VERA), post.link("max@neutral.example")
    Client().post(used)
    Invitation.objects.filter(bound_at=None).update(expires_at=timezone.now() - timedelta(days=1))
    pages = {
        _without_token(refused(Client(), used, "other_browser")),
        _without_token(refused(Client(), path, "expired")),
        _without_token(refused(Client(), path[:-4] + "/", "unknown")),
        _without_token(refused(Client(), reverse("seat", args=["nobody-sits-here"]), "no_seat")),
        _without_token(refused(Client(), reverse("seat", args=[seats_of(table)[0].code]), "no_seat")),
    }
    assert len(pages) == 1


def test_a_seat_of_our_own_opens_for_its_user_alone(cast: Cast, table: RoundTable) -> None:
    path = reverse("seat", args=[seats_of(table)[0].code])
    assert cast.owner.get(path).status_code == 200
    for client in (cast.colleague, cast.guest, cast.stranger):
        refused(client, path, "no_seat")


def test_no_log_of_ours_holds_a_link(table: RoundTable, post: Post, caplog: pytest.LogCaptureFixture) -> None:
    path = post.link(VERA)
    Client().post(path)
    Client().get(path)
    Client().post(path)
    assert "a link or seat of a round table was refused: other_browser" in caplog.text
    assert path.rstrip("/").rsplit("/", 1)[1] not in caplog.text


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_tries_many_links_is_stopped_and_shuts_nobody_out(table: RoundTable, post: Post, method: str) -> None:
    path, thief = post.link(VERA), Client()
    answers = [getattr(thief, method)(f"{path[:-4]}{number:03d}/").status_code for number in range(23)]
    assert answers == [404] * 20 + [429] * 3
    assert RefusedLink.objects.count() == 20
    assert Client().post(path).status_code == 302


def test_a_new_link_replaces_an_old_one_that_nobody_used(table: RoundTable, post: Post) -> None:
    old = post.link(VERA)
    assert Client().post(reverse("seat-again"), {"email": "Vera@Tolliver.example"}).status_code == 302
    new = post.link(VERA)
    refused(Client(), old, "revoked", method="post")
    assert Client().post(new).status_code == 302


def test_who_asks_for_links_of_others_does_not_shut_them_out(table: RoundTable, post: Post) -> None:
    vera, again = Client(), reverse("seat-again")
    vera.post(post.link(VERA))
    Client().post(again, {"email": VERA})
    seat = reverse("seat", args=[seats_of(table)[1].code])
    assert vera.get(seat).status_code == 200
    Client().post(post.link(VERA))
    refused(vera, seat, "no_seat")


def test_asking_again_says_nothing_of_who_has_a_seat(table: RoundTable, post: Post) -> None:
    sent = len(post.sent)
    pages = {
        _without_token(Client().post(reverse("seat-again"), {"email": email}, follow=True).content)
        for email in (VERA, "nobody@elsewhere.example", "owner@leopold.example")
    }
    assert len(pages) == 1
    assert len(post.sent) == sent + 1
    answers = [Client().post(reverse("seat-again"), {"email": VERA}).status_code for _ in range(4)]
    assert answers[-1] == 429


def test_of_two_browsers_with_one_link_the_database_lets_one_in(table: RoundTable, post: Post) -> None:
    code, token = post.link(VERA).strip("/").split("/")[1::2]
    opening.bind(code, token, timezone.now())
    answer = Client().post(post.link(VERA))
    assert answer.status_code == 404
    assert Invitation.objects.filter(bound_at__isnull=False).count() == 1


def test_the_desk_never_shows_a_link(cast: Cast, table: RoundTable, post: Post) -> None:
    answer = cast.owner.post(reverse("round-table-invite", args=[table.pk, 2]), follow=True)
    token = post.link(VERA).rstrip("/").rsplit("/", 1)[1]
    assert token not in answer.content.decode()
    assert Seat.objects.get(table=table, number=2).invitations.filter(revoked_at=None).count() == 1


def _without_token(page: bytes) -> str:
    """Return a page without what is another on each: the token of its forms, and its own address."""
    return re.sub(r'name="(csrfmiddlewaretoken|next)" value="[^"]+"', "", page.decode())
