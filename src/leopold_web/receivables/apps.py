"""The app of receivables."""

from django.apps import AppConfig


class ReceivablesConfig(AppConfig):
    """Named, so that its models have a stable label."""

    name = "leopold_web.receivables"
