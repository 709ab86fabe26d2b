"""English sentences of everyday business mail that only look like a sign of trouble. They are nobody's letters."""

from __future__ import annotations

import pytest

from benchmarks.phrasings import kinds
from leopold.signals import RULES

LOOK_ALIKE: dict[str, tuple[str, ...]] = {
    "repeat_request": (
        "Did you have any trouble with the tenants?",
        "What time did you get in?",
        "Where did you get these numbers?",
        "Have you ever seen anyone work so late?",
        "I will follow up with a phone call.",
        "FOLLOW UP WITH CALLS TO BUYERS",
        "Any chance you have the older vintage?",
        "Any chance of your coming in May?",
        "No sign of the buyer in the market.",
        "As I mentioned last week, I would like to find a cheaper loan.",
        "I became an uncle for the second time.",
        "The second mail is about the land.",
        "This would still only require 10K from the buyer.",
        "I am still waiting for a quote from another mason.",
        "Can you send those again so I look at the latest?",
    ),
    "distrust": (
        "Let me know what else I need to do.",
        "What else is open before closing?",
        "Is May fine or is it too early?",
        "So, what is it?",
        "I do not believe we have seen the low yet.",
        "Hard to believe it is flat.",
        "I don't believe the drawings will help.",
        "Please use the second check as my rent for May.",
        "I doubt that she has the papers ready.",
        "I wonder if you could send me the agenda.",
        "Please put your address in writing on the form.",
        "Something is not right with my old laptop.",
        "He heard that one on the radio before.",
    ),
    "fear": (
        "I am a bit worried about oil at this price.",
        "Many are concerned about a recession.",
        "If it expired today I'd be worried about a rally.",
        "We are anxious to begin.",
        "Worry not, the room is booked.",
        "Investors are concerned.",
        "He is worried about his exams.",
        "I'm afraid the room is taken.",
        "Children under six enter at their own risk.",
    ),
    "payment_delay": (
        "Liquidity was poor this morning.",
        "I can't say it on the desk in front of Bob.",
        "They have not received the forms yet.",
        "Please allow 3-5 days for your bank to apply this credit.",
    ),
    "payment_refusal": (
        "The note is not due until 2009.",
        "Please put a stop on her first check.",
        "Do not send check stop payments by e-mail.",
        "I am not prepared to pay more than 3 for the house.",
        "#23 did not pay.",
    ),
    "dispute": (
        "If you still have not received your tickets, call the box office.",
        "The repairs are actually overstated.",
        "I don't ask, he will jinx it.",
        "They have not received the forms yet.",
    ),
    "broken_promise": (
        "Let's push until Monday.",
        "Move in or lease start date: 1 May.",
        "I move up one spot.",
        "The next push down comes in October.",
        "The deadline for entries is two weeks away.",
        "Nobody showed up at the picnic because of the rain.",
        "The market is three weeks behind last year.",
    ),
    "unmet_expectation": (
        "We expected a contraction, so investment is a small positive.",
        "Earnings were lower than expected.",
        "I was hoping to see the museum on Sunday.",
        "The office is a far drive from the airport.",
    ),
    "overpromise": (
        "It is the developer's guarantee note, not the investors'.",
        "The bank does not require investors to personally guarantee the loan.",
        "It is almost ready, I hope to have it by tomorrow.",
    ),
    "accusation": (
        "You have entered your password incorrectly.",
        "Based on your model it would cost 20 more.",
        "You say that your panels cost 20 more.",
        "You left your umbrella with us.",
        "It was you who found the house, thank you.",
        "You have made a lovely garden of it.",
        "You charged the battery overnight, right?",
    ),
    "ultimatum": ("If you lose, then you owe me a dinner :)", "This may be your last chance to get it under $200."),
    "churn_intent": ("There are at least two other options to ship your gas.",),
    "blame_shift": (
        "Please call as soon as you have a chance to review.",
        "We are not responsible for lunch on that day.",
        "The carrier that serves the island is small.",
        "We were never given a nicer present.",
        "The next round is on you!",
    ),
    "escalation": (
        "My attorney is out of town.",
        "My attorney will check the loan papers.",
        "I am raising this flag pole on Monday.",
        "You will be hearing from our travel desk about the tickets.",
        "Our director has put the roses in the garden.",
    ),
    "reassurance": (
        "Is your data safe?",
        "Please leave it with the porter.",
        "The top of it is made of oak.",
        "Keep an eye on the oven.",
    ),
    "annoyance": (
        "He is wearing thin gloves.",
        "The heating is not on the list.",
        "There are better things to see in the old town.",
    ),
    "unanswered_question": ("I have yet to pack for the trip.", "Is anybody there on Monday for the keys?"),
    "praise": (
        "Is this exactly what we wanted?",
        "The charm of the village is its harbour.",
        "Give me your feedback on Monday.",
    ),
    "concession": (
        "At this point the road turns left.",
        "Would you charge for the extra visit?",
        "They gave in to the storm at noon.",
    ),
    "formality_shift": ("We refer friends to him all the time.", "Further to the left you see the church."),
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in LOOK_ALIKE.items() for text in texts])
def test_it_reads_nothing_into_a_look_alike(kind: str, text: str) -> None:
    assert kind not in kinds(text, "en", RULES)
