"""Addresses of imports."""

from __future__ import annotations

from django.urls import path

from leopold_web.inbox import views

urlpatterns = [
    path("imports/", views.imports, name="imports"),
    path("imports/new/", views.import_new, name="import-new"),
    path("imports/<int:pk>/", views.import_progress, name="import"),
]
