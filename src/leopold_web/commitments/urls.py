"""Addresses of promises."""

from __future__ import annotations

from django.urls import path

from leopold_web.commitments import views

urlpatterns = [
    path("promises/", views.promises, name="promises"),
]
