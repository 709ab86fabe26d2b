"""Addresses of learning."""

from __future__ import annotations

from django.urls import path

from leopold_web.learning import views

urlpatterns = [
    path("learning/", views.learning, name="learning"),
    path("alerts/<int:pk>/mark/", views.mark, name="alert-mark"),
    path("marks/<int:pk>/revoke/", views.revoke, name="mark-revoke"),
]
