"""English: the turn to a formal tone. Whether it is a shift, only the habit of a relationship can tell."""

from leopold.signals.patterns import Group

GROUPS = (
    Group(
        "formality_shift.address",
        0.5,
        """
        dear (mr|mrs|ms|miss|dr|sir|sirs|madam|professor)
        (mr|mrs|ms) _ $
        to whom it may concern
        """,
        roles=("greeting",),
    ),
    Group(
        "formality_shift.farewell",
        0.3,
        "(yours|sincerely|faithfully|respectfully) ~1 (sincerely|faithfully|truly|yours)",
        roles=("closing",),
    ),
    Group(
        "formality_shift.office",
        0.5,
        """
        (we|i) (hereby inform|inform you that|notify you that|write to inform|write to notify|regret to inform)
        (hereby|herewith|pursuant|hereinafter|aforementioned|aforesaid|heretofore|notwithstanding|henceforth|
            thereof)
        in accordance with ~4 (clause|contract|agreement|section|terms|article|paragraph)
        please be (advised|informed|notified)
        (this (letter|email|notice) (constitutes|serves|is to))
        (all|any) (further|future) (correspondence|communication) ~4 (writing|through|to|be|via|addressed|should)
        (kindly|please) (address|direct) ~6 (to|correspondence)
        """,
    ),
)
