"""Addresses of the desk."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

from leopold_web.views import alive

urlpatterns = [
    path("", include("leopold_web.relationships.urls")),
    path("", include("leopold_web.inbox.urls")),
    path("", include("leopold_web.learning.urls")),
    path("", include("leopold_web.coaching.urls")),
    path("", include("leopold_web.round_tables.urls")),
    path("api/v1/", include("leopold_web.api.urls")),
    path("", include("leopold_web.cases.urls")),
    path("", include("leopold_web.commitments.urls")),
    path("", include("leopold_web.receivables.urls")),
    path("accounts/", include("leopold_web.accounts.urls")),
    path("language/", login_not_required(set_language), name="set_language"),
    path("alive/", alive, name="alive"),
]
