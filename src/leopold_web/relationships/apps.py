"""The app of relationships."""

from django.apps import AppConfig


class RelationshipsConfig(AppConfig):
    """Named, so that its models have a stable label."""

    name = "leopold_web.relationships"
