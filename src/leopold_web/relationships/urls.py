"""Addresses of relationships."""

from __future__ import annotations

from django.urls import path

from leopold_web.relationships import views

urlpatterns = [
    path("", views.today, name="today"),
    path("relationships/", views.relationships, name="relationships"),
    path("relationships/<int:pk>/", views.relationship, name="relationship"),
    path("relationships/<int:pk>/causes/", views.correct_cause, name="relationship-causes"),
    path("conversations/<int:pk>/", views.conversation, name="conversation"),
]
