"""The app of the reply coach."""

from django.apps import AppConfig


class CoachingConfig(AppConfig):
    """Named, so that it has a stable label."""

    name = "leopold_web.coaching"
