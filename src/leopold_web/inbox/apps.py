"""The app of inbox."""

from django.apps import AppConfig


class InboxConfig(AppConfig):
    """Named, so that its models have a stable label."""

    name = "leopold_web.inbox"
