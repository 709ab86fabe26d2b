"""English: thanks, apologies, concessions, reassurance and praise."""

from leopold.signals.patterns import Group

GROUPS = (Group("apology.sorry", 0.6, "(apolog*|sorry) ~3 (for|about|that)\n(my|our) (apologies|fault|mistake)"),)
