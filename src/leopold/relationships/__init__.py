"""From letters and a ledger to relationships, and from events to health and alerts."""

from leopold.relationships.analysis import analyse
from leopold.relationships.capacity import ration, threshold_of
from leopold.relationships.gathering import gather

__all__ = ["analyse", "gather", "ration", "threshold_of"]
