"""Relationships: the fold from events to health and alerts."""

from leopold.relationships.analysis import analyse

__all__ = ["analyse"]
