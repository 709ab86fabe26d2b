"""The app of cases."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Named, so that its models have a stable label."""

    name = "leopold_web.cases"
