"""What is private at a round table: sealed at rest, shown to nobody else, erased, and carried to another host."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connection, transaction
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from leopold.settlement import proposals as proposing
from leopold_web.accounts.models import Membership, User, Workspace
from leopold_web.inbox import jobs
from leopold_web.inbox.models import JobRun
from leopold_web.round_tables import engine, gate, sealing, showing
from leopold_web.round_tables.actions import (
    acceptance,
    erasing,
    improving,
    interests,
    machine,
    moving,
    proposals,
    ticking,
)
from leopold_web.round_tables.models import Acceptance, Improvement, PrivateAnswers, Round, RoundTable, Seat
from leopold_web.round_tables.refusals import RefusedError
from leopold_web.round_tables.steps import STEPS

from .conftest import Cast
from .table_play import (
    DAY,
    START,
    Post,
    answers,
    fresh,
    lock_all,
    open_table,
    post_of,
    seats_of,
    sign_all,
    to_acceptance,
    to_interests,
    to_proposals,
    to_protocol,
)

SECRET = "we would take half, for the roof leaks"
WORDS = ["the first word", "слово второе"]


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> Post:
    return post_of(monkeypatch)


@pytest.fixture
def owner(cast: Cast) -> User:
    return User.objects.get(email="owner@leopold.example")


@pytest.fixture
def table(cast: Cast, post: Post, owner: User) -> RoundTable:
    return open_table(cast.workspace, owner, timezone.now())


def everything() -> str:
    """Return every value in the tables of round tables, and what jobs keep."""
    found = []
    with connection.cursor() as cursor:
        names = [name for name in connection.introspection.table_names(cursor) if name.startswith(("round_", "inbox_"))]
        for name in names:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)}")
            found += [bytes(value) if isinstance(value, memoryview) else value for row in cursor for value in row]
    return "\n".join(value.decode("latin-1") if isinstance(value, bytes) else str(value) for value in found)


def test_it_is_sealed_at_rest_and_its_length_tells_nothing(table: RoundTable) -> None:
    to_interests(table, timezone.now())
    ours, theirs, *_ = seats_of(table)
    interests.save(ours, {"why": SECRET}, timezone.now())
    interests.save(theirs, {"why": ""}, timezone.now())
    assert gate.own_answers(ours) == {"why": SECRET}
    assert SECRET not in everything()
    assert SECRET.encode().hex() not in everything()
    assert len({len(row.sealed) for row in PrivateAnswers.objects.all()}) == 1


def test_a_seal_opens_in_its_own_place_alone(table: RoundTable, settings: LazySettings) -> None:
    ours, theirs, *_ = seats_of(table)
    sealed = sealing.seal(ours, "answers", {"why": SECRET})
    assert sealing.open_sealed(ours, "answers", sealed) == {"why": SECRET}
    broken = bytes([sealed[0] ^ 1]) + sealed[1:]
    for seat, kind, value in ((theirs, "answers", sealed), (ours, "word", sealed), (ours, "answers", broken)):
        with pytest.raises(RefusedError, match="seal_broken"):
            sealing.open_sealed(seat, kind, value)
    with pytest.raises(RefusedError, match="too_long"):
        sealing.seal(ours, "answers", "x" * sealing.LARGEST)
    settings.SECRET_KEY = "the key of another desk, which is long enough too"
    with pytest.raises(RefusedError, match="seal_broken"):
        sealing.open_sealed(ours, "answers", sealed)


def test_nobody_reads_the_answers_of_others_on_any_page(cast: Cast, table: RoundTable, post: Post) -> None:
    now = timezone.now()
    to_acceptance(table, now)
    ours, theirs, mediator, observer = seats_of(table)
    sealed = sealing.seal(theirs, "answers", answers(table, (30, 70), (1, 1)) | {"why": SECRET})
    PrivateAnswers.objects.filter(seat=theirs).update(sealed=sealed)
    acceptance.answer(theirs, [1], now)
    guests = {seat.pk: Client() for seat in (theirs, mediator, observer)}
    for seat in (theirs, mediator, observer):
        guests[seat.pk].post(post.link(seat.email))
    own = guests[theirs.pk].get(reverse("seat", args=[theirs.code])).content.decode()
    assert "the roof leaks" in own
    pages = [
        cast.owner.get(reverse("seat", args=[ours.code])),
        *(client.get(reverse("round-table", args=[table.pk])) for client in (cast.owner, cast.colleague)),
        *(client.get(reverse("seat", args=[theirs.code])) for client in (cast.owner, cast.colleague, cast.guest)),
        *(guests[seat.pk].get(reverse("seat", args=[seat.code])) for seat in (mediator, observer)),
        cast.colleague.post(reverse("round-table-export", args=[table.pk]), follow=True),
        cast.owner.post(reverse("seat-step", args=[ours.code, "answers"]), {"answers": "{"}),
        cast.owner.post(reverse("seat-step", args=[theirs.code, "answers"]), {"answers": "{}"}),
    ]
    assert not [page for page in pages if "roof leaks" in page.content.decode()]


def _page(client: Client, address: str) -> tuple[int, str]:
    answer = client.get(address)
    return len(answer.content), re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", answer.content.decode())


def test_what_only_the_other_side_knows_changes_no_byte(cast: Cast, table: RoundTable, post: Post) -> None:
    now = timezone.now()
    to_interests(table, now)
    ours, _theirs, mediator, _ = seats_of(table)
    addresses = [reverse("seat", args=[ours.code]), reverse("round-table", args=[table.pk])]
    clients = {"owner": cast.owner, "mediator": Client()}
    clients["mediator"].post(post.link(mediator.email))
    found: list[Any] = []
    public: list[Any] = []
    for points in ((30, 70), (1, 99), (45, 55)):
        letters = len(post.sent)
        with transaction.atomic():
            lock_all(table, now, points)
            public.append(list(Round.objects.get().proposals.values_list("package", "labels")))
            pages = [_page(cast.owner, address) for address in addresses]
            pages.append(_page(clients["mediator"], reverse("seat", args=[mediator.code])))
            found.append((pages, post.sent[letters:]))
            transaction.set_rollback(True)
    assert public[0] == public[1] == public[2]
    assert found[0] == found[1] == found[2]
    assert "What proposal 1 gives you" in found[0][0][0][1]
    assert "80 of 100" in found[0][0][0][1]


def test_a_fault_of_the_engine_tells_nothing_of_what_it_worked_on(
    table: RoundTable, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    now = timezone.now()
    to_interests(table, now)
    for seat in seats_of(table)[:2]:
        interests.save(seat, answers(table, (80, 20), (0, 0)), now)
        interests.lock(seat, now)

    def fail(scenario: Any, earlier: Any) -> list[Any]:
        raise ValueError(SECRET)

    monkeypatch.setattr(proposing, "propose", fail)
    job = JobRun.objects.get(work="round")
    jobs.run(job.pk)
    assert "WorkFailedError" in caplog.text
    assert SECRET not in caplog.text
    assert SECRET not in everything()


def test_it_is_erased_on_request_after_the_end_and_the_protocol_stays(table: RoundTable, post: Post) -> None:
    now = timezone.now()
    to_protocol(table, now)
    sign_all(table, post, now)
    _ours, theirs, mediator, _ = seats_of(table)
    with pytest.raises(RefusedError, match="still_open"):
        erasing.request(theirs, now)
    machine.close(fresh(table), RoundTable.Ending.SIGNED, now)
    with pytest.raises(RefusedError, match="not_yours"):
        erasing.request(mediator, now)
    erasing.request(theirs, now)
    erased = fresh(table)
    assert (erased.sealed_key, erased.erased_at) == (None, now)
    assert not PrivateAnswers.objects.exists()
    assert erased.agreements.get().signatures.count() == 2
    assert showing.of_seat(seats_of(table)[0])["accounts"] == [()] * 3
    with pytest.raises(RefusedError, match="erased"):
        sealing.seal(seats_of(table)[0], "answers", {})


def test_it_is_erased_by_rule(cast: Cast, post: Post, owner: User) -> None:
    table = open_table(cast.workspace, owner)
    to_proposals(table)
    machine.close(fresh(table), RoundTable.Ending.SILENCE, START)
    ticking.tick(START + 29 * DAY)
    assert PrivateAnswers.objects.count() == 2
    ticking.tick(START + 30 * DAY)
    assert not PrivateAnswers.objects.exists()
    assert fresh(table).sealed_key is None


def moved(table: RoundTable) -> Any:
    """Return a table as the file that it is exported to, in which both parties chose a word."""
    for seat, word in zip(seats_of(table)[:2], WORDS, strict=True):
        moving.agree(seat, word, timezone.now())
    return json.loads(json.dumps(moving.export_table(table)))


def worth_of_proposals(seat: Seat) -> list[float]:
    """Return what each proposal is worth to a party, by its own answers."""
    accounts = [proposals.account(seat, each) for each in Round.objects.get(table=seat.table).proposals.all()]
    return [found.worth for found in accounts if found]


def test_a_table_goes_on_at_a_neutral_host(table: RoundTable, cast: Cast, post: Post) -> None:
    now = timezone.now()
    to_acceptance(table, now)
    ours, theirs, *_ = seats_of(table)
    acceptance.answer(ours, [1], now)
    kept = worth_of_proposals(theirs)
    document = moved(table)
    moving.leave(table, now)
    assert (fresh(table).ending, fresh(table).sealed_key) == ("moved", None)
    old = {"subject": table.subject, "facts": [fact.text for fact in table.facts.all()]}
    table.delete()
    there = moving.import_table(cast.elsewhere, document, WORDS, "http://neutral.example/", now)
    assert (there.host, there.moved_from) == ("Another table", "Fernhill")
    assert {"subject": there.subject, "facts": [fact.text for fact in there.facts.all()]} == old
    ours, theirs, *_ = seats_of(there)
    assert worth_of_proposals(theirs) == kept
    assert acceptance.own_answer(ours) == [1]
    assert post.link(ours.email).startswith("http://neutral.example/seats/")
    acceptance.answer(theirs, [1], now)
    assert [point.choice for point in there.agreements.get().points.all()] == ["full", "Friday"]


def test_a_table_moves_only_when_every_party_agrees(table: RoundTable) -> None:
    now = timezone.now()
    ours, _theirs, mediator, _ = seats_of(table)
    for seat, word, kind in ((ours, "short", "word_too_short"), (mediator, "a long word", "not_yours")):
        with pytest.raises(RefusedError, match=kind):
            moving.agree(seat, word, now)
    moving.agree(ours, WORDS[0], now)
    for action in (moving.export_table, lambda one: moving.leave(one, now)):
        with pytest.raises(RefusedError, match="not_all_agree"):
            action(table)
    assert fresh(table).is_open


def test_an_export_opens_with_all_words_alone_and_gives_no_way_in(table: RoundTable, cast: Cast, post: Post) -> None:
    to_interests(table, timezone.now())
    theirs = seats_of(table)[1]
    interests.save(theirs, {"why": SECRET}, timezone.now())
    document = moved(table)
    assert SECRET not in json.dumps(document)
    token = post.link(theirs.email).rstrip("/").rsplit("/", 1)[1]
    assert token not in json.dumps(document)
    for place in (cast.elsewhere, cast.workspace):
        with pytest.raises(RefusedError, match="there_already"):
            moving.import_table(place, document, WORDS, "http://testserver/", timezone.now())
    table.delete()
    for words in ([WORDS[0]], [WORDS[0], "a guess"], WORDS[::-1], []):
        with pytest.raises(RefusedError, match="seal_broken"):
            moving.import_table(cast.elsewhere, document, words, "http://testserver/", timezone.now())
    assert not RoundTable.objects.exists()


def test_it_moves_over_the_pages_of_both_hosts(table: RoundTable, cast: Cast) -> None:
    page = reverse("round-table", args=[table.pk])
    for name in ("export", "leave"):
        answer = cast.owner.post(reverse(f"round-table-{name}", args=[table.pk]), follow=True)
        assert "A table moves only when every party has agreed" in answer.content.decode()
    moved(table)
    file = cast.owner.post(reverse("round-table-export", args=[table.pk])).content
    assert "What was private is erased here" in (
        cast.owner.post(reverse("round-table-leave", args=[table.pk]), follow=True).content.decode()
    )
    assert "Moved to another computer" in cast.owner.get(page).content.decode()
    table.delete()
    place = reverse("round-table-import")
    for content, words in ((b"[]", WORDS), (b"{", WORDS), (b"{}", WORDS), (file, WORDS[::-1])):
        said = {"file": BytesIO(content), "words": "\n".join(words)}
        assert cast.guest.post(place, said).status_code == 422
    answer = cast.guest.post(place, {"file": BytesIO(file), "words": "\n".join(WORDS)}, follow=True)
    assert "This table runs on the computer of Another table." in answer.content.decode()


def wrong_documents(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield documents that are none: without a part, with a part of another kind, or naming rows that are not there."""
    rows = document["rows"]
    yield {}
    yield document | {"version": 2}
    yield document | {"key": "no base64"}
    yield document | {"rows": {}}
    yield document | {"table": []}
    yield document | {"table": document["table"] | {"stage": "dancing"}}
    yield document | {"rows": rows | {"Seat": [{"id": 1}]}}
    yield document | {"rows": rows | {"Fact": [row | {"seat": 10**6} for row in rows["Fact"]]}}
    yield document | {"rows": rows | {"Fact": [row | {"said_at": "yesterday"} for row in rows["Fact"]]}}
    yield document | {"rows": rows | {"Round": [row | {"domain": [[1, 2, 3]]} for row in rows["Round"]]}}
    yield document | {"rows": rows | {"Seat": [row | {"email": "nobody"} for row in rows["Seat"]]}}
    yield document | {"rows": rows | {"Seat": rows["Seat"] * 2}}


