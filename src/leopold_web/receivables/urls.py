"""Addresses of receivables."""

from __future__ import annotations

from django.urls import path

from leopold_web.receivables.views import overview

urlpatterns = [
    path("receivables/", overview.receivables, name="receivables"),
]
