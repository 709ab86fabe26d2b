"""Addresses of the desk."""

from __future__ import annotations

from django.urls import include, path

from leopold_web.views import alive

urlpatterns = [
    path("", include("leopold_web.relationships.urls")),
    path("", include("leopold_web.inbox.urls")),
    path("accounts/", include("leopold_web.accounts.urls")),
    path("language/", include("django.conf.urls.i18n")),
    path("alive/", alive, name="alive"),
]
