"""The app of learning."""

from django.apps import AppConfig


class LearningConfig(AppConfig):
    """Named, so that its models have a stable label."""

    name = "leopold_web.learning"
