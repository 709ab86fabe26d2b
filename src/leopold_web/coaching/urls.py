"""Addresses of the reply coach."""

from __future__ import annotations

from django.urls import path

from leopold_web.coaching import views

urlpatterns = [path("conversations/<int:pk>/reply/", views.reply, name="reply")]
