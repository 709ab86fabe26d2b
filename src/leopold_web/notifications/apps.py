"""The app of letters that the desk sends."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    """Named, so that its models have a stable label."""

    name = "leopold_web.notifications"
