"""The app of accounts."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Named, so that its models have a stable label."""

    name = "leopold_web.accounts"
