"""Reminders in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SUBJECTS: Final[Mapping[str, str]] = {
    "friendly": "A small reminder: {numbers}",
    "firmer": "Open payment: {numbers}",
    "ask": "A question about {numbers}",
    "ask_transfer": "Your transfer for {numbers}",
    "offer_plan": "Paying {numbers} in parts",
    "talk": "Could we talk about {numbers}?",
}
NUMBERS: Final = ("invoice {numbers}", "invoices {numbers}")
GREETINGS: Final[Mapping[str, tuple[str, str]]] = {
    "warm": ("Hello {name},", "Hello,"),
    "neutral": ("Dear {name},", "Hello,"),
    "strained": ("Dear {name},", "Hello,"),
}
OPENINGS: Final[Mapping[tuple[str, str], str]] = {
    ("friendly", "forgot"): "I think this one has simply slipped past in a busy week:",
    ("friendly", ""): "Our books still show the following as open, and I wanted to let you know:",
    ("firmer", "forgot"): "We wrote to you about this before, and it is still open on our side:",
    ("firmer", ""): "The following is still open on our side, and we have not heard from you since our last letter:",
    ("ask", ""): "The following is still open, and we would like to understand what is in the way:",
    ("ask_transfer", ""): "Thank you for telling us that you have paid. The money has not reached us yet:",
    ("offer_plan", ""): "Thank you for telling us openly how things are. This is what is open at the moment:",
    ("talk", "cannot"): "We know that money is tight for you at the moment, and we would like to find a way together:",
    ("talk", "refuses"): "You wrote that you do not want to pay the following, and we would like to understand why:",
    ("talk", "disputes"): "You see the following differently, and we would like to understand your view:",
    ("talk", ""): "The following has been open for some time, and a short talk may help more than another letter:",
}
REQUESTS: Final[Mapping[tuple[str, str], str]] = {
    ("friendly", ""): "Could you have a look when you have a moment? If it has been paid in the meantime, "
    "please forget this letter.",
    ("firmer", ""): "Could you please pay by {by}, or tell us which day would suit you?",
    ("ask", ""): "Is anything missing on the invoice, or was something not as you expected? "
    "A short line is enough, and we will see to it.",
    ("ask_transfer", ""): "Could you send us the day, the amount and the reference of the transfer? "
    "Then we can look for it at our bank.",
    ("offer_plan", "plan"): "Would it help to pay in parts? This is what we could imagine:",
    ("offer_plan", ""): "Would it help to pay in parts? Tell us which amounts and days would work for you.",
    ("talk", ""): "When could we speak for a quarter of an hour? Suggest a time, and we will call you.",
}
PLAN_ASK: Final = "If other days or amounts suit you better, tell us, and we will change it."
CLOSINGS: Final[Mapping[str, str]] = {
    "warm": "Thank you, and all the best,",
    "neutral": "Thank you and kind regards,",
    "strained": "Thank you for your time. With kind regards,",
}
LINE: Final = "– {number} of {issued}, due on {due}: {left}"
PART_LINE: Final = "– {number} of {issued}, due on {due}: {left} of {amount} left"
TOTAL: Final = "In all: {sums}"
PLAN_LINE: Final = "– by {due}: {amount}"
AND: Final = " and "
INTEREST: Final = (
    "For your information: interest under {law} comes to {amount} as of {day}{fixed}. This letter does not charge it."
)
FIXED: Final = ", beside a fixed sum of {fixed}"
