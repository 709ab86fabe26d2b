"""The app of round tables."""

from django.apps import AppConfig


class RoundTablesConfig(AppConfig):
    """Named, so that its models have a stable label."""

    name = "leopold_web.round_tables"
