"""Addresses of the API."""

from __future__ import annotations

from django.urls import include, path

from leopold_web.api import desk

_found, _app, _namespace = desk.addresses()
urlpatterns = [
    path("", include((_found, _app), namespace=_namespace)),
    path("<path:rest>", desk.nothing, name="api-nothing"),
    path("", desk.nothing, name="api-none"),
]