def test_a_file_that_is_no_table_leaves_nothing_behind(table: RoundTable, cast: Cast) -> None:
    to_proposals(table, timezone.now())
    document = moved(table)
    table.delete()
    for wrong in wrong_documents(document):
        with pytest.raises(RefusedError, match="bad_document"):
            moving.import_table(cast.elsewhere, wrong, WORDS, "http://testserver/", timezone.now())
        assert not RoundTable.objects.exists()
    assert moving.import_table(cast.elsewhere, document, WORDS, "http://testserver/", timezone.now()).pk


SEATS = st.integers(0, 3)
CHOICES = st.integers(0, 3)
ACTS = st.lists(
    st.tuples(SEATS, st.sampled_from(sorted(STEPS)), CHOICES, st.sampled_from([0, 0, 0, 0, 1, 4])), max_size=30
)


class TestAnySequence(TestCase):
    """Whatever anybody does, in whatever order: stages only go forward, and nobody sees the private words of others."""

    @settings(max_examples=15, deadline=None)
    @given(start=st.integers(0, 3), acts=ACTS)
    def test_it_only_goes_forward_and_shows_nobody_what_is_private(self, start: int, acts: list[Any]) -> None:
        workspace = Workspace.objects.create(name="Fernhill")
        user = User.objects.create_user("owner@leopold.example", name="Owner")
        Membership.objects.create(user=user, workspace=workspace, role="owner")
        table = open_table(workspace, user)
        (lambda _: None, to_interests, to_acceptance, to_protocol)[start](table)
        now, place = START, position(table)
        for who, name, choice, days in acts:
            now += days * DAY
            ticking.tick(now)
            seat = seats_of(table)[who]
            form, action = STEPS[name]
            said = form(sent(filled(table, seat, name, choice)))
            if said.is_valid() and name != "open-again":
                with contextlib.suppress(RefusedError), transaction.atomic():
                    action(seat, said.cleaned_data, now)
            for made in Round.objects.filter(table=table, state="working"):
                proposals.work_out(made.pk, now)
            for search in Improvement.objects.filter(table=table, state="working"):
                improving.work_out(search.pk, now)
            assert position(table) >= place
            place = position(table)
            check_private(table)


