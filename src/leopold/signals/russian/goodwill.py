"""Russian: thanks, apologies, concessions, reassurance and praise."""

from leopold.signals.patterns import Group

GROUPS = (Group("apology.sorry", 0.6, "(извин*|простите|приносим извинения|прошу прощения)"),)
