"""The bound: whatever the second reader says, it moves a relationship so far and no farther, and silences nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.chat_server import Asked, ChatServer, Script, claiming
from leopold.model import Evidence, Relationship, Signal
from leopold.relationships import analyse
from leopold.relationships.weights import BAD, GOOD
from leopold.second_reader import BOUND, Budget, Tally
from leopold.second_reader.claims import A_CONVERSATION, A_LETTER, NAME, TRUST
from leopold.second_reader.consulting import Consultation
from leopold.second_reader.weighing import ROOM, keeps_alerts, with_claims
from leopold.signals import KINDS
from tests.core.second_reader.hand import AGAIN, START, claim, make_letter, make_relationship, reader_at

TEXT = "You promised it. We wait. Nobody answers. Thank you for that."
QUOTES = ("You promised it.", "We wait.", "Nobody answers.", "Thank you for that.")

probabilities = st.floats(0.05, 1.0)
signs = st.lists(st.tuples(st.sampled_from(KINDS), probabilities), max_size=2)


@st.composite
def relationships(draw: st.DrawFn) -> Relationship:
    """A relationship of up to 14 letters, with whatever our own readers may have seen in them."""
    count = draw(st.integers(1, 14))
    sides = draw(st.lists(st.sampled_from(("theirs", "ours")), min_size=count, max_size=count))
    return make_relationship(*(make_letter(n, TEXT, side, *draw(signs)) for n, side in enumerate(sides)))


@st.composite
def said(draw: st.DrawFn, own: Relationship, kinds: tuple[str, ...] = KINDS) -> list[Signal]:
    """Anything at all that a second reader could say of the letters of `own`, as loudly as it likes."""
    found = []
    for letter in own.letters:
        for kind in draw(st.lists(st.sampled_from(kinds), max_size=4)):
            quote = draw(st.sampled_from(QUOTES))
            evidence = Evidence.of(letter.message, TEXT.index(quote), TEXT.index(quote) + len(quote))
            found.append(Signal(kind, letter.side, draw(probabilities), evidence, NAME))
    return found


def is_open(found: Relationship, at: datetime) -> bool:
    return any(alert.raised_at <= at and (alert.closed_at is None or at < alert.closed_at) for alert in found.alerts)


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_it_never_moves_a_relationship_beyond_the_bound(data: st.DataObject) -> None:
    own = data.draw(relationships())
    found = with_claims(own, data.draw(said(own)), AGAIN, Tally())
    for hours in data.draw(st.lists(st.integers(0, 60 * 24), min_size=4, max_size=4)):
        moment = START + timedelta(hours=hours)
        before, after = (analyse(each, moment).health[-1].log_odds for each in (own, found))
        assert abs(after - before) <= ROOM + 1e-9
    points = {point.at: point.log_odds for point in own.health}
    assert all(abs(point.log_odds - points[point.at]) <= ROOM + 1e-9 for point in found.health if point.at in points)


def louder(relationship: Relationship, factor: float = 1.5) -> Relationship:
    """Return a relationship as people would have it whose marks make claims weigh more."""
    letters = tuple(
        replace(letter, seconded=tuple(replace(one, probability=one.probability * factor) for one in letter.seconded))
        for letter in relationship.letters
    )
    return AGAIN(replace(relationship, letters=letters))


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_the_bound_has_room_for_what_people_teach(data: st.DataObject) -> None:
    own = data.draw(relationships())
    found = with_claims(own, data.draw(said(own)), louder, Tally())
    points = {point.at: point.log_odds for point in own.health}
    assert all(abs(point.log_odds - points[point.at]) <= BOUND + 1e-9 for point in found.health if point.at in points)


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_it_silences_no_alert_of_our_own(data: st.DataObject) -> None:
    own = data.draw(relationships())
    kinds = data.draw(st.sampled_from((KINDS, tuple(GOOD), tuple(BAD), ("escalation", "formality_shift"))))
    found = with_claims(own, data.draw(said(own, kinds)), AGAIN, Tally())
    for moment in [start for alert in own.alerts for start in (alert.raised_at, alert.closed_at) if start]:
        for step in (timedelta(0), timedelta(seconds=-1)):
            assert is_open(found, moment + step) or not is_open(own, moment + step)
    pairs = zip(found.letters, own.letters, strict=True)
    assert all(letter.signals == mine.signals for letter, mine in pairs)


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_every_claim_is_accepted_or_counted_with_its_reason(data: st.DataObject) -> None:
    own, tally = data.draw(relationships()), Tally()
    claims = data.draw(said(own))
    found = with_claims(own, claims, AGAIN, tally)
    assert tally.accepted == sum(len(letter.seconded) for letter in found.letters)
    assert tally.accepted + tally.dropped == len(claims)
    assert sum(tally.reasons.values()) == tally.dropped


def test_it_raises_no_alert_where_our_own_readers_saw_nothing() -> None:
    own = make_relationship(*(make_letter(n, TEXT, ("theirs", "ours")[n % 2]) for n in range(20)))
    loud = [
        Signal("churn_intent", letter.side, 1.0, Evidence.of(letter.message, 0, 16), NAME) for letter in own.letters
    ]
    found = with_claims(own, loud, AGAIN, Tally())
    assert not found.alerts
    assert max(point.log_odds for point in found.health) <= own.health[0].base + BOUND + 1.5


def test_calming_claims_are_put_aside_where_they_would_close_an_alert() -> None:
    signs = [("escalation", 0.6), ("churn_intent", 0.5)]
    letters = [make_letter(0, TEXT, "theirs", *signs), *(make_letter(n, TEXT, "ours") for n in range(1, 6))]
    own, tally = make_relationship(*letters), Tally()
    thanks = [Signal("praise", letter.side, 0.6, Evidence.of(letter.message, 42, 61), NAME) for letter in letters[1:4]]
    worry = Signal("fear", "theirs", 0.3, Evidence.of(letters[0].message, 17, 25), NAME)
    found = with_claims(own, [*thanks, worry], AGAIN, tally)
    assert own.alerts
    assert keeps_alerts(own, found)
    assert tally.accepted == 1
    assert tally.reasons["silences"] > 0
    assert [claim.kind for letter in found.letters for claim in letter.seconded] == ["fear"]


def test_a_claim_of_escalation_hides_no_fact_of_ours() -> None:
    """Our own sign of an escalation stands for somebody new in copy; a claim of one, however faint, must not."""
    letters = [make_letter(n, TEXT, ("theirs", "ours")[n % 2], ("annoyance", 0.6)) for n in range(8)]
    own = make_relationship(*letters)
    faint = [Signal("escalation", letter.side, 0.05, Evidence.of(letter.message, 17, 25), NAME) for letter in letters]
    found = with_claims(own, faint, AGAIN, Tally())
    pairs = zip(own.health, found.health, strict=False)
    assert all(after.log_odds >= before.log_odds for before, after in pairs if before.at == after.at)


@pytest.mark.parametrize("kinds", [tuple(BAD), tuple(GOOD)], ids=["alarming", "calming"])
def test_a_fully_malicious_reply_stays_within_the_bound(
    kinds: tuple[str, ...], serve: Callable[[Script], ChatServer]
) -> None:
    """The worst that an endpoint, or a letter that talks a model into obeying it, can do over the whole path."""

    def script(asked: Asked, handler: object) -> object:
        return claiming(
            [
                claim(kind, letter["n"], quote, letter["by"], 1)
                for letter in asked.letters
                for quote in QUOTES
                for kind in kinds
            ][:64]
        )

    letters = [make_letter(n, TEXT, ("theirs", "ours")[n % 2], *([("annoyance", 0.5)] * (n < 2))) for n in range(10)]
    own = make_relationship(*letters)
    consultation = Consultation(reader_at(serve(script), budget=Budget()))  # type: ignore[arg-type]
    (found,) = consultation.consult([own], AGAIN)
    seconded = [letter.seconded for letter in found.letters]
    assert 0 < sum(map(len, seconded)) <= A_CONVERSATION
    assert max(map(len, seconded)) <= A_LETTER
    assert all(signal.probability <= TRUST for signals in seconded for signal in signals)
    points = {point.at: point.log_odds for point in own.health}
    assert all(abs(point.log_odds - points[point.at]) <= BOUND + 1e-9 for point in found.health if point.at in points)
    assert keeps_alerts(own, found)
