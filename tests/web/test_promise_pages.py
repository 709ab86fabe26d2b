"""The pages of promises: three lists, one promise, forms by hand and from a contract, and what other pages show."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from leopold_web.accounts.models import User
from leopold_web.commitments import changing, confirming, contracts, entering, reading, recalling
from leopold_web.commitments.changing import Told
from leopold_web.commitments.models import Commitment, DismissedPromise, FoundPromise
from leopold_web.relationships.models import Relationship

from .conftest import Cast
from .test_promises import LATER, NOW, TODAY, WORDS, found, letter_of, made, owner, piece, promise_of, tolliver

__all__ = ["found", "made", "owner", "tolliver"]
PLAIN = {"side": "ours", "owner": "Anna", "what": "Send the keys", "promised_on": "2026-03-12"}


def text_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).replace("\u00a0", " ").split())


def entered(about: Relationship, owner: User, **more: Any) -> Commitment:
    values = {"side": "ours", "owner": "Anna", "what": "Send the keys", "due": TODAY} | more
    return entering.enter(about, [entering.Said(**values)], owner, NOW)[0]


def test_it_shows_what_is_to_be_confirmed_with_its_words(cast: Cast, found: FoundPromise) -> None:
    page = text_of(cast.colleague, reverse("promises"))
    assert "Gemma Hay → Anna" in page
    assert f"Dear Anna, {WORDS} ." in page
    assert "due 6 March 2026" in page
    assert "On condition: once you send the keys" in page
    assert "Renegotiated 5 March 2026 · new day: 10 March 2026" in page
    assert LATER.rstrip(".") in page
    assert "Kept 9 March 2026 · Invoice 7 was paid" in page


def test_an_accepted_request_stands_beside_its_promise(cast: Cast, tolliver: Relationship) -> None:
    asked = letter_of(tolliver, "<q@x>", "Can you send them by Friday?", NOW - timedelta(days=11), side="ours")
    promise_of(tolliver, request=piece(asked, "Can you send them by Friday?"), due=None)
    page = text_of(cast.owner, reverse("promises"))
    assert "It accepts what was asked: “ Can you send them by Friday? ” Anna" in page
    assert "no day named" in page


def test_it_is_confirmed_dismissed_and_undone_from_the_list(cast: Cast, found: FoundPromise, owner: User) -> None:
    back = {"back": "part=confirm&side=theirs&evil=1"}
    answer = cast.owner.post(reverse("promise-dismiss", args=[found.pk]), back)
    assert answer["Location"] == f"/promises/?part=confirm&side=theirs&done=dismissed&found={found.pk}"
    assert DismissedPromise.objects.count() == 1
    page = text_of(cast.owner, answer["Location"])
    assert f"No promise: {WORDS}" in page
    assert "Undo" in page
    answer = cast.owner.post(reverse("promise-undo", args=[found.pk]), back)
    assert f"Waits again: {WORDS}" in text_of(cast.owner, answer["Location"])
    answer = cast.owner.post(reverse("promise-confirm", args=[found.pk]), {"told": "on", **back})
    assert f"Kept as a promise: {WORDS}" in text_of(cast.owner, answer["Location"])
    assert Commitment.objects.get().state == "kept"
    changing.take_back(Commitment.objects.get().changes.get(state="kept"), owner, NOW)
    answer = cast.owner.post(reverse("promise-undo", args=[found.pk]))
    assert Commitment.objects.count() == 0


def test_what_was_noted_since_is_not_undone(cast: Cast, made: Commitment, found: FoundPromise, owner: User) -> None:
    changing.change(made, Told("kept", TODAY), owner, NOW + timedelta(hours=1), TODAY)
    answer = cast.owner.post(reverse("promise-undo", args=[found.pk]), follow=True)
    assert "Cancel it instead" in answer.content.decode()
    assert Commitment.objects.count() == 1


def test_what_letters_tell_is_answered_from_the_list_and_the_page(cast: Cast, made: Commitment) -> None:
    page = text_of(cast.owner, reverse("promises"))
    assert "What letters tell of promises kept here" in page
    moved, kept = (each["key"] for each in made.offered)
    address = reverse("promise-answer", args=[made.pk])
    answer = cast.owner.post(address, {"key": moved, "accepts": "yes", "back": "part=confirm"})
    assert answer["Location"] == "/promises/?part=confirm"
    answer = cast.owner.post(address, {"key": kept, "accepts": "no"})
    assert answer["Location"] == f"/promises/{made.pk}/#told"
    assert cast.owner.post(address, {"key": kept, "accepts": "perhaps"}).status_code == 400
    page = text_of(cast.owner, reverse("promise", args=[made.pk]))
    assert "Not accepted: Kept" in page
    assert "at first 6 March 2026" in page
    assert f"“ {LATER} ” Gemma Hay" in page
    again = cast.owner.post(address, {"key": kept, "accepts": "yes"}, follow=True).content.decode()
    assert "This is not offered any more" in again


def test_the_number_beside_the_place_counts_what_waits(cast: Cast, found: FoundPromise, owner: User) -> None:
    assert re.search(r"Promises <span>1<", cast.owner.get("/cases/").content.decode())
    confirming.confirm(found, owner, NOW)
    assert re.search(r"Promises <span>2<", cast.owner.get("/cases/").content.decode())
    for number in range(100):
        promise_of(found.relationship, key=f"<{number}@x>")
    assert re.search(r"Promises <span>99\+<", cast.owner.get("/cases/").content.decode())
    assert "Promises <span>" not in cast.guest.get("/cases/").content.decode()


def test_open_promises_stand_by_their_day_and_overdue_is_said(cast: Cast, tolliver: Relationship, owner: User) -> None:
    for what, due in (("No day", None), ("Next week", date(2026, 3, 20)), ("Late one", date(2026, 3, 11))):
        entered(tolliver, owner, what=what, due=due)
    page = text_of(cast.owner, reverse("promises"))
    assert page.index("Late one") < page.index("Next week") < page.index("No day")
    assert "Late one Overdue" in page
    assert "Next week Open" in page
    assert "Nothing" not in page


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("part=open", {"A", "B", "C"}),
        ("part=open&side=ours", {"A", "C"}),
        ("part=open&keeper=mine", {"B"}),
        ("part=open&q=TOLL", {"A", "B", "C"}),
        ("part=open&q=nobody", set()),
        ("part=open&relationship=999999", set()),
        ("part=open&keeper=x&side=y&page=z&relationship=-1", {"A", "B", "C"}),
        ("part=over", {"D", "E"}),
        ("part=over&state=kept", {"D"}),
        ("part=over&state=broken", {"E"}),
        ("part=confirm", set()),
    ],
)
def test_the_lists_are_narrowed(cast: Cast, tolliver: Relationship, owner: User, query: str, shown: set[str]) -> None:
    tolliver.searched = "tolliver kitchens"
    tolliver.save()
    for what, side, keeper in (("A", "ours", None), ("B", "theirs", owner), ("C", "ours", None)):
        entered(tolliver, owner, what=f"Do {what}!", side=side, keeper=keeper)
    for what, state in (("D", "kept"), ("E", "broken")):
        changing.change(entered(tolliver, owner, what=f"Do {what}!"), Told(state, TODAY, note="x"), owner, NOW, TODAY)
    assert set(re.findall(r"Do (\w)!", text_of(cast.owner, f"/promises/?{query}"))) == shown


def test_the_lists_have_pages(cast: Cast, tolliver: Relationship, owner: User) -> None:
    for number in range(45):
        entered(tolliver, owner, what=f"Do {number:02}!")
    pages = [text_of(cast.owner, f"/promises/?part=open&side=ours&page={page}") for page in (1, 2, 3)]
    assert [len(re.findall(r"Do \d\d!", page)) for page in pages] == [20, 20, 5]
    first = cast.owner.get("/promises/?side=ours&part=open").content.decode()
    assert 'href="?part=open&amp;side=ours&amp;page=2"' in first


def test_it_is_changed_by_hand_and_says_what_is_wrong(cast: Cast, made: Commitment) -> None:
    address = reverse("promise-change", args=[made.pk])

    def say(**said: str) -> Any:
        return cast.owner.post(address, {f"change-{name}": value for name, value in said.items()})

    wrong = say(state="broken", on="2026-03-10")
    assert wrong.status_code == 422
    assert "Say in a few words why." in wrong.content.decode()
    wrong = say(state="kept", on="sometime")
    assert "No day can be read in this." in wrong.content.decode()
    assert say(state="open", on="2026-03-10").status_code == 422
    moved = say(state="renegotiated", on="2026-03-10", due="by Friday next week", note="Gemma called.")
    assert moved["Location"] == f"/promises/{made.pk}/#history"
    made.refresh_from_db()
    assert made.due == date(2026, 3, 20)
    assert say(state="kept", on="2026-03-12").status_code == 302
    page = text_of(cast.owner, reverse("promise", args=[made.pk]))
    assert "Renegotiated 10 March 2026 · new day: 20 March 2026 Take back : Renegotiated Gemma called. Owner" in page
    assert "Note what became of it" not in page
    kept = made.changes.get(state="kept")
    cast.owner.post(reverse("promise-take-back", args=[made.pk, kept.pk]))
    page = text_of(cast.owner, reverse("promise", args=[made.pk]))
    assert "Taken back: Kept Owner" in page
    assert "Note what became of it" in page
    again = cast.owner.post(reverse("promise-take-back", args=[made.pk, kept.pk]), follow=True).content.decode()
    assert "This was taken back already." in again


def test_what_is_kept_of_it_is_corrected(cast: Cast, made: Commitment, owner: User) -> None:
    said = {"side": "theirs", "owner": "Pat", "to": "Anna", "what": WORDS, "due": "13.03.2026", "keeper": owner.pk}
    address = reverse("promise-edit", args=[made.pk])
    assert cast.owner.post(address, {f"edit-{name}": value for name, value in said.items()}).status_code == 302
    page = text_of(cast.owner, reverse("promise", args=[made.pk]))
    assert "Corrected, who promised: Gemma Hay → Pat" in page
    assert "Corrected, due day: 6 March 2026 → 13 March 2026" in page
    assert "Corrected, who watches it: Colleague → Owner" in page
    assert cast.owner.post(address, {"edit-owner": ""}).status_code == 422


# By hand


def test_a_day_in_words_is_shown_back_before_it_is_kept(cast: Cast, tolliver: Relationship) -> None:
    address = f"{reverse('promise-new')}?relationship={tolliver.pk}"
    said = PLAIN | {"due": "by Friday", "keeper": ""}
    answer = cast.owner.post(address, said)
    assert answer.status_code == 200
    assert "Read as Friday, 13\u00a0March\u00a02026." in answer.content.decode()
    assert 'name="due_read" value="2026-03-13"' in answer.content.decode()
    assert Commitment.objects.count() == 0
    answer = cast.owner.post(address, said | {"due_read": "2026-03-13"})
    made = Commitment.objects.get()
    assert answer["Location"] == reverse("promise", args=[made.pk])
    assert (made.due, made.source, made.promised_on) == (date(2026, 3, 13), "hand", TODAY)
    assert "Entered by hand" in text_of(cast.owner, answer["Location"])


def test_what_names_no_day_and_nobody_is_said_at_its_field(cast: Cast, tolliver: Relationship) -> None:
    address = f"{reverse('promise-new')}?relationship={tolliver.pk}"
    wrong = cast.owner.post(address, PLAIN | {"due": "as soon as possible", "owner": ""})
    assert wrong.status_code == 422
    assert "No day can be read in this." in wrong.content.decode()
    assert "This field is required." in wrong.content.decode()
    assert cast.owner.get(f"{reverse('promise-new')}?relationship=x").status_code == 400
    assert cast.guest.get(address).status_code == 404
    chosen = text_of(cast.owner, reverse("promise-new"))
    assert "First say with whom." in chosen
    assert "Tolliver" in chosen


@pytest.mark.parametrize(
    ("typed", "on", "said"),
    [
        ("by Friday", "", "Read as Friday, 13 March 2026."),
        ("by Friday", "2026-03-02", "Read as Friday, 6 March 2026."),
        ("до пятницы", "", "Read as Friday, 13 March 2026."),
        ("2026-02-30", "", "No day can be read in this."),
        ("", "", ""),
    ],
)
def test_a_day_is_read_while_it_is_typed(cast: Cast, typed: str, on: str, said: str) -> None:
    cast.workspace.as_of = TODAY
    cast.workspace.save()
    answer = cast.owner.get(reverse("promise-day"), {"due": typed, "promised_on": on})
    assert said in answer.content.decode().replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-06", date(2026, 3, 6)),
        ("06.03.2026", date(2026, 3, 6)),
        (" tomorrow ", date(2026, 3, 13)),
        ("Friday", date(2026, 3, 13)),
        ("пятница", date(2026, 3, 13)),
        ("Среда", date(2026, 3, 18)),
        ("within 5 business days", date(2026, 3, 19)),
        ("к концу месяца", date(2026, 3, 31)),
        ("soon", None),
        ("7", None),
        ("", None),
    ],
)
def test_days_are_read_as_dates_or_in_words(text: str, day: date | None) -> None:
    assert reading.day_of(text, TODAY) == day


# From a contract

CONTRACT = """
4.1 The Client pays each invoice within 14 days.
4.2. The Supplier delivers the drawings within 10 working days.
• Доступность сервиса восстанавливается до 20 марта 2026 г.
§ 5 Either side may leave.
"""


def test_the_lines_of_a_contract_become_promises(cast: Cast, tolliver: Relationship, owner: User) -> None:
    address = f"{reverse('promises-several')}?relationship={tolliver.pk}"
    said = {"reference": "contract 12", "promised_on": "2026-03-02", "text": CONTRACT}
    read = cast.owner.post(address, said).content.decode()
    assert "3 lines name a day." in read
    assert "1 line names no day and is left out" in read
    assert 'value="contract 12, §4.2"' in read
    assert Commitment.objects.count() == 0
    fields = dict(re.findall(r'name="(\d-(?:due|owner|reference))" value="([^"]*)"', read))
    assert (fields["0-due"], fields["1-due"]) == ("2026-03-16", "2026-03-16")
    rows = {
        "0-keep": "on",
        "0-what": "They pay each invoice",
        "0-due": "2026-03-16",
        "0-side": "theirs",
        "0-owner": "Tolliver",
        "0-clause": "term",
        "0-reference": "contract 12, §4.1",
        "1-what": "left out",
        "2-keep": "on",
        "2-what": "The service is back",
        "2-due": "завтра",
        "2-side": "ours",
        "2-owner": "Fernhill",
        "2-clause": "service_level",
        "2-reference": "contract 12",
        "2-keeper": owner.pk,
    }
    wrong = cast.owner.post(address, said | rows | {"lines": "3", "0-owner": ""})
    assert wrong.status_code == 422
    assert Commitment.objects.count() == 0
    answer = cast.owner.post(address, said | rows | {"lines": "3"}, follow=True)
    assert "2 promises are kept." in answer.content.decode()
    kept = list(Commitment.objects.order_by("pk").values_list("what", "due", "side", "clause", "reference", "source"))
    assert kept == [
        ("They pay each invoice", date(2026, 3, 16), "theirs", "term", "contract 12, §4.1", "contract"),
        ("The service is back", date(2026, 3, 3), "ours", "service_level", "contract 12", "contract"),
    ]
    nothing = cast.owner.post(address, said | {"lines": "3"}, follow=True).content.decode()
    assert "Nothing was ticked" in nothing
    assert cast.owner.post(address, {"text": ""}).status_code == 422
    assert "No line names a day." in cast.owner.post(address, said | {"text": "Nothing."}).content.decode()


@pytest.mark.parametrize(
    ("text", "kind", "side", "clause"),
    [
        ("Tolliver pays Fernhill by 1 May.", "client", "theirs", "term"),
        ("The Supplier delivers it by 1 May.", "client", "ours", "deliverable"),
        ("The Supplier delivers it by 1 May.", "partner", "theirs", "deliverable"),
        ("Заказчик оплачивает работы до 1 мая.", "client", "theirs", "term"),
        ("Исполнитель восстанавливает доступность к 1 мая.", "client", "ours", "service_level"),
        ("It is done by 1 May.", "client", "theirs", "term"),
    ],
)
def test_a_line_tells_whose_it_is(tolliver: Relationship, text: str, kind: str, side: str, clause: str) -> None:
    tolliver.kind = kind
    assert (contracts.side_of(text, tolliver), contracts.clause_of(text)) == (side, clause)


# Elsewhere


def test_a_relationship_shows_promises_both_ways_and_on_its_timeline(
    cast: Cast, made: Commitment, found: FoundPromise, owner: User
) -> None:
    promise_of(found.relationship, key="<c@x>")
    entered(found.relationship, owner, what="Send the keys", promised_on=date(2026, 3, 1))
    done = entered(found.relationship, owner, what="Call them", promised_on=date(2026, 3, 1))
    changing.change(done, Told("kept", date(2026, 3, 3)), owner, NOW, TODAY)
    page = text_of(cast.owner, reverse("relationship", args=[found.relationship_id]))
    assert "3 to confirm" in page
    assert page.index("Theirs to us") < page.index("Ours to them") < page.index("Over lately")
    assert "3 March 2026 Promise kept" in page
    assert "2 March 2026 Promised by Gemma Hay" in page
    assert f'href="/promises/{done.pk}/"' in cast.owner.get(f"/relationships/{found.relationship_id}/").content.decode()


def test_today_shows_what_is_due_now(cast: Cast, tolliver: Relationship, owner: User) -> None:
    assert "Promises due now" not in text_of(cast.owner, reverse("today"))
    days = {"Ours late": ("ours", -9), "Theirs late": ("theirs", -9), "Theirs now": ("theirs", 2), "Far": ("ours", 3)}
    for what, (side, ahead) in days.items():
        entered(tolliver, owner, what=what, side=side, due=TODAY + timedelta(days=ahead))
    page = text_of(cast.owner, reverse("today"))
    assert "Ours late Overdue" in page
    assert "Theirs now Open" in page
    assert "Theirs late" not in page
    assert "Far" not in page
    for number in range(7):
        entered(tolliver, owner, what=f"More {number}")
    assert "3 more" in text_of(cast.owner, reverse("today"))
    assert "Ours late" not in text_of(cast.guest, reverse("today"))


def test_the_timeline_has_every_change_that_counts(made: Commitment, owner: User) -> None:
    changing.change(made, Told("renegotiated", TODAY, date(2026, 4, 1), "x"), owner, NOW, TODAY)
    broken = changing.change(made, Told("broken", TODAY, note="x"), owner, NOW, TODAY)
    changing.take_back(broken, owner, NOW)
    assert made.relationship is not None
    titles = [title.replace("\u00a0", " ") for _at, title, _text, _pk in recalling.events(made.relationship)]
    assert titles == ["Promised by Gemma Hay", "Promise renegotiated, new day: 1 April 2026"]
