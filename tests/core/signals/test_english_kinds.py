"""What each kind of signal sounds like in English, and what only looks like it. The examples are nobody's letters."""

from __future__ import annotations

import pytest

from leopold.model import Zone
from leopold.signals import KINDS, RULES, findings, passage_of

SAID: dict[str, tuple[str, ...]] = {
    "annoyance": (
        "I am getting frustrated with these phone calls.",
        "We have wasted two days on this configuration.",
        "How many more tickets do we have to open?",
        "Yet again the import stopped overnight.",
    ),
    "anger": (
        "This is outrageous.",
        "How dare you speak to my team like that.",
        "I have had enough of these games.",
    ),
    "fear": (
        "I am worried that the migration will hit our season.",
        "This could cost us our biggest customer.",
        "I feel sick about tomorrow's audit.",
    ),
    "distrust": (
        "We find it hard to believe the numbers in your report.",
        "Frankly the explanation does not add up.",
        "We would like an independent review of the hours.",
    ),
    "accusation": (
        "You failed to warn us about the outage.",
        "Your team never tested the backup.",
        "You ignored three of our letters.",
    ),
    "ultimatum": (
        "If the fix is not live by Friday, we will terminate the contract.",
        "This is our final warning.",
        "Unless we receive the keys by noon we shall instruct our solicitors.",
    ),
    "escalation": (
        "I am escalating this to our managing director.",
        "I would like to speak to your manager.",
        "Our lawyers will write to you.",
    ),
    "repeat_request": (
        "Just following up on the access request.",
        "This is the third time I am asking for the certificate.",
        "As I asked last week, please send the drawings.",
    ),
    "unanswered_question": (
        "We have not received any reply to our letter of 3 March.",
        "You still haven't answered my question about the licence.",
        "Nobody is answering the phone.",
    ),
    "unmet_expectation": (
        "This is not what we agreed at the start.",
        "We had expected the training to be part of the price.",
        "The quality of the prints is below standard.",
    ),
    "broken_promise": (
        "You promised the report for Monday but nothing has arrived.",
        "The deadline has passed again.",
        "The engineer was supposed to come last week.",
    ),
    "overpromise": (
        "We guarantee it will never fail.",
        "It will definitely be ready by Monday.",
        "Migration with zero downtime, trust me.",
    ),
    "payment_delay": (
        "Invoice 2045 is now 20 days overdue.",
        "We have not received your payment yet.",
        "Our cash flow is tight this month.",
    ),
    "payment_refusal": (
        "We will not pay for work that does not run.",
        "I am withholding the final payment.",
        "Your invoice has been rejected.",
    ),
    "dispute": (
        "We dispute the amount of the invoice.",
        "We never ordered this service.",
        "You are in breach of the agreement.",
    ),
    "churn_intent": (
        "We are looking for another provider.",
        "Please treat this letter as our notice of termination.",
        "We will not be renewing in May.",
    ),
    "blame_shift": (
        "The delay was caused by your late approval.",
        "That is not our fault.",
        "You should have told us earlier.",
    ),
    "formality_shift": (
        "We hereby inform you of the change.",
        "The notice is given in accordance with clause 9 of the contract.",
    ),
    "sarcasm": ("Thanks for nothing.", "How very convenient of you.", "What a surprise."),
    "gratitude": (
        "Thank you so much for staying late with us.",
        "I really appreciate your patience with this.",
    ),
    "apology": (
        "I am sorry for the delay with the drawings.",
        "We apologise for the mix-up.",
        "That was entirely my fault.",
    ),
    "concession": (
        "We will do the extra training free of charge.",
        "As a gesture of goodwill we can refund half.",
        "You are right, the second visit should not be billed.",
    ),
    "reassurance": (
        "Please don't worry, we have done it before.",
        "Everything is under control.",
        "Rest assured that it won't happen again.",
    ),
    "praise": (
        "Excellent work on the brochure!",
        "We are very impressed with the new office.",
        "A pleasure working with you.",
    ),
}

NOT_SAID: dict[str, tuple[str, ...]] = {
    "annoyance": ("I understand your frustration and I am sorry.", "Great to see you again!"),
    "anger": ("The furnace is hot again.", "Please answer by Friday."),
    "fear": (
        "I am not worried about the audit at all.",
        "Don't worry about the invoice.",
        "The risk register is attached.",
    ),
    "distrust": ("Thank you for your trust.", "Please sign the form in blue ink."),
    "accusation": ("You have been a great host.", "If you missed the call, dial in again."),
    "ultimatum": ("If you have questions, call me.", "If it rains on Friday we will meet inside."),
    "escalation": (
        "No need to speak to your manager.",
        "Our manager sends her regards.",
        "The court next to the office is free for tennis.",
    ),
    "repeat_request": ("Thanks for the reminder.", "Please send the drawings."),
    "unanswered_question": ("Thank you for the quick reply.", "I look forward to your answer."),
    "unmet_expectation": ("It came out better than we expected.", "Please find the agreed plan attached."),
    "broken_promise": ("As promised, here is the report.", "The deadline is Friday."),
    "overpromise": ("We cannot guarantee that.", "I hope to finish on Monday."),
    "payment_delay": ("Thank you for the payment.", "Payment terms are 30 days."),
    "payment_refusal": ("We will pay on Friday.", "Please approve the invoice."),
    "dispute": ("We agree with the amount.", "The contract is attached for signature."),
    "churn_intent": (
        "We do not want to terminate the contract.",
        "We are happy to renew.",
        "The meeting ends at five.",
    ),
    "blame_shift": ("Sorry, that was our mistake.", "You should see the garden now."),
    "formality_shift": ("Hi Tom, quick one.", "The clause is fine."),
    "sarcasm": ("Thanks for the files.", "What a lovely place."),
    "gratitude": ("Thank you in advance.", "Thanks for your email."),
    "apology": ("Sorry to bother you.", "I'm sorry to hear that you are ill."),
    "concession": ("Could you give us a discount?", "Feel free to call."),
    "reassurance": ("We are worried about the date.", "The schedule is attached."),
    "praise": ("It would be great to have the figures.", "The result is not good."),
}


def kinds(text: str) -> set[str]:
    """The kinds that are read in a letter which says only this."""
    return {found.kind for found in findings(passage_of(text, "theirs", "en", (Zone("own", 0, len(text)),)), RULES)}


def test_it_has_examples_of_every_kind() -> None:
    assert set(SAID) == set(NOT_SAID) == set(KINDS)


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in SAID.items() for text in texts])
def test_it_reads_what_is_said(kind: str, text: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in NOT_SAID.items() for text in texts])
def test_it_reads_nothing_into_what_is_not(kind: str, text: str) -> None:
    assert kind not in kinds(text)