def position(table: RoundTable) -> tuple[int, int, bool]:
    """Return how far a table is."""
    now = fresh(table)
    return now.round, list(RoundTable.Stage).index(RoundTable.Stage(now.stage)), not now.is_open


def check_private(table: RoundTable) -> None:
    """Check that each seat is shown its own private words alone, and of acceptances its own alone."""
    seats = seats_of(table)
    for seat in seats:
        shown = showing.of_seat(seat)
        words = str({name: value for name, value in shown.items() if name != "seats"})
        assert not [other for other in seats if other != seat and f"secret of {other.number}" in words]
        assert "accepted" not in shown or shown["accepted"] == acceptance.own_answer(seat)
    made = proposals.current_round(fresh(table))
    if made is not None and made.state != Round.State.PROPOSED:
        assert not Acceptance.objects.filter(round=made).exists()
    assert "secret of" not in str(showing.of_table(fresh(table)))


def sent(given: dict[str, Any]) -> QueryDict:
    """Return what a browser would send of it."""
    found = QueryDict(mutable=True)
    for name, value in given.items():
        if value is False:
            continue
        found.setlist(name, [str(each) for each in value] if isinstance(value, list) else [str(value)])
    return found


def filled(table: RoundTable, seat: Seat, name: str, choice: int) -> dict[str, Any]:
    """Return something that fits the form of a step, right or wrong by `choice`."""
    options = [option.pk for issue in table.issues.all() for option in issue.options.all()] or [0]
    issues = [issue.pk for issue in table.issues.all()] or [0]
    facts = [fact.pk for fact in table.facts.all()] or [0]
    private = answers(table, (choice * 10, 50), (choice % 2, 0), choice * 20) if engine.domain_of(table) else {}
    given: dict[str, Any] = {f"step-{option}": (choice % 2) * 100 for option in options} | {
        "why": f"secret of {seat.number}",
        "text": f"said {choice}",
        "fact": facts[choice % len(facts)] if name == "fact-answer" else "",
        "verdict": ("agreed", "disputed")[choice % 2],
        "title": "A letter",
        "of": seats_of(table)[choice].pk,
        "number": choice if name in ("point", "check", "improve-reply") else issues[choice % len(issues)],
        "name": f"Issue {choice}",
        "least": 0,
        "most": 10,
        "step": 5,
        "issue": issues[choice % len(issues)],
        "first": options[choice % len(options)],
        "second": options[-1],
        "kind": {"link": "bars", "confirm": "issue"}.get(name, ""),
        "agrees": choice != 3,
        "answers": json.dumps(private | {"why": f"secret of {seat.number}"}),
        "accepted": [1] if choice else [],
        "owner": seats_of(table)[choice].pk,
        "due": "2026-05-01",
        "typed_name": seat.name,
        "code": "000000",
        "kept": "yes" if choice % 2 else "",
        "fair": "" if choice % 2 else "no",
        "word": "a word of mine",
        "remark": 1,
        "because": "Rude",
        "days": choice,
        "preferred": ("first", "second", "same")[choice % 3],
        "reply": ("better", "same", "worse")[choice % 3],
        "message": 1,
    }
    return given
