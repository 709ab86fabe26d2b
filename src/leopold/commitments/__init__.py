"""Promises: what was promised by whom until when, found in letters and followed through later ones."""

from leopold.commitments.calendars import WEEKENDS, Calendar, calendar_for, calendar_of
from leopold.commitments.phrases import Due, due, dues

__all__ = ["WEEKENDS", "Calendar", "Due", "calendar_for", "calendar_of", "due", "dues"]
