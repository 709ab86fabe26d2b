"""English: asking again, and questions that went without an answer."""

from leopold.signals.patterns import Group

GROUPS = (
    Group(
        "repeat_request.chase",
        0.6,
        """
        (following|follow) up on my
        as i (asked|wrote|said|mentioned) ~4 (before|already|last|earlier|twice)
        (second|third|fourth|fifth) (time|email|reminder|request)
        @havenot [yet] (heard|received|had) ~4 (reply|answer|response|back|anything)
        still waiting (for|on)
        """,
    ),
)
