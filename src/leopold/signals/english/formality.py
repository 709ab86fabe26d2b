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
        (we|i) (refer|revert) to (our|your|the) ~2 (letter|contract|invoice|agreement|notice|email|call|meeting|offer)
        (we|i) (write|reply) (with|further|in) ~1 (to|reference|response|connection) ~2 (our|your|the|contract|invoice|
            agreement|letter)
        (with|in|making) (reference|response|reply) to ~2 (letter|contract|agreement|invoice|contract #|claim|notice)
        ^ (further|subsequent) to (our|your|the) ~2 (letter|notice|correspondence|meeting|conversation|email|fax)
        (without prejudice|for the avoidance of doubt|for the record|force majeure|null and void|mutatis mutandis|
            in witness|the undersigned|the parties (agree|agreed|have agreed)|as set forth|set forth in|
            for and on behalf of|under separate cover)
        (we|i) (acknowledge|confirm|hereby confirm) receipt of ~1 (your|the|notice|letter)
        (we|i) (put|place|wish to place|wish to put) (on|it on|this on) record
        (state|note|declare|confirm) (the following|as follows)
        (kindly|duly) (confirm|note|acknowledge|inform|advise|noted|remit)
        (you are|you're) (requested|required|reminded|advised|notified) (to|that|of)
        (regret|regrets) to (inform|advise|notify|tell you that)
        (hereby|herewith|pursuant|hereinafter|aforementioned|aforesaid|heretofore|notwithstanding|henceforth|thereof)
        in accordance with ~4 (clause|contract|agreement|section|terms|article|paragraph)
        please be (advised|informed|notified)
        (this (letter|email|notice) (constitutes|serves|is to))
        (all|any) (further|future) (correspondence|communication) ~4 (writing|through|to|be|via|addressed|should)
        """,
    ),
)
