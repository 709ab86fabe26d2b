"""The app of commitments."""

from django.apps import AppConfig


class CommitmentsConfig(AppConfig):
    """Named, so that its models have a stable label."""

    name = "leopold_web.commitments"
